"""What a calendar title means, by the words districts use and not by the titles of one district."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from roadmap_desktop.exchange import calendar_other_matters as matters
from roadmap_desktop.exchange import calendar_patterns as patterns
from roadmap_desktop.exchange.calendar_facts import TERM_KINDS, Edge, Mark, Meaning
from roadmap_desktop.exchange.calendar_groups import groups
from roadmap_desktop.exchange.calendar_marks import marks
from roadmap_desktop.language import Words, message

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AS_NUMBER = {word: str(number) for words in (_ORDINALS, _COUNTS) for number, word in enumerate(words, 1)}
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_AS_NUMBER)})\b")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title means by itself: its meanings, the most telling first, and the reason.

    ``break_edge`` is there where the event is only the first or the last day of a break; ``only`` are
    the groups of schools it speaks of, none for all.
    """

    meanings: tuple[Meaning, ...]
    reason: Words
    marks: tuple[Mark, ...] = ()
    break_edge: Edge | None = None
    only: tuple[str, ...] = ()


def read_title(title: str, more: str = "", weekdays: int = 1) -> Title:
    """What an event means by its title, and where that says nothing, by what stands beside it.

    ``weekdays`` is the length of its longest span; two weekdays or more without students are a break.
    """
    plain = plain_words(title)
    if not plain:
        return Title((Meaning.not_understood,), message("The event has no title."))
    alone = _by_itself(plain, weekdays)
    if alone is not None:
        return alone
    period_marks = marks(plain, weekdays)
    meanings, reason = _gathered(plain, weekdays, period_marks)
    beside = plain_words(more)
    if not meanings:
        meanings, reason = _without_telling_words(plain, beside, weekdays)
    only = groups(plain)
    if not only and Meaning.day_off in meanings and not patterns.NO_STUDENTS.search(plain):
        only = groups(beside)
    return Title(meanings, reason, period_marks, _break_edge(plain, meanings, weekdays), only)


