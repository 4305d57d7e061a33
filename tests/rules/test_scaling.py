"""Which schools go together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.rules.scaling import Pace, School, proposed_waves

SCHOOLS = st.lists(
    st.builds(School, st.uuids().map(str), st.none() | st.sampled_from(Pace), st.booleans()),
    unique_by=lambda school: school.uuid,
)


def test_pilot_schools_and_the_ready_go_first_then_the_willing_then_the_others() -> None:
    schools = [
        School("later", Pace.LATER, piloted=False),
        School("unsaid", None, piloted=False),
        School("willing", Pace.WILLING, piloted=False),
        School("piloted", Pace.LATER, piloted=True),
        School("ready", Pace.READY, piloted=False),
    ]
    assert proposed_waves(schools) == (("piloted", "ready"), ("unsaid", "willing"), ("later",))


def test_a_wave_that_no_school_is_for_is_left_out() -> None:
    assert proposed_waves([School("a", Pace.LATER, piloted=False)]) == (("a",),)
    assert proposed_waves([]) == ()


@given(SCHOOLS)
def test_every_school_is_in_one_wave_and_keeps_its_place_among_its_own(schools: list[School]) -> None:
    waves = proposed_waves(schools)
    order = [school.uuid for school in schools]
    assert sorted(uuid for wave in waves for uuid in wave) == sorted(order)
    assert all(wave and list(wave) == sorted(wave, key=order.index) for wave in waves)
