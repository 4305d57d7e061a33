"""A table of the room as a card: its name, whose voice it lacks, the people as chips; people can be dropped here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.prepare.tables import VOICES, TableCard
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.prepare.personchip import PERSON, Look, PersonChip
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.pill import Pill
from roadmap_desktop.widgets.shapes import Shape, plate
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone

LEAST = 184
"""How narrow a card may be, in pixels at normal text size."""


class SeatingCard(QFrame):
    """``dropped`` carries who was let go here and on whom (empty: on nobody). The step fills and saves the name."""

    dropped = Signal(str, str)
    held_over = Signal(QPoint)  # in the board
    removed = Signal()

    def __init__(self, table: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.chips: list[PersonChip] = []
        self._is_over = False
        self._name = QLineEdit(self)
        self._name.setProperty("flat", True)
        self._name.setFont(theme.font(tokens.BODY, bold=True))
        self._name.setStyleSheet("font-weight: bold")
        self._name.setAccessibleName(say(message("Name of the table")))
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setMinimumHeight(theme.px(tokens.FIELD))
        self._count = QLabel(self)
        self._count.setProperty("role", "hint")
        self._lacks = Pill(self)
        self._absent = Paragraph(self, role="hint")
        self._remove = Button(self, words=message("Remove the table"), weight=Weight.PLAIN, pressed=self.removed.emit)
        self._people = QGridLayout()
        self._columns = 1
        self.setAcceptDrops(True)
        self.setMinimumWidth(theme.px(LEAST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._lay_out()

    def present(self, card: TableCard, chips: Sequence[PersonChip], *, movable: bool) -> None:
        """Shows a table, or (no uuid, no name) the people without one; its chips are the board's."""
        is_table = bool(card.name)
        for line, there in ((self._name, is_table and movable), (self._title, not is_table or not movable)):
            line.setVisible(there)
        self.setAcceptDrops(movable)
        self._title.setText(say(card.name or message("No table yet")))
        self._count.setText(say(plural("{n} person", "{n} people", len(card.people))))
        absent = tuple(words for words in card.absent if words != VOICES[0][1]) if is_table else ()
        lacks_teacher = is_table and card.lacks_teacher
        self._lacks.present(VOICES[0][1] if lacks_teacher else "", Tone.WARN, Shape.ALERT)
        self._absent.say(message("{voices} here", voices=absent) if absent else _nobody(card, movable=movable))
        self._absent.setVisible(bool(self._absent.plain()))
        self._remove.setVisible(is_table and movable and not card.people)
        self.chips = list(chips)
        self._put_chips()
        for chip in self.chips:
            chip.show()
        self.setAccessibleName(say(card.name or message("No table yet")))

    def name_field(self) -> QLineEdit:
        """Where the table is named."""
        return self._name

    def said(self) -> tuple[str, str]:
        """What it says of a missing teacher, and of other voices."""
        return self._lacks.text(), self._absent.plain()

    def spread(self, columns: int) -> None:
        """Puts the people side by side in so many columns, where one card has all the room."""
        if columns != self._columns:
            self._columns = columns
            self._put_chips()

    def show_over(self, *, over: bool) -> None:
        """Tints it while somebody is held over it."""
        if over is not self._is_over:
            self._is_over = over
            self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A person may be dropped here."""
        if event.mimeData().hasFormat(PERSON):
            event.acceptProposedAction()
            self.show_over(over=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows with whom places would be changed."""
        on = self._under(event.position().toPoint())
        for chip in self.chips:
            chip.wear(Look.TARGET if chip is on else Look.RESTING)
        event.acceptProposedAction()
        self.held_over.emit(self.mapToParent(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The drag went on."""
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells who was let go, and on whom."""
        self._end_drag()
        event.acceptProposedAction()
        carried = bytes(event.mimeData().data(PERSON).data()).decode("ascii", "ignore")
        on = self._under(event.position().toPoint())
        self.dropped.emit(carried, on.person.uuid if on is not None else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card; on tint while somebody is held over it."""
        worn = theme.worn()
        ground = worn.tint if self._is_over else worn.surface if self.table else worn.paper
        line = worn.accent if self._is_over else worn.line
        plate(QPainter(self), QRectF(self.rect()), tokens.CARD_RADIUS, theme.colour(ground), theme.colour(line))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._people.setContentsMargins(0, theme.px(4), 0, 0)
        self._people.setSpacing(theme.px(6))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (10, 6, 10, 10)))
        layout.setSpacing(theme.px(4))
        layout.addLayout(head)
        layout.addWidget(self._lacks)
        layout.addWidget(self._absent)
        layout.addLayout(self._people)
        layout.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _put_chips(self) -> None:
        while self._people.count():
            self._people.takeAt(0)
        for column in range(max(self._columns, self._people.columnCount())):
            self._people.setColumnStretch(column, 1 if column < self._columns else 0)
        for place, chip in enumerate(self.chips):
            self._people.addWidget(chip, *divmod(place, self._columns))

    def _under(self, place: QPoint) -> PersonChip | None:
        return next((chip for chip in self.chips if chip.geometry().contains(place)), None)

    def _end_drag(self) -> None:
        self.show_over(over=False)
        for chip in self.chips:
            chip.wear(Look.RESTING)


def _nobody(card: TableCard, *, movable: bool) -> Words:
    if card.people or not movable:
        return ""
    return message("Nobody sits here: drop a person, or pick one up with Space.") if card.name else ""
