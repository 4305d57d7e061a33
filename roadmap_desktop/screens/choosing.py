"""Asks for a file with the system's own chooser, the only dialog there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.language import message
from roadmap_desktop.widgets.speech import say

SUFFIX = ".roadmap"
PACKET = ".roadmap-packet"


class FileChooser(Protocol):
    """Gives a path, or None where the person gave up."""

    def place_for(self, parent: QWidget, district: str) -> Path | None:
        """Where a new workshop is to be kept."""

    def existing(self, parent: QWidget) -> Path | None:
        """Which workshop or packet to open."""

    def packet(self, parent: QWidget) -> Path | None:
        """Which packet to take in."""

    def place_for_packet(self, parent: QWidget, name: str) -> Path | None:
        """Where else a packet is to be kept; the name is the one it has."""

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
        """Asks for a workshop's file or a packet."""
        title = say(message("Open a workshop"))
        kinds = say(message("Workshops and packets")) + f" (*{SUFFIX} *{PACKET})"
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
        return Path(chosen) if chosen else None

    def copies(self, parent: QWidget) -> tuple[Path, ...]:
        """Asks for one or more workshops' files."""
        chosen, _ = QFileDialog.getOpenFileNames(parent, say(message("Merge a copy")), str(Path.home()), _kinds())
        return tuple(map(Path, chosen))

    def packet(self, parent: QWidget) -> Path | None:
        """Asks for a packet."""
        title = say(message("Take in a packet"))
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), _packets())
        return Path(chosen) if chosen else None

    def place_for_packet(self, parent: QWidget, name: str) -> Path | None:
        """Asks in the person's own folder."""
        title = say(message("Where to keep the packet"))
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), _packets())
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix == PACKET else path.with_name(path.name + PACKET)


def _packets() -> str:
    return say(message("Packets")) + f" (*{PACKET})"


def _kinds() -> str:
    return say(message("Workshops")) + f" (*{SUFFIX})"


def dropped(event: QDropEvent) -> Path | None:
    """The workshop's file or packet that is dragged here, if it is one."""
    for url in event.mimeData().urls():
        if url.isLocalFile() and url.toLocalFile().endswith((SUFFIX, PACKET)):
            return Path(url.toLocalFile())
    return None
