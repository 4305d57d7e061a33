"""The catalogue as cards: each use case with its level, risk, data, who uses it, and what to mind."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_desktop.journey.usecases.collection import CatalogueRow
from roadmap_desktop.journey.usecases.saying import LEVELS
from roadmap_desktop.language import Words, message
from roadmap_desktop.screens.usecases.collect_columns import class_words
from roadmap_desktop.screens.usecases.list_filters import risk_words
from roadmap_desktop.widgets.card_face import CardFace
from roadmap_desktop.widgets.speech import say
from roadmap_desktop.widgets.tone import Tone

RISK_TONES: Mapping[str, Tone] = {"L": Tone.GOOD, "M": Tone.WARN, "H": Tone.BAD}
"""How a risk is coloured beside its word."""


def catalogue_face(row: CatalogueRow, classes: Mapping[int, Words]) -> CardFace:
    """A use case of the catalogue; its box says whether it is on the room's list."""
    about, note = say(_about(row)), say(_minded(row))
    risk, data = say(risk_words(row.risk)), say(message("Data {words}", words=class_words(row.data_class, classes)))
    check = say(message("On our list") if row.taken else message("Put it on our list"))
    state = message("{name}, on our list", name=row.name) if row.taken else row.name
    return CardFace(
        uuid=row.uuid,
        name=say(row.name),
        about=about,
        text=say(row.description),
        pills=((risk, RISK_TONES[row.risk]), (data, Tone.PLAIN)),
        note=note,
        note_tone=Tone.BAD if row.veto else Tone.WARN,
        check=check,
        is_ticked=bool(row.taken),
        spoken=say(state),
        described=". ".join(each.rstrip(".") for each in (about, risk, data, note, say(row.description)) if each) + ".",
    )


def _about(row: CatalogueRow) -> Words:
    users = message("students use it") if row.student_facing else message("staff only")
    return message("{level} · {users}", level=LEVELS[row.level], users=users)


def _minded(row: CatalogueRow) -> Words:
    """Why it may not be chosen; else where references disagree, or what to mind."""
    if row.veto:
        return message("Vetoed: {veto}", veto=row.veto)
    if row.caution and row.disagreement:
        return message("{caution} {disagreement}", caution=row.caution, disagreement=row.disagreement)
    return row.caution or row.disagreement
