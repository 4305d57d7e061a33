"""What a generated task is called: the words of the fact it came from."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Select, select

from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.model.learning import LearningSession
from roadmap_desktop.model.monitoring import Review
from roadmap_desktop.model.people import School
from roadmap_desktop.model.pilots import CheckIn, Pilot, Site
from roadmap_desktop.model.readiness import Barrier
from roadmap_desktop.model.scaling import Wave, WaveSchool
from roadmap_desktop.rules.generated import Part, Task
from roadmap_desktop.store.document import Document

KINDS = ("barrier", "guardrail", "wording", "learning_session", "review", "check_in", "pilot", "site", "wave")
"""The kinds of facts that give tasks their names."""

NAMED_SCHOOLS = 3
"""A wave of more schools than this is named by their number."""


class TaskNames:
    """The names of the facts that tasks come from, read once."""

    def __init__(self, document: Document) -> None:
        with document.read():
            self._guardrails = {
                row.uuid: worded(document, row.name, f"guardrail.{row.key}.name")
                for row in document.rows(select(Guardrail.uuid, Guardrail.name, Guardrail.key))
            }
            self._barriers = _names(document, select(Barrier.uuid, Barrier.action))
            self._learning = _names(document, select(LearningSession.uuid, LearningSession.name))
            self._reviews = _names(document, select(Review.uuid, Review.name))
            self._pilots = _names(document, select(Pilot.uuid, Pilot.name))
            self._waves = _names(document, select(Wave.uuid, Wave.name))
            self._check_ins = {
                row.uuid: (row.pilot, row.week, row.name)
                for row in document.rows(select(CheckIn.uuid, CheckIn.pilot, CheckIn.week, CheckIn.name))
            }
            sites = select(Site.pilot, School.name).join(School, Site.school == School.uuid)
            self._sites = _members(document, sites)
            schools = select(WaveSchool.wave, School.name).join(School, WaveSchool.school == School.uuid)
            self._wave_schools = _members(document, schools.order_by(School.position))

    def name(self, task: Task) -> Words:
        """The name of a generated task."""
        source = task.source
        match task.part:
            case Part.BARRIER:
                return self._barriers[source]
            case Part.ADOPT:
                return self._adopt(task)
            case Part.TEAM:
                return message("Fill the open seats of the team")
            case Part.LEARN:
                return self._learning[source]
            case Part.CHECK:
                pilot, week, name = self._check_ins[source]
                return name or message("Check-in, week {week}: {pilot}", week=week, pilot=self._pilots[pilot])
            case Part.WAVE:
                return self._wave(source)
            case Part.REVIEW:
                return self._reviews[source]
        return self._pilot(task)

    def _adopt(self, task: Task) -> Words:
        name = self._guardrails[task.source]
        if task.progress:
            return message("{guardrail}: adopted", guardrail=name)
        return message("{guardrail}: adopt", guardrail=name)

    def _pilot(self, task: Task) -> Words:
        name, schools = self._pilots[task.source], len(self._sites[task.source])
        if task.part is Part.PREPARE:
            return message("Prepare: {pilot}", pilot=name)
        if task.part is Part.DECIDE:
            return message("Decide: {pilot}", pilot=name)
        return plural("Pilot: {pilot}, {n} school", "Pilot: {pilot}, {n} schools", schools, pilot=name)

    def _wave(self, uuid: str) -> Words:
        schools = self._wave_schools[uuid]
        name = self._waves[uuid]
        if not schools:
            return name
        if len(schools) <= NAMED_SCHOOLS:
            return message("{wave}: {schools}", wave=name, schools=tuple(schools))
        return plural("{wave}: {n} school", "{wave}: {n} schools", len(schools), wave=name)


def _names(document: Document, query: Select[str, str]) -> dict[str, str]:
    return {row[0]: row[1] for row in document.rows(query)}


def _members(document: Document, query: Select[str, str]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for owner, name in document.rows(query):
        found[owner].append(name)
    return found
