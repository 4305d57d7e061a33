"""The inspector: what is selected, why it is so, what follows, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey.inspection import Inspection, Line, Section
from roadmap_desktop.language import message
from roadmap_desktop.screens.sitting import Action, Selected
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.inspection_line import InspectionLine
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.speech import say


class Inspector(QFrame):
    """``followed`` carries the target of a line; ``has_primary`` tells whether its first action is the primary one."""

    followed = Signal(object)  # Target

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.px(tokens.INSPECTOR))
        self.setAccessibleName(say(message("About what is selected")))
        self._shown: Inspection | None = None
        self._panel: QWidget | None = None
        self._actions: tuple[Action, ...] = ()
        self._inside = QWidget()
        self._text_rows = QVBoxLayout()
        self._action_rows = QVBoxLayout()
        self._panel_rows = QVBoxLayout()
        self._lay_out()

    def present(self, selected: Selected) -> None:
        """Shows the selection; what is already there is not built anew, so that focus and typing stay."""
        if selected.inspection != self._shown:
            self._shown = selected.inspection
            self._write(selected.inspection)
        if selected.panel is not self._panel:
            self._put_in(selected.panel)
        self._offer(selected.actions)

    def has_primary(self) -> bool:
        """Whether the first of its actions is the primary button of the screen."""
        return bool(self._actions)

    def inspection(self) -> Inspection | None:
        """What is shown now."""
        return self._shown

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface with a hairline on the left."""
        worn = theme.worn()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(worn.surface))
        painter.fillRect(QRect(0, 0, 1, self.height()), theme.colour(worn.line))

    def _lay_out(self) -> None:
        for rows, gap in ((self._text_rows, 2), (self._panel_rows, 8), (self._action_rows, 12)):
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(theme.px(gap))
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(*(theme.px(side) for side in (18, 17, 18 - tokens.SCROLL_BAR, 12)))
        inside.setSpacing(theme.px(16))
        inside.addLayout(self._text_rows)
        inside.addLayout(self._panel_rows)
        inside.addStretch(1)
        area = QScrollArea(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(self._inside)
        # As wide with a scroll bar as without: where lines broke anew as the bar came, and then fitted without it,
        # it would come and go without an end.
        self._inside.setFixedWidth(theme.px(tokens.INSPECTOR) - 1 - theme.px(tokens.SCROLL_BAR))
        foot = QWidget(self)
        foot.setLayout(self._action_rows)
        self._action_rows.setContentsMargins(*(theme.px(side) for side in (18, 4, 18, 16)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(foot)

    def _write(self, inspection: Inspection | None) -> None:
        _empty(self._text_rows)
        if inspection is None:
            return
        self._text_rows.addWidget(_kicker(say(inspection.kicker)))
        self._text_rows.addWidget(Paragraph(words=inspection.title, role="heading"))
        if text := say(inspection.text):
            self._text_rows.addSpacing(theme.px(8))
            self._text_rows.addWidget(Paragraph(words=text, role="second"))
        for section in inspection.sections:
            self._write_section(section)

    def _write_section(self, section: Section) -> None:
        self._text_rows.addSpacing(theme.px(7))
        if heading := say(section.heading):
            self._text_rows.addWidget(_kicker(heading))
        for number, line in enumerate(section.lines, 1):
            self._text_rows.addWidget(self._row(line, number))
            self._text_rows.addSpacing(theme.px(6))

    def _row(self, line: Line, number: int) -> InspectionLine:
        row = InspectionLine(line, number)
        row.clicked.connect(lambda: self.followed.emit(line.target))
        return row

    def _put_in(self, panel: QWidget | None) -> None:
        if self._panel is not None:
            self._panel_rows.removeWidget(self._panel)
            self._panel.hide()
            self._panel.setParent(None)
        self._panel = panel
        if panel is not None:
            self._panel_rows.addWidget(panel)
            panel.show()

    def _offer(self, actions: tuple[Action, ...]) -> None:
        before = [(action.words, action.key) for action in self._actions]
        self._actions = actions
        if before == [(action.words, action.key) for action in actions]:
            return
        _empty(self._action_rows)
        for place in range(len(actions)):
            self._add_button(place)

    def _add_button(self, place: int) -> None:
        action = self._actions[place]
        button = Button(self, words=action.words, weight=Weight.OUTLINED if place else Weight.PRIMARY)
        button.let_wrap()
        if action.key:
            button.setShortcut(QKeySequence(action.key))
        button.clicked.connect(lambda: self._actions[place].perform())
        self._action_rows.addWidget(button)


def _kicker(text: str) -> QLabel:
    label = QLabel(text.upper())
    label.setProperty("role", "kicker")
    label.setAccessibleName(text)
    label.setWordWrap(True)
    return label


def _empty(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
