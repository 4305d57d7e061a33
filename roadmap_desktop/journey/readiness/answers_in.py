"""Taking the answers of a form: in one step, each respondent one person, the same export twice the same as once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from roadmap_desktop.journey.readiness.drafts import COUNTED, FormDraft, RespondentDraft
from roadmap_desktop.journey.readiness.instrument import rated_statements
from roadmap_desktop.journey.readiness.raters import present_round
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import message, plural
from roadmap_desktop.model.fact import Fact, natural_uuid
from roadmap_desktop.model.people import Participant
from roadmap_desktop.model.readiness import FormColumn, Rating, Respondent
from roadmap_desktop.rules.readiness import Answer, Way
from roadmap_desktop.store.document import Document

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_AT_ONCE = 500
"""Ids in one statement; SQLite allows some thousand."""


@dataclass(frozen=True, slots=True)
class AnswersTaken:
    """How many answers came new, were changed, or stood here just so, of how many people; by hand: those that stay.

    ``by_hand`` names participants with the number of answers that were given another way in this round, and so stay.
    """

    people: int
    named: int
    added: int
    changed: int
    unchanged: int
    by_hand: tuple[tuple[str, int], ...]
    round: int


def take_answers(document: Document, draft: FormDraft, *, origin: object | None = None) -> AnswersTaken:
    """Takes what a form's respondents answered into the present round, in one step.

    Answers of a participant that were given on paper or by keyboard stay; those of an earlier import are renewed.

    Raises:
        Refused: nobody answered, the instrument is another one by now, or ids that count rows are another group's.
    """
    if not draft.respondents:
        raise Refused(message("There is no answer to take."), message("Say which column asks which statement."))
    with document.read():
        present = present_round(document)
        asked = {row[0] for row in document.rows(rated_statements())}
        before = _given(document)
        names = {row.uuid: row.name for row in document.rows(select(Participant.uuid, Participant.name))}
        rounds = {row.uuid: row.round for row in document.rows(select(Respondent.uuid, Respondent.round))}
    if any(statement not in asked for each in draft.respondents for statement, _ in each.answers):
        raise Refused(
            message("The instrument has changed since the file was read."), message("Choose the file once more.")
        )
    workshop, at = document.workshop_uuid, document.now()
    respondents = _respondents(workshop, draft, rounds, present)
    rows = list(_rows(workshop, draft, {row["uuid"]: row["round"] for row in respondents}))
    _check_counted(workshop, draft, rows, before)
    by_hand, added, changed, fresh = _sorted_out(rows, before, names)
    label = plural("Took the answers of {n} person", "Took the answers of {n} people", len(draft.respondents))
    with document.change(label, origin=origin) as session:
        _put(session, Respondent, respondents)
        _give_to_participants(session, draft, respondents)
        _put(session, Rating, [row | {"at": at} for row in fresh])
        _remember(session, workshop, draft)
    return AnswersTaken(
        people=len(draft.respondents),
        named=sum(bool(each.person) for each in draft.respondents),
        added=added,
        changed=changed,
        unchanged=len(rows) - len(fresh) - sum(number for _, number in by_hand),
        by_hand=by_hand,
        round=present,
    )


def _given(document: Document) -> dict[str, tuple[str, str, int | None]]:
    """What stands here by uuid: way, answer and level."""
    query = select(Rating.uuid, Rating.way, Rating.answer, Rating.level)
    return {row[0]: (row[1], row[2], row[3]) for row in document.rows(query)}


def _check_counted(
    workshop: str, draft: FormDraft, rows: list[dict[str, Any]], before: dict[str, tuple[str, str, int | None]]
) -> None:
    """Ids that only count rows are the same in two exports: most answers changed means that it is another group."""
    counted = {_filled(workshop, draft, each) for each in draft.respondents if each.identity[0] == COUNTED}
    stand = [(row, before[row["uuid"]]) for row in rows if row["respondent"] in counted and row["uuid"] in before]
    other = sum(known[1:] != (row["answer"], row["level"]) for row, known in stand)
    if other * 2 > len(stand):
        raise Refused(
            message("Most answers of these people are here already, with other values: is it another group's export?"),
            message("Give the ids of this group a letter, such as B1, B2, and import it again."),
        )


def _sorted_out(
    rows: list[dict[str, Any]], before: dict[str, tuple[str, str, int | None]], names: dict[str, str]
) -> tuple[tuple[tuple[str, int], ...], int, int, list[dict[str, Any]]]:
    """Those that stay as they were given by hand, how many are new and changed, and the rows to write."""
    by_hand: dict[str, int] = {}
    added, fresh = 0, []
    for row in rows:
        stands = before.get(row["uuid"])
        if stands is None:
            added += 1
            fresh.append(row)
        elif stands[1:] != (row["answer"], row["level"]):
            if stands[0] == Way.IMPORT.value:
                fresh.append(row)
            else:
                name = names.get(row["participant"], "")
                by_hand[name] = by_hand.get(name, 0) + 1
    return tuple(by_hand.items()), added, len(fresh) - added, fresh


def _respondents(workshop: str, draft: FormDraft, rounds: dict[str, int], present: int) -> list[dict[str, Any]]:
    """A row for each form filled; one that was taken before stays in its round."""
    rows = []
    for each in draft.respondents:
        uuid = _filled(workshop, draft, each)
        about = {"perspective": "", "table": None}
        if not each.person:
            about = {"perspective": each.perspective, "table": each.table or None}
        rows.append({"uuid": uuid, "form": draft.form, "round": rounds.get(uuid, present), **about})
    return rows


def _filled(workshop: str, draft: FormDraft, each: RespondentDraft) -> str:
    return natural_uuid(workshop, "respondent", draft.form, *each.identity)


def _give_to_participants(session: Session, draft: FormDraft, respondents: list[dict[str, Any]]) -> None:
    """Answers that were taken without a name are the participant's once she is in the room list."""
    named = [row["uuid"] for row, each in zip(respondents, draft.respondents, strict=True) if each.person]
    for start in range(0, len(named), _AT_ONCE):
        session.execute(delete(Rating).where(Rating.respondent.in_(named[start : start + _AT_ONCE])))


