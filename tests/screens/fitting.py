"""Asks everything that is shown whether its words can be read whole."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.language import Language, Message
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.cells import longest_word, text_height
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.pill import pill_size
from roadmap_desktop.widgets.sheet_delegate import PAD
from roadmap_desktop.widgets.sheet_grid import SheetGrid
from roadmap_desktop.widgets.sheet_model import SheetModel
from roadmap_desktop.widgets.speech import say


class Longer(Language):
    """English in which every message and every string of a form is about 30 % longer, as in German."""

    def text(self, source: str, context: str = "") -> str:
        return _longer(super().text(source, context))

    def _sentence(self, words: Message) -> str:
        return _longer(super()._sentence(words))


def _longer(text: str) -> str:
    return f"{text} {('lorem ' * len(text))[: max(1, round(len(text) * 0.3))].strip()}" if text.strip() else text


def cut_off(root: QWidget) -> Iterator[str]:
    """A line for everything under the root that shows less than its words."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible():
            if isinstance(widget, QLabel | QAbstractButton) and widget.text():
                yield from _cut(widget)
            if isinstance(widget, SheetGrid):
                yield from _cut_cells(widget)


def _cut(widget: QLabel | QAbstractButton) -> Iterator[str]:
    name = f"{type(widget).__name__} {widget.objectName()} “{(widget.accessibleName() or widget.text())[:60]}”"
    flows = widget.hasHeightForWidth()
    if isinstance(widget, QLabel) and not widget.wordWrap() and not widget.hasScaledContents() and widget.text():
        flows = False
    if flows:
        needed = (widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
    else:
        needed = (widget.sizeHint().width(), widget.sizeHint().height())
    if needed[0] > widget.width() + 1 or needed[1] > widget.height() + 1:
        yield f"{name} needs {needed}, has {widget.size().toTuple()}"
    if hidden := _beyond(widget):
        yield f"{name} reaches beyond its {hidden}"


def _beyond(widget: QWidget) -> str:
    """The class of what cuts a widget off; what a list scrolls may reach beyond it where it can be scrolled to."""
    place = widget.rect()
    inner: QWidget = widget
    while not inner.isWindow():
        outer = inner.parentWidget()
        place = place.translated(inner.pos())
        inner = outer
        scrolls = isinstance(outer.parentWidget(), QAbstractScrollArea) and outer.parentWidget().viewport() is outer
        if scrolls:
            area = outer.parentWidget()
            across, down = area.horizontalScrollBar(), area.verticalScrollBar()
            if across.maximum() == 0 and not _within(place, outer.rect(), down=False):
                return type(area).__name__
            if down.maximum() == 0 and not _within(place, outer.rect(), down=True):
                return type(area).__name__
            if across.maximum() or down.maximum():
                return ""
        elif not (_within(place, outer.rect(), down=True) and _within(place, outer.rect(), down=False)):
            return f"{type(outer).__name__} {outer.objectName()}"
    return ""


def _within(place: QRect, room: QRect, *, down: bool) -> bool:
    first, last = (place.top(), place.bottom()) if down else (place.left(), place.right())
    least, most = (room.top(), room.bottom()) if down else (room.left(), room.right())
    return least - 1 <= first and last <= most + 1


def _cut_cells(grid: SheetGrid) -> Iterator[str]:
    model = grid.model()
    assert isinstance(model, SheetModel)
    pad, titles = 2 * theme.px(PAD), QFontMetrics(theme.font(tokens.LABEL, bold=True))
    if over := grid.horizontalScrollBar().maximum():
        yield f"{grid.accessibleName()} is {over} pixels wider than its place"
    for place, column in enumerate(model.columns):
        if grid.isColumnHidden(place):
            continue
        width = grid.columnWidth(place)
        title = titles.horizontalAdvance(say(column.title)) + pad
        if title > width and not column.tall_title:
            yield f"{grid.accessibleName()}, {column.key}: its title needs {title}, has {width}"
        for number, row in enumerate(model.rows):
            needed = _needed(column, row, width - pad)
            if needed[0] > width - pad + 1 or needed[1] > grid.rowHeight(number):
                said = column.text(row)
                yield (
                    f"{grid.accessibleName()}, {column.key}: “{said.first[:50]}|{said.second[:50]}” "
                    f"needs {needed}, has {(width - pad, grid.rowHeight(number))}"
                )


def _needed(column: Column[object], row: object, width: int) -> tuple[int, int]:
    text = column.text(row)  # type: ignore[arg-type]
    if not text.first and column.missing:
        return pill_size(say(column.missing)).width(), 0
    high = round(sum(text_height(text, width)))
    return longest_word(text) if text.wraps else column.cell.width(row, text), high  # type: ignore[arg-type]
