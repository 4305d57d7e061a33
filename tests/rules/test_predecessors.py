"""What a person can write for what a task waits for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.length import Lag, LagUnit, NotALag
from roadmap_desktop.rules.network import LinkKind
from roadmap_desktop.rules.predecessors import (
    Known,
    NoSuchPredecessor,
    Predecessor,
    predecessor,
    split,
    way,
    written_way,
)

KNOWN = Known.of({"A", "2", "12", "C", "T-1", "T", "BUS FF", "b7"})
FF, FS, SS, SF = LinkKind.FF, LinkKind.FS, LinkKind.SS, LinkKind.SF


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A", Predecessor("A")),
        ("2FS+3", Predecessor("2", FS, Lag(3))),
        ("12 ss", Predecessor("12", SS)),
        ("C FF-1", Predecessor("C", FF, Lag(-1))),
        ("C ff \N{MINUS SIGN} 1 day", Predecessor("C", FF, Lag(-1))),
        ("ASF+2w", Predecessor("A", SF, Lag(2, LagUnit.WEEKS))),
        ("2FS+4 ed", Predecessor("2", FS, Lag(4, LagUnit.CALENDAR_DAYS))),
        ("2+3d", Predecessor("2", FS, Lag(3))),
        ("2FC-2", Predecessor("2", FS, Lag(-2))),
        ("T-1", Predecessor("T-1")),
        ("T-2", Predecessor("T", FS, Lag(-2))),
        ("BUS FF", Predecessor("BUS FF")),
        ("a", Predecessor("A")),
        ("B7SS", Predecessor("b7", SS)),
    ],
)
def test_a_predecessor_is_read_in_the_usual_notation(text: str, found: Predecessor) -> None:
    assert predecessor(text, KNOWN) == found


def test_commas_and_semicolons_part_predecessors() -> None:
    assert split("A, 2FS+3;C  FF-1 ,;") == ["A", "2FS+3", "C FF-1"]


@pytest.mark.parametrize(("text", "key"), [("ZZ", "ZZ"), ("Z FS+3", "Z"), ("9ff", "9"), ("U-7", "U-7")])
def test_an_unknown_id_is_named_without_its_link(text: str, key: str) -> None:
    with pytest.raises(NoSuchPredecessor) as unknown:
        predecessor(text, KNOWN)
    assert unknown.value.key == key


@pytest.mark.parametrize("text", ["A FS+50%", "A FS+", "2FS+3 moons", "2SS+99999"])
def test_a_lag_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(NotALag):
        predecessor(text, KNOWN)


@given(
    st.sampled_from(sorted(KNOWN.keys)),
    st.sampled_from(LinkKind),
    st.builds(Lag, st.integers(-99, 99).filter(bool), st.sampled_from(LagUnit)) | st.just(Lag()),
)
def test_what_is_written_is_read_again(key: str, kind: LinkKind, lag: Lag) -> None:
    found = Predecessor(key, kind, lag)
    assert predecessor(found.written(), KNOWN) == found


@pytest.mark.parametrize(
    ("text", "kind", "lag"),
    [
        ("", FS, Lag()),
        ("ss", SS, Lag()),
        ("FS + 3", FS, Lag(3)),
        ("+2w", FS, Lag(2, LagUnit.WEEKS)),
        ("3 days", FS, Lag(3)),
        ("FF-1", FF, Lag(-1)),
        ("SF 4 calendar days", SF, Lag(4, LagUnit.CALENDAR_DAYS)),
    ],
)
def test_how_a_task_waits_is_read_as_it_is_typed(text: str, kind: LinkKind, lag: Lag) -> None:
    assert way(text) == (kind, lag)
    assert way(written_way(kind, lag)) == (kind, lag)


@pytest.mark.parametrize("text", ["soon", "FS+", "SSS", "2 moons", "FS++3"])
def test_what_says_nothing_of_how_a_task_waits_is_refused(text: str) -> None:
    with pytest.raises(NotALag):
        way(text)
