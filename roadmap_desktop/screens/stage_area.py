"""The middle of the window: a stage with its steps, the step itself, and the ways back and forward."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.screens import places
from roadmap_desktop.screens.heading import Heading
from roadmap_desktop.screens.padded import SIDE, scrolled
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.screens.steptabs import StepTabs
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.button import Button, Weight
from roadmap_desktop.widgets.shapes import Shape

StepClass = Callable[[Target], type[Step]]


class StageArea(QFrame):
    """``went`` carries the place that the person asked for by a step's word or a button at the foot."""

    went = Signal(object)  # Target

    def __init__(self, sitting: Sitting, step_class: StepClass, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting, self._step_class = sitting, step_class
        self._steps: dict[Target, Step] = {}
        self._remarks: dict[Step, Remark | None] = {}
        self._place = places.PLACES[0]
        self._owned_elsewhere = False
        self._heading = Heading(self)
        self._tabs = StepTabs(self)
        self._tabs.chosen.connect(lambda key: self.went.emit(Target(self._place.stage, key)))
        self._shown = QStackedWidget(self)
        self._back = Button(self, before=Shape.LEFT, pressed=lambda: self._go(-1))
        self._forward = Button(self, after=Shape.RIGHT, pressed=lambda: self._go(1))
        self._lay_out()

    def show_place(self, place: Target) -> None:
        """Shows a step, made the first time it is asked for, and selects the subject where there is one."""
        self._place = Target(place.stage, place.step)
        stage, _ = places.entry(place)
        self._heading.present(stage.name, stage.purpose)
        self._tabs.present([(each.key, each.name) for each in stage.steps], place.step)
        self._name_ways()
        step = self._step(self._place)
        self._heading.remark(self._remarks.get(step))
        self._shown.setCurrentWidget(self._area_of(step))
        self.mark_primary()
        if place.subject:
            step.arrive(place.subject)

    def step(self) -> Step:
        """The step shown now."""
        return self._steps[self._place]

    def save_typing(self) -> None:
        """Saves what was typed in the step shown and waits for a pause."""
        if self._place in self._steps:
            self.step().save_typing()

    def mark_primary(self, *, is_elsewhere: bool | None = None) -> None:
        """Makes forward the primary button unless the step or the inspector has one of its own."""
        if is_elsewhere is not None:
            self._owned_elsewhere = is_elsewhere
        step = self._steps.get(self._place)
        taken = self._owned_elsewhere or bool(getattr(step, "owns_primary", False))
        self._forward.setProperty("weight", (Weight.OUTLINED if taken else Weight.PRIMARY).value)

    def tabs(self) -> StepTabs:
        """The words of the steps."""
        return self._tabs

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._forward)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(SIDE), theme.px(14), theme.px(SIDE), 0)
        head.setSpacing(theme.px(12))
        head.addWidget(self._heading)
        head.addWidget(self._tabs)
        foot.setContentsMargins(*(theme.px(side) for side in (SIDE, 8, SIDE, 12)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._shown, 1)
        layout.addLayout(foot)

    def _step(self, place: Target) -> Step:
        if place not in self._steps:
            step = self._step_class(place)(self._sitting)
            step.remarked.connect(lambda remark: self._remarked(step, remark))
            self._steps[place] = step
            self._shown.addWidget(scrolled(step))
        return self._steps[place]

    def _area_of(self, step: Step) -> QScrollArea:
        areas = (self._shown.widget(number) for number in range(self._shown.count()))
        return next(each for each in areas if isinstance(each, QScrollArea) and each.isAncestorOf(step))

    def _remarked(self, step: Step, remark: Remark | None) -> None:
        self._remarks[step] = remark
        if step is self._steps.get(self._place):
            self._heading.remark(remark)

    def _name_ways(self) -> None:
        for button, move in ((self._back, -1), (self._forward, 1)):
            target = places.beside(self._place, move)
            button.setVisible(target is not None)
            if target is not None:
                button.say(places.name_from(target, self._place))

    def _go(self, move: int) -> None:
        if (target := places.beside(self._place, move)) is not None:
            self.went.emit(target)
