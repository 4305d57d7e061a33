"""An instrument as JSON: statements nested in sections and pillars, or flat lists that name their section."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from roadmap_desktop.exchange.answer_words import plain
from roadmap_desktop.exchange.instrument_json_levels import listed_levels, said_of
from roadmap_desktop.exchange.instrument_parts import Item, Parts, Said, Section, Untaken
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.language import message

DEEPEST = 12
_PILLARS = {"pillars", "layers"}
_SECTIONS = {
    *("sections", "dimensions", "domains", "areas", "categories", "themes", "strands", "groups", "components"),
    *("pages", "panels", "subsections", "sub sections", "subdomains", "factors", "topics", "parts"),
}
_ITEMS = {
    *("items", "statements", "questions", "indicators", "elements", "criteria", "practices", "rows", "prompts"),
    *("checkpoints", "competencies"),
}
_LEVELS = {
    *("levels", "scale", "options", "choices", "ratings", "columns", "response options", "anchors", "ladder"),
    *("answer options", "rating scale", "response scale", "rate values", "ratevalues", "descriptors", "rubric"),
    *("cues", "level texts", "level descriptions", "leveltexts", "leveldescriptions", "descriptions", "answers"),
}
_NAMES = ("title", "name", "label", "text", "heading")
_TEXTS = (
    "text",
    "statement",
    "question",
    "item",
    "indicator",
    "prompt",
    "wording",
    "title",
    "label",
    "element",
    "description",
    "name",
)
_KEYS = (
    "id",
    "key",
    "code",
    "number",
    "ref",
    "no",
    "nr",
    "item id",
    "statement id",
    "question id",
    "statementid",
    "uid",
    "value",
)
_REFERS = (
    "dimension",
    "section",
    "domain",
    "area",
    "category",
    "group",
    "theme",
    "strand",
    "component",
    "topic",
    "dimension id",
    "section id",
    "domain id",
    "dimensionid",
    "sectionid",
)
_PILLAR = ("pillar", "layer", "pillar id", "pillarid")
_FLOORS = ("floor", "minimum", "min level", "minlevel", "gate", "required level", "minimum level")
_WHEN = ("floor when", "floorwhen", "when", "applies to", "gate when")


def read_json(text: str) -> Parts | None:
    """Everything that a JSON text says of an instrument; None where the text is no JSON. Raises Unreadable."""
    try:
        root = json.loads(text)
    except RecursionError as error:
        raise _too_deep() from error
    except ValueError:
        return None
    if not isinstance(root, dict | list):
        return None
    walk = _Walk()
    walk.root(root)
    walk.align()
    return walk.parts


class _Walk:
    """The way through the tree, with what was found on it."""

    def __init__(self) -> None:
        self.parts = Parts()
        self._listed: dict[int, list[str]] = {}
        self._unknown: dict[str, str] = {}

    def root(self, node: Any) -> None:
        while isinstance(node, dict) and not _lists(node):
            inner = [value for value in node.values() if isinstance(value, dict | list)]
            self.parts.name = self.parts.name or _first(node, _NAMES)
            if len(inner) != 1:
                break
            node = inner[0]
        if isinstance(node, dict):
            self.parts.name = self.parts.name or _first(node, _NAMES)
            if not _lists(node):
                self._children(node, "section", "", "", "", 1)
            else:
                self._group(node, "", "", "", 1)
        else:
            self._children(node, "items", "", "", "", 1)

    def align(self) -> None:
        """Gives texts that stood in a list, without level numbers, to the levels in their order."""
        levels = self.parts.levels
        alike = len({tuple(texts) for texts in self._listed.values()}) == 1
        for place, texts in self._listed.items():
            item = self.parts.items[place]
            if levels and len(texts) == len(levels):
                pairs = zip(levels, texts, strict=True)
                cues = tuple(
                    Said(each.number, each.name, text) for each, text in pairs if plain(text) != plain(each.name)
                )
                self.parts.items[place] = replace(item, cues=cues)
            elif levels or (alike and len(self._listed) > 1):
                self.parts.items[place] = replace(item, options=tuple(texts))
            else:
                cues = tuple(Said(number, "", text) for number, text in enumerate(texts, start=1))
                self.parts.items[place] = replace(item, cues=cues)
        for name, path in self._unknown.items():
            reason = message("It says nothing that an instrument keeps.")
            self.parts.untaken.append(Untaken(message("“{name}”, first at {path}", name=name, path=path), reason))

    def _group(self, node: dict[str, Any], section: str, pillar: str, path: str, depth: int) -> None:
        """A part of the tree that holds lists: an instrument, a pillar or a section."""
        if depth > DEEPEST:
            raise _too_deep()
        for name, value in node.items():
            key, here = plain(name), f"{path}.{name}".lstrip(".")
            if key in _PILLARS and isinstance(value, list | dict):
                self._children(value, "pillar", section, pillar, here, depth + 1)
            elif key in _SECTIONS and isinstance(value, list | dict):
                self._children(value, "section", section, pillar, here, depth + 1)
            elif key in _ITEMS and isinstance(value, list | dict):
                self._children(value, "items", section, pillar, here, depth + 1)
            elif key in _LEVELS:
                self.parts.levels += listed_levels(value)
            elif isinstance(value, list | dict) and value:
                self._unknown.setdefault(name, here)

    def _children(self, value: Any, kind: str, section: str, pillar: str, path: str, depth: int) -> None:
        if depth > DEEPEST:
            raise _too_deep()
        for key, child, here in _pairs(value, path):
            if isinstance(child, list) or (isinstance(child, dict) and _has_statements(child)):
                self._part(key, child, kind, section, pillar, here, depth)
            elif kind == "items":
                self._item(key, child, section, pillar, here)
            elif isinstance(child, dict):
                name = _first(child, _NAMES) or key
                self.parts.sections.append(Section(_first(child, _KEYS) or key, name, _first(child, _PILLAR) or pillar))
            elif isinstance(child, str) and kind == "section":
                self.parts.sections.append(Section(key, child, pillar))
            else:
                self.parts.untaken.append(
                    Untaken(message("{path}", path=here), message("It is no part of an instrument."))
                )

    def _part(self, key: str, child: Any, kind: str, section: str, pillar: str, here: str, depth: int) -> None:
        """A pillar or section with what is in it."""
        named = child if isinstance(child, dict) else {}
        name = _first(named, (*_NAMES, *_REFERS, *_PILLAR)) or key
        if kind == "pillar":
            section, pillar = "", name
        else:
            pillar = _first(named, _PILLAR) or pillar or section
            section = name
            self.parts.sections.append(Section(_first(named, _KEYS) or key, name, pillar))
        if not isinstance(child, dict):
            self._children(child, "items", section, pillar, here, depth + 1)
        elif _lists(child):
            self._group(child, section, pillar, here, depth + 1)
        else:
            self._children(child, "items", section, pillar, here, depth + 1)

    def _item(self, key: str, child: Any, section: str, pillar: str, here: str) -> None:
        where = message("{path}", path=here)
        if not isinstance(child, dict):
            text = _plain_value(child)
            self.parts.items.append(Item(where, text, key=key, text=text, section=section, pillar=pillar))
            return
        text = _first(child, _TEXTS)
        floor, when = _floor(child)
        item = Item(
            where,
            text,
            key=_first(child, _KEYS) or key or (_first(child, ("name",)) if _first(child, _TEXTS[:-1]) else ""),
            text=text,
            section=_first(child, _REFERS) or section,
            pillar=_first(child, _PILLAR) or pillar,
            floor=floor,
            floor_when=when,
        )
        for name, value in child.items():
            if plain(name) in _LEVELS and value:
                texts, cues = said_of(value)
                item = replace(item, cues=cues)
                if texts:
                    self._listed[len(self.parts.items)] = texts
            elif plain(name) not in {*_TEXTS, *_KEYS, *_REFERS, *_PILLAR, *_FLOORS, *_WHEN}:
                self._unknown.setdefault(name, here)
        self.parts.items.append(item)


def _pairs(value: Any, path: str) -> Iterator[tuple[str, Any, str]]:
    """The children of a list or mapping with their key (empty in a list) and path."""
    if isinstance(value, dict):
        yield from ((str(key), child, f"{path}.{key}".lstrip(".")) for key, child in value.items())
    else:
        yield from (("", child, f"{path}[{place}]") for place, child in enumerate(value, start=1))


def _lists(node: dict[str, Any]) -> bool:
    """Whether a mapping names lists of pillars, sections or statements."""
    return any(
        plain(name) in _PILLARS | _SECTIONS | _ITEMS and isinstance(value, list | dict) for name, value in node.items()
    )


def _has_statements(node: dict[str, Any]) -> bool:
    """Whether a mapping is a part with statements in it: lists of them, or only ids with texts."""
    if _lists(node):
        return True
    if _first(node, _TEXTS) or _first(node, _KEYS):
        return False
    return bool(node) and all(isinstance(value, str | dict) for value in node.values())


def _first(node: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first of these keys that has a plain value, or a mapping with a name or id."""
    values = {plain(name): value for name, value in node.items()}
    for name in names:
        value = values.get(name)
        if isinstance(value, dict):
            value = _first(value, (*_KEYS, *_NAMES)) if name in {*_REFERS, *_PILLAR} else _localised(value)
        text = _plain_value(value)
        if text:
            return text
    return ""


def _localised(value: dict[str, Any]) -> Any:
    """Of a text in several languages the English one, else the first."""
    return value.get("en") or value.get("default") or next(iter(value.values()), None)


def _plain_value(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())


def _floor(node: dict[str, Any]) -> tuple[str, str]:
    values = {plain(name): value for name, value in node.items()}
    for name in _FLOORS:
        value = values.get(name)
        if isinstance(value, dict):
            return _first(value, ("level", "value", "minimum", "name")), _first(value, ("when", "applies to", "for"))
        if _plain_value(value):
            return _plain_value(value), _first(node, _WHEN)
    return "", ""


def _too_deep() -> Unreadable:
    return Unreadable(
        message("The file is nested deeper than an instrument can be."),
        message("Put sections in a list, and statements in a list in each section."),
    )
