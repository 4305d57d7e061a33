"""Copies of a workshop that were edited apart come together with no answer dropped, whatever their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from sqlalchemy import select

from roadmap_desktop.language import message
from roadmap_desktop.model.people import Participant, School
from roadmap_desktop.model.usecases import Outcome, Score
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.apart import read_copy
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.merge import Brought, compare
from roadmap_desktop.store.merged_file import new_file, take_in
from roadmap_desktop.store.trouble import FileTrouble
from tests.store.edited import (
    Clock,
    Facts,
    Move,
    answers,
    applied,
    edited,
    facts,
    held,
    merged,
    merged_file,
    moves,
    perform,
)

FEW = settings(max_examples=12)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "t.roadmap"
    Document.create(path, facts(), Clock()).close()
    return path


@given(before=moves, here=moves, there=moves)
@FEW
def test_merging_gives_the_same_whichever_copy_comes_first(
    template: Path, before: list[Move], here: list[Move], there: list[Move]
) -> None:
    with TemporaryDirectory() as folder, edited(Path(folder), template, before, here, there) as (_, one, other):
        assert merged(one, other)[0] == merged(other, one)[0]


@given(before=moves, here=moves, there=moves)
@FEW
def test_every_answer_given_in_either_copy_is_in_the_result_or_in_the_list(
    template: Path, before: list[Move], here: list[Move], there: list[Move]
) -> None:
    with TemporaryDirectory() as folder, edited(Path(folder), template, before, here, there) as (parting, *copies):
        found, settled = merged(*copies)
        listed = {
            (*conflict.key, answer)
            for conflict in settled.conflicts
            for held_there in conflict.held
            for answer in held_there.answer
        }
        fact_of = {
            uuid: key for key, group in compare(list(map(read_copy, copies))).same_fact.items() for uuid in group
        }
        for copy in copies:
            for kind, uuid, column, value in answers(held(copy)) - answers(held(parting)):
                uuid = fact_of.get(uuid, (kind, uuid))[1]
                row = found[kind].get(uuid)
                if column:  # not the uuid itself
                    assert row is not None
                    assert row[column] == value or (kind, uuid, value) in listed


def said(facts: Facts) -> dict[str, object]:
    """The facts, with an outcome known by its use case: one that was written anew is the same fact under another id."""
    known = {kind: dict(rows) for kind, rows in facts.items()}
    return {**known, "outcome": {row[1]: row[1:] for row in facts["outcome"].values()}}


@given(before=moves, here=moves)
@FEW
def test_what_only_one_copy_changed_is_taken_without_a_question(
    template: Path, before: list[Move], here: list[Move]
) -> None:
    here = [move for move in here if move[0] not in ("undo", "redo")]
    with TemporaryDirectory() as folder, edited(Path(folder), template, before, here) as (parting, edited_copy):
        found, settled = merged(parting, edited_copy)
        assert not settled.conflicts
        assert said(found) == said(held(edited_copy))


@example(before=[("rename", 0, 1)], here=[], there=[("undo", 0, 0)])
@given(before=moves, here=moves, there=moves)
@settings(max_examples=10)
def test_merging_once_more_changes_nothing(
    template: Path, before: list[Move], here: list[Move], there: list[Move]
) -> None:
    with TemporaryDirectory() as folder, edited(Path(folder), template, before, here, there) as (_, one, other):
        assert merged(one, one)[0] == held(one)
        expected = merged(one, other)[0]
        both = merged_file(Path(folder) / "both.roadmap", one, other)
        assert held(both) == expected
        for again in (one, other):
            found, settled = merged(both, again)
            assert found == held(both)
            assert not settled.conflicts
        both.close()


@given(before=moves, first=moves, second=moves, third=moves)
@settings(max_examples=10)
def test_three_copies_give_the_same_in_every_order(
    template: Path, before: list[Move], first: list[Move], second: list[Move], third: list[Move]
) -> None:
    with TemporaryDirectory() as folder, edited(Path(folder), template, before, first, second, third) as (_, *copies):
        results = [merged(*order)[0] for order in permutations(copies)]
        assert all(result == results[0] for result in results)


@given(before=moves, here=moves, there=moves)
@settings(max_examples=10)
def test_a_merge_is_one_step_that_undo_takes_back(
    template: Path, before: list[Move], here: list[Move], there: list[Move]
) -> None:
    with TemporaryDirectory() as folder, edited(Path(folder), template, before, here, there) as (_, one, other):
        expected, before_it = merged(one, other)[0], held(one)
        both = merged_file(Path(folder) / "both.roadmap", one, other)
        is_step = both.undo_label is not None and expected != before_it
        if is_step:
            both.undo()
            assert held(both) == before_it
            both.redo()
        assert held(both) == expected
        both.close()


# What single edits lead to


@contextmanager
def merge_of(folder: Path, template: Path, *apart: Sequence[Move], before: Sequence[Move] = ()) -> Iterator[Document]:
    with (
        edited(folder, template, before, *apart) as (_, *copies),
        closing(merged_file(folder / "merged.roadmap", *copies)) as document,
    ):
        yield document


def names(document: Document) -> list[str]:
    return sorted(row.name for row in document.rows(select(School.name)))


def test_both_new_names_are_kept(template: Path, tmp_path: Path) -> None:
    with merge_of(tmp_path, template, [("rename", 0, 3)], [("rename", 1, 3)]) as document:
        assert names(document) == ["Ash", "Fir", "Fir"]


def test_a_name_changed_on_both_sides_is_a_conflict_of_which_the_later_is_taken(template: Path, tmp_path: Path) -> None:
    with edited(tmp_path, template, [], [("rename", 0, 2)], [("rename", 0, 3)]) as (_, one, other):
        _, settled = merged(one, other)
        (conflict,) = settled.conflicts
        assert (conflict.key, conflict.columns) == (("school", "s0"), ("name",))
        assert [each.answer for each in conflict.held] == [("Fir",), ("Ash",)]
        assert conflict.taken.answer == ("Fir",)


def test_the_person_may_take_the_other_answer_and_it_stays_decided(template: Path, tmp_path: Path) -> None:
    with edited(tmp_path, template, [], [("rename", 0, 2)], [("rename", 0, 3)]) as (_, one, other):
        found = compare([read_copy(one), read_copy(other)])
        (conflict,) = found.settle().conflicts
        take_in(one, found, found.settle({(conflict.key, conflict.number): 0}), message("Merged"))
        assert "Ash" in names(one)
        again, settled = merged(one, other)
        assert again == held(one)
        assert not settled.conflicts


def test_what_is_deleted_here_and_untouched_there_is_deleted(template: Path, tmp_path: Path) -> None:
    with merge_of(tmp_path, template, [("remove school", 0, 0)], [("rename", 1, 3)]) as document:
        assert names(document) == ["Ash", "Fir"]
        assert [row.school for row in document.rows(select(Participant.school).order_by("uuid"))] == [None, "s1", "s2"]


def test_what_is_deleted_here_and_edited_there_stays_and_is_listed(template: Path, tmp_path: Path) -> None:
    with edited(tmp_path, template, [], [("remove school", 0, 0)], [("rename", 0, 3)]) as (_, one, other):
        found, settled = merged(one, other)
        assert found["school"]["s0"] in held(other)["school"].values()
        assert settled.kept == {("school", "s0"): (0,)}


def test_a_score_of_a_use_case_that_the_other_removed_brings_it_back(template: Path, tmp_path: Path) -> None:
    with edited(tmp_path, template, [], [("remove use case", 0, 0)], [("score", 0, 3)]) as (_, one, other):
        _, settled = merged(one, other)
        assert ("use_case", "u0") in settled.kept
        with closing(merged_file(tmp_path / "merged.roadmap", one, other)) as document:
            assert [row.value for row in document.rows(select(Score.value).where(Score.use_case == "u0"))] == [3.0]


def test_an_outcome_written_on_both_sides_is_one_fact(template: Path, tmp_path: Path) -> None:
    with edited(tmp_path, template, [], [("outcome", 0, 0)], [("outcome", 0, 1)]) as (_, one, other):
        _, settled = merged(one, other)
        assert [conflict.columns for conflict in settled.conflicts] == [("measure",)]
        with closing(merged_file(tmp_path / "merged.roadmap", one, other)) as document:
            assert [row.measure for row in document.rows(select(Outcome.measure))] == ["Elm"]


def test_an_undo_of_what_both_have_is_asked_about_rather_than_lost(template: Path, tmp_path: Path) -> None:
    with edited(tmp_path, template, [("rate", 0, 1), ("rate", 0, 2)], [("undo", 0, 0)], []) as (_, one, other):
        _, settled = merged(one, other)
        assert {each.answer[1] for each in settled.conflicts[0].held} == {1, 2}


def test_a_copy_of_a_merged_copy_brings_only_what_is_new(template: Path, tmp_path: Path) -> None:
    with (
        edited(tmp_path, template, [], [("rename", 0, 2)], [("rename", 0, 3)]) as (_, one, other),
        closing(merged_file(tmp_path / "merged.roadmap", one, other)) as document,
    ):
        perform(other, ("rename", 1, 0))
        found, settled = merged(document, other)
        assert not settled.conflicts
        assert found["school"]["s1"] == held(other)["school"]["s1"]


def test_without_common_history_differences_are_conflicts_and_additions_are_kept(
    template: Path, tmp_path: Path
) -> None:
    with edited(tmp_path, template, [], [("rename", 0, 2)], [("school", 0, 3)]) as (_, one, other):
        copies = [replace(read_copy(each), trail=(), known=frozenset(), made=()) for each in (one, other)]
        found = compare(copies)
        assert not found.has_common_history
        settled = found.settle()
        assert [conflict.key for conflict in settled.conflicts] == [("school", "s0")]
        assert applied(copies[0], settled, found)["school"].keys() == held(other)["school"].keys()


def test_what_each_copy_brings_is_counted(template: Path, tmp_path: Path) -> None:
    here, there = [("school", 0, 3), ("rate", 0, 1)], [("rename", 1, 3), ("remove school", 2, 0)]
    with edited(tmp_path, template, [], here, there) as (_, one, other):
        _, settled = merged(one, other)
        assert settled.brought["school", 0] == Brought(added=1)
        assert settled.brought["rating", 0] == Brought(added=1)
        assert settled.brought["school", 1] == Brought(changed=1, removed=1)


def test_a_file_that_is_there_is_never_replaced(template: Path, tmp_path: Path) -> None:
    to = tmp_path / "there.roadmap"
    to.write_bytes(b"mine")
    with pytest.raises(FileTrouble, match="already a file"), new_file(template, to):
        pass
    assert to.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [to]


def test_nothing_is_left_behind_where_a_merge_fails(template: Path, tmp_path: Path) -> None:
    with pytest.raises(LookupError), new_file(template, tmp_path / "out.roadmap"):
        raise LookupError
    assert not list(tmp_path.iterdir())


def test_a_history_that_no_program_wrote_is_trouble_with_the_file(template: Path, tmp_path: Path) -> None:
    with edited(tmp_path, template, [("rename", 0, 1)], [("rename", 0, 2)], [("rename", 0, 3)]) as (_, one, other):
        copies = [read_copy(one), read_copy(other)]
        broken = replace(copies[1], made=tuple(replace(each, before="[]") for each in copies[1].made))
        with pytest.raises(FileTrouble, match="history"):
            compare([copies[0], broken])


def test_an_empty_file_left_by_a_merge_that_was_killed_is_not_in_the_way(tmp_path: Path) -> None:
    path, to = tmp_path / "a.roadmap", tmp_path / "merged.roadmap"
    Document.create(path, [Workshop(district="Cedar Valley")]).close()
    to.touch()
    with new_file(path, to):
        pass
    Document.open(to, read_only=True).close()
