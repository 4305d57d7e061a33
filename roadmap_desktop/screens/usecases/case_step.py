"""The ground of the steps that show a list of use cases, and the selected one beside or below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtGui import QShowEvent

from roadmap_desktop.screens.step import Step
from roadmap_desktop.widgets.sheet import Sheet


class CaseRow(Protocol):
    """A row of the list."""

    @property
    def uuid(self) -> str:
        """The use case."""


R = TypeVar("R", bound=CaseRow)


class CaseStep(Step):
    """A subclass lists its rows, and says in ``inspect`` what the inspector shows of the selected one."""

    scrolls_inside = True  # the list scrolls, so that the selected use case stays in view
    cases: Sheet

    def inspect(self) -> None:
        """Shows what is known of the selected use case beside it."""
        raise NotImplementedError

    def arrive(self, subject: str) -> None:
        """Selects a use case."""
        if self._stale:
            self.refresh()
        self.cases.select(subject)

    def showEvent(self, event: QShowEvent) -> None:
        """Comes back with what is known of the selected use case."""
        super().showEvent(event)
        self.inspect()

    def list_cases(self, rows: Sequence[R], waits: Callable[[R], bool]) -> None:
        """Shows the rows; where none is selected yet, the first that waits is."""
        self.cases.present(rows)
        if rows and not self.cases.current():
            self.cases.select(next((row for row in rows if waits(row)), rows[0]).uuid)

    def selected_of(self, rows: Sequence[R]) -> R | None:
        """The row that is selected."""
        return next((row for row in rows if row.uuid == self.cases.current()), None)
