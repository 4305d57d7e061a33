"""A person who was picked up by keyboard, and where they would be put down: at a table, or in somebody's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

Place = tuple[str, tuple[str, ...]]
"""A table (uuid; empty for no table) and the people there."""


@dataclass(frozen=True, slots=True)
class Carried:
    """``place`` is the table they are over, ``along`` the person there whose place they would take (-1: nobody's)."""

    person: str
    places: tuple[Place, ...]
    begun_at: int
    place: int
    along: int = -1

    @property
    def table(self) -> str:
        """The table they are over."""
        return self.places[self.place][0]

    @property
    def other(self) -> str:
        """Whose place they would take; empty where they would only sit down as well."""
        return self.others()[self.along] if self.along >= 0 else ""

    @property
    def is_home(self) -> bool:
        """Whether nothing would change."""
        return self.place == self.begun_at

    def others(self) -> tuple[str, ...]:
        """The people there with whom places can be changed."""
        return () if self.is_home else self.places[self.place][1]

    def across(self, by: int) -> Carried:
        """Over the table so many further on; not beyond the ends."""
        return replace(self, place=min(max(0, self.place + by), len(self.places) - 1), along=-1)

    def down(self, by: int) -> Carried:
        """To the next person there, or back to nobody."""
        return replace(self, along=min(max(-1, self.along + by), len(self.others()) - 1))


def picked_up(person: str, places: Sequence[Place]) -> Carried:
    """A person over the table they sit at."""
    here = next(number for number, (_, people) in enumerate(places) if person in people)
    return Carried(person, tuple(places), here, here)
