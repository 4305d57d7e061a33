"""Readiness on paper: the profile, where the room disagrees, what blocks, concerns."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import Figure, Item, ListOf, Mark, Piece, Text
from roadmap_desktop.handouts.shown import Profile, ProfileRow
from roadmap_desktop.journey.readiness.concerns import ConcernRow, concerns
from roadmap_desktop.journey.readiness.profile import DimensionLine, ProfilePicture, profile
from roadmap_desktop.journey.readiness.sentences import profile_sentence
from roadmap_desktop.journey.readiness.statements import statements
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.store.document import Document


def profile_figure(document: Document, language: Language) -> tuple[Piece, ...]:
    """The profile by dimension; one sentence where nothing was rated."""
    picture = profile(document)
    if not picture.rated:
        return (Text("profile missing", language.say(message("Nothing was rated yet."))),)
    levels = [(level.value, language.say(level.name)) for level in picture.levels]
    (lowest, low_words), (highest, high_words) = levels[0], levels[-1]
    shows = Profile(
        tuple(_row(line, language) for line in picture.dimensions),
        lowest=float(lowest),
        highest=float(highest),
        lowest_words=f"{lowest} {low_words}",
        highest_words=f"{highest} {high_words}",
    )
    return (Figure("profile", shows, alternative=_spoken(picture, language)),)


def what_was_seen(document: Document, language: Language) -> tuple[Piece, ...]:
    """The strongest and the weakest dimension, what the room disagrees about most, and what it does about it."""
    picture = profile(document)
    if not picture.rated:
        return ()
    sentences: list[Words] = [*_strong_and_weak(picture), *_disputed(picture), *_blocked(picture)]
    return tuple(Text(f"saw {number}", language.say(each)) for number, each in enumerate(sentences, 1))


def blocks_list(document: Document, language: Language) -> tuple[Piece, ...]:
    """The statements under the floor of some pilots."""
    blocks = profile(document).blocks
    items = tuple(
        Item(
            language.say(
                message(
                    "Statement {number}: {text} It is at {level}, pilots of its kind need {needs}.",
                    number=block.number,
                    text=block.text,
                    level=message("no answer") if block.level is None else block.level,
                    needs=block.needs,
                )
            ),
            Mark.BOX,
        )
        for block in blocks
    )
    return (ListOf("blocks", items),) if items else ()


def not_applicable(document: Document, language: Language) -> tuple[Text, ...]:
    """Which statements the district said do not apply to it; nothing where all do."""
    rows = statements(document).not_applicable
    if not rows:
        return ()
    texts = tuple(message("{number}. {text}", number=row.number, text=row.text) for row in rows)
    return (Text("not applicable", language.say(message("Not applicable here: {statements}", statements=texts))),)


def concern_items(document: Document, language: Language) -> tuple[Item, ...]:
    """What was heard, by whom, and the answer it got; open ones say so."""
    return tuple(Item(language.say(_concern(row))) for row in concerns(document))


def concerns_in_short(document: Document, language: Language, most: int) -> tuple[Item, ...]:
    """What was heard and by whom, ticked where it was answered; so many at most."""
    return tuple(
        Item(
            language.say(message("{who}: {concern}", who=row.who, concern=row.text)),
            Mark.TICKED if row.answer else Mark.BOX,
        )
        for row in concerns(document)[:most]
    )


def _concern(row: ConcernRow) -> Words:
    answer = row.answer or message("Not answered yet.")
    if row.met_by is not None:
        answer = message("{answer} Met by: {name}.", answer=answer, name=row.met_by.name)
    return message("{who}: {concern} {answer}", who=row.who, concern=row.text, answer=answer)


def _row(line: DimensionLine, language: Language) -> ProfileRow:
    name, spread = language.say(line.entry.name), line.spread
    if spread.median is None:
        return ProfileRow(name, language.say(message("too few answers")))
    return ProfileRow(name, language.number(spread.median, 1), spread.median, spread.q1, spread.q3)


def _spoken(picture: ProfilePicture, language: Language) -> str:
    return language.say(profile_sentence(picture))


def _rated(picture: ProfilePicture) -> list[tuple[float, DimensionLine]]:
    found = [(line.spread.median, line) for line in picture.dimensions if line.spread.median is not None]
    return sorted(found, key=lambda each: each[0])


def _strong_and_weak(picture: ProfilePicture) -> list[Words]:
    rated = _rated(picture)
    if len(rated) < 2:
        return []
    weak, strong = rated[0][1], rated[-1][1]
    return [
        message(
            "Strongest: {strong}. Weakest: {weak}, at {median:.1}.",
            strong=strong.entry.name,
            weak=weak.entry.name,
            median=rated[0][0],
        )
    ]


def _disputed(picture: ProfilePicture) -> list[Words]:
    split = [line for line in picture.dimensions if line.split]
    if not split:
        return []
    line = split[0]
    if line.disputed is None:
        return [message("We disagree most about {dimension}.", dimension=line.entry.name)]
    statement = picture.statements[line.disputed].entry
    return [
        message(
            "We disagree most about {dimension}, above all about this: “{statement}”",
            dimension=line.entry.name,
            statement=statement.text,
        )
    ]


def _blocked(picture: ProfilePicture) -> list[Words]:
    if not picture.blocks:
        return [message("No statement keeps a pilot from starting.")]
    numbers = tuple(str(block.number) for block in picture.blocks)
    return [message("Statements {numbers} still keep some pilots from starting.", numbers=numbers)]
