"""What is said of a packet that was looked at."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_desktop.journey.packet import Asked, Question, Value
from roadmap_desktop.journey.packets import Difference, Outcome, Taken
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.scaling.places import PACES
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.readiness import Answer
from roadmap_desktop.rules.scaling import Pace
from roadmap_desktop.store.document import Document

_ANSWERS: Mapping[Value, Words] = {
    Answer.DONT_KNOW.value: message("don't know"),
    Answer.NOT_APPLICABLE.value: message("not applicable"),
    **{pace.value: PACES[pace] for pace in Pace},
}


def summary(taken: Taken) -> Words:
    """What became of the packet, in a sentence or two."""
    who, at = taken.packet.questions.recipient.name, taken.before or ""
    match taken.outcome:
        case Outcome.ALREADY:
            return message("The packet of {who} was already taken in at {at}. Nothing was changed.", who=who, at=at)
        case Outcome.OLDER:
            return message(
                "A later filling of the packet of {who} was taken in at {at}. Nothing was changed.", who=who, at=at
            )
        case Outcome.EMPTY:
            return message("The packet of {who} holds no new answer. Nothing was changed.", who=who)
    count = plural("{n} answer", "{n} answers", taken.answers)
    return message("Took in the packet of {who}: {count}.", who=who, count=count)


def remarks(document: Document, taken: Taken) -> tuple[Words, ...]:
    """What was not taken, line by line: where both sides answered, and what nobody asks any more."""
    lines = tuple(difference_words(document, each) for each in taken.differences)
    if taken.no_longer_asked:
        lines += (
            plural(
                "{n} answer was left out: this workshop asks it no more.",
                "{n} answers were left out: this workshop asks them no more.",
                taken.no_longer_asked,
            ),
        )
    return lines


def difference_words(document: Document, difference: Difference) -> Words:
    """A question that was answered differently here and in the packet; what is here stays."""
    return message(
        "{question}: here {here}, in the packet {there}",
        question=_question(document, difference.question),
        here=_value(difference.here),
        there=_value(difference.there),
    )


def _question(document: Document, question: Question) -> Words:
    match question.asked:
        case Asked.RATING:
            entry = instrument(document).statement(question.of)
            return message("Statement {number}", number=entry.number if entry else "")
        case Asked.SCORE:
            case_name = next((each.name for each in facts.use_cases(document) if each.uuid == question.of), "")
            criterion = next((each.name for each in facts.criteria(document) if each.uuid == question.on), "")
            return message("{use_case} on {criterion}", use_case=case_name, criterion=criterion)
        case Asked.PACE:
            return message("Pace of the school")
        case Asked.SIZE:
            return message("For how many people the table speaks")


def _value(value: Value | None) -> Words:
    if value is None:
        return message("no answer")
    if isinstance(value, str):
        return _ANSWERS.get(value, value)
    return message("{number}", number=value)
