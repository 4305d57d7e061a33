"""Readiness as plain values: statements, dimensions, what blocks, concerns, barriers."""

from __future__ import annotations

from roadmap_desktop.journey.readiness.barriers import barriers
from roadmap_desktop.journey.readiness.comparing import Before, round_before
from roadmap_desktop.journey.readiness.concerns import ConcernRow, concerns
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.notes import comments, notes
from roadmap_desktop.journey.readiness.profile import Block, DimensionLine, StatementLine, profile
from roadmap_desktop.journey.readiness.statements import statements
from roadmap_desktop.journey.readiness.suggestions import suggestions
from roadmap_desktop.journey.showing.plain import Plain, day
from roadmap_desktop.language import Language
from roadmap_desktop.rules.readiness import Spread, unknown_share
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> Plain:
    """What Readiness shows."""
    picture = profile(document)
    before, said = round_before(document, picture), notes(document)
    return {
        "instrument": instrument(document).name,
        "levels": [{"value": level.value, "name": language.say(level.name)} for level in picture.levels],
        "round": picture.round,
        "statements": [
            _statement(line, language, before) | {"notes": list(said.get(line.entry.uuid, ()))}
            for line in picture.statements
        ],
        "dimensions": [_dimension(line, language, before) for line in picture.dimensions],
        "blocks": [_block(block, language) for block in picture.blocks],
        "concerns": [_concern(row, language) for row in concerns(document)],
        "barriers": [
            {"statement": row.number, "action": row.action, "owner": row.owner or None, "due": day(row.due)}
            for row in barriers(document).rows
        ],
        "not_applicable": [row.key for row in statements(document).not_applicable],
        "comments": list(comments(document)),
        "suggestions": [
            {"statement": row.number, "reasons": [each.value for each in row.reasons], "why": language.say(row.why)}
            for row in suggestions(document)
        ],
    }


def _statement(line: StatementLine, language: Language, before: Before | None) -> Plain:
    floor = line.entry.floor
    return {
        "key": line.entry.key,
        "number": line.entry.number,
        "text": language.say(line.entry.text),
        **_spread(line.spread),
        "split": line.split,
        "dont_know_share": unknown_share(line.spread),
        "median_before": before and before.statements.get(line.entry.key),
        "level": line.level,
        "floor": floor and {"level": floor.level, "when": floor.when.value},
        "below_floor": line.below_floor,
    }


def _dimension(line: DimensionLine, language: Language, before: Before | None) -> Plain:
    return {
        "key": line.entry.key,
        "text": language.say(line.entry.name),
        "pillar": line.entry.pillar,
        **_spread(line.spread),
        "split": line.split,
        "dont_know_share": unknown_share(line.spread),
        "median_before": before and before.dimensions.get(line.entry.key),
    }


def _block(block: Block, language: Language) -> Plain:
    return {
        "key": block.key,
        "number": block.number,
        "text": language.say(block.text),
        "level": block.level,
        "needs": block.needs,
        "when": block.when,
    }


def _concern(row: ConcernRow, language: Language) -> Plain:
    return {
        "perspective": row.perspective or None,
        "theme": row.theme or None,
        "text": row.text,
        "answer": row.answer or None,
        "met_by": row.met_by and language.say(row.met_by.name),
    }


def _spread(spread: Spread) -> Plain:
    return {
        "n": spread.n,
        "dont_know": spread.dont_know,
        "not_applicable": spread.not_applicable,
        "blank": spread.blank,
        "counts": list(spread.counts),
        "median": spread.median,
        "q1": spread.q1,
        "q3": spread.q3,
        "agreement": spread.agreement,
    }
