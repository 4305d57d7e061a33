"""Reading school lists of any district."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.exchange.counts import count_style
from roadmap_desktop.exchange.school_lines import Verdict
from roadmap_desktop.exchange.schools import read_schools
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.language import Language
from roadmap_desktop.rules.grades import GRADES, GradeSpan, Level, level, read_span
from tests.exchange.district import district_file

STATE_LIST = """Texas style directory|||||
LEA_NAME|CAMPUS NUMBER|CAMPUS|GRADE SPAN|ENROLLMENT 2024-25|ENROLLMENT 2025-26
Llano ISD|0150901|Llano H S|09-12|512|530
Llano ISD|0150902|Llano J H|8-Jun|388|401
Mason ISD|0157901|Mason El|EE-04|<10|<10
Mason ISD|0157902|Mason Sch|KG-12|1 210|1 204
Source: state directory|||||
"""

MEMBERSHIP = """Name of School,Grade Low,Grade High,Average Daily Membership (Total),Female,State School ID,Status
Twin Oaks Primary,Pre-K,2nd,210.4,101,0007,Open
Twin Oaks Intermediate,3rd,5th,198.6,99,0008,Open
ELEMENTARY SCHOOLS,,,,,,
Old Mill Elementary,K,5,0,0,0009,Closed
Grand Total,,,409,200,,
"""

ONLY_NAMES = """Our schools
Maple Street Elementary School
Harbor Middle School, East Campus
Harbor High School
maple street  elementary school
Note: the charter joins next year
"""


def test_a_state_list_with_other_names_for_its_columns() -> None:
    preview = read_schools(STATE_LIST)
    assert [(each.name, each.schools, each.enrolment) for each in preview.districts] == [
        ("Llano ISD", 2, 931),
        ("Mason ISD", 2, 1_204),
    ]
    llano = preview.schools("Llano ISD")
    assert [(each.code, each.low_grade, each.high_grade, each.level) for each in llano] == [
        ("0150901", "09", "12", Level.high),
        ("0150902", "06", "08", Level.middle),
    ]
    assert preview.schools("Mason ISD")[0].enrolment is None


def test_a_list_with_average_membership_and_closed_schools() -> None:
    preview = read_schools(MEMBERSHIP)
    assert [(each.name, each.low_grade, each.high_grade, each.enrolment) for each in preview.schools()] == [
        ("Twin Oaks Primary", "PK", "02", 210),
        ("Twin Oaks Intermediate", "03", "05", 199),
    ]
    verdicts = {line.number: line.verdict for line in preview.lines}
    assert (verdicts[4], verdicts[5], verdicts[6]) == (Verdict.title_, Verdict.not_understood, Verdict.total)


def test_a_list_of_names_only_takes_the_level_from_the_name() -> None:
    schools = read_schools(ONLY_NAMES).schools()
    assert [(school.name, school.level) for school in schools] == [
        ("Maple Street Elementary School", Level.elementary),
        ("Harbor Middle School, East Campus", Level.middle),
        ("Harbor High School", Level.high),
    ]


def test_names_and_grades_without_a_header_are_understood() -> None:
    schools = read_schools("Oak Elementary\tK-5\nElm Middle\t6-8\nAsh High\t9-12\n").schools()
    assert [(school.low_grade, school.high_grade) for school in schools] == [("KG", "05"), ("06", "08"), ("09", "12")]


def test_twins_with_different_codes_are_two_schools() -> None:
    text = "School,Code\nLincoln Elementary,001\nLincoln Elementary,002\nLINCOLN  ELEMENTARY,001\n"
    assert [school.code for school in read_schools(text).schools()] == ["001", "002"]


def test_same_name_in_two_districts_is_two_schools() -> None:
    text = "School,District\nLincoln,North\nLincoln,South\nLincoln ,north\n"
    assert [school.district for school in read_schools(text).schools()] == ["North", "South"]


def test_a_stray_quote_swallows_nothing() -> None:
    text = 'School,Students\n"Oak Elementary,12\nElm Middle,13\nAsh High,14\n'
    assert len(read_schools(text).schools()) == 3


def test_a_chosen_verdict_changes_what_is_taken() -> None:
    preview = read_schools("School,Code\nOak Elementary,1\nOak Elementary,1\nTotal,\n")
    assert len(preview.schools()) == 1
    assert len(preview.with_verdict(3, Verdict.school).schools()) == 2
    assert preview.with_verdict(2, Verdict.not_understood).schools()[0].code == "1"
    assert preview.with_verdict(4, Verdict.school).schools()[1].name == "Total"
    with pytest.raises(KeyError):
        preview.with_verdict(99, Verdict.school)


def test_an_empty_line_can_not_become_a_school() -> None:
    preview = read_schools("School,Code\nOak Elementary,1\n,\n")
    assert preview.with_verdict(3, Verdict.school).lines == preview.lines


def test_a_total_that_disagrees_is_told() -> None:
    notes = read_schools("School,Students\nOak,100\nElm,50\nTotal,160\n").notes
    assert [Language().say(note) for note in notes] == ["The total in line 4 says 160 students; the schools have 150."]


def test_a_school_whose_name_begins_with_total_is_a_school() -> None:
    assert read_schools("School\nTotal Learning Academy\n").schools()[0].name == "Total Learning Academy"


@pytest.mark.parametrize(
    "source",
    [b"", b"  \n\n", b"PK\x03\x04....", b"%PDF-1.7", bytes(range(20)) * 50, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"],
)
def test_what_is_no_school_list_is_refused_with_a_remedy(source: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read_schools(source)
    assert Language().say(refused.value.reason)
    assert Language().say(refused.value.remedy)


@pytest.mark.parametrize("source", [b"School\n" + b"Oak\n" * 20_001, b"x" * 8_000_001])
def test_what_is_too_large_is_refused(source: bytes) -> None:
    with pytest.raises(Unreadable):
        read_schools(source)


@pytest.mark.parametrize(
    ("column", "counts"),
    [
        (["1.024", "118", "1.187"], [1024, 118, 1187]),
        (["2214.00000", "704.00000"], [2214, 704]),
        (["1,024", "n/a", "*", "†", "–", "<10", "-1"], [1024, None, None, None, None, None, None]),
        (["1.024,5", "12"], [1025, 12]),
        (["1 024", "1’187"], [1024, 1187]),
        (["12.500", "1250.000"], [13, 1250]),
    ],
)
def test_counts_are_read_by_the_style_of_their_column(column: list[str], counts: list[int | None]) -> None:
    style = count_style(column)
    assert [style.read(text) for text in column] == counts


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("K-5", "KG", "05"),
        ("PreK–6", "PK", "06"),
        ("Pre-K - 8", "PK", "08"),
        ("9 to 12", "09", "12"),
        ("6, 7, 8", "06", "08"),
        ("Grades 6-8", "06", "08"),
        ("12-Sep", "09", "12"),
        ("7th", "07", "07"),
        ("TK-6", "KG", "06"),
        ("ungraded", None, None),
        ("K-adult", None, None),
        ("13", None, None),
        ("", None, None),
    ],
)
def test_grades_are_read_however_they_are_written(text: str, low: str | None, high: str | None) -> None:
    assert read_span(text) == GradeSpan(low, high)


@given(st.sampled_from(GRADES), st.sampled_from(GRADES))
def test_every_pair_of_grades_has_a_level_that_names_its_ends(one: str, other: str) -> None:
    low, high = sorted((one, other), key=GRADES.index)
    found = level(GradeSpan(low, high))
    assert found is not Level.other
    if found in (Level.high, Level.six_12, Level.k_12):
        assert GRADES.index(high) >= GRADES.index("09")
    if found in (Level.elementary, Level.k_8, Level.k_12):
        assert GRADES.index(low) <= GRADES.index("04")


@given(st.binary(max_size=400))
def test_no_bytes_do_anything_but_be_read_or_refused(source: bytes) -> None:
    for each in (source, b"School,Students\n" + source, b"\xff\xfe" + source):
        try:
            preview = read_schools(each)
        except Unreadable:
            continue
        assert preview.schools()


CELL = st.text(st.characters(codec="cp1252", exclude_characters="\r\n\t\x00", min_codepoint=32), max_size=12)


@given(
    st.lists(CELL, min_size=2, max_size=8),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.randoms(use_true_random=False),
)
def test_separator_encoding_line_ends_and_order_change_nothing(
    cells: list[str], separator: str, encoding: str, newline: str, random: object
) -> None:
    rows = [[f"{number:03}", f"School {cell} é{number}", "K-5", str(number)] for number, cell in enumerate(cells)]
    expected = {school.code: school for school in read_schools(_written(rows, ",", "\n")).schools()}
    random.shuffle(rows)  # type: ignore[attr-defined]
    shuffled = read_schools(_written(rows, separator, newline).encode(encoding))
    assert {school.code: school for school in shuffled.schools()} == expected
    assert len(expected) == len(cells)


def _written(rows: list[list[str]], separator: str, newline: str) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=separator, lineterminator=newline)
    writer.writerows([["Site ID", "School", "Grades", "Enrollment"], *rows])
    return file.getvalue()


@given(st.permutations(district_file("schools.csv").splitlines(keepends=True)[4:]))
def test_the_order_of_the_countys_lines_changes_nothing(lines: list[bytes]) -> None:
    head = district_file("schools.csv").splitlines(keepends=True)[:4]
    preview = read_schools(b"".join([*head, *(line.rstrip(b"\r\n") + b"\r\n" for line in lines)]))
    expected = read_schools(district_file("schools.csv"))
    assert preview.districts == expected.districts
    assert set(preview.schools()) == set(expected.schools())
