"""Use cases, weights and scores taken from files: one step each, and twice the same as once."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_desktop.__main__ import main
from roadmap_desktop.exchange.scores import read_scores
from roadmap_desktop.exchange.usecase_list import read_use_cases
from roadmap_desktop.exchange.weights import read_weights
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases.facts import criteria, use_cases
from roadmap_desktop.journey.usecases.known import known
from roadmap_desktop.journey.usecases.perspectives import weighed
from roadmap_desktop.journey.usecases.ranking import ranking
from roadmap_desktop.journey.usecases.taking import Taken, take_scores, take_use_cases, take_weights
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.snapshots import Reason, snapshots
from tests.copied import new_copy

SAY = Language("en").say
LIST = "name,level,risk\nBus routes,,\nOwn idea,support,H\n"
WEIGHTS = "criterion,weight\nImpact,30\nJoy,10\n"
SCORES = "participant,use case,Impact,Joy\nAnn,Own idea,5,4\nBo,Own idea,4,3\nAnn,Bus routes,2,1\nBo,Bus routes,3,2\n"


def take_all(document: Document) -> tuple[Taken, Taken, Taken]:
    return (
        take_use_cases(document, read_use_cases(LIST, known(document)).drafts),
        take_weights(document, read_weights(WEIGHTS, known(document)).draft),
        take_scores(document, read_scores(SCORES, known(document), add_people=True).draft),
    )


def test_a_ranking_can_come_from_three_files(document: Document) -> None:
    assert take_all(document) == (Taken(2, 0, 0), Taken(1, 7, 0), Taken(8, 0, 0, 2))
    first, second = ranking(document).rows
    assert (SAY(first.name), first.score) == ("Own idea", pytest.approx((30 * 4.5 + 10 * 3.5) / 40))
    assert (SAY(second.name), second.score) == ("Bus routes", pytest.approx((30 * 2.5 + 10 * 1.5) / 40))


def test_a_criterion_that_is_not_named_counts_0_and_one_that_is_lacking_is_added(document: Document) -> None:
    take_weights(document, read_weights(WEIGHTS, known(document)).draft)
    found = {SAY(each.name): each.weight for each in criteria(document)}
    assert (found.pop("Impact"), found.pop("Joy")) == (30, 10)
    assert len(found) == 6
    assert set(found.values()) == {0}


def test_a_criterion_whose_weight_cannot_be_read_keeps_the_one_it_has(document: Document) -> None:
    take_weights(document, read_weights(f"{WEIGHTS}Feasibility,much\n", known(document)).draft)
    assert {SAY(each.name): each.weight for each in criteria(document)}["Feasibility"] == 15


def test_weights_of_perspectives_stand_beside_the_rooms_and_come_back_as_they_went_in(document: Document) -> None:
    before = [each.weight for each in criteria(document)]
    text = "perspective,criterion,weight\nTeachers,Impact,30\nTeachers,Joy,10\nFamilies,Impact,5\n"
    taken = take_weights(document, read_weights(text, known(document)).draft)
    assert taken == Taken(1, 0, 7, perspectives=2)
    assert [each.weight for each in criteria(document)] == [*before, 0]
    names = {each.uuid: SAY(each.name) for each in criteria(document)}
    lines = [
        f"{SAY(each.name)},{names[uuid]},{weight:g}"
        for each in weighed(document)
        for uuid, weight in each.weights.items()
    ]
    assert {line for line in lines if not line.endswith(",0")} == set(text.splitlines()[1:])
    again = "perspective,criterion,weight\n" + "\n".join(lines)
    before_again = weighed(document)
    take_weights(document, read_weights(again, known(document)).draft)
    assert weighed(document) == before_again
    document.undo()
    document.undo()
    assert weighed(document) == ()


def test_the_same_files_again_change_nothing(document: Document) -> None:
    take_all(document)
    assert take_all(document) == (Taken(0, 0, 2), Taken(0, 0, 8), Taken(0, 0, 8))


def test_each_file_is_one_step_of_undo(document: Document) -> None:
    take_all(document)
    document.undo()
    assert ranking(document).scorers == 0
    assert known(document).people == ()
    document.undo()
    assert len(criteria(document)) == 7
    document.undo()
    assert use_cases(document) == ()


def test_a_use_case_of_the_catalogue_keeps_what_the_catalogue_says_of_it(document: Document) -> None:
    take_all(document)
    bus, own = use_cases(document)
    assert (bus.key, bus.risk, own.key, own.level, own.risk) == ("bus-routes", "M", "", "support", "H")


def test_two_workshops_that_take_the_same_files_hold_the_same_rows(tmp_path: Path, document: Document) -> None:
    take_all(document)
    names = {each.uuid for each in use_cases(document)} | {each.uuid for each in criteria(document)}
    document.undo(), document.undo(), document.undo()
    take_all(document)
    assert names == {each.uuid for each in use_cases(document)} | {each.uuid for each in criteria(document)}


def test_scores_of_a_use_case_that_is_gone_are_refused_whole(document: Document) -> None:
    take_all(document)
    draft = read_scores(SCORES.replace("5,4", "1,1"), known(document)).draft
    document.undo(), document.undo(), document.undo()
    with pytest.raises(Refused):
        take_scores(document, draft)


def test_the_command_line_takes_all_three_in_order_and_keeps_a_copy_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "w.roadmap"
    new_copy(path, district="A", state="FL").close()
    for name, text in (("u", LIST), ("w", WEIGHTS), ("s", SCORES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    call = ["import", str(path), "--scores", str(tmp_path / "s"), "--weights", str(tmp_path / "w")]
    assert main([*call, "--usecases", str(tmp_path / "u"), "--add-people"]) == 0
    assert "8 scores new" in capsys.readouterr().out
    document = Document.open(path)
    assert ranking(document).rows[0].score == 4.25
    assert Reason.IMPORTING in {each.reason for each in snapshots(document.workshop_uuid)}
    document.close()


def test_scores_of_nobody_known_are_refused_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "w.roadmap"
    document = new_copy(path, district="A", state="FL")
    take_use_cases(document, read_use_cases(LIST, known(document)).drafts)
    document.close()
    (tmp_path / "s").write_text(SCORES, encoding="utf-8")
    assert main(["import", str(path), "--scores", str(tmp_path / "s")]) == 1
    said = capsys.readouterr().err
    assert "lines 2, 4: Nobody of this name is in the room list. Ann" in said
    assert "--add-people" in said
