"""What the verb ``import`` takes for Readiness: another instrument, and answers to its statements."""

from __future__ import annotations

from collections.abc import Iterable

from roadmap_desktop.commands.telling import tell, warn
from roadmap_desktop.exchange.answers import read_answers
from roadmap_desktop.exchange.instrument import read_instrument
from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.journey.readiness.answers_in import take_answers
from roadmap_desktop.journey.readiness.instruments import InstrumentTaken, own_levels, take_instrument
from roadmap_desktop.journey.readiness.questionnaire import questionnaire
from roadmap_desktop.language import Language, message, plural
from roadmap_desktop.store.document import Document


def instrument(document: Document, source: bytes, name: str, language: Language) -> None:
    """Takes an instrument and lists on standard error what of the file is not taken."""
    preview = read_instrument(source, name, own_levels(document))
    list_untaken(preview.untaken, language)
    for note in preview.notes:
        warn(language, note)
    taken = take_instrument(document, preview.draft)
    _tell_floors(taken, language)
    text = message(
        "{name}: {statements} in {dimensions}, levels {low} to {high}.",
        name=preview.draft.name,
        statements=plural("{n} statement", "{n} statements", taken.statements),
        dimensions=plural("{n} dimension", "{n} dimensions", len(preview.draft.dimensions)),
        low=preview.draft.levels[0].value,
        high=preview.draft.levels[-1].value,
    )
    tell(language, text)


def answers(document: Document, source: bytes, into: int | None, language: Language) -> None:
    """Takes a form's answers (into the present round where none is given); lists on standard error what is left."""
    preview = read_answers(source, questionnaire(document))
    list_untaken(preview.untaken, language)
    for note in preview.notes:
        warn(language, note)
    taken = take_answers(document, preview.draft, into=into)
    for name, stays in taken.by_hand:
        text = plural(
            "{name}: {n} answer given in the room stays as it was given.",
            "{name}: {n} answers given in the room stay as they were given.",
            stays,
            name=name,
        )
        warn(language, text)
    text = message(
        "{people}, {named} of them in the room list. {added} new, {changed} changed, {unchanged} as they were.",
        people=plural("{n} person", "{n} people", taken.people),
        named=taken.named,
        added=plural("{n} answer", "{n} answers", taken.added),
        changed=taken.changed,
        unchanged=taken.unchanged,
    )
    tell(language, text)


def list_untaken(untaken: Iterable[Untaken], language: Language) -> None:
    """Writes each part that is not taken on standard error, with its reason."""
    for each in untaken:
        warn(language, message("{where}: {reason} {raw}", where=each.where, reason=each.reason, raw=each.raw))


def _tell_floors(taken: InstrumentTaken, language: Language) -> None:
    for floor in taken.floors:
        text = message(
            "Statement {key} says the same as one of ours: its floor, {ours} of 0 to 4, is level {level} here.",
            key=floor.key,
            ours=floor.ours,
            level=floor.level,
        )
        warn(language, text)
    if taken.kept:
        text = plural(
            "{name} is kept beside with its {n} answer or barrier.",
            "{name} is kept beside with its {n} answers or barriers.",
            taken.kept,
            name=taken.kept_name,
        )
        warn(language, text)
    if taken.left_out:
        text = plural(
            "{n} statement that was here is not in the file; it is left out.",
            "{n} statements that were here are not in the file; they are left out.",
            taken.left_out,
        )
        warn(language, text)
