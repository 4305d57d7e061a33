"""Taking the answers of a form: in one step, each respondent one person, the same export twice the same as once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import select

from roadmap_desktop.journey.readiness.drafts import COUNTED, FormDraft
from roadmap_desktop.journey.readiness.instrument import rated_statements
from roadmap_desktop.journey.readiness.raters import present_round
from roadmap_desktop.journey.readiness.rating import begin_round
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.fact import Fact, natural_uuid
from roadmap_desktop.model.people import Participant
from roadmap_desktop.model.readiness import FormColumn, Rating, Respondent
from roadmap_desktop.rules.readiness import Answer, Way
from roadmap_desktop.store.apart import Key, Row, columns_of
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.prepared import Prepared, prepared, write


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


@dataclass(frozen=True, slots=True)
class AnswersReckoned:
    """What is to be written to take a form's answers, what the step is called, and what is told of it."""

    move: Prepared
    label: Words
    taken: AnswersTaken


@dataclass(frozen=True, slots=True)
class _Here:
    """What is in the workshop: the round, statements asked, ratings by uuid, names of people, rounds of forms."""

    stand: str
    round: int
    asked: frozenset[str]
    given: dict[str, _Given]
    names: dict[str, str]
    rounds: dict[str, int]


class _Given(NamedTuple):
    """A rating as it stands."""

    way: str
    answer: str
    level: int | None
    respondent: str | None
    note: str


def take_answers(
    document: Document, draft: FormDraft, reckoned: AnswersReckoned | None = None, *, into: int | None = None
) -> AnswersTaken:
    """Takes what a form's respondents answered into the present round, or one before it, in one step.

    Answers of a participant that were given on paper or by keyboard stay; those of an earlier import are renewed. What
    is to be written may have been reckoned before; where the workshop was changed since, it is reckoned again. The
    round after the present one is begun where it is asked for.

    Raises:
        Refused: nobody answered, the instrument is another one by now, ids that count rows are another group's, or
            there is no such round.
    """
    present = present_round(document)
    if into is not None and not 1 <= into <= present + 1:
        raise Refused(
            message("There is no round {round}.", round=into),
            message("Choose one from 1 to {last}; the last of them begins with these answers.", last=present + 1),
        )
    if into == present + 1:
        with document.together(_label(draft)):
            begin_round(document)
            return take_answers(document, draft, into=into)
    if reckoned is None or reckoned.move.stand != document.stand:
        reckoned = reckon_answers(document, draft, into=into)
    write(document, reckoned.move, reckoned.label)
    return reckoned.taken


def reckon_answers(
    document: Document,
    draft: FormDraft,
    reached: Callable[[int, int], None] = lambda done, of: None,
    *,
    into: int | None = None,
) -> AnswersReckoned:
    """What ``take_answers`` would write and tell; nothing is changed. ``reached`` hears of the people reckoned.

    Raises:
        Refused: as ``take_answers`` says.
    """
    if not draft.respondents:
        raise Refused(message("There is no answer to take."), message("Say which column asks which statement."))
    here = _here(document)
    if any(statement not in here.asked for each in draft.respondents for statement, _ in each.answers):
        raise Refused(
            message("The instrument has changed since the file was read."), message("Choose the file once more.")
        )
    workshop, at = document.workshop_uuid, document.now().isoformat(" ", "microseconds")
    respondents = _respondents(workshop, draft, here, into)
    rows = list(_rows(workshop, draft, respondents, reached))
    _check_counted(draft, respondents, rows, here.given)
    by_hand, added, changed, fresh = _sorted_out(rows, here.given, here.names)
    ratings = ({**row, "at": at, "note": row["note"] or _note(here, row["uuid"])} for row in fresh)
    move = prepared(
        here.stand,
        [
            *_given_to_participants(draft, respondents, here.given),
            *_as_rows(Respondent, respondents),
            *_as_rows(Rating, ratings),
            *_as_rows(FormColumn, _columns(workshop, draft)),
        ],
    )
    taken = AnswersTaken(
        people=len(draft.respondents),
        named=sum(bool(each.person) for each in draft.respondents),
        added=added,
        changed=changed,
        unchanged=len(rows) - len(fresh) - sum(number for _, number in by_hand),
        by_hand=by_hand,
        round=into or here.round,
    )
    return AnswersReckoned(move, _label(draft), taken)


def _label(draft: FormDraft) -> Words:
    return plural("Took the answers of {n} person", "Took the answers of {n} people", len(draft.respondents))


