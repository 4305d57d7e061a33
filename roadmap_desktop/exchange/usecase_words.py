"""The words in which lists say what a use case is: its level, risk, class of data, a yes or no, a number."""

from __future__ import annotations

import re
from collections.abc import Mapping

from roadmap_desktop.exchange.answer_words import LONGEST, plain

_LEVELS = {
    "district": r"district.*|operations?|central office|administration|admin|distrito.*|operaciones",
    "classroom": r"class ?rooms?.*|instruction(al)?|teaching( and learning)?|teachers?|aula.*|instruccion|ensenanza",
    "support": r"(student )?support.*|student services|apoyo.*|servicios estudiantiles",
}
_RISKS = {
    "L": r"l|low( risk)?|risk low|risk l|green|1|bajo|baja|verde",
    "M": r"m|med|medium( risk)?|moderate|risk m|yellow|amber|2|medio|media|amarillo",
    "H": r"h|high( risk)?|risk h|red|3|alto|alta|rojo",
}
_CLASSES = {
    "0": r"(class )?0( .*)?|public( data)?|publico|publica",
    "1": r"(class )?1( .*)?|internal( data)?|interno|interna",
    "2": r"(class )?2( .*)?|personal( data)?|pii|student or staff pii|student pii|personales",
    "3": r"(class )?3( .*)?|sensitive( data)?|sensible|confidential",
}
_FLAGS = {
    "yes": r"y|yes|true|x|1|si|verdadero|student facing|students?",
    "no": r"n|no|false|0|falso|none|not student facing|staff|staff only",
}
_NUMBER = re.compile(r"[+-]?(?:\d{1,12}(?:[.,]\d{1,12})?|[.,]\d{1,12})")
_LABELLED = re.compile(r"(\d{1,3}(?:[.,]\d{1,3})?)\s*(?:[-–—:=)]|\(|\s)\s*[^\W\d].*")
"""A number that begins a label of a form: "4 - Agree", "5 (very much)"; never "4 of 10"."""


def level(text: str) -> str | None:
    """The level a cell says: district, classroom or support."""
    return _said(text, _LEVELS)


def risk(text: str) -> str | None:
    """The risk a cell says: L, M or H."""
    return _said(text, _RISKS)


def data_class(text: str) -> int | None:
    """The class of data a cell says, from 0 to 3."""
    found = _said(text, _CLASSES)
    return None if found is None else int(found)


def flag(text: str) -> bool | None:
    """Whether a cell says yes or no."""
    found = _said(text, _FLAGS)
    return None if found is None else found == "yes"


def number(text: str) -> float | None:
    """A finite number with a point or a comma before its decimals, alone or at the head of a form's label."""
    stripped = text.strip()
    if len(stripped) > LONGEST:
        return None
    labelled = _LABELLED.fullmatch(stripped)
    if labelled and re.match(r"\(?(?:of|out of|de|von|sur)\b", stripped[labelled.end(1) :].lstrip(" -–—:=)(")):
        return None
    said = labelled[1] if labelled else stripped
    return float(said.replace(",", ".")) if _NUMBER.fullmatch(said) else None


def _said(text: str, words: Mapping[str, str]) -> str | None:
    if len(text) > LONGEST:
        return None
    said = plain(text)
    return next((key for key, pattern in words.items() if re.fullmatch(pattern, said)), None)
