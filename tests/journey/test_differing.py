"""What differs between two states of a workshop, counted by stage."""

from roadmap_desktop.journey.differing import by_stage, stage_of
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.language import Language
from roadmap_desktop.model.every import kinds
from roadmap_desktop.store.difference import Changed, KindDifference


def test_every_kind_of_fact_belongs_to_a_stage_of_the_journey() -> None:
    assert {stage_of(kind) for kind in kinds()} <= {stage.key for stage in STAGES}


def test_differences_are_counted_by_stage_in_the_order_of_the_journey() -> None:
    found = (
        KindDifference("rating", ("a", "b"), ("c",), ()),
        KindDifference("barrier", (), (), (Changed("d", ("owner",)),)),
    )
    counted = by_stage(found)
    assert [each.stage for each in counted] == [each.key for each in STAGES if each.key != "handouts"]
    assert {each.stage: each.count for each in counted if each.count} == {"readiness": 4}


def test_counts_are_said_in_words() -> None:
    said = {each.stage: Language("en").say(each.words) for each in by_stage((KindDifference("vote", ("a",), (), ()),))}
    assert said["usecases"] == "1 answer differs"
    assert said["team"] == "the same"
