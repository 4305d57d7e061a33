"""Rating: a person's or a table's answers by single keys, or hands counted, one statement after the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QProgressBar, QSpinBox, QStackedWidget, QWidget

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.readiness import sheet as sheets
from roadmap_desktop.journey.readiness.cues import rating_inspection
from roadmap_desktop.journey.readiness.inwords import dotted
from roadmap_desktop.journey.readiness.raters import HANDS, Raters, raters
from roadmap_desktop.journey.readiness.rating import note_on, rate_statement, size_table
from roadmap_desktop.journey.readiness.sheet import RatingSheet, SheetRow, rating_sheet
from roadmap_desktop.journey.voices import Voice, VoiceKind, Who
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.readiness import Answer
from roadmap_desktop.screens.readiness.answer_keys import LETTERS, answer_keys
from roadmap_desktop.screens.readiness.hands import HandsColumns
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.rating_list import RatingList
from roadmap_desktop.widgets.rating_model import Heading
from roadmap_desktop.widgets.rating_row import RatingLine
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.subject import show_subject
from roadmap_desktop.widgets.voice_choice import VoiceChoice


@dataclass(frozen=True, slots=True)
class RatePicture:
    """Everybody who can rate, and the sheet of the one who does; None where there is nobody of that kind."""

    raters: Raters
    sheet: RatingSheet | None


class RateStep(Step):
    """One rater's sheet."""

    form = "readiness_rate"
    kinds = frozenset(sheets.KINDS)
    kind_choice: SegmentedChoice
    rater_choice: QComboBox
    next_rater: Button
    progress_words: QLabel
    progress: QProgressBar
    legend: QLabel
    size_label: QLabel
    size_field: QSpinBox
    empty: EmptyState
    sheets: QStackedWidget
    list_card: Card
    ratings: RatingList
    hands: Sheet
    note_row: Labelled
    note_field: QLineEdit

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self._sized: Who | None = None
        self._shown: RatePicture | None = None
        self._noted_on: tuple[Who, str] | None = None
        self._columns = HandsColumns(sitting, self.hands)
        self._choice = VoiceChoice(
            self, self.kind_choice, self.rater_choice, self.next_rater, room=message("Show of hands")
        )
        self.size_field.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
        self._choice.changed.connect(self._voice_picked)
        self._choice.picked.connect(self._voice_picked)
        self._choice.went_on.connect(self.ratings.setFocus)
        self.size_field.valueChanged.connect(self._size_taken)
        self.empty.begun.connect(lambda: sitting.go(Target("prepare", "participants")))
        self.ratings.answered.connect(self._answered)
        self.ratings.chosen.connect(self._inspect)
        self.hands.selected.connect(self._inspect)
        self.ratings.chosen.connect(lambda _: self._show_note())
        self.when_typed(self.note_field, self._noted)

    def picture(self) -> RatePicture:
        """The sheet of the rater chosen; of the first one where that one is gone."""
        everybody = raters(self.sitting.document)
        who = self._choice.current(everybody.voices)
        return RatePicture(everybody, None if who is None else rating_sheet(self.sitting.document, who))

    def present(self, picture: RatePicture) -> None:
        """Shows who rates, how far, and the sheet."""
        self._shown = picture
        sheet = picture.sheet
        everybody = picture.raters
        self._choice.offer(everybody.voices, lambda each: _rater_words(each, everybody.statements))
        self._show_parts(sheet)
        if sheet is None:
            return
        self.legend.setText(self.say(_legend(sheet)))
        self._show_progress(sheet.answered, everybody.statements)
        if sheet.who == HANDS:
            self._columns.present(sheet)
        else:
            self._show_size(sheet)
            for control in (self.ratings, self.size_field):
                show_subject(control, sheet.who.uuid)
            self.ratings.declare(answer_keys(sheet.levels), LETTERS, name=message("Statements"))
            self.ratings.present(_lines(sheet))
            self._show_note()
        self._inspect()

    def speak_for(self, who: Who) -> None:
        """Shows what one person or table answers, with no choice of another."""
        self._choice.settle(who)
        self.refresh()

    def remark(self, picture: RatePicture) -> Remark | None:
        """Which round it is, and how many have answered everything."""
        everybody = picture.raters
        complete = sum(each.given >= everybody.statements for each in _by_name(everybody))
        done = plural("{n} sheet complete", "{n} sheets complete", complete)
        return Remark(message("Round {round} · {done}", round=everybody.round, done=done))

    def arrive(self, subject: str) -> None:
        """Selects a statement, or the person or table with that uuid."""
        everybody = raters(self.sitting.document)
        for rater in _by_name(everybody):
            if rater.who.uuid == subject:
                self._choice.choose(rater.who)
                self.refresh()
                return
        if self._stale:
            self.refresh()
        self.ratings.choose(subject)
        self.hands.select(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Comes back with the cues of the current statement."""
        super().showEvent(event)
        self._inspect()

    def _answered(self, statement: str, value: int | str | None) -> None:
        if self._shown is None or self._shown.sheet is None:
            return
        sheet, document = self._shown.sheet, self.sitting.document
        answer = Answer(value) if isinstance(value, str) else value
        size = self.size_field.value() if sheet.who.kind is VoiceKind.TABLE else 1

        def move() -> bool:
            rate_statement(document, statement, sheet.who, answer, size=size)
            return True

        if self.sitting.attempt(move) and answer is not None and self.ratings.current() == statement:
            self.ratings.move_on()

    def _inspect(self) -> None:
        if not self.isVisible() or self._shown is None or self._shown.sheet is None:
            return
        is_hands = self._choice.kind is VoiceKind.ROOM
        uuid = self.hands.current() if is_hands else self.ratings.current()
        self.sitting.inspect(rating_inspection(self.sitting.document, uuid) if uuid else None)
        if is_hands and uuid:
            self.sitting.pointed.emit(uuid)

    def _show_note(self) -> None:
        """What the table said of the current statement; what is typed about another one is saved first."""
        sheet = None if self._shown is None else self._shown.sheet
        if sheet is None or sheet.who.kind is not VoiceKind.TABLE:
            return
        statement = self.ratings.current()
        if self._noted_on != (sheet.who, statement):
            self.save_typing()
            self._noted_on = (sheet.who, statement)
            self.sitting.typing.begin(self.note_row)
            self.note_row.begin(f"{sheet.who.uuid}:{statement}")
        note = next((row.note for row in sheet.rows if row.entry.uuid == statement), "")
        self.fill(self.note_field, note)

    def _noted(self, text: str) -> None:
        if self._noted_on is not None:
            who, statement = self._noted_on
            self.sitting.attempt(
                lambda: note_on(self.sitting.document, statement, who, text, origin=self), beside=self.note_row
            )

    def _show_parts(self, sheet: RatingSheet | None) -> None:
        is_hands, is_table = self._choice.kind is VoiceKind.ROOM, self._choice.kind is VoiceKind.TABLE
        nobody = message("Here a table's sheet is typed, once people sit at tables.")
        if not is_table:
            nobody = message("Here each person's sheet is typed, once there are participants.")
        self.empty.present(nobody, message("Add participants"), message("A show of hands needs no names."))
        self.empty.setVisible(sheet is None)
        self.sheets.setVisible(sheet is not None)
        self.sheets.setCurrentWidget(self.hands if is_hands else self.list_card)
        any_of = sheet is not None
        for widget, shown in (
            (self.size_label, any_of and is_table),
            (self.size_field, any_of and is_table),
            (self.note_row, any_of and is_table),
            (self.legend, any_of),
            (self.progress, any_of),
            (self.progress_words, any_of),
        ):
            widget.setVisible(shown)

    def _show_size(self, sheet: RatingSheet) -> None:
        """For how many the table spoke last; what was set before its first answer stays."""
        if sheet.answered or sheet.who != self._sized:
            with QSignalBlocker(self.size_field):
                self.size_field.setValue(sheet.size)
        self._sized = sheet.who

    def _show_progress(self, answered: int, statements: int) -> None:
        self.progress_words.setText(
            self.say(message("{answered} of {statements}", answered=answered, statements=statements))
        )
        self.progress.setMaximum(max(1, statements))
        self.progress.setValue(answered)

    def _voice_picked(self) -> None:
        self.refresh()
        self._to_first_open()

    def _to_first_open(self) -> None:
        """Goes to the first statement that is not answered."""
        if self._shown is not None and self._shown.sheet is not None:
            rows = self._shown.sheet.rows
            open_row = next((row for row in rows if not row.answered), rows[0] if rows else None)
            if open_row is not None:
                self.ratings.choose(open_row.entry.uuid)

    def _size_taken(self, size: int) -> None:
        if self._shown is not None and self._shown.sheet is not None:
            table = self._shown.sheet.who.uuid
            self.sitting.attempt(lambda: size_table(self.sitting.document, table, size))


def _lines(sheet: RatingSheet) -> list[RatingLine | Heading]:
    """The statements under the names of their dimensions."""
    lines: list[RatingLine | Heading] = []
    for dimension, rows in groupby(sheet.rows, key=lambda row: row.entry.dimension):
        lines.append(Heading(sheet.dimensions[dimension].name))
        lines += [_line(row) for row in rows]
    return lines


def _line(row: SheetRow) -> RatingLine:
    return RatingLine(row.entry.uuid, row.entry.number, row.entry.text, row.answer, _before(row.before))


def _before(answer: int | Answer | None) -> Words:
    match answer:
        case None:
            return ""
        case Answer.DONT_KNOW:
            return message("was don't know")
        case Answer.NOT_APPLICABLE:
            return message("was not applicable")
    return message("was {level}", level=answer)


def _legend(sheet: RatingSheet) -> Words:
    return dotted([message("{level} {name}", level=each.value, name=each.name) for each in sheet.levels])


def _by_name(everybody: Raters) -> tuple[Voice, ...]:
    return (*everybody.voices.people, *everybody.voices.tables)


def _rater_words(rater: Voice, statements: int) -> Words:
    parts = [rater.name, rater.about] if rater.about else [rater.name]
    done = message("{answered} of {statements}", answered=rater.given, statements=statements)
    return dotted([*parts, done])


STEP = RateStep
