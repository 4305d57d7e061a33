"""What the verb ``import`` takes for Use cases: the list, the weights of the criteria, and scores."""

from __future__ import annotations

from collections.abc import Iterable

from roadmap_desktop.commands.importing_readiness import list_untaken
from roadmap_desktop.commands.telling import tell, warn
from roadmap_desktop.exchange.scores import read_scores
from roadmap_desktop.exchange.usecase_list import read_use_cases
from roadmap_desktop.exchange.weights import read_weights
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases.known import known
from roadmap_desktop.journey.usecases.perspectives import perspective_name
from roadmap_desktop.journey.usecases.taking import Taken, take_scores, take_use_cases, take_weights
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.store.document import Document


def use_cases(document: Document, source: bytes, language: Language) -> None:
    """Takes a list of use cases and lists on standard error what of the file is not taken."""
    preview = read_use_cases(source, known(document))
    list_untaken(preview.untaken, language)
    _note(preview.notes, language)
    taken = take_use_cases(document, preview.drafts)
    number = plural("{n} use case", "{n} use cases", taken.added)
    tell(language, _told(number, taken))


def weights(document: Document, source: bytes, language: Language) -> None:
    """Takes weights and lists on standard error what of the file is not taken."""
    before = known(document)
    preview = read_weights(source, before)
    list_untaken(preview.untaken, language)
    _note(preview.notes, language)
    taken = take_weights(document, preview.draft)
    named = preview.draft.named
    left = tuple(names[0] for uuid, names in before.criteria if uuid not in named)
    if left and preview.draft.weights:
        text = plural(
            "{n} criterion is not named and counts 0: {names}.",
            "{n} criteria are not named and count 0: {names}.",
            len(left),
            names=left,
        )
        warn(language, text)
    tell(language, _told(plural("{n} criterion", "{n} criteria", taken.added), taken))
    if preview.draft.own:
        names = tuple(perspective_name(document, each.perspective) for each in preview.draft.own)
        tell(
            language,
            plural(
                "Weights of {n} perspective: {names}.", "Weights of {n} perspectives: {names}.", len(names), names=names
            ),
        )


def scores(document: Document, source: bytes, add_people: bool, language: Language) -> None:
    """Takes scores and lists on standard error what of the file is not taken."""
    preview = read_scores(source, known(document), add_people=add_people)
    list_untaken(preview.untaken, language)
    _note(preview.notes, language)
    if preview.strangers and not preview.draft.scores:
        raise Refused(
            message("Nobody who scored in this file is in the room list, so nothing was taken."),
            message("Add --add-people to add them, or add them in the window first."),
        )
    taken = take_scores(document, preview.draft)
    if preview.strangers:
        warn(language, message("Their scores were not taken. Add --add-people to add them."))
    if taken.people:
        tell(language, plural("{n} person added to the room list.", "{n} people added to the room list.", taken.people))
    tell(language, _told(plural("{n} score", "{n} scores", taken.added), taken))


def _note(notes: Iterable[Words], language: Language) -> None:
    for note in notes:
        warn(language, note)


def _told(number: Words, taken: Taken) -> Words:
    return message(
        "{added} new, {changed} changed, {unchanged} as they were.",
        added=number,
        changed=taken.changed,
        unchanged=taken.unchanged,
    )
