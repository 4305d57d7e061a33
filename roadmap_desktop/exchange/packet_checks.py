"""Whether the parts of a packet belong together: no question twice, no answer to what is not asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from roadmap_desktop.exchange.strict import Misshapen
from roadmap_desktop.journey.packet import Answer, Asked, Kind, Packet, Question, Questions, in_order
from roadmap_desktop.journey.readiness.rating import MOST_HANDS
from roadmap_desktop.rules import readiness
from roadmap_desktop.rules.scaling import Pace
from roadmap_desktop.rules.usecases import LEAST_SCORE, MOST_SCORE

_UNRATED = (readiness.Answer.DONT_KNOW.value, readiness.Answer.NOT_APPLICABLE.value)
_MOST_LEVELS = 12


def check(packet: Packet) -> None:
    """Holds a packet to what the program that made it promises.

    Raises:
        Misshapen: it asks or answers something twice, refers to what is not there, or an answer is none.
    """
    questions = packet.questions
    _check_uuids(questions)
    levels = tuple(each.value for each in questions.levels)
    if len(levels) > _MOST_LEVELS or list(levels) != sorted(set(levels)) or bool(levels) < bool(questions.statements):
        raise Misshapen("levels")
    if any(not 0 <= each.dimension < len(questions.dimensions) for each in questions.statements):
        raise Misshapen("dimension")
    if any(not 0 < each.number < 100_000 for each in questions.statements) or not 0 < questions.round < 1_000:
        raise Misshapen("number")
    _once((each.key, each.language) for each in questions.words)
    asked = {*questions.asked()}
    if questions.recipient.kind is Kind.TABLE:
        asked.add(Question(Asked.SIZE, questions.recipient.uuid))
    for answers in (questions.given, packet.answers):
        _check_answers(answers, asked, levels)


def _check_uuids(questions: Questions) -> None:
    for uuid in (questions.packet, questions.workshop, questions.recipient.uuid):
        _check_uuid(uuid)
    for part in (questions.statements, questions.criteria, questions.use_cases, questions.schools):
        for each in part:
            _check_uuid(each.uuid)
        _once(each.uuid for each in part)


def _check_uuid(text: str) -> None:
    try:
        known = str(UUID(text)) == text
    except ValueError:
        known = False
    if not known:
        raise Misshapen("uuid")


def _check_answers(answers: tuple[Answer, ...], asked: set[Question], levels: tuple[int, ...]) -> None:
    if answers != in_order(answers):
        raise Misshapen("order")
    _once(each.question for each in answers)
    for each in answers:
        if each.question not in asked or not _is_answer(each, levels):
            raise Misshapen("answer")


def _is_answer(answer: Answer, levels: tuple[int, ...]) -> bool:
    value = answer.value
    fits: Callable[[], bool] = {
        Asked.RATING: lambda: value in (levels if type(value) is int else _UNRATED),
        Asked.SIZE: lambda: type(value) is int and 1 < value <= MOST_HANDS,
        Asked.SCORE: lambda: type(value) is float and LEAST_SCORE <= value <= MOST_SCORE,
        Asked.PACE: lambda: value in tuple(each.value for each in Pace),
    }[answer.question.asked]
    return fits()


def _once(keys: Iterable[object]) -> None:
    found = list(keys)
    if len(set(found)) != len(found):
        raise Misshapen("twice")
