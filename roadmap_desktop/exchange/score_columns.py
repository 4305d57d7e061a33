"""The columns of a file of scores: who scored, which use case, and a column for each criterion or one for all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from roadmap_desktop.exchange.answer_headings import ColumnRole, column_role
from roadmap_desktop.exchange.answer_words import plain
from roadmap_desktop.exchange.headed import Headed, headed
from roadmap_desktop.exchange.instrument_parts import Untaken
from roadmap_desktop.exchange.names import Names, headings
from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.language import Words, message


class Held(StrEnum):
    """What a column holds beside the scores on a criterion."""

    PARTICIPANT = "participant"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    IDENTITY = "identity"
    EMAIL = "email"
    USE_CASE = "use case"
    CRITERION = "criterion"
    SCORE = "score"
    ROLE = "role"
    PERSPECTIVE = "perspective"
    TABLE = "table"
    IGNORED = "ignored"


_HEADINGS: Mapping[Held, str] = {
    Held.PARTICIPANT: r"(name of )?(the )?(participant|voter|scorer|rater|evaluator|judge|reviewer|assessor)s?"
    r"( names?)?|(who|what) (are you|is your name)|participante|evaluador|votante",
    Held.USE_CASE: r"(name of )?(the )?use ?cases?( names?| titles?)?|(which|what|choose|select|pick).* use ?case.*"
    r"|use ?case .*(scor|rat|evaluat|review)\w*.*|usecase|idea|proposal|alternative|casos? de uso",
    Held.CRITERION: r"criteri(on|a)( names?)?|criterios?|which criterion.*",
    Held.SCORE: r"(your )?(scores?|ratings?|values?|points)( given)?|puntuacion|puntaje|calificacion|nota",
}
_BY_ROLE: Mapping[ColumnRole, Held] = {
    ColumnRole.NAME: Held.PARTICIPANT,
    ColumnRole.FIRST_NAME: Held.FIRST_NAME,
    ColumnRole.LAST_NAME: Held.LAST_NAME,
    ColumnRole.IDENTITY: Held.IDENTITY,
    ColumnRole.EMAIL: Held.EMAIL,
    ColumnRole.ROLE: Held.ROLE,
    ColumnRole.PERSPECTIVE: Held.PERSPECTIVE,
    ColumnRole.TABLE: Held.TABLE,
}
_CRITERION = "criterion "


@dataclass(frozen=True, slots=True)
class Columns:
    """A file's table; ``criteria`` are the columns of a criterion's scores by place, none in the long form."""

    table: Headed
    criteria: Mapping[int, str]

    @property
    def is_long(self) -> bool:
        """Whether each row holds one score of a criterion that it names."""
        return not self.criteria

    def place(self, *held: Held) -> int | None:
        """The first column of the first of these that there is."""
        return self.table.place(*held)

    def untaken(self, names: Names) -> tuple[Untaken, ...]:
        """Columns of criteria that there are not, or that come twice."""
        return tuple(
            Untaken(self.table.column(place), _why(heading, names, self.is_long), heading[:200])
            for place, heading in enumerate(self.table.header.cells)
            if heading and place not in self.table.roles
        )


def columns_of(source: bytes | str, criteria: Names) -> Columns:
    """The columns of a file of scores, in the wide or the long form.

    Raises:
        Unreadable: the file is no table, or says not who scored what.
    """
    remedy = message(
        "Head the columns with participant, use case and each criterion; or participant, use case, criterion, score."
    )
    table = headed(source, lambda heading: _held(heading, criteria), (Held.USE_CASE,), remedy)
    columns = {place: role.removeprefix(_CRITERION) for place, role in table.roles.items() if role[:10] == _CRITERION}
    is_long = table.place(Held.CRITERION) is not None and table.place(Held.SCORE) is not None
    if not is_long and not columns:
        raise Unreadable(message("No column of this file is headed with a criterion of the workshop."), remedy)
    if table.place(Held.PARTICIPANT, Held.LAST_NAME, Held.IDENTITY, Held.EMAIL, Held.TABLE) is None:
        raise Unreadable(message("No column of this file says who scored."), remedy)
    return Columns(table, {} if is_long else columns)


def _held(heading: str, criteria: Names) -> str | None:
    found = criteria.in_heading(heading)
    if found:
        return f"{_CRITERION}{found}"
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    said = [plain(text) for text in headings(spaced, loosely=True)]
    held = next((held for text in said for held, pattern in _HEADINGS.items() if re.fullmatch(pattern, text)), None)
    if held is not None:
        return held
    return next((_BY_ROLE[role] for text in said if (role := column_role(text)) in _BY_ROLE and role), None)


def _why(heading: str, names: Names, is_long: bool) -> Words:
    role = column_role(heading)
    if role in (ColumnRole.TIME, ColumnRole.COMMENT, ColumnRole.TECHNICAL, ColumnRole.STATUS) or is_long:
        return message("This column is no score.")
    if names.in_heading(heading):
        return message("Another column holds the scores of this criterion.")
    if near := names.nearest(heading):
        return message("The workshop has no criterion of this name; the nearest is “{name}”.", name=near)
    return message("The workshop has no criterion of this name.")
