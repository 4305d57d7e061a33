"""How the stage Readiness stands."""

from __future__ import annotations

from sqlalchemy import func, select

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.readiness.instrument import rated_statements
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.readiness import Barrier, Concern, Rating, Statement
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when every statement and every concern has an answer and every barrier an owner."""
    with document.read():
        every = count(document, Statement, Statement.uuid.in_(rated_statements()))
        query = select(func.count(Rating.statement.distinct()))
        rated = document.rows(query.where(Rating.statement.in_(rated_statements())))[0][0]
        ownerless = count(document, Barrier, Barrier.owner == "")
        barriers = count(document, Barrier)
        unanswered = count(document, Concern, Concern.answer == "")
    if not rated:
        return Standing(State.UNTOUCHED, message("nothing rated yet"))
    if rated < every:
        missing = plural("{n} statement not rated", "{n} statements not rated", every - rated)
        return Standing(State.OPEN, missing)
    if ownerless:
        return Standing(State.OPEN, plural("{n} barrier without owner", "{n} barriers without owner", ownerless))
    if not barriers:
        return Standing(State.OPEN, message("no barrier picked yet"))
    if unanswered:
        return Standing(State.OPEN, plural("{n} concern not answered", "{n} concerns not answered", unanswered))
    return Standing(State.DONE, plural("{n} barrier, owned", "{n} barriers, all owned", barriers))