def plain_words(title: str) -> str:
    """A title in lower case and plain letters, ordinals as numbers, its parts set apart by " | "."""
    text = unicodedata.normalize("NFKD", title.casefold().replace("½", "half "))
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    text = re.sub(r"[’'`´.*!\"“”]", "", text)
    text = re.sub(r"\s*[–—−|/;:,()\[\]•+]+\s*| +-+ *|-+ +", " | ", text).replace("&", " and ")
    text = re.sub(r"[^\w| #-]+", " ", text)
    text = re.sub(r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1", text)
    text = _NUMBER_WORD.sub(lambda word: _AS_NUMBER[word[0]], text)
    return re.sub(r"(?: \|)+ ", " | ", " ".join(text.split())).strip("| ")


def _by_itself(plain: str, weekdays: int) -> Title | None:
    """Titles with one plain meaning that settles everything else they say."""
    away = patterns.NO_STUDENTS.search(plain)
    if matters.SUMMER.search(plain):
        return Title((Meaning.not_school,), message("Summer lies outside the school year."))
    if matters.NO_BOARD.search(plain):
        return Title((Meaning.not_school,), message("The board does not meet; school days stay as they are."))
    if matters.BOARD.search(plain) and not away and not matters.OTHER_BOARD.search(plain):
        return Title((Meaning.board_meeting,), message("The board meets; school days stay as they are."))
    if matters.MAKE_UP.search(plain) and not away:
        return Title((Meaning.tentative,), message("A day that is only used when another one is lost."))
    everybody = patterns.EVERYBODY.search(plain)
    if not everybody and patterns.COHORT.search(plain) and patterns.SHAPES_THE_DAY.search(plain):
        return Title((Meaning.not_school,), message("Only for some of the students."))
    if patterns.BREAK_AFTER_THIS_DAY.search(plain):
        return Title((Meaning.not_understood,), message("A break begins after this day; its days are not given here."))
    if patterns.WHOLE_YEAR.search(plain) and weekdays >= 120:
        return Title((Meaning.first_day, Meaning.last_day), message("The school year from end to end."))
    return None


def _gathered(plain: str, weekdays: int, period_marks: tuple[Mark, ...]) -> tuple[tuple[Meaning, ...], Words]:
    """Everything a title says at once ("Last day of school / end of 4th quarter / early dismissal")."""
    parts = plain.split(" | ")
    found: dict[Meaning, Words] = {}
    if any(_first_day(part) for part in parts):
        found[Meaning.first_day] = message("The first day for students.")
    if any(_last_day(part) for part in parts):
        found[Meaning.last_day] = message("The last day for students.")
    for mark in period_marks:
        found.setdefault(*_of_period(mark))
    early = bool(patterns.EARLY.search(plain))
    found |= _away(plain, weekdays, early)
    if Meaning.first_day not in found and patterns.RESUME.search(plain):
        found[Meaning.classes_resume] = message("Students are back on this day.")
    if early and not patterns.NOT_EARLY.search(plain):
        found[Meaning.early_release] = message("A school day that ends early.")
    if matters.REPORT_CARD.search(plain):
        found[Meaning.report_card] = message("Report cards go out.")
    if matters.TESTING.search(plain):
        found[Meaning.testing] = message("Testing; students are at school.")
    reason: Words = next(iter(found.values()), "")
    return tuple(found), reason


def _of_period(mark: Mark) -> tuple[Meaning, Words]:
    term = mark.kind in TERM_KINDS
    if mark.edge is Edge.end:
        return (Meaning.term_end if term else Meaning.grading_period_end), message("The end of a period.")
    return (Meaning.term_start if term else Meaning.grading_period_start), message("The start of a period.")


def _away(plain: str, weekdays: int, early: bool) -> dict[Meaning, Words]:
    """Whether students stay at home, for how long, and whether staff work meanwhile."""
    away = bool(patterns.NO_STUDENTS.search(plain))
    beside_school = early or bool(patterns.STAFF_AROUND_SCHOOL.search(plain))
    staff = bool(patterns.STAFF_WORK.search(plain)) and (away or not beside_school)
    found: dict[Meaning, Words] = {}
    named_break = patterns.BREAK.search(plain) and not patterns.AROUND_A_BREAK.search(plain)
    if named_break or (away and not staff and weekdays >= 2):
        found[Meaning.break_] = message("A break: students are away.")
    elif away:
        found[Meaning.day_off] = message("Students stay at home.")
    elif staff:
        found[Meaning.day_off] = message("A work day for staff; students are taken to stay at home.")
    if staff or patterns.STAFF_ONLY.search(plain):
        found[Meaning.staff_day] = message("Staff work without students.")
    return found


def _without_telling_words(plain: str, more: str, weekdays: int) -> tuple[tuple[Meaning, ...], Words]:
    """For titles that tell nothing about students: public holidays, what stands beside, known other matters."""
    if matters.CLOSED_EVERYWHERE.search(plain) and not matters.FESTIVE.search(plain):
        return (Meaning.day_off,), message("A public holiday on which schools are closed.")
    if patterns.NO_STUDENTS_PLAINLY.search(more):
        away = Meaning.break_ if weekdays >= 2 else Meaning.day_off
        return (away,), message("Its description says that students stay at home.")
    if matters.NO_EFFECT.search(plain):
        return (Meaning.not_school,), message("School days stay as they are.")
    if matters.HOLIDAY_IN_SOME_DISTRICTS.search(plain):
        if plain.endswith("observed"):
            return (Meaning.day_off,), message("A holiday that is observed.")
        return (Meaning.not_understood,), message("Some districts close on this day; the title does not say.")
    return (Meaning.not_understood,), message("The title says nothing that is known here.")


def _first_day(part: str) -> bool:
    if patterns.NOT_AN_END_OF_THE_YEAR.search(part) or patterns.STAFF.search(part):
        return False
    return bool(patterns.FIRST_DAY.search(part)) and not patterns.RESUME.search(part)


def _last_day(part: str) -> bool:
    if patterns.NOT_AN_END_OF_THE_YEAR.search(part) or patterns.STAFF.search(part):
        return False
    return bool(patterns.LAST_DAY.search(part))


def _break_edge(plain: str, meanings: tuple[Meaning, ...], weekdays: int) -> Edge | None:
    if Meaning.break_ not in meanings or weekdays >= 2:
        return None
    if patterns.BREAK_ENDS.search(plain):
        return Edge.end
    return Edge.start if patterns.BREAK_BEGINS.search(plain) else None
