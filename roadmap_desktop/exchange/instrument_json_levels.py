"""Levels as JSON says them: names in a list, numbers with names, or records."""

from __future__ import annotations

from typing import Any

from roadmap_desktop.exchange.answer_words import numbered, plain
from roadmap_desktop.exchange.instrument_parts import Said

_NUMBERS = ("value", "level", "number", "score", "points", "rating", "id", "key", "code", "order")
_NAMES = ("name", "label", "title", "level name", "anchor", "level", "text", "description", "key", "id")
_TEXTS = ("text", "description", "descriptor", "wording", "cue", "label", "statement", "title", "name")
_MOST = 50


def listed_levels(value: Any) -> list[Said]:
    """The levels of the whole instrument."""
    if isinstance(value, dict):
        lowered = {plain(str(name)): each for name, each in value.items()}
        inner = next(
            (lowered[name] for name in ("levels", "options", "choices", "labels", "values") if name in lowered), None
        )
        low, high = lowered.get("min"), lowered.get("max")
        if isinstance(low, int) and isinstance(high, int) and 0 < high - low < _MOST:
            return _between(low, high, inner)
        if inner is not None and not isinstance(inner, str):
            return listed_levels(inner)
        return [_pair(str(name), each) for name, each in list(value.items())[:_MOST]]
    if isinstance(value, list):
        return [_record(each) if isinstance(each, dict) else Said(*numbered(_text(each)), "") for each in value[:_MOST]]
    return []


def said_of(value: Any) -> tuple[list[str], tuple[Said, ...]]:
    """What one statement says of its levels: texts in a list by themselves, or each with its level."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value[:_MOST], ()
    if isinstance(value, list):
        return [], tuple(_cue(each) for each in value[:_MOST] if isinstance(each, dict))
    if isinstance(value, dict):
        pairs = list(value.items())[:_MOST]
        return [], tuple(Said(*numbered(str(name)), _text(each) or _named(each, _TEXTS)) for name, each in pairs)
    return [], ()


def _between(low: int, high: int, labels: Any) -> list[Said]:
    names: dict[int, str] = {}
    if isinstance(labels, list):
        names = dict(zip(range(low, high + 1), map(_text, labels), strict=False))
    elif isinstance(labels, dict):
        names = {int(key): _text(each) for key, each in labels.items() if str(key).lstrip("-").isdecimal()}
    return [Said(number, names.get(number, ""), "") for number in range(low, high + 1)]


def _pair(name: str, value: Any) -> Said:
    """One of {"1": "Emerging"}, {"Emerging": 1}, {"Emerging": "nothing in place yet"}, {"1": {"name": "Emerging"}}."""
    number, words = numbered(name)
    if isinstance(value, dict):
        return Said(number, _named(value, _NAMES) or words, "")
    if isinstance(value, int) and not isinstance(value, bool) and number is None:
        return Said(value, name, "")
    return Said(number, _text(value) if number is not None else name, "")


def _record(value: dict[str, Any]) -> Said:
    number = _number(value)
    name = _named(value, _NAMES)
    if number is None:
        return Said(*numbered(name), "")
    return Said(number, numbered(name)[1] if numbered(name)[0] == number else name, "")


def _cue(value: dict[str, Any]) -> Said:
    number = _number(value)
    text = _named(value, _TEXTS)
    names = [
        each
        for each in ("level", "name", "label", "title")
        if _named(value, (each,)) and _named(value, (each,)) != text
    ]
    name = _named(value, (names[0],)) if names else ""
    if number is None and name:
        return Said(*numbered(name), text)
    return Said(number, "" if name == str(number) else name, text)


def _number(value: dict[str, Any]) -> int | None:
    lowered = {plain(str(name)): each for name, each in value.items()}
    for name in _NUMBERS:
        each = lowered.get(name)
        if isinstance(each, int) and not isinstance(each, bool):
            return each
        if isinstance(each, float) and each.is_integer():
            return int(each)
        if isinstance(each, str) and numbered(each)[0] is not None and not numbered(each)[1]:
            return numbered(each)[0]
    return None


def _named(value: Any, names: tuple[str, ...]) -> str:
    if not isinstance(value, dict):
        return ""
    lowered = {plain(str(name)): each for name, each in value.items()}
    return next((_text(lowered[name]) for name in names if name in lowered and _text(lowered[name])), "")


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())
