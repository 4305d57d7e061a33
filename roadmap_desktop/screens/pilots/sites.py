"""The step Sites and people: which schools take part, and what their staff learn before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.journey.pilots.picture import LearningRow, PilotPicture
from roadmap_desktop.journey.pilots.planning import doubt_site, schools_to_take_part
from roadmap_desktop.journey.pilots.running import (
    add_learning,
    count_attendance,
    edit_learning,
    hold_learning,
    remove_learning,
)
from roadmap_desktop.journey.prepare.schools import schools
from roadmap_desktop.journey.typed import read_number
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A school, and its part in the pilot; ``site`` is empty where it takes none."""

    uuid: str
    name: str
    level: Words
    higher_need: bool
    takes_part: bool
    doubtful: bool
    site: str


class SitesStep(PilotStep):
    """Schools by a tick, sessions by their names."""

    form = "pilots_sites"
    schools: Sheet
    learning: Sheet

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.schools.declare(self._of_schools(), name=message("Schools"))
        self.learning.declare(
            self._of_learning(),
            name=message("Professional learning"),
            add=message("Add a session that prepares it"),
            begin=self._begun,
        )
        self.learning.removed.connect(self._removed)

    def show_pilot(self, pilot: PilotPicture) -> None:
        """Shows every school, those that take part first, and the sessions."""
        sites = {site.school: site for site in pilot.sites}
        rows = [
            SchoolRow(
                uuid=row.uuid,
                name=row.name,
                level=row.level_words,
                higher_need=row.higher_need,
                takes_part=row.uuid in sites,
                doubtful=row.uuid in sites and sites[row.uuid].doubtful,
                site=sites[row.uuid].uuid if row.uuid in sites else "",
            )
            for row in schools(self.sitting.document).rows
        ]
        self.schools.present(sorted(rows, key=lambda row: not row.takes_part))
        self.learning.present(pilot.learning)

    def _of_schools(self) -> list[Column[SchoolRow]]:
        return [
            Column("name", message("School"), lambda row: row.name, stretch=1, strong=True),
            Column("level", message("Level"), lambda row: row.level, width=102),
            Column("need", message("Higher need"), lambda row: message("yes") if row.higher_need else "", width=104),
            Column(
                "takes_part",
                message("Takes part"),
                lambda row: row.takes_part,
                edit=self._ticked,
                cell=CheckCell(lambda row: row.takes_part),
            ),
            Column(
                "doubtful",
                message("Doubtful"),
                lambda row: row.doubtful,
                edit=self._doubted,
                cell=CheckCell(lambda row: row.doubtful),
                hint=message("Its staff doubt the idea: what convinces them convinces others."),
            ),
        ]

    def _of_learning(self) -> list[Column[LearningRow]]:
        return [
            Column("name", message("Professional learning"), lambda row: row.name, stretch=1, strong=True, wraps=True),
            Column("audience", message("For whom"), lambda row: row.audience, edit=self._addressed, width=128),
            Column("hours", message("Hours"), lambda row: row.hours, edit=self._timed, width=64),
            Column("held_on", message("Day"), lambda row: row.held_on, edit=self._held, editor=Editor.DAY, width=108),
            Column("attended", message("Attended"), lambda row: row.attended, edit=self._counted, width=80),
        ]

    def _attempt(self, move: Callable[[], object], beside: Sheet) -> None:
        self.sitting.attempt(move, beside=beside)

    def _ticked(self, row: SchoolRow, takes_part: str) -> None:
        document, uuid = self.sitting.document, self.pilot()
        before = {each.uuid for each in self.schools.rows() if each.takes_part}
        wanted = before | {row.uuid} if takes_part else before - {row.uuid}
        self._attempt(lambda: schools_to_take_part(document, uuid, wanted), self.schools)

    def _doubted(self, row: SchoolRow, doubtful: str) -> None:
        if not row.site:
            self._ticked(row, "yes")
            return
        self._attempt(lambda: doubt_site(self.sitting.document, row.site, doubtful), self.schools)

    def _begun(self, text: str) -> str | None:
        document, uuid = self.sitting.document, self.pilot()
        return self.sitting.attempt(lambda: add_learning(document, text, pilot=uuid), beside=self.learning)

    def _addressed(self, row: LearningRow, text: str) -> None:
        self._attempt(lambda: edit_learning(self.sitting.document, row.uuid, audience=text), self.learning)

    def _timed(self, row: LearningRow, text: str) -> None:
        document = self.sitting.document
        self._attempt(lambda: edit_learning(document, row.uuid, hours=read_number(text, field="hours")), self.learning)

    def _held(self, row: LearningRow, text: str) -> None:
        day = date.fromisoformat(text) if text else None
        self._attempt(lambda: hold_learning(self.sitting.document, row.uuid, day), self.learning)

    def _counted(self, row: LearningRow, text: str) -> None:
        def count() -> None:
            attended = read_number(text, field="attended")
            number = None if attended is None else round(attended)
            count_attendance(self.sitting.document, row.uuid, number, row.invited)

        self._attempt(count, self.learning)

    def _removed(self, uuids: tuple[str, ...]) -> None:
        self._attempt(lambda: remove_learning(self.sitting.document, uuids), self.learning)


STEP = SitesStep
