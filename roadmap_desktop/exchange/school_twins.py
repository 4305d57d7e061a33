"""Which schools are in a list twice, by their code or by name and district."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from roadmap_desktop.exchange.school_lines import Reading, School
from roadmap_desktop.language import Words, message


def twins(readings: Iterable[Reading]) -> dict[int, Words]:
    """For each line that repeats another one, its number and why.

    Two lines are one school when their codes are equal, or when name and district are (whatever the
    case, the spaces and the punctuation) and not both have a code. Of twins the fullest line stays;
    of equally full ones the one not all in capitals, then the first.
    """
    first_by_code: dict[str, Reading] = {}
    first_by_name: dict[tuple[str, str], Reading] = {}
    found: dict[int, Words] = {}
    for reading in sorted(readings, key=_rank):
        school = reading.school
        if school is None:
            continue
        by_code, by_name = first_by_code.get(school.code), first_by_name.get(_key(school))
        if by_code is not None:
            found[reading.row.number] = _same_code(school, by_code)
        elif by_name is not None and not (school.code and by_name.school and by_name.school.code):
            found[reading.row.number] = message("The same school as in line {line}.", line=by_name.row.number)
        else:
            first_by_name.setdefault(_key(school), reading)
            if school.code:
                first_by_code[school.code] = reading
    return found


def _same_code(school: School, other: Reading) -> Words:
    if other.school and _key(other.school) == _key(school):
        return message("The same school as in line {line}.", line=other.row.number)
    return message(
        "The same code ({code}) as in line {line}, under another name.", code=school.code, line=other.row.number
    )


def _key(school: School) -> tuple[str, str]:
    return _letters(school.name), _letters(school.district)


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def _rank(reading: Reading) -> tuple[int, bool, int]:
    filled = sum(1 for cell in reading.row.cells if cell)
    name = reading.school.name if reading.school else ""
    return -filled, name.isupper(), reading.row.number
