"""Waves on paper."""

from __future__ import annotations

from roadmap_desktop.handouts.pieces import Cells, Column, Item, Mark, Table
from roadmap_desktop.journey.scaling.picture import WaveRow, scaling
from roadmap_desktop.language import Language, message
from roadmap_desktop.store.document import Document


def waves_table(document: Document, language: Language) -> tuple[Table, ...]:
    """The waves with their schools and dates; nothing where there is none."""
    say = language.say
    columns = (
        Column(say(message("Wave")), Cells.HEAD),
        Column(say(message("Schools")), share=6),
        Column(say(message("From"))),
        Column(say(message("To"))),
        Column(say(message("Lead")), share=2),
    )
    waves = scaling(document).waves
    return (Table("waves", columns, tuple(_line(wave, language) for wave in waves)),) if waves else ()


def conditions(wave: WaveRow, language: Language) -> tuple[Item, ...]:
    """What must hold before a wave starts, ticked where it does."""
    return tuple(Item(language.say(gate.text), Mark.TICKED if gate.holds else Mark.BOX) for gate in wave.gates)


def _line(wave: WaveRow, language: Language) -> tuple[str, ...]:
    return (
        wave.name,
        language.listing(tuple(school.name for school in wave.schools)),
        language.date(wave.start) if wave.start else "",
        language.date(wave.finish) if wave.finish else "",
        wave.lead,
    )
