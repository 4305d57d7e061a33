"""What keeps a pilot from being ready, in words, each leading to where it can be mended."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from roadmap_desktop.journey.guardrails.gates import GateLine, GatePicture, gate
from roadmap_desktop.journey.inspection import Line, Mark, Target
from roadmap_desktop.journey.pilots.facts import KINDS, PilotFacts, facts_of
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.readiness.profile import Block
from roadmap_desktop.journey.roadmap.evidence import use_case_names
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.usecases import Outcome, UseCase
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.rules.guardrails import Status
from roadmap_desktop.rules.pilots import Lack, Lacking, Plan, lacking
from roadmap_desktop.rules.usecases import Choice
from roadmap_desktop.store.document import Document

_WORDS: dict[Lack, tuple[Words, str]] = {
    Lack.USE_CASE: (message("It tests no use case yet."), "question"),
    Lack.QUESTION: (message("The question it answers is not written."), "question"),
    Lack.OWNER: (message("Nobody owns it yet."), "question"),
    Lack.SITE: (message("No school takes part yet."), "sites"),
    Lack.CALENDAR: (message("It has no dates yet: the school calendar is missing."), "schooltime"),
    Lack.CRITERION: (message("No success criterion is set."), "success"),
    Lack.MUST_PASS: (message("No criterion is marked as one that must pass."), "success"),
    Lack.STOPPER: (message("Nobody is named who can stop it."), "checkins"),
    Lack.DECISION_DATE: (message("It has no decision date."), "schooltime"),
    Lack.DECIDER: (message("Nobody is named who decides."), "schooltime"),
}


def missing(document: Document, pilot: str) -> tuple[Line, ...]:
    """Everything that keeps a pilot from being ready; empty when it is ready. Refused where it was removed."""
    with document.read():
        reading = _Reading(document, facts_of(document, pilot))
        return tuple(line for each in lacking(reading.plan()) for line in reading.lines(each))


class _Reading:
    """What readiness of a pilot follows from."""

    def __init__(self, document: Document, facts: PilotFacts) -> None:
        self._document, self._facts, self._pilot = document, facts, facts.row.uuid
        self._gate: GatePicture = gate(document, facts.use_cases)
        chosen, measured = _use_cases(document)
        self._not_chosen = [case for case in facts.use_cases if case not in chosen]
        self._without_outcome = [case for case in facts.use_cases if case not in measured]

    def plan(self) -> Plan:
        """What is entered, as the rule takes it."""
        row, facts = self._facts.row, self._facts
        return Plan(
            has_calendar=planned(self._document).of(Part.RUN, row.uuid, row.attempt) is not None,
            use_cases=len(facts.use_cases),
            not_chosen=len(self._not_chosen),
            without_outcome=len(self._without_outcome),
            has_question=bool(row.question),
            has_owner=bool(row.owner),
            has_stopper=bool(row.stopper),
            sites=len(facts.sites),
            criteria=facts.measured,
            has_decision_date=bool(row.decides_after),
            has_decider=bool(row.decider),
            open_guardrails=len(self._gate.open),
            floors=len(self._gate.floors),
        )

    def lines(self, lack: Lacking) -> Iterator[Line]:
        """One line per thing that is missing."""
        match lack.what:
            case Lack.GATE:
                yield from (_guardrail(each) for each in self._gate.open)
            case Lack.FLOOR:
                yield from (_floor(each) for each in self._gate.floors)
            case Lack.NOT_CHOSEN | Lack.OUTCOME:
                yield from self._use_cases(lack.what)
            case Lack.BASELINE | Lack.TARGET | Lack.COLLECTOR:
                yield self._criterion(lack)
            case Lack.CALENDAR:
                words = planned(self._document).trouble or _WORDS[Lack.CALENDAR][0]
                yield Line(words, Mark.OPEN, Target("prepare", "calendar"))
            case what:
                words, step = _WORDS[what]
                yield Line(words, Mark.OPEN, Target("pilots", step, self._pilot))

    def _use_cases(self, what: Lack) -> Iterator[Line]:
        names = use_case_names(self._document)
        if what is Lack.NOT_CHOSEN:
            for uuid in self._not_chosen:
                text = message("{use_case} is not chosen for a pilot.", use_case=names[uuid])
                yield Line(text, Mark.OPEN, Target("usecases", "decide", uuid))
            return
        for uuid in self._without_outcome:
            text = message("{use_case} has no measurable outcome.", use_case=names[uuid])
            yield Line(text, Mark.OPEN, Target("usecases", "outcomes", uuid))

    def _criterion(self, lack: Lacking) -> Line:
        name = next(each.name for each in self._facts.criteria if each.uuid == lack.subject)
        text: Words = message("{criterion} has no value from before.", criterion=name)
        if lack.what is Lack.TARGET:
            text = message("{criterion} has no target.", criterion=name)
        if lack.what is Lack.COLLECTOR:
            text = message("Nobody collects {criterion}.", criterion=name)
        return Line(text, Mark.OPEN, Target("pilots", "success", lack.subject))


def _use_cases(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    """The use cases (uuids) that are chosen for a pilot, and those whose outcome can be measured."""

    def read() -> tuple[frozenset[str], frozenset[str]]:
        chosen = document.rows(select(UseCase.uuid).where(UseCase.choice == Choice.PILOT))
        whole = select(Outcome.use_case).where(Outcome.measure != "", Outcome.target.is_not(None))
        return frozenset(row.uuid for row in chosen), frozenset(row.use_case for row in document.rows(whole))

    return document.remembered("pilot_use_cases", KINDS, read)


def _guardrail(line: GateLine) -> Line:
    text: Words = message("{guardrail}: missing", guardrail=line.name)
    if line.status is Status.DRAFTED:
        text = message("{guardrail}: drafted, not adopted", guardrail=line.name)
    if line.owner and line.due:
        text = message("{what} ({owner}, {due:short})", what=text, owner=line.owner, due=line.due)
    return Line(text, Mark.OPEN, Target("guardrails", "holds", line.guardrail))


def _floor(block: Block) -> Line:
    text: Words = message(
        "Statement {number} is not rated, needs {needs}: {text}",
        number=block.number,
        needs=block.needs,
        text=block.text,
    )
    if block.level is not None:
        text = message(
            "Statement {number} is at {level}, needs {needs}: {text}",
            number=block.number,
            level=block.level,
            needs=block.needs,
            text=block.text,
        )
    return Line(text, Mark.OPEN, Target("readiness", "picture", block.statement))
