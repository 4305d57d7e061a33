"""What stands in the window where a workshop's file is damaged: what happened, what can be read, and the ways on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop.journey.keeping.copies import EarlierCopy, in_words
from roadmap_desktop.journey.recovered import StageRead, by_stage
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.messages import MessageStrip
from roadmap_desktop.screens.sitting import Notice
from roadmap_desktop.screens.work import Progress, Work
from roadmap_desktop.store.openfile import local_now
from roadmap_desktop.store.recovery import Recovery, latest_good, recover
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.column import Column
from roadmap_desktop.widgets.paragraph import Paragraph
from roadmap_desktop.widgets.shapes import Shape
from roadmap_desktop.widgets.sheet import Sheet
from roadmap_desktop.widgets.speech import say

_WIDEST = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """What can be read, None where nothing can, and the newest earlier copy that is whole."""

    recovery: Recovery | None
    copy: EarlierCopy | None


@dataclass(frozen=True, slots=True)
class _Row:
    """A stage of the table."""

    stage: StageRead

    @property
    def uuid(self) -> str:
        """The stage's key."""
        return self.stage.stage


class RecoveryPage(QWidget):
    """``saved`` carries a file to be placed anew and opened: what was read, or an earlier copy; ``left`` goes back."""

    takes_ring = False
    saved = Signal(object)  # Path
    left = Signal()

    def __init__(self, path: Path, trouble: FileTrouble, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._folder = TemporaryDirectory(prefix="roadmap-")
        self.made = Path(self._folder.name) / path.name
        self._copy: EarlierCopy | None = None
        self.messages = MessageStrip(self)
        self._title, self._state = QLabel(self), Paragraph(self)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._title.setText(say(trouble.what))
        self._safe = Paragraph(self, words=trouble.safe)
        self.table = Sheet(self)
        self._more = Paragraph(self)
        self.save_button = Button(self, words=message("Save what can be read as a new file"), weight=Weight.PRIMARY)
        self.copy_button = Button(self)
        self.back_button = Button(self, words=message("Back"), before=Shape.LEFT, pressed=self.left.emit)
        self.save_button.clicked.connect(lambda: self.saved.emit(self.made))
        self.copy_button.clicked.connect(lambda: self.saved.emit(self._copy.path if self._copy else None))
        self._declare()
        self._lay_out()
        self._work = Work(self)
        self._work.finished.connect(self.present)
        self._begin()

    def present(self, found: Found) -> None:
        """Shows what can be read and lost by stage, and what can be done."""
        recovery, self._copy = found.recovery, found.copy
        stages = () if recovery is None else by_stage(recovery.kinds)
        self._state.say(_summary(recovery, stages))
        self.table.setVisible(recovery is not None)
        self.table.present([_Row(each) for each in stages])
        self._more.say(_about_copy(found))
        self.save_button.setVisible(recovery is not None)
        self.copy_button.setVisible(self._copy is not None)
        if self._copy is not None:
            self.copy_button.say(message("Open the copy of {when}", when=self._copy.when))
            weight = Weight.OUTLINED if recovery is not None else Weight.PRIMARY
            self.copy_button.setProperty("weight", weight.value)
        next(each for each in (self.save_button, self.copy_button, self.back_button) if not each.isHidden()).setFocus()

    def tell(self, trouble: FileTrouble) -> None:
        """Says why a file could not be placed."""
        self.messages.tell(Notice(trouble.what, trouble.safe, trouble.remedy))

    def close_work(self) -> None:
        """Ends what is under way and takes away what was not saved."""
        self._work.wait()
        self._folder.cleanup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        QPainter(self).fillRect(self.rect(), theme.colour(theme.worn().paper))

    def _begin(self) -> None:
        self._state.say(message("Reading what is left."))
        for part in (self.table, self.save_button, self.copy_button):
            part.hide()
        path, made = self.path, self.made

        def job(_progress: Progress) -> Found:
            copy = latest_good(path)
            told = None if copy is None else in_words(copy, local_now())
            try:
                return Found(recover(path, made), told)
            except FileTrouble:
                return Found(None, told)

        self._work.begin(job)

    def _declare(self) -> None:
        columns: list[Column[_Row]] = [
            Column("stage", message("Stage"), lambda row: row.stage.name, width=120, strong=True),
            Column(
                key="read",
                title=message("Can be read"),
                value=lambda row: row.stage.read_words,
                second=lambda row: row.stage.read_kinds,
                stretch=3,
            ),
            Column(
                key="lost",
                title=message("Lost"),
                value=lambda row: row.stage.lost_words,
                second=lambda row: row.stage.lost_kinds,
                stretch=1,
            ),
        ]
        self.table.declare(columns, name=message("What can be read, by stage"))

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(theme.px(12))
        for button in (self.back_button, self.copy_button, self.save_button):
            ways.addWidget(button)
        ways.insertStretch(1, 1)
        middle = QWidget(self)
        middle.setMaximumWidth(theme.px(_WIDEST))
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(middle)
        column.setContentsMargins(*(theme.px(side) for side in (24, 48, 24, 24)))
        column.setSpacing(theme.px(12))
        column.addStretch(1)
        for part in (self._title, self._safe, self._state, self.table, self._more):
            column.addWidget(part)
        column.addLayout(ways)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(middle, 8)
        centred.addStretch(1)
        layout.addLayout(centred, 1)


def _summary(recovery: Recovery | None, stages: tuple[StageRead, ...]) -> Words:
    if recovery is None:
        return message("Nothing in it can be read any more.")
    if recovery.was_sound or all(each.is_whole for each in stages):
        return message("Every answer in it can be read.")
    return message("This much of it can be read. Nothing is written into the damaged file.")


def _about_copy(found: Found) -> Words:
    sentences: list[Words] = []
    if found.recovery is not None and not found.recovery.history_kept:
        sentences.append(message("The list of moves could not be kept; a new one begins."))
    if found.recovery is not None and found.recovery.left_behind:
        sentences.append(message("Left behind: {names}.", names=found.recovery.left_behind))
    if found.copy is None:
        sentences.append(message("No earlier copy of this file is kept on this laptop."))
    else:
        sentences.append(
            message("The last whole copy was kept {why}: {when}.", why=found.copy.why, when=found.copy.when)
        )
    return " ".join(say(each) for each in sentences)
