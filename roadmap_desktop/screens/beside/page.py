"""The ground of every page beside the stages: a step of no stage, which can say that it is done with."""

from __future__ import annotations

from PySide6.QtCore import Signal

from roadmap_desktop.screens.step import Step


class BesidePage(Step):
    """Names its form and kinds, gives ``picture`` and ``present`` as a step does; ``left`` goes back to the stage."""

    left = Signal()
