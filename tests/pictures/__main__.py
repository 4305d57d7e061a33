"""Draws every screen into a folder: python -m tests.pictures --to out/pictures."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from roadmap_desktop.widgets.theme import Choice
from tests.pictures.rendering import SIZES, THEMES, Picture, pictures
from tests.pictures.room import ROOM_SIZES, room_pictures, room_sittings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=Path("out/pictures"))
    parser.add_argument("--only", default="", help="only screens whose name begins so")
    options = parser.parse_args()
    drawn = 0

    def keep(place: Path, picture: Picture) -> None:
        nonlocal drawn
        if picture.name.startswith(options.only):
            place.mkdir(parents=True, exist_ok=True)
            picture.pixels.save(str(place / f"{picture.name}.png"))
            drawn += 1

    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        for theme in () if options.only.startswith("room") else THEMES:
            for size in SIZES:
                place = options.to / f"{size[0]}x{size[1]}-{theme.value}"
                for picture in pictures(Path(folder), theme, size):
                    keep(place, picture)
        for theme in (Choice.LIGHT, Choice.PROJECTOR):
            for sitting in room_sittings(Path(folder), theme):
                for size in ROOM_SIZES:
                    for picture in room_pictures(sitting, size):
                        keep(options.to / f"room-{size[0]}x{size[1]}-{theme.value}", picture)
    print(f"{drawn} pictures in {options.to}")


if __name__ == "__main__":
    main()
