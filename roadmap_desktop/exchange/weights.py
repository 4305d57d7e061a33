"""Weights of criteria as other programs write them, shown as understood before anything is taken."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from roadmap_desktop.exchange import usecase_words as words
from roadmap_desktop.exchange.answer_words import plain, says_nothing
from roadmap_desktop.exchange.headed import Headed, headed
from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.exchange.names import Names, headings
from roadmap_desktop.exchange.table import Row
from roadmap_desktop.exchange.usecase_list import LONGEST_NAME
from roadmap_desktop.journey.prepare.personfields import matched_perspective
from roadmap_desktop.journey.prepare.perspectivewords import meant_perspective
from roadmap_desktop.journey.usecases.drafts import OwnWeightsDraft, WeightDraft, WeightsDraft
from roadmap_desktop.journey.usecases.known import Known
from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.usecases import MOST_WEIGHT


class _Role(StrEnum):
    CRITERION = "criterion"
    WEIGHT = "weight"
    PERSPECTIVE = "perspective"


_HEADINGS: Mapping[_Role, str] = {
    _Role.CRITERION: r"criteri(on|a|ons)( name)?|criterios?|names?|nombre|what counts",
    _Role.WEIGHT: r"(criteri(on|a) )?weight(s|ing|ings)?( %| percent)?|percent(age)?|%|points|importance|pesos?",
    _Role.PERSPECTIVE: r"(your |the )?(perspectives?|stakeholders?( group| type)?|groups?)"
    r"|(who|whose)( weighs| weights)?|weighted by|(which|what) (group|perspective|best) .*(you|your).*"
    r"|(i am|im) an?.*|perspectivas?|grupos?",
}
_ROOM = {"", "room", "the room", "all", "everyone", "everybody", "agreed", "la sala", "sala", "todos"}
_TOTAL = re.compile(r"(grand )?totals?|sums?|suma")


@dataclass(frozen=True, slots=True)
class WeightsPreview:
    """Weights as understood: what would be taken, every part that would not be, and what was assumed."""

    draft: WeightsDraft
    untaken: tuple[Untaken, ...]
    notes: tuple[Words, ...]


def read_weights(source: bytes | str, known: Known) -> WeightsPreview:
    """The preview of a list of weights; where one is over 100, all of that list are brought down in proportion.

    A column of perspectives may say whose weights they are; rows where it is blank are the room's.

    Raises:
        Unreadable: the file is no table, or its columns are not headed as criterion and weight.
    """
    remedy = message("Head one column with criterion and one with weight.")
    table = headed(source, _role, (_Role.CRITERION, _Role.WEIGHT), remedy)
    reading, aside = (
        _Reading(table, known),
        table.not_columns(message("This column is neither a criterion nor its weight, nor whose it is.")),
    )
    for row in table.rows:
        if not row.is_empty:
            reading.take(row)
    lists = {whose: tuple(taken.values()) for whose, taken in reading.taken.items()}
    most = max((each.weight for each_list in lists.values() for each in each_list), default=0.0)
    notes: tuple[Words, ...] = ()
    if most > MOST_WEIGHT:
        lists = {whose: _brought_down(taken) for whose, taken in lists.items()}
        note = message("Weights run to {most}: all were brought down in proportion, which ranks the same.", most=100)
        notes = (note,)
    kept = {whose: tuple(found) for whose, found in reading.kept.items()}
    own = tuple(OwnWeightsDraft(key, taken, kept.get(key, ())) for key, taken in lists.items() if key and taken)
    draft = WeightsDraft(lists.get("", ()), kept.get("", ()), own)
    return WeightsPreview(draft, (*table.not_rows(), *aside, *reading.untaken), notes)


def _brought_down(taken: tuple[WeightDraft, ...]) -> tuple[WeightDraft, ...]:
    most = max(each.weight for each in taken)
    return (
        taken
        if most <= MOST_WEIGHT
        else tuple(replace(each, weight=each.weight * MOST_WEIGHT / most) for each in taken)
    )


def _role(heading: str) -> _Role | None:
    said = [plain(text) for text in headings(heading, loosely=True)]
    return next((role for text in said for role, pattern in _HEADINGS.items() if re.fullmatch(pattern, text)), None)


class _Reading:
    """The rows of a list being read one after the other."""

    def __init__(self, table: Headed, known: Known) -> None:
        self._table = table
        self._names, self._perspectives = Names(known.criteria), known.perspectives
        self.taken: defaultdict[str, dict[str, WeightDraft]] = defaultdict(dict)
        self.kept: defaultdict[str, list[str]] = defaultdict(list)
        self.untaken: list[Untaken] = []

    def take(self, row: Row) -> None:
        """Reads the weight of one criterion, the room's or a perspective's."""
        said = row.cell(self._table.place(_Role.PERSPECTIVE))
        whose = self._whose(said)
        name = row.cell(self._table.place(_Role.CRITERION))
        text = row.cell(self._table.place(_Role.WEIGHT))
        uuid = self._names.find(name)
        weight = words.number(text.removesuffix("%").strip())
        taken = self.taken[whose or ""]
        if whose is None:
            reason: Words | None = message("There is no perspective called {name}.", name=said[:LONGEST_NAME])
        else:
            reason = self._reason(name, uuid, text, weight, taken)
        if reason is None:
            assert weight is not None
            taken[uuid or plain(name)] = WeightDraft(name, weight, uuid)
            return
        if uuid and whose is not None and uuid not in taken:
            self.kept[whose].append(uuid)
        self.untaken.append(Untaken(self._table.where((row.number,)), reason, row.raw.strip()[:200]))

    def _whose(self, said: str) -> str | None:
        """The key of the perspective that a cell names, empty for the room; None where there is no such perspective."""
        if plain(said) in _ROOM or says_nothing(said):
            return ""
        return (
            matched_perspective(said, self._perspectives) or meant_perspective(plain(said), self._perspectives) or None
        )

    def _reason(
        self, name: str, uuid: str, text: str, weight: float | None, taken: Mapping[str, WeightDraft]
    ) -> Words | None:
        """Why a row is not taken; None where it is."""
        if says_nothing(name):
            return message("It names no criterion.")
        if not uuid and _TOTAL.fullmatch(plain(name)):
            return message("It is a total, not a criterion.")
        if not uuid and self._names.is_shared(name):
            return message("More than one criterion has this name.")
        if len(name) > LONGEST_NAME:
            return message("A name has at most {n} letters.", n=LONGEST_NAME)
        if (uuid or plain(name)) in taken:
            return message("This criterion has a weight above already.")
        if says_nothing(text):
            return message("It gives no weight.")
        if weight is None or weight < 0:
            return message("Its weight is no number from 0 on.")
        return None
