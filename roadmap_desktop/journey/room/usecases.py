"""Use cases for the room: the ranking uncovered from its last place up, with how sure it is."""

from __future__ import annotations

from roadmap_desktop.journey.readiness.inwords import in_words
from roadmap_desktop.journey.room import agenda
from roadmap_desktop.journey.room.slides import Place, RevealSlide, Slide
from roadmap_desktop.journey.usecases import ranking as rankings
from roadmap_desktop.journey.usecases.ranking import RankingPicture, RankingRow, ranking
from roadmap_desktop.journey.usecases.sureness import SAFE, headline
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.store.document import Document

KINDS = frozenset(rankings.KINDS) | agenda.KINDS

BEYOND, MOST = 2, 7
"""How many places behind the first are shown, and how many places at most."""


def reveal(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """A screen with every place covered, then one more uncovered on each; the title screen while nothing is scored."""
    picture = ranking(document)
    if not picture.scored:
        return agenda.title(document, stage_key)
    places = tuple(
        Place(row.place, row.name, _honest(row.in_top), is_first=row.place <= picture.top, takes=_takes(row))
        for row in picture.rows[: min(MOST, picture.top + BEYOND)]
        if row.place is not None
    )
    said, meaning = _said(picture), _meaning(picture)
    return tuple(RevealSlide(said, meaning, places, shown) for shown in range(len(places) + 1))


def _takes(row: RankingRow) -> Words:
    """The places that it takes when the weights change a little."""
    if row.rank_low is None or row.rank_high is None:
        return ""
    if row.rank_low == row.rank_high:
        return message("place {place}", place=row.rank_low)
    return message("{low} to {high}", low=row.rank_low, high=row.rank_high)


def _honest(share: float | None) -> float | None:
    """Neither nothing nor all where it is only nearly so."""
    return share if share in (None, 0.0, 1.0) else min(0.99, max(0.01, share or 0.0))


def _said(picture: RankingPicture) -> Words:
    """How many of the first places are sure, in a few words; the ranking's own sentence where shares say nothing."""
    if picture.plain is not None:
        return headline(picture)
    first = [row for row in picture.rows if row.place is not None and row.place <= picture.top]
    sure, top = sum((row.in_top or 0.0) >= SAFE for row in first), len(first)
    many, all_of = in_words(sure), in_words(top)
    if sure == top:
        return plural("The first place is sure.", "The first {many} are sure.", top, many=many)
    if not sure:
        return plural("The first place is not sure.", "None of the first {many} is sure.", top, many=all_of)
    return plural(
        "Of the first {top}, {many} is sure.", "Of the first {top}, {many} are sure.", sure, top=all_of, many=many
    )


def _meaning(picture: RankingPicture) -> Words:
    if picture.plain is not None:
        return ""
    return plural(
        "Its places, and how often it is first, as the weights change a little",
        "Its places, and how often it is among the first {many}, as the weights change a little",
        picture.top,
        many=in_words(picture.top),
    )
