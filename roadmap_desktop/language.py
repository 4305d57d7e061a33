"""Messages and the words they become in a language asked for; numbers, dates and lists."""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from string import Formatter
from typing import TypeAlias

from roadmap_desktop.shipped import shipped

SHIPPED_LANGUAGES = ("en",)
"""The languages whose words are complete, screen and paper."""

Parameter: TypeAlias = "Words | int | float | date | datetime | time | tuple[Words, ...]"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence without a language: its English key, and what goes into its places.

    ``one`` is the key; ``many`` is there where the sentence counts ``n`` things. A place is written
    ``{name}``, or with a style: ``{due:short}`` (Oct 12), ``{due:long}`` (Monday, October 12, 2026),
    ``{share:percent}`` (0.41 as 41 %), ``{score:.1}`` (one decimal). Lists take "and".
    """

    one: str
    many: str | None = None
    n: int | None = None
    parameters: tuple[tuple[str, Parameter], ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the catalogue, kept in every language that is shipped."""

    key: str
    texts: tuple[tuple[str, str], ...]

    def in_language(self, code: str) -> str:
        """The text in that language, else in the first one kept, else the key."""
        texts = dict(self.texts)
        return texts.get(code) or next(iter(texts.values()), self.key)


Words: TypeAlias = "Message | Phrase | str"
"""What a picture carries: a message, a catalogue phrase, or the room's own words."""


def message(key: str, /, **parameters: Parameter) -> Message:
    """A message; the key is its English sentence and is found by the extractor."""
    return Message(key, parameters=tuple(parameters.items()))


def plural(one: str, many: str, n: int, /, **parameters: Parameter) -> Message:
    """A message that counts; ``{n}`` is the count, formatted for the locale."""
    return Message(one, many, n, (("n", n), *parameters.items()))


@dataclass(frozen=True)
class Language:
    """A language to say things in; safe to use from any thread."""

    code: str = "en"
    _catalogue: gettext.NullTranslations = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_catalogue", _catalogue(self.code))

    def say(self, words: Words | None) -> str:
        """The words in this language; nothing for None."""
        if words is None:
            return ""
        if isinstance(words, str):
            return words
        if isinstance(words, Phrase):
            return words.in_language(self.code)
        return _Filler(self).vformat(self._sentence(words), (), dict(words.parameters))

    def text(self, source: str, context: str = "") -> str:
        """The translation of a form's own string."""
        return self._catalogue.pgettext(context, source) if context else self._catalogue.gettext(source)

    def number(self, value: float, digits: int | None = None) -> str:
        """A number with the locale's separators; ``digits`` decimals where given."""
        if isinstance(value, int) and digits is None and abs(value) < 1000:
            return str(value)  # no separator in it in any language shipped: small counts need not wait for babel
        return _number(value, digits, self.code)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as a whole percentage."""
        from babel.numbers import format_percent

        return format_percent(share, locale=self.code)

    def date(self, day: date, style: str = "medium") -> str:
        """A date: short (Oct 12), medium (Oct 12, 2026) or long (Monday, October 12, 2026)."""
        return _date(day, style, self.code)

    def clock(self, moment: datetime | time) -> str:
        """The time of day, without seconds."""
        from babel.dates import format_time

        return format_time(moment, format="short", locale=self.code)

    def listing(self, items: Sequence[Words]) -> str:
        """The items as a list with the locale's commas and "and"."""
        from babel.lists import format_list

        return format_list([self.say(item) for item in items], locale=self.code) if items else ""

    def _sentence(self, words: Message) -> str:
        if words.many is not None and words.n is not None:
            return self._catalogue.ngettext(words.one, words.many, words.n)
        return self._catalogue.gettext(words.one)


@lru_cache(maxsize=4096, typed=True)  # the same few numbers and days stand in every row of a long table
def _number(value: float, digits: int | None, code: str) -> str:
    from babel.numbers import format_decimal

    pattern = None if digits is None else "#,##0." + "0" * digits if digits else "#,##0"
    return format_decimal(value, format=pattern, locale=code)


@lru_cache(maxsize=4096, typed=True)
def _date(day: date, style: str, code: str) -> str:
    from babel.dates import format_date, format_skeleton

    if style == "short":
        return format_skeleton("MMMd", day, locale=code)
    return format_date(day, format="full" if style == "long" else "medium", locale=code)


class _Filler(Formatter):
    """Fills the places of a sentence with values written for the locale."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def get_value(self, key: int | str, args: Sequence[object], kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), f"{{{key}}}")

    def format_field(self, value: object, format_spec: str) -> str:
        language = self._language
        match value:
            case datetime() if not format_spec:
                return language.clock(value)
            case date():
                return language.date(value, format_spec or "medium")
            case time():
                return language.clock(value)
            case tuple():
                return language.listing(value)
            case int() | float() if format_spec == "percent":
                return language.percent(value)
            case int() | float() if format_spec.startswith("."):
                return language.number(value, int(format_spec[1:]))
            case int() | float():
                return language.number(value)
            case str() | Message() | Phrase():
                return language.say(value)
        return str(value)


@lru_cache
def _catalogue(code: str) -> gettext.NullTranslations:
    folder = shipped("resources", "translations")
    return gettext.translation("roadmap_desktop", folder, [code], fallback=True)
