"""Ranking: the use cases by score, the places each takes, and how sure the first ones are; live under other weights."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.usecases import comparing, perspectives, ranking
from roadmap_desktop.journey.usecases.leaving import alone_each, without_each
from roadmap_desktop.journey.usecases.ranking import RankingPicture, RankingRow
from roadmap_desktop.journey.usecases.sureness import BASES, headline, method, smallest, who_matters
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.acceptability import Basis
from roadmap_desktop.rules.usecases import LEAST_SCORE, MOST_SCORE
from roadmap_desktop.screens.foreign import ForeignPreview
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.sourcefile import SourceChooser, ask_for_source
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.screens.usecases.choice_look import shape_of, tone_of
from roadmap_desktop.screens.usecases.comparing import Comparing
from roadmap_desktop.screens.usecases.cut_line import CutLine
from roadmap_desktop.screens.usecases.impact_view import LEGEND, ImpactChart, ImpactView
from roadmap_desktop.screens.usecases.importing import Importing, ImportingStep
from roadmap_desktop.screens.usecases.pairs import PairsPanel
from roadmap_desktop.screens.usecases.taking import WeightsTaking
from roadmap_desktop.screens.usecases.weighing import Weighing
from roadmap_desktop.screens.usecases.weights_panel import WeightsPanel
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.cells import BarCell, DotsCell, PillCell, Span
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet

_BAR, _DOTS = 124, 150
"""Widths of the drawn columns, in pixels; with more than ten places the dots move together."""

_LIST, _IMPACT = "list", "impact"


class RankingStep(ImportingStep):
    """The ranking as a table with drawn cells; the weights stand beside it in the inspector."""

    form = "usecases_ranking"
    kinds = frozenset((*ranking.KINDS, *perspectives.KINDS, *comparing.KINDS))
    scrolls_inside = True  # the table scrolls inside the step, so that its titles stay
    said: Paragraph
    changes: Paragraph
    view: SegmentedChoice
    ranking: Sheet
    views: QStackedWidget
    impact: ImpactChart
    impact_table: Sheet
    as_table: Button
    basis: SegmentedChoice
    method: QLabel
    pairs_button: Button
    pairs: PairsPanel
    import_button: Button
    preview: ForeignPreview
    ask: SourceChooser = staticmethod(ask_for_source)

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._basis = Basis.NEAR
        self._picture: RankingPicture | None = None
        self._declared: tuple[int, int] | None = None
        self.panel = WeightsPanel(self)
        self.panel.hide()
        self._weighing = Weighing(sitting, self.panel)
        self._empty = EmptyState(
            sentence=message("Here stands the ranking of the use cases, and how sure it is."),
            button=message("Pick use cases"),
            feeds=message("The first places are what the room decides on."),
        )
        self._empty.begun.connect(lambda: sitting.go(Target("usecases", "collect")))
        self._declare(0, 0)
        self._cut = CutLine(self.ranking)
        self._on_plane = ImpactView(self.views, self.impact, self.impact_table, self.as_table, self.ranking)
        self.view.present([(_LIST, message("List")), (_IMPACT, message("Impact and effort"))], _LIST)
        self._live = QTimer(self, singleShot=True, interval=0)
        self._live.timeout.connect(self.refresh)
        self.basis.present([(each.value, words) for each, words in BASES.items()], self._basis.value)
        self._importing = Importing(
            self, self.preview, self.import_button, lambda: WeightsTaking, self._own_parts, lambda: self.ask
        )
        self._comparing = Comparing(self, self.pairs, self.pairs_button, self._own_parts, self._weighing)
        self._connect()

    def picture(self) -> RankingPicture:
        """The ranking under the weights as they stand in the panel, which may be on their way."""
        return ranking.ranking(self.sitting.document, self._basis, self._weighing.tried(self._basis))

    def present(self, picture: RankingPicture) -> None:
        """Shows rows, sentence and panel."""
        self._picture = picture
        selected = self.ranking.current()
        self._declare(len(picture.rows), picture.top)
        self.ranking.present(picture.rows)
        if picture.rows and not self.ranking.current() and not self.ranking.select(selected):
            self.ranking.select(picture.rows[min(picture.top, len(picture.rows)) - 1].uuid)
            QTimer.singleShot(0, self.ranking.grid.scrollToTop)
        first = sum(row.place is not None and row.place <= picture.top for row in picture.rows)
        self._cut.draw_under(first if first < picture.scored else 0)
        if picture.rows and self._shows_plane():
            self.said.say(self._on_plane.present(self.sitting.document, picture.rows))
            self.method.setText(self.say(LEGEND))
        else:
            self.said.say(self._weighing.above(headline(picture)) if picture.rows else "")
            self.method.setText(self.say(method(picture)))
            self.changes.say(self._changing(picture))
        self._show_parts(is_empty=not picture.rows)
        self._importing.keep_away()
        self._comparing.keep_away()
        self._comparing.refresh()
        self._inspect()

    def remark(self, picture: RankingPicture) -> Remark | None:
        """How many have scored."""
        if not picture.rows:
            return None
        if not picture.scorers:
            return Remark(message("nobody has scored yet"))
        return Remark(plural("{n} has scored", "{n} have scored", picture.scorers))

    def arrive(self, subject: str) -> None:
        """Selects a use case."""
        if self._stale:
            self.refresh()
        self.ranking.select(subject)

    def save_typing(self) -> None:
        """Keeps a weight that waits for a pause."""
        super().save_typing()
        self.panel.keep()

    def showEvent(self, event: QShowEvent) -> None:
        """Comes back with the weights beside it."""
        super().showEvent(event)
        self._inspect()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing waits while the step is away."""
        super().hideEvent(event)
        self._live.stop()

    def _connect(self) -> None:
        self.basis.chosen.connect(self._vary)
        self.view.chosen.connect(lambda _: self.refresh())
        self.ranking.selected.connect(lambda _: self._inspect())
        self.ranking.opened.connect(self._decide)
        self.panel.moved.connect(self._live.start)
        self._weighing.turned.connect(self.refresh)

    def _declare(self, cases: int, top: int) -> None:
        if self._declared == (cases, top):
            return
        empty = self._empty if self._declared is None else None
        self._declared = (cases, top)
        self.ranking.declare(_columns(cases, top), name=message("Ranking"), empty=empty)

    def _own_parts(self) -> list[QWidget]:
        shown = [self.said, self.view, self.changes, self.ranking, self.views, self.basis, self.method, self.as_table]
        return [*shown, self.pairs_button, self.import_button]

    def _shows_plane(self) -> bool:
        return self.view.current() == _IMPACT

    def _show_parts(self, *, is_empty: bool) -> None:
        """What belongs to the list, or to the plane; the empty list says what will be here."""
        is_plane = self._shows_plane() and not is_empty
        both: tuple[QWidget, ...] = (self.said, self.view, self.method)
        plane: tuple[QWidget, ...] = (self.views, self.as_table)
        listed: tuple[QWidget, ...] = (self.changes, self.basis, self.pairs_button, self.import_button)
        for widget in (*both, *plane, *listed):
            widget.setVisible(not is_empty and (widget in both or (widget in plane) == is_plane))
        self.ranking.setVisible(not is_plane)
        if not self.changes.plain():
            self.changes.hide()

    def _changing(self, picture: RankingPicture) -> Words:
        """What would change the first places: weights, or who is in the room."""
        if picture.basis is Basis.PERSPECTIVES:
            return ""
        if picture.basis is Basis.VOTERS and not self._weighing.tried(picture.basis):
            document = self.sitting.document
            return who_matters(without_each(document), alone_each(document), picture.top)
        return smallest(picture)

    def _vary(self, basis: str) -> None:
        self._basis = Basis(basis)
        self.refresh()

    def _decide(self, uuid: str) -> None:
        self.sitting.go(Target("usecases", "decide", uuid))

    def _inspect(self) -> None:
        if self._picture is None or not self.isVisible() or self._importing.is_shown or self._comparing.is_shown:
            return
        if not self._picture.rows:
            self.sitting.inspect(None)
            return
        uuid = self.ranking.current()
        self._weighing.present(self._picture, next((row for row in self._picture.rows if row.uuid == uuid), None))
        decide = Action(message("Decide: pilot, later, parked, no"), lambda: self._decide(uuid))
        self.sitting.inspect(None, (decide,), self.panel)


