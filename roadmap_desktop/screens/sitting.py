"""One open workshop in a window: its document, the language, and the person's place in the journey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.journey.inspection import Inspection, Target
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Language, Words
from roadmap_desktop.store.change import Change
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.trouble import FileTrouble

T = TypeVar("T")


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


class Complains(Protocol):
    """A control that can show a reason and a remedy beside itself."""

    def complain(self, reason: str, remedy: str) -> None:
        """Shows them."""


class Sitting(QObject):
    """What a step needs of the window; a step never touches a session, only pictures and moves."""

    changed = Signal(object)  # Change
    noticed = Signal(object)  # Notice
    went = Signal(object)  # Target
    selected = Signal(object)  # Selected
    copy_wanted = Signal(object)  # EarlierCopy, to be opened in a window beside
    damaged = Signal(object)  # FileTrouble, found in a file that is open

    def __init__(self, document: Document, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.language = language
        document.subscribe(self._hear)

    def close(self) -> None:
        """Gives the file back."""
        self.document.close()

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
        try:
            return move()
        except Refused as refusal:
            if beside is not None:
                beside.complain(self.say(refusal.reason), self.say(refusal.remedy))
            else:
                self.noticed.emit(Notice(refusal.reason, remedy=refusal.remedy))
        except FileTrouble as trouble:
            self.noticed.emit(Notice(trouble.what, trouble.safe, trouble.remedy))
            if beside is not None:
                beside.complain(self.say(trouble.what), self.say(trouble.remedy))
        return None

    def go(self, target: Target) -> None:
        """Goes to a place in the journey."""
        self.went.emit(target)

    def inspect(
        self, inspection: Inspection | None, actions: tuple[Action, ...] = (), panel: QWidget | None = None
    ) -> None:
        """Shows something in the inspector; None empties it."""
        self.selected.emit(Selected(inspection, actions, panel))

    def _hear(self, change: Change) -> None:
        self.changed.emit(change)
