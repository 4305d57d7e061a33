"""Taking use cases, weights and scores from outside: each in one step, the same file twice the same as once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from roadmap_desktop.catalogue import usecases as catalogue
from roadmap_desktop.journey.orphans import change_keeping_tasks
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases.drafts import (
    OwnWeightsDraft,
    PersonDraft,
    Scorer,
    ScoresDraft,
    UseCaseDraft,
    WeightsDraft,
)
from roadmap_desktop.journey.usecases.perspectives import weights_of
from roadmap_desktop.journey.usecases.weighing import put_weights
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.fact import natural_uuid, new_uuid
from roadmap_desktop.model.people import Participant, Table
from roadmap_desktop.model.usecases import Criterion, Score, UseCase
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FIELDS = ("level", "risk", "data_class", "student_facing", "description", "owner")


@dataclass(frozen=True, slots=True)
class Taken:
    """How many came new, were changed, or stood here just so.

    ``people`` were added to the room list, and so many ``perspectives`` got weights.
    """

    added: int
    changed: int
    unchanged: int
    people: int = 0
    perspectives: int = 0


def take_use_cases(document: Document, drafts: Sequence[UseCaseDraft], *, origin: object | None = None) -> Taken:
    """Puts the use cases of a file on the list; of those there already, what the file says is changed.

    Raises:
        Refused: the file has no use case to take.
    """
    if not drafts:
        raise Refused(message("There is no use case to take."), message("Give each use case a row with its name."))
    entries = {entry.key: entry for entry in catalogue.use_cases()}
    label = plural("Took {n} use case from a file", "Took {n} use cases from a file", len(drafts))
    added = changed = 0
    with change_keeping_tasks(document, label, origin=origin) as session:
        here = {row.uuid: row for row in session.scalars(select(UseCase))}
        position = max((row.position for row in here.values()), default=-1)
        for draft in drafts:
            row = here.get(draft.uuid)
            if row is None:
                position += 1
                session.add(_new_use_case(document, draft, entries.get(draft.key), position, here.keys()))
                added += 1
            else:
                changed += _change(row, draft)
    return Taken(added, changed, len(drafts) - added - changed)


def take_weights(document: Document, draft: WeightsDraft, *, origin: object | None = None) -> Taken:
    """Gives the criteria of a file their weights; those it does not name count 0, those the workshop lacks are added.

    That holds for the room where the file gives it weights, and for each perspective that it names.

    Raises:
        Refused: the file has no weight to take.
    """
    if not draft.weights and not draft.own:
        raise Refused(message("There is no weight to take."), message("Give each criterion a row with its weight."))
    with document.read():
        here = {row.uuid: row.weight for row in document.rows(select(Criterion.uuid, Criterion.weight))}
    given = {each.uuid: each.weight for each in draft.weights if each.uuid}
    silent = not draft.weights  # of the room the file says nothing
    now = {uuid: given.get(uuid, weight if silent or uuid in draft.kept else 0.0) for uuid, weight in here.items()}
    changed = [uuid for uuid, weight in now.items() if weight != here[uuid]]
    lists = (draft.weights, *(each.weights for each in draft.own))
    new = {_spelt(each.name): each for weights in reversed(lists) for each in weights if not each.uuid}
    rooms = {_spelt(each.name): each.weight for each in draft.weights if not each.uuid}
    number = sum(map(len, lists))
    label = plural("Took {n} weight from a file", "Took {n} weights from a file", number)
    with document.change(label, origin=origin) as session:
        position: int = session.scalars(select(func.coalesce(func.max(Criterion.position), -1))).one()
        for row in session.scalars(select(Criterion).where(Criterion.uuid.in_(changed))):
            row.weight = now[row.uuid]
        added = {name: _uuid(document, "criterion", each.name, here.keys()) for name, each in new.items()}
        for place, (name, each) in enumerate(new.items(), position + 1):
            weight = rooms.get(name, 0.0)
            session.add(Criterion(uuid=added[name], name=each.name, position=place, weight=weight))
        session.flush()
        for own in draft.own:
            _take_own(document, session, own, here | dict.fromkeys(added.values(), 0.0), added)
    return Taken(len(new), len(changed), len(here) - len(changed), perspectives=len(draft.own))


def take_scores(document: Document, draft: ScoresDraft, *, origin: object | None = None) -> Taken:
    """Takes the scores of a file, and adds the people it adds; a score that was here is replaced.

    Raises:
        Refused: the file has no score to take, or a use case, criterion or person is gone since it was read.
    """
    if not draft.scores:
        raise Refused(
            message("There is no score to take."), message("Compare the names in the file with the lists here.")
        )
    with document.read():
        before = {row.uuid: row.value for row in document.rows(select(Score.uuid, Score.value))}
        _check(document, draft)
        taken = {row[0] for row in document.rows(select(Participant.uuid))}
    people = [_uuid(document, "participant", each.name, taken) for each in draft.people]
    rows = [_score(document, each.use_case, each.criterion, each.value, each.scorer, people) for each in draft.scores]
    fresh = [row for row in rows if before.get(row["uuid"]) != row["value"]]
    label: Words = plural("Took {n} score from a file", "Took {n} scores from a file", len(rows))
    with document.change(label, origin=origin) as session:
        _add_people(session, draft.people, people)
        if fresh:
            made = insert(Score.__table__)
            renewed = made.on_conflict_do_update(index_elements=["uuid"], set_={"value": made.excluded["value"]})
            session.connection().execute(renewed, fresh)
    added = sum(row["uuid"] not in before for row in fresh)
    return Taken(added, len(fresh) - added, len(rows) - len(fresh), len(people))


def _take_own(
    document: Document,
    session: Session,
    draft: OwnWeightsDraft,
    here: Mapping[str, float],
    added: Mapping[str, str],
) -> None:
    """Writes what a file gives in the name of a perspective; what it can't read stays, or is the room's at first."""
    before = weights_of(document, draft.perspective)
    given = {each.uuid or added[_spelt(each.name)]: each.weight for each in draft.weights}
    kept = {uuid: before.get(uuid, here[uuid]) for uuid in draft.kept}
    put_weights(document, session, draft.perspective, dict.fromkeys(here, 0.0) | kept | given)


def _new_use_case(
    document: Document, draft: UseCaseDraft, entry: catalogue.UseCaseEntry | None, position: int, here: Any
) -> UseCase:
    """The row of a use case that is new; the catalogue's name stands where the file spells it just so."""
    uuid = _uuid(document, "use case", draft.name, here)
    made = UseCase(uuid=uuid, name=draft.name, position=position)
    if entry is not None:
        made.key, made.level, made.risk = entry.key, entry.level.value, entry.risk.value
        made.data_class, made.student_facing = entry.data_class, entry.student_facing
        if draft.name in dict(entry.name.texts).values():
            made.name = ""
    _change(made, draft)
    return made


