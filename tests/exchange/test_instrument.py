"""Instruments as others write them: what is understood, and what is listed with its reason."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.exchange.instrument import read_instrument
from roadmap_desktop.exchange.instrument_building import InstrumentPreview
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.journey.readiness.drafts import InstrumentDraft, LevelDraft
from roadmap_desktop.language import Language

ENGLISH = Language("en")
COLUMNS = """Section,ID,Statement,1 - Emerging,2 - Developing,3 - Mature
Leadership,L1,The board has an aim,none,some,all
Leadership,L2,Money is set aside,,,
Technology,T1,"Wi-Fi works, everywhere",slow,fair,fast
"""


def read(source: str | object, name: str = "tool.csv", own: tuple[LevelDraft, ...] = ()) -> InstrumentPreview:
    text = source if isinstance(source, str) else json.dumps(source)
    return read_instrument(text.encode(), name, own)


def levels(draft: InstrumentDraft) -> list[tuple[int, str]]:
    return [(level.value, level.name) for level in draft.levels]


def statements(draft: InstrumentDraft) -> list[tuple[str, str, str]]:
    return [(each.key, each.text, draft.dimensions[each.dimension].name) for each in draft.statements]


def reasons(preview: InstrumentPreview) -> list[str]:
    return [f"{ENGLISH.say(each.where)}: {ENGLISH.say(each.reason)}" for each in preview.untaken]


def test_one_row_per_statement_with_a_column_per_level() -> None:
    draft = read(COLUMNS).draft
    assert draft.name == "tool"
    assert levels(draft) == [(1, "Emerging"), (2, "Developing"), (3, "Mature")]
    assert statements(draft) == [
        ("L1", "The board has an aim", "Leadership"),
        ("L2", "Money is set aside", "Leadership"),
        ("T1", "Wi-Fi works, everywhere", "Technology"),
    ]
    assert draft.statements[0].cues == ((1, "none"), (2, "some"), (3, "all"))


def test_a_list_of_levels_under_the_statements_keeps_its_own_numbers() -> None:
    text = (
        "Tool for 2026\n\nPillar;Dimension;Item;Question\nPeople;Lead;1.1;We, the board, lead\nSystems;Tech;2.1;Wifi\n"
    )
    draft = read(f"{text}\nLevel;Label\n0;Not yet\n1;Started\n2;In place\n3;Improved\n9;Don't know\n").draft
    assert levels(draft) == [(0, "Not yet"), (1, "Started"), (2, "In place"), (3, "Improved")]
    assert [each.pillar for each in draft.dimensions] == ["people", "systems"]


def test_a_line_that_lists_the_levels_is_read_and_rows_alone_are_sections() -> None:
    preview = read(
        "Scale: 1 = Never; 2 = Sometimes; 3 = Often\n"
        "ID,Statement\nLeadership,\nL1,We lead\nTech,\nT1,Wifi\nSource: us,\n"
    )
    assert levels(preview.draft) == [(1, "Never"), (2, "Sometimes"), (3, "Often")]
    assert statements(preview.draft) == [("L1", "We lead", "Leadership"), ("T1", "Wifi", "Tech")]
    assert reasons(preview) == ["line 7: No statement follows it."]


def test_a_row_per_statement_and_level_is_put_together() -> None:
    rows = [f"{item},Lead,We do {item},{level},L{level},text {item}{level}" for item in "ab" for level in range(7)]
    draft = read("id,section,item,level,level name,descriptor\n" + "\n".join(rows)).draft
    assert [each.key for each in draft.statements] == ["a", "b"]
    assert [level.value for level in draft.levels] == list(range(7))
    assert draft.statements[1].cues[6] == (6, "text b6")


def test_rows_that_say_what_they_are_make_sections_statements_and_levels() -> None:
    draft = read(
        "type,id,text\nsection,A,Leadership\nitem,A1,We lead\nsection,B,Tech\nitem,B1,Wifi\nlevel,1,No\nlevel,2,Yes\n"
    ).draft
    assert levels(draft) == [(1, "No"), (2, "Yes")]
    assert [(each.key, each.name) for each in draft.dimensions] == [("A", "Leadership"), ("B", "Tech")]


def test_levels_without_numbers_count_from_one_and_the_coarser_of_two_section_columns_is_the_pillar() -> None:
    preview = read(
        "Domain,Section,Element,Emerging,Mature,Evidence\nExec,Vision,Aim,a,b,x\nExec,Money,Funds,a,b,x\nOps,Team,Staff,a,b,x"
    )
    assert levels(preview.draft) == [(1, "Emerging"), (2, "Mature")]
    assert [(each.name, each.pillar) for each in preview.draft.dimensions] == [
        ("Vision", "Exec"),
        ("Money", "Exec"),
        ("Team", "Ops"),
    ]
    assert reasons(preview) == ["column F: It says nothing that an instrument keeps."]


TWO = ["No", "Yes"]
RECORDS = [{"value": 1, "label": "No"}, {"value": 2, "label": "Yes"}]


@pytest.mark.parametrize(
    "shape",
    [
        {"levels": TWO, "sections": [{"name": "Lead", "items": [{"id": "1", "text": "We lead"}]}]},
        {"scale": {"1": "No", "2": "Yes"}, "pillars": [{"dimensions": [{"name": "Lead", "statements": ["We lead"]}]}]},
        {"instrument": {"levels": RECORDS, "sections": {"Lead": {"1": "We lead"}}}},
        {"levels": RECORDS, "statements": [{"text": "We lead", "section": "Lead"}]},
        {
            "dimensions": [{"id": "d", "name": "Lead"}],
            "options": ["1 - No", "2 - Yes"],
            "items": [{"dimension": "d", "statement": "We lead"}],
        },
        {"pages": [{"elements": [{"title": "Lead", "columns": TWO, "rows": [{"value": "1", "text": "We lead"}]}]}]},
    ],
)
def test_json_of_several_shapes_says_the_same(shape: object) -> None:
    draft = read(shape, "tool.json").draft
    assert levels(draft) == [(1, "No"), (2, "Yes")]
    assert statements(draft) == [("1", "We lead", "Lead")]


def test_json_gives_each_statement_its_own_level_texts_and_floor() -> None:
    item = {
        "id": "A1",
        "text": "We lead",
        "levels": {"1": "none", "2": "all"},
        "floor": {"level": 2, "when": "students"},
    }
    other = {"id": "A2", "text": "We fund", "levels": ["no money", "money"]}
    found = read({"scale": {"1": "No", "2": "Yes"}, "sections": [{"name": "Lead", "items": [item, other]}]}).draft
    assert found.statements[0].cues == ((1, "none"), (2, "all"))
    assert (found.statements[0].floor, found.statements[0].floor_when) == (2, "students")
    assert found.statements[1].cues == ((1, "no money"), (2, "money"))


def test_what_is_not_taken_is_listed_with_its_line() -> None:
    preview = read("ID,Statement,0 No,1 Yes,Floor\nA,We lead,,,\nA,Other,,,\nB,,x,y,\nC,We  LEAD.,,,\nD,Fine,,,7\n")
    assert [each.key for each in preview.draft.statements] == ["A", "D"]
    assert reasons(preview) == [
        "line 3: The id A is taken already, by line 2.",
        "line 4: There is no statement in it.",
        "line 5: The same statement stands there already, in line 2.",
        "line 6: Its floor is no level, or not said for which pilots; the statement is taken without it.",
    ]


def test_ids_that_begin_anew_in_each_section_are_told_apart() -> None:
    rows = [f"{section},{number},{section} does {number}" for section in ("A", "B", "C") for number in (1, 2, 3)]
    draft = read("Section,No,Statement\n" + "\n".join(rows) + "\n\nLevel,Label\n1,No\n2,Yes\n").draft
    assert [each.key for each in draft.statements][:4] == ["A.1", "A.2", "A.3", "B.1"]


def test_statements_without_levels_take_the_workshops_own_and_say_so() -> None:
    own = (LevelDraft(0, "nothing"), LevelDraft(1, "something"))
    preview = read("Question\nIs there an aim?\nIs there money?\n", own=own)
    assert levels(preview.draft) == [(0, "nothing"), (1, "something")]
    assert "workshop's own" in ENGLISH.say(preview.notes[0])


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 100_000,
        '{"a":' * 2_000 + "1" + "}" * 2_000,
        "",
        "\0\0\0",
        "%PDF-1.7",
        "Name,Age\nBob,3\n",
        "Statement,1\nWe lead,\n",
        "Statement," + ",".join(map(str, range(9))) + "\nWe lead,\n",
        '{"levels": [1, 2, 3], "items": 5}',
        '{"levels": [1, 2], "items": [[[[[[[[[[[[[[["x"]]]]]]]]]]]]]]]}',
    ],
)
def test_a_file_that_holds_no_instrument_is_refused_in_words(hostile: str) -> None:
    with pytest.raises(Unreadable):
        read(hostile)


words = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=12)


@given(st.lists(words, min_size=1, max_size=8, unique_by=str.casefold), st.integers(2, 7), st.integers(0, 1))
def test_an_instrument_is_the_same_from_columns_and_from_json(texts: list[str], many: int, lowest: int) -> None:
    scale = {str(number): f"level {number}" for number in range(lowest, lowest + many)}
    items = [{"id": f"s{place}", "text": f"We do {text}"} for place, text in enumerate(texts)]
    heads = ",".join(f"{number} - {name}" for number, name in scale.items())
    lines = "".join(f"One,{item['id']},{item['text']}{',' * many}\n" for item in items)
    from_columns = read(f"Section,ID,Statement,{heads}\n{lines}").draft
    from_json = read({"name": "tool", "scale": scale, "sections": [{"name": "One", "items": items}]}).draft
    assert from_columns == from_json


@pytest.mark.parametrize(
    ("heads", "numbers"),
    [
        ("level_0_text,level_1_text", [0, 1]),
        ("level_1,level_2", [1, 2]),
        ("L1,L2", [1, 2]),
        ("0,1", [0, 1]),
        ("Level 3 description,Level 4 description", [3, 4]),
    ],
)
def test_levels_keep_their_numbers_however_their_columns_are_headed(heads: str, numbers: list[int]) -> None:
    draft = read(f"id,section,item,{heads}\na,Lead,We lead,x,y\nb,Lead,We fund,x,y\n").draft
    assert levels(draft) == [(number, "") for number in numbers]
    assert draft.statements[0].cues == ((numbers[0], "x"), (numbers[1], "y"))


def test_a_list_of_responses_and_values_is_a_list_of_levels() -> None:
    text = "Dimension,Statement\nLead,We lead\n\nResponse,Value\nDisagree,1\nNeutral,2\nAgree,3\nNot sure,9\n"
    assert levels(read(text).draft) == [(1, "Disagree"), (2, "Neutral"), (3, "Agree")]
