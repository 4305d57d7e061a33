"""The roadmap as plain values: every task with its dates, slack, driver and source."""

from __future__ import annotations

from datetime import date

from roadmap_desktop.journey.plan import PlannedTask, planned
from roadmap_desktop.journey.roadmap.baseline import baseline
from roadmap_desktop.journey.roadmap.evidence import evidence
from roadmap_desktop.journey.showing.plain import Plain, day, lines
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> Plain:
    """What the roadmap shows; ``trouble`` says why there are no dates."""
    plan = planned(document)
    before = baseline(document)
    return {
        "trouble": language.say(plan.trouble) if plan.trouble is not None else None,
        "tasks": [_task(document, each, before.get(each.task.key), language) for each in plan],
        "links": [
            {"before": link.before, "after": link.after, "kind": link.kind, "lag": link.lag} for link in plan.links
        ],
        "conflicts": [
            {
                "key": each.key,
                "asked": day(each.asked),
                "possible": day(each.possible),
                "school_days": each.school_days,
                "chain": list(each.chain),
            }
            for each in plan.conflicts
        ],
    }


def _task(document: Document, planned_task: PlannedTask, before: tuple[date, date] | None, language: Language) -> Plain:
    task, driver = planned_task.task, planned_task.driver
    return {
        "key": task.key,
        "name": language.say(task.name),
        "phase": task.phase,
        "strand": task.strand,
        "owner": task.owner or None,
        "length": task.length,
        "start": day(planned_task.start),
        "finish": day(planned_task.finish),
        "assumed": planned_task.assumed,
        "milestone": planned_task.is_milestone,
        "critical": planned_task.critical,
        "slack": planned_task.total_slack,
        "free_slack": planned_task.free_slack,
        "driver": {
            "kind": driver.kind,
            "task": driver.link.before if driver.link else None,
            "moved_by_calendar": driver.moved_by_calendar,
        },
        "source": {"part": task.part, "uuid": task.source or None, "why": lines(evidence(document, task), language)},
        "progress": task.progress,
        "orphaned": task.orphaned,
        "own": task.own,
        "edited": sorted(task.edited),
        "baseline": None if before is None else {"start": day(before[0]), "finish": day(before[1])},
    }
