"""Use cases as plain values: the ranking, the weights, outcomes and choices; how sure it is has its own module."""

from __future__ import annotations

from roadmap_desktop.journey.showing import sureness
from roadmap_desktop.journey.showing.plain import Plain, day
from roadmap_desktop.journey.usecases.facts import UseCaseFact, use_cases
from roadmap_desktop.journey.usecases.impact import spots
from roadmap_desktop.journey.usecases.ranking import RankingPicture, RankingRow, ranking
from roadmap_desktop.journey.usecases.scorers import scorers, silent
from roadmap_desktop.journey.usecases.voting import VotingPicture, result, voted, voting
from roadmap_desktop.language import Language
from roadmap_desktop.rules.acceptability import Basis
from roadmap_desktop.rules.voting import Way
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> Plain:
    """What Use cases shows; shares by name are those of place 1, 2, and so on."""
    by_basis = {basis: ranking(document, basis) for basis in Basis}
    near = by_basis[Basis.NEAR]
    return {
        "ranking": [_row(near, row, language) for row in near.rows],
        "top": near.top,
        "same_top": near.same_top,
        "scorers": near.scorers,
        "not_scored": [language.say(each.name) for each in silent(scorers(document))],
        "weights": {language.say(each.name): each.weight for each in near.criteria},
        **sureness.shown(document, by_basis, language),
        "seed": near.seed,
        "impact_effort": _spots(document, language),
        "votes": {way: _vote(document, way, language) for way in Way},
        "use_cases": [_use_case(each, language) for each in use_cases(document)],
    }


def _row(picture: RankingPicture, row: RankingRow, language: Language) -> Plain:
    say = language.say
    return {
        "name": say(row.name),
        "score": row.score,
        "rank": row.place,
        "rank_low": row.rank_low,
        "rank_high": row.rank_high,
        "in_top": row.in_top,
        "choice": row.choice,
        "median": row.median,
        "q1": row.q1,
        "q3": row.q3,
        "scorers": row.scorers,
        "criteria": {say(each.name): mean for each, mean in zip(picture.criteria, row.means, strict=True)},
        "missing": [say(each) for each in row.missing],
        "tied_with": [say(each) for each in row.tied_with],
        "veto": say(row.veto) or None,
    }


def _spots(document: Document, language: Language) -> Plain:
    """Impact and effort by name: median and quartiles of the scorers, the quarter, and whether they leave it open."""
    lies = spots(document)
    return {
        language.say(each.name): {
            "impact": [found.impact.low, found.impact.middle, found.impact.high],
            "effort": [found.effort.low, found.effort.middle, found.effort.high],
            "quarter": found.quarter,
            "open": found.is_open,
        }
        for each in use_cases(document)
        if (found := lies.get(each.uuid)) is not None
    }


def _vote(document: Document, way: Way, language: Language) -> Plain:
    """What was given in the last round, who voted, when, and what is to say of it; then every round, and what moved."""
    picture, say = voting(document, way), language.say
    return {
        **_round(picture, language),
        "doubts": [say(each) for each in picture.doubts],
        "rounds": [_round(each, language) for each in voted(document, way)],
        "moved": [{"name": say(row.name), "before": row.place_before, "now": row.place} for row in picture.moved],
    }


def _round(picture: VotingPicture, language: Language) -> Plain:
    say = language.say
    return {
        "round": picture.round,
        "voters": picture.voters,
        "blanks": picture.blanks,
        "at": picture.at.isoformat() if picture.at else None,
        "given": {say(row.name): row.value for row in picture.rows},
        "places": {say(row.name): row.place for row in picture.rows if row.place is not None},
        "agrees": picture.agreed.agrees if picture.agreed else None,
        "result": say(result(picture)) or None,
    }


def _use_case(fact: UseCaseFact, language: Language) -> Plain:
    outcome = fact.outcome
    return {
        "name": language.say(fact.name),
        "level": fact.level,
        "risk": fact.risk,
        "data_class": fact.data_class,
        "student_facing": fact.student_facing,
        "choice": fact.choice,
        "reason": fact.reason or None,
        "decided_at": fact.chosen_at.isoformat() if fact.chosen_at else None,
        "decided_rank": fact.chosen_place,
        "decided_score": fact.chosen_score,
        "dissent": fact.dissent or None,
        "outcome": {
            "measure": outcome.measure or None,
            "baseline": outcome.baseline,
            "target": outcome.target,
            "minimum": outcome.minimum,
            "unit": outcome.unit or None,
            "source": outcome.source or None,
            "collector": outcome.collector or None,
            "due": day(outcome.due),
        },
    }
