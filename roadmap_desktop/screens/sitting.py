"""One open workshop in a window: its document, the language, and the person's place in the journey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.inspection import Inspection, Target
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Language, Words, message
from roadmap_desktop.screens.typing import Typing
from roadmap_desktop.screens.unsaved import Attempt, Complains, Unsaved
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble

if TYPE_CHECKING:
    from roadmap_desktop.screens.carrying import Carrying, LongMove, Running

T = TypeVar("T")
ELSEWHERE = message("Save a copy elsewhere")
"""The action that every notice of a move that was not saved has."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done with what is selected; the first of a row is the primary button."""

    words: Words
    perform: Callable[[], object]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message for the strip under the header: what happened, what is safe, what to do, and up to two actions."""

    what: Words
    safe: Words = ""
    remedy: Words = ""
    action: Action | None = None
    also: Action | None = None


@dataclass(frozen=True, slots=True)
class Selected:
    """What the inspector shows: the inspection, a panel of fields of the step's own, and the actions."""

    inspection: Inspection | None
    actions: tuple[Action, ...] = ()
    panel: QWidget | None = None


def is_of_unsaved(notice: Notice) -> bool:
    """Whether the notice is about a move that the file did not take."""
    return any(action is not None and action.words == ELSEWHERE for action in (notice.action, notice.also))