def _change(row: UseCase, draft: UseCaseDraft) -> bool:
    """Sets what a file says; whether that was anything else than what stood there."""
    said = {field: value for field in _FIELDS if (value := getattr(draft, field)) is not None}
    other = {field: value for field, value in said.items() if getattr(row, field) != value}
    for field, value in other.items():
        setattr(row, field, value)
    return bool(other)


def _check(document: Document, draft: ScoresDraft) -> None:
    named = (
        (UseCase.uuid, {each.use_case for each in draft.scores}),
        (Criterion.uuid, {each.criterion for each in draft.scores}),
        (Participant.uuid, {each.scorer.participant for each in draft.scores} - {""}),
        (Table.uuid, {each.scorer.table for each in draft.scores} - {""}),
    )
    if any(wanted - {row[0] for row in document.rows(select(column))} for column, wanted in named):
        raise Refused(
            message("The workshop has changed since the file was read."), message("Choose the file once more.")
        )


def _score(
    document: Document, use_case: str, criterion: str, value: float, scorer: Scorer, people: Sequence[str]
) -> dict[str, Any]:
    """The row of a score, with the uuid that a score given in the window has."""
    person = scorer.participant or (people[scorer.added] if scorer.added is not None else "")
    who = person or scorer.table or "room"
    return {
        "uuid": natural_uuid(document.workshop_uuid, "score", use_case, criterion, who),
        "use_case": use_case,
        "criterion": criterion,
        "value": value,
        "participant": person or None,
        "table": scorer.table or None,
    }


def _add_people(session: Session, people: Sequence[PersonDraft], uuids: Sequence[str]) -> None:
    tables = {row.name.casefold(): row.uuid for row in session.scalars(select(Table))}
    position: int = session.scalars(select(func.coalesce(func.max(Participant.position), -1))).one()
    for place, (uuid, each) in enumerate(zip(uuids, people, strict=True), position + 1):
        seat = " ".join(each.table.split())
        if seat and seat.casefold() not in tables:
            made = Table(name=seat, position=len(tables))
            session.add(made)
            session.flush()
            tables[seat.casefold()] = made.uuid
        row = Participant(uuid=uuid, name=each.name, position=place, role=each.role, perspective=each.perspective)
        row.table = tables.get(seat.casefold()) if seat else None
        session.add(row)
    session.flush()


def _uuid(document: Document, kind: str, name: str, here: Any) -> str:
    """The natural uuid of a name from a file, so that two copies that take it have one row; else, in use, a new one."""
    uuid = natural_uuid(document.workshop_uuid, "taken", kind, _spelt(name))
    return new_uuid() if uuid in here else uuid


def _spelt(name: str) -> str:
    return " ".join(name.casefold().split())
