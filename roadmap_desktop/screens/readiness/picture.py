"""The picture: what the room thinks by dimension and by statement, where it is split, what blocks a pilot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QStackedWidget, QWidget

from roadmap_desktop.journey.inspection import Inspection, Target
from roadmap_desktop.journey.readiness import profile as profiles
from roadmap_desktop.journey.readiness.barriers import make_barrier
from roadmap_desktop.journey.readiness.comparing import Before, other_workshop, round_before
from roadmap_desktop.journey.readiness.detail import Detail, dimension_detail, statement_detail
from roadmap_desktop.journey.readiness.pillars import all_rounds, pillar_inspection, pillars
from roadmap_desktop.journey.readiness.profile import ProfilePicture, StatementLine, profile
from roadmap_desktop.journey.readiness.raters import present_round
from roadmap_desktop.journey.readiness.rating import begin_round
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.readiness import FloorWhen, unknown_share
from roadmap_desktop.screens.choosing import SystemChooser
from roadmap_desktop.screens.readiness.blocks_card import BlocksCard
from roadmap_desktop.screens.readiness.chart import ReadinessChart
from roadmap_desktop.screens.readiness.perspectives import PerspectivePanel
from roadmap_desktop.screens.readiness.profile_table import declare, declare_rounds, pillar_rows, table_rows
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.sheet import Sheet

_DIMENSIONS, _STATEMENTS, _UNKNOWN, _PILLARS = "dimensions", "statements", "unknown", "pillars"
_ALL_ROUNDS = -1
"""Stands among the rounds for all of them."""


class PictureStep(Step):
    """The profile of the room."""

    form = "readiness_picture"
    kinds = frozenset((*profiles.KINDS, "barrier", "workshop"))
    empty: EmptyState
    content: QWidget
    views: QStackedWidget
    chart: ReadinessChart
    table: Sheet
    round_choice: QComboBox
    view_choice: QComboBox
    as_table: Button
    compare: Button
    legend: QLabel
    asks: ClassVar[Callable[[QWidget], Path | None]] = staticmethod(SystemChooser().existing)
    blocks: BlocksCard

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._panel = PerspectivePanel(sitting.go, self)
        self._panel.hide()
        self._chosen = {_DIMENSIONS: "", _STATEMENTS: "", _UNKNOWN: "", _PILLARS: ""}
        self._other: Before | None = None
        self._declared: Before | int | None = None
        self._shown: ProfilePicture | None = None
        self._up_to: int | None = None
        declare(self.table)
        self.view_choice.addItem(self.say(message("By dimension")), _DIMENSIONS)
        self.view_choice.addItem(self.say(message("By statement")), _STATEMENTS)
        self.view_choice.addItem(self.say(message("Least known first")), _UNKNOWN)
        self.view_choice.addItem(self.say(message("By pillar")), _PILLARS)
        self.view_choice.currentIndexChanged.connect(self._view_taken)
        self.round_choice.currentIndexChanged.connect(self._round_taken)
        self.empty.begun.connect(lambda: sitting.go(Target("readiness", "rate")))
        self.chart.chosen.connect(self._row_chosen)
        self.table.selected.connect(self._row_chosen)
        self.as_table.clicked.connect(self._turn)
        self.compare.clicked.connect(self._compare)
        self.blocks.followed.connect(self.arrive)

    def picture(self) -> ProfilePicture:
        """By the latest round, or up to the round chosen."""
        return profile(self.sitting.document, self._up_to)

    def present(self, picture: ProfilePicture) -> None:
        """Shows chart or table, and what blocks."""
        self._shown = picture
        self.empty.setVisible(not picture.rated)
        self.content.setVisible(picture.rated)
        if not picture.rated:
            self.sitting.inspect(None)
            return
        self._offer_rounds(picture)
        self._offer_pillars()
        before = self._other or round_before(self.sitting.document, picture)
        if self._shows_all_rounds():
            self._show_rounds(picture)
        else:
            self._show_view(picture, before)
        self.legend.setText(self.say(self._legend(before)))
        self.views.setMaximumHeight(self.chart.most_height())
        self.blocks.present(picture.blocks)
        self._choose(self._chosen[self._view()] or self._first(picture))
        self._inspect()

    def remark(self, picture: ProfilePicture) -> Remark | None:
        """How many statements there are, and how many of them hold every pilot back."""
        statements = plural("{n} statement", "{n} statements", len(picture.statements))
        low = sum(block.when is FloorWhen.ANY and block.level is not None for block in picture.blocks)
        if not low:
            return Remark(statements)
        return Remark(message("{statements} · {low} below the pilot floor", statements=statements, low=low), "warn")

    def arrive(self, subject: str) -> None:
        """Selects a dimension or a statement."""
        if self._stale:
            self.refresh()
        if self._shown is None:
            return
        view = _STATEMENTS if self._shown.statement(subject) else _DIMENSIONS
        self._chosen[view] = subject
        if view == self._view():
            self._choose(subject)
        else:
            self.view_choice.setCurrentIndex(self.view_choice.findData(view))

    def showEvent(self, event: QShowEvent) -> None:
        """Comes back with what was selected."""
        super().showEvent(event)
        self._inspect()

    def _view(self) -> str:
        return str(self.view_choice.currentData())

    def _show_view(self, picture: ProfilePicture, before: Before | None) -> None:
        if isinstance(self._declared, int):  # all rounds were shown
            self.views.setCurrentWidget(self.chart)
            self.as_table.setEnabled(True)
            self.as_table.say(message("As table"))
        lines = self._lines(picture)
        if self._view() == _PILLARS:
            self.chart.show_pillars(picture, pillars(self.sitting.document, self._up_to))
        elif lines is None:
            self.chart.show_dimensions(picture, before)
        else:
            self.chart.show_statements(picture, lines, before)
        if before != self._declared:
            declare(self.table, before)
            self._declared = before
        self._fill_table(picture)

    def _legend(self, before: Before | None) -> Words:
        if self._shows_all_rounds():
            return message("the median by the end of each round")
        return _legend(None if self._view() == _PILLARS else before)

    def _shows_all_rounds(self) -> bool:
        return self.round_choice.currentData() == _ALL_ROUNDS and self._view() != _PILLARS

    def _show_rounds(self, picture: ProfilePicture) -> None:
        """The median of each round beside the others; there is no chart of it."""
        if self._declared != picture.rounds:
            declare_rounds(self.table, picture.rounds)
            self._declared = picture.rounds
        lines = all_rounds(self.sitting.document, picture, by_statement=self._view() != _DIMENSIONS)
        self.table.present(lines)
        self.views.setCurrentWidget(self.table)
        self.as_table.setEnabled(False)

    def _offer_pillars(self) -> None:
        """Only where the instrument has several."""
        place, several = self.view_choice.findData(_PILLARS), bool(pillars(self.sitting.document))
        if several and place < 0:
            self.view_choice.addItem(self.say(message("By pillar")), _PILLARS)
        elif not several and place >= 0:
            self.view_choice.removeItem(place)

    def _fill_table(self, picture: ProfilePicture) -> None:
        """Only while it is seen: hundreds of lines take longer to lay out than the chart to paint."""
        if self.views.currentWidget() is not self.table or isinstance(self._declared, int):
            return
        if self._view() == _PILLARS:
            self.table.present(pillar_rows(pillars(self.sitting.document, self._up_to)))
        else:
            self.table.present(table_rows(picture, self._lines(picture), self._declared))

    def _first(self, picture: ProfilePicture) -> str:
        """What is worth a look first: a split room, else what is rated."""
        if self._view() == _PILLARS:
            return next((line.key for line in pillars(self.sitting.document, self._up_to)), "")
        lines = self._lines(picture)
        shown = picture.dimensions if lines is None else lines
        split = (line.entry.uuid for line in shown if line.split and self._view() != _UNKNOWN)
        rated = (line.entry.uuid for line in shown if line.spread.n)
        return next(split, "") or next(rated, "")

    def _lines(self, picture: ProfilePicture) -> tuple[StatementLine, ...] | None:
        """The statements to show, those first of which most don't know where that is asked; None by dimension."""
        if self._view() in (_DIMENSIONS, _PILLARS):
            return None
        if self._view() == _STATEMENTS:
            return picture.statements
        return tuple(sorted(picture.statements, key=lambda line: -unknown_share(line.spread)))

    def _compare(self) -> None:
        """Lays another workshop's medians beside, or takes them away again; the choice is forgotten with the window."""
        picture = self._shown
        if picture is None:
            return
        if self._other is not None:
            self._other = None
        elif (path := type(self).asks(self)) is not None:
            self._other = self.sitting.attempt(lambda: other_workshop(path, picture))
        self.compare.say(message("Compare with last year") if self._other is None else message("Stop comparing"))
        self.present(picture)

    def _choose(self, uuid: str) -> None:
        self.chart.choose(uuid)
        self.table.select(uuid)

    def _row_chosen(self, uuid: str) -> None:
        if not uuid:
            return
        self._chosen[self._view()] = uuid
        with QSignalBlocker(self.chart), QSignalBlocker(self.table):
            self._choose(uuid)
        self._inspect()

    def _view_taken(self) -> None:
        if self._shown is not None:
            self.present(self._shown)

    def _turn(self) -> None:
        as_table = self.views.currentWidget() is not self.table
        self.views.setCurrentWidget(self.table if as_table else self.chart)
        if as_table and self._shown is not None:
            self._fill_table(self._shown)
            self._choose(self._chosen[self._view()])
        self.as_table.say(message("As chart") if as_table else message("As table"))

    def _offer_rounds(self, picture: ProfilePicture) -> None:
        self.round_choice.setVisible(picture.rounds > 1)
        if self.round_choice.count() == picture.rounds + 1:
            return
        with QSignalBlocker(self.round_choice):
            self.round_choice.clear()
            self.round_choice.addItem(self.say(message("Latest round")), None)
            for number in range(1, picture.rounds):
                self.round_choice.addItem(self.say(message("Round {number}", number=number)), number)
            self.round_choice.addItem(self.say(message("All rounds")), _ALL_ROUNDS)
            self.round_choice.setCurrentIndex(max(0, self.round_choice.findData(self._up_to)))

    def _round_taken(self) -> None:
        chosen = self.round_choice.currentData()
        self._up_to = None if chosen == _ALL_ROUNDS else chosen
        self.refresh()

    def _detail(self) -> Detail | None:
        uuid = self._chosen[self._view()]
        if self._view() == _PILLARS:
            return None
        detail = dimension_detail if self._view() == _DIMENSIONS else statement_detail
        return detail(self.sitting.document, uuid, self._up_to) if uuid else None

    def _inspect(self) -> None:
        if not self.isVisible() or self._shown is None or not self._shown.rated:
            return
        detail = self._detail()
        if detail is None:
            self.sitting.inspect(self._pillar())
            return
        self._panel.present(detail)
        self.sitting.inspect(detail.inspection, self._actions(detail), self._panel)

    def _pillar(self) -> Inspection | None:
        found = pillars(self.sitting.document, self._up_to) if self._view() == _PILLARS else ()
        line = next((each for each in found if each.key == self._chosen[_PILLARS]), None)
        return None if line is None else pillar_inspection(line)

    def _actions(self, detail: Detail) -> tuple[Action, ...]:
        actions = []
        if (line := detail.barrier_from) is not None:
            words = message("Make this a barrier")
            if self._view() == _DIMENSIONS:
                words = message("Make statement {number} a barrier", number=line.entry.number)
            actions.append(Action(words, lambda: self._make_barrier(line.entry.uuid), "B"))
        again = Action(message("Rate again after discussion"), self._rate_again)
        return (*actions, again)

    def _make_barrier(self, statement: str) -> None:
        self.sitting.attempt(lambda: make_barrier(self.sitting.document, [statement]))

    def _rate_again(self) -> None:
        """Begins the next round, unless it has begun already, and goes to where it is rated."""
        document = self.sitting.document
        if self._shown is not None and present_round(document) <= self._shown.rounds:
            self.sitting.attempt(lambda: begin_round(document))
        statement = "" if self._view() in (_DIMENSIONS, _PILLARS) else self._chosen[self._view()]
        self.sitting.go(Target("readiness", "rate", statement))


def _legend(before: Before | None) -> Words:
    """What the marks of the chart are."""
    if before is None:
        return message("mark: a person · bar: middle half · tick: median")
    return message("mark: a person · tick: median · hollow: {then}", then=before.name)


STEP = PictureStep
