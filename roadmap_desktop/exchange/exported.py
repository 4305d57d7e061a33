"""The roadmap as it goes to other programs: its lanes, tasks, links and calendars, with the words of one language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from roadmap_desktop.journey import schooldays
from roadmap_desktop.journey.plan import PlannedTask, planned
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.roadmap.timeline import Band, Bar, Timeline, timeline
from roadmap_desktop.journey.roadmap.why import length_in_words, why_then
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.rules.length import Lag, Length, parse, parse_lag
from roadmap_desktop.rules.network import LinkKind
from roadmap_desktop.rules.predecessors import Predecessor
from roadmap_desktop.rules.schooltime import SchoolTime
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class ExportedTask:
    """A task or milestone; dates inclusive, slack in school days of its calendar, ``schools`` empty for all of them."""

    key: str
    uuid: str
    name: str
    start: date
    finish: date
    is_milestone: bool
    is_critical: bool
    is_assumed: bool
    length: Length
    length_words: str
    calendar: str
    owner: str
    progress: int
    total_slack: int
    free_slack: int
    not_before: date | None
    must_finish_by: date | None
    pinned_start: date | None
    started_on: date | None
    finished_on: date | None
    baseline: tuple[date, date] | None
    predecessors: tuple[Predecessor, ...]
    schools: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ExportedLane:
    """A phase with its tasks in the order of their starts; ``hue`` is the stage whose colour it takes."""

    key: str
    uuid: str
    name: str
    hue: str
    tasks: tuple[ExportedTask, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """The whole roadmap; ``calendars`` are the school times that its tasks are counted in, by their keys."""

    title: str
    made: datetime
    starts_on: date
    lanes: tuple[ExportedLane, ...]
    calendars: Mapping[str, SchoolTime]
    calendar_names: Mapping[str, str]
    periods: tuple[Band, ...]
    breaks: tuple[Band, ...]
    schools: tuple[tuple[str, str], ...]
    today: date
    language: Language

    @property
    def tasks(self) -> tuple[ExportedTask, ...]:
        """Every task, lane by lane."""
        return tuple(task for lane in self.lanes for task in lane.tasks)

    @property
    def first(self) -> date:
        """The earliest start of all tasks."""
        return min(task.start for task in self.tasks)

    @property
    def last(self) -> date:
        """The latest finish of all tasks."""
        return max(task.finish for task in self.tasks)


def exported(document: Document, language: Language) -> Exported:
    """The roadmap as it stands.

    Raises:
        Refused: it has no dates, or there is nothing on it.
    """
    with document.read():
        picture = timeline(document)
        plan = planned(document)
        if picture.trouble is not None:
            raise Refused(picture.trouble, message("Nothing was written. Open the roadmap; it says what to do."))
        if not plan.tasks:
            raise Refused(
                message("There is nothing on the roadmap yet."),
                message("Fill in the stages before, or take a list of tasks."),
            )
        tasks = _Tasks(document, language)
        lanes = tuple(
            ExportedLane(
                lane.key,
                natural_uuid(document.workshop_uuid, "phase", lane.key),
                language.say(lane.name),
                lane.hue,
                tuple(tasks.task(bar) for bar in lane.bars),
            )
            for lane in picture.lanes
            if lane.bars
        )
        return _put_together(document, language, picture, lanes)


def _put_together(
    document: Document, language: Language, picture: Timeline, lanes: tuple[ExportedLane, ...]
) -> Exported:
    calendars = schooldays.calendars(document)
    used = {task.calendar for lane in lanes for task in lane.tasks}
    names = {
        schooldays.DISTRICT: language.say(message("School days")),
        schooldays.OFFICE: language.say(message("District office")),
    }
    return Exported(
        title=language.say(message("Roadmap of {district}", district=workshop(document).district)),
        made=document.now(),
        starts_on=planned(document).starts_on or min(task.start for lane in lanes for task in lane.tasks),
        lanes=lanes,
        calendars={key: time for key, time in calendars.items() if key in used},
        calendar_names={key: names.get(key, key) for key in calendars if key in used},
        periods=picture.periods,
        breaks=picture.breaks,
        schools=picture.schools,
        today=picture.today,
        language=language,
    )


class _Tasks:
    """Makes the tasks, with what they share looked up once."""

    def __init__(self, document: Document, language: Language) -> None:
        self._document, self._language = document, language
        self._plan = planned(document)
        self._calendars = schooldays.calendars(document)
        self._waits: defaultdict[str, list[Predecessor]] = defaultdict(list)
        for link in self._plan.links:
            lag: Lag = parse_lag(link.lag or "0")
            self._waits[link.after].append(Predecessor(link.before, LinkKind(link.kind), lag))

    def task(self, bar: Bar) -> ExportedTask:
        found: PlannedTask = self._plan.tasks[bar.key]
        say, task = self._language.say, found.task
        return ExportedTask(
            key=bar.key,
            uuid=natural_uuid(self._document.workshop_uuid, "task", bar.key),
            name=say(bar.name),
            start=bar.start,
            finish=bar.finish,
            is_milestone=bar.is_milestone,
            is_critical=bar.is_critical,
            is_assumed=bar.is_assumed,
            length=parse(bar.length),
            length_words=say(length_in_words(bar.length)),
            calendar=task.calendar if task.calendar in self._calendars else self._otherwise(),
            owner=bar.owner,
            progress=bar.progress,
            total_slack=found.total_slack,
            free_slack=found.free_slack,
            not_before=task.not_before,
            must_finish_by=task.must_finish_by,
            pinned_start=task.pinned_start,
            started_on=task.started_on,
            finished_on=task.finished_on,
            baseline=bar.baseline,
            predecessors=tuple(self._waits[bar.key]),
            schools=bar.schools,
            why=say(why_then(self._document, bar.key)),
        )

    def _otherwise(self) -> str:
        return schooldays.DISTRICT if schooldays.DISTRICT in self._calendars else schooldays.OFFICE
