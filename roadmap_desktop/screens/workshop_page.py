"""An open workshop in the window: header, rail, stage, inspector and status line round one sitting."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop import tokens
from roadmap_desktop.journey import stages
from roadmap_desktop.journey.beside.counts import beside_counts
from roadmap_desktop.journey.inspection import Inspection, Line, Section, Target
from roadmap_desktop.journey.stages import Stage
from roadmap_desktop.journey.standing import Standing
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens import places
from roadmap_desktop.screens.beside.area import BesideArea
from roadmap_desktop.screens.beside.pages import BESIDE, PAGES, BesideEntry
from roadmap_desktop.screens.daywatch import DayWatch
from roadmap_desktop.screens.header import Header
from roadmap_desktop.screens.inspector import Inspector
from roadmap_desktop.screens.keeping import Keeping
from roadmap_desktop.screens.messages import MessageStrip
from roadmap_desktop.screens.panes import give_back, go_round, take_focus
from roadmap_desktop.screens.rail import Rail
from roadmap_desktop.screens.sitting import Selected, Sitting, is_of_unsaved
from roadmap_desktop.screens.stage_area import StageArea, StepClass
from roadmap_desktop.screens.statusline import Saving, Status, StatusLine
from roadmap_desktop.screens.waiting import room_facts
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.trouble import FileTrouble
from roadmap_desktop.widgets import theme

if TYPE_CHECKING:
    from roadmap_desktop.screens.carrying import Running
    from roadmap_desktop.screens.jotting import Jotting
    from roadmap_desktop.screens.running import RunningLine

TRIMMED_EVERY = 200
"""Moves after which the history is looked at again."""


class WorkshopPage(QWidget):
    """``moved`` carries the place the person came to.

    How the stages stand is worked out after the first picture of the window, one stage in a turn of the event loop:
    the plan behind some of them costs more than all the rest. What a change needs is made ready in the turn after.
    """

    takes_ring = False
    moved = Signal(object)  # Target

    def __init__(
        self,
        sitting: Sitting,
        place: Target,
        step_class: StepClass = places.step_class,
        beside_pages: Sequence[BesideEntry] = PAGES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.sitting = sitting
        self.place = places.settled(place)
        self._about = _about(stages.stage(self.place.stage))
        self._entries = {entry.key: entry for entry in beside_pages}
        self._before_beside: QWidget | None = None
        self._last_move: Words = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside the controls ends what is being typed
        self.header, self.messages, self.rail = Header(self), MessageStrip(self), Rail(self)
        self.stage_area, self.beside_area = StageArea(sitting, step_class, self), BesideArea(sitting, self)
        self._middle = QStackedWidget(self)
        self._jotting: Jotting | None = None
        self._before_jotting: QWidget | None = None
        self._running: RunningLine | None = None
        self.inspector, self.status_line = Inspector(self), StatusLine(self)
        self._day_watch = DayWatch(sitting, self.header.clock, self.messages, self)
        self._redraw = QTimer(self, singleShot=True, interval=0)
        self._redraw.timeout.connect(self.redraw)
        self.keeping = Keeping(sitting, self)
        self._standings: dict[str, Standing] = {}
        self._to_stand: list[str] = []
        self._untrimmed = TRIMMED_EVERY
        self._stand = QTimer(self, singleShot=True, interval=0)
        self._stand.timeout.connect(self._stand_next)
        self._lay_out()
        self._connect()
        self.go(place)
        self.redraw()

    def go(self, target: Target) -> None:
        """Goes to a place in the journey, or to a page beside it."""
        if target.stage == BESIDE:
            self.show_beside(target.step, target.subject)
            return
        place = places.settled(target)
        self.save_typing()
        is_elsewhere = self.is_beside() or (place.stage, place.step) != (self.place.stage, self.place.step)
        if is_elsewhere or self.inspector.inspection() is None:
            self._about = _about(stages.stage(place.stage))
            self._nothing_selected()
        if self.is_beside():  # first, so that the step that is shown can say what is selected in it
            self.stage_area.show_place(self.place)
            self._middle.setCurrentWidget(self.stage_area)
        self.place = Target(place.stage, place.step)
        self.rail.show_current(place.stage)
        self.stage_area.show_place(place)
        self.moved.emit(self.place)

    def show_beside(self, key: str, subject: str = "") -> None:
        """Shows a page beside the stages in the place of the stage; an unknown one changes nothing."""
        if (entry := self._entries.get(key)) is None:
            return
        self.save_typing()
        if not self.is_beside():
            self._before_beside = self.window().focusWidget()
        self._about = Inspection(entry.title, entry.purpose)
        self._nothing_selected()
        self._middle.setCurrentWidget(self.beside_area)
        self.beside_area.show_page(entry, subject, stages.stage(self.place.stage).name)
        take_focus(self.beside_area.page()) or take_focus(self.beside_area)

    def jot(self, kind: str) -> None:
        """Opens the line in which something is parked or noted, wherever the person is."""
        if self._jotting is None:
            from roadmap_desktop.screens.jotting import Jotting  # a start is spared it

            self._jotting = Jotting(self.sitting, self)
            self._jotting.finished.connect(self._jotted)
            self._frame.insertWidget(1, self._jotting)
        if not self.is_jotting():
            self._before_jotting = self.window().focusWidget()
        self._jotting.begin(kind, self.place)

    def is_jotting(self) -> bool:
        """Whether that line is open."""
        return self._jotting is not None and not self._jotting.isHidden()

    def _jotted(self) -> None:
        """Gives the focus back to where the person was."""
        before, self._before_jotting = self._before_jotting, None
        page = self.beside_area.page() if self.is_beside() else self.stage_area.step()
        give_back(before, self) or take_focus(page) or take_focus(self.rail)

    def leave_beside(self) -> None:
        """Goes back to the stage, with the focus where it was."""
        if self.is_beside():
            self.go(self.place)
            give_back(self._before_beside, self) or take_focus(self.stage_area.step()) or take_focus(self.rail)

    def is_beside(self) -> bool:
        """Whether a page beside the stages is shown."""
        return self._middle.currentWidget() is self.beside_area

    def save_typing(self) -> None:
        """Saves at once what was typed and waits for a pause."""
        self.stage_area.save_typing()
        self.beside_area.save_typing()
        self.sitting.typing.save_all()

    def standings(self) -> dict[str, Standing]:
        """How the stages stand, as far as it has been worked out."""
        return dict(self._standings)

    def redraw(self) -> None:
        """Draws the frame from the document; the steps redraw themselves."""
        document = self.sitting.document
        with document.read():
            about = workshop(document)
            facts = room_facts(document)
            beside = beside_counts(document)
            undo, redo = document.undo_label, document.redo_label
        self.setAccessibleName(about.district)
        self.rail.foot.present(beside.words)
        self.header.present(about.district, document.path.name, is_sample=about.is_sample)
        self.status_line.present(
            Status(
                saved_at=document.saved_at,
                last_move=self._last_move or undo or "",
                can_undo=undo is not None and not document.read_only,
                can_redo=redo is not None and not document.read_only,
                is_read_only=document.read_only,
                facts=facts,
            )
        )
        self._to_stand = [stage.key for stage in stages.STAGES]
        if self.isVisible():
            self._stand.start()

    def undo(self) -> None:
        """Takes back the last move."""
        self.save_typing()
        self.sitting.attempt(self.sitting.document.undo)

    def redo(self) -> None:
        """Makes again what was taken back."""
        self.sitting.attempt(self.sitting.document.redo)

    def fold_inspector(self) -> None:
        """Folds the inspector away, or brings it back."""
        self.inspector.setVisible(self.inspector.isHidden())

    def next_pane(self, step: int) -> None:
        """Takes the focus to the next part of the frame (or back, below 0): rail, steps, step, inspector, status."""
        middle = [self.stage_area.tabs(), self.stage_area.step()]
        if self.is_beside():
            middle = [self.beside_area.page()]
        go_round((self.rail, *middle, self.inspector, self.status_line), step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where no control needs it, leaves a page beside the stages."""
        if event.key() == Qt.Key.Key_Escape and self.is_beside():
            self.leave_beside()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first picture, the rail."""
        super().paintEvent(event)
        if self._to_stand:
            self._stand.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for the rail any more, and its file may be given back next."""
        super().hideEvent(event)
        self._stand.stop()
        self._day_watch.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the rail to its rings in a narrow window."""
        super().resizeEvent(event)
        self.rail.fold(is_folded=self.width() < theme.px(tokens.NARROW))

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        self._middle.addWidget(self.stage_area)
        self._middle.addWidget(self.beside_area)
        middle.addWidget(self._middle, 1)
        middle.addWidget(self.inspector)
        self._frame = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.messages)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status_line)

    def _connect(self) -> None:
        self.sitting.changed.connect(self._changed)
        self.sitting.typing.changed.connect(self._tell_saving)
        self.sitting.unsaved_changed.connect(self._tell_saving)
        self.sitting.noticed.connect(self.messages.tell)
        self.sitting.running.connect(self._tell_running)
        self.sitting.went.connect(self.go)
        self.sitting.selected.connect(self._selected)
        self.rail.chosen.connect(lambda key: self.go(Target(key)))
        self.rail.foot.clicked.connect(lambda: self.show_beside("parking"))
        self.stage_area.went.connect(self.go)
        self.beside_area.left.connect(self.leave_beside)
        self.inspector.followed.connect(self.go)
        self.status_line.undone.connect(self.undo)
        self.status_line.redone.connect(self.redo)

    def _stand_next(self) -> None:
        if not self._to_stand:
            self._day_watch.look()
            self.sitting.look(self.sitting.document.prepare_to_change)
            self._trim_history()
            self.keeping.begin()
            return
        key = self._to_stand.pop(0)
        found = self.sitting.look(lambda: stages.standing(self.sitting.document, key))
        if found is not None:
            self._standings[key] = found
            self.rail.present({key: found})
        self._stand.start()

    def _trim_history(self) -> None:
        """Keeps the history within its bounds, when the workshop was opened and now and then, while nobody waits."""
        document = self.sitting.document
        if document.read_only or self._untrimmed < TRIMMED_EVERY:
            return
        has_more = False
        with suppress(FileTrouble):  # where the file takes nothing, the person's own move will tell
            has_more = document.trim()
        if has_more:
            self._stand.start()
        else:
            self._untrimmed = 0

    def _changed(self, change: Change) -> None:
        self._last_move = change.label
        self._untrimmed += 1
        self._redraw.start()

    def _tell_running(self, running: Running | None) -> None:
        if self._running is None:
            from roadmap_desktop.screens.running import RunningLine  # a start is spared it

            self._running = RunningLine(self)
            self._frame.insertWidget(self._frame.indexOf(self.messages) + 1, self._running)
        self._running.present(running)

    def _tell_saving(self) -> None:
        """Says whether what the person typed or chose is on disk; trouble that is over is taken from the strip."""
        failed = self.sitting.has_unsaved()
        waits = Saving.WAITING if self.sitting.typing.is_waiting() else Saving.SAVED
        self.status_line.tell(Saving.FAILED if failed else waits)
        if not failed:
            self.messages.withdraw_all(is_of_unsaved)

    def _selected(self, selected: Selected) -> None:
        if selected.inspection is None and not selected.actions and selected.panel is None:
            self._nothing_selected()
            return
        self.inspector.present(selected)
        self.stage_area.mark_primary(is_elsewhere=self.inspector.has_primary())

    def _nothing_selected(self) -> None:
        """With nothing selected the inspector says what the stage or page is for."""
        self.inspector.present(Selected(self._about))
        self.stage_area.mark_primary(is_elsewhere=False)


def _about(stage: Stage) -> Inspection:
    feeds = Section(message("What it feeds"), (Line(stage.feeds),))
    return Inspection(stage.name, stage.purpose, sections=(feeds,))
