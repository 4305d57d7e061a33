"""What a person can do with the conditions that a wave must meet, and with what its schools are given."""

from __future__ import annotations

from sqlalchemy import delete, func, select

from roadmap_desktop.journey.refusal import required
from roadmap_desktop.journey.scaling.waves import wave_name
from roadmap_desktop.language import message
from roadmap_desktop.model.scaling import Support, WaveGate
from roadmap_desktop.store.document import Document


def add_condition(document: Document, wave: str, text: str, *, origin: object | None = None) -> str:
    """Adds a condition that must hold before a wave starts, and gives its uuid.

    Raises:
        Refused: it says nothing.
    """
    typed = _said(text)
    condition = WaveGate(wave=wave, text=typed, position=_next(document, WaveGate, wave))
    label = message("Added a condition of {wave}", wave=wave_name(document, wave))
    with document.change(label, origin=origin) as session:
        session.add(condition)
    return condition.uuid


def take_conditions(document: Document, wave: str, source: str, *, origin: object | None = None) -> None:
    """Asks of a wave what is asked of another one: flexible start, same gate. What it has already stays."""
    query = select(WaveGate.text).order_by(WaveGate.position, WaveGate.uuid)
    has = {row.text for row in document.rows(query.where(WaveGate.wave == wave))}
    texts = [row.text for row in document.rows(query.where(WaveGate.wave == source)) if row.text not in has]
    first = _next(document, WaveGate, wave)
    names = {"wave": wave_name(document, wave), "other": wave_name(document, source)}
    with document.change(message("Asked of {wave} what {other} must meet", **names), origin=origin) as session:
        session.add_all(WaveGate(wave=wave, text=text, position=place) for place, text in enumerate(texts, first))


def settle_condition(document: Document, condition: str, holds: str, *, origin: object | None = None) -> None:
    """Says that a condition holds ("yes") or does not ("")."""
    with document.change(message("Changed a condition of a wave"), origin=origin) as session:
        session.get_one(WaveGate, condition).holds = bool(holds)


def edit_condition(document: Document, condition: str, text: str, *, origin: object | None = None) -> None:
    """Changes the words of a condition; Refused where nothing is left."""
    typed = _said(text)
    label = message("Changed a condition of a wave")
    with document.change(label, origin=origin, fold=f"condition:{condition}") as session:
        session.get_one(WaveGate, condition).text = typed


def remove_conditions(document: Document, conditions: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes conditions."""
    with document.change(message("Removed a condition of a wave"), origin=origin) as session:
        session.execute(delete(WaveGate).where(WaveGate.uuid.in_(conditions)))


def add_support(document: Document, wave: str, text: str, *, origin: object | None = None) -> str:
    """Adds what a wave's schools are given, and gives its uuid; Refused where it says nothing."""
    support = Support(wave=wave, text=_said(text), position=_next(document, Support, wave))
    label = message("Added a support of {wave}", wave=wave_name(document, wave))
    with document.change(label, origin=origin) as session:
        session.add(support)
    return support.uuid


def edit_support(document: Document, support: str, text: str, *, origin: object | None = None) -> None:
    """Changes the words of a support; Refused where nothing is left."""
    typed = _said(text)
    with document.change(message("Changed a support"), origin=origin, fold=f"support:{support}") as session:
        session.get_one(Support, support).text = typed


def remove_supports(document: Document, supports: tuple[str, ...], *, origin: object | None = None) -> None:
    """Removes supports."""
    with document.change(message("Removed a support"), origin=origin) as session:
        session.execute(delete(Support).where(Support.uuid.in_(supports)))


def _next(document: Document, kind: type[WaveGate | Support], wave: str) -> int:
    query = select(func.coalesce(func.max(kind.position), -1)).where(kind.wave == wave)
    return int(document.rows(query)[0][0]) + 1


def _said(text: str) -> str:
    return required(text, message("There is nothing in it yet."), message("Type what it is."), field="text")
