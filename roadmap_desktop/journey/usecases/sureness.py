"""How sure a ranking is, in sentences: of the whole, and of one use case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from roadmap_desktop.journey.usecases.as_weighed import by_perspective, told
from roadmap_desktop.journey.usecases.leaving import Variant
from roadmap_desktop.journey.usecases.ranking import Moving, RankingPicture, RankingRow, Turning
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.acceptability import LEAST_VOTERS, Basis, Plain
from roadmap_desktop.rules.usecases import TIE_IN_PRACTICE

SAFE, FAIR = 0.95, 0.75
"""From these shares on, what is said is safe, or fairly safe."""

LEAST_POINTS = 0.05
"""Less weight to move than this, of 100 points, is none: the two are equal at the line."""

BASES: Mapping[Basis, Words] = {
    Basis.NEAR: message("Near ours"),
    Basis.ALL: message("All weights"),
    Basis.VOTERS: message("Other voters"),
    Basis.PERSPECTIVES: message("Perspectives"),
}
"""What is varied, as a person chooses it."""

METHODS: Mapping[Basis, Words] = {
    Basis.NEAR: message(
        "Rank acceptability (Lahdelma and Salminen 2001, SMAA-2) over weightings near the chosen ones: each weight"
        " times a factor drawn evenly from 0.8 to 1.2."
    ),
    Basis.ALL: message(
        "Rank acceptability (Lahdelma and Salminen 2001, SMAA-2) over all weightings of the criteria that count, drawn"
        " evenly."
    ),
    Basis.VOTERS: message(
        "Rank acceptability over rooms of as many voters, drawn from those who scored with replacement: the bootstrap"
        " (Efron 1979)."
    ),
    Basis.PERSPECTIVES: message(
        "The ranking by the weights of each perspective that gave some; each counts once, and nothing is drawn."
    ),
}
"""How the shares come about, with the source."""


def headline(picture: RankingPicture) -> Words:
    """The one sentence that says how sure the first places are, or why nothing can be said."""
    if picture.weighed is not None and picture.plain in (None, Plain.NO_OWN_WEIGHTS, Plain.ALL_IN_TOP):
        return told(picture.weighed)
    if picture.plain is not None and picture.same_top is None:
        return _plain(picture)
    if picture.plain is not None:
        return _telling(picture.plain, picture)
    safe, hundred = _safe(picture), _of_hundred(picture.same_top or 0.0)
    same = plural("the same use case leads", "the same {n} lead", picture.top)
    match picture.basis:
        case Basis.NEAR:
            said = message("in {hundred} of 100 weightings near ours, {same}", hundred=hundred, same=same)
        case Basis.ALL:
            said = message("in {hundred} of 100 possible weightings, {same}", hundred=hundred, same=same)
        case _:
            said = message("in {hundred} of 100 rooms drawn from these voters, {same}", hundred=hundred, same=same)
    return message("{safe}: {said}.", safe=safe, said=said)


def _safe(picture: RankingPicture) -> Words:
    """How many of the first places are safe."""
    first = [row for row in picture.rows if row.place is not None and row.place <= picture.top]
    safe = sum((row.in_top or 0.0) >= SAFE for row in first)
    if picture.top == 1:
        return message("The first place is safe") if safe else message("The first place is not safe")
    if (picture.same_top or 0.0) >= SAFE:
        return message("The first {top} places are safe", top=picture.top)
    if not safe:
        return message("None of the first {top} places is safe", top=picture.top)
    return plural(
        "{n} of the first {top} places is safe", "{n} of the first {top} places are safe", safe, top=picture.top
    )


def method(picture: RankingPicture) -> Words:
    """What was tried, in a few words."""
    if picture.same_top is None:
        return ""
    if not picture.samples:
        return message("exact, not drawn")
    if picture.basis is Basis.VOTERS:
        return message(
            "{samples} rooms of {voters} voters · seed {seed}",
            samples=picture.samples,
            voters=picture.scorers,
            seed=str(picture.seed),
        )
    return message("{samples} weightings · seed {seed}", samples=picture.samples, seed=str(picture.seed))


def sentences(picture: RankingPicture, row: RankingRow) -> tuple[Words, ...]:
    """How sure one use case is of its place: the verdict, what would change it, and who is as good."""
    if row.place is None:
        return (
            (message("It has no place yet: nobody has scored {missing}.", missing=row.missing),) if row.missing else ()
        )
    said: list[Words] = []
    if row.in_top is not None and picture.plain in (None, Plain.ALL_IN_TOP):
        share = row.in_top if picture.plain is None else row.shares[0]
        if picture.weighed is not None:
            said.append(by_perspective(picture.weighed, row.uuid))
        else:
            said += [_verdict(share, row.place <= picture.line, row.place), _share(picture, share)]
        said.append(changes(row, picture.line))
    if row.tied_with:
        said.append(
            message(
                "A tie in practice with {others}: less than {gap} apart.", others=row.tied_with, gap=TIE_IN_PRACTICE
            )
        )
    if row.veto:
        said.append(message("Vetoed: {veto}. A veto is no weight; the place stands beside it.", veto=row.veto))
    return tuple(said)


def _verdict(share: float, inside: bool, place: int) -> Words:
    held = share if inside else 1 - share
    if inside:
        if held >= SAFE:
            return message("Place {place}, safely.", place=place)
        if held >= FAIR:
            return message("Place {place}, fairly safely.", place=place)
        return message("Place {place}, but not safely.", place=place)
    if held >= SAFE:
        return message("Place {place}, safely outside.", place=place)
    return message("Place {place}, close behind.", place=place)


def _share(picture: RankingPicture, share: float) -> Words:
    hundred = _of_hundred(share)
    among = plural("in first place", "among the first {n}", picture.line)
    match picture.basis:
        case Basis.NEAR:
            return message("In {hundred} of 100 weightings near ours it is {among}.", hundred=hundred, among=among)
        case Basis.ALL:
            return message("In {hundred} of 100 possible weightings it is {among}.", hundred=hundred, among=among)
    return message("In {hundred} of 100 rooms drawn from these voters it is {among}.", hundred=hundred, among=among)


def changes(row: RankingRow, top: int) -> Words:
    """What takes it out of the first places or in: one weight, else several; or that no weighting does."""
    inside = row.place is not None and row.place <= top
    if row.turning is not None:
        return _does(inside, top, _turned(row.turning), row.turning.other)
    if row.moving is not None:
        other = row.moving.comes if inside else row.moving.goes
        return message("No single weight does it. {said}", said=_does(inside, top, _moved(row.moving), other))
    if inside:
        return plural(
            "No weighting of these criteria takes it from the first place.",
            "No weighting of these criteria takes it out of the first {n}.",
            top,
        )
    return plural(
        "No weighting of these criteria brings it to the first place.",
        "No weighting of these criteria brings it into the first {n}.",
        top,
    )


def smallest(picture: RankingPicture) -> Words:
    """The smallest change of weights that alters the first places, in a sentence; empty where nothing can be said."""
    if picture.same_top is None or picture.scored <= picture.top:
        return ""
    found = picture.smallest
    if found is None:
        return plural(
            "No weighting of these criteria alters the first place.",
            "No weighting of these criteria alters the first {n}.",
            picture.top,
        )
    if found.points < LEAST_POINTS:
        return message("{comes} and {goes} are equal at the line.", comes=found.comes, goes=found.goes)
    return plural(
        "The first place changes when more than {points:.1} of 100 points move from {sources} to {target}:"
        " {comes} then comes before {goes}.",
        "The first {n} change when more than {points:.1} of 100 points move from {sources} to {target}:"
        " {comes} then comes before {goes}.",
        picture.top,
        points=found.points,
        sources=tuple(name for name, _ in found.sources),
        target=found.target,
        comes=found.comes,
        goes=found.goes,
    )


def left_out(found: Sequence[Variant], top: int) -> Words:
    """Whether the first places hang on one table or perspective, in a sentence; empty with fewer than two of either."""
    if not found:
        return ""
    names = tuple(each.name for each in found if not each.same_top)
    if not names:
        return plural(
            "Without any one table or perspective, the same use case leads.",
            "Without any one table or perspective, the same {n} lead.",
            top,
        )
    if top == 1:
        return plural(
            "Without {names}, another would lead.",
            "Without any one of {names}, another would lead.",
            len(names),
            names=names,
        )
    return plural(
        "Without {names}, others would be among the first {top}.",
        "Without any one of {names}, others would be among the first {top}.",
        len(names),
        names=names,
        top=top,
    )


def alone(found: Sequence[Variant], top: int) -> Words:
    """Whether each perspective by itself would choose the same, in a sentence; empty where none is large enough."""
    if not found:
        return ""
    names = tuple(each.name for each in found if not each.same_top)
    if not names:
        return plural(
            "By the scores of each perspective alone, the same use case leads.",
            "By the scores of each perspective alone, the same {n} lead.",
            top,
        )
    among = plural("in first place", "among the first {n}", top)
    return message("By their own scores alone, {names} would have others {among}.", names=names, among=among)


def who_matters(without: Sequence[Variant], alone_found: Sequence[Variant], top: int) -> Words:
    """Whether the first places hang on who was in the room, in one or two sentences."""
    first, second = left_out(without, top), alone(alone_found, top)
    return message("{first} {second}", first=first, second=second) if first and second else first or second


def _does(inside: bool, top: int, when: Words, other: Words) -> Words:
    """That it falls out or comes in when so much changes, and who changes places with it."""
    if inside:
        falls = plural("It loses the first place", "It falls out of the first {n}", top)
        return message("{falls} when {when}: {other} comes in.", falls=falls, when=when, other=other)
    comes = plural("It takes the first place", "It comes into the first {n}", top)
    return message("{comes} when {when}: {other} falls out.", comes=comes, when=when, other=other)


def _turned(turning: Turning) -> Words:
    parts = {"criterion": turning.criterion, "weight": turning.weight, "now": turning.now}
    if turning.more:
        return message("{criterion} counts {weight} or more, not {now}", **parts)
    return message("{criterion} counts {weight} or less, not {now}", **parts)


def _moved(moving: Moving) -> Words:
    return message(
        "more than {points:.0} of 100 points move from {sources} to {target}",
        target=moving.target,
        points=moving.points,
        sources=tuple(name for name, _ in moving.sources),
    )


def _plain(picture: RankingPicture) -> Words:
    match picture.plain:
        case Plain.NO_WEIGHT:
            return message("Every weight is 0, so nothing is ranked. Let at least one criterion count.")
        case Plain.NOTHING_SCORED:
            return message("No use case is scored on every criterion that counts, so there are no places yet.")
        case Plain.ONE_USE_CASE:
            return message("Only one use case is fully scored, so there is nothing to compare it with.")
        case Plain.ALL_EQUAL:
            return message("All scored use cases have the same score: the scores give no order.")
    return message("Fewer than {least} have scored, so nothing can be said about other voters.", least=LEAST_VOTERS)


def _telling(plain: Plain, picture: RankingPicture) -> Words:
    if plain is Plain.ONE_CRITERION:
        return message("Only one criterion counts, so no weight can change the order.")
    return message(
        "All {n} scored use cases are among the first {top}: other weights can only change which of them leads.",
        n=picture.scored,
        top=picture.top,
    )


def _of_hundred(share: float) -> int:
    """The share as so many of a hundred; neither 0 nor 100 where it is only nearly so."""
    if 0 < share < 1:
        return min(99, max(1, round(share * 100)))
    return round(share * 100)
