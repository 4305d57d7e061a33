"""Where the main window stood when it was closed: it opens there again, moved to where it can be seen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import platformdirs
from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtWidgets import QWidget

from roadmap_desktop.screens.screenplace import Spot, seen

FIELDS = ("x", "y", "width", "height")


class LastPlace(QObject):
    """The place of a window in a small file: one that can't be read is none, one that can't be written is let be."""

    def __init__(self, window: QWidget, file: Path | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._file = file or platformdirs.user_data_path("roadmap-desktop", appauthor=False) / "window.json"

    def take(self, spots: Sequence[Spot]) -> None:
        """Puts the window where it stood, or where the screens of now show it, and keeps its place from now on."""
        kept = self._read()
        if kept is not None and spots:
            place, is_maximized = kept
            smallest = self._window.minimumSizeHint().expandedTo(QSize(1, 1))
            self._window.setGeometry(seen(spots, QRect(place.topLeft(), place.size().expandedTo(smallest))))
            if is_maximized:
                self._window.showMaximized()
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Writes the place down when the window closes; keeps nothing back."""
        if watched is self._window and event.type() is QEvent.Type.Close:
            self._write()
        return False

    def _read(self) -> tuple[QRect, bool] | None:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
            numbers = [kept[name] for name in FIELDS]
            if any(type(each) is not int or abs(each) > 100_000 for each in numbers):
                return None
            return QRect(*numbers), kept.get("maximized") is True
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def _write(self) -> None:
        window = self._window
        place = window.normalGeometry() if window.isMaximized() else window.geometry()
        numbers = (place.x(), place.y(), place.width(), place.height())
        kept = dict(zip(FIELDS, numbers, strict=True)) | {"maximized": window.isMaximized()}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(kept), "utf-8")
        except OSError:  # where the window stood is no reason to stop anybody's work
            return
