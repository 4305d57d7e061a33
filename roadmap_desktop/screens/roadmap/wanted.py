"""Which tasks of the roadmap are shown, and in which lanes: one row of controls that all steps of the roadmap share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.roadmap.grouping import By, grouped, searched
from roadmap_desktop.journey.roadmap.overview import title
from roadmap_desktop.journey.roadmap.timeline import Lane, Timeline, timeline
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.screens.roadmap.choice_button import ChoiceButton
from roadmap_desktop.screens.roadmap.kept import kept
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.typing import SEEKS
from roadmap_desktop.widgets.button import Button

GROUPS: tuple[tuple[str, Words], ...] = (
    (By.PHASE, message("By phase")),
    (By.SCHOOL, message("By school")),
    (By.OWNER, message("By owner")),
    (By.USE_CASE, message("By use case")),
    (By.WAVE, message("By wave")),
)


class Wanted(QObject):
    """What is typed and chosen is kept for the sitting, so that every step shows the same tasks in the same order.

    ``changed`` tells that others are wanted now.
    """

    changed = Signal()

    def __init__(
        self,
        sitting: Sitting,
        *,
        count: QLabel,
        search: QLineEdit,
        group: ChoiceButton,
        owner: ChoiceButton,
        school: ChoiceButton,
        everything: Button,
    ) -> None:
        super().__init__(search)
        self._sitting, self._kept, self._shown = sitting, kept(sitting), ("", "", "", By.PHASE)
        self._count, self._search, self._group = count, search, group
        self._owner, self._school, self._everything = owner, school, everything
        search.setProperty(SEEKS, True)
        search.setPlaceholderText(sitting.say(message("Find tasks or owners")))
        search.setText(self._kept.text)
        search.textChanged.connect(lambda text: self._want(lambda: setattr(self._kept, "text", text)))
        group.chosen.connect(lambda by: self._want(lambda: setattr(self._kept, "group", By(by))))
        owner.chosen.connect(lambda name: self._want(lambda: setattr(self._kept, "owner", name)))
        school.chosen.connect(lambda uuid: self._want(lambda: setattr(self._kept, "school", uuid)))
        everything.clicked.connect(self._show_all)

    def picture(self) -> tuple[Timeline, tuple[Lane, ...]]:
        """The tasks wanted in the lanes that are wanted, and the same in those of the phases."""
        wanted = self._kept
        self._shown = self._now()
        document = self._sitting.document
        found = searched(timeline(document, school=wanted.school, owner=wanted.owner), wanted.text, self._sitting.say)
        return grouped(document, found, wanted.group), found.lanes

    def is_narrowed(self) -> bool:
        """Whether some tasks may be left out."""
        return bool(self._kept.text or self._kept.owner or self._kept.school)

    def has_changed(self) -> bool:
        """Whether another step has asked for other tasks since the picture was taken."""
        return self._shown != self._now()

    def widen(self) -> None:
        """Leaves no task out, without telling."""
        self._kept.text = self._kept.owner = self._kept.school = ""
        self._fill()

    def present(self, picture: Timeline) -> None:
        """Offers what can be wanted, and says how many tasks are shown where some are left out."""
        schools: list[tuple[str, Words]] = [("", message("All schools")), *picture.schools]
        owners: list[tuple[str, Words]] = [("", message("All owners")), *((name, name) for name in picture.owners)]
        self._group.present(message("What the lanes stand for"), GROUPS, self._kept.group)
        self._school.present(message("Whose tasks are shown, by school"), schools, self._kept.school)
        self._owner.present(message("Whose tasks are shown, by owner"), owners, self._kept.owner)
        self._school.setVisible(bool(picture.schools))
        self._owner.setVisible(bool(picture.owners))
        self._fill()
        words = self._how_many(picture) if self.is_narrowed() else title(picture)
        self._count.setText(self._sitting.say(words))
        self._everything.say(message("Show all tasks"))
        self._everything.setVisible(self.is_narrowed())

    def hide(self) -> None:
        """Shows none of the controls: there is nothing to choose from."""
        for part in (self._count, self._search, self._group, self._owner, self._school, self._everything):
            part.hide()

    def show(self) -> None:
        """Shows those that are always there."""
        for part in (self._count, self._search, self._group):
            part.show()

    def _how_many(self, picture: Timeline) -> Words:
        shown, of = sum(len(lane.bars) for lane in picture.lanes), len(planned(self._sitting.document).tasks)
        return plural("{shown} of {n} task", "{shown} of {n} tasks", of, shown=shown)

    def _now(self) -> tuple[str, str, str, By]:
        return self._kept.text, self._kept.owner, self._kept.school, self._kept.group

    def _want(self, choose: Callable[[], None]) -> None:
        choose()
        self.changed.emit()

    def _show_all(self) -> None:
        """The button that was pressed goes away, so that the field takes the focus."""
        self.widen()
        self.changed.emit()
        self._search.setFocus()

    def _fill(self) -> None:
        if self._search.text() != self._kept.text:
            with QSignalBlocker(self._search):
                self._search.setText(self._kept.text)
