"""A step that has the primary button itself for a while: while it is empty, or while an import is shown."""

from __future__ import annotations

from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Step


class PrimaryStep(Step):
    """``owns_primary`` is what the frame asks for, so that there is one primary button on the screen."""

    def __init__(self, sitting: Sitting) -> None:
        self.owns_primary = False
        super().__init__(sitting)

    def own_primary(self, *, owned: bool) -> None:
        """Takes the primary button or gives it back; the frame looks again when the inspector is emptied."""
        if owned is not self.owns_primary:
            self.owns_primary = owned
            self.sitting.inspect(None)
