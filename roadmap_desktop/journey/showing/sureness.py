"""How sure the ranking is as plain values: shares of places, what was tried and how, and what would change it."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_desktop.journey.showing.plain import Plain
from roadmap_desktop.journey.usecases.comparing import answers, compared, compared_by, verdict, weights_of
from roadmap_desktop.journey.usecases.facts import criteria
from roadmap_desktop.journey.usecases.leaving import Variant, alone_each, without_each
from roadmap_desktop.journey.usecases.ranking import Moving, RankingPicture, RankingRow
from roadmap_desktop.journey.usecases.sureness import METHODS, changes, headline, sentences, smallest
from roadmap_desktop.language import Language
from roadmap_desktop.rules.acceptability import Basis
from roadmap_desktop.store.document import Document


def shown(document: Document, by_basis: Mapping[Basis, RankingPicture], language: Language) -> Plain:
    """The parts that say how sure the ranking is.

    ``acceptability`` holds shares by basis and name of the use case; for the perspectives, what each of them gave.
    """
    near = by_basis[Basis.NEAR]
    return {
        "headline": language.say(headline(near)) if near.rows else None,
        "acceptability": {
            basis: _shares(picture, language) if picture.weighed is None else _weighed(picture, language)
            for basis, picture in by_basis.items()
        },
        "tried": {basis: _tried(picture, language) for basis, picture in by_basis.items()},
        "sensitivity": [_sensitivity(near, row, language) for row in near.rows if row.place is not None],
        "smallest_change": _smallest(near, language),
        "compared_in_pairs": [_compared(document, whose, language) for whose in compared_by(document)],
        "leaving_out": [_variant(each, language) for each in without_each(document)],
        "alone": [_variant(each, language) for each in alone_each(document)],
        "ties": _ties(near, language),
    }


def _shares(picture: RankingPicture, language: Language) -> Plain:
    return {language.say(row.name): list(row.shares) for row in picture.rows if row.shares}


def _weighed(picture: RankingPicture, language: Language) -> Plain:
    """By perspective: its weights, the ranks by them (null where nothing is ranked), and the sentence that says so."""
    say, found = language.say, picture.weighed
    assert found is not None
    names = [say(name) for name in found.names]
    return {
        say(each.name): {
            "perspective": each.key,
            "weights": {say(one.name): weight for one, weight in zip(picture.criteria, each.weights, strict=True)},
            "ranks": dict(zip(names, each.places, strict=True)) if each.places else None,
            "same_order": each.is_same_order,
            "comes": [say(name) for name in each.comes],
            "goes": [say(name) for name in each.goes],
            "sentence": say(each.said),
        }
        for each in found.each
    }


def _tried(picture: RankingPicture, language: Language) -> Plain:
    """What was tried; ``samples`` is null where the shares are exact or there are none."""
    say = language.say
    known = [row for row in picture.rows if row.in_top is not None]
    return {
        "statement": say(headline(picture)) if picture.rows else None,
        "plain": picture.plain,
        "top": picture.top,
        "samples": picture.samples or None,
        "exact": picture.same_top is not None and not picture.samples,
        "margin": picture.margin if known else None,
        "seed": picture.seed,
        "given": len(picture.weighed.each) if picture.weighed else None,
        "of": picture.weighed.of if picture.weighed else None,
        "shares": _shares(picture, language) if picture.weighed else None,
        "method": say(METHODS[picture.basis]),
        "same_top": picture.same_top,
        "in_top": {say(row.name): row.in_top for row in known},
        "rank_low": {say(row.name): row.rank_low for row in known},
        "rank_high": {say(row.name): row.rank_high for row in known},
    }


def _sensitivity(picture: RankingPicture, row: RankingRow, language: Language) -> Plain:
    """What would change the place of one; ``change`` is null where no weight can."""
    say, turning = language.say, row.turning
    changing = picture.same_top is not None and row.place is not None
    return {
        "name": say(row.name),
        "sentence": " ".join(say(each) for each in sentences(picture, row)),
        "changes": say(changes(row, picture.line)) if changing else None,
        "weight": {
            "criterion": say(turning.criterion),
            "now": turning.now,
            "to": turning.weight,
            "more": turning.more,
            "with": say(turning.other),
        }
        if turning
        else None,
        "least_move": _moving(row.moving, language),
    }


def _smallest(picture: RankingPicture, language: Language) -> Plain | None:
    said = language.say(smallest(picture))
    return {"sentence": said, **(_moving(picture.smallest, language) or {})} if said else None


def _moving(moving: Moving | None, language: Language) -> Plain | None:
    if moving is None:
        return None
    say = language.say
    return {
        "points_of_100": moving.points,
        "from": {say(name): points for name, points in moving.sources},
        "to": say(moving.target),
        "comes": say(moving.comes),
        "goes": say(moving.goes),
    }


def _compared(document: Document, whose: str, language: Language) -> Plain:
    """What the room (null) or a perspective compared in pairs; weights and ratio are null while they do not follow."""
    asked, said = criteria(document), answers(document, whose)
    found, say = compared(asked, said), language.say
    weights = weights_of(asked, found) if found else {}
    return {
        "perspective": whose or None,
        "pairs": [[say(asked[one].name), answer, say(asked[two].name)] for (one, two), answer in sorted(said.items())],
        "of": len(asked) * (len(asked) - 1) // 2,
        "ratio": found.ratio if found else None,
        "weights": {say(each.name): weights[each.uuid] for each in asked} if found else None,
        "sentence": say(verdict(asked, said)),
    }


def _variant(found: Variant, language: Language) -> Plain:
    say = language.say
    return {
        "group": found.group,
        "name": say(found.name),
        "scorers": found.scorers,
        "same_top": found.same_top,
        "comes": [say(each) for each in found.comes],
        "goes": [say(each) for each in found.goes],
        "ranks": {say(name): place for name, place in zip(found.names, found.places, strict=True)},
    }


def _ties(picture: RankingPicture, language: Language) -> list[list[str]]:
    """Pairs that are a tie in practice, the better first."""
    say = language.say
    places = {say(row.name): at for at, row in enumerate(picture.rows)}
    pairs = {tuple(sorted((say(row.name), say(other)), key=lambda name: places[name]))
             for row in picture.rows for other in row.tied_with}  # fmt: skip
    return sorted((list(pair) for pair in pairs), key=lambda pair: places[pair[0]])