def _rows(workshop: str, draft: FormDraft, rounds: dict[str, int]) -> Iterator[dict[str, Any]]:
    for each in draft.respondents:
        filled = _filled(workshop, draft, each)
        who, asked = each.person or filled, rounds[filled]
        for statement, answer in each.answers:
            yield {
                "uuid": natural_uuid(workshop, "rating", statement, asked, who),
                "statement": statement,
                "round": asked,
                "way": Way.IMPORT.value,
                "participant": who if each.person else None,
                "table": None,
                "respondent": None if each.person else who,
                "answer": answer.value if isinstance(answer, Answer) else Answer.LEVEL.value,
                "level": None if isinstance(answer, Answer) else answer,
                "count": 1,
                "note": "",
            }


def _remember(session: Session, workshop: str, draft: FormDraft) -> None:
    """Keeps what the columns mean, for the day when the form comes again."""
    rows = [
        {
            "uuid": natural_uuid(workshop, "form column", draft.form, column.heading),
            "form": draft.form,
            "heading": column.heading,
            "role": column.role,
            "statement": column.statement or None,
        }
        for column in draft.columns
    ]
    _put(session, FormColumn, rows)


def _put(session: Session, kind: type[Fact], rows: list[dict[str, Any]]) -> None:
    """Writes rows whether they are new or there already."""
    if rows:
        made = insert(kind.__table__)
        renewed = {name: made.excluded[name] for name in rows[0] if name not in ("uuid", "note")}
        session.connection().execute(made.on_conflict_do_update(index_elements=["uuid"], set_=renewed), rows)
