"""Use cases on paper: what comes first, what success means, and how sure the ranking is."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import Cells, Column, Piece, Role, Table, Text
from roadmap_desktop.journey.pilots.values import in_unit
from roadmap_desktop.journey.usecases.facts import UseCaseFact, use_cases
from roadmap_desktop.journey.usecases.ranking import RankingPicture, RankingRow
from roadmap_desktop.journey.usecases.ranking import ranking as picture
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.store.document import Document


def first_places(document: Document, language: Language) -> tuple[Piece, ...]:
    """The first places with what success means, and how often they stay among the first."""
    found = picture(document)
    rows = [row for row in found.rows if row.place is not None][: found.top]
    if not rows:
        return (Text("not ranked", language.say(message("The use cases are not ranked yet."))),)
    facts = {each.uuid: each for each in use_cases(document)}
    say = language.say
    columns = (
        Column("", Cells.STRONG),
        Column(say(message("Use case")), Cells.HEAD, share=5),
        Column(say(message("Success means")), share=7),
        Column(say(message("In the first {n}", n=found.top)), Cells.NUMBER),
    )
    lines = tuple(
        (str(row.place), say(row.name), say(success(facts[row.uuid], language)), _sure(row, language)) for row in rows
    )
    return (Table("first places", columns, lines), *_note(found, language))


def ranking(document: Document, language: Language) -> tuple[Piece, ...]:
    """Every use case with its place, how sure that is, and what was chosen why."""
    found = picture(document)
    if not found.rows:
        return ()
    facts = {each.uuid: each for each in use_cases(document)}
    say = language.say
    columns = (
        Column("", Cells.STRONG),
        Column(say(message("Use case")), Cells.HEAD, share=5),
        Column(say(message("Score")), Cells.NUMBER),
        Column(say(message("Places"))),
        Column(say(message("In the first {n}", n=found.top)), Cells.NUMBER),
        Column(say(message("Choice")), share=2),
        Column(say(message("Why")), Cells.NOTE, share=6),
    )
    lines = tuple(
        (
            "" if row.place is None else str(row.place),
            say(row.name),
            "–" if row.score is None else language.number(row.score, 2),
            _places(row),
            _sure(row, language),
            say(row.choice_words),
            facts[row.uuid].reason,
        )
        for row in found.rows
    )
    return (Table("ranking", columns, lines), *_note(found, language))


def success(fact: UseCaseFact, language: Language) -> Words:
    """What success means for a use case, in one line."""
    outcome = fact.outcome
    if not outcome.measure:
        return message("not said yet")
    if outcome.target is None:
        return outcome.measure
    target = in_unit(outcome.target, outcome.unit)
    if outcome.baseline is None:
        return message("{measure}: {target}", measure=outcome.measure, target=target)
    before = language.number(outcome.baseline)
    return message("{measure}: {target} instead of {before}", measure=outcome.measure, target=target, before=before)


def _sure(row: RankingRow, language: Language) -> str:
    if row.in_top is None:
        return "–"
    return language.say(message("{n} of 100", n=round(row.in_top * 100)))


def _places(row: RankingRow) -> str:
    if row.rank_low is None or row.rank_high is None:
        return ""
    return str(row.rank_low) if row.rank_low == row.rank_high else f"{row.rank_low}–{row.rank_high}"


def _note(found: RankingPicture, language: Language) -> tuple[Piece, ...]:
    if not found.samples:
        return ()
    words = message(
        "How often a use case stays in the first {top} when the weights change by up to a fifth: "
        "{samples} weightings, {scorers} people scored.",
        top=found.top,
        samples=found.samples,
        scorers=found.scorers,
    )
    return (Text("how sure", language.say(words), role=Role.NOTE),)
