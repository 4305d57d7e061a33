"""Voting: what a room gave each use case, who is as good as equal, and whether it agrees with what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.people import Participant
from roadmap_desktop.model.usecases import Poll, Vote
from roadmap_desktop.rules import voting as rules
from roadmap_desktop.rules.usecases import ranks
from roadmap_desktop.rules.voting import CHECKS, Agreed, Limits, Way
from roadmap_desktop.store.document import Document

KINDS = (*facts.KINDS, "vote", "poll", "participant", "workshop")
"""The kinds of facts that a vote shows."""

WAYS: Mapping[Way, Words] = {
    Way.DOTS: message("Dots"),
    Way.SLIPS: message("Secret slips"),
    Way.FIST: message("Fist to five"),
    Way.GRADIENTS: message("Gradients"),
}
"""What the ways of voting are called."""

LEVELS: Mapping[Way, tuple[Words, ...]] = {
    Way.FIST: (
        message("0 fingers: no"),
        message("1 finger: not like this"),
        message("2 fingers: I have a question first"),
        message("3 fingers: good enough"),
        message("4 fingers: good"),
        message("5 fingers: I will help to lead it"),
    ),
    Way.GRADIENTS: (
        message("Veto"),
        message("Formal disagreement, on record"),
        message("Disagree, but will support it"),
        message("Stand aside"),
        message("Agree with reservations"),
        message("Agree with a minor point"),
        message("Agree"),
        message("Endorse"),
    ),
}
"""The levels of the checks, from the lowest up."""

MOST_VOTERS = 1_000


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A use case, or a level of a check, and what it was given; ``place`` is None without votes and for levels.

    ``before`` and ``place_before`` are those of the round before; None in the first round.
    """

    uuid: str
    name: Words
    about: Words
    value: int
    place: int | None
    before: int | None = None
    place_before: int | None = None


@dataclass(frozen=True, slots=True)
class VotingPicture:
    """One way of voting: who voted, what was given, and what is to say of it.

    ``limits`` is None for a check, ``agreed`` for a vote and while nobody has shown a level. ``at`` is when the last
    figure was entered.
    """

    way: Way
    voters: int
    blanks: int
    rows: tuple[VoteRow, ...]
    limits: Limits | None
    given: int
    doubts: tuple[Words, ...]
    agreed: Agreed | None
    at: datetime | None
    round: int = 1

    @property
    def moved(self) -> tuple[VoteRow, ...]:
        """The use cases whose place is another than in the round before; none while nothing is given yet."""
        if self.round == 1 or not self.given or self.limits is None:
            return ()
        return tuple(row for row in self.rows if row.place != row.place_before)


def voting(document: Document, way: Way) -> VotingPicture:
    """What the room gave in a way of voting, in its last round."""
    rounds = voted(document, way)
    last = rounds[-1]
    if len(rounds) == 1:
        return last
    before = {row.uuid: row for row in rounds[-2].rows}
    rows = tuple(replace(row, before=before[row.uuid].value, place_before=before[row.uuid].place) for row in last.rows)
    return replace(last, rows=rows)


def voted(document: Document, way: Way) -> tuple[VotingPicture, ...]:
    """Every round of a way of voting, the first one first; one round where nobody has voted yet."""
    with document.read():
        return tuple(_round(document, way, number) for number in _rounds(document, way))


def _rounds(document: Document, way: Way) -> list[int]:
    polls = document.rows(select(Poll.round).where(Poll.way == way.value))
    return sorted({row[0] for row in polls}) or [1]


