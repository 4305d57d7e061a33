"""The levels of an instrument: which they are, their numbers, and which of them a text means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from roadmap_desktop.exchange.answer_words import numbered, plain, says_dont_know, says_not_applicable
from roadmap_desktop.exchange.instrument_parts import Item, Parts, Said, Untaken
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.journey.readiness.drafts import LevelDraft
from roadmap_desktop.language import message, plural

FEWEST, MOST = 2, 7
_LARGEST = 999


def levels_of(parts: Parts, own: Sequence[LevelDraft]) -> tuple[LevelDraft, ...]:
    """The levels, from the lowest up: as listed, else as the statements name them, else the workshop's own.

    Raises Unreadable where there are fewer than two or more than seven.
    """
    found = _levels(_distinct(parts.levels), parts)
    named = _levels(_distinct(cue for item in parts.items for cue in item.cues), parts)
    if found and named and not any(_numbered(found)) and any(_numbered(named)) and len(found) == len(named):
        found = [Said(by_number.number, each.name, "") for each, by_number in zip(found, named, strict=True)]
    found = found or named or _levels(_options(parts.items), parts)
    if not found and own:
        parts.notes.append(
            message(
                "The file names no levels: the workshop's own, {low} to {high}, are used.",
                low=own[0].value,
                high=own[-1].value,
            )
        )
        return tuple(own)
    drafts = _with_numbers(found, parts)
    if not FEWEST <= len(drafts) <= MOST:
        raise Unreadable(
            plural(
                "The instrument has {n} level; it needs two to seven.",
                "The instrument has {n} levels; it needs two to seven.",
                len(drafts),
            ),
            message("Give each level a column headed with its number and name, such as “1 - Emerging”."),
        )
    return drafts


def level_meant(levels: Sequence[LevelDraft], number: int | None, name: str) -> int | None:
    """The number of the level that a number or a name means; None where it is none or they contradict each other."""
    by_number = next((level.value for level in levels if level.value == number), None)
    words = plain(name)
    by_name = [level.value for level in levels if words and plain(level.name) == words]
    if number is not None and by_number is None:
        return None
    if by_number is not None:
        return None if by_name and by_number not in by_name else by_number
    return by_name[0] if len(by_name) == 1 else None


def level_written(levels: Sequence[LevelDraft], text: str) -> int | None:
    """The number of the level that a text such as "3", "3 - In place" or "In place" means."""
    whole = level_meant(levels, None, text)
    if whole is not None:
        return whole
    number, name = numbered(text)
    return None if number is None else level_meant(levels, number, name)


def _distinct(found: Iterable[Said]) -> list[Said]:
    """Each level once, in the order of the file; a name that came later fills an empty one."""
    by_number: dict[object, Said] = {}
    for each in found:
        key: object = each.number if each.number is not None else plain(each.name)
        before = by_number.get(key)
        if before is None or not before.name:
            by_number[key] = Said(each.number, each.name, "")
    return list(by_number.values())


def _options(items: Iterable[Item]) -> list[Said]:
    """The answers that most statements allow."""
    often = Counter(item.options for item in items if item.options)
    if not often:
        return []
    return [Said(*numbered(option), "") for option in often.most_common(1)[0][0]]


def _levels(found: Iterable[Said], parts: Parts) -> list[Said]:
    levels = []
    for each in found:
        if says_dont_know(each.name) or says_not_applicable(each.name):
            parts.notes.append(message("“{name}” is an answer beside the levels.", name=each.name))
        else:
            levels.append(each)
    parts.notes = list(dict.fromkeys(parts.notes))
    return levels


def _numbered(levels: Iterable[Said]) -> list[bool]:
    return [level.number is not None for level in levels]


def _with_numbers(found: list[Said], parts: Parts) -> tuple[LevelDraft, ...]:
    if any(_numbered(found)):
        kept = []
        for each in found:
            if each.number is None or abs(each.number) > _LARGEST:
                where = message("level {name}", name=each.name)
                reason = message("It has no number a level can have, while others do.")
                parts.untaken.append(Untaken(where, reason))
            else:
                kept.append(LevelDraft(each.number, each.name))
        return tuple(sorted(kept, key=lambda level: level.value))
    if found:
        parts.notes.append(
            message(
                "The levels have no numbers: they count from 1 as they stand in the file, {low} lowest.",
                low=found[0].name,
            )
        )
    return tuple(LevelDraft(number, each.name) for number, each in enumerate(found, start=1))
