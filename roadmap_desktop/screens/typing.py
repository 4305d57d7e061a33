"""What is being typed in an open workshop and is not on disk yet: saved after a pause, and at once when it is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from roadmap_desktop.widgets.pausing import PAUSE_MS

SEEKS = "seeks"
"""A property of fields whose text is about no fact: what is typed there seeks something and is not kept."""
Field = QLineEdit | QPlainTextEdit


class Typing(QObject):
    """``changed`` tells that something began to wait for being saved, or that nothing does any more."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pauses: dict[QTimer, Field] = {}
        self._open: Field | None = None
        self._heard: Field | None = None
        self._being_saved: Field | None = None
        self._kept: set[Field] = set()
        self._in_file: dict[Field, str] = {}
        self._anew: set[Field] = set()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def watch(self, field: Field, save: Callable[[str], object]) -> QTimer:
        """Calls ``save`` with the field's text after a pause in typing, and when the field is left."""
        pause = QTimer(field, singleShot=True, interval=PAUSE_MS)
        pause.timeout.connect(lambda: self._save(field, save))
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _: self._begin(field, pause))
            field.editingFinished.connect(lambda: hurry(pause))
        else:
            field.textChanged.connect(lambda: self._begin(field, pause) if field.hasFocus() else None)
        self._pauses[pause] = field
        return pause

    def fill(self, field: Field, text: str) -> None:
        """Puts a text into a field, unless the person is typing there or what was typed could not be saved.

        A field that is typed in gets it when it is left: perhaps it was written in another way than it is shown.
        """
        if self.keeps(field):
            return
        if field.hasFocus() and field not in self._anew:
            self._in_file[field] = text
            return
        self._anew.discard(field)
        self._in_file.pop(field, None)
        _write(field, text)

    def is_waiting(self) -> bool:
        """Whether something that was typed is not saved yet."""
        return self._open is not None or any(isValid(each) and each.isActive() for each in self._pauses)

    def save_all(self) -> None:
        """Saves at once whatever waits, in the field that has the focus too."""
        for pause in list(self._pauses):
            if isValid(pause):
                hurry(pause)
            else:
                del self._pauses[pause]
        field = QApplication.focusWidget()
        if self._open is not None and field is self._open:
            field.clearFocus()  # its panel or sheet saves what is left
            if isValid(field):
                field.setFocus()

    def _save(self, field: Field, save: Callable[[str], object]) -> None:
        if self._open is field:
            self._open = None
        self._kept.discard(field)
        self._being_saved = field
        try:
            save(_text(field))
        finally:
            self._being_saved = None
        self.changed.emit()

    def keeps(self, field: Field) -> bool:
        """Whether the field holds what the file did not take."""
        return field in self._kept

    def keep(self) -> None:
        """The file did not take what is being saved: it stays in its field."""
        if self._being_saved is not None:
            self._kept.add(self._being_saved)

    def let_go_of_kept(self) -> None:
        """All is saved: fields are filled from the file again."""
        self._kept.clear()

    def heard_change(self) -> None:
        """A move is on disk: what was typed before it is saved."""
        self._let_go()

    def save_in(self, part: QWidget) -> None:
        """Saves at once whatever waits in a part of the window, which is to show something else."""
        for pause, field in list(self._pauses.items()):
            if isValid(pause) and part.isAncestorOf(field):
                hurry(pause)

    def begin(self, part: QWidget) -> None:
        """Saves what waits in a part that shows something else next: its fields are filled even where the focus is."""
        self.save_in(part)
        fields = {field for field in self._pauses.values() if isValid(field) and part.isAncestorOf(field)}
        self._anew |= fields
        self._kept -= fields

    def _begin(self, field: Field, pause: QTimer) -> None:
        self._in_file.pop(field, None)
        pause.start()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        for pause, field in list(self._pauses.items()):
            if field is old and isValid(pause):
                hurry(pause)
        if isinstance(old, QLineEdit | QPlainTextEdit) and (text := self._in_file.pop(old, None)) is not None:
            _write(old, text)
        if self._heard is not None and isValid(self._heard):
            _signal_of(self._heard).disconnect(self._typed)
        self._heard = None
        self._let_go()
        if isinstance(new, QLineEdit | QPlainTextEdit) and not new.isReadOnly() and not new.property(SEEKS):
            self._heard = new
            _signal_of(new).connect(self._typed)

    def _typed(self) -> None:
        if self._open is not self._heard:
            self._open = self._heard
            self.changed.emit()

    def _let_go(self) -> None:
        if self._open is not None:
            self._open = None
            self.changed.emit()


def _signal_of(field: Field) -> SignalInstance:
    """What tells that someone types; in a long text that has the focus, every change is one."""
    return field.textEdited if isinstance(field, QLineEdit) else field.textChanged


def hurry(pause: QTimer) -> None:
    """Ends a pause that runs, now."""
    if pause.isActive():
        pause.stop()
        pause.timeout.emit()


def _write(field: Field, text: str) -> None:
    if _text(field) == text:
        return
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.setCursorPosition(0)
    else:
        field.setPlainText(text)


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
