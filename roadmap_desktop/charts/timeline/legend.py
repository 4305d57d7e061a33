"""What the colours of the bars stand for, in words under the timeline; hidden where the lanes say it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.charts.canvas import Look
from roadmap_desktop.language import Words

_SQUARE = "\N{BLACK SQUARE}"
_APART = "&nbsp;&nbsp;&nbsp; "


class Legend(QLabel):
    """A square and a word for each colour, on as many lines as they need."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setContentsMargins(10, 5, 10, 6)
        self.hide()

    def present(self, legend: tuple[tuple[str, Words], ...], look: Look) -> None:
        """Says what each hue (a stage or a tone of the theme) stands for."""
        self.setFont(look.font(tokens.SMALL))
        self.setText(
            _APART.join(
                f'<span style="color:{look.theme.hue(hue)}">{_SQUARE}</span>&nbsp;{_whole(look.say(words))}'
                for hue, words in legend
            )
        )
        self.setVisible(bool(legend))


def _whole(words: str) -> str:
    """Words that stay on one line with their square."""
    return escape(words).replace(" ", "&nbsp;")
