"""The inspector's answer to a use case: what it is, what to mind, what follows, and what of its place."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from roadmap_desktop.catalogue import usecases as catalogue
from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.usecases import facts, saying
from roadmap_desktop.journey.usecases.collection import CatalogueRow
from roadmap_desktop.journey.usecases.facts import CriterionFact, UseCaseFact
from roadmap_desktop.journey.usecases.impact import spot_words, spots
from roadmap_desktop.journey.usecases.outcomes import OutcomeRow
from roadmap_desktop.journey.usecases.ranking import ranking
from roadmap_desktop.journey.usecases.sureness import sentences
from roadmap_desktop.journey.wordings import phrases
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.pilots import Pilot, PilotUseCase
from roadmap_desktop.rules.usecases import NEEDED, Choice
from roadmap_desktop.store.document import Document


def inspection(document: Document, uuid: str) -> Inspection | None:
    """What there is to know about a use case of the room; None where it is gone."""
    with document.read():
        found = next((each for each in facts.use_cases(document) if each.uuid == uuid), None)
        if found is None:
            return None
        sections = (
            Section(message("What to mind"), tuple(_minded(document, found))),
            Section(message("Outcome"), tuple(_outcome(found))),
            Section(message("Place"), tuple(_place(document, uuid))),
            Section(message("Choice"), tuple(_choice(document, found))),
        )
    return Inspection(found.about, found.name, found.description, tuple(each for each in sections if each.lines))


def listed_inspection(document: Document, found: UseCaseFact) -> Inspection:
    """What to mind of a use case on the room's list, and its outcome; its description stands beside it to be edited."""
    with document.read():
        sections = (
            Section(message("What to mind"), tuple(_minded(document, found))),
            Section(message("Outcome"), tuple(_outcome(found))),
        )
    return Inspection(found.about, found.name, sections=sections)


def catalogue_inspection(document: Document, row: CatalogueRow) -> Inspection:
    """What there is to know about a use case of the catalogue before it is picked."""
    minded = [Line(text, Mark.LOOK) for text in (row.caution, row.disagreement) if text]
    minded += _sensitivity(document, row.data_class, row.risk, student_facing=row.student_facing)
    measures = next((each.outcomes for each in catalogue.use_cases() if each.key == row.uuid), ())
    kept = phrases(document)
    starters = tuple(Line(kept.get(each.measure.key, each.measure)) for each in measures)
    sections = (Section(message("What to mind"), tuple(minded)), Section(message("What could be measured"), starters))
    return Inspection(row.about, row.name, row.description, sections)


def outcome_inspection(row: OutcomeRow) -> Inspection:
    """What of an outcome is there and what is missing, with the doubts about its figures."""
    found = row.use_case
    lines = [
        Line(saying.PARTS[part], Mark.OPEN if part in found.lacking else Mark.HOLDS)
        for part in NEEDED
    ]  # fmt: skip
    if row.doubt is not None:
        lines.append(Line(saying.DOUBTS[row.doubt], Mark.LOOK))
    missing = len(found.lacking)
    title: Words = message("The outcome is complete")
    if missing:
        title = plural("{n} part is missing", "{n} parts are missing", missing)
    text = message("The baseline is the same measure, taken before the start over at least two weeks.")
    tool = message("Once the outcome is complete, the tool that is tried can be named.")
    return Inspection(found.name, title, text if missing else tool, (Section(message("Needed"), tuple(lines)),))


def criterion_inspection(criterion: CriterionFact) -> Inspection:
    """What a criterion asks, and what 1 and 5 mean."""
    ends = (
        Line(message("5: {meaning}", meaning=criterion.highest)),
        Line(message("1: {meaning}", meaning=criterion.lowest)),
    )
    scale = Section(message("Scores"), ends if criterion.lowest else ())
    weight = Line(message("It counts {weight}.", weight=criterion.weight), target=Target("usecases", "ranking"))
    return Inspection(message("Criterion"), criterion.name, criterion.question, (scale, Section("", (weight,))))


