"""Answers of a form: one respondent one person, the same export again changes nothing, nothing by hand is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness.answers_in import take_answers
from roadmap_desktop.journey.readiness.drafts import ColumnDraft, FormDraft, RespondentDraft
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.notes import comments, notes
from roadmap_desktop.journey.readiness.profile import profile
from roadmap_desktop.journey.readiness.questionnaire import questionnaire
from roadmap_desktop.journey.readiness.rating import begin_round, count_hands, rate_statement
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.model.people import Table
from roadmap_desktop.model.readiness import Rating, Respondent
from roadmap_desktop.rules.readiness import Answer, Spread
from roadmap_desktop.store.document import Document

Given = int | Answer | None


def statements(document: Document) -> list[str]:
    return [each.uuid for each in instrument(document).statements]


def form(
    document: Document, *people: tuple[Given, ...], person: str = "", kind: str = "time", table: str = ""
) -> FormDraft:
    """A form in which each of these people answers the first statements."""
    asked = statements(document)
    respondents = tuple(
        RespondentDraft(
            f"line {line}",
            person,
            (kind, f"at {line}"),
            "teacher",
            table,
            tuple((asked[place], answer) for place, answer in enumerate(answers) if answer is not None),
        )
        for line, answers in enumerate(people)
    )
    columns = tuple(ColumnDraft(f"heading {place}", "statement", asked[place]) for place in range(len(people[0])))
    return FormDraft("form", columns, respondents)


def spread(document: Document, place: int = 0) -> Spread:
    return profile(document).statements[place].spread


def test_each_respondent_is_a_person_and_blanks_are_hers(document: Document) -> None:
    taken = take_answers(document, form(document, (4, None), (2, 1), (Answer.DONT_KNOW, None)))
    assert (taken.people, taken.named, taken.added) == (3, 0, 4)
    first, second, third = (spread(document, place) for place in range(3))
    assert (first.n, first.dont_know, first.blank, first.median) == (2, 1, 0, 3)
    assert (second.n, second.blank) == (1, 2)
    assert third.blank == 0  # the form does not ask it
    assert profile(document).dimensions[0].marks == (1.5, 4.0)


def test_the_same_export_twice_changes_nothing_and_makes_no_step(document: Document) -> None:
    take_answers(document, form(document, (4, 1), (2, 1)))
    heard: list[object] = []
    document.subscribe(heard.append)
    again = take_answers(document, form(document, (4, 1), (2, 1)))
    assert (again.added, again.changed, again.unchanged) == (0, 0, 4)
    assert heard == []


def test_a_later_export_brings_what_is_new_and_what_was_changed(document: Document) -> None:
    take_answers(document, form(document, (4, 1)))
    again = take_answers(document, form(document, (4, 2), (0, 0)))
    assert (again.added, again.changed, again.unchanged) == (2, 1, 1)
    assert spread(document, 1).counts == (1, 0, 1, 0, 0)


def test_an_import_is_one_step_of_undo(document: Document) -> None:
    before = profile(document)
    take_answers(document, form(document, (4, 1), (2, 1)))
    document.undo()
    assert profile(document) == before
    assert questionnaire(document).known == ()
    document.redo()
    assert spread(document).n == 2


def test_an_answer_given_in_the_room_stays_and_is_named(document: Document) -> None:
    ann = add_participant(document, "Ann Lee")
    rate_statement(document, statements(document)[0], Who(VoiceKind.PERSON, ann), 3)
    taken = take_answers(document, form(document, (1, 1), person=ann))
    assert taken.by_hand == (("Ann Lee", 1),)
    assert spread(document).counts == (0, 0, 0, 1, 0)
    assert spread(document, 1).counts == (0, 1, 0, 0, 0)


def test_answers_without_a_name_become_the_participants_once_she_is_known(document: Document) -> None:
    take_answers(document, form(document, (1, 1)))
    ann = add_participant(document, "Ann Lee")
    take_answers(document, form(document, (1, 1), person=ann))
    assert spread(document).n == 1
    assert document.rows(select(Rating.participant).distinct()) == [(ann,)]


def test_a_form_that_was_taken_in_round_one_stays_there(document: Document) -> None:
    take_answers(document, form(document, (1, 1)))
    begin_round(document)
    again = take_answers(document, form(document, (1, 1), (4, 4)))
    assert (again.added, again.unchanged) == (2, 2)
    assert {row.round for row in document.rows(select(Respondent.round))} == {1, 2}
    assert spread(document).counts == (0, 0, 0, 0, 1)
    assert profile(document, 1).statements[0].spread.counts == (0, 1, 0, 0, 0)


def test_ids_that_count_rows_do_not_let_one_group_overwrite_another(document: Document) -> None:
    take_answers(document, form(document, (4, 4), (4, 4), kind="count"))
    with pytest.raises(Refused):
        take_answers(document, form(document, (0, 1), (4, 0), kind="count"))
    corrected = take_answers(document, form(document, (4, 4), (4, 3), kind="count"))
    assert (corrected.added, corrected.changed) == (0, 1)


def test_nobody_is_asked_twice_where_respondents_may_be_in_the_room(document: Document) -> None:
    for name in ("Ann", "Ben", "Cy"):
        add_participant(document, name)
    take_answers(document, form(document, (4,), (2,)))
    assert spread(document).blank == 1


def test_hands_and_forms_are_told_apart(document: Document) -> None:
    take_answers(document, form(document, (4,)))
    count_hands(document, statements(document)[0], {4: 3})
    count_hands(document, statements(document)[0], {4: 2})
    assert spread(document).counts == (0, 0, 0, 0, 3)


def test_a_respondents_answer_replaces_her_share_of_her_tables(document: Document) -> None:
    add_participant(document, "Ann", table="Table 1")
    table = document.rows(select(Table.uuid))[0].uuid
    rate_statement(document, statements(document)[0], Who(VoiceKind.TABLE, table), 0, size=5)
    take_answers(document, form(document, (4,), (4,), table=table))
    assert spread(document).counts == (3, 0, 0, 0, 2)


def test_no_answer_to_another_instrument_is_taken(document: Document) -> None:
    draft = form(document, (4,))
    stranger = replace(draft.respondents[0], answers=(("nobody", 1),))
    with pytest.raises(Refused):
        take_answers(document, replace(draft, respondents=(stranger,)))


def test_the_same_ids_in_another_round_are_kept_beside_the_first(document: Document) -> None:
    take_answers(document, form(document, (4, 1), (2, 1)))
    again = form(document, (3, 1), (4, 1))
    taken = take_answers(document, again, into=2)
    assert (taken.round, taken.added, spread(document).median) == (2, 4, 3.5)
    assert profile(document, 1).statements[0].spread.median == 3
    assert take_answers(document, again, into=2).unchanged == 4
    document.undo()
    assert profile(document).rounds == 1


def test_a_note_comes_with_its_answer_and_again_with_other_words(document: Document) -> None:
    draft = form(document, (4,))
    for text in ("No money", "No time"):
        each = replace(draft.respondents[0], notes=((statements(document)[0], text),), comment="Thank you")
        take_answers(document, replace(draft, respondents=(each,)))
        assert notes(document)[statements(document)[0]] == (text,)
    assert comments(document) == ("Thank you",)
