"""What the verb ``import`` takes for Prepare: a list of the people in the room."""

from __future__ import annotations

from roadmap_desktop.commands.importing_readiness import list_untaken
from roadmap_desktop.commands.telling import tell, warn
from roadmap_desktop.exchange.people_list import read_people
from roadmap_desktop.journey.prepare.peoplelist import judged, take_people
from roadmap_desktop.language import Language, message, plural
from roadmap_desktop.store.document import Document


def people(document: Document, source: bytes, name: str, language: Language) -> None:
    """Takes a list of people and lists on standard error what of it is not taken or not understood."""
    found = read_people(source)
    list_untaken(found.untaken, language)
    listed = judged(document, found.lines)
    for each in listed:
        if not each.is_taken or each.unclear:
            text = message("Line {n}: {reason} {name}", n=each.number, reason=each.reason, name=each.name)
            warn(language, text)
    taken = take_people(document, listed, source=name)
    text = message(
        "{added} new, {updated} changed, {unchanged} as they were.",
        added=plural("{n} person", "{n} people", taken.added),
        updated=taken.updated,
        unchanged=taken.unchanged,
    )
    tell(language, text)
