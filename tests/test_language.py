"""Values are written as the locale writes them."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis.strategies import integers

from roadmap_desktop.language import SHIPPED_LANGUAGES, Language


@pytest.mark.parametrize("code", SHIPPED_LANGUAGES)
@given(value=integers(-100_000, 100_000))
def test_a_count_is_written_as_its_language_writes_it(code: str, value: int) -> None:
    assert Language(code).number(value) == format_decimal(value, locale=code)


@pytest.mark.parametrize(("value", "text"), [(999, "999"), (-999, "-999"), (1000, "1,000"), (12.5, "12.5")])
def test_thousands_have_a_comma_in_english(value: float, text: str) -> None:
    assert Language("en").number(value) == text
