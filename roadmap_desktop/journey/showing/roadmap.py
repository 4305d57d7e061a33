"""The roadmap as plain values: every task with its dates, slack, driver and source."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from roadmap_desktop.journey.plan import Plan, PlannedTask, planned
from roadmap_desktop.journey.roadmap.baseline import baseline
from roadmap_desktop.journey.roadmap.evidence import evidence
from roadmap_desktop.journey.roadmap.overdue import is_overdue
from roadmap_desktop.journey.roadmap.slips import slips
from roadmap_desktop.journey.roadmap.task import phases
from roadmap_desktop.journey.roadmap.why import conflict_words, pause_of, why_then
from roadmap_desktop.journey.showing.plain import Plain, day, lines
from roadmap_desktop.language import Language
from roadmap_desktop.rules.generated import Link
from roadmap_desktop.rules.length import parse, parse_lag
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from roadmap_desktop.rules.schedule import Conflict


def shown(document: Document, language: Language) -> Plain:
    """What the roadmap shows; ``trouble`` says why there are no dates."""
    plan = planned(document)
    return {
        "trouble": language.say(plan.trouble) if plan.trouble is not None else None,
        "circle": list(plan.circle),
        "tasks": _Tasks(document, plan, language).all(),
        "links": [_link(link) for link in plan.links],
        "conflicts": [_conflict(each, plan, language) for each in plan.conflicts],
    }


class _Tasks:
    """All tasks as plain values, with what they share looked up once."""

    def __init__(self, document: Document, plan: Plan, language: Language) -> None:
        self._document, self._plan, self._language = document, plan, language
        self._before, self._slips = baseline(document), slips(document)
        self._phases = {key: language.say(name) for key, name in phases(document)}
        self._links: defaultdict[str, list[Link]] = defaultdict(list)
        for link in plan.links:
            self._links[link.after].append(link)
        self._conflicts: defaultdict[str, list[Conflict]] = defaultdict(list)
        for conflict in plan.conflicts:
            self._conflicts[conflict.key].append(conflict)

    def all(self) -> list[Plain]:
        return [{**self._about(each), **_dates(each), **self._reasons(each)} for each in self._plan]

    def _about(self, planned_task: PlannedTask) -> Plain:
        task = planned_task.task
        return {
            "key": task.key,
            "name": self._language.say(task.name),
            "phase": task.phase,
            "phase_name": self._phases.get(task.phase, task.phase),
            "strand": task.strand,
            "owner": task.owner or None,
            "length": parse(task.length).written(),
            "calendar": task.calendar,
            "progress": task.progress,
            "overdue": is_overdue(self._document, planned_task),
            "orphaned": task.orphaned,
            "own": task.own,
            "edited": sorted(task.edited),
        }

    def _reasons(self, planned_task: PlannedTask) -> Plain:
        task = planned_task.task
        why = lines(evidence(self._document, task), self._language)
        return {
            "driver": self._driver(planned_task),
            "source": {"part": task.part, "uuid": task.source or None, "why": why},
            "predecessors": [_link(link) for link in self._links[task.key]],
            "conflicts": [_conflict(each, self._plan, self._language) for each in self._conflicts[task.key]],
            "baseline": _baseline(self._before.get(task.key)),
            "slip": self._slip(task.key),
        }

    def _slip(self, key: str) -> Plain | None:
        slip = self._slips.get(key)
        return None if slip is None else {"school_days": slip.school_days, "why": self._language.say(slip.why)}

    def _driver(self, planned_task: PlannedTask) -> Plain:
        driver, key = planned_task.driver, planned_task.task.key
        link = next((each for each in self._links[key] if driver.link and each.before == driver.link.before), None)
        pause = pause_of(self._document, planned_task)
        return {
            "kind": "started" if planned_task.task.started_on is not None else driver.kind,
            "task": link.before if link else None,
            "link": _link(link) if link else None,
            "asked": day(driver.asked),
            "moved_by_calendar": driver.moved_by_calendar,
            "break": pause.name if pause is not None else None,
            "words": self._language.say(why_then(self._document, key)),
        }


def _dates(planned_task: PlannedTask) -> Plain:
    task = planned_task.task
    return {
        "start": day(planned_task.start),
        "finish": day(planned_task.finish),
        "late_start": day(planned_task.late_start),
        "late_finish": day(planned_task.late_finish),
        "not_before": day(task.not_before),
        "must_finish_by": day(task.must_finish_by),
        "pinned_start": day(task.pinned_start),
        "started_on": day(task.started_on),
        "finished_on": day(task.finished_on),
        "assumed": planned_task.assumed,
        "milestone": planned_task.is_milestone,
        "critical": planned_task.critical,
        "slack": planned_task.total_slack,
        "total_slack": planned_task.total_slack,
        "free_slack": planned_task.free_slack,
    }


def _link(link: Link) -> Plain:
    lag = parse_lag(link.lag or "0")
    return {
        "before": link.before,
        "after": link.after,
        "kind": link.kind,
        "lag": link.lag,
        "lag_school_days": lag.school_days,
        "lag_calendar_days": lag.calendar_days,
    }


def _conflict(each: Conflict, plan: Plan, language: Language) -> Plain:
    return {
        "kind": each.kind,
        "key": each.key,
        "asked": day(each.asked),
        "possible": day(each.possible),
        "school_days": each.school_days,
        "chain": list(each.chain),
        "words": language.say(conflict_words(each, plan)),
    }


def _baseline(before: tuple[date, date] | None) -> Plain | None:
    return None if before is None else {"start": day(before[0]), "finish": day(before[1])}
