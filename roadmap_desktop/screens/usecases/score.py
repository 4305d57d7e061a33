"""Score: the use cases against the criteria, in the name of a person, a table or the room, by single keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QWidget

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.usecases import detail, scores, scoring
from roadmap_desktop.journey.usecases.facts import CriterionFact
from roadmap_desktop.journey.usecases.scorers import scorers, silent
from roadmap_desktop.journey.usecases.scores import ScoreRow, ScoresPicture
from roadmap_desktop.journey.voices import Voice, Voices, Who
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.foreign import ForeignPreview
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.sourcefile import SourceChooser, ask_for_source
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.screens.usecases.importing import Importing, ImportingStep
from roadmap_desktop.screens.usecases.score_cell import ScoreCell
from roadmap_desktop.screens.usecases.score_keys import ScoreKeys
from roadmap_desktop.screens.usecases.taking import ScoresTaking
from roadmap_desktop.screens.usecases.wrapped_titles import WrappedTitles
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.voice_choice import VoiceChoice

_SCORE_WIDE = 84
"""Width of a criterion's column, in pixels."""


@dataclass(frozen=True, slots=True)
class ScorePicture:
    """Everybody who can score, and the grid of the one who does; None where there is nobody of that kind."""

    scorers: Voices
    grid: ScoresPicture | None


