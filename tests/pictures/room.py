"""Pictures of the room view: every view at the sizes of projectors, as it is and in the projector's theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.screens.room.presenter import Presenter
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.theme import Choice
from tests.pictures.rendering import SIZES, Picture, drawn, open_window

ROOM_SIZES = ((1920, 1080), (1280, 720))
SHOWN = (
    ("title", "guardrails", "holds", 0),
    ("agenda", "prepare", "agenda", 0),
    ("statement", "readiness", "rate", 11),
    ("profile", "readiness", "picture", 0),
    ("disagreement", "readiness", "picture", 1),
    ("ideas", "usecases", "collect", 0),
    ("vote", "usecases", "vote", 0),
    ("reveal-first", "usecases", "ranking", 2),
    ("reveal", "usecases", "ranking", 5),
    ("roadmap", "roadmap", "timeline", 0),
)
"""Name, stage, step, and how often the remote is pressed."""


def room_sittings(folder: Path, theme: Choice) -> Iterator[Sitting]:
    """The sample in a window of that theme, closed when the pictures are drawn."""
    window = open_window(folder, theme, SIZES[0])
    window.start.sampling.emit()
    assert window.page is not None
    yield window.page.sitting
    window.close()


def room_pictures(sitting: Sitting, size: tuple[int, int]) -> Iterator[Picture]:
    """Each view of the workshop in a room window of that size; the countdown stands still at its first minute."""
    for name, stage, step, turns in SHOWN:
        presenter = Presenter(sitting, Target(stage, step), clock=lambda: 0.0)
        presenter.window.resize(*size)
        presenter.window.show()
        presenter.turn(turns)
        if name in ("statement", "reveal"):
            presenter.count_down()
        yield Picture(f"room-{name}", drawn(presenter.window))
        presenter.stop()
