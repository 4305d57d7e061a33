"""What a fault run says: what was tried, how often, what was found, and whether the goal was met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

SHOWN = 6
"""How many findings of a line are written out."""


@dataclass(frozen=True)
class Tried:
    """One line of the table. The goal is always that nothing is found, in at least so many cases."""

    what: str
    count: int
    fault: str
    """What would be a fault: "answers lost"."""
    found: tuple[str, ...] = ()
    """The faults, each with what is needed to make it again."""
    least: int = 1
    note: str = ""
    skipped: str = ""
    """Why it could not be tried here; empty where it was."""

    @property
    def met(self) -> bool:
        """Whether the goal was reached; what can't be tried here misses no goal."""
        return bool(self.skipped) or (not self.found and self.count >= self.least)

    def joined(self, other: Tried) -> Tried:
        """Two shares of the same thing as one line."""
        return replace(
            self,
            count=self.count + other.count,
            found=self.found + other.found,
            note=self.note or other.note,
            skipped=self.skipped and other.skipped,
        )

    def lines(self) -> list[str]:
        """The line as it is printed, and what was found below it."""
        verdict = "skipped" if self.skipped else "met" if self.met else "NOT MET"
        head = f"{self.what:58} {self.count:6} {self.fault + ': 0':30} {len(self.found):5}  {verdict}"
        below = [f"    {each}" for each in (self.skipped, self.note) if each]
        below += [f"    found: {each}" for each in self.found[:SHOWN]]
        return [head, *below]

    def facts(self) -> dict[str, object]:
        """The line as JSON takes it."""
        return {**asdict(self), "goal": 0, "met": self.met}


def joined(lines: Iterable[Tried]) -> list[Tried]:
    """The lines with the shares of the same thing put together, in their order."""
    found: dict[tuple[str, str], Tried] = {}
    for each in lines:
        key = (each.what, each.fault)
        found[key] = found[key].joined(each) if key in found else each
    return list(found.values())
