"""The pages of a handout, one below the other, as they will be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop.handouts.preview import Picture
from roadmap_desktop.language import message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.speech import say

LEAST_HEIGHT = 240


class PageStack(QScrollArea):
    """Pages in a scroll area on sunk ground; the arrow and page keys scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAccessibleName(say(message("Preview")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that pages keep their width
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._ground = QWidget(self)
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(*(theme.px(16) for _ in range(4)))
        self._column.setSpacing(theme.px(16))
        self._column.addStretch(1)
        self.setWidget(self._ground)

    def present(self, pictures: Sequence[Picture]) -> None:
        """Shows these pages; keeps the scroll where as many pages stood there before."""
        before, bar = self._pages(), self.verticalScrollBar()
        kept = bar.value() if len(before) == len(pictures) else 0
        for page in before:
            self._column.removeWidget(page)
            page.deleteLater()
        for number, picture in enumerate(pictures, 1):
            page = Page(picture, number, len(pictures), self._ground)
            self._column.insertWidget(number - 1, page, 0, Qt.AlignmentFlag.AlignHCenter)
        bar.setValue(kept)

    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages())

    def room(self) -> int:
        """How wide a page may be drawn, in pixels of the screen."""
        return max(self.viewport().width() - theme.px(32), theme.px(200))

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(theme.px(600), theme.px(480))

    def _pages(self) -> list[Page]:
        return self._ground.findChildren(Page, options=Qt.FindChildOption.FindDirectChildrenOnly)


class Page(QWidget):
    """One page with a hairline round it."""

    def __init__(self, picture: Picture, number: int, of: int, parent: QWidget) -> None:
        super().__init__(parent)
        image = QImage(picture.rgba, picture.width, picture.height, QImage.Format.Format_RGBA8888)
        self._pixels = QPixmap.fromImage(image.copy())  # the bytes go with the picture
        self._pixels.setDevicePixelRatio(self.devicePixelRatioF())
        self.setFixedSize(self._pixels.deviceIndependentSize().toSize())
        self.setAccessibleName(say(message("Page {number} of {of}", number=number, of=of)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page, white in every theme: it is paper."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixels)
        painter.setPen(QPen(QColor(theme.worn().line), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
