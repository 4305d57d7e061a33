"""What the steps of Prepare share: a primary button of their own for a while, and the inspector for a row."""

from __future__ import annotations

from roadmap_desktop.journey.prepare.inspections import inspection
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Step


class PrepareStep(Step):
    """``owns_primary`` is what the frame asks for, so that there is one primary button on the screen."""

    def __init__(self, sitting: Sitting) -> None:
        self.owns_primary = False
        self._inspected = ""
        super().__init__(sitting)

    def own_primary(self, *, owned: bool) -> None:
        """Takes the primary button or gives it back; the frame looks again when the inspector is filled anew."""
        if owned is not self.owns_primary:
            self.owns_primary = owned
            self.inspect_row(self._inspected)

    def inspect_row(self, uuid: str) -> None:
        """Shows in the inspector what is known of the row that was selected."""
        self._inspected = uuid
        self.sitting.inspect(inspection(self.sitting.document, uuid) if uuid else None)

    def refresh(self) -> None:
        """Reads the picture and shows it, with what is selected."""
        super().refresh()
        if self._inspected:
            self.inspect_row(self._inspected)
