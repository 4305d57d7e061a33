"""Use cases, weights and scores from outside: understood whatever program wrote them, and never guessed."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.exchange import usecase_words as words
from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.exchange.scores import ScoresPreview, read_scores
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.exchange.usecase_list import read_use_cases
from roadmap_desktop.exchange.weights import read_weights
from roadmap_desktop.journey.usecases.drafts import PersonDraft, UseCaseDraft
from roadmap_desktop.journey.usecases.known import Known
from roadmap_desktop.language import Language

SAY = Language("en").say
KNOWN = Known(
    use_cases=(
        ("bus", ("Bus routes", "Rutas de autobús")),
        ("notes", ("Meeting notes",)),
        ("a", ("Same",)),
        ("b", ("same",)),
    ),
    criteria=(("impact", ("Impact", "Impacto")), ("risk", ("Low risk",)), ("cost", ("Cost",))),
    people=(("ann", ("Ann Lee",)), ("maria", ("María López",)), ("x", ("Twin",)), ("y", ("Twin",))),
    tables=(("t1", ("Table 1",)),),
    catalogue=(("bus-routes", ("Bus routes",)), ("tutor", ("Tutor for practice",))),
    perspectives={"teacher": ("teacher", "Teacher")},
)  # fmt: skip


def said(untaken: tuple[Untaken, ...]) -> list[str]:
    return [f"{SAY(each.where)}: {SAY(each.reason)} {each.raw}".strip() for each in untaken]


def scores(text: str, *, add_people: bool = False) -> ScoresPreview:
    return read_scores(text.encode(), KNOWN, add_people=add_people)


def given_scores(preview: ScoresPreview) -> list[tuple[str, str, str, float]]:
    found = preview.draft.scores
    return [
        (each.scorer.participant or each.scorer.table or "", each.use_case, each.criterion, each.value)
        for each in found
    ]


HEAD = "participant,use case,Impact,Low risk,Cost"
WIDE = f"{HEAD}\nAnn Lee,Bus routes,4.5,2,\nTable 1,Meeting notes,3,don't know,1\n"
TAKEN = [
    ("ann", "bus", "impact", 4.5),
    ("ann", "bus", "risk", 2.0),
    ("t1", "notes", "impact", 3.0),
    ("t1", "notes", "cost", 1.0),
]


def test_scores_of_a_wide_table_are_taken_and_blanks_and_dont_know_are_none() -> None:
    found = scores(WIDE)
    assert given_scores(found) == TAKEN
    assert (found.untaken, found.notes, found.dont_know) == ((), (), 2)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + WIDE,
        WIDE.replace(",", "\t"),
        WIDE.replace(",", ";").replace("4.5", "4,5"),
        WIDE.replace(HEAD, " PARTICIPANT name ,Use_Case,1. IMPACT (1-5),Q2: low risk,Score [cost]"),
        WIDE.replace(HEAD, "Your name,Which use case are you scoring?,impacto,Low risk score,cost *"),
        WIDE.replace("Bus routes", "rutas de autobus"),
        "Scores of the third of August\n\n" + WIDE,
    ],
)  # fmt: skip
def test_headings_separators_and_decimals_are_read_as_form_tools_write_them(text: str) -> None:
    assert given_scores(scores(text)) == TAKEN


def test_the_order_of_columns_makes_no_difference() -> None:
    rows = [line.split(",") for line in WIDE.splitlines()]
    turned = "\n".join(",".join(row[place] for place in (4, 1, 3, 0, 2)) for row in rows)
    assert sorted(given_scores(scores(turned))) == sorted(TAKEN)


def test_scores_of_a_long_table_are_the_same() -> None:
    text = "Score,Criterion,Use case,Participant\n4.5,impact,Bus routes,Ann Lee\n2,Low risk,Bus routes,ann lee\n"
    text += "3,Impacto,Meeting notes,Table 1\n,Low risk,Meeting notes,Table 1\n1,Cost,Meeting notes,Table 1\n"
    assert given_scores(scores(text)) == TAKEN


def test_a_workbook_is_read_like_a_text() -> None:
    book = openpyxl.Workbook()
    for line in WIDE.splitlines():
        book.active.append([float(cell) if cell.replace(".", "").isdigit() else cell for cell in line.split(",")])
    stream = BytesIO()
    book.save(stream)
    assert given_scores(read_scores(stream.getvalue(), KNOWN)) == TAKEN


def test_what_is_not_known_is_listed_with_its_line_and_never_guessed() -> None:
    found = scores(
        "participant,use case,Impact,Impakt\nAnn Lee,Bus route,4,4\nAnne Lee,Bus routes,4,4\n"
        "Anne Lee,Meeting notes,4,4\nTwin,Bus routes,4,4\n,Bus routes,4,4\nAnn Lee,same,4,4\n"
    )
    assert given_scores(found) == []
    assert said(found.untaken) == [
        "column D: The workshop has no criterion of this name; the nearest is “Impact”. Impakt",
        "line 2: No use case has this name; the nearest is “Bus routes”. Bus route",
        "lines 3–4: Nobody of this name is in the room list. Anne Lee",
        "line 5: More than one person in the room list has this name. Twin",
        "line 6: It does not say who scored.",
        "line 7: More than one use case has this name. same",
    ]
    assert found.strangers == ("Anne Lee",)


def test_people_are_added_once_where_that_is_asked_for() -> None:
    text = "participant,perspective,use case,Impact\nNew One,Teacher,Bus routes,4\nnew one,Teacher,Meeting notes,5\n"
    found = scores(text, add_people=True)
    assert found.draft.people == (PersonDraft("New One", perspective="teacher"),)
    assert [each.scorer.added for each in found.draft.scores] == [0, 0]


@pytest.mark.parametrize("cell", ["0", "6", "0.99", "5.01", "nan", "inf", "-3", "four", "4/5", "1e0", "4 of 10"])
def test_what_is_no_score_from_1_to_5_is_listed(cell: str) -> None:
    found = scores(f"participant,use case,Impact,Cost\nAnn Lee,Bus routes,{cell},2\n")
    assert given_scores(found) == [("ann", "bus", "cost", 2.0)]
    assert said(found.untaken) == [f"line 2: It is no score from 1 to 5 on Impact. {cell}"]


@pytest.mark.parametrize(
    ("cell", "value"), [("4", 4), ("4.25", 4.25), ("4,25", 4.25), ("5 - very much", 5), ("1 (low)", 1)]
)
def test_a_score_may_have_decimals_and_a_forms_label(cell: str, value: float) -> None:
    assert words.number(cell) == value


def test_who_scores_twice_is_taken_by_the_later_row_and_the_earlier_one_is_listed() -> None:
    found = scores("participant,use case,Impact\nAnn Lee,Bus routes,2\nAnn Lee,Bus routes,5\n")
    assert given_scores(found) == [("ann", "bus", "impact", 5.0)]
    assert said(found.untaken) == ["line 2: The same scorer gave another score later, in line 3. 2"]


@pytest.mark.parametrize(
    "text",
    ["a,b\n1,2\n", "use case,Impact\nBus routes,3\n", "participant,use case,Joy\nAnn Lee,Bus routes,3\n"],
)
def test_a_file_that_says_not_who_scored_what_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        scores(text)


def test_weights_name_criteria_in_any_order_and_what_is_none_is_listed() -> None:
    found = read_weights("Weight (%);Criterion\n40%;impact\n12,5;Joy\nmuch;Cost\n100;Total\n7;Joy\n", KNOWN)
    assert [(each.uuid, each.weight) for each in found.draft.weights] == [("impact", 40), ("", 12.5)]
    assert found.draft.kept == ("cost",)
    assert [text.partition(":")[0] for text in said(found.untaken)] == ["line 4", "line 5", "line 6"]


def test_weights_may_say_whose_they_are_and_an_unknown_perspective_is_listed() -> None:
    text = (
        "Which group do you speak for?,Weight,Criterion (choose one)\nTeachers,30,Impact\n,10,Impact\nteacher,5,Joy\n"
    )
    found = read_weights(f"{text}Pirates,9,Cost\nTeachers,much,Cost\nThe room,4,Low risk\n", KNOWN)
    assert [(each.uuid, each.weight) for each in found.draft.weights] == [("impact", 10), ("risk", 4)]
    (own,) = found.draft.own
    assert (own.perspective, own.kept) == ("teacher", ("cost",))
    assert [(each.uuid, each.name, each.weight) for each in own.weights] == [("impact", "Impact", 30), ("", "Joy", 5)]
    assert said(found.untaken) == [
        "line 5: There is no perspective called Pirates. Pirates,9,Cost",
        "line 6: Its weight is no number from 0 on. Teachers,much,Cost",
    ]


def test_weights_over_100_are_brought_down_in_proportion() -> None:
    found = read_weights("criterion,weight\nImpact,500\nCost,250\n", KNOWN)
    assert [each.weight for each in found.draft.weights] == [100, 50]
    assert len(found.notes) == 1


def test_use_cases_are_found_on_the_list_or_in_the_catalogue_or_are_new() -> None:
    text = "Level;Use case;Risk;Data class;Student-facing?\ninstruction;Tutor for practice;High;3 - sensitive;yes\n"
    text += ";Bus routes;;;\nsupport;Own idea;odd;;\n;own IDEA;;;\n"
    found = read_use_cases(text, KNOWN)
    assert found.drafts == (
        UseCaseDraft("Tutor for practice", "", "tutor", "classroom", "H", 3, True),
        UseCaseDraft("Bus routes", "bus"),
        UseCaseDraft("Own idea", level="support"),
    )
    assert said(found.untaken) == [
        "line 4, risk: It is no risk: L, M or H. odd",
        "line 5: It is on the list already, in line 4. ;own IDEA;;;",
    ]


@given(st.text("participant,use caseImpact\n\t;\"' [](1-5)0é\x00", max_size=120))
@settings(max_examples=60)
def test_whatever_a_file_holds_it_is_read_or_refused_in_words(text: str) -> None:
    head = "participant,use case,criterion,Impact,weight,score,name"
    with suppress(Unreadable):
        read_use_cases(f"{head}\n{text}".encode(), KNOWN)
        read_weights(f"{head}\n{text}".encode(), KNOWN)
        found = read_scores(f"{head}\n{text}".encode(), KNOWN, add_people=True)
        assert all(1 <= each.value <= 5 for each in found.draft.scores)
