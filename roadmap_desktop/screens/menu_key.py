"""The key that shows the menu bar: Alt alone, and again to hide it; it goes when it was used or left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid


class MenuKey(QObject):
    """Listens to the keys of one window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._alt_alone = False
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt alone shows the menu bar, and hides it again; a shortcut with Alt is only heard before it is made."""
        if isinstance(event, QKeyEvent):
            alone = event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat()
            if event.type() == QEvent.Type.KeyRelease:
                if alone and self._alt_alone:
                    self._turn_menu()
            else:
                self._alt_alone = alone
        return False

    def _turn_menu(self) -> None:
        bar = self._window.menuBar()
        bar.setVisible(not bar.isVisible())
        if bar.isVisible():
            bar.setFocus()
            bar.setActiveAction(bar.actions()[0])

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """The menu bar goes when it was used or left."""
        if not isValid(self._window):  # a window that goes gives up the focus first
            return
        bar = self._window.menuBar()
        if old is bar and new is not None and new is not bar:
            bar.hide()