def _here(document: Document) -> _Here:
    ratings = select(Rating.uuid, Rating.way, Rating.answer, Rating.level, Rating.respondent, Rating.note)
    with document.read():
        return _Here(
            stand=document.stand,
            round=present_round(document),
            asked=frozenset(row[0] for row in document.rows(rated_statements())),
            given={row[0]: _Given(*row[1:]) for row in document.plain_rows(ratings)},
            names={row.uuid: row.name for row in document.rows(select(Participant.uuid, Participant.name))},
            rounds={row.uuid: row.round for row in document.rows(select(Respondent.uuid, Respondent.round))},
        )


def _note(here: _Here, uuid: str) -> str:
    return here.given[uuid].note if uuid in here.given else ""


def _check_counted(
    draft: FormDraft, respondents: list[dict[str, Any]], rows: list[dict[str, Any]], before: dict[str, _Given]
) -> None:
    """Ids that only count rows are the same in two exports: most answers changed means that it is another group."""
    filled = zip(respondents, draft.respondents, strict=True)
    counted = {row["uuid"] for row, each in filled if each.identity[0] == COUNTED}
    stand = [(row, before[row["uuid"]]) for row in rows if row["respondent"] in counted and row["uuid"] in before]
    other = sum((known.answer, known.level) != (row["answer"], row["level"]) for row, known in stand)
    if other * 2 > len(stand):
        raise Refused(
            message("Most answers of these people are here already, with other values: is it another group's export?"),
            message("Give the ids of this group a letter, such as B1, B2, and import it again."),
        )


def _sorted_out(
    rows: list[dict[str, Any]], before: dict[str, _Given], names: dict[str, str]
) -> tuple[tuple[tuple[str, int], ...], int, int, list[dict[str, Any]]]:
    """Those that stay as they were given by hand, how many are new and changed, and the rows to write."""
    by_hand: dict[str, int] = {}
    added, fresh = 0, []
    for row in rows:
        stands = before.get(row["uuid"])
        if stands is None:
            added += 1
            fresh.append(row)
        elif stands.way == Way.IMPORT.value:
            if not _says(stands, row) or row["note"] not in ("", stands.note):
                fresh.append(row)
        elif not _says(stands, row):
            name = names.get(row["participant"], "")
            by_hand[name] = by_hand.get(name, 0) + 1
    return tuple(by_hand.items()), added, len(fresh) - added, fresh


def _says(stands: _Given, row: dict[str, Any]) -> bool:
    return (stands.answer, stands.level) == (row["answer"], row["level"])


def _respondents(workshop: str, draft: FormDraft, here: _Here, into: int | None) -> list[dict[str, Any]]:
    """A row for each form filled; one that was taken before stays in its round, unless another one is asked for."""
    rows = []
    for each in draft.respondents:
        uuid = natural_uuid(workshop, "respondent", draft.form, *each.identity)
        if into is not None and here.rounds.get(uuid, into) != into:
            uuid = natural_uuid(workshop, "respondent", draft.form, *each.identity, f"round {into}")
        about = {"perspective": "", "table": None}
        if not each.person:
            about = {"perspective": each.perspective, "table": each.table or None}
        asked = here.rounds.get(uuid, into or here.round)
        rows.append({"uuid": uuid, "form": draft.form, "round": asked, "note": each.comment, **about})
    return rows


def _given_to_participants(
    draft: FormDraft, respondents: list[dict[str, Any]], given: dict[str, _Given]
) -> Iterator[tuple[Key, None]]:
    """Answers that were taken without a name are the participant's once she is in the room list."""
    named = {row["uuid"] for row, each in zip(respondents, draft.respondents, strict=True) if each.person}
    if named:
        yield from (((Rating.__tablename__, uuid), None) for uuid, each in given.items() if each.respondent in named)


def _rows(
    workshop: str, draft: FormDraft, respondents: list[dict[str, Any]], reached: Callable[[int, int], None]
) -> Iterator[dict[str, Any]]:
    for number, (filled, each) in enumerate(zip(respondents, draft.respondents, strict=True)):
        reached(number, len(draft.respondents))
        who, asked, notes = each.person or filled["uuid"], filled["round"], dict(each.notes)
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
                "note": notes.get(statement, ""),
            }


def _columns(workshop: str, draft: FormDraft) -> Iterator[dict[str, Any]]:
    """What the columns mean, for the day when the form comes again."""
    for column in draft.columns:
        yield {
            "uuid": natural_uuid(workshop, "form column", draft.form, column.heading),
            "form": draft.form,
            "heading": column.heading,
            "role": column.role,
            "statement": column.statement or None,
        }


def _as_rows(kind: type[Fact], rows: Iterable[dict[str, Any]]) -> Iterator[tuple[Key, Row]]:
    name = kind.__tablename__
    names = columns_of(name)
    for row in rows:
        yield (name, row["uuid"]), tuple([row[each] for each in names])
