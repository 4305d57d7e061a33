"""Words that name a perspective where its own name is not written: a parent speaks for families."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_ALIASES: Mapping[str, str] = {
    "teacher": r"teachers?|educators?|faculty",
    "school_leadership": r"principals?|school (leaders?|leadership|administrators?)|deans?|headteachers?",
    "board": r"board|trustees?",
    "district_leadership": r"superintendents?|cabinet|district (leaders?|leadership|administrators?)|central office",
    "technology": r"it|technology|tech|cto",
    "family": r"parents?|famil(y|ies)|guardians?|caregivers?",
    "student": r"students?",
    "staff_association": r"union|association",
    "special_education": r"special ed(ucation)?|sped|ell?|esl|multilingual",
    "legal": r"legal|counsel|compliance|privacy",
    "operations": r"operations?|finance|hr|human resources|business office",
    "instruction": r"curriculum|instruction|instructional|coach(es)?",
}
"""Words that name a perspective where its own name is not written."""
_COMPILED = {key: re.compile(rf"\b({words})\b") for key, words in _ALIASES.items()}


def meant_perspective(plain: str, among: Collection[str]) -> str:
    """The key of the one perspective that a text in plain lower case speaks of; empty for none or for several."""
    found = [key for key, pattern in _COMPILED.items() if key in among and pattern.search(plain)]
    return found[0] if len(found) == 1 else ""
