"""What can be done about scores: given, changed, taken back; and how many use cases are to be chosen."""

from __future__ import annotations

from sqlalchemy import delete, update
from sqlalchemy.dialects.sqlite import insert

from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.usecases import facts
from roadmap_desktop.journey.usecases.scorers import scorer_name
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.fact import natural_uuid
from roadmap_desktop.model.usecases import Score
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.rules.usecases import LEAST_SCORE, MOST_SCORE
from roadmap_desktop.store.document import Document

MOST_CHOSEN = 40
"""More use cases than this nobody chooses in a day."""


def score(
    document: Document, use_case: str, criterion: str, who: Who, value: float | None, *, origin: object | None = None
) -> None:
    """Gives a use case a score from 1 to 5 on a criterion, in a person's, a table's or the room's name; None clears it.

    Raises:
        Refused: the score is out of range, or one of the three is gone.
    """
    if value is not None and not LEAST_SCORE <= value <= MOST_SCORE:
        raise Refused(message("{value} is no score.", value=value), message("Scores run from 1 to 5."), field="score")
    with document.read():
        found, asked = facts.use_case(document, use_case), facts.criterion(document, criterion)
        name = scorer_name(document, who)
    uuid = natural_uuid(document.workshop_uuid, "score", use_case, criterion, who.uuid or who.kind.value)
    label = message("Scored {use_case} on {criterion}, {who}", use_case=found.name, criterion=asked.name, who=name)
    with document.change(label, origin=origin) as session:
        if value is None:
            session.execute(delete(Score).where(Score.uuid == uuid))
            return
        row: dict[str, object] = {"uuid": uuid, "use_case": use_case, "criterion": criterion, "value": value}
        if who.kind is not VoiceKind.ROOM:
            row["participant" if who.kind is VoiceKind.PERSON else "table"] = who.uuid
        made = insert(Score).values(row)
        session.execute(made.on_conflict_do_update(index_elements=["uuid"], set_={"value": made.excluded["value"]}))


def set_choose(document: Document, number: int, *, origin: object | None = None) -> None:
    """Says how many use cases the room wants to choose.

    Raises:
        Refused: it is not from 1 to 40.
    """
    if not 1 <= number <= MOST_CHOSEN:
        raise Refused(
            message("{number} can't be chosen.", number=number), message("Choose from 1 to 40."), field="choose"
        )
    label = plural("{n} use case is to be chosen", "{n} use cases are to be chosen", number)
    with document.change(label, origin=origin, fold="choose") as session:
        session.execute(update(Workshop).values(choose=number))
