"""Impact against effort within the ranking: the plane, and the same use cases as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QStackedWidget, QWidget

from roadmap_desktop.charts.matrix import MatrixChart
from roadmap_desktop.charts.matrix_plot import MatrixMark, MatrixWords
from roadmap_desktop.journey.usecases.impact import QUARTER_NAMES, ImpactRow, impact_rows, impact_sentence
from roadmap_desktop.journey.usecases.ranking import RankingRow
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.matrix import Quarter, Spread
from roadmap_desktop.rules.usecases import LEAST_SCORE, MOST_SCORE
from roadmap_desktop.store.document import Document
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.chart_look import chart_look
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.sheet import Sheet

LEGEND = message("mark: median · bars: middle half · hollow: the scorers leave the quarter open")
"""What the marks of the plane are."""

_WORDS = MatrixWords(
    across=(message("little effort"), message("much effort")),
    up=(message("low impact"), message("high impact")),
    quarters=(
        QUARTER_NAMES[Quarter.QUICK_WIN],
        QUARTER_NAMES[Quarter.PROJECT],
        QUARTER_NAMES[Quarter.FILLER],
        QUARTER_NAMES[Quarter.THANKLESS],
    ),
)


class ImpactChart(MatrixChart):
    """The plane in the look of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, look=chart_look, words=_WORDS, scale=(round(LEAST_SCORE), round(MOST_SCORE)))


class ImpactView(QObject):
    """Keeps chart and table alike; what is chosen in either is chosen in the ranking too."""

    def __init__(
        self, views: QStackedWidget, chart: ImpactChart, table: Sheet, as_table: Button, ranking: Sheet
    ) -> None:
        super().__init__(views)
        self._views, self._chart, self._table, self._as_table, self._ranking = views, chart, table, as_table, ranking
        self._rows: tuple[ImpactRow, ...] = ()
        table.declare(_columns(), name=message("Impact and effort in numbers"))
        chart.chosen.connect(self._took)
        table.selected.connect(self._took)
        as_table.clicked.connect(self._turn)

    def present(self, document: Document, rows: Sequence[RankingRow]) -> Words:
        """Shows the use cases in the order of the ranking, and gives the sentence that says what is seen."""
        self._rows = impact_rows(document, [(row.uuid, row.name, row.place) for row in rows])
        sentence = impact_sentence(self._rows)
        with QSignalBlocker(self._chart), QSignalBlocker(self._table):
            marks = [_mark(row) for row in self._rows]
            self._chart.present(marks, name=message("Impact against effort"), sentence=sentence)
            self._table.present(self._rows)
            self._choose(self._ranking.current())
        return sentence

    def _choose(self, uuid: str) -> None:
        self._chart.choose(uuid)
        self._table.select(uuid)

    def _took(self, uuid: str) -> None:
        if not uuid:
            return
        with QSignalBlocker(self._chart), QSignalBlocker(self._table):
            self._choose(uuid)
        self._ranking.select(uuid)

    def _turn(self) -> None:
        as_table = self._views.currentWidget() is not self._table
        self._views.setCurrentWidget(self._table if as_table else self._chart)
        self._as_table.say(message("As chart") if as_table else message("As table"))


def _mark(row: ImpactRow) -> MatrixMark:
    impact, effort = row.spot.impact, row.spot.effort
    return MatrixMark(
        uuid=row.uuid,
        name=row.name,
        spoken=row.sentence,
        across=effort.middle,
        up=impact.middle,
        across_half=(effort.low, effort.high),
        up_half=(impact.low, impact.high),
        is_open=row.spot.is_open,
    )


def _columns() -> list[Column[ImpactRow]]:
    return [
        Column("place", "", lambda row: row.place, strong=True, width=30),
        Column("name", message("Use case"), lambda row: row.name, stretch=1, wraps=True),
        Column("impact", message("Impact"), lambda row: row.spot.impact.middle, digits=1),
        Column("impact_half", message("Middle half"), lambda row: _half(row.spot.impact), right=True),
        Column("effort", message("Effort"), lambda row: row.spot.effort.middle, digits=1),
        Column("effort_half", message("Middle half"), lambda row: _half(row.spot.effort), right=True),
        Column("quarter", message("Quarter"), lambda row: row.quarter, width=170),
    ]


def _half(spread: Spread) -> Words:
    return message("{low:.1} to {high:.1}", low=spread.low, high=spread.high)
