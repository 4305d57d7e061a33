"""Answers as form tools export them: mapped by id and text, read cell by cell, the rest listed with its reason."""

from __future__ import annotations

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from roadmap_desktop.exchange.answer_cells import Cells, Unanswered
from roadmap_desktop.exchange.answer_headings import ColumnRole
from roadmap_desktop.exchange.answers import read_answers
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.journey.readiness.questionnaire import KnownColumn
from roadmap_desktop.rules.readiness import Answer

from .forms import ASKED, TEXTS, given, notes, read, reasons, text

ALL = {"L1": 1, "L2": 2, "T1": 3, "T2": "dont_know"}
CELLS = ["1", "2 - Developing", "Mature", "Don't know"]


def test_a_google_form_is_read_with_its_time_role_and_comments() -> None:
    preview = read(
        ["Timestamp", "Email Address", "What is your role?", *TEXTS, "Any other comments?"],
        ["8/3/2026 9:12:01", "maria.lopez@x.org", "Teacher", *CELLS, "hello"],
        ["8/3/2026 9:12:05", "bob@x.org", "Assistant principal", "", "N/A", "3", "", ""],
    )
    assert given(preview) == [ALL, {"L2": "not_applicable", "T1": 3}]
    assert [each.person for each in preview.draft.respondents] == ["uuid-maria", ""]
    assert [each.perspective for each in preview.draft.respondents] == ["teacher", "school_leadership"]
    assert [each.comment for each in preview.draft.respondents] == ["hello", ""]
    assert reasons(preview) == []
    assert "bob" not in repr(preview.draft)


def test_the_columns_of_a_grid_are_known_by_what_stands_in_brackets() -> None:
    assert given(read(["Timestamp", *(f"How ready? [{each}]" for each in TEXTS)], ["8/3/2026 9:12", *CELLS])) == [ALL]


def test_a_microsoft_form_is_read_without_its_points_and_feedback() -> None:
    preview = read(
        ["ID", "Start time", "Email", "Name", *TEXTS, f"Points - {TEXTS[0]}", f"Feedback - {TEXTS[0]}"],
        ["1", "8/3/26 9:12:01", "anonymous", "", *CELLS, "0", ""],
        ["2", "8/3/26 9:12:01", "", "Lee, Ann", *CELLS, "0", ""],
    )
    assert given(preview) == [ALL, ALL]
    assert [each.person for each in preview.draft.respondents] == ["", "uuid-ann"]
    assert len(reasons(preview)) == 2


def test_three_rows_of_headings_and_a_trial_are_no_answers() -> None:
    imports = [f'{{"ImportId":"QID{number}"}}' for number in range(8)]
    preview = read(
        ["StartDate", "Status", "IPAddress", "ResponseId", "Q1_1", "Q1_2", "Q2_1", "Q2_2"],
        ["Start Date", "Response Type", "IP Address", "Response ID", *(f"Part - {each}" for each in TEXTS)],
        imports,
        ["2026-08-03 09:12:01", "IP Address", "1.1.1.1", "R_3abcdefghijk", *CELLS],
        ["2026-08-03 09:12:01", "Survey Preview", "1.1.1.1", "R_3abcdefghijL", *CELLS],
    )
    assert given(preview) == [ALL]
    assert reasons(preview)[1] == "line 5: It is a trial, not an answer."


def test_two_rows_of_headings_of_which_one_holds_the_statements() -> None:
    preview = read(
        ["Respondent ID", "First Name", "Last Name", "How ready are we?", "", "", "", "Comments"],
        ["", "", "", *TEXTS, "Open-Ended Response"],
        ["118234567", "Ann", "Lee", *CELLS, "x"],
    )
    assert given(preview) == [ALL]
    assert preview.draft.respondents[0].person == "uuid-ann"


@pytest.mark.parametrize(
    "headings",
    [
        ["L1", "L2", "T1", "T2"],
        ["l1.", "L2 - money", "[T1]", "T2: single sign-on"],
        [f"{number}. {each}" for number, each in enumerate(TEXTS, start=7)],
        [f"T{number}: {each}".replace("T", "Q") for number, each in enumerate(TEXTS, start=1)],
        [each.upper() + " ?" for each in TEXTS],
    ],
)
def test_headings_by_id_or_text_in_any_writing(headings: list[str]) -> None:
    preview = read(["My survey"], [], headings, CELLS)
    assert given(preview) == [ALL]
    assert reasons(preview) == ["line 1: It stands above the headings."]


def test_headings_that_only_count_are_taken_by_number_and_said() -> None:
    preview = read(["Q1", "Q2", "Q3", "Q4"], CELLS)
    assert given(preview) == [ALL]
    assert notes(preview)[0] == "Column A (“Q1”) is taken for statement L1 by its number."


def test_a_text_that_is_only_alike_is_said_with_how_sure_it_is() -> None:
    preview = read(
        ["Timestamp", "The board adopted a clear aim for AI", "Money is set aside beyond the fir", "Wifi works?"],
        ["8/3/2026 9:12", "1", "2", "3"],
    )
    assert given(preview) == [{"L1": 1, "L2": 2}]
    assert any("95% sure" in note or "95 % sure" in note for note in notes(preview))
    assert reasons(preview) == ["column D: It asks no statement of the instrument in use."]


def test_a_remark_on_a_statement_is_not_taken_for_its_answer() -> None:
    preview = read(["L1", "L1 comments", f"{TEXTS[1]} [explain]", *TEXTS[1:]], ["1", "2", "3", *CELLS[1:]])
    assert given(preview) == [ALL]
    assert [text for _, text in preview.draft.respondents[0].notes] == ["2", "3"]


