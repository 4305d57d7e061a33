"""What stands in a control of any kind, kept so that it can be put back after the control was filled from the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from shiboken6 import isValid

from roadmap_desktop.widgets.labelled import Labelled
from roadmap_desktop.widgets.rating_list import RatingList
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.subject import subject_shown

PutBack = Callable[[], None]


def as_shown(beside: object) -> PutBack | None:
    """Puts the content back that the control has now, as long as it is about the same; None for other controls.

    A sheet keeps its editors open by itself; a move that is told beside no field is made in the one with the focus.
    """
    if isinstance(beside, Sheet):
        return beside.as_set()
    control = beside.field() if isinstance(beside, Labelled) else None
    if not isinstance(beside, Labelled):
        control = _control_of(QApplication.focusWidget())
    if control is None or (put := _putting(control)) is None:
        return None
    subject, widget = subject_shown(control), control

    def put_back() -> None:
        if isValid(widget) and subject_shown(widget) == subject:
            blocker = QSignalBlocker(widget)
            put()
            blocker.unblock()

    return put_back


def _control_of(focused: QWidget | None) -> QWidget | None:
    """The control whose part has the focus."""
    parent = None if focused is None else focused.parentWidget()
    return parent if isinstance(parent, SegmentedChoice) else focused


def _putting(control: QWidget) -> PutBack | None:
    """How the control's content of now is put into it."""
    match control:
        case RatingList():
            answer = control.answer_given()
            return None if answer is None else lambda: control.show_answer(*answer)
        case SegmentedChoice():
            key = control.current()
            return lambda: control.mark(key)
        case QComboBox():
            place = control.currentIndex()
            return lambda: control.setCurrentIndex(place)
        case QSpinBox():
            value = control.value()
            return lambda: control.setValue(value)
        case QLineEdit():
            text = control.text()
            return lambda: _write(control, text)
        case QPlainTextEdit():
            text = control.toPlainText()
            return lambda: _write(control, text)
        case QAbstractButton() if control.isCheckable():
            is_checked = control.isChecked()
            return lambda: control.setChecked(is_checked)
    return None


def _write(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Leaves a text alone that is typed on."""
    if field.hasFocus():
        return
    if isinstance(field, QLineEdit) and field.text() != text:
        field.setText(text)
        field.setModified(True)
    elif isinstance(field, QPlainTextEdit) and field.toPlainText() != text:
        field.setPlainText(text)
        field.document().setModified(True)
