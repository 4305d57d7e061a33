"""What the verb ``import`` takes for Roadmap: a list of tasks, and dates that come back from an edited sheet."""

from __future__ import annotations

from roadmap_desktop.commands.importing_readiness import list_untaken
from roadmap_desktop.commands.telling import tell, warn
from roadmap_desktop.exchange.task_dates import left_out, read_dates
from roadmap_desktop.exchange.tasks import read_tasks
from roadmap_desktop.journey.roadmap.arriving import ids
from roadmap_desktop.journey.roadmap.redating import take_dates
from roadmap_desktop.journey.roadmap.taking import take_tasks
from roadmap_desktop.language import Language, message, plural
from roadmap_desktop.store.document import Document


def tasks(document: Document, source: bytes, name: str, language: Language) -> None:
    """Takes the tasks of a list and lists on standard error what of it is left out."""
    preview = read_tasks(source, ids(document))
    list_untaken(preview.untaken, language)
    taken = take_tasks(document, preview.found, source=name)
    if taken.trouble is not None:
        warn(language, taken.trouble)
    text = message(
        "{tasks}: {added} new, {changed} changed, {unchanged} as they were.",
        tasks=plural("{n} task", "{n} tasks", len(preview.found.tasks)),
        added=taken.added,
        changed=taken.updated,
        unchanged=taken.unchanged,
    )
    tell(language, text)


def dates(document: Document, source: bytes, name: str, language: Language) -> None:
    """Takes changed dates, tells what each moves, and lists on standard error what is left out."""
    preview = read_dates(source)
    taken = take_dates(document, preview.tasks, source=name)
    list_untaken((*preview.untaken, *left_out(taken.left_out)), language)
    for each in taken.changes:
        words = message(
            "{task}: {first} to {last}, before {first_before} to {last_before}.",
            task=each.name,
            first=each.after[0],
            last=each.after[1],
            first_before=each.before[0],
            last_before=each.before[1],
        )
        tell(language, words)
    text = message(
        "{tasks} changed, {follow} follow.",
        tasks=plural("{n} task", "{n} tasks", len(taken.changes)),
        follow=taken.follow,
    )
    tell(language, text)