class Sitting(QObject):
    """What a step needs of the window; a step never touches a session, only pictures and moves."""

    changed = Signal(object)  # Change
    noticed = Signal(object)  # Notice
    went = Signal(object)  # Target
    selected = Signal(object)  # Selected
    pointed = Signal(str)  # uuid of the statement that the whole room answers now
    copy_wanted = Signal(object)  # EarlierCopy, to be opened in a window beside
    damaged = Signal(object)  # FileTrouble, found in a file that is open
    elsewhere_wanted = Signal()
    unsaved_changed = Signal()
    running = Signal(object)  # Running, or None: what is worked out beside the window

    def __init__(self, document: Document, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.language = language
        self.typing = Typing(self)
        self._unsaved = Unsaved()
        self._is_trying = False
        self._is_told = False
        self._is_together = False
        self._carrying: Carrying | None = None
        document.subscribe(self._hear)

    def close(self) -> None:
        """Gives the file back."""
        if self._carrying is not None:
            self._carrying.wait()
        self.document.close()

    def carry_out(self, move: LongMove) -> bool:
        """Begins a move that takes long, unless another one is under way, which is said."""
        if self._carrying is None:
            from roadmap_desktop.screens.carrying import Carrying  # a start is spared it

            self._carrying = Carrying(self, self)
        return self._carrying.begin(move)

    def show_running(self, running: Running | None) -> None:
        """Shows what is worked out beside the window."""
        self.running.emit(running)

    def tell(self, what: Words, safe: Words, remedy: Words) -> None:
        """Says in the strip what happened, what is safe and what to do."""
        self.noticed.emit(Notice(what, safe, remedy))

    def stop_carrying(self) -> None:
        """Cancels the long move under way, where there is one."""
        if self._carrying is not None:
            self._carrying.cancel()

    def say(self, words: Words | None) -> str:
        """The words in the window's language."""
        return self.language.say(words)

    def possible_owners(self) -> tuple[str, ...]:
        """Names to suggest where somebody is named who does something."""
        from roadmap_desktop.journey.roadmap.owners import possible_owners  # the plan is not needed for the window

        return possible_owners(self.document, self.language)

    def attempt(self, move: Callable[[], T], *, beside: Complains | None = None) -> T | None:
        """Makes a move; where it can't be made, nothing has changed, and what was typed stays in its control.

        A refusal is shown beside the control, or in the strip where there is none. Trouble with the file concerns more
        than one control: it is shown in the strip, which says what is safe, and beside the control as well.
        """
        if self._is_together:
            return self._part(move, beside)
        attempt = Attempt.of(move, beside)
        is_dropped = self._unsaved.drop(attempt)
        if self._unsaved:
            self.try_again()  # first, so that nothing older is written over what is newer
        made: T | None = self._make(attempt)
        if is_dropped and not self._unsaved:
            self._all_saved()
        return made

    def together(self, label: Words, moves: Callable[[], object], *, beside: Complains | None = None) -> bool:
        """Makes the moves that are attempted inside as one: one step of undo, where those refused are left out.

        Each refusal is shown beside the control of its own attempt. False where the file took none of them.
        """

        def made() -> bool:
            self._is_together = True
            try:
                with self.document.together(label):
                    moves()
            finally:
                self._is_together = False
            return True

        return bool(self.attempt(made, beside=beside))

    def look(self, read: Callable[[], T]) -> T | None:
        """What is read from the file while nobody asked for it; trouble is told, and nothing waits for being saved."""
        try:
            return read()
        except FileTrouble as trouble:
            self.tell_trouble(trouble)
            return None

    def has_unsaved(self) -> bool:
        """Whether a move waits that the file did not take; what it is about stands in its control."""
        return bool(self._unsaved)

    def try_again(self) -> None:
        """Makes the moves again that the file did not take, in their order, before anything is drawn anew."""
        if self._is_trying:
            return
        self._is_trying = True
        try:
            for attempt in self._unsaved.attempts():
                self._make(attempt)
        finally:
            self._is_trying = False

    def may_be_left(self) -> bool:
        """Whether all is saved, at the latest now; once the person was told that it is not, the answer is yes."""
        self.try_again()
        told, self._is_told = self._is_told, bool(self._unsaved)
        return told or not self._unsaved

    def put_back(self) -> None:
        """Shows again what the file did not take, in controls that were just filled from the file."""
        self._unsaved.put_back()

    def _make(self, attempt: Attempt) -> Any:
        beside = attempt.beside
        try:
            made = attempt.move()
        except Refused as refusal:
            self._forget(attempt)
            self._tell_refusal(refusal, beside)
        except FileTrouble as trouble:
            self._unsaved.keep(attempt)
            self.typing.keep()
            self.unsaved_changed.emit()
            self.tell_trouble(trouble)
            if beside is not None:
                beside.complain(self.say(trouble.what), self.say(trouble.remedy))
        else:
            self._forget(attempt)
            return made
        return None

    def _part(self, move: Callable[[], T], beside: Complains | None) -> T | None:
        """One of several moves that are made together; trouble with the file ends them all."""
        try:
            return move()
        except Refused as refusal:
            self._tell_refusal(refusal, beside)
            return None

    def _tell_refusal(self, refusal: Refused, beside: Complains | None) -> None:
        if beside is not None:
            beside.complain(self.say(refusal.reason), self.say(refusal.remedy))
        else:
            self.noticed.emit(Notice(refusal.reason, remedy=refusal.remedy))

    def tell_trouble(self, trouble: FileTrouble) -> None:
        """Says in the strip what happened to the file; where it is damaged, with the way to what can be read of it."""
        if trouble.can_recover:
            self.damaged.emit(trouble)
        else:
            self.noticed.emit(self._told(trouble))

    def _told(self, trouble: FileTrouble) -> Notice:
        again = Action(message("Try again"), self.try_again)
        elsewhere = Action(ELSEWHERE, self.elsewhere_wanted.emit)
        if self.document.read_only:
            return Notice(trouble.what, trouble.safe, trouble.remedy, elsewhere)
        return Notice(trouble.what, trouble.safe, trouble.remedy, again, elsewhere)

    def _forget(self, attempt: Attempt) -> None:
        if self._unsaved.drop(attempt):
            attempt.settle()
            self._all_saved()

    def _all_saved(self) -> None:
        if not self._unsaved:
            self._is_told = False
            self.typing.let_go_of_kept()
        self.unsaved_changed.emit()

    def go(self, target: Target) -> None:
        """Goes to a place in the journey."""
        self.went.emit(target)

    def inspect(
        self, inspection: Inspection | None, actions: tuple[Action, ...] = (), panel: QWidget | None = None
    ) -> None:
        """Shows something in the inspector; None empties it."""
        self.selected.emit(Selected(inspection, actions, panel))
        self.put_back()

    def _hear(self, change: Change) -> None:
        self.typing.heard_change()
        self.changed.emit(change)
