"""A reason that stands under a row of narrow fields, where beside the field itself there is no room for it."""

from __future__ import annotations

from roadmap_desktop.widgets.complaint import Complaint


class ComplaintLine(Complaint):
    """Takes the complaints of several fields; the step takes them away when one of those is edited."""

    def complain(self, reason: str, remedy: str) -> None:
        """Shows why a move was not made."""
        self.show_reason(reason, remedy)
