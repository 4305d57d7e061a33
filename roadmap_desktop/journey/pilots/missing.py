"""What keeps a pilot from being ready, in words, each leading to where it can be mended."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from roadmap_desktop.journey.gatefacts import guardrail_facts, use_case_facts
from roadmap_desktop.journey.inspection import Line, Mark, Target
from roadmap_desktop.journey.pilots.facts import criteria_of, pilot_row, use_cases_of
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.readiness.profile import Block, blocks
from roadmap_desktop.journey.roadmap.evidence import guardrail_names, use_case_names
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.guardrails import Guardrail
from roadmap_desktop.model.pilots import Site, SuccessCriterion
from roadmap_desktop.model.usecases import Outcome, UseCase
from roadmap_desktop.rules import guardrails as gates
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.rules.pilots import Lack, Lacking, Plan, lacking
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
    """Everything that keeps a pilot from being ready; empty when it is ready."""
    with document.read():
        reading = _Reading(document, pilot)
        return tuple(line for each in lacking(reading.plan()) for line in reading.lines(each))


class _Reading:
    """What readiness of a pilot follows from, read once."""

    def __init__(self, document: Document, pilot: str) -> None:
        self._document, self._pilot = document, pilot
        self._row = pilot_row(document, pilot)
        self._cases = [use_case_facts(document)[each] for each in use_cases_of(document, pilot)]
        guardrails = guardrail_facts(document)
        asked = {each.guardrail: each for case in self._cases for each in gates.asked(case, guardrails)}
        self._open = [each.uuid for each in guardrails if each.uuid in asked and not asked[each.uuid].adopted]
        self._blocks: dict[str, Block] = {
            block.statement: block
            for case in self._cases
            for block in blocks(document, data_class=case.data_class, student_facing=case.student_facing)
        }
        chosen = {row.uuid for row in document.rows(select(UseCase.uuid).where(UseCase.choice == "pilot"))}
        self._not_chosen = [case.uuid for case in self._cases if case.uuid not in chosen]
        whole = select(Outcome.use_case).where(Outcome.measure != "", Outcome.target.is_not(None))
        complete = {row.use_case for row in document.rows(whole)}
        self._without_outcome = [case.uuid for case in self._cases if case.uuid not in complete]

    def plan(self) -> Plan:
        """What is entered, as the rule takes it."""
        row = self._row
        return Plan(
            has_calendar=planned(self._document).of(Part.RUN, row.uuid, row.attempt) is not None,
            use_cases=len(self._cases),
            not_chosen=len(self._not_chosen),
            without_outcome=len(self._without_outcome),
            has_question=bool(row.question),
            has_owner=bool(row.owner),
            has_stopper=bool(row.stopper),
            sites=len(self._document.rows(select(Site.uuid).where(Site.pilot == row.uuid))),
            criteria=criteria_of(self._document, row.uuid),
            has_decision_date=bool(row.decides_after),
            has_decider=bool(row.decider),
            open_guardrails=len(self._open),
            floors=len(self._blocks),
        )

    def lines(self, lack: Lacking) -> Iterator[Line]:
        """One line per thing that is missing."""
        match lack.what:
            case Lack.GATE:
                yield from self._gate()
            case Lack.FLOOR:
                yield from self._floors()
            case Lack.NOT_CHOSEN | Lack.OUTCOME:
                yield from self._use_cases(lack.what)
            case Lack.BASELINE | Lack.TARGET | Lack.COLLECTOR:
                yield self._criterion(lack)
            case what:
                words, step = _WORDS[what]
                yield Line(words, Mark.OPEN, Target("pilots", step, self._pilot))

    def _gate(self) -> Iterator[Line]:
        names = guardrail_names(self._document)
        query = select(Guardrail.uuid, Guardrail.status, Guardrail.owner, Guardrail.due)
        rows = {row.uuid: row for row in self._document.rows(query)}
        for uuid in self._open:
            row, name = rows[uuid], names[uuid]
            text: Words = message("{guardrail}: missing", guardrail=name)
            if row.status == "drafted":
                text = message("{guardrail}: drafted, not adopted", guardrail=name)
            if row.owner and row.due:
                text = message("{what} ({owner}, {due:short})", what=text, owner=row.owner, due=row.due)
            yield Line(text, Mark.OPEN, Target("guardrails", "holds", uuid))

    def _floors(self) -> Iterator[Line]:
        for block in self._blocks.values():
            text = message(
                "Statement {number} is at {level}, needs {needs}: {text}",
                number=block.number,
                level=message("nothing rated") if block.level is None else block.level,
                needs=block.needs,
                text=block.text,
            )
            yield Line(text, Mark.OPEN, Target("readiness", "picture", block.statement))

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
        query = select(SuccessCriterion.name).where(SuccessCriterion.uuid == lack.subject)
        name = self._document.rows(query)[0].name
        text: Words = message("{criterion} has no value from before.", criterion=name)
        if lack.what is Lack.TARGET:
            text = message("{criterion} has no target.", criterion=name)
        if lack.what is Lack.COLLECTOR:
            text = message("Nobody collects {criterion}.", criterion=name)
        return Line(text, Mark.OPEN, Target("pilots", "success", self._pilot))
