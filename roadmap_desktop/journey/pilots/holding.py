"""What already holds of a pilot's plan, in words: the counterpart of what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roadmap_desktop.journey.guardrails.gates import gate
from roadmap_desktop.journey.inspection import Line, Mark
from roadmap_desktop.journey.pilots.facts import PilotFacts
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.pilots import Criterion
from roadmap_desktop.store.document import Document


def holding(document: Document, facts: PilotFacts, decision_date: date | None) -> tuple[Line, ...]:
    """The lines that hold, each with its fact; none for what is missing."""
    return tuple(Line(words, Mark.HOLDS) for words in _words(document, facts, decision_date))


def _words(document: Document, facts: PilotFacts, decision_date: date | None) -> Iterator[Words]:
    row = facts.row
    if row.decides_after and row.decider and decision_date:
        yield message("Decision date {day:short}, {who} decides", day=decision_date, who=row.decider)
    yield from _sites(facts)
    if facts.measured and all(_is_whole(each) for each in facts.measured):
        yield plural(
            "The criterion has its number from before and its target",
            "All {n} criteria have their number from before and their target",
            len(facts.measured),
        )
    if row.stopper:
        yield message("{who} can stop it", who=row.stopper)
    yield from _gate(document, facts)


def _sites(facts: PilotFacts) -> Iterator[Words]:
    doubtful = any(site.doubtful for site in facts.sites)
    needy = any(site.higher_need for site in facts.sites)
    if doubtful and needy:
        yield message("Sites include one doubtful and one higher-need school")
    elif doubtful:
        yield message("Sites include a doubtful school")
    elif needy:
        yield message("Sites include a higher-need school")


def _gate(document: Document, facts: PilotFacts) -> Iterator[Words]:
    found = gate(document, facts.use_cases)
    adopted = [line.name for line in found.before_pilot if line.adopted]
    if len(adopted) == 1:
        yield message("{guardrail} is adopted", guardrail=adopted[0])
    elif adopted:
        n, asked = len(adopted), len(found.before_pilot)
        yield plural("{n} of {asked} guardrails is adopted", "{n} of {asked} guardrails are adopted", n, asked=asked)
    if facts.use_cases and not found.floors:
        yield message("Readiness reaches every floor that it asks for")


def _is_whole(criterion: Criterion) -> bool:
    return None not in (criterion.baseline, criterion.target) and criterion.has_collector
