"""The tasks of the timeline in other lanes than the phases: by school, owner, use case or wave; and those searched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from sqlalchemy import select

from roadmap_desktop.journey.plan import planned
from roadmap_desktop.journey.roadmap.timeline import Bar, Lane, Timeline, in_words
from roadmap_desktop.journey.wordings import worded
from roadmap_desktop.language import Words, message
from roadmap_desktop.model.pilots import CheckIn, PilotUseCase
from roadmap_desktop.model.scaling import Wave, WaveSchool
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.store.document import Document

SEVERAL, REST = "several", "rest"
"""The lanes of tasks that belong to more than one, and to none; these come last."""


class By(StrEnum):
    """What a lane stands for."""

    PHASE = "phase"
    SCHOOL = "school"
    OWNER = "owner"
    USE_CASE = "use_case"
    WAVE = "wave"


Belongs = Callable[[Bar], Iterable[str]]
Named = list[tuple[str, Words]]


def grouped(document: Document, picture: Timeline, by: By) -> Timeline:
    """The same tasks in lanes of another kind, each once; lanes that would be empty are left out.

    A bar keeps the hue of its phase, the lanes have none. A task of the whole district has no school; one belongs to
    the wave whose schools it is about.
    """
    match by:
        case By.PHASE:
            return picture
        case By.SCHOOL:
            names: Named = [*picture.schools]
            return _in_lanes(
                picture, by, names, lambda bar: bar.schools, message("Several schools"), message("The whole district")
            )
        case By.OWNER:
            names = [(name, name) for name in picture.owners]
            owner: Belongs = lambda bar: (bar.owner,) if bar.owner else ()  # noqa: E731
            return _in_lanes(picture, by, names, owner, "", message("Nobody yet"))
        case By.USE_CASE:
            names, belongs = _use_cases(document)
            return _in_lanes(
                picture, by, names, belongs, message("Several use cases"), message("No use case of its own")
            )
        case By.WAVE:
            names, belongs = _waves(document)
            return _in_lanes(picture, by, names, belongs, message("Several waves"), message("Before the waves"))


def searched(picture: Timeline, text: str, say: Callable[[Words], str]) -> Timeline:
    """Only the tasks whose name or owner has every word typed, in any order, however they are written."""
    words = text.casefold().split()
    if not words:
        return picture

    def matches(bar: Bar) -> bool:
        held = f"{say(bar.name)} {bar.owner}".casefold()
        return all(word in held for word in words)

    lanes = tuple(replace(lane, bars=tuple(filter(matches, lane.bars))) for lane in picture.lanes)
    is_found = any(lane.bars for lane in lanes)
    return replace(picture, lanes=lanes, sentence=in_words(lanes) if is_found else message("No task has these words."))


def _in_lanes(picture: Timeline, by: By, names: Named, belongs: Belongs, several: Words, rest: Words) -> Timeline:
    known, found = {key for key, _ in names}, dict[str, list[Bar]]()
    for lane in picture.lanes:
        for bar in lane.bars:
            of = {each for each in belongs(bar) if each in known}
            key = next(iter(of)) if len(of) == 1 else SEVERAL if of else REST
            found.setdefault(key, []).append(replace(bar, hue=bar.hue or lane.hue))
    return replace(
        picture,
        lanes=tuple(
            Lane(f"{by}:{key}", name, "", tuple(sorted(bars, key=lambda bar: (bar.start, bar.finish))))
            for key, name in (*names, (SEVERAL, several), (REST, rest))
            if (bars := found.get(key))
        ),
    )


def _use_cases(document: Document) -> tuple[Named, Belongs]:
    """The use cases, and which of them a task's pilot tests; a wave has those of the pilot it follows."""
    with document.read():
        rows = document.rows(select(UseCase.uuid, UseCase.name, UseCase.key).order_by(UseCase.position))
        tested = dict[str, tuple[str, ...]]()
        for pilot, use_case in document.rows(select(PilotUseCase.pilot, PilotUseCase.use_case)):
            tested[pilot] = (*tested.get(pilot, ()), use_case)
        after = {row.uuid: row.pilot for row in document.rows(select(CheckIn.uuid, CheckIn.pilot))}
        after |= {row.uuid: row.after_pilot for row in document.rows(select(Wave.uuid, Wave.after_pilot))}
        source = _sources(document)
        names: Named = [(row.uuid, worded(document, row.name, f"usecase.{row.key}.name")) for row in rows]

    def belongs(bar: Bar) -> tuple[str, ...]:
        of = source.get(bar.key, "")
        return tested.get(after.get(of) or of, ())

    return names, belongs


def _waves(document: Document) -> tuple[Named, Belongs]:
    """The waves, and which of them a task is about: its own, or those that its schools are in."""
    with document.read():
        names: Named = [
            (row.uuid, row.name) for row in document.rows(select(Wave.uuid, Wave.name).order_by(Wave.position))
        ]
        joined = {row.school: row.wave for row in document.rows(select(WaveSchool.school, WaveSchool.wave))}
        source = _sources(document)
    waves = {key for key, _ in names}

    def belongs(bar: Bar) -> set[str]:
        of = source.get(bar.key, "")
        return {of} if of in waves else {joined[school] for school in bar.schools if school in joined}

    return names, belongs


def _sources(document: Document) -> Mapping[str, str]:
    """The fact (uuid) that each task came from."""
    return {each.task.key: each.task.source for each in planned(document)}
