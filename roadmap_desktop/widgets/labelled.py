"""A field with its label above and, when a move was refused, the reason below."""

from __future__ import annotations

from PySide6.QtCore import Property, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.language import Words
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.complaint import Complaint
from roadmap_desktop.widgets.datefield import DateField
from roadmap_desktop.widgets.longtext import LongText
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.segments import SegmentedChoice
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.subject import show_subject, subject_shown

_FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, SegmentedChoice, QAbstractButton)


class Labelled(QWidget):
    """Label, field, hint and reason. In a form it holds one field in a layout; in code use ``around``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setProperty("role", "label")
        self._hint = Paragraph(self, role="hint")
        self._hint.hide()
        self._hint.setContentsMargins(0, 2, 0, 0)  # clear of the ring of the field's focus
        self._complaint = Complaint(self)
        self._field: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @classmethod
    def around(cls, field: QWidget, label: Words, *, hint: Words = "", parent: QWidget | None = None) -> Labelled:
        """The field with that label."""
        made = cls(parent)
        QVBoxLayout(made).addWidget(field)
        made._take_label(say(label))
        made._take_hint(say(hint))
        made.settle()
        return made

    def settle(self) -> None:
        """Puts label and reason round the field that a form has put inside; the form loader calls it."""
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout) or self._field is not None:
            return
        inside = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._field = next((each for each in inside if isinstance(each, _FIELDS)), None)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(3))
        layout.insertWidget(0, self._label)
        layout.addWidget(self._hint)
        layout.addWidget(self._complaint)
        if not isinstance(self._field, QPlainTextEdit):
            layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        if self._field is not None:
            self._label.setBuddy(self._field)
            self._name_field()
            self._listen(self._field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps room for every line of hint and reason at the new width."""
        super().resizeEvent(event)
        self._keep_room()

    def field(self) -> QWidget | None:
        """The field inside."""
        return self._field

    def complain(self, reason: str, remedy: str) -> None:
        """Shows why a move was not made; it goes away when the field is edited again."""
        self._complaint.show_reason(reason, remedy)
        self._keep_room()
        if isinstance(self._field, LongText):
            self._field.stay()
        if self._field is not None:
            self._field.setAccessibleDescription(self._complaint.text())

    def begin(self, subject: str) -> None:
        """From now on the field shows something else, by its uuid or key: reason and typing go."""
        self.clear()
        if isinstance(self._field, LongText):
            self._field.begin()
        elif isinstance(self._field, QLineEdit):
            self._field.setModified(False)
        for each in (self, self._field):
            if each is not None:
                show_subject(each, subject)

    def about(self) -> str:
        """What the field shows."""
        return subject_shown(self)

    def taken(self, about: object) -> None:
        """What was refused before is saved: takes the reason away."""
        if about == self.about():
            self.clear()

    def clear(self) -> None:
        """Takes the reason away."""
        self._complaint.clear()
        if self._field is not None:
            self._field.setAccessibleDescription(self._hint.plain())

    def complaint(self) -> str:
        """The reason and remedy shown; empty without one."""
        return self._complaint.text()

    def _keep_room(self) -> None:
        """A layout that lies at the top is given the height it prefers, which is too little where words wrap more."""
        for words in (self._hint, self._complaint):
            words.setMinimumHeight(max(0, words.heightForWidth(self.width())))

    def _listen(self, field: QWidget) -> None:
        if isinstance(field, DateField):
            field.misread.connect(self.complain)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _: self.clear())
        elif isinstance(field, QComboBox):
            field.activated.connect(lambda _: self.clear())
        elif isinstance(field, QPlainTextEdit):
            field.textChanged.connect(self.clear)
        elif isinstance(field, SegmentedChoice):
            field.chosen.connect(lambda _: self.clear())
        elif isinstance(field, QAbstractSpinBox):
            field.editingFinished.connect(self.clear)

    def _name_field(self) -> None:
        if self._field is not None:
            self._field.setAccessibleName(self._label.text().replace("&", ""))
            self._field.setAccessibleDescription(self._hint.plain())

    def _label_text(self) -> str:
        return self._label.text()

    def _take_label(self, text: str) -> None:
        self._label.setText(text)
        self._name_field()

    def _hint_text(self) -> str:
        return self._hint.plain()

    def _take_hint(self, text: str) -> None:
        self._hint.say(text)
        self._hint.setVisible(bool(text))
        self._name_field()

    label = Property(str, _label_text, _take_label)
    hint = Property(str, _hint_text, _take_hint)
