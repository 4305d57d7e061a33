"""The step Check-ins and stop rules: when someone looks, and what stops the pilot at once."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit

from roadmap_desktop.journey.pilots.checkins import add_check_in, edit_check_in, remove_check_ins
from roadmap_desktop.journey.pilots.picture import CheckInRow, PilotPicture
from roadmap_desktop.journey.pilots.planning import PilotField, edit_pilot
from roadmap_desktop.journey.pilots.running import hit_stop_rule
from roadmap_desktop.journey.typed import read_count
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.pilots.fields import TypedFields
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.cells import TextCell
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.longtext import LongText
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.tone import Tone


class CheckInsStep(PilotStep):
    """Weeks are typed; their days come from the plan."""

    form = "pilots_checkins"
    checkins: Sheet
    stopper_row: Labelled
    stopper_field: QLineEdit
    stop_rule_row: Labelled
    stop_rule_field: LongText
    hit_field: QCheckBox

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        empty = EmptyState(
            sentence=message("The weeks in which someone looks at the pilot will stand here, and what was seen."),
            button=message("Add a check-in"),
            feeds=message("Each is a dated point of the roadmap."),
        )
        self.checkins.declare(
            self._columns(),
            name=message("Check-ins"),
            add=message("Add a check-in by its week, such as 3"),
            begin=self._begun,
            empty=empty,
        )
        self.checkins.removed.connect(self._removed)
        self.hit_field.clicked.connect(self._hit)
        self.stop_rule_field.written.connect(self._ruled)
        self._typed = TypedFields(self, {PilotField.STOPPER: (self.stopper_row, self.stopper_field)})

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows the check-ins, who stops it, and whether it must be stopped."""
        self.checkins.present(pilot.check_ins)
        self._typed.show(pilot)
        self.stop_rule_field.show_text(pilot.stop_rule)
        self.hit_field.setChecked(pilot.stop_rule_hit)
        self.hit_field.setVisible(pilot.started_on is not None)

    def has_primary(self, pilot: PilotPicture) -> bool:
        """The empty table's button is one."""
        return not pilot.check_ins

    def save_typing(self) -> None:
        """Saves the stop rule too."""
        self.stop_rule_field.save()
        super().save_typing()

    def arrive(self, subject: str) -> None:
        """Selects a check-in too."""
        super().arrive(subject)
        self.checkins.select(subject)

    def _columns(self) -> list[Column[CheckInRow]]:
        return [
            Column("week", message("Week"), lambda row: row.week, edit=self._moved, width=72),
            Column("name", message("Check-in"), _named, edit=self._renamed, stretch=1, strong=True, wraps=True),
            Column(
                "on",
                message("Day"),
                lambda row: message("{day}, after its end", day=row.on) if row.late and row.on else row.on,
                cell=TextCell(lambda row: Tone.WARN if row.late else None),
                width=196,
            ),
            Column("note", message("What was seen"), lambda row: row.note, edit=self._noted, stretch=2, wraps=True),
        ]

    def _begun(self, text: str) -> str | None:
        def begin() -> str:
            return add_check_in(self.sitting.document, self.pilot(), _week(text))

        return self.sitting.attempt(begin, beside=self.checkins)

    def _moved(self, row: CheckInRow, text: str) -> None:
        document = self.sitting.document
        self.sitting.attempt(lambda: edit_check_in(document, row.uuid, week=_week(text)), beside=self.checkins)

    def _renamed(self, row: CheckInRow, text: str) -> None:
        document = self.sitting.document
        self.sitting.attempt(lambda: edit_check_in(document, row.uuid, name=text.strip()), beside=self.checkins)

    def _noted(self, row: CheckInRow, text: str) -> None:
        document = self.sitting.document
        self.sitting.attempt(lambda: edit_check_in(document, row.uuid, note=text.strip()), beside=self.checkins)

    def _removed(self, uuids: tuple[str, ...]) -> None:
        self.sitting.attempt(lambda: remove_check_ins(self.sitting.document, uuids), beside=self.checkins)

    def _ruled(self, text: str) -> None:
        document, uuid, field = self.sitting.document, self.pilot(), PilotField.STOP_RULE
        if uuid:
            move = lambda: edit_pilot(document, uuid, field, text, origin=self)  # noqa: E731
            self.sitting.attempt(move, beside=self.stop_rule_row)

    def _hit(self) -> None:
        document, uuid, was_hit = self.sitting.document, self.pilot(), "yes" if self.hit_field.isChecked() else ""
        self.sitting.attempt(lambda: hit_stop_rule(document, uuid, was_hit), beside=self.stop_rule_row)


def _week(text: str) -> int:
    """The week typed, as "3" or "week 3"; nothing typed is week 0, which is refused as none."""
    return read_count(text.lower().replace("week", ""), field="week") or 0


def _named(row: CheckInRow) -> Words:
    return row.name or message("Check-in, week {week}", week=row.week)


STEP = CheckInsStep
