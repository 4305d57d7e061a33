"""The roadmap: phases, what a person changed on a task or added, links, and the baseline."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from roadmap_desktop.model.declaring import column
from roadmap_desktop.model.fact import Fact

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Phase(Fact):
    """A lane of the timeline."""

    __tablename__ = "phase"
    key: Mapped[str]
    position: Mapped[int]
    name: Mapped[str] = column(default="")  # the room's words; empty: the catalogue's
    hue: Mapped[str] = column(default="prepare")  # the stage whose hue it takes


class Task(Fact):
    """A person's own task, or what a person changed on a generated one (same key); an empty value is not changed.

    ``kept`` is set when the source of a generated task was removed: the task stays, as orphaned, with the values
    it had. Lengths and lags as in rules.length. ``calendar`` is that of a person's own task: "office", or a group of
    schools ("" for the district's); a task from a list has the key that the list gives it.
    """

    __tablename__ = "task"
    key: Mapped[str] = column(unique=True)
    own: Mapped[bool] = column(default=False)
    kept: Mapped[bool] = column(default=False)
    name: Mapped[str] = column(default="")
    kept_name: Mapped[str] = column(default="")  # a message as JSON, where kept
    phase: Mapped[str] = column(default="")
    strand: Mapped[str] = column(default="")
    owner: Mapped[str] = column(default="")
    length: Mapped[str] = column(default="")
    not_before: Mapped[date | None] = column(default=None)
    must_finish_by: Mapped[date | None] = column(default=None)
    pinned_start: Mapped[date | None] = column(default=None)
    progress: Mapped[int | None] = column(default=None)  # percent
    started_on: Mapped[date | None] = column(default=None)  # what really happened
    finished_on: Mapped[date | None] = column(default=None)
    calendar: Mapped[str] = column(default="office")
    position: Mapped[int] = column(default=0)


class Link(Fact):
    """A link that makes one task wait for another; ``removed`` takes a generated link away."""

    __tablename__ = "link"
    before: Mapped[str]  # task keys
    after: Mapped[str]
    kind: Mapped[str] = column(default="FS")
    lag: Mapped[str] = column(default="")
    removed: Mapped[bool] = column(default=False)


class Baseline(Fact):
    """The dates of a task when the baseline was set."""

    __tablename__ = "baseline"
    task: Mapped[str] = column(unique=True)  # task key
    start: Mapped[date]
    finish: Mapped[date]
    at: Mapped[datetime | None] = column(default=None)
