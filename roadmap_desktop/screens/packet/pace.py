"""The pace of a school: the one question that a school's packet asks."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.journey.scaling.places import KINDS, PACES, SchoolPlace, school_places
from roadmap_desktop.journey.scaling.schools import set_pace
from roadmap_desktop.language import message
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Step
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.card import Card
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice


class PaceStep(Step):
    """One choice for each school of the packet; there is one as a rule."""

    kinds = frozenset(KINDS)

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self.choices: dict[str, SegmentedChoice] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        for school in school_places(sitting.document):
            layout.addWidget(self._card(school))
        layout.addStretch(1)

    def picture(self) -> tuple[SchoolPlace, ...]:
        """The schools with the pace they want."""
        return school_places(self.sitting.document)

    def present(self, picture: tuple[SchoolPlace, ...]) -> None:
        """Shows the pace that was chosen."""
        for school in picture:
            options = [(pace.value, words) for pace, words in PACES.items()]
            self.choices[school.uuid].present(options, school.pace.value if school.pace else "")

    def _card(self, school: SchoolPlace) -> Card:
        choice = SegmentedChoice()
        choice.setAccessibleName(self.say(message("Pace of {school}", school=school.name)))
        choice.chosen.connect(partial(self._chosen, school.uuid))
        self.choices[school.uuid] = choice
        return Card.holding(
            Paragraph(words=school.name, role="heading"),
            Paragraph(words=message("When does your school want to begin? What must hold first is the same for all.")),
            choice,
        )

    def _chosen(self, school: str, pace: str) -> None:
        self.sitting.attempt(lambda: set_pace(self.sitting.document, school, pace))