def _round(document: Document, way: Way, number: int) -> VotingPicture:
    with document.read():
        held = select(*Poll.__table__.columns).where(Poll.way == way.value, Poll.round == number)
        poll = next(iter(document.rows(held)), None)
        people = document.rows(select(func.count()).select_from(Participant))[0][0]
        voters, blanks = (poll.voters, poll.blanks) if poll else (people, 0)
        at = poll.at if poll else None
        if way in CHECKS:
            return replace(_check(way, poll.counts if poll else "", at), round=number)
        cast = select(Vote.use_case, func.sum(Vote.value)).where(Vote.way == way.value, Vote.round == number)
        query = cast.group_by(Vote.use_case)
        given = {row[0]: round(row[1]) for row in document.rows(query)}
        cases = facts.use_cases(document)
        language, top = Language(workshop(document).language), workshop(document).choose
    values = [given.get(each.uuid, 0) for each in cases]
    places = ranks([value or None for value in values])
    rows = [
        VoteRow(each.uuid, each.name, each.about, value, place)
        for each, value, place in zip(cases, values, places, strict=True)
    ]
    allowed = rules.limits(way, len(cases))
    names = [language.say(each.name) for each in cases]
    doubts = _doubts(rows, allowed, voters - blanks, names, top)
    return VotingPicture(way, voters, blanks, tuple(rows), allowed, sum(values), doubts, None, at, number)


def vote_again(document: Document, way: Way, *, origin: object | None = None) -> None:
    """Begins another round of a vote; what the room gave before stays.

    Raises:
        Refused: nothing is given in the last round yet.
    """
    last = voting(document, way)
    if not last.given:
        raise Refused(
            message("Nothing is given in this round yet."), message("Enter it first; then the room can vote again.")
        )
    label = message("Began round {n} of the vote: {way}", n=last.round + 1, way=WAYS[way])
    with document.change(label, origin=origin) as session:
        _write(document, session, way, last.round + 1, {"at": None})


def give(document: Document, way: Way, subject: str, text: str, *, origin: object | None = None) -> None:
    """Says how much a use case was given, or how many people showed a level (its number); nothing typed is none.

    Raises:
        Refused: it is no whole number from 0 on, or the use case is gone.
    """
    typed = text.strip() or "0"
    if not typed.isdecimal() or int(typed) > MOST_VOTERS * rules.SLIP[0]:
        raise Refused(message("“{text}” is no number of votes.", text=text.strip()), message("Type a whole number."))
    if way in CHECKS:
        counts = [row.value for row in reversed(voting(document, way).rows)]
        counts[int(subject)] = int(typed)
        _put(document, way, {"counts": " ".join(map(str, counts)), "voters": sum(counts)}, origin, subject)
        return
    found, number = facts.use_case(document, subject), _rounds(document, way)[-1]
    uuid = natural_uuid(document.workshop_uuid, "vote", way.value, number, subject)
    with document.change(message("Votes for {name}", name=found.name), origin=origin, fold=f"vote:{uuid}") as session:
        cast = (Vote.way == way.value, Vote.round == number, Vote.use_case == subject)
        session.execute(delete(Vote).where(*cast))
        if int(typed):
            session.add(Vote(uuid=uuid, use_case=subject, value=float(typed), way=way.value, round=number))
        _write(document, session, way, number, {})


def count(document: Document, way: Way, *, voters: int, blanks: int, origin: object | None = None) -> None:
    """Says how many voted, and how many of them left it blank.

    Raises:
        Refused: there are more blanks than voters, or one of the two is out of range.
    """
    if not 0 <= blanks <= voters <= MOST_VOTERS:
        raise Refused(
            message("{blanks} of {voters} can't be blank.", blanks=blanks, voters=voters),
            message("Count everybody who voted, and among them those who left it blank."),
        )
    _put(document, way, {"voters": voters, "blanks": blanks}, origin, "")


def clear(document: Document, way: Way, *, origin: object | None = None) -> None:
    """Takes the last round of a vote back; those before it stay."""
    number = _rounds(document, way)[-1]
    with document.change(message("Cleared the vote: {way}", way=WAYS[way]), origin=origin) as session:
        session.execute(delete(Vote).where(Vote.way == way.value, Vote.round == number))
        session.execute(delete(Poll).where(Poll.way == way.value, Poll.round == number))


