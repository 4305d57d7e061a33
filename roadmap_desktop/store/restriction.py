"""Why a workshop is open for reading only, in words, and as the trouble that a move meets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from roadmap_desktop.language import Message, Words, message
from roadmap_desktop.store.lease import Holder
from roadmap_desktop.store.trouble import FileTrouble


class Why(Enum):
    """What keeps the workshop from being changed."""

    ASKED = "asked"  # whoever opened it wanted only to read
    HELD = "held"  # somebody else has it open
    PLACE = "place"  # the stick, folder or file can't be written
    NEWER = "newer"  # a newer program made it
    DAMAGED = "damaged"  # a page of it can't be read
    LOST = "lost"  # the file was moved, replaced or taken away under the open window


@dataclass(frozen=True, slots=True)
class Restriction:
    """Why, who has it instead, and whether that lock is old enough to offer taking it over."""

    why: Why
    holder: Holder | None = None
    may_take_over: bool = False
    today: date | None = None

    @property
    def what(self) -> Words:
        """What the person should know."""
        match self.why:
            case Why.HELD if self.holder is not None:
                return held_by(self.holder, self.today)
            case Why.PLACE:
                return message("This place can't be written, so the workshop is open for reading and printing.")
            case Why.NEWER:
                return message(
                    "A newer version of Roadmap Desktop made this workshop; here it can be read and printed."
                )
            case Why.DAMAGED:
                return message("The workshop's file is damaged, so it is open for reading only.")
            case Why.LOST:
                return message("The workshop's file was moved, replaced or taken away while it was open here.")
        return message("This workshop is open for reading only.")

    @property
    def remedy(self) -> Words:
        """What the person can do."""
        match self.why:
            case Why.HELD:
                return message("Take a copy to work on; the two can be merged later.")
            case Why.NEWER:
                return message("Change it with that version.")
            case Why.DAMAGED:
                return message("See what can be read of it, and go on in a new file.")
            case Why.LOST:
                return message("Save a copy elsewhere and go on there.")
        return message("Take a copy to work on.")

    def trouble(self) -> FileTrouble:
        """What a move is told."""
        safe = message("The file was not changed.")
        if self.why is Why.LOST:
            safe = message("Everything up to your last move is still here.")
        return FileTrouble(self.what, safe, self.remedy)


def held_by(holder: Holder, today: date | None = None) -> Message:
    """Who has a workshop open, where and since when; as much of it as is known."""
    since: Words = message("since {time}", time=holder.since) if holder.since else ""
    if holder.since is not None and holder.since.date() != today:
        since = message("since {day:short}, {time}", day=holder.since.date(), time=holder.since)
    if holder.is_here:
        return message("This workshop has been open in another window {since}.", since=since)
    if not since:
        return message("{who} has this file open.", who=_who(holder))
    return message("{who} has had this file open {since}.", who=_who(holder), since=since)


def _who(holder: Holder) -> Words:
    if holder.name and holder.machine:
        return message("{name} on {machine}", name=holder.name, machine=holder.machine)
    return holder.name or holder.machine or message("Somebody else")
