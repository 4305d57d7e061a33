"""Use cases for the room while they are gathered and voted on: ideas counted, dots as they come, whether it agrees."""

from __future__ import annotations

from roadmap_desktop.journey.room import agenda, usecases
from roadmap_desktop.journey.room.slides import AgreementSlide, Count, IdeasSlide, Slide, VoteLine, VoteSlide
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases import voting as votes
from roadmap_desktop.journey.usecases.voting import WAYS, VotingPicture, result, voting
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.voting import CHECKS, SLIP, Way
from roadmap_desktop.store.document import Document

IDEAS_KINDS = frozenset(facts.KINDS) | agenda.KINDS
VOTE_KINDS = frozenset(votes.KINDS) | agenda.KINDS
DECIDED_KINDS = usecases.KINDS | VOTE_KINDS

LINES = 8
"""How many options one screen holds."""

LEAST_SLIPS = 4
"""With fewer slips than this one could tell whose they are, so the room does not see them."""


def ideas(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """What to think of alone and in silence, and how many ideas there are."""
    del stage_key
    many = len(facts.use_cases(document))
    question = message("What takes your time, and could be done with AI’s help?")
    return (IdeasSlide(question, plural("idea on our list", "ideas on our list", many), many),)


def vote(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """What was counted last comes first; dots while nothing is counted, the title screen without use cases."""
    if not facts.use_cases(document):
        return agenda.title(document, stage_key)
    found = [voting(document, way) for way in Way]
    counted = sorted((each for each in found if each.at is not None), key=_when, reverse=True)
    shown = counted or [each for each in found if each.way is Way.DOTS]
    slides = tuple(slide for picture in shown if not _tells_who(picture) for slide in _slides(picture))
    return slides or agenda.title(document, stage_key)


def decided(document: Document, stage_key: str) -> tuple[Slide, ...]:
    """The ranking uncovered, then whether the room agrees, where that was asked."""
    checks = (voting(document, way) for way in CHECKS)
    asked = tuple(slide for picture in checks if picture.given for slide in _slides(picture))
    return (*usecases.reveal(document, stage_key), *asked)


def _tells_who(picture: VotingPicture) -> bool:
    return picture.way is Way.SLIPS and picture.voters - picture.blanks < LEAST_SLIPS


def _when(picture: VotingPicture) -> str:
    return picture.at.isoformat() if picture.at else ""


def _slides(picture: VotingPicture) -> tuple[Slide, ...]:
    if picture.way in CHECKS:
        return (_agreement(picture),)
    lines = [VoteLine(row.name, row.value) for row in picture.rows]
    cut = [tuple(lines[first : first + LINES]) for first in range(0, len(lines), LINES)]
    most = max((line.n for line in lines), default=0)
    return tuple(
        VoteSlide(WAYS[picture.way], _rule(picture), page, most, number, len(cut)) for number, page in enumerate(cut, 1)
    )


def _rule(picture: VotingPicture) -> Words:
    if picture.limits is None:
        return ""
    if picture.way is Way.SLIPS:
        return message("{n} picks on a slip without a name: {points} points", n=len(SLIP), points=tuple(map(str, SLIP)))
    return plural(
        "{n} dot for each of us",
        "{n} dots for each of us, at most {one} on one",
        picture.limits.each,
        one=picture.limits.one,
    )


def _agreement(picture: VotingPicture) -> AgreementSlide:
    rows = picture.rows[::-1]  # from the lowest level up
    first = 1 if picture.way is Way.GRADIENTS else 0
    most = max(1, len(rows) - 1)
    counts = tuple(Count(first + level, row.name, level / most, row.value) for level, row in enumerate(rows))
    said = result(picture) or message("Do we agree with what we chose?")
    return AgreementSlide(said, counts)
