"""A form is built into its step, and a form and a step that disagree say so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.language import Language
from roadmap_desktop.screens import form as form_module
from roadmap_desktop.screens import translator
from roadmap_desktop.screens.form import FormError, load
from roadmap_desktop.widgets.empty import EmptyState
from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.sheet import Sheet

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Try</class>
 <widget class="QWidget" name="Try"><layout class="QVBoxLayout" name="rows">
  <item><widget class="Labelled" name="name_row"><property name="label"><string>District</string></property>
   <layout class="QVBoxLayout" name="inside"><item><widget class="QLineEdit" name="name_field"/></item></layout>
  </widget></item>
  <item><widget class="Sheet" name="schools"/></item>
  <item><widget class="{kind}" name="more"/></item>
 </layout></widget></ui>"""

Write = Callable[..., None]


class Dial(QWidget):
    """A control that only one step has."""


class Step(QWidget):
    name_row: Labelled
    name_field: QLineEdit
    schools: Sheet


class StepWithDial(Step):
    more: Dial


class StepWithChoice(Step):
    more: QComboBox


class StepThatWantsMore(Step):
    owner_field: QLineEdit


@pytest.fixture
def write_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes ``forms/try.ui`` where the loader looks for forms in this test."""

    def write(text: str = FORM, kind: str = "QLabel") -> None:
        (tmp_path / "try.ui").write_text(text.replace("{kind}", kind), "utf-8")

    monkeypatch.setattr(form_module, "shipped", lambda *parts: tmp_path / parts[-1])
    return write


def built(kind: type[QWidget], qtbot: QtBot) -> QWidget:
    step = kind()
    qtbot.addWidget(step)
    load("try", step)
    return step


def test_the_step_is_the_form_s_outermost_widget_and_has_its_controls(write_form: Write, qtbot: QtBot) -> None:
    write_form()
    step = built(Step, qtbot)
    assert isinstance(step, Step)
    assert (step.objectName(), step.schools.parentWidget()) == ("Try", step)
    assert step.name_row.field() is step.name_field


def test_a_label_of_a_form_names_its_field(write_form: Write, qtbot: QtBot) -> None:
    write_form()
    step = built(Step, qtbot)
    assert isinstance(step, Step)
    assert step.name_field.accessibleName() == "District"
    assert step.name_row.findChild(QLabel).buddy() is step.name_field


def test_layouts_have_no_margins_unless_the_form_says_so(write_form: Write, qtbot: QtBot) -> None:
    write_form()
    step = built(Step, qtbot)
    margins = step.layout().contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (0, 0, 0, 0)


def test_a_step_s_own_control_is_known_to_its_form(write_form: Write, qtbot: QtBot) -> None:
    write_form(kind="Dial")
    step = built(StepWithDial, qtbot)
    assert isinstance(step, StepWithDial)
    assert type(step.more) is Dial


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (StepThatWantsMore, "forms/try.ui: StepThatWantsMore asks for owner_field, which is not there"),
        (StepWithChoice, "forms/try.ui: more is a QLabel, StepWithChoice asks for a QComboBox"),
    ],
)
def test_a_step_that_asks_for_what_is_not_there_is_told(
    kind: type[QWidget], words: str, write_form: Write, qtbot: QtBot
) -> None:
    write_form()
    with pytest.raises(FormError) as caught:
        built(kind, qtbot)
    assert str(caught.value) == words


def test_a_control_that_nobody_knows_is_named(write_form: Write, qtbot: QtBot) -> None:
    write_form(kind="Wheel")
    with pytest.raises(FormError, match=r"more is a Wheel, which nobody knows"):
        built(Step, qtbot)


def test_a_form_that_is_not_there_is_named(write_form: Write, qtbot: QtBot) -> None:
    with pytest.raises(FormError, match=r"forms/try\.ui"):
        built(Step, qtbot)


def test_words_of_a_form_come_from_the_window_s_language(
    write_form: Write, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Language, "text", lambda self, source, context="": f"{context}: {source.upper()}")
    write_form()
    translator.speak(qapp, Language("es"))
    step = built(Step, qtbot)
    translator.speak(qapp, Language("en"))
    assert isinstance(step, Step)
    assert step.name_row.label == "Try: DISTRICT"


@pytest.mark.parametrize("form", sorted((Path(__file__).parents[2] / "forms").glob("*.ui")), ids=lambda form: form.stem)
def test_the_words_of_an_empty_state_are_put_where_it_shows_them(form: Path) -> None:
    made = ET.parse(form).iter("widget")
    empty = [widget for widget in made if widget.get("class") == "EmptyState"]
    shown = {str(each.get("name")) for widget in empty for each in widget.findall("property")}
    known = {EmptyState.staticMetaObject.property(place).name() for place in range(200)}
    assert shown <= known
