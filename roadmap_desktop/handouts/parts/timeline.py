"""The roadmap on paper: lanes of a whole plan or of one school, and tables of tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from roadmap_desktop.handouts.figures.months import months
from roadmap_desktop.handouts.pieces import Cells, Column, Figure, Heading, Piece, Table, Text
from roadmap_desktop.handouts.shown import Bar as Strip
from roadmap_desktop.handouts.shown import Lane as Strips
from roadmap_desktop.handouts.shown import Lanes, Naming, Row, Stretch
from roadmap_desktop.journey.roadmap.timeline import Bar, Lane, Timeline, timeline
from roadmap_desktop.journey.roadmap.why import length_in_words
from roadmap_desktop.language import Language, Words, message, plural
from roadmap_desktop.rules.generated import Part
from roadmap_desktop.store.document import Document

MOST_NAMED = 2
"""A lane in brief names this many of its bars; the rest are counted."""
DONE = 100
_DETAILS = frozenset({Part.PREPARE, Part.CHECK, Part.LEARN})
"""What a summary leaves to the whole plan."""


Drawn = Callable[[Timeline, Language], tuple[Piece, ...]]
"""A way to draw the plan."""


def when(document: Document, language: Language, drawn: Drawn) -> tuple[Piece, ...]:
    """The plan under its heading, drawn in the way asked for; or why it has no dates."""
    picture = timeline(document)
    heading = Heading("when", language.say(message("When")))
    if picture.trouble is not None:
        return (heading, Text("no dates", language.say(picture.trouble)))
    return (heading, *drawn(picture, language))


def lanes_whole(picture: Timeline, language: Language) -> tuple[Piece, ...]:
    """What the plan says in one sentence, and every bar and milestone on a row of its own."""
    lanes = tuple(
        Strips(language.say(lane.name), lane.hue, tuple(_row(bar, language) for bar in lane.bars))
        for lane in picture.lanes
        if lane.bars
    )
    return (Text("sentence", language.say(picture.sentence)), *_figure(picture, lanes, Naming.BESIDE, language))


def lanes_in_brief(picture: Timeline, language: Language) -> tuple[Piece, ...]:
    """One row per phase: its stretch of time, its milestones, and the words that matter most; else a sentence."""
    lanes = tuple(
        Strips(language.say(lane.name), lane.hue, (_brief(lane, language),)) for lane in picture.lanes if lane.bars
    )
    figure = _figure(picture, lanes, Naming.BELOW, language)
    return figure or (Text("empty", language.say(picture.sentence)),)


def task_table(origin: str, bars: tuple[Bar, ...], language: Language) -> Table:
    """Tasks with owner, dates and length, in the order of their starts."""
    say = language.say
    columns = (
        Column(say(message("What")), Cells.HEAD, share=5),
        Column(say(message("Owner")), share=3),
        Column(say(message("From"))),
        Column(say(message("To"))),
        Column(say(message("Length"))),
    )
    rows = tuple(
        (
            say(named(bar)),
            bar.owner,
            language.date(bar.start),
            "" if bar.is_milestone else language.date(bar.finish),
            say(length_in_words(bar.length)),
        )
        for bar in sorted(bars, key=lambda bar: (bar.start, bar.finish, bar.key))
    )
    return Table(origin, columns, rows)


def named(bar: Bar) -> Words:
    """The name of a bar, with what must be known beside it."""
    if bar.is_orphaned:
        return message("{task} (its reason is gone)", task=bar.name)
    if bar.is_assumed:
        return message("{task} (the calendar of that year is assumed)", task=bar.name)
    return bar.name


def _figure(picture: Timeline, lanes: tuple[Strips, ...], naming: Naming, language: Language) -> tuple[Piece, ...]:
    if not lanes:
        return ()
    days = [day for lane in lanes for row in lane.rows for strip in row.bars for day in (strip.first, strip.last)]
    days += [day for lane in lanes for row in lane.rows for day in row.milestones]
    first, last = min(days).replace(day=1), _end_of_month(max(days))
    scale = months(first, last, language)
    periods = tuple(
        Stretch(band.name, max(band.first, first), min(band.last, last))
        for band in picture.periods
        if band.last >= first and band.first <= last
    )
    shows = Lanes(
        first,
        last,
        (periods, scale) if naming is Naming.BESIDE and periods else (scale,),
        lanes,
        breaks=_breaks(picture, first, last) if naming is Naming.BESIDE else (),
        today=(picture.today, language.say(message("today"))) if first <= picture.today <= last else None,
        naming=naming,
    )
    return (Figure("timeline", shows, alternative=_spoken(picture, language)),)


def _breaks(picture: Timeline, first: date, last: date) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(band.name, band.first, band.last)
        for band in picture.breaks
        if band.last >= first and band.first <= last
    )


def _end_of_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _row(bar: Bar, language: Language) -> Row:
    if bar.is_milestone:
        words = message("{task}, {day:short}", task=named(bar), day=bar.start)
        return Row(language.say(words), (), (bar.start,))
    strip = Strip(bar.start, bar.finish, bar.progress / 100, critical=bar.is_critical, baseline=bar.baseline)
    return Row(language.say(named(bar)), (strip,))


def _brief(lane: Lane, language: Language) -> Row:
    bars = tuple(bar for bar in lane.bars if not bar.is_orphaned) or lane.bars
    work = tuple(bar for bar in bars if not bar.is_milestone)
    strips = (Strip(min(bar.start for bar in work), max(bar.finish for bar in work)),) if work else ()
    telling = tuple(bar for bar in bars if bar.part not in _DETAILS) or bars
    ahead = tuple(bar for bar in telling if bar.is_milestone and bar.progress < DONE)
    shown = (*(bar for bar in telling if not bar.is_milestone and bar.progress < DONE), *ahead)
    shown = (shown or telling)[:MOST_NAMED]
    names: list[Words] = [
        message("{task}, {day:short}", task=bar.name, day=bar.start) if bar.is_milestone else bar.name for bar in shown
    ]
    if more := len(bars) - len(shown):
        names.append(plural("{n} more", "{n} more", more))
    return Row(language.say(_joined(names)), strips, tuple(bar.start for bar in ahead))


def _joined(names: list[Words]) -> Words:
    words = names[0]
    for name in names[1:]:
        words = message("{facts}; {fact}", facts=words, fact=name)
    return words


def _spoken(picture: Timeline, language: Language) -> str:
    parts = [language.say(picture.sentence)]
    for lane in picture.lanes:
        if lane.bars:
            first, last = min(bar.start for bar in lane.bars), max(bar.finish for bar in lane.bars)
            words = message("{phase}: {first} to {last}.", phase=lane.name, first=first, last=last)
            parts.append(language.say(words))
    return " ".join(parts)
