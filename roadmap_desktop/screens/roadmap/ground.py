"""What the steps of Roadmap share: whose tasks are shown, which one is selected, and what the inspector says of it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from roadmap_desktop.journey import plan
from roadmap_desktop.journey.inspection import Inspection, Target
from roadmap_desktop.journey.roadmap import edits
from roadmap_desktop.journey.roadmap.baseline import set_baseline
from roadmap_desktop.journey.roadmap.circle import circle, circle_inspection
from roadmap_desktop.journey.roadmap.overview import extent, overview
from roadmap_desktop.journey.roadmap.replanning import is_behind, replan
from roadmap_desktop.journey.roadmap.task import TaskFields, task_fields
from roadmap_desktop.journey.roadmap.timeline import Timeline
from roadmap_desktop.journey.roadmap.why import task_inspection
from roadmap_desktop.language import message
from roadmap_desktop.screens.roadmap.choice_button import ChoiceButton
from roadmap_desktop.screens.roadmap.kept import kept
from roadmap_desktop.screens.roadmap.task_panel import TaskPanel
from roadmap_desktop.screens.roadmap.wanted import Wanted
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.widgets.button import Button
from roadmap_desktop.widgets.empty import EmptyState


class RoadmapStep(Step):
    """A step gives ``show_tasks``, ``show_selected`` and ``begin_task``; calls ``choose`` when one is selected."""

    kinds = frozenset({*plan.KINDS, "baseline", "phase", "wording", "use_case", "statement", "decision", "indicator"})
    empty: EmptyState
    content: QWidget
    year: QLabel
    search: QLineEdit
    group: ChoiceButton
    owner: ChoiceButton
    school: ChoiceButton
    everything: Button

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        self.owns_primary = False  # while the empty state has the primary button; the frame asks
        super().__init__(sitting, parent)
        self.kept = kept(sitting)
        self.wanted = Wanted(
            sitting,
            count=self.year,
            search=self.search,
            group=self.group,
            owner=self.owner,
            school=self.school,
            everything=self.everything,
        )
        self.shown: Timeline | None = None
        self._leads_to = Target("prepare", "calendar")
        self.panel = TaskPanel(sitting, self)
        self.join_cells_in(self.panel)
        self.panel.hide()
        self.empty.begun.connect(self._begin)
        self.empty.begun_otherwise.connect(self.begin_task)
        self.wanted.changed.connect(self.refresh)

    def show_tasks(self, picture: Timeline) -> None:
        """Shows the tasks of the picture."""
        raise NotImplementedError

    def show_selected(self, key: str) -> None:
        """Shows which task is selected; none for an empty key."""
        raise NotImplementedError

    def begin_task(self) -> None:
        """Opens what a task of the room's own is added with."""
        raise NotImplementedError

    def picture(self) -> Timeline:
        """The tasks that are wanted, in the lanes that are wanted."""
        return self.wanted.picture()[0]

    def present(self, picture: Timeline) -> None:
        """Shows the tasks, or what leads to some."""
        self.shown = picture
        has_tasks = picture.trouble is None and (self.wanted.is_narrowed() or any(lane.bars for lane in picture.lanes))
        self.show_parts(picture, has_tasks=has_tasks)
        if not has_tasks:
            self.inspect()
            return
        if self.kept.task and picture.bar(self.kept.task) is None:
            self.kept.task = ""
        self.show_tasks(picture)
        self.show_selected(self.kept.task)
        self.inspect()

    def show_parts(self, picture: Timeline, *, has_tasks: bool) -> None:
        """Shows the tasks with what is above them, or the empty state."""
        self.content.setVisible(has_tasks)
        self.empty.setVisible(not has_tasks)
        self.owns_primary = not has_tasks
        if has_tasks:
            self.wanted.present(picture)
        else:
            self._lead(picture)

    def remark(self, picture: Timeline) -> Remark | None:
        """How much there is, and how long the critical path takes."""
        if picture.trouble is not None or not any(lane.bars for lane in picture.lanes):
            return None
        return Remark(extent(picture))

    def arrive(self, subject: str) -> None:
        """Selects a task; where it is filtered away, everybody's are shown."""
        self.kept.task = subject
        if self.wanted.is_narrowed() and self.wanted.picture()[0].bar(subject) is None:
            self.wanted.widen()
        self.refresh()

    def choose(self, key: str) -> None:
        """A person selected a task, or nothing."""
        self.kept.task = key
        self.inspect()

    def enter_inspector(self) -> None:
        """Goes to the fields of what is selected."""
        if self.kept.task and self.panel.isVisible():
            self.panel.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Comes back with what is wanted and selected now, which another step may have changed."""
        if self.wanted.has_changed():
            self._stale = True
        was_stale = self._stale
        super().showEvent(event)
        if not was_stale:
            self.show_selected(self.kept.task)
            self.inspect()

    def _begin(self) -> None:
        """Goes where the empty state leads; the tasks of a circle are here."""
        if tasks := circle(self.sitting.document):
            self.arrive(tasks[0].key)
        else:
            self.sitting.go(self._leads_to)

    def _lead(self, picture: Timeline) -> None:
        feeds = message("Barriers, guardrails, pilots, waves and reviews become its tasks, each with its reason.")
        if picture.trouble is not None and (tasks := circle(self.sitting.document)):
            is_shown = any(each.key == self.kept.task for each in tasks)  # its inspector has the primary button then
            self.empty.present(picture.trouble, "" if is_shown else message("Show the first of them"), feeds)
            return
        if picture.trouble is not None:
            self._leads_to = Target("prepare", "calendar")
            self.empty.present(picture.trouble, message("Enter the school calendar"), feeds)
            return
        self._leads_to = Target("usecases", "decide")
        sentence = message("Here the plan appears in school time: what happens when, who does it, and why.")
        other = message("Add a task of our own")
        self.empty.present(sentence, message("Choose use cases for a pilot"), feeds, other=other)

    # The inspector

    def inspect(self) -> None:
        """Tells the inspector what is selected: a task, or the roadmap as a whole."""
        if not self.isVisible() or self.shown is None:
            return
        document = self.sitting.document
        if self.shown.trouble is not None:
            self._inspect_circle()
        elif (fields := task_fields(document, self.kept.task) if self.kept.task else None) is not None:
            self.panel.present(fields)
            self.sitting.inspect(self._about(fields.key), self._actions(fields), self.panel)
        elif any(lane.bars for lane in self.shown.lanes):
            self.sitting.inspect(overview(document, self.shown), self._overview_actions())
        else:
            self.sitting.inspect(None)

    def _inspect_circle(self) -> None:
        """A task of the circle that leaves the roadmap without dates, and the move that takes its link away."""
        document, key = self.sitting.document, self.kept.task
        link = next((each for each in circle(document) if each.key == key), None)
        if link is None:
            self.sitting.inspect(None)
            return
        unlink = lambda: self.sitting.attempt(lambda: edits.unlink_tasks(document, link.before, link.key))  # noqa: E731
        words = message("Do not wait for {before}", before=link.before_name)
        self.sitting.inspect(circle_inspection(document, key), (Action(words, unlink),))

    def _about(self, key: str) -> Inspection | None:
        """What the inspector says of a task."""
        return task_inspection(self.sitting.document, key)

    def _actions(self, fields: TaskFields) -> tuple[Action, ...]:
        document = self.sitting.document
        if fields.is_edited:
            back = lambda: self.sitting.attempt(lambda: edits.back_to_generated(document, fields.key))  # noqa: E731
            return (Action(message("Back to the generated dates"), back),)
        if fields.can_be_removed:
            return (Action(message("Remove this task"), self.remove_selected),)
        return ()

    def remove_selected(self) -> None:
        """Removes the task selected, where it follows from nothing."""
        document, key = self.sitting.document, self.kept.task
        if key:
            self.sitting.attempt(lambda: edits.remove_task(document, key))

    def _overview_actions(self) -> tuple[Action, ...]:
        """The baseline; and where work is behind, planning again from today."""
        again = (Action(message("Plan again from today"), self._plan_again),) if self._is_behind() else ()
        return (Action(message("Set baseline"), self._agree), *again)

    def _is_behind(self) -> bool:
        document = self.sitting.document
        return is_behind(document, document.today())

    def _plan_again(self) -> None:
        document = self.sitting.document
        self.sitting.attempt(lambda: replan(document, document.today()))

    def _agree(self) -> None:
        self.sitting.attempt(lambda: set_baseline(self.sitting.document))