class ScoreStep(ImportingStep):
    """One scorer's grid."""

    form = "usecases_score"
    kinds = frozenset(scores.KINDS)
    scrolls_inside = True  # the grid scrolls inside the step, so that its titles stay
    kind_choice: SegmentedChoice
    scorer_choice: QComboBox
    next_scorer: Button
    progress: QProgressBar
    progress_words: QLabel
    legend: QLabel
    empty: EmptyState
    grid: Sheet
    import_button: Button
    preview: ForeignPreview
    ask: SourceChooser = staticmethod(ask_for_source)

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._shown: ScorePicture | None = None
        self._criteria: tuple[CriterionFact, ...] = ()
        self._choice = VoiceChoice(self, self.kind_choice, self.scorer_choice, self.next_scorer, room=message("Room"))
        self._titles = WrappedTitles(self.grid)
        self._declare(())
        self._keys = ScoreKeys(self.grid, first=1)
        self._keys.scored.connect(self._scored)
        self._importing = Importing(
            self, self.preview, self.import_button, lambda: ScoresTaking, self._own_parts, lambda: self.ask
        )
        self._choice.changed.connect(self.refresh)
        self._choice.picked.connect(self._voice_picked)
        self.empty.begun.connect(self._go_to_what_is_missing)
        self.grid.grid.selectionModel().currentChanged.connect(self._moved)

    def picture(self) -> ScorePicture:
        """The grid of the scorer chosen; of the first one where that one is gone."""
        everybody = scorers(self.sitting.document)
        who = self._choice.current(everybody)
        return ScorePicture(everybody, None if who is None else scores.scores(self.sitting.document, who))

    def present(self, picture: ScorePicture) -> None:
        """Shows who scores, how far, and the grid."""
        self._shown = picture
        grid = picture.grid
        self._choice.offer(picture.scorers, _scorer_words)
        self._show_parts(grid)
        if grid is not None and grid.rows:
            self._declare(grid.criteria)
            self.grid.present(grid.rows)
            if not self.grid.current():
                self.grid.grid.setCurrentIndex(self.grid.grid.model().index(0, 1))
            self.progress.setMaximum(max(1, grid.asked))
            self.progress.setValue(grid.given)
            self.progress_words.setText(self.say(message("{given} of {asked}", given=grid.given, asked=grid.asked)))
        self._importing.keep_away()
        self._inspect()

    def speak_for(self, who: Who) -> None:
        """Shows what one person or table answers, with no choice of another."""
        self.import_button.hide()
        self._choice.settle(who)
        self.refresh()

    def remark(self, picture: ScorePicture) -> Remark | None:
        """How many have scored anything."""
        if picture.grid is None or not picture.grid.rows:
            return None
        if not picture.scorers.spoke:
            return Remark(message("nobody has scored yet"))
        spoke, missing = (
            plural("{n} has scored", "{n} have scored", picture.scorers.spoke),
            len(silent(picture.scorers)),
        )
        if not missing:
            return Remark(spoke)
        return Remark(plural("{spoke}, {n} has not", "{spoke}, {n} have not", missing, spoke=spoke), "warn")

    def arrive(self, subject: str) -> None:
        """Selects a use case."""
        if self._stale:
            self.refresh()
        self.grid.select(subject)

    def go_to(self, use_case: str, criterion: str) -> None:
        """Puts the focus on the cell of a use case and a criterion."""
        self.arrive(use_case)
        grid, row = self.grid.grid, self.grid.grid.currentIndex().row()
        place = next((place for place, each in enumerate(self._criteria, 1) if each.uuid == criterion), 1)
        grid.setCurrentIndex(grid.model().index(row, place))
        grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Comes back with the question of the current criterion."""
        super().showEvent(event)
        self._inspect()

    def _declare(self, criteria: tuple[CriterionFact, ...]) -> None:
        if criteria == self._criteria and self._shown is not None:
            return
        self._criteria = criteria
        name: Column[ScoreRow] = Column(
            "name", message("Use case"), lambda row: row.name, second=lambda row: row.about, stretch=1, wraps=True
        )
        self.grid.declare([name, *map(_column, range(len(criteria)), criteria)], name=message("Scores"))
        self._titles.fit()

    def _scored(self, use_case: str, criterion: int, value: int | None) -> None:
        if self._shown is None or self._shown.grid is None:
            return
        who, document, uuid = self._shown.grid.who, self.sitting.document, self._criteria[criterion].uuid

        def move() -> bool:
            scoring.score(document, use_case, uuid, who, value)
            return True

        if self.sitting.attempt(move, beside=self.grid) and value is not None:
            self._keys.go_on()

    def _show_parts(self, grid: ScoresPicture | None) -> None:
        ready = grid is not None and bool(grid.rows)
        if grid is not None:
            sentence = message("Here each use case is scored on each criterion, once there are use cases.")
            self.empty.present(sentence, message("Pick use cases"), message("The scores make the ranking."))
        else:
            sentence = message("Here a person's or a table's scores are typed, once there are participants.")
            self.empty.present(
                sentence, message("Add participants"), message("The room can score as one without names.")
            )
        self.empty.setVisible(not ready)
        for widget in (self.grid, self.legend, self.progress, self.progress_words):
            widget.setVisible(ready)

    def _own_parts(self) -> list[QWidget]:
        chosen = [self.kind_choice, self.scorer_choice, self.next_scorer, self.import_button]
        return [*chosen, self.progress, self.progress_words, self.legend, self.empty, self.grid]

    def _voice_picked(self) -> None:
        self.refresh()
        self._begin()

    def _begin(self) -> None:
        """Goes to the first cell, where a sheet of paper is begun."""
        grid = self.grid.grid
        if grid.model().rowCount() and grid.model().columnCount() > 1:
            grid.setCurrentIndex(grid.model().index(0, 1))
            grid.scrollToTop()
            grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_what_is_missing(self) -> None:
        nobody = self._shown is None or self._shown.grid is None
        self.sitting.go(Target("prepare", "participants") if nobody else Target("usecases", "collect"))

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._inspect()

    def _inspect(self) -> None:
        if not self.isVisible() or self._shown is None or self._importing.is_shown:
            return
        column = self.grid.grid.currentIndex().column()
        if column >= 1:
            self.sitting.inspect(detail.criterion_inspection(self._criteria[column - 1]))
        elif uuid := self.grid.current():
            self.sitting.inspect(detail.inspection(self.sitting.document, uuid))
        else:
            self.sitting.inspect(None)


def _column(place: int, criterion: CriterionFact) -> Column[ScoreRow]:
    return Column(
        criterion.uuid,
        criterion.name,
        lambda row: row.values[place],
        cell=ScoreCell(lambda row: row.values[place]),
        width=_SCORE_WIDE,
        tall_title=True,
        hint=criterion.question,
    )


def _scorer_words(scorer: Voice) -> Words:
    if not scorer.given:
        return message("{name}, nothing yet", name=scorer.name)
    return plural("{name}, {n} score", "{name}, {n} scores", scorer.given, name=scorer.name)


STEP = ScoreStep
