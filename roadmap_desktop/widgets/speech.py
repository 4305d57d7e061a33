"""The language that the controls speak: one for the whole window, as one translator serves its forms."""

from __future__ import annotations

from roadmap_desktop.language import Language, Words


class _Spoken:
    language = Language("en")


def speak(language: Language) -> None:
    """Has every control say its words in this language from now on."""
    _Spoken.language = language


def spoken() -> Language:
    """The language spoken now; it also writes numbers and dates."""
    return _Spoken.language


def say(words: Words | None) -> str:
    """The words in the language spoken now; nothing for None."""
    return _Spoken.language.say(words)
