"""The words of the catalogue: complete, plain, and without anybody's product."""

from __future__ import annotations

import re

import pytest

from roadmap_desktop.catalogue.phrases import every_phrase
from roadmap_desktop.catalogue.tables import home, languages
from roadmap_desktop.language import SHIPPED_LANGUAGES

PHRASES = {phrase.key: phrase for phrase in every_phrase()}

# Labels stand alone in a cell or a heading; everything else is a whole sentence.
LABELS = {"name", "label", "one", "many", "measure", "source"}

# Products and their makers that people in schools are likely to have in mind.
PRODUCTS = re.compile(
    r"\b(chat ?gpt|openai|gpt|gemini|google|copilot|microsoft|claude|anthropic|magic ?school|khanmigo|khan academy|"
    r"canva|brisk|diffit|school ?ai|powerschool|canvas|schoology|clever|classlink|goguardian|gaggle|securly|turnitin|"
    r"grammarly|zoom|apple|amazon|meta|llama|perplexity|notebooklm|duolingo|quizlet|kahoot)\b",
    re.IGNORECASE,
)


def english(*, labels: bool) -> dict[str, str]:
    """The English words of the labels or of the sentences, by key."""
    return {
        key: phrase.in_language("en") for key, phrase in PHRASES.items() if (key.rpartition(".")[2] in LABELS) is labels
    }


def test_no_two_phrases_share_a_key() -> None:
    assert len(PHRASES) == len(every_phrase())


def test_keys_are_stable_dotted_strings() -> None:
    assert all(re.fullmatch(r"[a-z_]+\.[A-Za-z0-9_-]+\.[a-z_0-9]+", key) for key in PHRASES)
    assert {"statement.d3-12.text", "statement.d3-12.cue0", "usecase.lesson-planning.name"} <= set(PHRASES)
    assert {"guardrail.named-owner.holds", "decision.stop.name", "item.half-day-welcome.run"} <= set(PHRASES)


@pytest.mark.parametrize("code", SHIPPED_LANGUAGES)
def test_every_phrase_has_words_in_every_shipped_language(code: str) -> None:
    assert code in languages(home(None))
    assert [key for key, phrase in PHRASES.items() if not dict(phrase.texts).get(code)] == []


def test_sentences_end_as_sentences_do() -> None:
    assert [words for words in english(labels=False).values() if not re.fullmatch(r"[A-Z].*[.?]", words)] == []


def test_questions_end_with_a_question_mark() -> None:
    questions = {key: words for key, words in english(labels=False).items() if key.endswith(".question")}
    assert len(questions) == 7
    assert all(words.endswith("?") for words in questions.values())


def test_labels_end_without_a_full_stop() -> None:
    assert [words for words in english(labels=True).values() if words.endswith((".", ",", ";", ":"))] == []


def test_no_product_and_no_maker_of_one_is_named() -> None:
    named = {key: found[0] for key, phrase in PHRASES.items() if (found := PRODUCTS.search(phrase.in_language("en")))}
    assert named == {}


def test_nothing_begs_or_shouts() -> None:
    begging = re.compile(r"!|\bplease\b|https?:|\s{2}| [,.;:?]", re.IGNORECASE)
    assert [phrase.key for phrase in PHRASES.values() if begging.search(phrase.in_language("en"))] == []


def test_no_sentence_is_longer_than_one_breath() -> None:
    def longest(words: str) -> int:
        return max(len(sentence.split()) for sentence in re.split(r"[.?] ", words))

    assert {key: words for key, words in english(labels=False).items() if longest(words) > 32} == {}


def test_a_sentence_is_not_written_twice_within_a_subject() -> None:
    once = [phrase.in_language("en") for phrase in PHRASES.values() if phrase.key.endswith((".text", ".holds", ".why"))]
    assert len(once) == len(set(once)) == 40 + 23 + 6
