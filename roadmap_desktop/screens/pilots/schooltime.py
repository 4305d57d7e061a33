"""The step School time: preparation, start, length, and the day of the decision."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit

from roadmap_desktop.journey.pilots.detail import on_the_roadmap, pilot_inspection
from roadmap_desktop.journey.pilots.picture import PilotPicture
from roadmap_desktop.journey.pilots.planning import PilotField, start_no_earlier
from roadmap_desktop.screens.pilots.fields import TypedFields
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.pilots.timestrip import TimeStrip
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
    days: Paragraph

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
        in_time = pilot.school_time
        self.strip.present(in_time)
        self.sentence.say(in_time.sentence if in_time else "")
        self.sentence.setVisible(in_time is not None)
        self.days.say(on_the_roadmap(pilot).text)

    def inspect(self, pilot: PilotPicture) -> None:
        """How the pilot stands; its card of school time is this step itself."""
        self.sitting.inspect(pilot_inspection(self.sitting.document, pilot))

    def _dated(self, day: date | None) -> None:
        document, uuid = self.sitting.document, self.pilot()
        self.sitting.attempt(lambda: start_no_earlier(document, uuid, day), beside=self.not_before_row)


STEP = SchoolTimeStep
