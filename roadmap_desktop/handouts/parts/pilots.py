"""Pilots on paper: the plan of each, its criteria, and what was decided."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import (
    Cells,
    Column,
    Heading,
    Item,
    Keep,
    ListOf,
    Mark,
    Piece,
    Role,
    Strong,
    Table,
    Text,
)
from roadmap_desktop.journey.pilots.picture import CriterionRow, PilotPicture
from roadmap_desktop.journey.pilots.values import bound, in_unit
from roadmap_desktop.journey.roadmap.evidence import verdict_name
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.rules.pilots import Result
from roadmap_desktop.store.document import Document

_RESULTS: dict[Result, tuple[Words, Mark]] = {
    Result.MET: (message("target met"), Mark.TICKED),
    Result.ACCEPTED: (message("at least the minimum"), Mark.HALF),
    Result.NOT_MET: (message("not met"), Mark.CROSSED),
    Result.NOT_MEASURED: (message("not measured yet"), Mark.BOX),
}


def pilot_plan(document: Document, pilot: PilotPicture, language: Language) -> tuple[Piece, ...]:
    """A pilot as it is planned and as it came out."""
    key = pilot.uuid
    pieces: list[Piece] = [
        Heading(f"pilot {key}", pilot.name, role=Role.SUBHEADING),
        Text(f"question {key}", pilot.question or language.say(message("Its question is not written yet."))),
        ListOf(f"facts {key}", tuple(_facts(pilot, language))),
    ]
    if pilot.criteria:
        pieces.append(_criteria(pilot, language))
    for each in pilot.decisions:
        words = message("Decided: {verdict}.", verdict=verdict_name(document, each.verdict))
        pieces.append(Text(f"decision {each.uuid}", (Strong(language.say(words)), f" {each.reason}")))
    if pilot.missing and pilot.started_on is None:
        heading = message("What keeps it from starting")
        items = tuple(Item(language.say(line.text), Mark.BOX) for line in pilot.missing)
        pieces.append(Text(f"missing words {key}", Strong(language.say(heading))))
        pieces.append(ListOf(f"missing {key}", items))
    return (Keep(f"head {key}", tuple(pieces[:3])), *pieces[3:])


def decision_in_words(document: Document, pilot: PilotPicture) -> Words:
    """What was decided on a pilot, or when it will be."""
    if pilot.verdict is not None:
        return message("{pilot}: {verdict}", pilot=pilot.name, verdict=verdict_name(document, pilot.verdict))
    if pilot.decision_date is not None:
        return message(
            "{pilot}: {who} decides on {day:short}", pilot=pilot.name, who=pilot.decider, day=pilot.decision_date
        )
    return message("{pilot}: no decision date yet", pilot=pilot.name)


def or_dash(words: Words, language: Language) -> str:
    """The words in a cell; a dash where there are none."""
    return language.say(words) or "–"


def _facts(pilot: PilotPicture, language: Language) -> list[Item]:
    say = language.say
    facts: list[Words] = []
    if pilot.start and pilot.finish:
        facts.append(message("Runs from {start} to {finish}", start=pilot.start, finish=pilot.finish))
    if pilot.decision_date:
        who = pilot.decider or message("not yet said who")
        facts.append(message("Decided on {day} by {who}", day=pilot.decision_date, who=who))
    if pilot.sites:
        facts.append(message("Schools: {schools}", schools=tuple(site.name for site in pilot.sites)))
    if pilot.owner:
        facts.append(message("Owner: {owner}", owner=pilot.owner))
    if pilot.stopper:
        facts.append(message("Can stop it: {who}. {rule}", who=pilot.stopper, rule=pilot.stop_rule))
    return [Item(say(each), Mark.BULLET) for each in facts]


def _criteria(pilot: PilotPicture, language: Language) -> Table:
    say = language.say
    columns = (
        Column(say(message("Success criterion")), Cells.HEAD, share=5),
        Column(say(message("Before"))),
        Column(say(message("Target"))),
        Column(say(message("At least"))),
        Column(say(message("Collected by")), share=3),
        Column(say(message("So far")), share=3),
    )
    return Table(f"criteria {pilot.uuid}", columns, tuple(_criterion(each, language) for each in pilot.criteria))


def _criterion(row: CriterionRow, language: Language) -> tuple[str | Item, ...]:
    words, mark = _RESULTS[row.result]
    so_far = language.say(words)
    if row.reading is not None:
        so_far = f"{language.say(in_unit(row.reading, row.unit))}, {so_far}"
    name = language.say(message("{criterion} (must pass)", criterion=row.name)) if row.must_pass else row.name
    return (
        name,
        or_dash(in_unit(row.baseline, row.unit), language),
        or_dash(bound(row.target, row.unit, row.direction), language),
        or_dash(bound(row.minimum, row.unit, row.direction), language),
        row.collector,
        Item(so_far, mark),
    )
