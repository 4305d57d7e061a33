"""Taking an instrument from outside: in place of the one without answers, or beside the one that has some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from roadmap_desktop.catalogue import readiness as catalogue
from roadmap_desktop.journey.readiness.drafts import InstrumentDraft, LevelDraft, StatementDraft
from roadmap_desktop.journey.readiness.instrument import cue_key, in_use, instrument
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import message
from roadmap_desktop.model.fact import Fact, natural_uuid
from roadmap_desktop.model.readiness import Barrier, Dimension, Instrument, Level, Rating, Statement
from roadmap_desktop.model.workshop import Wording
from roadmap_desktop.rules.readiness import rescaled
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_AT_ONCE = 500
"""Ids in one statement; SQLite allows some thousand."""


@dataclass(frozen=True, slots=True)
class FloorTaken:
    """A floor that a statement has because ours, which says the same, has it: its level there and here."""

    key: str
    number: int
    ours: int
    level: int


@dataclass(frozen=True, slots=True)
class InstrumentTaken:
    """How many statements were taken; ``kept`` answers stand beside, to the instrument that was in use before."""

    statements: int
    kept_name: str
    kept: int
    left_out: int
    floors: tuple[FloorTaken, ...]


def own_levels(document: Document) -> tuple[LevelDraft, ...]:
    """The levels of the instrument in use, for a file that names none."""
    from roadmap_desktop.language import Language

    language = Language("en")
    return tuple(LevelDraft(level.value, language.say(level.name)) for level in instrument(document).levels)


def take_instrument(document: Document, draft: InstrumentDraft, *, origin: object | None = None) -> InstrumentTaken:
    """Takes an instrument in one step and puts it in use.

    The one in use before goes where nobody answered it; with answers or barriers it is kept beside with all of them.
    An instrument of the same name is brought up to date: its answers stay, statements that are gone are left out.

    Raises:
        Refused: the instrument of that name has answers on other levels.
    """
    uuid = natural_uuid(document.workshop_uuid, "instrument", draft.name.casefold())
    floors = _floors_of_ours(draft)
    with document.read():
        before = document.rows(select(Instrument.uuid, Instrument.name).where(Instrument.uuid == in_use()))[0]
        _check_levels(document, uuid, draft)
        language = workshop(document).language
    with document.change(message("Took the instrument {name}", name=draft.name), origin=origin) as session:
        kept = 0
        if before.uuid != uuid:
            kept = _set_aside(session, before.uuid)
        taking = _Taking(session, document.workshop_uuid, uuid, language)
        taking.instrument(draft)
        taking.statements(draft, {each.key: each.level for each in floors})
        left_out = taking.leave_out()
        session.execute(update(Instrument).values(in_use=Instrument.uuid == uuid))
    return InstrumentTaken(len(draft.statements), before.name if kept else "", kept, left_out, floors)


def use_instrument(document: Document, uuid: str, *, origin: object | None = None) -> None:
    """Puts an instrument that is kept beside back in use, with its answers.

    Raises:
        Refused: there is no such instrument.
    """
    rows = document.rows(select(Instrument.name).where(Instrument.uuid == uuid))
    if not rows:
        raise Refused(message("This instrument is no longer in the workshop."), message("Import it again, or undo."))
    with document.change(message("Went to the instrument {name}", name=rows[0].name), origin=origin) as session:
        session.execute(update(Instrument).values(in_use=Instrument.uuid == uuid))


def _check_levels(document: Document, uuid: str, draft: InstrumentDraft) -> None:
    values = {row.value for row in document.rows(select(Level.value).where(Level.instrument == uuid))}
    if values and values != {level.value for level in draft.levels} and _answers(document.rows, uuid):
        raise Refused(
            message("An instrument named {name} has answers here, on other levels.", name=draft.name),
            message("Give the file another name: the instrument is then kept beside, with its answers."),
        )


def _answers(rows: Any, uuid: str) -> int:
    query = select(func.count(Rating.uuid)).where(Rating.statement.in_(_statements(uuid)))
    return int(rows(query)[0][0])


def _statements(instrument: str) -> Any:
    query = select(Statement.uuid).join(Dimension, Statement.dimension == Dimension.uuid)
    return query.where(Dimension.instrument == instrument)


def _set_aside(session: Session, uuid: str) -> int:
    """Drops an instrument that nobody used; gives the number of answers where it is kept (barriers keep it too)."""
    answers = session.scalar(select(func.count(Rating.uuid)).where(Rating.statement.in_(_statements(uuid)))) or 0
    barriers = session.scalar(select(func.count(Barrier.uuid)).where(Barrier.statement.in_(_statements(uuid)))) or 0
    if not answers and not barriers:
        for statement in session.scalars(_statements(uuid)).all():
            session.execute(delete(Wording).where(Wording.key.startswith(f"statement.{statement}.cue")))
        session.execute(delete(Instrument).where(Instrument.uuid == uuid))
    return answers or barriers


class _Taking:
    """One instrument being written: rows with natural ids, so that the same file taken twice changes nothing."""

    def __init__(self, session: Session, workshop: str, uuid: str, language: str) -> None:
        self._session, self._workshop, self._uuid, self._language = session, workshop, uuid, language
        self._taken: set[str] = set()

    def instrument(self, draft: InstrumentDraft) -> None:
        """The instrument itself and its levels."""
        self._put(Instrument, [{"uuid": self._uuid, "key": "imported", "name": draft.name, "in_use": True}])
        levels = [
            {"uuid": self._id("level", level.value), "instrument": self._uuid, "value": level.value, "key": ""}
            | {"name": level.name}
            for level in draft.levels
        ]
        kept = [row["uuid"] for row in levels]
        self._session.execute(delete(Level).where(Level.instrument == self._uuid, Level.uuid.not_in(kept)))
        self._put(Level, levels)

    def statements(self, draft: InstrumentDraft, floors: dict[str, int]) -> None:
        """Dimensions, statements, and what their levels look like."""
        dimensions: list[dict[str, Any]] = [
            {"uuid": self._id("dimension", each.key), "instrument": self._uuid, "key": each.key, "position": place}
            | {"pillar": each.pillar, "name": each.name}
            for place, each in enumerate(draft.dimensions)
        ]
        self._put(Dimension, dimensions)
        rows, cues = [], []
        for number, statement in enumerate(draft.statements, start=1):
            row = self._statement(statement, number, dimensions[statement.dimension]["uuid"], floors)
            rows.append(row)
            cues += [self._cue(row["uuid"], level, text) for level, text in statement.cues]
        self._taken = {row["uuid"] for row in rows}
        self._put(Statement, rows, keep=("left_out", "not_applicable"))
        self._put(Wording, cues)

    def leave_out(self) -> int:
        """Leaves out the statements that the file no longer has, drops those without an answer; gives how many."""
        gone = [uuid for uuid in self._session.scalars(_statements(self._uuid)).all() if uuid not in self._taken]
        for start in range(0, len(gone), _AT_ONCE):
            some = gone[start : start + _AT_ONCE]
            used = set(self._session.scalars(select(Rating.statement).where(Rating.statement.in_(some))).all())
            used |= set(self._session.scalars(select(Barrier.statement).where(Barrier.statement.in_(some))).all())
            self._session.execute(update(Statement).where(Statement.uuid.in_(used)).values(left_out=True))
            self._session.execute(delete(Statement).where(Statement.uuid.in_(set(some) - used)))
        full = select(Statement.dimension)
        empty = delete(Dimension).where(Dimension.instrument == self._uuid, Dimension.uuid.not_in(full))
        self._session.execute(empty)
        return len(gone)

    def _statement(self, draft: StatementDraft, number: int, dimension: str, floors: dict[str, int]) -> dict[str, Any]:
        ours = floors.get(draft.key)
        return {
            "uuid": self._id("statement", draft.key),
            "dimension": dimension,
            "key": draft.key,
            "number": number,
            "text": draft.text,
            "language": self._language,
            "floor": draft.floor if ours is None else ours,
            "floor_when": draft.floor_when if ours is None else _ours(draft.text)[1],
            "left_out": False,
            "not_applicable": False,
        }

    def _cue(self, statement: str, level: int, text: str) -> dict[str, Any]:
        key = cue_key(statement, level)
        uuid = natural_uuid(self._workshop, "wording", key, self._language)
        return {"uuid": uuid, "key": key, "language": self._language, "text": text}

    def _id(self, *key: object) -> str:
        return natural_uuid(self._workshop, self._uuid, *key)

    def _put(self, kind: type[Fact], rows: list[dict[str, Any]], keep: tuple[str, ...] = ()) -> None:
        if rows:
            made = insert(kind.__table__)
            renewed = {name: made.excluded[name] for name in rows[0] if name not in ("uuid", *keep)}
            self._session.connection().execute(made.on_conflict_do_update(index_elements=["uuid"], set_=renewed), rows)


def _floors_of_ours(draft: InstrumentDraft) -> tuple[FloorTaken, ...]:
    """The floors of our statements for those that say the same, on the levels of this instrument."""
    values = [level.value for level in draft.levels]
    scale = [level.value for level in catalogue.instrument().levels]
    found = []
    for number, statement in enumerate(draft.statements, start=1):
        floor = _ours(statement.text)[0]
        if statement.floor is None and floor is not None:
            found.append(FloorTaken(statement.key, number, floor, rescaled(floor, scale, values)))
    return tuple(found)


def _ours(text: str) -> tuple[int | None, str]:
    """The floor of our statement with the same words, in any language, and which pilots it is for."""
    words = _folded(text)
    for each in catalogue.instrument().statements:
        if each.floor and words in (_folded(own) for _, own in each.text.texts):
            return each.floor.value, each.floor.when.value
    return None, ""


def _folded(text: str) -> str:
    return " ".join(text.casefold().strip(" .").split())
