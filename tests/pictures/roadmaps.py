"""Draws the timeline and its room view with few and with many tasks: python -m tests.pictures.roadmaps."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from roadmap_desktop.exchange.tasks import read_tasks
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.roadmap.arriving import ids
from roadmap_desktop.journey.roadmap.taking import take_tasks
from roadmap_desktop.screens.room.presenter import Presenter
from roadmap_desktop.widgets.theme import Choice
from tests.copied import new_copy
from tests.journey.test_roadmap import add_calendar
from tests.pictures.rendering import NOW, SIZES, Picture, drawn, go, open_window, settle
from tests.pictures.room import ROOM_SIZES

TASKS = (12, 2_000)
PHASES = ("Prepare and assess", "Set guardrails and team", "Pilot", "Scale", "Monitor")
DEEDS = ("Draft", "Review", "Publish", "Translate", "Test", "Agree on")
THINGS = ("the consent letter", "the responsible-use rules", "the help page in Spanish and Haitian Creole", "the memo")
LENGTHS = ("0", "3 school days", "1 week", "2 weeks", "3 weeks")


def a_list(many: int) -> str:
    """So many tasks as CSV, the same every time; most wait for one a little before them."""
    chance, lines = Random(many), ["id,name,length,predecessors,earliest start,phase"]
    for number in range(many):
        waits = number and chance.random() < 0.6
        before = f"T{chance.randrange(max(0, number - 12), number)}" if waits else ""
        start = "" if waits else (date(2026, 8, 12) + timedelta(days=chance.randrange(200))).isoformat()
        name, phase = f"{chance.choice(DEEDS)} {chance.choice(THINGS)}", PHASES[number * len(PHASES) // many]
        lines.append(f"T{number},{name},{chance.choice(LENGTHS)},{before},{start},{phase}")
    return "\n".join((*lines, ""))


def roadmap_pictures(folder: Path, many: int, theme: Choice) -> Iterator[Picture]:
    """The timeline at both sizes of a window, and its view for the room at both sizes of a projector."""
    path = folder / f"{many}-{theme.value}.roadmap"
    with closing(new_copy(path, district="Maple County", state="FL", clock=lambda: NOW)) as document:
        add_calendar(document)
        take_tasks(document, read_tasks(a_list(many), ids(document)).found)
    for size in SIZES:
        window = open_window(folder, theme, size)
        window.open(path)
        settle()
        go(window, "roadmap", "timeline")
        yield Picture(f"timeline-{many}-{size[0]}-{theme.value}", drawn(window))
        if size == SIZES[-1] and window.page is not None:
            for room in ROOM_SIZES:
                presenter = Presenter(window.page.sitting, Target("roadmap", "timeline"), clock=lambda: 0.0)
                presenter.window.resize(*room)
                presenter.window.show()
                yield Picture(f"room-{many}-{room[0]}-{theme.value}", drawn(presenter.window))
                presenter.stop()
        window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=Path("out/pictures/roadmaps"))
    place = parser.parse_args().to
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        for theme in (Choice.LIGHT, Choice.DARK, Choice.PROJECTOR):
            for many in TASKS:
                for picture in roadmap_pictures(Path(folder), many, theme):
                    picture.pixels.save(str(place / f"{picture.name}.png"))
    print(f"Pictures in {place}")


if __name__ == "__main__":
    main()
