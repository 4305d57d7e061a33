"""The weights of the criteria in the inspector, and below them how sure the selected use case is of its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from roadmap_desktop.journey.usecases.facts import CriterionFact
from roadmap_desktop.journey.usecases.ranking import RankingPicture, RankingRow
from roadmap_desktop.journey.usecases.scoring import MOST_CHOSEN
from roadmap_desktop.journey.usecases.sureness import sentences
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.usecases.weight_row import WeightRow
from roadmap_desktop.screens.usecases.whose import WhoseWeights
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.speech import say

_LEAST_WIDTH = 240
"""The panel is never narrower than this: the inspector without its padding and scroll bar, in pixels."""


class WeightsPanel(QWidget):
    """``moved`` while a weight changes, ``settled`` (uuid, weight) when it is to be kept; ``chose``: how many."""

    moved = Signal()
    settled = Signal(str, int)
    reset = Signal()
    chose = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[WeightRow] = []
        self.number = QSpinBox(self)
        self.number.setRange(1, MOST_CHOSEN)
        self.number.setFixedWidth(theme.px(64))
        self.number.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
        self.number.setAccessibleName(say(message("How many the room wants to choose")))
        self.number.valueChanged.connect(self.chose)
        self._reset = Button(self, words=message("Reset"), weight=Weight.PLAIN, pressed=self.reset.emit)
        self.whose = WhoseWeights(self)
        self._kicker = _kicker(self, "")
        self.said: list[Paragraph] = []
        self._whole = QVBoxLayout(self)
        self._weights = QVBoxLayout()
        self._sentences = QVBoxLayout()
        self._lay_out()

    def present(
        self,
        picture: RankingPicture,
        row: RankingRow | None,
        criteria: Sequence[CriterionFact],
        *,
        may_move: bool = True,
    ) -> None:
        """Shows the criteria with the weights they bring, and what is to say of the selected use case."""
        if [each.uuid for each in self.rows] != [each.uuid for each in criteria]:
            self._build(criteria)
        for shown, criterion in zip(self.rows, criteria, strict=True):
            shown.present(criterion)
            shown.setEnabled(may_move)
        self._reset.setEnabled(may_move)
        with QSignalBlocker(self.number):
            self.number.setValue(picture.top)
        self._tell(row, sentences(picture, row) if row else ())

    def moving(self) -> dict[str, float]:
        """The weights that are on their way, by criterion."""
        return {row.uuid: row.weight() for row in self.rows if row.is_moving}

    def keep(self) -> None:
        """Keeps at once what waits for a pause."""
        for row in self.rows:
            row.keep()

    def minimumSizeHint(self) -> QSize:
        """As high as its texts need at the width it has, not at the least one."""
        return QSize(0, self._whole.heightForWidth(max(self.width(), theme.px(_LEAST_WIDTH))))

    def _tell(self, row: RankingRow | None, said: Sequence[Words]) -> None:
        title: Words = row.name if row else ""
        if row is not None and row.place is not None:
            title = message("{place} · {name}", place=row.place, name=row.name)
        self._kicker.setText(say(title).upper())
        self._kicker.setAccessibleName(say(title))
        while len(self.said) < len(said):
            self.said.append(Paragraph(self))
            self._sentences.addWidget(self.said[-1])
        for place, paragraph in enumerate(self.said):
            paragraph.setVisible(place < len(said))
            paragraph.say(said[place] if place < len(said) else "")
            paragraph.setProperty("role", "small" if place or (row and row.place is None) else "strong")
            paragraph.style().polish(paragraph)

    def _build(self, criteria: Sequence[CriterionFact]) -> None:
        for row in self.rows:
            self._weights.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [WeightRow(each, self) for each in criteria]
        for row in self.rows:
            row.moved.connect(self.moved)
            row.settled.connect(self.settled)
            self._weights.addWidget(row)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        label = QLabel(say(message("Choose the first")), self)
        label.setProperty("role", "label")
        label.setBuddy(self.number)
        label.setWordWrap(True)
        foot.addWidget(label, 1)
        foot.addWidget(self.number)
        foot.addWidget(self._reset)
        self._weights.setSpacing(theme.px(2))
        self._sentences.setSpacing(theme.px(6))
        layout = self._whole
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(_kicker(self, say(message("Weights of the criteria"))))
        layout.addWidget(self.whose)
        layout.addLayout(self._weights)
        layout.addLayout(foot)
        layout.addSpacing(theme.px(4))
        layout.addWidget(_Hairline(self))
        layout.addSpacing(theme.px(4))
        layout.addWidget(self._kicker)
        layout.addLayout(self._sentences)


class _Hairline(QWidget):
    """The line between weights and sentences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), theme.colour(theme.worn().line))


def _kicker(parent: QWidget, text: str) -> QLabel:
    label = QLabel(text.upper(), parent)
    label.setAccessibleName(text)
    label.setProperty("role", "kicker")
    label.setWordWrap(True)
    return label
