"""Makes handouts in a worker's thread, from a reader of its own that is closed as soon as the pictures are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from roadmap_desktop.handouts.pack import HANDOUTS, export, only
from roadmap_desktop.handouts.page import printed, write
from roadmap_desktop.handouts.preview import Picture, page_count, picture
from roadmap_desktop.handouts.sheet import Paper
from roadmap_desktop.language import Language
from roadmap_desktop.screens.work import Progress
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which handout is to be seen or saved: its name, a school (uuid) where there is one for each, and the paper."""

    handout: str
    school: str
    paper: Paper


def preview_of(
    document: Document, wanted: Wanted, width: int, language: Language
) -> Callable[[Progress], list[Picture]]:
    """A job that draws the pages of a handout ``width`` pixels wide."""

    def job(progress: Progress) -> list[Picture]:
        reader = document.reader()
        try:
            handout = only(reader, wanted.handout, wanted.school, language)
        finally:
            reader.close()
        progress.reached(0, 1)
        pdf = printed(handout, wanted.paper)
        pages = page_count(pdf)
        drawn = []
        for number in range(pages):
            progress.reached(number, pages)
            drawn.append(picture(pdf, number, width))
        return drawn

    return job


def saving_one(document: Document, wanted: Wanted, path: Path, language: Language) -> Callable[[Progress], list[Path]]:
    """A job that writes one handout to a file."""

    def job(progress: Progress) -> list[Path]:
        reader = document.reader()
        try:
            handout = only(reader, wanted.handout, wanted.school, language)
        finally:
            reader.close()
        progress.reached(0, 1)
        write(handout, path, wanted.paper)
        return [path]

    return job


def saving_all(document: Document, folder: Path, paper: Paper, language: Language) -> Callable[[Progress], list[Path]]:
    """A job that writes every handout into a folder; what was written before a cancel stays."""

    def job(progress: Progress) -> list[Path]:
        reader = document.reader()
        written: list[Path] = []
        try:
            for path in export(reader, folder, HANDOUTS, paper, language):
                written.append(path)
                progress.reached(len(written), 0)
        finally:
            reader.close()
        return written

    return job
