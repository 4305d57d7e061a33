"""What the inspector says of a guardrail or of a gate: what it is, who asks, what stands behind it, what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roadmap_desktop.journey.guardrails import facts
from roadmap_desktop.journey.guardrails.gates import GateLine, GatePicture, UseCaseGate, gates
from roadmap_desktop.journey.guardrails.holds import HoldsRow, holds
from roadmap_desktop.journey.guardrails.laws import law_lines, laws
from roadmap_desktop.journey.guardrails.saying import WHY, floor_line, progress_line
from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.guardrails import Status
from roadmap_desktop.store.document import Document


def guardrail_inspection(document: Document, uuid: str) -> Inspection | None:
    """What the inspector shows of a guardrail; None where it is gone."""
    with document.read():
        row = holds(document).row(uuid)
        if row is None:
            return None
        entry = facts.guardrails(document)[uuid]
        expectation = worded(document, "", f"guardrail.{entry.key}.holds") if entry.key else ""
        sections = (
            Section(message("Where it stands"), tuple(_progress(document, entry, row))),
            Section(message("Who asks for it"), tuple(_asking(document, row))),
            Section(message("Law or standard"), tuple(_laws(document, uuid))),
            Section(message("Check with counsel"), tuple(_counsel(document, entry))),
        )
        return Inspection(row.area_name, row.name, expectation, tuple(each for each in sections if each.lines))


def gate_inspection(document: Document, use_case: str) -> Inspection | None:
    """What the inspector shows of a use case's gate; None where the use case is gone."""
    with document.read():
        found = next((each for each in gates(document) if each.uuid == use_case), None)
        if found is None:
            return None
        gate = found.gate
        floors = tuple(
            Line(floor_line(block), Mark.OPEN, Target("readiness", "picture", block.statement)) for block in gate.floors
        )
        sections = (
            Section(message("Keeps the pilot from starting"), _gate_lines(gate.open)),
            Section(message("Readiness under its floor"), floors),
            Section(message("Keeps it from scaling"), _gate_lines(gate.open_for_scaling)),
            Section(message("What its gate follows from"), _follows_from(found)),
        )
        shown = tuple(each for each in sections if each.lines)
        return Inspection(message("Gate"), found.name, gate_text(gate), shown)


def gate_text(gate: GatePicture) -> Words:
    """One sentence about a gate."""
    adopted, every = len(gate.before_pilot) - len(gate.open), len(gate.before_pilot)
    if gate.lets_pilot:
        return plural("Open: the guardrail is adopted.", "Open: all {n} guardrails are adopted.", every)
    if not gate.open:
        return plural(
            "All guardrails are adopted, and {n} readiness floor keeps it shut.",
            "All guardrails are adopted, and {n} readiness floors keep it shut.",
            len(gate.floors),
        )
    return message("Shut: {adopted} of {n} guardrails are adopted.", adopted=adopted, n=every)


def _progress(document: Document, entry: facts.GuardrailFact, row: HoldsRow) -> Iterator[Line]:
    mark = {Status.ADOPTED: Mark.HOLDS, Status.DRAFTED: Mark.OPEN, Status.MISSING: Mark.OPEN}[entry.status]
    target = Target("roadmap", "timeline", f"adopt:{entry.uuid}") if row.asked else None
    yield Line(progress_line(entry, overdue=row.overdue), mark, target)
    if entry.adopted_on is not None and entry.adopted_on > document.today():
        yield Line(message("Its day of adoption lies ahead."), Mark.LOOK)
    if row.evidence:
        return
    proof: Words = worded(document, "", f"guardrail.{entry.key}.proof") if entry.key else ""
    words = message("No evidence yet.") if not proof else message("No evidence yet. Proof: {proof}", proof=proof)
    yield Line(words, Mark.LOOK)


def _asking(document: Document, row: HoldsRow) -> Iterator[Line]:
    """Each chosen use case that asks, why, and whether this is the last that keeps it shut."""
    for case in gates(document):
        if not case.chosen:
            continue
        for line in (*case.gate.before_pilot, *case.gate.before_scaling):
            if line.guardrail != row.uuid:
                continue
            text: Words = message("{use_case}: {why}", use_case=case.name, why=WHY[line.asked_by])
            if case.gate.open == (line,) and not case.gate.floors:
                text = message("{text}; the last one that keeps it shut", text=text)
            yield Line(text, target=Target("guardrails", "gates", case.uuid))
    if not row.asked:
        yield Line(message("No use case that was chosen for a pilot asks for it."))


def _laws(document: Document, uuid: str) -> Iterator[Line]:
    for law in laws(document, uuid):
        first, *others = law_lines(law)
        yield Line(first, Mark.NUMBER)
        for words in others:
            yield Line(words)


def _counsel(document: Document, entry: facts.GuardrailFact) -> Iterator[Line]:
    if entry.key:
        yield Line(worded(document, "", f"guardrail.{entry.key}.counsel"), Mark.LOOK)
    yield Line(message("Laws change. Nothing here is legal advice."))


def _gate_lines(lines: Sequence[GateLine]) -> tuple[Line, ...]:
    return tuple(Line(line.name, Mark.OPEN, Target("guardrails", "holds", line.guardrail)) for line in lines)


def _follows_from(case: UseCaseGate) -> tuple[Line, ...]:
    students: Words = message("Students use it") if case.student_facing else message("Students do not use it")
    target = Target("usecases", "collect", case.uuid)
    return (
        Line(message("Data: {data}", data=case.data), target=target),
        Line(students, target=target),
    )
