"""Three-way taking: what both sides began with decides who changed what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.packets import taking

ANSWERS = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 2))


@given(begun=ANSWERS, there=ANSWERS)
def test_where_nothing_was_changed_here_everything_is_as_in_the_packet(
    begun: dict[str, int], there: dict[str, int]
) -> None:
    found = taking(begun, begun, there)
    after = {key: value for key, value in {**begun, **found.changes}.items() if value is not None}
    assert after == there
    assert not found.differences


@given(begun=ANSWERS, here=ANSWERS)
def test_a_packet_in_which_nothing_was_changed_changes_nothing(begun: dict[str, int], here: dict[str, int]) -> None:
    found = taking(begun, here, begun)
    assert not found.changes
    assert not found.differences


@given(begun=ANSWERS, here=ANSWERS, there=ANSWERS)
def test_no_answer_of_either_side_is_dropped_without_a_word(
    begun: dict[str, int], here: dict[str, int], there: dict[str, int]
) -> None:
    found = taking(begun, here, there)
    after = {**here, **found.changes}
    for key in {*begun, *here, *there}:
        mine, theirs, now = here.get(key), there.get(key), after.get(key)
        assert now in (mine, theirs)
        if key in found.differences:
            assert now == mine
        elif mine != begun.get(key):
            assert now == mine or theirs == now
        else:
            assert now == theirs
