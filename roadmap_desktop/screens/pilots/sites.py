"""The step Sites and people: which schools take part, and what their staff learn before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.pilots.learning import (
    add_learning,
    count_attendance,
    edit_learning,
    hold_learning,
    remove_learning,
)
from roadmap_desktop.journey.pilots.picture import LearningRow, PilotPicture
from roadmap_desktop.journey.pilots.planning import doubt_site, schools_to_take_part
from roadmap_desktop.journey.prepare.schools import schools
from roadmap_desktop.journey.scaling.places import PACES
from roadmap_desktop.journey.typed import read_number, read_share
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.scaling import Pace
from roadmap_desktop.screens.pilots.pilotstep import PilotStep
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.widgets.cells import CheckCell
from roadmap_desktop.widgets.column import Column, Editor
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A school, and its part in the pilot; ``site`` is empty where it takes none."""

    uuid: str
    name: str
    level: Words
    higher_need: bool
    pace: Words
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
        empty = EmptyState(
            sentence=message("The schools of the district will stand here, to be ticked where they take part."),
            button=message("Add schools"),
            feeds=message("A pilot's schools give it its calendar and get it on their sheets."),
        )
        empty.begun.connect(lambda: self.sitting.go(Target("prepare", "schools")))
        self.schools.declare(self._of_schools(), name=message("Schools"), empty=empty)
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
                pace=PACES[Pace(row.pace)] if row.pace else "",
                takes_part=row.uuid in sites,
                doubtful=row.uuid in sites and sites[row.uuid].doubtful,
                site=sites[row.uuid].uuid if row.uuid in sites else "",
            )
            for row in schools(self.sitting.document).rows
        ]
        self.schools.present(sorted(rows, key=lambda row: not row.takes_part))
        self.learning.present(pilot.learning)

    def has_primary(self, pilot: PilotPicture) -> bool:
        """The empty table's button is one."""
        del pilot
        return not schools(self.sitting.document).rows

    def remark(self, picture: tuple[PilotPicture, ...]) -> Remark | None:
        """Which kind of school would make the result worth more."""
        shown = self._chosen(picture)
        if shown is None or not shown.sites:
            return super().remark(picture)
        doubtful = any(site.doubtful for site in shown.sites)
        needy = any(site.higher_need for site in shown.sites)
        if not doubtful and not needy:
            return Remark(message("no doubtful and no higher-need school"), "warn")
        if not doubtful:
            return Remark(message("no doubtful school"), "warn")
        return super().remark(picture) if needy else Remark(message("no higher-need school"), "warn")

    def _of_schools(self) -> list[Column[SchoolRow]]:
        return [
            Column("name", message("School"), lambda row: row.name, stretch=1, strong=True, wraps=True),
            Column("level", message("Level"), lambda row: row.level, width=102),
            Column("need", message("Higher need"), lambda row: message("yes") if row.higher_need else "", width=98),
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
            Column("pace", message("Pace"), lambda row: row.pace, width=132),
        ]

    def _of_learning(self) -> list[Column[LearningRow]]:
        return [
            Column(
                "name",
                message("Professional learning"),
                lambda row: row.name,
                edit=self._renamed,
                stretch=1,
                strong=True,
                wraps=True,
            ),
            Column("audience", message("For whom"), lambda row: row.audience, edit=self._addressed, width=128),
            Column("hours", message("Hours"), lambda row: row.hours, edit=self._timed, width=64),
            Column("held_on", message("Day"), lambda row: row.held_on, edit=self._held, editor=Editor.DAY, width=108),
            Column(
                "attended",
                message("Attended"),
                _attended,
                edit=self._counted,
                width=92,
                hint=message("Of those invited, such as 18 of 20; no names are kept."),
            ),
        ]

    def _attempt(self, move: Callable[[], object], beside: Sheet) -> None:
        self.sitting.attempt(move, beside=beside)

    def _ticked(self, row: SchoolRow, takes_part: str) -> None:
        document, uuid = self.sitting.document, self.pilot()

        def move() -> None:
            before = {site.school for each in self.picture() if each.uuid == uuid for site in each.sites}
            schools_to_take_part(document, uuid, before | {row.uuid} if takes_part else before - {row.uuid})

        self._attempt(move, self.schools)

    def _doubted(self, row: SchoolRow, doubtful: str) -> None:
        document, uuid = self.sitting.document, self.pilot()
        self._attempt(lambda: doubt_site(document, uuid, row.uuid, doubtful), self.schools)

    def _begun(self, text: str) -> str | None:
        document, uuid = self.sitting.document, self.pilot()
        return self.sitting.attempt(lambda: add_learning(document, text, pilot=uuid), beside=self.learning)

    def _renamed(self, row: LearningRow, text: str) -> None:
        self._attempt(lambda: edit_learning(self.sitting.document, row.uuid, name=text), self.learning)

    def _addressed(self, row: LearningRow, text: str) -> None:
        self._attempt(lambda: edit_learning(self.sitting.document, row.uuid, audience=text), self.learning)

    def _timed(self, row: LearningRow, text: str) -> None:
        def edit() -> None:
            hours = read_number(text, field="hours") or 0.0  # nothing typed is refused as no hours are
            edit_learning(self.sitting.document, row.uuid, hours=hours)

        self._attempt(edit, self.learning)

    def _held(self, row: LearningRow, text: str) -> None:
        day = date.fromisoformat(text) if text else None
        self._attempt(lambda: hold_learning(self.sitting.document, row.uuid, day), self.learning)

    def _counted(self, row: LearningRow, text: str) -> None:
        def count() -> None:
            attended, invited = read_share(text, field="attended")
            count_attendance(self.sitting.document, row.uuid, attended, invited)

        self._attempt(count, self.learning)

    def _removed(self, uuids: tuple[str, ...]) -> None:
        self._attempt(lambda: remove_learning(self.sitting.document, uuids), self.learning)


def _attended(row: LearningRow) -> Words:
    if row.attended is None:
        return ""
    if row.invited is None:
        return message("{attended}", attended=row.attended)
    return message("{attended} of {invited}", attended=row.attended, invited=row.invited)


STEP = SitesStep
