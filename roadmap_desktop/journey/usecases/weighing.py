"""What can be done about weights: the room's, or those that one perspective gives beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from roadmap_desktop.catalogue import criteria as catalogue
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.perspectives import ROOM, middle, perspective_name, weighed, weights_of
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.usecases import Criterion, PerspectiveWeight
from roadmap_desktop.rules.usecases import MOST_WEIGHT
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def set_weight(
    document: Document, criterion: str, weight: float, *, perspective: str = ROOM, origin: object | None = None
) -> None:
    """Says how much a criterion counts, from 0 (not at all) to 100; weights count in proportion to one another.

    The first weight of a perspective takes the room's other weights along as its own, as they stand then: what a
    perspective has said does not change when the room's weights do.

    Raises:
        Refused: the weight is out of range, or criterion or perspective is gone.
    """
    found = facts.criterion(document, criterion)
    if not 0 <= weight <= MOST_WEIGHT:
        raise Refused(
            message("{weight} is no weight.", weight=weight), message("Weights run from 0 to 100."), field="weight"
        )
    if perspective == ROOM:
        label = message("{criterion} counts {weight}", criterion=found.name, weight=weight)
        with document.change(label, origin=origin, fold=f"weight:{criterion}") as session:
            session.execute(update(Criterion).where(Criterion.uuid == criterion).values(weight=weight))
        return
    label = message(
        "{perspective}: {criterion} counts {weight}",
        perspective=perspective_name(document, perspective),
        criterion=found.name,
        weight=weight,
    )
    weights = {**weights_of(document, perspective), criterion: weight}
    with document.change(label, origin=origin, fold=f"weight:{perspective}:{criterion}") as session:
        put_weights(document, session, perspective, weights)


def set_weights(
    document: Document, weights: Mapping[str, float], *, perspective: str = ROOM, origin: object | None = None
) -> None:
    """Gives criteria (by uuid) their weights in one step, as they follow from comparing them in pairs.

    Raises:
        Refused: the perspective is gone.
    """
    label = message("Weighed by comparing in pairs")
    if perspective == ROOM:
        with document.change(label, origin=origin) as session:
            _put_room(session, weights)
        return
    label = message("{perspective}: weighed by comparing in pairs", perspective=perspective_name(document, perspective))
    whole = {**weights_of(document, perspective), **weights}
    with document.change(label, origin=origin) as session:
        put_weights(document, session, perspective, whole)


def reset_weights(document: Document, *, perspective: str = ROOM, origin: object | None = None) -> None:
    """Gives the criteria of the catalogue the weights they began with; a perspective then has none of its own.

    Raises:
        Refused: the perspective is gone.
    """
    if perspective != ROOM:
        name = perspective_name(document, perspective)
        with document.change(message("{perspective}: weights taken back", perspective=name), origin=origin) as session:
            session.execute(delete(PerspectiveWeight).where(PerspectiveWeight.perspective == perspective))
        return
    weights = {each.key: each.weight for each in catalogue.criteria()}
    with document.change(message("Reset the weights"), origin=origin) as session:
        for row in session.scalars(select(Criterion).where(Criterion.key.in_(weights))):
            row.weight = weights[row.key]


def take_middle(document: Document, *, origin: object | None = None) -> None:
    """Makes the median of the perspectives' weights those of the room, in one step.

    Raises:
        Refused: fewer than two perspectives gave weights, or nothing would count.
    """
    found = middle(document)
    if not found:
        raise Refused(
            message("There is no median to take."), message("Let at least two perspectives give weights first.")
        )
    label = plural(
        "Took the median weights of {n} perspective",
        "Took the median weights of {n} perspectives",
        len(weighed(document)),
    )
    with document.change(label, origin=origin) as session:
        _put_room(session, found)


def put_weights(document: Document, session: Session, perspective: str, weights: Mapping[str, float]) -> None:
    """Writes the weights of a perspective by criterion, inside a step that is under way."""
    rows = [
        {
            "uuid": natural_uuid(document.workshop_uuid, "perspective_weight", perspective, criterion),
            "perspective": perspective,
            "criterion": criterion,
            "weight": min(MOST_WEIGHT, max(0.0, weight)),
        }
        for criterion, weight in weights.items()
    ]
    made = insert(PerspectiveWeight.__table__)
    renewed = made.on_conflict_do_update(
        index_elements=["uuid"],
        set_={"weight": made.excluded["weight"]},
        where=PerspectiveWeight.__table__.c.weight != made.excluded["weight"],
    )
    session.connection().execute(renewed, rows)


def _put_room(session: Session, weights: Mapping[str, float]) -> None:
    for row in session.scalars(select(Criterion).where(Criterion.uuid.in_(weights))):
        row.weight = min(MOST_WEIGHT, max(0.0, weights[row.uuid]))
