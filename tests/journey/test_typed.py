"""Numbers are read as people type them."""

import pytest

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.typed import read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.5", 4.5),
        ("4,5", 4.5),
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


@pytest.mark.parametrize("text", ["many", "4.5.6", "1,2,3", "--4", "nan", "1e5", "6 hours"])
def test_what_is_no_number_is_refused_beside_its_field(text: str) -> None:
    with pytest.raises(Refused) as refused:
        read_number(text, field="target")
    assert refused.value.field == "target"
