"""The figures of tests/files/district/README.md for the school lists."""

from __future__ import annotations

from collections import Counter

import pytest

from roadmap_desktop.exchange.school_lines import Verdict
from roadmap_desktop.exchange.schools import DistrictCount, SchoolsPreview, read_schools
from roadmap_desktop.rules.grades import Level
from tests.exchange.district import district_file


@pytest.fixture(scope="module")
def county() -> SchoolsPreview:
    return read_schools(district_file("schools.csv"))


def students(preview: SchoolsPreview, district: str | None = None) -> int:
    return sum(school.enrolment or 0 for school in preview.schools(district))


def test_the_county_has_sixty_schools_of_two_districts(county: SchoolsPreview) -> None:
    assert county.districts == (DistrictCount("ST. JOHNS", 55, 50_100), DistrictCount("DEAF/BLIND", 5, 497))
    assert len(county.schools()) == 60
    assert students(county) == 50_597


def test_one_district_is_picked_by_its_name_in_any_case(county: SchoolsPreview) -> None:
    assert len(county.schools("St. Johns")) == 55
    assert students(county, "st. johns") == 50_100
    assert county.schools("Duval") == ()


def test_grades_and_levels_of_the_county_are_those_of_its_readme(county: SchoolsPreview) -> None:
    spans = Counter((school.low_grade, school.high_grade) for school in county.schools("ST. JOHNS"))
    assert spans[("PK", "05")] == 18
    assert spans[("KG", "06")] == spans[("PK", "PK")] == spans[("12", "12")] == 1
    assert spans[("06", "08")] == 7
    assert spans[("09", "12")] == 10
    assert spans[("PK", "08")] + spans[("KG", "08")] == 8
    assert (spans[("06", "12")], spans[("KG", "12")]) == (2, 3)
    assert all(spans[(low, "12")] == 1 for low in ("05", "07", "08", "PK"))
    levels = Counter(school.level for school in county.schools("ST. JOHNS"))
    assert levels == {
        Level.elementary: 20,
        Level.middle: 7,
        Level.high: 11,
        Level.k_8: 8,
        Level.six_12: 5,
        Level.k_12: 4,
    }


def test_schools_without_students_are_schools(county: SchoolsPreview) -> None:
    assert sum(school.enrolment == 0 for school in county.schools("ST. JOHNS")) == 5


def test_every_line_of_the_county_says_what_it_is(county: SchoolsPreview) -> None:
    by_verdict = {
        verdict: [line.number for line in county.lines if line.verdict is verdict]
        for verdict in Verdict
        if verdict is not Verdict.school
    }
    assert by_verdict == {
        Verdict.title_: [1, 2, 4],
        Verdict.empty: [3, 35, 52],
        Verdict.duplicate: [44, 64],
        Verdict.total: [69],
        Verdict.foot_note: [70, 71],
        Verdict.not_understood: [],
    }


def test_codes_keep_their_zeros_and_names_their_signs(county: SchoolsPreview) -> None:
    schools = {school.code: school for school in county.schools()}
    assert schools["120174008956"].name == "Tocoi Creek High School"
    assert any('"' in school.name for school in county.schools())
    assert any(school.name.endswith("YOUTH ACA") for school in county.schools())
    assert read_schools(district_file("schools-windows.csv")).schools()[0].code == "001-010"


@pytest.mark.parametrize("name", ["schools-windows.csv", "schools-tabs.tsv"])
def test_both_lists_of_the_invented_district_give_ten_schools(name: str) -> None:
    schools = read_schools(district_file(name)).schools()
    assert len(schools) == 10
    assert sum(school.enrolment or 0 for school in schools) == 3_976
    assert Counter(school.enrolment for school in schools if not school.enrolment) == {None: 1, 0: 1}


def test_the_two_lists_of_the_invented_district_agree() -> None:
    windows, tabs = (
        {school.code: (school.low_grade, school.high_grade, school.level, school.enrolment) for school in list_}
        for list_ in (read_schools(district_file(f"schools-{each}")).schools() for each in ("windows.csv", "tabs.tsv"))
    )
    assert windows == tabs


def test_accents_and_separators_inside_names_survive() -> None:
    names = [school.name for school in read_schools(district_file("schools-windows.csv")).schools()]
    assert "Española Early Childhood Center" in names
    assert "Agua Fría Elementary; North Campus" in names
    assert "Peñasco Alternative – Evening" in names
