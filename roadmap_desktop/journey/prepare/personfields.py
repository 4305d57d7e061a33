"""What is typed about a person, matched with the perspectives and schools that there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from roadmap_desktop.journey.refusal import required
from roadmap_desktop.language import message


class PersonField(StrEnum):
    """The fields of a participant that a person can type into."""

    NAME = "name"
    ROLE = "role"
    PERSPECTIVE = "perspective"
    TABLE = "table"
    SCHOOL = "school"


def named(text: str) -> str:
    """The name of a person without space around it; Refused where nothing is left."""
    return required(
        text, message("A participant needs a name."), message("Type one, or remove the line."), field=PersonField.NAME
    )


def matched_perspective(text: str, words: Mapping[str, Sequence[str]]) -> str | None:
    """The key of a perspective, from its key, its name in any language, or a beginning that only one has.

    Empty for an empty text; None where nothing matches.
    """
    typed = _folded(text)
    if not typed:
        return ""
    exact = [key for key, names in words.items() if typed in (key, *map(_folded, names))]
    if exact:
        return exact[0]
    begun = {key for key, names in words.items() for name in names if _folded(name).startswith(typed.removesuffix("s"))}
    return begun.pop() if len(begun) == 1 else None


def matched_school(text: str, uuids: Mapping[str, str]) -> str | None:
    """The uuid of a school by its name or a beginning that only one has; None where nothing matches."""
    typed = _folded(text)
    if not typed:
        return None
    exact = [uuid for name, uuid in uuids.items() if _folded(name) == typed]
    begun = [uuid for name, uuid in uuids.items() if _folded(name).startswith(typed)]
    return (exact or begun)[0] if exact or len(begun) == 1 else None


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())
