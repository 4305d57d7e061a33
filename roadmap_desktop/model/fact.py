"""What every fact of a workshop has in common: a uuid, and a table whose name is its kind."""

from __future__ import annotations

from functools import lru_cache
from secrets import token_hex
from typing import TYPE_CHECKING
from uuid import UUID, uuid4, uuid5

from sqlalchemy import ForeignKey

from roadmap_desktop.model.declaring import Declared, column

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


def new_uuid() -> str:
    """A random uuid (version 4) as text of 36 characters."""
    return str(uuid4())


def new_secret() -> str:
    """A random key that nobody guesses, as text of 64 characters."""
    return token_hex(32)


def natural_uuid(workshop: str, *key: object) -> str:
    """The uuid (version 5) of a fact with a natural key, so that the same fact entered twice is one row."""
    return str(uuid5(_namespace(workshop), "\x1f".join(map(str, key))))


_namespace = lru_cache(maxsize=16)(UUID)
"""The workshop's uuid, parsed once: an import makes a hundred thousand natural ones."""


class Fact(Declared):
    """A row of the workshop. Facts have no relationships: pictures read columns, moves change single rows."""

    uuid: Mapped[str] = column(primary_key=True, default_factory=new_uuid)


def part_of(kind: str) -> ForeignKey:
    """A key to the row that owns this one: the part goes when its owner goes."""
    return ForeignKey(f"{kind}.uuid", ondelete="CASCADE")


def refers_to(kind: str) -> ForeignKey:
    """A key to a row that stands by itself: the reference is emptied when that row goes."""
    return ForeignKey(f"{kind}.uuid", ondelete="SET NULL")
