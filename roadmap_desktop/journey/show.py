"""What every stage shows, in one envelope of plain values: for JSON, and as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from roadmap_desktop.journey.handouts.picture import handouts
from roadmap_desktop.journey.showing import (
    beside,
    guardrails,
    monitoring,
    pilots,
    prepare,
    readiness,
    roadmap,
    scaling,
    team,
    usecases,
)
from roadmap_desktop.journey.showing.plain import Plain
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document

VERSION = 1
"""The version of the envelope; other programs may rely on what is in it."""


def _handouts(document: Document, language: Language) -> Plain:
    rows = handouts(document).rows
    return {"handouts": [{"key": row.key, "name": language.say(row.name)} for row in rows]}


SHOWN: Mapping[str, Callable[[Document, Language], Any]] = {
    "prepare": prepare.shown,
    "readiness": readiness.shown,
    "usecases": usecases.shown,
    "guardrails": guardrails.shown,
    "team": team.shown,
    "pilots": pilots.shown,
    "scaling": scaling.shown,
    "monitoring": monitoring.shown,
    "roadmap": roadmap.shown,
    "handouts": _handouts,
}
"""What each stage shows, in the order of the journey."""


def envelope(document: Document, stages: Iterable[str], language: Language) -> Plain:
    """The pictures of these stages and what stands beside them; what it holds depends only on the file and the day."""
    with document.read():
        about = workshop(document)
        return {
            "version": VERSION,
            "workshop": {
                "district": about.district,
                "state": about.state or None,
                "year": about.year or None,
                "sample": about.is_sample,
            },
            "stages": {stage: SHOWN[stage](document, language) for stage in stages},
            "beside": beside.shown(document, language),
        }


def lines(envelope: Plain) -> Iterator[str]:
    """The envelope as text: a line per value, indented by its place."""
    yield from _lines(envelope["workshop"], "")
    for stage, shown in envelope["stages"].items():
        yield ""
        yield f"{stage}:"
        yield from _lines(shown, "  ")
    yield ""
    yield "beside:"
    yield from _lines(envelope["beside"], "  ")


def _lines(value: Any, indent: str) -> Iterator[str]:
    pairs = value.items() if isinstance(value, dict) else ((None, each) for each in value)
    for key, each in pairs:
        name = f"{key}: " if key is not None else "- "
        if isinstance(each, dict) or (isinstance(each, list) and any(isinstance(one, dict | list) for one in each)):
            yield f"{indent}{name}".rstrip()
            yield from _lines(each, f"{indent}  ")
        else:
            yield f"{indent}{name}{_plainly(each)}"


def _plainly(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_plainly, value)) or "–"
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.3g}" if isinstance(value, float) else str(value)