def since(picture: VotingPicture) -> Words:
    """What moved since the round before, in a sentence; empty in the first round and while nothing is given."""
    if picture.round == 1 or not picture.given or picture.limits is None:
        return ""
    parts = tuple(_moved(row) for row in picture.moved)
    if not parts:
        return message("Since round {n} nothing moved.", n=picture.round - 1)
    return message("Since round {n}: {parts}.", n=picture.round - 1, parts=parts)


def _moved(row: VoteRow) -> Words:
    if row.place_before is None:
        return message("{name} comes in at place {now}", name=row.name, now=row.place or 0)
    if row.place is None:
        return message("{name} has no votes any more", name=row.name)
    return message("{name} from place {before} to {now}", name=row.name, before=row.place_before, now=row.place)


def result(picture: VotingPicture) -> Words:
    """What came of it, in a sentence; empty while nothing is entered."""
    found = picture.agreed
    if found is not None:
        said: Words = message("The room agrees") if found.agrees else message("The room does not agree yet")
        if picture.way is Way.FIST:
            return message(
                "{said}: {mean:.1} fingers on average, {n} under two.", said=said, mean=found.mean, n=found.against
            )
        return plural(
            "{said}: {n} veto of {voters}.",
            "{said}: {n} vetoes of {voters}.",
            found.against,
            said=said,
            voters=found.voters,
        )
    if picture.limits is None or not picture.given:
        return ""
    first = tuple(row.name for row in picture.rows if row.place == 1)
    return plural("{first} leads.", "{first} lead together.", len(first), first=first)


def _check(way: Way, counts: str, at: datetime | None) -> VotingPicture:
    levels = LEVELS[way]
    kept = [int(each) for each in counts.split() if each.isdecimal()]
    values = kept if len(kept) == len(levels) else [0] * len(levels)
    rows = tuple(VoteRow(str(level), name, "", values[level], None) for level, name in enumerate(levels))
    return VotingPicture(way, sum(values), 0, rows[::-1], None, sum(values), (), rules.agreed(way, values), at)


def _doubts(rows: list[VoteRow], allowed: Limits, voters: int, names: list[str], top: int) -> tuple[Words, ...]:
    values = [row.value for row in rows]
    said: list[Words] = []
    if sum(values) > allowed.each * voters:
        said.append(
            message(
                "{given} are given, but {voters} who voted have {most} in all.",
                given=sum(values),
                voters=voters,
                most=allowed.each * voters,
            )
        )
    over = tuple(row.name for row in rows if row.value > allowed.one * voters)
    if over:
        said.append(message("More than {one} from each: {names}.", one=allowed.one, names=over))
    leading = [pair for pair in rules.close_pairs(values) if (rows[pair[0]].place or 0) <= top]
    for first, second in leading:
        said.append(
            message("{first} and {second} are as good as equal.", first=rows[first].name, second=rows[second].name)
        )
    for first, second in rules.split_pairs(names, values):
        text = message(
            "{first} and {second} are much alike and may have split their votes; join them or vote again.",
            first=rows[first].name,
            second=rows[second].name,
        )
        said.append(text)
    return tuple(said)


def _put(document: Document, way: Way, values: dict[str, Any], origin: object | None, part: str) -> None:
    label, number = message("Counted the vote: {way}", way=WAYS[way]), _rounds(document, way)[-1]
    with document.change(label, origin=origin, fold=f"poll:{way}:{number}:{part}") as session:
        _write(document, session, way, number, values)


def _write(document: Document, session: Any, way: Way, number: int, values: dict[str, Any]) -> None:
    """Keeps who voted and when; without figures of its own, everybody in the room list."""
    people = session.scalar(select(func.count()).select_from(Participant))
    row = {
        "uuid": natural_uuid(document.workshop_uuid, "poll", way.value, number),
        "way": way.value,
        "round": number,
        "voters": people,
        "blanks": 0,
        "counts": "",
        "at": document.now(),
        **values,
    }
    made = insert(Poll).values(row)
    session.execute(made.on_conflict_do_update(index_elements=["uuid"], set_={**values, "at": row["at"]}))
