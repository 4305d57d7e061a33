"""What is heard of a screen of the room view: the same words, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_desktop.journey.room.slides import (
    AgendaSlide,
    AgreementSlide,
    DisputeSlide,
    IdeasSlide,
    ProfileSlide,
    RevealSlide,
    RoadmapSlide,
    Slide,
    StatementSlide,
    TitleSlide,
    VoteSlide,
)
from roadmap_desktop.language import Language, Words, message


def spoken(slide: Slide, language: Language) -> str:
    """The words of a screen in the language, sentence by sentence."""
    said = (language.say(words) for words in _parts(slide))
    return " ".join(each if each.endswith((".", "?")) else f"{each}." for each in said if each)


def _parts(slide: Slide) -> Iterator[Words]:
    match slide:
        case TitleSlide():
            yield from (slide.title, slide.purpose, slide.now, slide.then)
        case StatementSlide():
            yield message("Statement {place} of {of}", place=slide.place, of=slide.of)
            yield slide.text
            yield from (message("{level}: {cue}", level=cue.level, cue=cue.text) for cue in slide.cues)
        case ProfileSlide():
            for line in slide.lines:
                if line.median is None:
                    yield message("{name}: fewer than 4 answers", name=line.name)
                else:
                    yield message("{name}: median {median:.1}", name=line.name, median=line.median)
        case DisputeSlide():
            yield slide.text
            yield from (message("{level}: {n}", level=count.level, n=count.n) for count in slide.counts)
        case RevealSlide():
            yield slide.said if slide.is_whole else message("What comes first?")
            for place in slide.places[len(slide.places) - slide.shown :]:
                yield message("{place}: {name}", place=place.place, name=place.name)
                if place.takes:
                    yield message("Places {takes}", takes=place.takes)
        case IdeasSlide():
            yield slide.question
            yield message("{n} {counted}", n=slide.n, counted=slide.counted)
        case VoteSlide():
            yield slide.rule
            yield from (message("{name}: {n}", name=line.name, n=line.n) for line in slide.lines)
        case AgreementSlide():
            yield slide.said
            yield from (message("{level}: {n}", level=count.name, n=count.n) for count in slide.counts)
        case AgendaSlide():
            yield from (line.title for line in slide.lines)
        case RoadmapSlide():
            for phase in slide.phases:
                yield message("{name}: {first} to {last}", name=phase.name, first=phase.first, last=phase.last)
