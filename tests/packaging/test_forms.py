"""Forms and steps belong together: each step has its form, each form its step, and nothing in them is nameless."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import get_type_hints
from xml.etree import ElementTree as ET

import pytest
import strings_found
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from roadmap_desktop import screens
from roadmap_desktop.journey.stages import STAGES
from roadmap_desktop.screens.form import load

ROOT = Path(__file__).parents[2]
FORMS = sorted(path.stem for path in (ROOT / "forms").glob("*.ui"))
STEPS = [f"{stage.key}_{step.key}" for stage in STAGES for step in stage.steps]
INPUTS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QAbstractItemView, QAbstractButton)


def owners() -> dict[str, type[QWidget]]:
    """The class that each form is built into."""
    modules = [
        importlib.import_module(found.name) for found in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}.")
    ]
    kinds = [kind for module in modules for kind in vars(module).values() if isinstance(kind, type)]
    return {kind.form: kind for kind in kinds if issubclass(kind, QWidget) and vars(kind).get("form")}


class Ear(QTranslator):
    """Hears which words Qt asks for when it builds a form."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[tuple[str, str]] = set()

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        self.heard.add((context, source))
        return source

    def isEmpty(self) -> bool:
        return False


def names_in(form: str) -> list[str]:
    """The names of the widgets that a form places itself."""
    return [widget.get("name", "") for widget in ET.parse(ROOT / "forms" / f"{form}.ui").iter("widget")]


def words_on(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""


def built(form: str, qtbot: QtBot) -> QWidget:
    """A form with what its step says of it, but without the step's life."""
    hints = get_type_hints(owners()[form])
    frame = type("Frame", (QWidget,), {"__annotations__": hints})()
    qtbot.addWidget(frame)
    load(form, frame)
    return frame


def test_every_form_has_its_owner_and_every_owner_its_form() -> None:
    assert set(FORMS) == set(owners())


def test_every_step_of_the_journey_has_a_form_of_its_name() -> None:
    assert set(STEPS) - set(FORMS) == set()


@pytest.mark.parametrize("form", FORMS)
def test_a_form_holds_each_widget_that_its_step_names(form: str, qtbot: QtBot) -> None:
    assert built(form, qtbot).findChildren(QWidget)


@pytest.mark.parametrize("form", FORMS)
def test_every_control_of_a_form_has_a_name_to_hear(form: str, qtbot: QtBot) -> None:
    frame = built(form, qtbot)
    labelled = {label.buddy() for label in frame.findChildren(QLabel)}
    controls = [control for name in names_in(form) if isinstance(control := frame.findChild(QWidget, name), INPUTS)]
    assert [c.objectName() for c in controls if not (c in labelled or c.accessibleName() or words_on(c))] == []


@pytest.mark.parametrize("form", FORMS)
def test_qt_asks_for_exactly_the_words_that_the_template_lists(form: str, qtbot: QtBot) -> None:
    source = (ROOT / "forms" / f"{form}.ui").read_text(encoding="utf-8")
    words = {(word.context or "", word.one) for word in strings_found.in_form(source, form).words}
    ear = Ear()
    QCoreApplication.installTranslator(ear)
    built(form, qtbot)
    QCoreApplication.removeTranslator(ear)
    assert words - ear.heard == set()
