"""What the verb ``export`` writes of the roadmap for other programs: calendars, a project file, sheets, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from roadmap_desktop.exchange.exported import Exported, exported
from roadmap_desktop.language import Language, message
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.whole import folder_for, write_whole


def _calendar(found: Exported, folder: Path) -> Iterator[Path]:
    from roadmap_desktop.exchange.roadmap_calendar import calendars

    for name, content in calendars(found):
        yield write_whole(folder / f"{name}.ics", content)


def _project(found: Exported, folder: Path) -> Iterator[Path]:
    from roadmap_desktop.exchange.project_file import project

    yield write_whole(folder / "roadmap.xml", project(found))


def _sheets(found: Exported, folder: Path) -> Iterator[Path]:
    from roadmap_desktop.exchange.roadmap_workbook import workbook
    from roadmap_desktop.exchange.task_sheet import table

    yield write_whole(folder / "roadmap.xlsx", workbook(found))
    yield write_whole(folder / "roadmap.csv", table(found))


def _timeline(found: Exported, folder: Path) -> Iterator[Path]:
    from roadmap_desktop.exchange.parting import parts
    from roadmap_desktop.exchange.png import PART, is_too_tall, png
    from roadmap_desktop.exchange.svg import svg
    from roadmap_desktop.exchange.timeline_picture import timeline_picture

    picture = timeline_picture(found)
    yield write_whole(folder / "timeline.svg", svg(picture))
    if not is_too_tall(picture):
        yield write_whole(folder / "timeline.png", png(picture))
        return

    def said(number: int, many: int) -> str:
        return found.language.say(message("Part {n} of {many}.", n=number, many=many))

    for number, part in enumerate(parts(picture, PART, said), start=1):
        yield write_whole(folder / f"timeline-{number:02}.png", png(part, 1))


FILES: Mapping[str, Callable[[Exported, Path], Iterator[Path]]] = {
    "calendar": _calendar,
    "project": _project,
    "sheets": _sheets,
    "timeline": _timeline,
}
"""What can be written, by the name that is asked for."""


def put_files(document: Document, folder: Path, names: tuple[str, ...], language: Language) -> Iterator[Path]:
    """Writes the files asked for into a folder, made where it is missing, and gives each path once its file is whole.

    Raises:
        Refused: the roadmap has no dates, or there is nothing on it.
        FileTrouble: the folder can't be written.
    """
    found = exported(document, language)
    folder = folder_for(folder)
    for name in names:
        yield from FILES[name](found, folder)
