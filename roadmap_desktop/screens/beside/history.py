"""The history: every step, the newest first; a point is looked at before one goes there, and one can come back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from roadmap_desktop.journey.inspection import Inspection, Line, Section
from roadmap_desktop.journey.keeping.history import (
    HistoryLine,
    HistoryStanding,
    Point,
    go_to_point,
    lines,
    point,
    standing,
)
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.screens.beside.history_list import HistoryList
from roadmap_desktop.screens.beside.history_model import AT_A_TIME
from roadmap_desktop.screens.beside.page import BesidePage
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.screens.typing import SEEKS
from roadmap_desktop.store.history import START, State
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph

_MOST_ANEW = 400
"""Of a list that was scrolled far down, so many lines are read again after a move."""
_LOOKING_PAUSE_MS = 60
"""While someone runs through the list with an arrow key, nothing is counted."""


class HistoryPage(BesidePage):
    """Steps by day; the inspector says what a step changed, or what going there would change."""

    form = "beside_history"
    kinds = frozenset(table.name for table in fact_tables())
    question: Paragraph
    sought: QLineEdit
    steps: HistoryList
    nothing: EmptyState

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._look = QTimer(self, singleShot=True, interval=_LOOKING_PAUSE_MS)
        self._look.timeout.connect(self._inspect)
        self._standing = HistoryStanding(is_empty=True, undone=0)
        self.sought.setProperty(SEEKS, True)
        self.sought.textChanged.connect(lambda _: self._list(AT_A_TIME))
        self.steps.chosen.connect(lambda _: self._look.start())
        self.steps.taken.connect(self._go)
        self.steps.typed.connect(self._seek)
        self.steps.steps.settled.connect(self._say_what_is_found)

    def picture(self) -> HistoryStanding:
        """Where the workshop stands; the steps are read as someone looks at them."""
        return standing(self.sitting.document)

    def present(self, picture: HistoryStanding) -> None:
        """Shows the steps anew, with the same one chosen."""
        self._standing = picture
        for part in (self.question, self.sought):
            part.setHidden(picture.is_empty)
        self._list(min(max(self.steps.steps.lines_read(), AT_A_TIME), _MOST_ANEW))

    def remark(self, picture: HistoryStanding) -> Remark | None:
        """What can be made again."""
        if not picture.undone:
            return None
        return Remark(plural("{n} step taken back", "{n} steps taken back", picture.undone))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the field to the list; Escape empties the field before it leaves the page."""
        if event.key() == Qt.Key.Key_Down and self.sought.hasFocus():
            self.steps.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.sought.text():
            self.sought.clear()
        else:
            super().keyPressEvent(event)

    def _list(self, limit: int) -> None:
        model, current = self.steps.steps, self.steps.current()
        model.begin(lambda count, before: lines(self.sitting.document, count, before), self.sought.text(), limit)
        place = model.place(current.step) if current is not None else model.present()
        self.steps.setCurrentIndex(place if place.isValid() else model.present())
        self._look.start()

    def _seek(self, sign: str) -> None:
        self.sought.setFocus()
        self.sought.insert(sign)

    def _say_what_is_found(self) -> None:
        found = bool(self.steps.steps.rows) and not self._standing.is_empty
        self.steps.setVisible(found)
        self.nothing.setVisible(not found)
        if self._standing.is_empty:
            self.nothing.present(
                message("Every step will be listed here with its time, so that you can go back to any of them."),
                "",
            )
        elif not found:
            self.nothing.present(message("No step has these words."), "")

    def _go(self, line: HistoryLine) -> None:
        if not line.is_present and line.state is not State.LEFT and not self.sitting.document.read_only:
            self.sitting.attempt(lambda: go_to_point(self.sitting.document, line.step))

    def _inspect(self) -> None:
        if not self.isVisible():
            return
        line = self.steps.current() if self.steps.isVisible() else None
        known = None if line is None else point(self.sitting.document, line.step)
        if line is None or known is None:
            self.sitting.inspect(None)
            return
        actions: tuple[Action, ...] = ()
        if known.can_go and not self.sitting.document.read_only:
            actions = (Action(message("Go to this point"), lambda: self._go(line)),)
        self.sitting.inspect(inspection(known), actions)


def inspection(known: Point) -> Inspection:
    """What the inspector says of a point: what it is, what is on the way, what would be different there."""
    line = known.line
    when = "" if line.at is None else message("{day:long}, {time}", day=line.at.date(), time=line.at.time())
    sections = []
    if known.can_go:
        sections.append(_on_the_way(known))
    heading = message("What would be different") if known.can_go else message("What it changed")
    changes = tuple(Line(_count(each.name, each.count)) for each in known.changes)
    if changes or line.step != START:
        sections.append(Section(heading, changes or (Line(message("Nothing")),)))
    kicker = message("The workshop stands here") if line.is_present else message("A point in the history")
    if line.state is State.LEFT:
        kicker = message("A step that was left behind")
        sections.append(
            Section(
                message("Why is it here?"),
                (Line(message("It was taken back, and then something else was done. It can only be looked at.")),),
            )
        )
    return Inspection(kicker, line.label, when, tuple(sections))


def _on_the_way(known: Point) -> Section:
    heading = (
        plural("Going there takes back {n} step", "Going there takes back {n} steps", known.steps)
        if known.is_back
        else plural("Going there makes {n} step again", "Going there makes {n} steps again", known.steps)
    )
    named = [Line(label) for label in known.labels]
    if (others := known.steps - len(named)) > 0:
        named.append(Line(plural("and {n} more", "and {n} more", others)))
    return Section(heading, tuple(named))


def _count(stage: Words, count: int) -> Words:
    return plural("{stage}: {n} answer", "{stage}: {n} answers", count, stage=stage)


PAGE = HistoryPage
