"""Asks for a file with the system's own chooser, the only dialog there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.language import message
from roadmap_desktop.widgets.speech import say

SUFFIX = ".roadmap"


class FileChooser(Protocol):
    """Gives a path, or None where the person gave up."""

    def place_for(self, parent: QWidget, district: str) -> Path | None:
        """Where a new workshop is to be kept."""

    def existing(self, parent: QWidget) -> Path | None:
        """Which workshop to open."""

    def copies(self, parent: QWidget) -> tuple[Path, ...]:
        """Which other copies of the open workshop to merge; none where the person gave up."""


class SystemChooser:
    """The system's dialogs."""

    def place_for(self, parent: QWidget, district: str) -> Path | None:
        """Asks with a name made from the district's."""
        # An existing file is never replaced: the move refuses it, so the system need not ask.
        no_question = QFileDialog.Option.DontConfirmOverwrite
        title = say(message("Where to keep the workshop"))
        chosen, _ = QFileDialog.getSaveFileName(
            parent, title, str(self.suggested(district)), _kinds(), options=no_question
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    @staticmethod
    def suggested(district: str) -> Path:
        """A name made from the district's, in the person's own folder."""
        name = re.sub(r"[^\w-]+", "-", district.strip().lower()).strip("-") or "workshop"
        return Path.home() / f"{name}{SUFFIX}"

    def existing(self, parent: QWidget) -> Path | None:
        """Asks for a workshop's file."""
        title = say(message("Open a workshop"))
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), _kinds())
        return Path(chosen) if chosen else None

    def copies(self, parent: QWidget) -> tuple[Path, ...]:
        """Asks for one or more workshops' files."""
        chosen, _ = QFileDialog.getOpenFileNames(parent, say(message("Merge a copy")), str(Path.home()), _kinds())
        return tuple(map(Path, chosen))


def _kinds() -> str:
    return say(message("Workshops")) + f" (*{SUFFIX})"
