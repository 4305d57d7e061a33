"""The step Indicators: what is watched, how often, which figure asks for action, and what was read last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QShowEvent

from roadmap_desktop.journey.monitoring.detail import indicator_inspection
from roadmap_desktop.journey.monitoring.indicators import (
    IndicatorField,
    add_indicator,
    edit_indicator,
    remove_indicators,
)
from roadmap_desktop.journey.monitoring.picture import (
    KINDS,
    IndicatorRow,
    MonitoringPicture,
    monitoring,
    threshold_in_words,
)
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.language import message, plural
from roadmap_desktop.rules.monitoring import Area, Cadence
from roadmap_desktop.screens.monitoring.figure_cell import FigureCell
from roadmap_desktop.screens.monitoring.indicator_panel import IndicatorPanel
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet

_WATCHED, _ALL = "watched", "all"


class IndicatorsStep(Step):
    """The indicators, edited in place; side, unit and words of the selected one in the inspector."""

    form = "monitoring_indicators"
    kinds = frozenset(KINDS)
    scrolls_inside = True  # the table scrolls inside the step, so that its titles stay
    shown: SegmentedChoice
    indicators: Sheet

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._wanted = _ALL
        self._panel = IndicatorPanel(sitting, self)
        self._panel.hide()
        self._declare()
        self.shown.chosen.connect(self._filtered)
        self.indicators.selected.connect(lambda _: self._inspect())
        self.indicators.removed.connect(self._removed)

    def picture(self) -> MonitoringPicture:
        """All indicators."""
        return monitoring(self.sitting.document)

    def present(self, picture: MonitoringPicture) -> None:
        """Shows the indicators that are wanted."""
        watched = tuple(row for row in picture.indicators if row.watched)
        some = 0 < len(watched) < len(picture.indicators)
        self.shown.present(
            [
                (_WATCHED, message("Watched, {n}", n=len(watched))),
                (_ALL, message("All {n}", n=len(picture.indicators))),
            ],
            self._wanted if some else _ALL,
        )
        self.shown.setVisible(some)
        self.indicators.present(watched if some and self._wanted == _WATCHED else picture.indicators)
        self._inspect()

    def remark(self, picture: MonitoringPicture) -> Remark | None:
        """What lies beyond its threshold, or how much is watched."""
        watched = [row for row in picture.indicators if row.watched]
        if beyond := sum(row.breached for row in watched):
            return Remark(
                plural("{n} reading beyond its threshold", "{n} readings beyond their thresholds", beyond), "bad"
            )
        return Remark(plural("{n} indicator watched", "{n} indicators watched", len(watched))) if watched else None

    def arrive(self, subject: str) -> None:
        """Selects an indicator; where it is not among those shown, all are."""
        if not self.indicators.select(subject):
            self._filtered(_ALL)
            self.indicators.select(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Tells the inspector again what is selected here."""
        super().showEvent(event)
        self._inspect()

    def hideEvent(self, event: QHideEvent) -> None:
        """Saves what was typed in the inspector."""
        self._panel.save_typing()
        super().hideEvent(event)

    def _declare(self) -> None:
        columns: list[Column[IndicatorRow]] = [
            Column(
                "name",
                message("Indicator"),
                lambda row: row.name,
                second=lambda row: row.measure,
                edit=self._edit(IndicatorField.NAME),
                stretch=1,
                wraps=True,
                sortable=True,
            ),
            *self._kinds_of(),
            *self._figures(),
            Column(
                "watched",
                message("Watched"),
                lambda row: row.watched,
                edit=self._edit(IndicatorField.WATCHED),
                cell=CheckCell(lambda row: row.watched),
                hint=message("What is watched is read at every review."),
            ),
        ]
        self.indicators.declare(
            columns,
            name=message("Indicators"),
            add=message("Add an indicator of your own"),
            begin=self._begun,
            empty=EmptyState(
                sentence=message("What is watched once a use case runs will stand here."),
                button=message("Add the first indicator"),
                feeds=message("Every review reads what is watched."),
            ),
        )

    def _kinds_of(self) -> tuple[Column[IndicatorRow], ...]:
        words = phrases(self.sitting.document)
        areas = tuple((each.value, words.get(f"indicator_area.{each}.name", each.value)) for each in Area)
        cadences = tuple((each.value, words.get(f"cadence.{each}.name", each.value)) for each in Cadence)
        return (
            Column(
                "area",
                message("Area"),
                lambda row: row.area_name,
                edit=self._edit(IndicatorField.AREA),
                choices=lambda _: areas,
                width=100,
                wraps=True,
                sortable=True,
            ),
            Column(
                "cadence",
                message("How often"),
                lambda row: row.cadence_name,
                edit=self._edit(IndicatorField.CADENCE),
                choices=lambda _: cadences,
                width=104,
                wraps=True,
            ),
        )

    def _figures(self) -> tuple[Column[IndicatorRow], ...]:
        return (
            Column(
                "threshold",
                message("Asks for action"),
                threshold_in_words,
                edit=self._edit(IndicatorField.THRESHOLD),
                typed=lambda row: self._figure(row.threshold),
                width=126,
                wraps=True,
                hint=message("Type the figure; side and unit are in the inspector."),
            ),
            Column(
                "baseline",
                message("Baseline"),
                lambda row: row.baseline,
                edit=self._edit(IndicatorField.BASELINE),
                right=True,
                width=76,
            ),
            Column(
                "latest",
                message("Latest"),
                lambda row: row.reading,
                cell=FigureCell(lambda row: row.breached),
                right=True,
                width=76,
            ),
        )

    def _figure(self, value: float | None) -> str:
        return "" if value is None else self.sitting.language.number(value)

    def _edit(self, field: IndicatorField) -> Callable[[IndicatorRow, str], None]:
        def edited(row: IndicatorRow, text: str) -> None:
            move = lambda: edit_indicator(self.sitting.document, row.uuid, field, text)  # noqa: E731
            self.sitting.attempt(move, beside=self.indicators)

        return edited

    def _begun(self, text: str) -> str | None:
        move = lambda: add_indicator(self.sitting.document, text)  # noqa: E731
        return self.sitting.attempt(move, beside=self.indicators)

    def _removed(self, uuids: tuple[str, ...]) -> None:
        move = lambda: remove_indicators(self.sitting.document, uuids)  # noqa: E731
        self.sitting.attempt(move, beside=self.indicators)

    def _filtered(self, wanted: str) -> None:
        self._wanted = wanted
        self.refresh()

    def _inspect(self) -> None:
        if not self.isVisible():
            return
        uuid = self.indicators.current()
        row = self.picture().indicator(uuid) if uuid else None
        if row is None:
            self.sitting.inspect(None)
            return
        self._panel.present(row)
        self.sitting.inspect(indicator_inspection(self.sitting.document, uuid), panel=self._panel)


STEP = IndicatorsStep
