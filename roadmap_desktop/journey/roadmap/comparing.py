"""What-ifs beside today's plan: what differs, in a short table and task by task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from roadmap_desktop.journey.inspection import Inspection, Line, Section
from roadmap_desktop.journey.merged import DONE
from roadmap_desktop.journey.plan import Plan, planned
from roadmap_desktop.journey.roadmap.following import Days
from roadmap_desktop.journey.roadmap.whatif import Outcome
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.store.document import Document

NOTHING = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is looked at, as it is and as it would be in each what-if, in their order."""

    uuid: str
    name: Words
    now: Words
    then: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A task (``uuid`` is its key) that would lie elsewhere in at least one what-if."""

    uuid: str
    name: Words
    now: Words
    then: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that is told of what-ifs; ``differences`` are in the order of the days as they are."""

    outcomes: tuple[Outcome, ...]
    measures: tuple[Measure, ...]
    differences: tuple[Difference, ...]


def comparison(document: Document, outcomes: tuple[Outcome, ...]) -> Comparison:
    """What-ifs beside the plan as it stands."""
    return Comparison(outcomes, _measures(document, outcomes), _differences(document, outcomes))


def compared_inspection(outcomes: tuple[Outcome, ...]) -> Inspection:
    """What the inspector says above the table."""
    one, many = message("A what-if beside the plan"), message("Two what-ifs beside the plan")
    kept = plural(
        "Nothing is changed yet. It is kept until this workshop is closed.",
        "Nothing is changed yet. They are kept until this workshop is closed.",
        len(outcomes),
    )
    return Inspection(message("What if"), many if len(outcomes) > 1 else one, kept)


def with_what_ifs(document: Document, about: Inspection, outcomes: tuple[Outcome, ...], key: str) -> Inspection:
    """What is told of a task, with where it would lie in each what-if that moves it."""
    now = planned(document).tasks[key]
    lines = tuple(
        Line(message("{mark}: {days}", mark=each.scenario.mark, days=_then((now.start, now.finish), each.days[key])))
        for each in outcomes
        if key in each.days
    )
    if not lines:
        return about
    section = Section(message("What if"), lines)
    return Inspection(about.kicker, about.title, about.text, (*about.sections, section))


def sentence(document: Document, outcome: Outcome) -> Words:
    """A what-if in one sentence, as good as seeing its outline."""
    many = len(outcome.days)
    moved = plural("{n} task would lie elsewhere", "{n} tasks would lie elsewhere", many)
    last = max(each.finish for each in outcome.plan)
    now = max(each.finish for each in planned(document))
    ends = message("the roadmap would end on {day}", day=last)
    if last == now:
        ends = message("the roadmap still ends on {day}", day=last)
    return message(
        "{mark}, {name}: {moved}, {ends}.", mark=outcome.scenario.mark, name=outcome.name, moved=moved, ends=ends
    )


def _measures(document: Document, outcomes: tuple[Outcome, ...]) -> tuple[Measure, ...]:
    now, today = planned(document), document.today()
    decisions = {each.task.key for each in now if each.task.part is Part.DECIDE}

    def measured(uuid: str, name: Words, of: Callable[[Plan], Words]) -> Measure:
        return Measure(uuid, name, of(now), tuple(of(each.plan) for each in outcomes))

    def moved(uuid: str, name: Words, counted: Callable[[Outcome], int]) -> Measure:
        return Measure(uuid, name, "", tuple(str(counted(each)) for each in outcomes))

    found = [
        moved("tasks", message("Tasks that move"), lambda each: len(each.days)),
        measured("last", message("Last day"), lambda plan: message("{day}", day=max(each.finish for each in plan))),
        measured("late", message("Dates that can't hold"), lambda plan: str(len(plan.conflicts))),
    ]
    if decisions:
        found[2:2] = [
            measured("decision", message("Next decision"), lambda plan: _next_decision(plan, today)),
            moved("decisions", message("Decisions that move"), lambda each: len(decisions & each.days.keys())),
        ]
    return tuple(found)


def _next_decision(plan: Plan, today: date) -> Words:
    open_ones = (each for each in plan if each.task.part is Part.DECIDE and each.task.progress < DONE)
    ahead = min((each.start for each in open_ones if each.start >= today), default=None)
    return NOTHING if ahead is None else message("{day}", day=ahead)


def _differences(document: Document, outcomes: tuple[Outcome, ...]) -> tuple[Difference, ...]:
    moved = {key for each in outcomes for key in each.days}
    now = [each for each in planned(document) if each.task.key in moved]
    return tuple(
        Difference(
            each.task.key,
            each.task.name,
            message("{day:short}", day=each.start),
            tuple(_briefly((each.start, each.finish), outcome.days.get(each.task.key)) for outcome in outcomes),
        )
        for each in sorted(now, key=lambda each: (each.start, each.task.key))
    )


def _briefly(now: Days, then: Days | None) -> Words:
    if then is None:
        return NOTHING
    if then[0] == now[0]:
        return message("ends {day:short}", day=then[1])
    return message("{day:short}", day=then[0])


def _then(now: Days, then: Days) -> Words:
    if then[0] == now[0]:
        return message("ends {then:short} instead of {now:short}", then=then[1], now=now[1])
    return message("{now:short} becomes {then:short}", now=now[0], then=then[0])
