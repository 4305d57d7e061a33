"""The window on the projector: one screen of the room view, and the keys of a presenter's remote."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.room.slides import Slide
from roadmap_desktop.language import message
from roadmap_desktop.screens.room.board import Board
from roadmap_desktop.screens.room.painting import differing, paint, time_place
from roadmap_desktop.screens.room.spoken import spoken
from roadmap_desktop.tokens import Theme
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.speech import spoken as language

SIZE, LEAST = (960, 540), (640, 360)

_TURNS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backspace: -1,
}


class RoomWindow(QWidget):
    """``turned`` carries 1 for on and -1 for back; the other signals say which key was pressed."""

    takes_ring = False
    turned = Signal(int)
    blanked = Signal()
    froze = Signal()
    counted = Signal()
    restarted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._slide: Slide | None = None
        self._time = ""
        self._is_blank = False
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle(say(message("Room view")))
        self.setAccessibleName(say(message("Room view")))

    def present(self, slide: Slide) -> None:
        """Shows a screen; paints only what differs from the one before."""
        before, self._slide = self._slide, slide
        if before == slide:
            return
        self.setAccessibleDescription("" if self._is_blank else spoken(slide, language()))
        places = differing(self._board(QPainter()), before, slide)
        if places is None:
            self.update()
        for place in places or ():
            self.update(self._area(place))

    def slide(self) -> Slide | None:
        """What is shown."""
        return self._slide

    def show_time(self, words: str) -> None:
        """Shows the time that is left; paints no more than its place."""
        if words != self._time:
            self._time = words
            self.update(self._area(time_place(self._board(QPainter()))))

    def time(self) -> str:
        """The time shown."""
        return self._time

    def blank(self, *, is_blank: bool) -> None:
        """Turns the screen black, or shows it again."""
        self._is_blank = is_blank
        self.setAccessibleDescription("" if is_blank or self._slide is None else spoken(self._slide, language()))
        self.update()

    def is_blank(self) -> bool:
        """Whether the screen is black."""
        return self._is_blank

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a remote sends, and the keys of the same things."""
        key = Qt.Key(event.key())
        deeds = {
            Qt.Key.Key_Period: self.blanked,
            Qt.Key.Key_B: self.blanked,
            Qt.Key.Key_F8: self.froze,
            Qt.Key.Key_T: self.counted,
            Qt.Key.Key_F5: self.restarted,
            Qt.Key.Key_Escape: self.left,
        }
        if key in _TURNS:
            self.turned.emit(_TURNS[key])
        elif key in deeds:
            deeds[key].emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fills the screen it was dragged to, or becomes a window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the window's own button it is left as by Esc."""
        super().closeEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Puts on the projector's theme when that is chosen."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The screen, in the parts that changed; letters beside a changed part stay as they are."""
        painter = QPainter(self)
        if self._is_blank or self._slide is None:
            painter.fillRect(event.rect(), Qt.GlobalColor.black)
            return
        painter.setClipRegion(event.region())
        paint(self._board(painter), self._slide, self._time)

    def _board(self, painter: QPainter) -> Board:
        return Board(painter, self.width(), self.height(), _worn(), language())

    def _area(self, place: QRectF) -> QRect:
        return self._board(QPainter()).px(place).toAlignedRect()


def _worn() -> Theme:
    """Paper with ink as on the pictures; white with nothing but ink where the projector's theme is chosen."""
    return tokens.PROJECTOR if theme.choice() is theme.Choice.PROJECTOR else tokens.LIGHT
