"""What a cell of a form answers: a level, "don't know", "not applicable", nothing, or something else."""

from __future__ import annotations

from enum import Enum

from roadmap_desktop.exchange.answer_words import numbered, plain, says_dont_know, says_not_applicable, says_nothing
from roadmap_desktop.exchange.instrument_levels import level_written
from roadmap_desktop.journey.readiness.questionnaire import Questionnaire
from roadmap_desktop.rules.readiness import Answer


class Unanswered(Enum):
    """Cells that hold no answer."""

    BLANK = "blank"
    STRANGE = "strange"


Read = int | Answer | Unanswered


class Cells:
    """Reads cells by the levels of the instrument, and by the texts of each statement's own levels."""

    def __init__(self, asked: Questionnaire) -> None:
        self._levels = asked.levels
        self._cues = [{plain(text): level for level, text in each.cues if plain(text)} for each in asked.questions]
        self._read: dict[tuple[int, str], Read] = {}
        self._common: dict[str, Read] = {}

    def read(self, question: int, text: str) -> Read:
        """What a cell answers to a statement (its place); a number and words that contradict each other are strange."""
        place = (question, text)
        if place not in self._read:
            self._read[place] = self._answer(question, text)
        return self._read[place]

    def is_answer(self, text: str) -> bool:
        """Whether a cell could answer any statement."""
        return self._by_levels(text) is not Unanswered.STRANGE or any(plain(text) in cues for cues in self._cues)

    def _answer(self, question: int, text: str) -> Read:
        cues = self._cues[question]
        common = self._by_levels(text)
        number, words = numbered(text)
        if common is not Unanswered.STRANGE:
            other = cues.get(plain(words)) if number is not None else None
            return common if other is None or other == common else Unanswered.STRANGE
        whole = cues.get(plain(text))
        if whole is not None:
            return whole
        cue = cues.get(plain(words))
        return cue if cue is not None and number == cue else Unanswered.STRANGE

    def _by_levels(self, text: str) -> Read:
        if text not in self._common:
            self._common[text] = self._level(text)
        return self._common[text]

    def _level(self, text: str) -> Read:
        level = level_written(self._levels, text)
        if level is not None:
            return level
        if says_dont_know(text):
            return Answer.DONT_KNOW
        if says_not_applicable(text):
            return Answer.NOT_APPLICABLE
        return Unanswered.BLANK if says_nothing(text) else Unanswered.STRANGE
