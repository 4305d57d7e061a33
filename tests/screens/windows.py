"""A window for tests: steps of their own, files chosen without a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop import app
from roadmap_desktop.journey.inspection import Inspection, Line, Mark, Section, Target
from roadmap_desktop.journey.workshop import new_workshop, workshop
from roadmap_desktop.language import message
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.screens.beside.pages import PAGES, BesideEntry
from roadmap_desktop.screens.screenplace import Screens
from roadmap_desktop.screens.sitting import Action, Sitting
from roadmap_desktop.screens.step import Remark, Step
from roadmap_desktop.screens.window import MainWindow, Ways
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.recent import RecentWorkshops
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.recent_card import RecentCard
from tests.copied import new_copy


class Naming(Step if TYPE_CHECKING else object):
    """A field for the facilitator's name, saved after a pause in typing; says what it inspects."""

    kinds = frozenset({"workshop"})

    def furnish(self) -> None:
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Facilitator")
        self.arrived: list[str] = []
        self.acted: list[str] = []
        QVBoxLayout(self).addWidget(self.field)
        self.when_typed(self.field, self.rename)

    def picture(self) -> str:
        return workshop(self.sitting.document).facilitator

    def present(self, picture: Any) -> None:
        self.fill(self.field, picture)

    def remark(self, picture: Any) -> Remark | None:
        return None if picture else Remark(message("no facilitator"), "warn")

    def arrive(self, subject: str) -> None:
        self.arrived.append(subject)

    def rename(self, text: str) -> None:
        document = self.sitting.document
        with document.change(message("Named the facilitator"), fold="facilitator") as session:
            found = session.get(Workshop, document.workshop_uuid)
            assert found is not None
            found.facilitator = text

    def select(self) -> None:
        line = Line(message("No owner"), Mark.OPEN, Target("team", "seats", "s1"))
        about = Inspection(message("Person"), "Ana Ruiz", "", (Section(message("What is missing"), (line,)),))
        self.sitting.inspect(about, (Action(message("Take away"), lambda: self.acted.append("away"), "B"),))


class NamingStep(Naming, Step):
    """That field as a step."""

    def __init__(self, sitting: Sitting, parent: QWidget | None = None) -> None:
        super().__init__(sitting, parent)
        self.furnish()


class OwnPrimaryStep(NamingStep):
    owns_primary = True


def step_class(place: Target) -> type[Step]:
    return OwnPrimaryStep if place.stage == "handouts" else NamingStep


@dataclass
class Chosen:
    """Stands for the system's file chooser: gives what the test put here."""

    place: Path | None = None
    file: Path | None = None
    others: tuple[Path, ...] = ()
    packet_file: Path | None = None
    asked: list[str] = field(default_factory=list)

    def place_for(self, parent: QWidget, district: str) -> Path | None:
        self.asked.append(district)
        return self.place

    def existing(self, parent: QWidget) -> Path | None:
        return self.file

    def copies(self, parent: QWidget) -> tuple[Path, ...]:
        return self.others

    def packet(self, parent: QWidget) -> Path | None:
        return self.packet_file

    def place_for_packet(self, parent: QWidget, name: str) -> Path | None:
        self.asked.append(name)
        return self.place


def begin(path: Path, district: str, state: str) -> Document:
    return new_workshop(path, district=district, state=state)


def a_workshop(folder: Path, name: str = "maple") -> Path:
    path = folder / f"{name}.roadmap"
    new_copy(path, district=name.title(), state="FL").close()
    return path


def a_window(
    qtbot: QtBot,
    path: Path | None = None,
    chosen: Chosen | None = None,
    beside: Sequence[BesideEntry] = PAGES,
    screens: Callable[[], Screens] = Screens,
) -> MainWindow:
    """A window of 1366 x 768 that has the keyboard; its steps are the ones above."""

    def sample() -> Document:
        assert path is not None
        return Document.open(path)

    ways = Ways(begin, sample, chosen or Chosen(), RecentWorkshops(), step_class, beside, screens)
    window = app.main_window(path, theme.Choice.LIGHT, ways=ways)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def listed(window: MainWindow) -> list[RecentCard]:
    """The workshops on the start page."""
    return [card for card in window.start.findChildren(RecentCard) if card.isVisible()]
