"""Use cases as plain values: the ranking, how sure it is, the weights, outcomes and choices."""

from __future__ import annotations

from roadmap_desktop.journey.showing.plain import Plain, day
from roadmap_desktop.journey.usecases.facts import UseCaseFact, use_cases
from roadmap_desktop.journey.usecases.ranking import RankingPicture, ranking
from roadmap_desktop.language import Language
from roadmap_desktop.rules.acceptability import Basis
from roadmap_desktop.store.document import Document


def shown(document: Document, language: Language) -> Plain:
    """What Use cases shows; shares by name are those of place 1, 2, and so on."""
    say = language.say
    by_basis = {basis: ranking(document, basis) for basis in Basis}
    near = by_basis[Basis.NEAR]
    return {
        "ranking": [
            {
                "name": say(row.name),
                "score": row.score,
                "rank": row.place,
                "rank_low": row.rank_low,
                "rank_high": row.rank_high,
                "in_top": row.in_top,
                "choice": row.choice,
                "q1": row.q1,
                "q3": row.q3,
                "scorers": row.scorers,
                "veto": say(row.veto) or None,
            }
            for row in near.rows
        ],
        "top": near.top,
        "same_top": near.same_top,
        "weights": {say(each.name): each.weight for each in near.criteria},
        "acceptability": {basis: _shares(picture, language) for basis, picture in by_basis.items()},
        "seed": near.seed,
        "use_cases": [_use_case(each, language) for each in use_cases(document)],
    }


def _shares(picture: RankingPicture, language: Language) -> Plain:
    return {language.say(row.name): list(row.shares) for row in picture.rows if row.shares}


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