def _columns(cases: int, top: int) -> Sequence[Column[RankingRow]]:
    return [
        Column("place", "", lambda row: row.place, strong=True, width=30),
        Column("name", message("Use case"), lambda row: row.name, second=_about, stretch=1, wraps=True),
        Column(
            "spread",
            message("Score and spread"),
            _unscored,
            cell=BarCell(_span, LEAST_SCORE, MOST_SCORE, wanted=_BAR - 16),
            width=_BAR,
            hint=message(
                "From 1 to 5. The tick is the room's score, the bar holds the middle half of those who scored."
            ),
        ),
        Column("score", "", lambda row: row.score, digits=2, strong=True, width=50),
        Column(
            "places",
            message("Places, 1 to {n}", n=cases),
            _places,
            cell=DotsCell(lambda row: _taken(row), cases),
            width=_DOTS,
        ),
        Column("top", message("In top {top}", top=top), _in_top, strong=True, right=True, width=66),
        Column(
            "choice",
            message("Decided"),
            lambda row: row.choice_words,
            cell=PillCell(lambda row: tone_of(row.choice), lambda row: shape_of(row.choice)),
            width=86,
        ),
    ]


def _about(row: RankingRow) -> Words:
    return message("{about} · vetoed", about=row.about) if row.veto else row.about


def _span(row: RankingRow) -> Span | None:
    if row.score is None:
        return None
    return Span(row.score, row.q1 or row.score, row.q3 or row.score)


def _unscored(row: RankingRow) -> Words:
    if row.score is None:
        return plural("{n} not scored", "{n} not scored", len(row.missing)) if row.missing else ""
    if row.q1 is None or row.q3 is None:
        return message("{score:.2}", score=row.score)
    return message("{score:.2}, middle half {low:.1} to {high:.1}", score=row.score, low=row.q1, high=row.q3)


def _places(row: RankingRow) -> Words:
    if row.rank_low is None or row.rank_high is None:
        return ""
    if row.rank_low == row.rank_high:
        return message("always {place}", place=row.rank_low)
    return message("{low} to {high}", low=row.rank_low, high=row.rank_high)


def _taken(row: RankingRow) -> range:
    if row.rank_low is None or row.rank_high is None:
        return range(0)
    return range(row.rank_low, row.rank_high + 1)


def _in_top(row: RankingRow) -> Words:
    return "" if row.in_top is None else message("{share:percent}", share=row.in_top)


STEP = RankingStep
