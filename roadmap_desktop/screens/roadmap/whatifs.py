"""What-ifs of the timeline: asked, compared, taken and dropped; kept until the workshop is closed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.charts.timeline.outlines import Outline
from roadmap_desktop.journey.roadmap import comparing, whatif
from roadmap_desktop.journey.roadmap.timeline import MARGIN, Timeline
from roadmap_desktop.journey.roadmap.whatif import About, BreakMoved, Later, Outcome
from roadmap_desktop.screens.roadmap.kept import kept
from roadmap_desktop.screens.roadmap.what_if_button import Offers, WhatIfButton
from roadmap_desktop.screens.roadmap.what_if_panel import WhatIfPanel
from roadmap_desktop.screens.sitting import Sitting

_BREAKS = 3
"""So many breaks ahead can be asked about."""


class WhatIfs(QObject):
    """``changed`` tells that others are compared now, ``opened`` carries the key of a task to go to."""

    changed = Signal()
    opened = Signal(str)

    def __init__(self, sitting: Sitting, button: WhatIfButton, parent: QWidget) -> None:
        super().__init__(parent)
        self._sitting, self._kept = sitting, kept(sitting)
        self.outcomes: tuple[Outcome, ...] = ()
        self.panel = WhatIfPanel(parent)
        self.panel.hide()
        button.offers, button.has_some = self._offers, lambda: bool(self.outcomes)
        button.asked.connect(self.ask)
        button.wanted.connect(self.changed)
        self.panel.opened.connect(self.opened)
        self.panel.renamed.connect(self._rename)
        self.panel.stepped.connect(self._step)
        self.panel.taken.connect(self._take)
        self.panel.dropped.connect(self._drop)

    def ask(self, about: About) -> None:
        """Adds a what-if; a reason why it can't be is told in the strip."""
        scenarios = self._kept.scenarios
        added = self._sitting.attempt(lambda: whatif.with_another(self._sitting.document, scenarios, about))
        if added is not None:
            self._kept.scenarios = added
            self.changed.emit()

    def reckon(self) -> None:
        """Asks anew what would follow; those that can no longer be are let go."""
        self.outcomes = whatif.outcomes(self._sitting.document, self._kept.scenarios)
        self._kept.scenarios = tuple(each.scenario for each in self.outcomes)

    def outlines(self) -> tuple[Outline, ...]:
        """As the timeline draws them."""
        document = self._sitting.document
        return tuple(
            Outline(each.scenario.mark, each.name, comparing.sentence(document, each), each.days, each.pause)
            for each in self.outcomes
        )

    def first_moved(self) -> str:
        """The key of the task that the last what-if is about, or else of the first that it moves."""
        found = self.outcomes[-1]
        if isinstance(found.scenario.about, Later):
            return found.scenario.about.task
        return min(found.days, key=lambda key: (found.days[key], key))

    def with_room(self, picture: Timeline) -> Timeline:
        """The picture with days enough for what is compared."""
        ends = [last for each in self.outcomes for _, last in each.days.values()]
        return replace(picture, last=max(picture.last, max(ends) + MARGIN)) if ends else picture

    def inspect(self) -> None:
        """Tells the inspector what differs."""
        self.panel.present(comparing.comparison(self._sitting.document, self.outcomes))
        self._sitting.inspect(comparing.compared_inspection(self.outcomes), (), self.panel)

    def _offers(self) -> Offers:
        """The task selected, and the breaks that come next."""
        document, key = self._sitting.document, self._kept.task
        asked: list[About] = [Later(key)] if key and whatif.can_be_later(document, key) else []
        for name, first in whatif.breaks_ahead(document)[:_BREAKS]:
            asked += [BreakMoved(name, first, 1), BreakMoved(name, first, -1)]
        return tuple((about, whatif.name_of(document, about)) for about in asked)

    def _rename(self, mark: str, name: str) -> None:
        self._change(mark, name=name.strip())

    def _step(self, mark: str, about: About) -> None:
        """Another amount; one that can't be is told beside the list, which shows the last one that could."""
        row, document = self.panel.rows[mark], self._sitting.document
        others = tuple(each for each in self._kept.scenarios if each.mark != mark)
        move = lambda: whatif.with_another(document, others, about)  # noqa: E731
        if self._sitting.attempt(move, beside=row.by_row) is not None:
            self._change(mark, about=about)
        else:
            row.present(next(each for each in self.outcomes if each.scenario.mark == mark))

    def _change(self, mark: str, **changes: object) -> None:
        self._kept.scenarios = tuple(
            replace(each, **changes) if each.mark == mark else each  # type: ignore[arg-type]
            for each in self._kept.scenarios
        )
        self.changed.emit()

    def _take(self, mark: str) -> None:
        document = self._sitting.document
        scenario = next(each for each in self._kept.scenarios if each.mark == mark)

        def move() -> bool:
            whatif.take(document, scenario)
            return True

        if self._sitting.attempt(move):
            self._drop(mark)

    def _drop(self, mark: str) -> None:
        self._kept.scenarios = tuple(each for each in self._kept.scenarios if each.mark != mark)
        self.changed.emit()
