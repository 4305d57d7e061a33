"""Finds the strings that a person may read: messages in a module, and the words of a form."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from string import Formatter
from xml.etree import ElementTree as ET

LANGUAGE = "roadmap_desktop.language"
MAKERS = ("message", "plural", "Message")
SETTINGS = frozenset({"role", "weight", "key", "tone", "styleSheet"})
"""The properties of a form that hold text which nobody reads; in all others, words are read by people."""


@dataclass(frozen=True, order=True)
class Word:
    """A string to translate: its English, its plural if it counts, the file, and the form it belongs to."""

    one: str
    many: str
    file: str
    context: str | None = None


@dataclass(frozen=True)
class Found:
    """The strings of some files, and what keeps others from being translated."""

    words: tuple[Word, ...] = ()
    troubles: tuple[str, ...] = ()

    def __add__(self, other: Found) -> Found:
        return Found(self.words + other.words, self.troubles + other.troubles)


def in_module(source: str, file: str) -> Found:
    """The messages of a Python module."""
    tree = ast.parse(source)
    names = _names_of_makers(tree)
    found = Found()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (maker := names.get(ast.unparse(node.func))):
            found += _from_call(node, maker, file)
    return found


def in_form(source: str, file: str) -> Found:
    """The words of a Qt Designer form; Qt asks for them in the context of the form's class name."""
    form = ET.fromstring(source)
    context = form.findtext("class")
    words: list[Word] = []
    troubles: list[str] = []
    for holder in form.iter():
        for text, is_kept in [(string.text or "", string.get("notr") == "true") for string in holder.findall("string")]:
            name = holder.get("name", holder.tag)
            if name in SETTINGS and not is_kept:
                troubles.append(f'{file}: {name} is a setting and needs notr="true": {text}')
            elif name not in SETTINGS and is_kept and any(map(str.isalpha, text)):
                troubles.append(f"{file}: {name} is kept from translation: {text}")
            elif text and not is_kept:
                words.append(Word(text, "", file, context))
    return Found(tuple(words), tuple(troubles))


def places_in(*texts: str) -> set[str]:
    """The names of the places in a message, over its singular and plural."""
    parts = (part for text in texts for part in Formatter().parse(text))
    return {name for _, name, _, _ in parts if name is not None}


def _names_of_makers(tree: ast.Module) -> dict[str, str]:
    """What this module calls the functions that make messages: ``message``, or ``language.message``."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == LANGUAGE:
            names |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name in MAKERS}
        elif isinstance(node, ast.ImportFrom) and node.module == "roadmap_desktop":
            modules = [alias.asname or alias.name for alias in node.names if alias.name == "language"]
            names |= {f"{module}.{maker}": maker for module in modules for maker in MAKERS}
    return names


def _from_call(call: ast.Call, maker: str, file: str) -> Found:
    where = f"{file}:{call.lineno}"
    if maker == "Message":
        return _from_class(call, where)
    texts = [_literal(argument) for argument in call.args[: 2 if maker == "plural" else 1]]
    if len(texts) < (2 if maker == "plural" else 1) or not all(texts):
        return _only(f"{where}: the words of {maker} are not written out: {ast.unparse(call)[:80]}")
    one, many = (*map(str, texts), "")[:2]
    return Found((Word(one, many, file),), tuple(_place_troubles(call, (one, many), where)))


def _from_class(call: ast.Call, where: str) -> Found:
    """A Message made from words that were kept is as it should be; made from new words, it would not be collected."""
    if call.args and isinstance(call.args[0], ast.Constant | ast.JoinedStr):
        return _only(f"{where}: Message is made from new words; call message or plural with them")
    return Found()


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _place_troubles(call: ast.Call, texts: tuple[str, str], where: str) -> list[str]:
    """Places that nothing fills, and parameters that no place shows; silent where parameters are handed on by **."""
    try:
        places = places_in(*texts)
    except ValueError as error:
        return [f"{where}: a brace is out of place ({error}): {texts[0]}"]
    given = {keyword.arg for keyword in call.keywords}
    if None in given:
        return []
    counted = {"n"} if texts[1] else set()
    unfilled = [f"{where}: nothing fills {{{name}}}: {texts[0]}" for name in sorted(places - given - counted)]
    return unfilled + [f"{where}: no place shows {name}: {texts[0]}" for name in sorted(filter(None, given - places))]


def _only(trouble: str) -> Found:
    return Found(troubles=(trouble,))
