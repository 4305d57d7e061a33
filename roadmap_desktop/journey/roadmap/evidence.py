"""Why a task is on the roadmap: the statement, vote, guardrail, pilot or person behind it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.gatefacts import guardrail_facts, use_case_facts
from roadmap_desktop.journey.inspection import Line, Mark, Target
from roadmap_desktop.journey.merged import Task
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.guardrails import Guardrail, Law
from roadmap_desktop.model.learning import LearningSession
from roadmap_desktop.model.monitoring import Indicator
from roadmap_desktop.model.pilots import CheckIn, Decision, Pilot, PilotUseCase
from roadmap_desktop.model.readiness import Barrier, Statement
from roadmap_desktop.model.scaling import Wave
from roadmap_desktop.model.team import Seat
from roadmap_desktop.model.usecases import Outcome, UseCase
from roadmap_desktop.rules import guardrails as gates
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.store.document import Document


def evidence(document: Document, task: Task) -> tuple[Line, ...]:
    """The facts a task follows from, each leading to where it was entered."""
    with document.read():
        return (*_orphaned(task), *_evidence(document, task))


def _orphaned(task: Task) -> Iterator[Line]:
    if task.orphaned and task.part is None:
        yield Line(message("What it came from was removed."), Mark.LOOK)
    elif task.orphaned and task.part is Part.WAVE:
        yield Line(message("Its pilot was stopped."), Mark.LOOK)
    elif task.orphaned:
        yield Line(message("None of its use cases is chosen for a pilot any more."), Mark.LOOK)


def _evidence(document: Document, task: Task) -> Iterator[Line]:
    match task.part:
        case None if task.is_listed:
            yield Line(message("It came with a list of tasks, under the id {id}.", id=task.key))
        case None if task.own:
            yield Line(message("Someone added it by hand."))
        case None:
            return
        case Part.BARRIER:
            yield from _barrier(document, task.source)
        case Part.ADOPT:
            yield from _guardrail(document, task.source)
        case Part.TEAM:
            seats = count(document, Seat, Seat.holder == "", Seat.waived == "")
            line = plural("{n} seat of the team is open.", "{n} seats of the team are open.", seats)
            yield Line(line, Mark.OPEN, Target("team", "seats"))
        case Part.LEARN:
            yield from _learning(document, task.source)
        case Part.CHECK:
            pilot = document.rows(select(CheckIn.pilot).where(CheckIn.uuid == task.source))[0].pilot
            yield from _pilot(document, pilot)
        case Part.WAVE:
            yield from _wave(document, task.source)
        case Part.REVIEW:
            watched = count(document, Indicator, Indicator.watched.is_(True))
            line = plural("{n} indicator is watched.", "{n} indicators are watched.", watched)
            yield Line(line, target=Target("monitoring", "reviews", task.source))
        case _:
            yield from _pilot(document, task.source)


def _barrier(document: Document, uuid: str) -> Iterator[Line]:
    query = select(Statement.uuid, Statement.number, Statement.text, Statement.key)
    row = document.rows(query.join(Barrier, Barrier.statement == Statement.uuid).where(Barrier.uuid == uuid))[0]
    text = worded(document, row.text, f"statement.{row.key}.text")
    words = message("Statement {number}: {text}", number=row.number, text=text)
    yield Line(words, Mark.NUMBER, Target("readiness", "picture", row.uuid))
    yield Line(message("The room chose it as a barrier."), target=Target("readiness", "barriers", uuid))


def _guardrail(document: Document, uuid: str) -> Iterator[Line]:
    facts = {each.uuid: each for each in guardrail_facts(document)}
    names = use_case_names(document)
    chosen = {row.uuid for row in document.rows(select(UseCase.uuid).where(UseCase.choice == "pilot"))}
    for use_case in use_case_facts(document).values():
        asked = (*gates.asked(use_case, [facts[uuid]]), *gates.asked_for_scaling(use_case, [facts[uuid]]))
        if asked and use_case.uuid in chosen:
            text = message("{use_case} asks for it.", use_case=names[use_case.uuid])
            yield Line(text, Mark.NUMBER, Target("usecases", "decide", use_case.uuid))
    for law in document.rows(select(Law.name, Law.key, Law.as_of).where(Law.guardrail == uuid)):
        name = worded(document, law.name, f"law.{law.key}.name")
        text = message("{law}, as of {day}", law=name, day=law.as_of)
        yield Line(text, target=Target("guardrails", "holds", uuid))


def _learning(document: Document, uuid: str) -> Iterator[Line]:
    columns = (LearningSession.pilot, LearningSession.wave)
    row = document.rows(select(*columns).where(LearningSession.uuid == uuid))[0]
    if row.pilot:
        yield from _pilot(document, row.pilot)
    elif row.wave:
        yield from _wave(document, row.wave)


def _pilot(document: Document, uuid: str) -> Iterator[Line]:
    names = use_case_names(document)
    use_cases = [row.use_case for row in document.rows(select(PilotUseCase.use_case).where(PilotUseCase.pilot == uuid))]
    for each in use_cases:
        yield from _use_case(document, each, names[each])
    yield from _gate(document, use_cases)
    query = select(Decision.verdict, Decision.reason, Decision.on).where(Decision.pilot == uuid)
    for row in document.rows(query.order_by(Decision.attempt)):
        text = message("Decided: {verdict}. {reason}", verdict=verdict_name(document, row.verdict), reason=row.reason)
        yield Line(text, Mark.HOLDS, Target("pilots", "decision", uuid))


def _use_case(document: Document, uuid: str, name: Words) -> Iterator[Line]:
    row = document.rows(select(UseCase.choice, UseCase.choice_reason, UseCase.chosen_at).where(UseCase.uuid == uuid))[0]
    if row.choice == "pilot" and row.chosen_at is not None:
        text = message(
            "{use_case}: chosen on {day:short}. {reason}",
            use_case=name,
            day=row.chosen_at.date(),
            reason=row.choice_reason,
        )
        yield Line(text, Mark.NUMBER, Target("usecases", "decide", uuid))
    else:
        yield Line(
            message("{use_case}: not chosen for a pilot", use_case=name), Mark.LOOK, Target("usecases", "decide", uuid)
        )
    query = select(Outcome.measure, Outcome.baseline, Outcome.target).where(Outcome.use_case == uuid)
    for outcome in document.rows(query):
        if outcome.measure and outcome.target is not None:
            text = message("Outcome: {measure}, target {target}", measure=outcome.measure, target=outcome.target)
            yield Line(text, Mark.NUMBER, Target("usecases", "outcomes", uuid))


def _gate(document: Document, use_cases: list[str]) -> Iterator[Line]:
    facts = guardrail_facts(document)
    cases = use_case_facts(document)
    asked = {each.guardrail: each for one in use_cases for each in gates.asked(cases[one], facts)}
    if not asked:
        return
    missing = [uuid for uuid, each in asked.items() if not each.adopted]
    if not missing:
        text = plural("Gate: the {n} guardrail is adopted", "Gate: all {n} guardrails adopted", len(asked))
        yield Line(text, Mark.HOLDS, Target("guardrails", "gates"))
        return
    names = guardrail_names(document)
    text = message(
        "Gate: {adopted} of {asked} guardrails adopted; missing: {names}",
        adopted=len(asked) - len(missing),
        asked=len(asked),
        names=tuple(names[uuid] for uuid in missing),
    )
    yield Line(text, Mark.OPEN, Target("guardrails", "gates"))


def _wave(document: Document, uuid: str) -> Iterator[Line]:
    pilot = document.rows(select(Wave.after_pilot).where(Wave.uuid == uuid))[0].after_pilot
    yield Line(message("Its schools adopt together."), target=Target("scaling", "waves", uuid))
    if pilot is not None:
        name = document.rows(select(Pilot.name).where(Pilot.uuid == pilot))[0].name
        text = message("It follows the decision on {pilot}.", pilot=name)
        yield Line(text, Mark.NUMBER, Target("pilots", "decision", pilot))


def use_case_names(document: Document) -> dict[str, Words]:
    """What each use case is called, by uuid."""

    def named() -> dict[str, Words]:
        rows = document.rows(select(UseCase.uuid, UseCase.name, UseCase.key))
        return {row.uuid: worded(document, row.name, f"usecase.{row.key}.name") for row in rows}

    return document.remembered("use_case_names", ("use_case", "wording"), named)


def guardrail_names(document: Document) -> dict[str, Words]:
    """What each guardrail is called, by uuid."""
    rows = document.rows(select(Guardrail.uuid, Guardrail.name, Guardrail.key))
    return {row.uuid: worded(document, row.name, f"guardrail.{row.key}.name") for row in rows}


def verdict_name(document: Document, verdict: str) -> Words:
    """What a decision is called."""
    return worded(document, "", f"decision.{verdict}.name")