def test_comments_behind_several_statements_are_about_them_and_the_last_about_none() -> None:
    preview = read(
        ["L1", "Why?", "L2", "Why?", "T1", "Any other comments?"],
        ["1", "No time", "2", "-", "3", "See you"],
        ["", "No money", "2", "", "3", ""],
    )
    one, two = preview.draft.respondents
    assert ([text for _, text in one.notes], one.comment) == (["No time"], "See you")
    assert ([text for _, text in two.notes], two.comment) == ([], "L1: No money")


def test_one_comment_behind_the_last_statement_is_about_none() -> None:
    preview = read(["L1", "L2", "Comments"], ["1", "2", "See you"])
    assert (preview.draft.respondents[0].notes, preview.draft.respondents[0].comment) == ((), "See you")


def test_cells_that_are_no_level_are_listed_together_and_the_rest_is_taken() -> None:
    preview = read(["L1", "L2"], ["4", "maybe"], ["4", "2"], ["1 - Mature", "Emerging;Mature"])
    assert given(preview) == [{"L2": 2}]
    assert reasons(preview) == [
        "line 2: It holds no answer to a statement.",
        "line 4: It holds no answer to a statement.",
        "2 cells: A2 and A3: It is no level of statement L1.",
        "cell B2: It is no level of statement L2.",
        "cell A4: It is no level of statement L1.",
        "cell B4: It is no level of statement L2.",
    ]


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ("3", 3), ("3.0", 3), ("Mature", 3), ("MATURE ", 3), ("3 - Mature", 3), ("Mature (3)", 3), ("Level 3", 3),
        ("3) x", 3),
        ("slow and patchy", 1), ("1: Slow and patchy.", 1), ("3 - slow and patchy", Unanswered.STRANGE),
        ("2.5", Unanswered.STRANGE), ("0", Unanswered.STRANGE), ("1 - Mature", Unanswered.STRANGE),
        ("I don't know", Answer.DONT_KNOW), ("unsure", Answer.DONT_KNOW), ("n/a", Answer.NOT_APPLICABLE),
        ("-", Unanswered.BLANK), ("", Unanswered.BLANK),
    ],
)  # fmt: skip
def test_what_a_cell_says(cell: str, read_as: object) -> None:
    assert Cells(ASKED).read(2, cell) == read_as


def test_the_same_person_twice_counts_once_with_the_later_answers() -> None:
    preview = read(["Name", "L1"], ["Ann Lee", "1"], ["Ann Lee", "3"])
    assert given(preview) == [{"L1": 3}]
    assert reasons(preview) == ["line 2: The same person answered again later, in line 3."]


def test_two_columns_of_one_statement_are_one_answer_unless_they_differ() -> None:
    preview = read(["L1", TEXTS[0]], ["1", ""], ["", "2"], ["1", "3"])
    assert given(preview) == [{"L1": 1}, {"L1": 2}, {"L1": 1}]
    assert "cell B4: Another column answers the same statement otherwise." in reasons(preview)


def test_a_form_that_is_known_is_read_as_it_was_before() -> None:
    known = (
        KnownColumn("form", "connection", "statement", "uuid-T1"),
        KnownColumn("form", "l1", "unknown", ""),
    )
    preview = read(["Connection", "L1"], ["2", "1"], known=known)
    assert given(preview) == [{"T1": 2}]
    assert preview.draft.form == "form"


def test_a_meaning_that_nobody_knows_is_not_remembered() -> None:
    assert given(read(["L1"], ["1"], known=(KnownColumn("form", "l1", "odd", "uuid-L1"),))) == [{"L1": 1}]


def test_what_is_chosen_for_a_column_goes_before_what_was_understood() -> None:
    preview = read(["L1", "How is the network"], ["1", "3"])
    changed = preview.with_column(1, ColumnRole.STATEMENT, 2).with_column(0, ColumnRole.UNKNOWN)
    assert given(changed) == [{"T1": 3}]
    assert given(preview) == [{"L1": 1}]


def test_a_table_is_known_by_its_number() -> None:
    preview = read(["Table", "L1"], ["3", "1"], ["Table 3", "2"], ["9", "1"])
    assert [each.table for each in preview.draft.respondents] == ["uuid-table", "uuid-table", ""]


@pytest.mark.parametrize("hostile", ["", "a,b\n1,2\n", "\0" * 50, "<html><body>no</body></html>", "{" * 50_000])
def test_a_file_without_answers_is_refused_in_words(hostile: str) -> None:
    with pytest.raises(Unreadable):
        read_answers(hostile.encode(), ASKED)


answers = st.lists(
    st.lists(st.sampled_from(["1", "2", "3", "Don't know", "N/A", ""]), min_size=4, max_size=4).filter(any), max_size=12
)


@for_all(answers, st.permutations(range(4)), st.sampled_from([",", ";", "\t"]))
def test_the_order_of_columns_and_the_separator_do_not_matter(
    rows: list[list[str]], order: list[int], separator: str
) -> None:
    plain = read(["Timestamp", *TEXTS], *(["8/3/2026 9:12", *row] for row in rows))
    turned = [["Timestamp", *(TEXTS[place] for place in order)]]
    turned += [["8/3/2026 9:12", *(row[place] for place in order)] for row in rows]
    other = read_answers(text(turned, separator).encode(), ASKED)
    assert given(plain) == given(other)
    assert [each.identity for each in plain.draft.respondents] == [each.identity for each in other.draft.respondents]
