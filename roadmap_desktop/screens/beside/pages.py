"""The one declaration of the pages beside the stages; the menu and the keys follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from roadmap_desktop.language import Words, message

if TYPE_CHECKING:
    from roadmap_desktop.screens.beside.page import BesidePage

BESIDE = "beside"
"""What stands for the stage in the target of a link that leads to one of these pages."""


@dataclass(frozen=True, slots=True)
class BesideEntry:
    """A page beside the stages.

    ``menu`` is its name in the menu with the letter to press, ``shortcut`` its keys ("Ctrl+H"; empty for none), and
    ``where`` the module whose PAGE is its class, loaded when the page is shown for the first time.
    """

    key: str
    title: Words
    purpose: Words
    menu: Words
    shortcut: str
    where: str


PAGES: tuple[BesideEntry, ...] = (
    BesideEntry(
        "agenda",
        message("Agenda now"),
        message("What is on, and how the rest fits into the day"),
        message("&Agenda now"),
        "Ctrl+Shift+G",
        "roadmap_desktop.screens.beside.agenda",
    ),
    BesideEntry(
        "parking",
        message("Parking lot"),
        message("What was put aside, and where it came from"),
        message("&Parking lot"),
        "",
        "roadmap_desktop.screens.beside.parking",
    ),
    BesideEntry(
        "actions",
        message("Actions"),
        message("Who does what, by when"),
        message("&Actions"),
        "",
        "roadmap_desktop.screens.beside.actions",
    ),
    BesideEntry(
        "record",
        message("Record of decisions"),
        message("What was decided, and why"),
        message("&Record of decisions"),
        "Ctrl+Shift+D",
        "roadmap_desktop.screens.beside.record",
    ),
    BesideEntry(
        "history",
        message("History"),
        message("Every step, and the way back to it"),
        message("&History"),
        "Ctrl+H",
        "roadmap_desktop.screens.beside.history",
    ),
    BesideEntry(
        "merge",
        message("Merge copies"),
        message("What other copies of this workshop bring"),
        message("&Merge copies"),
        "",
        "roadmap_desktop.screens.beside.merge",
    ),
    BesideEntry(
        "copies",
        message("Earlier copies"),
        message("The workshop as it was, and the way back to it"),
        message("&Earlier copies"),
        "Ctrl+Shift+H",
        "roadmap_desktop.screens.beside.copies",
    ),
    BesideEntry(
        "packets",
        message("Packets"),
        message("Questions that travel to another laptop on a stick, and the answers that come back"),
        message("&Packets"),
        "",
        "roadmap_desktop.screens.beside.packets",
    ),
)


def page_class(entry: BesideEntry) -> type[BesidePage]:
    """The class of a page; to draw the menu loads none."""
    found: type[BesidePage] = import_module(entry.where).PAGE
    return found
