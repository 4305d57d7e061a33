"""Roadmap: the same tasks in lanes of schools, owners, use cases or waves, searched for, and coloured in words."""

from __future__ import annotations

import pytest

from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.colouring import Colour, coloured
from roadmap_desktop.journey.roadmap.grouping import By, grouped, searched
from roadmap_desktop.journey.roadmap.timeline import Timeline, timeline
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.scaling import Wave, WaveSchool
from roadmap_desktop.rules.generated import Part, task_key
from roadmap_desktop.store.document import Document
from tests.charts.timelines import a_bar, a_roadmap
from tests.journey.test_roadmap import add_calendar, add_pilot

SAY = Language("en").say


@pytest.fixture
def pilot(document: Document) -> str:
    add_calendar(document)
    return add_pilot(document, guardrails=1)


def lanes(picture: Timeline) -> dict[str, set[str]]:
    return {SAY(lane.name): {bar.key for bar in lane.bars} for lane in picture.lanes}


@pytest.mark.parametrize("by", list(By))
def test_in_whatever_lanes_every_task_is_there_once(document: Document, pilot: str, by: By) -> None:
    plain = timeline(document)
    found = [bar.key for lane in grouped(document, plain, by).lanes for bar in lane.bars]
    assert sorted(found) == sorted(bar.key for lane in plain.lanes for bar in lane.bars)


def test_a_pilot_is_in_the_lane_of_its_school_and_of_its_use_case(document: Document, pilot: str) -> None:
    run, adopt = task_key(Part.RUN, pilot), "adopt"
    by_school = lanes(grouped(document, timeline(document), By.SCHOOL))
    assert run in by_school["Oak Ridge"]
    assert any(key.startswith(adopt) for key in by_school["The whole district"])
    by_use_case = lanes(grouped(document, timeline(document), By.USE_CASE))
    assert list(by_use_case)[-1] == "No use case of its own"
    assert run in next(iter(by_use_case.values()))


def test_tasks_without_an_owner_come_last(document: Document, pilot: str) -> None:
    run = task_key(Part.RUN, pilot)
    edits.edit_task(document, run, "owner", "Ana Ruiz")
    found = lanes(grouped(document, timeline(document), By.OWNER))
    assert list(found) == ["Ana Ruiz", "Nobody yet"]
    assert found["Ana Ruiz"] == {run}


def test_a_pilot_belongs_to_the_wave_that_its_school_is_in(document: Document, pilot: str) -> None:
    school = timeline(document).schools[0][0]
    with document.change(message("Added a wave")) as session:
        session.add(wave := Wave(name="First schools", after_pilot=pilot))
        session.flush()
        session.add(WaveSchool(wave=wave.uuid, school=school))
    found = lanes(grouped(document, timeline(document), By.WAVE))
    assert {task_key(Part.RUN, pilot), task_key(Part.WAVE, wave.uuid)} <= found["First schools"]


def test_a_task_is_found_by_words_of_its_name_and_owner_in_any_order() -> None:
    picture = a_roadmap((a_bar("a", 0, name="Train staff", owner="Ana Ruiz"), a_bar("b", 3)))
    assert searched(picture, "ruiz TRAIN", SAY).bar("a") is not None
    assert searched(picture, "ruiz TRAIN", SAY).bar("b") is None
    assert searched(picture, "  ", SAY) is picture


def test_the_colours_of_status_say_what_is_done_behind_and_to_come() -> None:
    bars = (a_bar("d", 0, progress=100), a_bar("l", 1), a_bar("u", 90, 40, progress=5), a_bar("n", 200))
    picture = a_roadmap(bars)
    found = coloured(picture, picture.lanes, Colour.STATUS)
    assert [bar.hue for bar in found.lanes[0].bars] == ["good", "bad", "accent", "ink3"]
    assert [SAY(words) for _, words in found.legend] == ["Done", "Under way", "Not begun", "Behind"]


def test_the_legend_names_only_what_occurs() -> None:
    picture = a_roadmap((a_bar("d", 0, progress=100),))
    assert [hue for hue, _ in coloured(picture, picture.lanes, Colour.STATUS).legend] == ["good"]
    assert coloured(picture, picture.lanes, Colour.STAGE).legend == ()


def test_more_owners_than_hues_share_one(document: Document) -> None:
    from dataclasses import replace

    names = tuple(f"Owner {n}" for n in range(9))
    bars = (*(a_bar(name, 0, owner=name) for name in names), a_bar("x", 0))
    found = coloured(replace(a_roadmap(bars), owners=names), (), Colour.OWNER)
    assert len({bar.hue for bar in found.lanes[0].bars}) == 9
    assert [SAY(words) for _, words in found.legend][-3:] == ["Owner 6", "Other owners", "Nobody yet"]


def test_in_other_lanes_bars_keep_the_colours_of_their_stages_and_a_legend_says_them(
    document: Document, pilot: str
) -> None:
    plain = timeline(document)
    found = coloured(grouped(document, plain, By.OWNER), plain.lanes, Colour.STAGE)
    assert {bar.hue for lane in found.lanes for bar in lane.bars} == {hue for hue, _ in found.legend}
    assert "Pilot" in [SAY(words) for _, words in found.legend]
