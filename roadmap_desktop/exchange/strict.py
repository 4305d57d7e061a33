"""JSON from elsewhere, held to its size and to the shape of a frozen dataclass; anything else is refused."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from math import isfinite
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
MOST_SIGNS = 8_000
MOST_ENTRIES = 20_000
MOST_DIGITS = 24
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Misshapen(ValueError):
    """The content is not of the shape asked for; says where, for the log and not for a person."""


def loaded(content: bytes) -> Any:
    """The JSON value of UTF-8 text.

    Raises:
        Misshapen: it is no JSON, or it has a key twice, a number beyond all bounds, or too deep a nesting.
    """
    try:
        return json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_once,
            parse_int=_whole,
            parse_float=_finite,
            parse_constant=_no_constant,
        )
    except Misshapen:
        raise
    except RecursionError as error:
        raise Misshapen("nested too deep") from error
    except ValueError as error:
        raise Misshapen(str(error)) from error


def shaped(kind: type[T], value: Any, at: str = "") -> T:
    """The value as a dataclass of that kind, with exactly its fields, each of its type.

    Raises:
        Misshapen: a field is missing, unknown, of another type, or beyond its bounds.
    """
    made: T = _shaped(kind, value, at or kind.__name__)
    return made


def _shaped(kind: Any, value: Any, at: str) -> Any:
    if get_origin(kind) in (UnionType, Union):
        return _one_of(get_args(kind), value, at)
    if get_origin(kind) is tuple:
        return _entries(get_args(kind)[0], value, at)
    if is_dataclass(kind):
        return _record(kind, value, at)
    if kind is datetime:
        return _moment(value, at)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        if value in tuple(each.value for each in kind):
            return kind(value)
        raise Misshapen(at)
    if kind is str:
        return _text(value, at)
    if type(value) is kind:  # and so True is no 1
        return value
    raise Misshapen(at)


def _record(kind: Any, value: Any, at: str) -> Any:
    hints = _hints(kind)
    if type(value) is not dict or value.keys() != hints.keys():
        raise Misshapen(at)
    return kind(**{name: _shaped(hint, value[name], f"{at}.{name}") for name, hint in hints.items()})


def _entries(kind: Any, value: Any, at: str) -> tuple[Any, ...]:
    if type(value) is not list or len(value) > MOST_ENTRIES:
        raise Misshapen(at)
    return tuple(_shaped(kind, each, f"{at}[{place}]") for place, each in enumerate(value))


def _one_of(kinds: tuple[Any, ...], value: Any, at: str) -> Any:
    for kind in kinds:
        if type(value) is kind:
            return _shaped(kind, value, at)
    raise Misshapen(at)


def _text(value: Any, at: str) -> str:
    if type(value) is not str or len(value) > MOST_SIGNS or _FORBIDDEN.search(value):
        raise Misshapen(at)
    return value


def _moment(value: Any, at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(value, at))
    except ValueError as error:
        raise Misshapen(at) from error
    if moment.tzinfo is not None:
        raise Misshapen(at)
    return moment


@lru_cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Misshapen("a key stands twice")
    return found


def _whole(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise Misshapen("a number beyond all bounds")
    return int(text)


def _finite(text: str) -> float:
    number = float(text)
    if len(text) > MOST_DIGITS or not isfinite(number):
        raise Misshapen("a number beyond all bounds")
    return number


def _no_constant(text: str) -> Any:
    raise Misshapen(text)
