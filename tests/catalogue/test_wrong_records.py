"""Whoever edits or translates the catalogue is told which file, which record and what is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap_desktop.catalogue import (
    agendas,
    criteria,
    guardrails,
    measures,
    monitoring,
    people,
    phrases,
    pilots,
    readiness,
    roadmap,
    team,
    usecases,
)
from roadmap_desktop.catalogue.bad_record import BadRecord
from roadmap_desktop.catalogue.tables import languages
from tests.catalogue.conftest import Spoil

STATEMENT_10 = 'floor = { value = 2, when = "any" }'

# file, what stood there, what stands there now, who reads it, then the file, record and problem that must be named
WRONG = {
    "a field is missing": (
        ("readiness.toml", 'number = 1\ndimension = "d1"\n', "number = 1\n", readiness.instrument),
        ("readiness.toml", "statement.d1-1", "has no 'dimension'"),
    ),
    "a key is missing": (
        ("people.toml", 'key = "board"\n', "", people.perspectives),
        ("people.toml", "perspective[1]", "has no 'key'"),
    ),
    "a text where a number belongs": (
        ("readiness.toml", "number = 12", 'number = "12"', readiness.instrument),
        ("readiness.toml", "statement.d3-12", "'number' must be a whole number, not '12'"),
    ),
    "a word where true or false belongs": (
        ("usecases.toml", "student_facing = true", 'student_facing = "yes"', usecases.use_cases),
        ("usecases.toml", "usecase.writing-feedback", "'student_facing' must be true or false"),
    ),
    "a text where a date belongs": (
        ("guardrails.toml", "as_of = 2026-06-30", 'as_of = "June"', guardrails.guardrails),
        ("guardrails.toml", "law.oh-hb96", "'as_of' must be a date"),
    ),
    "an unknown risk": (
        ("usecases.toml", 'risk = "M"', 'risk = "huge"', usecases.use_cases),
        ("usecases.toml", "usecase.family-messages", "'risk' is 'huge', which is not one of L, M, H"),
    ),
    "an unknown perspective": (
        ("readiness.toml", '"district_leadership", "board"', '"janitor"', readiness.instrument),
        ("readiness.toml", "statement.d1-1", "'answered_by' is 'janitor'"),
    ),
    "an unknown dimension": (
        ("readiness.toml", 'number = 40\ndimension = "d8"', 'number = 40\ndimension = "d9"', readiness.instrument),
        ("readiness.toml", "statement.d8-40", "'dimension' is 'd9'"),
    ),
    "an unknown unit": (
        ("monitoring.toml", 'unit = "points"', 'unit = "parsecs"', monitoring.indicators),
        ("monitoring.toml", "indicator.active-users.thresholds[0]", "'unit' is 'parsecs'"),
    ),
    "a misspelled field": (
        ("criteria.toml", "weight = 25", "weight = 25\nwieght = 30", criteria.criteria),
        ("criteria.toml", "criterion.impact", "'wieght' is not a field"),
    ),
    "a misspelled field inside a table": (
        ("readiness.toml", STATEMENT_10, 'floor = { value = 2, when = "any", wen = 1 }', readiness.instrument),
        ("readiness.toml", "statement.d2-10.floor", "'wen' is not a field"),
    ),
    "an unknown kind of record": (
        ("pilots.toml", "[[decision]]", '[[verdict]]\nkey = "wait"\n\n[[decision]]', pilots.decisions),
        ("pilots.toml", "verdict", "is not a kind of record of this file"),
    ),
    "a key used twice": (
        ("guardrails.toml", 'key = "named-owner"', 'key = "responsible-use"', guardrails.guardrails),
        ("guardrails.toml", "guardrail.responsible-use", "already taken"),
    ),
    "a nested key used twice": (
        ("agendas.toml", 'key = "half-day-rate-alone"', 'key = "half-day-welcome"', agendas.agendas),
        ("agendas.toml", "item.half-day-welcome", "already taken"),
    ),
    "a floor outside the levels": (
        ("readiness.toml", STATEMENT_10, 'floor = { value = 5, when = "any" }', readiness.instrument),
        ("readiness.toml", "statement.d2-10.floor", "'value' is 5, which is not one of the levels 0 to 4"),
    ),
    "a floor for an unknown case": (
        ("readiness.toml", STATEMENT_10, 'floor = { value = 2, when = "never" }', readiness.instrument),
        ("readiness.toml", "statement.d2-10.floor", "'when' is 'never'"),
    ),
    "levels out of order": (
        ("readiness.toml", "value = 3", "value = 2", readiness.instrument),
        ("readiness.toml", "level.core-3", "'value' must be more than 2"),
    ),
    "statements out of order": (
        ("readiness.toml", "number = 7\n", "number = 8\n", readiness.instrument),
        ("readiness.toml", "statement.d2-7", "'number' must be 7"),
    ),
    "use cases out of order": (
        ("usecases.toml", "number = 30\n", "number = 31\n", usecases.use_cases),
        ("usecases.toml", "usecase.safety-monitoring", "'number' must be 30"),
    ),
    "a data range upside down": (
        ("usecases.toml", "lowest = 1, highest = 2", "lowest = 3, highest = 2", usecases.use_cases),
        ("usecases.toml", "usecase.family-messages.data", "'lowest' must be from 0 to 2, not 3"),
    ),
    "a data class too high": (
        ("usecases.toml", "lowest = 1, highest = 2", "lowest = 1, highest = 4", usecases.use_cases),
        ("usecases.toml", "usecase.family-messages.data", "'highest' must be from 0 to 3, not 4"),
    ),
    "a weight of nothing": (
        ("criteria.toml", "weight = 25", "weight = 0", criteria.criteria),
        ("criteria.toml", "criterion.impact", "'weight' must be more than 0"),
    ),
    "a negative weight": (
        ("criteria.toml", "weight = 25", "weight = -25", criteria.criteria),
        ("criteria.toml", "criterion.impact", "'weight' must not be negative"),
    ),
    "a row with two A": (
        (
            "team.toml",
            'sponsor = "A", ai-lead = "R", curriculum',
            'sponsor = "A", ai-lead = "A", curriculum',
            team.seats,
        ),
        ("team.toml", "work_item.vision", "must have exactly one A, but has 2"),
    ),
    "a row with no A": (
        ("team.toml", 'sponsor = "A", ai-lead = "R", curriculum', 'ai-lead = "R", curriculum', team.work_items),
        ("team.toml", "work_item.vision", "must have exactly one A, but has 0"),
    ),
    "a row with no R": (
        ("team.toml", 'ai-lead = "R", curriculum', "curriculum", team.work_items),
        ("team.toml", "work_item.vision", "must have at least one R"),
    ),
    "a row with an unknown seat": (
        ("team.toml", 'sponsor = "A"', 'mayor = "A"', team.work_items),
        ("team.toml", "work_item.vision", "'mayor' is not a seat"),
    ),
    "more people needed than wanted": (
        ("team.toml", "least = 2", "least = 4", team.seats),
        ("team.toml", "seat.teachers", "'least' must be from 1 to 3, not 4"),
    ),
    "a break with a stage": (
        ("agendas.toml", 'kind = "break"', 'kind = "break"\nstage = "team"', agendas.agendas),
        ("agendas.toml", "item.half-day-break-1", "a break has none"),
    ),
    "a first session that is not the first": (
        ("agendas.toml", "week = 0", "week = 1", agendas.agendas),
        ("agendas.toml", "agenda.half-day", "must begin in week 0"),
    ),
    "dates of a law out of order": (
        ("guardrails.toml", "day = 2025-06-23", "day = 2027-06-23", guardrails.guardrails),
        ("guardrails.toml", "law.coppa", "in order of time"),
    ),
    "a state written out": (
        ("guardrails.toml", 'state = "OH"', 'state = "Ohio"', guardrails.guardrails),
        ("guardrails.toml", "law.oh-hb96", "two capital letters"),
    ),
    "words missing": (
        ("en/readiness.toml", 'cue2 = "They are told what was decided."\n', "", readiness.instrument),
        ("en/readiness.toml", "statement.d3-12", "has no words for 'cue2'"),
    ),
    "words of an enum missing": (
        ("en/usecases.toml", '[risk.M]\nname = "Medium risk"\n', "[risk.M]\n", usecases.risks),
        ("en/usecases.toml", "risk.M", "has no words for 'name'"),
    ),
    "words that belong to nothing": (
        ("en/roadmap.toml", "[phase.pilot]", '[phase.party]\nname = "Party"\n\n[phase.pilot]', roadmap.phases),
        ("en/roadmap.toml", "phase.party", "'name' belongs to no record"),
    ),
    "empty words": (
        ("en/measures.toml", 'one = "point"', 'one = ""', measures.units),
        ("en/measures.toml", "unit.points", "'one' must be words"),
    ),
    "an empty text": (
        ("people.toml", 'key = "board"', 'key = " "', people.perspectives),
        ("people.toml", "perspective[1]", "'key' is empty"),
    ),
    "a list with nothing in it": (
        ("readiness.toml", '"district_leadership", "board"', "", readiness.instrument),
        ("readiness.toml", "statement.d1-1", "at least one in it"),
    ),
    "something named twice in a list": (
        ("readiness.toml", '"district_leadership", "board"', '"board", "board"', readiness.instrument),
        ("readiness.toml", "statement.d1-1", "names something twice"),
    ),
    "a number where a table belongs": (
        ("monitoring.toml", "thresholds = [{", "thresholds = [1, {", monitoring.indicators),
        ("monitoring.toml", "indicator.active-users.thresholds[0]", "must be a table"),
    ),
    "a file that is no TOML": (
        ("pilots.toml", "[[decision]]", "[[decision", pilots.decisions),
        ("pilots.toml", "the whole file", "cannot be read"),
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_record_names_its_file_its_key_and_the_problem(case: str, spoil: Spoil) -> None:
    (file, old, new, read), (named_file, key, problem) = WRONG[case]
    with pytest.raises(BadRecord) as caught:
        read(spoil(file, old, new))
    assert (caught.value.file, caught.value.key) == (named_file, key)
    assert problem in caught.value.problem
    assert str(caught.value) == f"{named_file}, {key}: {caught.value.problem}"


def test_a_use_case_without_an_outcome_is_refused(spoil: Spoil) -> None:
    folder = spoil(
        "usecases.toml", '[[usecase.outcome]]\nkey = "meeting-notes-hours"\n', '[[usecase.end]]\nkey = "x"\n'
    )
    with pytest.raises(BadRecord, match=r"usecase\.meeting-notes: has no 'outcome'"):
        usecases.use_cases(folder)


NOTHING_INSIDE = {
    "an agenda without sessions": ("agendas.toml", '[[agenda]]\nkey = "bare"\n', "agenda.bare", "has no 'session'"),
    "a session without items": (
        "agendas.toml",
        '[[agenda]]\nkey = "bare"\n[[agenda.session]]\nkey = "bare-1"\nweek = 0\n',
        "session.bare-1",
        "has no 'item'",
    ),
    "items that are no records": (
        "agendas.toml",
        '[[agenda]]\nkey = "bare"\n[[agenda.session]]\nkey = "bare-1"\nweek = 0\nitem = [5]\n',
        "item[0]",
        "must be a table",
    ),
    "a guardrail without a law": (
        "guardrails.toml",
        '[[area]]\nkey = "data"\n[[guardrail]]\nkey = "bare"\narea = "data"\ngate = "any"\n',
        "guardrail.bare",
        "has no 'law'",
    ),
    "a file without records": ("pilots.toml", "# none\n", "decision", "must be a list with at least one record"),
}


@pytest.mark.parametrize("case", NOTHING_INSIDE)
def test_a_record_with_nothing_inside_is_refused(case: str, folder: Path) -> None:
    file, text, key, problem = NOTHING_INSIDE[case]
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(BadRecord) as caught:
        phrases.every_phrase(folder)
    assert (caught.value.file, caught.value.key) == (file, key)
    assert problem in caught.value.problem


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "team.toml").unlink()
    with pytest.raises(BadRecord, match=r"team\.toml, the whole file: is missing"):
        team.seats(folder)


def test_a_catalogue_without_any_language_is_refused(folder: Path) -> None:
    shutil.rmtree(folder / "en")
    with pytest.raises(BadRecord, match="no folder of words in any language"):
        pilots.decisions(folder)


@pytest.mark.parametrize(
    ("file", "read"), [("readiness.toml", readiness.instrument), ("team.toml", team.seats)], ids=["readiness", "team"]
)
def test_a_second_language_must_have_every_file(file: str, read: Callable[[Path], object], folder: Path) -> None:
    shutil.copytree(folder / "en", folder / "es")
    (folder / "es" / file).unlink()
    with pytest.raises(BadRecord) as caught:
        read(folder)
    assert (caught.value.file, caught.value.problem) == (f"es/{file}", "is missing")


def test_a_sentence_missing_in_a_second_language_names_that_language(folder: Path, spoil: Spoil) -> None:
    shutil.copytree(folder / "en", folder / "es")
    spoil("es/pilots.toml", 'name = "Stop"\n', "")
    with pytest.raises(BadRecord) as caught:
        pilots.decisions(folder)
    assert (caught.value.file, caught.value.key) == ("es/pilots.toml", "decision.stop")


def test_a_language_is_added_by_its_folder_alone(folder: Path, spoil: Spoil) -> None:
    shutil.copytree(folder / "en", folder / "es")
    spoil("es/pilots.toml", 'name = "Stop"', 'name = "Parar"')
    stop = pilots.decisions(folder)[-1]
    assert (stop.name.in_language("es"), stop.name.in_language("en")) == ("Parar", "Stop")
    assert {code for phrase in phrases.every_phrase(folder) for code, _ in phrase.texts} == {"en", "es"}


def test_english_comes_first_because_it_is_the_fallback(folder: Path) -> None:
    shutil.copytree(folder / "en", folder / "de")
    assert languages(folder) == ("en", "de")
