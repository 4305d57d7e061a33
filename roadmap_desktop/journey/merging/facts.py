"""What each kind of fact is called, and by which of its columns a person knows it from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from roadmap_desktop.language import Words, message


@dataclass(frozen=True, slots=True)
class FactWords:
    """The word for a kind; ``by`` are the columns that name one of them, where they are filled.

    ``wording`` is the catalogue's word for the kind and the part of its entry that names it, where the room has given
    no name of its own.
    """

    name: Words
    by: tuple[str, ...]
    wording: tuple[str, str] | None = None


FACTS: Mapping[str, FactWords] = {
    "workshop": FactWords(message("Workshop"), ("district",)),
    "agenda_item": FactWords(message("Agenda item"), ("title",), ("item", "name")),
    "draft": FactWords(message("Reason of a choice not made yet"), ("text",)),
    "table_clock": FactWords(message("Clock of a table"), ("table",)),
    "parked_item": FactWords(message("Parked for later"), ("text",)),
    "action_item": FactWords(message("Action item"), ("text",)),
    "print_count": FactWords(message("How many to print"), ("paper",)),
    "record_entry": FactWords(message("Record"), ("name",)),
    "school": FactWords(message("School"), ("name",)),
    "room_table": FactWords(message("Table"), ("name",)),
    "participant": FactWords(message("Participant"), ("name",)),
    "school_year": FactWords(message("School year"), ("name", "calendar_group")),
    "span": FactWords(message("School calendar"), ("year", "name")),
    "instrument": FactWords(message("Assessment"), ("name",)),
    "level": FactWords(message("Level"), ("name",), ("level", "label")),
    "dimension": FactWords(message("Dimension"), ("name",), ("dimension", "name")),
    "statement": FactWords(message("Statement"), ("number", "text"), ("statement", "text")),
    "rating": FactWords(message("Rating"), ("statement", "participant", "table", "respondent")),
    "respondent": FactWords(message("Answers to a form"), ("form", "perspective")),
    "form_column": FactWords(message("Column of a form"), ("form", "heading")),
    "concern": FactWords(message("Concern"), ("text",)),
    "barrier": FactWords(message("Barrier"), ("statement",)),
    "use_case": FactWords(message("Use case"), ("name",), ("usecase", "name")),
    "outcome": FactWords(message("Outcome"), ("use_case",)),
    "criterion": FactWords(message("Criterion"), ("name",), ("criterion", "name")),
    "perspective_weight": FactWords(message("Weight given by a perspective"), ("perspective", "criterion")),
    "pair_comparison": FactWords(message("Criteria compared"), ("perspective", "criterion", "other_criterion")),
    "score": FactWords(message("Score"), ("use_case", "criterion", "participant", "table")),
    "poll": FactWords(message("Vote that was held"), ("way", "round")),
    "vote": FactWords(message("Vote"), ("use_case", "participant")),
    "guardrail": FactWords(message("Guardrail"), ("name",), ("guardrail", "name")),
    "evidence": FactWords(message("Evidence"), ("guardrail", "text")),
    "requirement": FactWords(message("Asked of a use case"), ("use_case", "guardrail")),
    "law": FactWords(message("Law"), ("guardrail", "name"), ("law", "name")),
    "seat": FactWords(message("Seat"), ("name",), ("seat", "name")),
    "work_item": FactWords(message("Work"), ("name",), ("work_item", "name")),
    "responsibility": FactWords(message("Who does what"), ("work_item", "seat")),
    "pilot": FactWords(message("Pilot"), ("name",)),
    "pilot_use_case": FactWords(message("Use case of a pilot"), ("pilot", "use_case")),
    "site": FactWords(message("Site"), ("pilot", "school")),
    "success_criterion": FactWords(message("Success criterion"), ("pilot", "name")),
    "check_in": FactWords(message("Check-in"), ("pilot", "name", "week")),
    "reading": FactWords(message("Measured value"), ("criterion",)),
    "decision": FactWords(message("Decision"), ("pilot",)),
    "learning_session": FactWords(message("Session"), ("name",)),
    "learning_site": FactWords(message("School of a session"), ("session", "school")),
    "attendance": FactWords(message("Attendance"), ("session", "school")),
    "wave": FactWords(message("Wave"), ("name",)),
    "wave_school": FactWords(message("School of a wave"), ("school",)),
    "support": FactWords(message("Support"), ("wave", "text")),
    "wave_gate": FactWords(message("Condition"), ("wave", "text")),
    "indicator": FactWords(message("Indicator"), ("name",), ("indicator", "name")),
    "review": FactWords(message("Review"), ("name",)),
    "indicator_reading": FactWords(message("Reading"), ("indicator", "review")),
    "review_action": FactWords(message("Action of a review"), ("review", "text")),
    "phase": FactWords(message("Phase"), ("name",), ("phase", "name")),
    "task": FactWords(message("Task"), ("name", "key")),
    "link": FactWords(message("Link"), ("before", "after")),
    "baseline": FactWords(message("Baseline"), ("task",)),
    "taken_packet": FactWords(message("Packet that came back"), ("participant", "table", "school")),
    "wording": FactWords(message("Words of the catalogue"), ("text",)),
}
