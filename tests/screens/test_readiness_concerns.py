"""The log of concerns by hand: noted, answered, met by a guardrail or a task, and open ones never hidden."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmap_desktop.journey.guardrails.facts import guardrails
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.readiness.barriers import make_barrier
from roadmap_desktop.journey.readiness.concernlog import ConcernField, add_concern, edit_concern
from roadmap_desktop.journey.readiness.concerns import concerns
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.language import Language
from roadmap_desktop.model.readiness import Respondent
from roadmap_desktop.screens.readiness.concerns import ConcernsStep
from roadmap_desktop.screens.sitting import Selected, Sitting
from roadmap_desktop.screens.step import Remark
from roadmap_desktop.store.document import Document
from tests.screens.hands import begin_row, edit_cell, focused, shown

Show = Callable[[type], ConcernsStep]
WORRY = "Who checks what it wrote?"


@pytest.fixture
def selected(sitting: Sitting) -> list[Selected]:
    heard: list[Selected] = []
    sitting.selected.connect(heard.append)
    return heard


def test_without_concerns_one_button_begins_the_log(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(ConcernsStep)
    begin_row(qtbot, step.concerns, WORRY)
    qtbot.waitUntil(lambda: len(shown(step.concerns)) == 1)
    assert [row.text for row in concerns(document)] == [WORRY]


def test_a_concern_gets_who_has_it_a_theme_and_an_answer(document: Document, show_step: Show, qtbot: QtBot) -> None:
    uuid = add_concern(document, WORRY)
    step = show_step(ConcernsStep)
    edit_cell(qtbot, step.concerns, uuid, "perspective", "Students")
    edit_cell(qtbot, step.concerns, uuid, "theme", "Workload")
    edit_cell(qtbot, step.concerns, uuid, "answer", "The teacher, in paid time.")
    row = concerns(document)[0]
    assert (row.perspective, row.theme, row.answer) == ("student", "Workload", "The teacher, in paid time.")


def test_a_guardrail_meets_a_concern_by_its_name_and_one_click_leads_to_it(
    document: Document, show_step: Show, selected: list[Selected], sitting: Sitting, qtbot: QtBot
) -> None:
    uuid, guardrail = add_concern(document, WORRY), next(iter(guardrails(document).values()))
    step = show_step(ConcernsStep)
    edit_cell(qtbot, step.concerns, uuid, "met_by", Language("en").say(guardrail.name).upper())
    step.concerns.select(uuid)
    qtbot.waitUntil(lambda: bool(selected[-1].inspection and selected[-1].inspection.sections))
    with qtbot.waitSignal(sitting.went) as went:
        selected[-1].actions[0].perform()
    assert went.args == [Target("guardrails", "holds", guardrail.uuid)]


def test_a_task_of_the_roadmap_meets_a_concern(document: Document) -> None:
    barrier = make_barrier(document, [instrument(document).statements[0].uuid], action="Pay the hours")[0]
    uuid = add_concern(document, WORRY)
    edit_concern(document, uuid, ConcernField.MET_BY, "pay the hours")
    met_by = concerns(document)[0].met_by
    assert met_by is not None
    assert met_by.target == Target("roadmap", "timeline", f"barrier:{barrier}")


def test_a_name_that_nothing_has_is_answered_beside_its_cell(document: Document, show_step: Show, qtbot: QtBot) -> None:
    uuid = add_concern(document, WORRY)
    step = show_step(ConcernsStep)
    edit_cell(qtbot, step.concerns, uuid, "met_by", "Nothing of ours")
    assert "No guardrail and no task is called Nothing of ours." in step.concerns.complaint()
    assert concerns(document)[0].met_by is None


def test_open_concerns_are_counted_beside_the_title_until_all_are_answered(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    uuid = add_concern(document, WORRY)
    step = show_step(ConcernsStep)
    heard: list[Remark] = []
    step.remarked.connect(heard.append)
    step.refresh()
    edit_concern(document, uuid, ConcernField.ANSWER, "The teacher.")
    qtbot.waitUntil(lambda: len(heard) > 1)
    assert [step.say(each.text) for each in heard] == ["1 concern not answered", "1 concern, answered"]


def test_an_answer_written_in_the_inspector_is_saved_when_the_step_is_left(
    document: Document, show_step: Show, selected: list[Selected], qtbot: QtBot
) -> None:
    uuid = add_concern(document, WORRY)
    step = show_step(ConcernsStep)
    step.concerns.select(uuid)
    panel = selected[-1].panel
    assert panel is not None
    qtbot.keyClicks(panel.answer, "The teacher.")
    step.hide()
    assert concerns(document)[0].answer == "The teacher."


def test_delete_takes_a_whole_line_away_and_undo_brings_it_back(
    document: Document, show_step: Show, qtbot: QtBot
) -> None:
    uuid = add_concern(document, WORRY)
    step = show_step(ConcernsStep)
    step.concerns.select(uuid)
    step.concerns.grid.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(focused(), Qt.Key.Key_Delete)
    assert not concerns(document)
    document.undo()
    assert [row.uuid for row in concerns(document)] == [uuid]


def test_comments_of_a_form_stand_below_without_a_name(document: Document, show_step: Show, qtbot: QtBot) -> None:
    step = show_step(ConcernsStep)
    assert step.comments.isHidden()
    with document.change("taken") as session:
        session.add_all(Respondent(form="f", round=1, note=note) for note in ("More time.", "", "And paper?"))
    qtbot.waitUntil(step.comments.isVisible)
    assert shown(step.comments) == [["And paper?"], ["More time."]]
