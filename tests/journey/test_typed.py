"""Numbers are read as people type them."""

import pytest

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.typed import read_count, read_number, read_share


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.5", 4.5),
        ("4,5", 4.5),
        ("0,500", 0.5),
        ("1,200", 1200.0),
        ("1,200.5", 1200.5),
        (" 85 % ", 85.0),
        ("−3", -3.0),
        ("+15", 15.0),
        (".5", 0.5),
        ("", None),
        ("  ", None),
    ],
)
def test_a_number_is_read(text: str, value: float | None) -> None:
    assert read_number(text, field="target") == value


@pytest.mark.parametrize("text", ["many", "4.5.6", "1,2,3", "--4", "nan", "1e5", "6 hours", "٤", "9" * 400])
def test_what_is_no_number_is_refused_beside_its_field(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_number(text, field="target")
    assert refused.value.field == "target"


@pytest.mark.parametrize(("text", "value"), [("3", 3), (" 0 ", 0), ("1,200", 1200), ("3.0", 3), ("", None)])
def test_a_count_is_a_whole_number(text: str, value: int | None) -> None:
    assert read_count(text, field="week") == value


@pytest.mark.parametrize("text", ["2.5", "-1", "three"])
def test_a_count_is_never_rounded_or_guessed(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_count(text, field="week")
    assert refused.value.field == "week"


@pytest.mark.parametrize(
    ("text", "share"),
    [("18 of 20", (18, 20)), ("18/20", (18, 20)), (" 18  de 20", (18, 20)), ("18", (18, None)), ("", (None, None))],
)
def test_how_many_of_how_many_is_read(text: str, share: tuple[int | None, int | None]) -> None:
    assert read_share(text, field="attended") == share


@pytest.mark.parametrize("text", ["most", "18 of", "18 of 20 of 30", "-2", "2.5"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_share(text, field="attended")
    assert refused.value.field == "attended"
