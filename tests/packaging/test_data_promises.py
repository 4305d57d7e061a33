"""Each sentence of the README on what happens to people's data is held by a test that exists."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COPIES, SAVED = "tests/journey/test_keeping_copies.py::test", "tests/store/test_document.py::test"
FAULTS = "tests/faults/test_faults.py::test_breaking_a_workshop_loses_nothing"
HELD = {
    "A workshop is one file": "tests/store/test_opening.py::test_a_workshop_at_rest_is_exactly_one_file",
    "No part of the program": "tests/test_network.py::test_no_module_of_the_program_loads_a_network_library",
    "An answer is on the disk": f"{SAVED}_what_is_saved_is_there_when_the_file_is_opened_again",
    "Killing the program": FAULTS,
    "A disk that is full": FAULTS,
    "Undo goes back": "tests/store/test_state_machine.py::AnyDay",
    "Earlier copies are kept": "tests/store/test_snapshots.py::test_copies_are_kept_away_from_the_workshop",
    "Going back to one": f"{COPIES}_going_back_names_the_copy_and_is_undone_in_one_step",
    "A damaged file is read or refused": FAULTS,
    "What can be read of it": (
        "tests/store/test_recovery.py::test_all_rows_but_those_of_a_damaged_page_are_read_and_the_others_counted"
    ),
    "While one window": "tests/store/test_lease.py::test_the_second_window_reads_and_says_since_when",
    "A lock left by a crash": (
        "tests/store/test_lease.py::test_the_lock_of_a_process_that_is_gone_is_taken_over_without_a_word"
    ),
    "Copies edited apart": (
        "tests/store/test_merge.py::test_every_answer_given_in_either_copy_is_in_the_result_or_in_the_list"
    ),
    "A packet holds": "tests/exchange/test_packet.py::test_a_packet_holds_nobody_elses_name_answers_or_notes",
    "A file of an earlier version": "tests/store/test_migrations.py::test_a_copy_as_it_was_is_kept_before",
    "Nothing that a file": "tests/store/test_opening.py::test_a_trigger_found_in_a_file_is_never_run",
}
"""The test that holds each sentence, by how the sentence begins."""
MORE = (
    *(
        f"tests/store/test_thinning.py::test_{name}"
        for name in ("all_of_today_stay", "of_a_day_this_term_the_last_stays")
    ),
    "tests/exchange/test_packet.py::test_a_packet_with_flipped_bits_is_refused_or_says_the_same",
    "tests/journey/test_packets.py::test_a_packet_that_is_taken_twice_changes_nothing_and_says_when_it_was_taken",
    "tests/store/test_opening.py::test_a_file_of_a_newer_program_is_read_and_never_changed",
    "tests/store/test_history.py::test_going_back_takes_several_steps_at_once_and_one_can_come_back",
)
"""The tests of what such a sentence says after its first clause."""


def sentences() -> list[str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (page,) = re.findall(r"## What happens to your data\n\n(.*?)\n\n`python3", readme, flags=re.DOTALL)
    points = [" ".join(point.split()) for point in page.removeprefix("- ").split("\n- ")]
    return [sentence for point in points for sentence in re.split(r"(?<=\.) (?=[A-Z])", point)]


@lru_cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef))


@pytest.mark.parametrize("sentence", sentences())
def test_a_sentence_about_data_is_held_by_a_test(sentence: str) -> None:
    assert [begins for begins in HELD if sentence.startswith(begins)], f"no test is named for: {sentence}"


@pytest.mark.parametrize("test", sorted({*HELD.values(), *MORE}))
def test_the_test_that_holds_a_sentence_exists(test: str) -> None:
    file, _, name = test.partition("::")
    assert name in names_in(file)


def test_no_test_is_named_for_a_sentence_that_is_gone() -> None:
    said = sentences()
    assert [begins for begins in HELD if not any(each.startswith(begins) for each in said)] == []
