"""Use cases: picked or written, measured, scored, ranked, decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from roadmap_desktop.journey.inspection import Inspection
from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.record import record
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.standing import State
from roadmap_desktop.journey.usecases.collecting import (
    UseCaseField,
    edit_use_case,
    pick_from_catalogue,
    remove_use_cases,
    write_use_case,
)
from roadmap_desktop.journey.usecases.collection import collection
from roadmap_desktop.journey.usecases.decisions import choose, decisions
from roadmap_desktop.journey.usecases.detail import (
    catalogue_inspection,
    criterion_inspection,
    inspection,
    outcome_inspection,
)
from roadmap_desktop.journey.usecases.facts import criteria, use_case, use_cases
from roadmap_desktop.journey.usecases.measuring import edit_outcome, take_starter
from roadmap_desktop.journey.usecases.outcomes import outcomes
from roadmap_desktop.journey.usecases.ranking import RankingPicture, ranking
from roadmap_desktop.journey.usecases.scorers import scorers
from roadmap_desktop.journey.usecases.scores import scores
from roadmap_desktop.journey.usecases.scoring import score, set_choose
from roadmap_desktop.journey.usecases.standing import standing
from roadmap_desktop.journey.usecases.sureness import headline, method, sentences
from roadmap_desktop.journey.usecases.weighing import reset_weights, set_weight
from roadmap_desktop.journey.voices import ROOM, VoiceKind, Who
from roadmap_desktop.language import Language
from roadmap_desktop.rules.acceptability import Basis, Plain
from roadmap_desktop.rules.usecases import Choice, Doubt, OutcomePart
from roadmap_desktop.store.document import Document

SAY = Language("en").say
OUTCOME: dict[OutcomePart, str | date] = {
    OutcomePart.MEASURE: "Days to feedback",
    OutcomePart.BASELINE: "9",
    OutcomePart.TARGET: "4.5",
    OutcomePart.UNIT: "days",
    OutcomePart.SOURCE: "Learning system",
    OutcomePart.DUE: date(2027, 3, 11),
}


def complete(document: Document, uuid: str) -> None:
    for part, value in OUTCOME.items():
        edit_outcome(document, uuid, part, value)


def give(document: Document, uuid: str, values: str, who: Who = ROOM) -> None:
    """Scores a use case on all criteria by digits."""
    for criterion, value in zip(criteria(document), values, strict=True):
        score(document, uuid, criterion.uuid, who, float(value))


def three(document: Document) -> tuple[str, str, str]:
    """Three use cases of the catalogue, scored by the room so that they have the places 1, 2, 3; two are chosen."""
    first, second, third = pick_from_catalogue(document, ["writing-feedback", "meeting-notes", "bus-routes"])
    set_choose(document, 2)
    for uuid, values in ((first, "5544444"), (second, "4333455"), (third, "3443333")):
        give(document, uuid, values)
    return first, second, third


def texts(found: Inspection | None) -> list[str]:
    assert found is not None
    return [SAY(line.text) for section in found.sections for line in section.lines]


# Collect


def test_a_picked_use_case_brings_its_level_risk_and_data_class_and_is_ticked(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["student-tutor"])
    found = use_case(document, uuid)
    assert (found.level, found.risk, found.data_class, found.student_facing) == ("classroom", "H", 2, True)
    row = next(each for each in collection(document).catalogue if each.uuid == "student-tutor")
    assert row.taken == uuid
    assert SAY(found.name) == SAY(row.name) == "Tutor for practice"


def test_picking_again_adds_nothing(document: Document) -> None:
    pick_from_catalogue(document, ["bus-routes", "bus-routes"])
    assert pick_from_catalogue(document, ["bus-routes"]) == ()
    assert len(use_cases(document)) == 1


def test_the_catalogue_refuses_what_it_does_not_have(document: Document) -> None:
    with pytest.raises(Refused):
        pick_from_catalogue(document, ["grading"])


@pytest.mark.parametrize("name", ["", "  ", "draft bus notices", "Bus routes"])
def test_a_use_case_needs_a_name_of_its_own(document: Document, name: str) -> None:
    write_use_case(document, "Draft bus notices")
    pick_from_catalogue(document, ["bus-routes"])
    with pytest.raises(Refused) as refused:
        write_use_case(document, name)
    assert refused.value.field == "name"


def test_a_use_case_of_the_catalogue_takes_the_rooms_name_and_gives_it_back(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    edit_use_case(document, uuid, UseCaseField.NAME, "  Better   bus routes ")
    assert use_case(document, uuid).name == "Better bus routes"
    edit_use_case(document, uuid, UseCaseField.NAME, "")
    assert SAY(use_case(document, uuid).name) == "Bus routes"


def test_fields_are_changed_one_by_one(document: Document) -> None:
    uuid = write_use_case(document, "Draft bus notices")
    for field, text in {
        UseCaseField.LEVEL: "support",
        UseCaseField.RISK: "H",
        UseCaseField.DATA_CLASS: "3",
        UseCaseField.STUDENT_FACING: "yes",
        UseCaseField.OWNER: " Ana  Ruiz ",
        UseCaseField.DESCRIPTION: "A clerk checks each notice.\n",
    }.items():
        edit_use_case(document, uuid, field, text)
    found = use_case(document, uuid)
    assert (found.level, found.risk, found.data_class, found.student_facing) == ("support", "H", 3, True)
    assert (found.owner, found.description) == ("Ana Ruiz", "A clerk checks each notice.")


def test_a_data_class_beyond_3_is_refused(document: Document) -> None:
    uuid = write_use_case(document, "Draft bus notices")
    for text in ("4", "many"):
        with pytest.raises(Refused):
            edit_use_case(document, uuid, UseCaseField.DATA_CLASS, text)


def test_removing_a_use_case_takes_outcome_and_scores_and_undo_brings_them_back(document: Document) -> None:
    first, second, _ = three(document)
    complete(document, first)
    before = ranking(document), outcomes(document)
    remove_use_cases(document, [first, second])
    assert len(ranking(document).rows) == 1
    document.undo()
    assert (ranking(document), outcomes(document)) == before


# Outcomes


def test_an_outcome_is_complete_with_its_six_parts(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["writing-feedback"])
    assert len(use_case(document, uuid).lacking) == 6
    complete(document, uuid)
    assert use_case(document, uuid).lacking == ()
    assert outcomes(document).missing == 0


@pytest.mark.parametrize(
    ("typed", "kept"), [("4,5", 4.5), ("1,024", 1024.0), ("85 %", 85.0), ("\N{MINUS SIGN}5", -5.0), ("", None)]
)
def test_figures_are_read_as_people_write_them(document: Document, typed: str, kept: float | None) -> None:
    (uuid,) = pick_from_catalogue(document, ["writing-feedback"])
    edit_outcome(document, uuid, OutcomePart.TARGET, typed)
    assert use_case(document, uuid).outcome.target == kept


def test_what_is_no_number_is_refused_beside_its_field(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["writing-feedback"])
    with pytest.raises(Refused) as refused:
        edit_outcome(document, uuid, OutcomePart.BASELINE, "nine days")
    assert refused.value.field == "baseline"
    assert use_case(document, uuid).outcome.baseline is None


def test_a_starter_fills_measure_source_target_and_unit(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["writing-feedback"])
    take_starter(document, uuid, outcomes(document).rows[0].starters[1].key)
    found = use_case(document, uuid).outcome
    assert (found.measure, found.target, found.unit) == ("Comments that the teacher agrees with", 85.0, "percent")
    assert found.source


def test_a_starter_that_is_a_change_suggests_its_target_once_there_is_a_baseline(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["writing-feedback"])
    take_starter(document, uuid, outcomes(document).rows[0].starters[0].key)
    assert outcomes(document).rows[0].suggested is None
    edit_outcome(document, uuid, OutcomePart.BASELINE, "9")
    assert outcomes(document).rows[0].suggested == 4.5
    edit_outcome(document, uuid, OutcomePart.TARGET, "4.5")
    assert outcomes(document).rows[0].suggested is None


def test_starters_say_their_targets_in_words(document: Document) -> None:
    picked = ("family-messages", "office-questions", "grant-drafts", "oral-reading", "help-desk", "leveled-texts")
    pick_from_catalogue(document, picked)
    said = {SAY(each.target) for row in outcomes(document).rows for each in row.starters}
    assert said == {
        "at most 6 hours",
        "at least 100 percent",
        "25 percent less than the baseline",
        "under 2 percent",
        "30 percent less than the baseline",
        "2 applications more than the baseline",
        "set your own target",
        "under 5 points",
        "no change from the baseline",
        "30 percent more than the baseline",
        "at least 3 points",
    }


def test_who_could_collect_is_offered_once_each(document: Document) -> None:
    add_participant(document, "Ana")
    add_participant(document, "Ben")
    assert outcomes(document).people == ("Ana", "Ben")


def test_a_starter_of_another_use_case_is_refused(document: Document) -> None:
    uuid = write_use_case(document, "Draft bus notices")
    with pytest.raises(Refused):
        take_starter(document, uuid, "writing-feedback-days")


def test_the_outcome_comes_before_the_tool(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["writing-feedback"])
    with pytest.raises(Refused) as refused:
        edit_use_case(document, uuid, UseCaseField.TOOL, "a tool")
    assert refused.value.field == "tool"
    complete(document, uuid)
    edit_use_case(document, uuid, UseCaseField.TOOL, "a tool")
    assert use_case(document, uuid).tool == "a tool"


def test_the_inspector_lists_what_an_outcome_lacks_and_doubts(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["writing-feedback"])
    assert SAY(outcome_inspection(outcomes(document).rows[0]).title) == "6 parts are missing"
    complete(document, uuid)
    edit_outcome(document, uuid, OutcomePart.MINIMUM, "4")
    row = outcomes(document).rows[0]
    assert row.doubt is Doubt.MINIMUM_BEYOND_TARGET
    assert "The minimum asks for more than the target." in texts(outcome_inspection(row))


# Scores


def test_the_rooms_and_each_ones_scores_are_kept_apart(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    person = Who(VoiceKind.PERSON, add_participant(document, "Ana", table="Table 1"))
    table = Who(VoiceKind.TABLE, scorers(document).tables[0].who.uuid)
    for who, values in ((person, "1111111"), (table, "3333333"), (ROOM, "5555555")):
        give(document, uuid, values, who)
    assert [scores(document, who).rows[0].values[0] for who in (person, table, ROOM)] == [1.0, 3.0, 5.0]
    assert scorers(document).spoke == 3
    assert ranking(document).rows[0].score == pytest.approx(3.0)


def test_a_score_is_changed_and_taken_back(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    criterion = criteria(document)[0].uuid
    score(document, uuid, criterion, ROOM, 2.0)
    score(document, uuid, criterion, ROOM, 4.0)
    assert scores(document, ROOM).given == 1
    score(document, uuid, criterion, ROOM, None)
    assert scores(document, ROOM).given == 0
    document.undo()
    assert scores(document, ROOM).rows[0].values[0] == 4.0


@pytest.mark.parametrize("value", [0.0, 5.5])
def test_a_score_beyond_1_to_5_is_refused(document: Document, value: float) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    with pytest.raises(Refused):
        score(document, uuid, criteria(document)[0].uuid, ROOM, value)


def test_who_or_what_is_gone_can_not_be_scored(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    criterion = criteria(document)[0].uuid
    gone: list[Callable[[], None]] = [
        lambda: score(document, "gone", criterion, ROOM, 3.0),
        lambda: score(document, uuid, "gone", ROOM, 3.0),
        lambda: score(document, uuid, criterion, Who(VoiceKind.PERSON, "gone"), 3.0),
    ]
    for move in gone:
        with pytest.raises(Refused):
            move()


def test_a_weight_runs_from_0_to_100_and_is_reset(document: Document) -> None:
    first = criteria(document)[0]
    set_weight(document, first.uuid, 40)
    assert criteria(document)[0].weight == 40
    with pytest.raises(Refused):
        set_weight(document, first.uuid, 101)
    reset_weights(document)
    assert criteria(document)[0] == first


def test_moving_a_weight_quickly_is_one_step_of_undo(document: Document) -> None:
    first = criteria(document)[0]
    for weight in (26, 27, 28):
        set_weight(document, first.uuid, weight)
    document.undo()
    assert criteria(document)[0] == first


# Ranking


def test_the_ranking_goes_from_the_first_place_on_and_counts_who_scored(document: Document) -> None:
    first, second, third = three(document)
    picture = ranking(document)
    assert [(row.uuid, row.place) for row in picture.rows] == [(first, 1), (second, 2), (third, 3)]
    assert (picture.top, picture.scorers, picture.plain) == (2, 1, None)
    assert [row.scorers for row in picture.rows] == [1, 1, 1]


def test_who_leads_everywhere_takes_the_first_place_alone(document: Document) -> None:
    first = ranking_of(document)[0]
    assert first.shares == (1.0, 0.0, 0.0)
    assert (first.rank_low, first.rank_high, first.in_top) == (1, 1, 1.0)
    assert first.turning is None


def ranking_of(document: Document) -> RankingPicture | tuple[object, ...]:
    uuids = pick_from_catalogue(document, ["writing-feedback", "meeting-notes", "bus-routes"])
    set_choose(document, 1)
    for uuid, values in zip(uuids, ("5555555", "4333333", "3443333"), strict=True):
        give(document, uuid, values)
    return ranking(document).rows


def test_a_use_case_without_a_score_has_no_place_and_says_which_is_missing(document: Document) -> None:
    three(document)
    (fourth,) = pick_from_catalogue(document, ["help-desk"])
    score(document, fourth, criteria(document)[0].uuid, ROOM, 5.0)
    last = ranking(document).rows[-1]
    assert (last.uuid, last.place, last.score, last.shares) == (fourth, None, None, ())
    assert len(last.missing) == 6
    assert SAY(sentences(ranking(document), last)[0]).startswith("It has no place yet: nobody has scored Reach,")


def test_weights_can_be_tried_without_being_changed(document: Document) -> None:
    first, second, _ = three(document)
    impact, *others = criteria(document)
    tried = {impact.uuid: 0.0, **{each.uuid: 0.0 for each in others}, others[-1].uuid: 10.0}
    assert ranking(document, weights=tried).rows[0].uuid == second
    assert ranking(document).rows[0].uuid == first
    assert ranking(document, weights=tried).plain is Plain.ONE_CRITERION


def test_a_vetoed_use_case_keeps_its_place_and_carries_its_mark(document: Document) -> None:
    first, _, _ = three(document)
    edit_use_case(document, first, UseCaseField.VETO, "grades")
    row = ranking(document).rows[0]
    assert (row.uuid, row.place, SAY(row.veto)) == (first, 1, "Deciding a grade")
    edit_use_case(document, first, UseCaseField.VETO, "equity")
    assert SAY(ranking(document).rows[0].veto) == "Harm to equity that nothing makes good"


def test_the_same_file_gives_the_same_figures(document: Document) -> None:
    three(document)
    again = document.reader()
    assert [ranking(again, basis) for basis in Basis] == [ranking(document, basis) for basis in Basis]
    again.close()


def test_what_would_change_it_names_the_criterion_the_weight_and_the_other(document: Document) -> None:
    first, second, _ = three(document)
    set_choose(document, 1)
    turning = ranking(document).rows[1].turning
    assert turning is not None
    named = next(each for each in criteria(document) if each.name == turning.criterion)
    assert (SAY(named.name), turning.more) == ("Evidence and measurability", True)
    set_weight(document, named.uuid, turning.weight)
    assert ranking(document).rows[0].uuid == second
    set_weight(document, named.uuid, turning.weight - 1)
    assert ranking(document).rows[0].uuid == first


# How sure, in words


def test_one_sentence_says_how_sure_the_first_places_are(document: Document) -> None:
    three(document)
    said = {basis: SAY(headline(ranking(document, basis))) for basis in Basis}
    assert said[Basis.NEAR] == "The first 2 places are safe: in 100 of 100 weightings near ours, the same 2 lead."
    assert said[Basis.VOTERS] == "Fewer than 4 have scored, so nothing can be said about other voters."
    assert "of 100 possible weightings" in said[Basis.ALL]
    assert SAY(method(ranking(document))) == "10,000 weightings · seed 2026"


def test_voters_are_drawn_again_from_four_on(document: Document) -> None:
    uuids = pick_from_catalogue(document, ["writing-feedback", "meeting-notes"])
    set_choose(document, 1)
    for place in range(4):
        who = Who(VoiceKind.PERSON, add_participant(document, f"Person {place}"))
        give(document, uuids[0], "4444444", who)
        give(document, uuids[1], "5555555" if place == 3 else "3333333", who)
    picture = ranking(document, Basis.VOTERS)
    assert picture.plain is None
    assert "rooms drawn from these voters, the same use case leads." in SAY(headline(picture))
    assert SAY(method(picture)) == "1,000 rooms of 4 voters · seed 2026"
    assert picture.rows[0].q1 == 4.0


def test_without_scores_or_weights_there_is_a_plain_word_in_place_of_numbers(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    assert SAY(headline(ranking(document))).startswith("No use case is scored on every criterion")
    give(document, uuid, "3333333")
    assert SAY(headline(ranking(document))).startswith("Only one use case is fully scored")
    (other,) = pick_from_catalogue(document, ["help-desk"])
    give(document, other, "3333333")
    assert SAY(headline(ranking(document))).startswith("All scored use cases have the same score")
    assert ranking(document).rows[0].in_top is None
    for each in criteria(document):
        set_weight(document, each.uuid, 0)
    assert SAY(headline(ranking(document))).startswith("Every weight is 0")


def test_as_many_as_are_chosen_need_no_ranking_to_be_safe(document: Document) -> None:
    three(document)
    set_choose(document, 3)
    assert SAY(headline(ranking(document))).startswith("All 3 scored use cases are among the first 3")


def test_an_unsure_place_says_so_and_what_would_change_it(document: Document) -> None:
    three(document)
    set_choose(document, 1)
    picture = ranking(document, Basis.ALL)
    said = [SAY(each) for each in sentences(picture, picture.rows[1])]
    assert said[0].startswith("Place 2,")
    assert "of 100 possible weightings it is in first place." in said[1]
    other = "Feedback on drafts of student writing"
    when = "Evidence and measurability counts 61 or more, not 10"
    assert said[2] == f"It takes the first place when {when}: {other} falls out."


@pytest.mark.parametrize(
    ("values", "first", "second", "whole"),
    [
        (("5555555", "3333333", "1111111"), "safely", "safely outside", "is safe"),
        (("5544444", "4333455", "3443333"), "fairly safely", "close behind", "is not safe"),
        (("5433333", "4533333", "1111111"), "but not safely", "close behind", "is not safe"),
    ],
)
def test_the_verdict_on_a_place_follows_its_share_of_all_weightings(
    document: Document, values: tuple[str, ...], first: str, second: str, whole: str
) -> None:
    uuids = pick_from_catalogue(document, ["ai-literacy", "bus-routes", "help-desk"])
    for uuid, digits in zip(uuids, values, strict=True):
        give(document, uuid, digits)
    set_choose(document, 1)
    picture = ranking(document, Basis.ALL)
    said = [SAY(sentences(picture, row)[0]) for row in picture.rows[:2]]
    assert said == [f"Place 1, {first}.", f"Place 2, {second}."]
    assert SAY(headline(picture)).startswith(f"The first place {whole}: in ")


def test_how_many_of_the_first_places_are_safe_is_said_where_not_all_are(document: Document) -> None:
    digits = {"ai-literacy": "5555555", "bus-routes": "5513333", "help-desk": "1155333", "meeting-notes": "1111111"}
    for uuid, values in zip(pick_from_catalogue(document, list(digits)), digits.values(), strict=True):
        give(document, uuid, values)
    set_choose(document, 2)
    assert SAY(headline(ranking(document, Basis.ALL))).startswith("1 of the first 2 places is safe: in ")


def test_a_weight_that_must_fall_is_said_as_or_less(document: Document) -> None:
    first, second = pick_from_catalogue(document, ["ai-literacy", "bus-routes"])
    give(document, first, "5333333")
    give(document, second, "3333334")
    set_choose(document, 1)
    said = SAY(sentences(ranking(document), ranking(document).rows[0])[2])
    assert said == "It loses the first place when Impact counts 7 or less, not 25: Bus routes comes in."


def test_ties_and_vetoes_are_told_beside_the_place(document: Document) -> None:
    first, second = pick_from_catalogue(document, ["ai-literacy", "bus-routes"])
    give(document, first, "4444444")
    give(document, second, "4444443")
    set_choose(document, 1)
    edit_use_case(document, first, UseCaseField.VETO, "Our board has ruled it out")
    set_weight(document, criteria(document)[-1].uuid, 5)
    said = [SAY(each) for each in sentences(ranking(document), ranking(document).rows[0])]
    assert said[2] == "No weighting of these criteria takes it from the first place."
    assert said[3] == "A tie in practice with Bus routes: less than 0.1 apart."
    assert said[4].startswith("Vetoed: Our board has ruled it out.")


# Decide


def test_a_choice_needs_its_reason_and_goes_to_the_record(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    with pytest.raises(Refused) as refused:
        choose(document, uuid, Choice.LATER, "  ")
    assert refused.value.field == "reason"
    choose(document, uuid, Choice.LATER, "The route data is wrong.")
    found = use_case(document, uuid)
    assert (found.choice, found.reason, found.chosen_at) == (Choice.LATER, "The route data is wrong.", document.now())
    (entry,) = record(document)
    assert (entry.name, SAY(entry.outcome), entry.reason) == ("Bus routes", "Later", "The route data is wrong.")


def test_what_fed_a_choice_stays_traceable_when_scores_change_and_dissent_goes_to_the_record(
    document: Document,
) -> None:
    first, second, _ = three(document)
    edit_use_case(document, first, UseCaseField.DISSENT, "The union asks for more time.")
    choose(document, first, Choice.LATER, "After the contract.")
    noon = "Decided on Aug 3, 2026 on the scores of 12:00 PM"
    assert f"{noon}: place 1, as now." in texts(inspection(document, first))
    give(document, second, "5555555")
    assert [row.moved for row in decisions(document).rows] == [False, True, False]
    assert f"{noon}: place 1; now place 2." in texts(inspection(document, first))
    assert [entry.dissent for entry in record(document)] == ["The union asks for more time."]


def test_no_pilot_without_a_complete_outcome(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["writing-feedback"])
    with pytest.raises(Refused) as refused:
        choose(document, uuid, Choice.PILOT, "Students wait nine days.")
    assert refused.value.field == "choice"
    assert "Missing: measure, baseline, target, unit, data source, and date." in SAY(refused.value.reason)
    complete(document, uuid)
    choose(document, uuid, Choice.PILOT, "Students wait nine days.")
    assert use_case(document, uuid).choice is Choice.PILOT


@pytest.mark.parametrize("key", ["iep-wording", "writing-feedback"])
def test_what_is_contested_needs_the_districts_own_decision_before_a_pilot(document: Document, key: str) -> None:
    (uuid,) = pick_from_catalogue(document, [key])
    complete(document, uuid)
    if key == "writing-feedback":
        edit_use_case(document, uuid, UseCaseField.VETO, "grades")
    with pytest.raises(Refused) as refused:
        choose(document, uuid, Choice.PILOT, "It saves hours.")
    assert refused.value.field == "choice"
    choose(document, uuid, Choice.NO, "Counsel has not looked at it.")
    edit_use_case(document, uuid, UseCaseField.LOCAL_DECISION, "Allowed with names removed; the teacher grades.")
    choose(document, uuid, Choice.PILOT, "It saves hours.")
    assert len(record(document)) == 2


def test_deciding_the_same_again_writes_nothing(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    for _ in range(2):
        choose(document, uuid, Choice.NO, "Not now.")
    assert len(record(document)) == 1


def test_undo_takes_a_choice_out_of_the_record_too(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["bus-routes"])
    before = decisions(document), record(document), standing(document)
    choose(document, uuid, Choice.NO, "Not now.")
    document.undo()
    assert (decisions(document), record(document), standing(document)) == before


@pytest.mark.parametrize(
    "move",
    [
        lambda document, _: pick_from_catalogue(document, ["help-desk"]),
        lambda document, _: write_use_case(document, "Lunch menus"),
        lambda document, uuid: remove_use_cases(document, [uuid]),
        lambda document, uuid: edit_outcome(document, uuid, OutcomePart.TARGET, "4.5"),
        lambda document, uuid: score(document, uuid, criteria(document)[0].uuid, ROOM, 1.0),
        lambda document, _: set_weight(document, criteria(document)[0].uuid, 60),
        lambda document, uuid: choose(document, uuid, Choice.PARKED, "Not this year."),
    ],
    ids=["pick", "write", "remove", "outcome", "score", "weight", "choose"],
)
def test_undo_gives_the_same_pictures_back(document: Document, move: Callable[[Document, str], object]) -> None:
    def pictures() -> tuple[object, ...]:
        return tuple(look(document) for look in (collection, outcomes, ranking, decisions, record, standing))

    first, *_ = three(document)
    before = pictures()
    move(document, first)
    assert pictures() != before
    document.undo()
    assert pictures() == before


def test_what_is_to_decide_comes_in_the_order_of_places_with_its_score(document: Document) -> None:
    first, second, third = three(document)
    picture = decisions(document)
    assert [row.uuid for row in picture.rows] == [first, second, third]
    assert picture.undecided == 3
    assert picture.rows[0].score == ranking(document).rows[0].score
    assert {"equity", "grades", "discipline"} <= set(picture.vetoes)


def test_the_number_to_choose_is_from_1_to_40(document: Document) -> None:
    for number in (0, 41):
        with pytest.raises(Refused):
            set_choose(document, number)


# The stage


def test_the_rail_says_what_is_missing_from_nothing_to_all_decided(document: Document) -> None:
    assert (standing(document).state, SAY(standing(document).line)) == (State.UNTOUCHED, "no use case yet")
    first, second = pick_from_catalogue(document, ["writing-feedback", "bus-routes"])
    assert SAY(standing(document).line) == "2 outcomes missing"
    choose(document, second, Choice.PARKED, "Data is wrong.")
    assert SAY(standing(document).line) == "1 outcome missing"
    complete(document, first)
    assert (standing(document).state, SAY(standing(document).line)) == (State.OPEN, "1 use case undecided")
    choose(document, first, Choice.PILOT, "Students wait.")
    assert (standing(document).state, SAY(standing(document).line)) == (State.DONE, "all decided")


def test_the_inspector_says_what_to_mind_what_is_measured_the_place_and_the_choice(document: Document) -> None:
    first, _, _ = three(document)
    complete(document, first)
    edit_use_case(document, first, UseCaseField.VETO, "grades")
    edit_use_case(document, first, UseCaseField.LOCAL_DECISION, "The teacher grades.")
    choose(document, first, Choice.PILOT, "Students wait nine days.")
    said = texts(inspection(document, first))
    for words in (
        "Vetoed: Deciding a grade",
        "The district decided: The teacher grades.",
        "Days to feedback: from 9 to 4.5 days",
        "Place 1, safely.",
        "1 has scored it.",
        "Pilot: Students wait nine days.",
    ):
        assert words in said


def test_the_inspector_of_what_is_undecided_says_what_keeps_it_from_a_pilot(document: Document) -> None:
    (uuid,) = pick_from_catalogue(document, ["iep-wording"])
    said = texts(inspection(document, uuid))
    assert "Nobody has decided yet." in said
    assert "Its outcome is not complete." in said
    assert "The district's own decision is not recorded." in said
    assert inspection(document, "gone") is None


def test_the_inspector_of_the_catalogue_shows_cautions_and_measures(document: Document) -> None:
    row = next(each for each in collection(document).catalogue if each.uuid == "iep-wording")
    said = texts(catalogue_inspection(document, row))
    assert "Nothing that could identify a student may be entered." in said
    assert "Staff hours for each plan" in said


def test_a_criterion_says_what_it_asks_and_what_1_and_5_mean(document: Document) -> None:
    found = criterion_inspection(criteria(document)[1])
    assert SAY(found.text) == "How many students or staff would gain from it?"
    assert texts(found) == ["5: Most students or most staff.", "1: Only a few people.", "It counts 10."]
