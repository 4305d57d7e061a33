"""The sample workshop: a believable district in which every stage is filled."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.sample import sample_workshop
from roadmap_desktop.journey.stages import STAGES, standing
from roadmap_desktop.journey.standing import State
from roadmap_desktop.model.every import fact_tables
from roadmap_desktop.model.people import Participant, School, Table
from roadmap_desktop.model.pilots import Decision, Pilot
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.store.document import Document

NOVEMBER = datetime.fromisoformat("2026-11-18T10:00")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    made = sample_workshop(tmp_path_factory.mktemp("sample") / "sample.roadmap", clock=lambda: NOVEMBER)
    yield made
    made.close()


def test_it_is_one_district_of_eleven_schools_and_twenty_four_people_at_four_tables(sample: Document) -> None:
    assert [count(sample, kind) for kind in (Workshop, School, Participant, Table)] == [1, 11, 24, 4]
    assert sample.rows(select(Workshop.is_sample))[0].is_sample


def test_everybody_rated_and_scored(sample: Document) -> None:
    assert len({row.participant for row in sample.rows(select(Rating.participant))}) == 24
    assert len({row.participant for row in sample.rows(select(Score.participant))}) == 24


def test_one_pilot_is_decided_one_runs_and_one_is_planned(sample: Document) -> None:
    decided = {row.pilot for row in sample.rows(select(Decision.pilot))}
    pilots = sample.rows(select(Pilot.uuid, Pilot.started_on).order_by(Pilot.position))
    assert [(row.uuid in decided, row.started_on is not None) for row in pilots] == [
        (True, True),
        (False, True),
        (False, False),
    ]


def test_every_stage_is_begun_and_none_is_in_trouble(sample: Document) -> None:
    states = {stage.key: standing(sample, stage.key).state for stage in STAGES if stage.key != "handouts"}
    assert State.UNTOUCHED not in states.values()
    assert State.ALERT not in states.values()


def test_its_dates_are_those_of_its_calendar(sample: Document) -> None:
    plan = planned(sample)
    assert plan.trouble is None
    assert plan.conflicts == ()
    feedback = sample.rows(select(Pilot.uuid).where(Pilot.name == "Writing feedback"))[0].uuid
    run = plan.of(Part.RUN, feedback)
    assert run is not None
    assert (run.start, run.finish) == (date(2027, 1, 5), date(2027, 3, 11))


def test_it_is_the_same_in_every_copy(sample: Document, tmp_path: Path) -> None:
    again = sample_workshop(tmp_path / "again.roadmap", clock=lambda: NOVEMBER)
    for name in ("rating", "score", "pilot", "school"):
        table = next(table for table in fact_tables() if table.name == name)
        query = select(table.c.uuid).order_by(table.c.uuid)
        if name in ("rating", "score"):
            assert len(again.rows(query)) == len(sample.rows(query))
        else:
            assert again.rows(query) == sample.rows(query)
    again.close()
