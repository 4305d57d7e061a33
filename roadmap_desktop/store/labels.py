"""Messages as JSON, so that a step's label can be said later in any language."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import Any

from roadmap_desktop.language import Message, Parameter, Phrase, Words


def as_json(words: Words) -> str:
    """The words as JSON text."""
    return json.dumps(_plain(words), ensure_ascii=False)


def from_json(text: str) -> Words:
    """The words that ``as_json`` wrote; a label that can't be read is given as it stands."""
    try:
        words = _words(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError):
        return text
    return words if isinstance(words, Message | Phrase | str) else text


def _plain(value: Parameter | None) -> Any:
    match value:
        case Message():
            parameters = {name: _plain(each) for name, each in value.parameters}
            return {"one": value.one, "many": value.many, "n": value.n, "with": parameters}
        case Phrase():
            return {"phrase": value.key, "texts": dict(value.texts)}
        case datetime():
            return {"moment": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case tuple():
            return [_plain(each) for each in value]
    return value


def _words(value: Any) -> Parameter:
    if isinstance(value, list):
        return tuple(_words(each) for each in value)  # type: ignore[misc]
    if not isinstance(value, dict):
        return value  # type: ignore[no-any-return]
    if "one" in value:
        parameters = tuple((name, _words(each)) for name, each in value["with"].items())
        return Message(value["one"], value["many"], value["n"], parameters)
    if "phrase" in value:
        return Phrase(value["phrase"], tuple(value["texts"].items()))
    if "moment" in value:
        return datetime.fromisoformat(value["moment"])
    if "time" in value:
        return time.fromisoformat(value["time"])
    return date.fromisoformat(value["date"])
