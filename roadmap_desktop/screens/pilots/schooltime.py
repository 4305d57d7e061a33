"""The step School time: preparation, start, length, and the day of the decision."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.pilots.detail import dates
from roadmap_desktop.journey.pilots.picture import PilotPicture
from roadmap_desktop.journey.pilots.planning import PilotField, start_no_earlier
from roadmap_desktop.screens.pilots.fields import TypedFields
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.pilots.timestrip import Strip, TimeStrip
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.paragraph import Paragraph


class SchoolTimeStep(PilotStep):
    """Lengths are typed, dates follow from the school calendar and are drawn."""

    form = "pilots_schooltime"
    preparation_row: Labelled
    preparation_field: QLineEdit
    not_before_row: Labelled
    not_before_field: DateField
    length_row: Labelled
    length_field: QLineEdit
    decides_after_row: Labelled
    decides_after_field: QLineEdit
    decider_row: Labelled
    decider_field: QLineEdit
    strip: TimeStrip
    sentence: Paragraph

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._typed = TypedFields(
            self,
            {
                PilotField.PREPARATION: (self.preparation_row, self.preparation_field),
                PilotField.LENGTH: (self.length_row, self.length_field),
                PilotField.DECIDES_AFTER: (self.decides_after_row, self.decides_after_field),
                PilotField.DECIDER: (self.decider_row, self.decider_field),
            },
        )
        self.not_before_field.chosen.connect(self._dated)

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows what was typed and what follows from it."""
        self._typed.show(pilot)
        self.not_before_field.show_day(pilot.not_before)
        self.strip.present(self._strip(pilot))
        self.sentence.say(dates(self.sitting.document, pilot))

    def _strip(self, pilot: PilotPicture) -> Strip | None:
        if pilot.prepare_start is None or pilot.start is None or pilot.finish is None:
            return None
        last = pilot.decision_date or pilot.finish
        calendars = schooldays.calendars(self.sitting.document)
        time = calendars.get(schooldays.DISTRICT) or next(iter(calendars.values()))
        breaks = tuple(
            (max(each.first, pilot.prepare_start), min(each.last, last))
            for each in time.breaks
            if each.last >= pilot.prepare_start and each.first <= last
        )
        return Strip(min(pilot.prepare_start, pilot.start), pilot.start, pilot.finish, pilot.decision_date, breaks)

    def _dated(self, day: date | None) -> None:
        document, uuid = self.sitting.document, self.pilot()
        self.sitting.attempt(lambda: start_no_earlier(document, uuid, day), beside=self.not_before_row)


STEP = SchoolTimeStep