def decided_on(document: Document, found: UseCaseFact) -> Words | None:
    """When a choice was made and on which place, and where the use case stands now; None while nothing is decided."""
    if found.choice is None or found.chosen_at is None:
        return None
    if found.chosen_place is None:
        return message("Decided on {day} at {time}.", day=found.chosen_at.date(), time=found.chosen_at.time())
    now = next((row.place for row in ranking(document).rows if row.uuid == found.uuid), None)
    then: Words = message("place {place}, as now", place=found.chosen_place)
    if now is None:
        then = message("place {place}; now it has none", place=found.chosen_place)
    elif now != found.chosen_place:
        then = message("place {place}; now place {now}", place=found.chosen_place, now=now)
    day, time = found.chosen_at.date(), found.chosen_at.time()
    return message("Decided on {day} on the scores of {time}: {then}.", day=day, time=time, then=then)


def _minded(document: Document, found: UseCaseFact) -> Iterator[Line]:
    if found.veto:
        yield Line(message("Vetoed: {veto}", veto=found.veto_words), Mark.OPEN)
    for text in (found.caution, found.disagreement):
        if text:
            yield Line(text, Mark.LOOK)
    if found.local_decision:
        yield Line(message("The district decided: {text}", text=found.local_decision), Mark.HOLDS)
    yield from _sensitivity(document, found.data_class, found.risk, student_facing=found.student_facing)


def _sensitivity(document: Document, data_class: int, risk: str, *, student_facing: bool) -> Iterator[Line]:
    kept = phrases(document)
    names = tuple(kept.get(f"{key}.name", key) for key in (f"risk.{risk}", f"data_class.{data_class}"))
    yield Line(message("{risk}, data class {number}: {data}", risk=names[0], number=data_class, data=names[1]))
    if student_facing:
        yield Line(message("Students use it, or meet its answers first."))


def _outcome(found: UseCaseFact) -> Iterator[Line]:
    target = Target("usecases", "outcomes", found.uuid)
    if found.lacking:
        yield Line(message("Missing: {parts}", parts=saying.parts(found.lacking)), Mark.OPEN, target)
        return
    outcome = found.outcome
    assert outcome.baseline is not None
    assert outcome.target is not None
    words = message(
        "{measure}: from {baseline} to {target} {unit}",
        measure=outcome.measure,
        baseline=outcome.baseline,
        target=outcome.target,
        unit=outcome.unit,
    )
    yield Line(words, Mark.HOLDS, target)


def _place(document: Document, uuid: str) -> Iterator[Line]:
    picture = ranking(document)
    row = next(each for each in picture.rows if each.uuid == uuid)
    target = Target("usecases", "ranking", uuid)
    for place, text in enumerate(sentences(picture, row)[:3]):
        yield Line(text, target=None if place else target)
    if (lies := spots(document).get(uuid)) is not None:
        yield Line(spot_words(lies))
    if row.scorers:
        yield Line(
            plural("{n} has scored it.", "{n} have scored it.", row.scorers), target=Target("usecases", "score", uuid)
        )


def _choice(document: Document, found: UseCaseFact) -> Iterator[Line]:
    target = Target("usecases", "decide", found.uuid)
    if found.choice is None:
        yield Line(message("Nobody has decided yet."), Mark.OPEN, target)
        yield from (Line(saying.HURDLES[each], Mark.OPEN, target) for each in found.hurdles)
        return
    yield Line(message("{choice}: {reason}", choice=found.choice_words, reason=found.reason), Mark.HOLDS, target)
    if (traced := decided_on(document, found)) is not None:
        yield Line(traced, target=Target("usecases", "ranking", found.uuid))
    if found.dissent:
        yield Line(message("Dissent: {text}", text=found.dissent), Mark.LOOK, target)
    if found.choice is Choice.PILOT:
        yield Line(message("What must hold before it starts"), target=Target("guardrails", "gates", found.uuid))
    query = select(Pilot.uuid, Pilot.name).join(PilotUseCase, PilotUseCase.pilot == Pilot.uuid)
    for row in document.rows(query.where(PilotUseCase.use_case == found.uuid).order_by(Pilot.position)):
        yield Line(message("Tried in: {pilot}", pilot=row.name), target=Target("pilots", "question", row.uuid))
