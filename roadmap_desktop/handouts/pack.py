"""Every handout by its name, and writing them into a folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from roadmap_desktop.handouts.action_list import actions_by_owner
from roadmap_desktop.handouts.full_roadmap import full_roadmap
from roadmap_desktop.handouts.one_page import one_page
from roadmap_desktop.handouts.page import write
from roadmap_desktop.handouts.pieces import Handout
from roadmap_desktop.handouts.school_sheet import school_sheet, school_sheets
from roadmap_desktop.handouts.sheet import Paper
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.whole import folder_for
from roadmap_desktop.tokens import PAPER_BODY, PAPER_LARGE

Made: TypeAlias = Iterable[tuple[str, Handout]]
"""Handouts with what tells them apart from others of their kind (empty where there is one)."""

HANDOUTS: Mapping[str, Callable[[Document, Language], Made]] = {
    "one_page": lambda document, language: (("", one_page(document, language)),),
    "full_roadmap": lambda document, language: (("", full_roadmap(document, language)),),
    "school_sheet": school_sheets,
    "action_list": lambda document, language: (("", actions_by_owner(document, language)),),
}
"""The makers of handouts by the name of their module, in the order in which they are printed."""


def export(
    document: Document, folder: Path, names: Iterable[str], paper: Paper, language: Language, *, large: bool = False
) -> Iterator[Path]:
    """Writes handouts into a folder, which is made where it is missing, and gives each path when its file is whole.

    Raises:
        FileTrouble: one can't be written there; those before it are.
    """
    folder_for(folder)
    taken: set[str] = set()
    for name in names:
        for which, handout in HANDOUTS[name](document, language):
            path = folder / f"{_free('-'.join(filter(None, (name.replace('_', '-'), _plain(which)))), taken)}.pdf"
            write(handout, path, paper, body=PAPER_LARGE if large else PAPER_BODY)
            yield path


def only(document: Document, name: str, school: str, language: Language) -> Handout:
    """One handout: of that name, and of that school (uuid) where there is one for each."""
    if name == "school_sheet":
        return school_sheet(document, school, language)
    return next(handout for _, handout in HANDOUTS[name](document, language))


def _plain(text: str) -> str:
    """A text as part of a file's name: small letters, digits and hyphens; nothing in it leaves the folder."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:60]


def _free(stem: str, taken: set[str]) -> str:
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name
