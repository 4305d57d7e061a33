"""Which columns of a fact are one answer: they are given together, so they are merged together."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Table

TOGETHER: dict[str, tuple[tuple[str, ...], ...]] = {
    "rating": (("answer", "level", "count", "way", "round", "at"),),
    "use_case": (("choice", "choice_reason", "chosen_at", "chosen_place", "chosen_score"), ("veto", "local_decision")),
    "statement": (("text", "language"), ("floor", "floor_when")),
    "school": (("low_grade", "high_grade"),),
    "school_year": (("first_day", "last_day"),),
    "span": (("first", "last"),),
    "guardrail": (("status", "adopted_on"),),
    "reading": (("value", "on", "attempt"),),
    "decision": (("verdict", "reason", "decided_by", "on", "at", "attempt"),),
    "record_entry": (("outcome", "reason", "decided_by", "at", "kind", "subject", "name", "place", "dissent"),),
    "poll": (("voters", "blanks", "counts", "at"),),
    "indicator": (("threshold", "breach", "unit"),),
    "success_criterion": (("baseline", "target", "minimum", "unit", "direction"),),
    "outcome": (("baseline", "target", "minimum", "unit"),),
    "link": (("before", "after", "kind", "lag", "removed"),),
    "baseline": (("start", "finish", "at"),),
    "taken_packet": (("filling", "earlier", "answers", "taken_at"),),
    "table_clock": (("minutes", "started_at", "paused_at"),),
    "participant": (("table", "pinned"),),
    "attendance": (("attended", "invited"),),
}
"""By kind: the columns that are one answer, the column that says it first. Every other column is one by itself."""

STAMPS = frozenset({"at", "chosen_at", "taken_at"})
"""Columns that say when an answer was given and are no answer: the same one given at two times is the same."""


@lru_cache
def answers_of(table: Table) -> tuple[tuple[str, ...], ...]:
    """The answers that a row of the table holds, each as its columns, in the table's order; not the uuid."""
    groups = {name: group for group in TOGETHER.get(table.name, ()) for name in group}
    names = (column.name for column in table.columns if column.name != "uuid")
    return tuple(dict.fromkeys(groups.get(name, (name,)) for name in names))
