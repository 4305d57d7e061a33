"""What a form's columns hold beside answers, by the words of their headings."""

from __future__ import annotations

import re
from enum import StrEnum

from roadmap_desktop.exchange.answer_words import plain


class ColumnRole(StrEnum):
    """What a column of a form holds."""

    STATEMENT = "statement"
    IDENTITY = "identity"
    TIME = "time"
    EMAIL = "email"
    NAME = "name"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    ROLE = "role"
    PERSPECTIVE = "perspective"
    TABLE = "table"
    STATUS = "status"
    COMMENT = "comment"
    TECHNICAL = "technical"
    UNKNOWN = "unknown"


_RULES: tuple[tuple[ColumnRole, str], ...] = (
    (
        ColumnRole.IDENTITY,
        r"ids?|(response|respondent|submission|record|entry|session|participant|unique) ?(id|no|number|code)|number|no",
    ),
    (
        ColumnRole.TIME,
        r"time ?stamp|(start|end|completion|last modified|finish|submission|created|modified|submitted|completed)"
        r" ?(time|date|at)?"
        r"|recorded ?date|(date|time) (created|modified|submitted|recorded|completed|started)"
        r"|submit(ted)? (date|time|at|on)"
        r"|date|time|date time|response date|marca temporal|fecha.*|hora de .*",
    ),
    (
        ColumnRole.EMAIL,
        r"(your |work |school |participant |contact )?e ?mail( address| id)?s?|user ?name|(direccion de )?correo.*",
    ),
    (ColumnRole.FIRST_NAME, r"(your |recipient ?)?(first|given) ?name|nombres?"),
    (ColumnRole.LAST_NAME, r"(your |recipient ?)?(last|family|sur) ?name|apellidos?"),
    (
        ColumnRole.NAME,
        r"(your |full |participant |respondent |what is your )*(full )?names?|name of participant|first and last name"
        r"|participants?|respondents?|who|person"
        r"|name (first and last|optional)|nombre completo",
    ),
    (
        ColumnRole.PERSPECTIVE,
        r"(your )?(perspectives?|stakeholders?( group| type)?|groups?)|respondent (type|group)|(i am|im) an?.*"
        r"|which (group|perspective|of these|of the following|best) .*(you|your role|represent).*"
        r"|who (are|do) you .*|perspectiva",
    ),
    (
        ColumnRole.ROLE,
        r"(your |primary |job |current )*(roles?|job titles?|job|positions?|titles?)|what is your (current |primary )?"
        r"(role|position|job|title).*|role in .*|cargo|puesto|rol",
    ),
    (ColumnRole.TABLE, r"(your )?tables?( (number|no|name))?|(which|what) table .*|table you .*|mesa"),
    (ColumnRole.STATUS, r"status|response (type|status)|finished|progress"),
    (
        ColumnRole.TECHNICAL,
        r"ip ?(address|adresse)?|duration.*|location ?(latitude|longitude)|latitude|longitude|distribution ?channel"
        r"|user ?language|collector ?(id|name)?|custom data.*|total (points|score)|score|points .*"
        r"|quiz feedback|feedback .*"
        r"|grade posted time|recipient ?\w*|external( data)? ?(reference)?|language"
        r"|browser.*|user agent|referr?er|network id|tags|outcome"
        r"|started|operating system|resolution|device.*|meta ?info.*"
        r"|source|platform|score .*|q .* (topics|sentiment.*)",
    ),
    (
        ColumnRole.COMMENT,
        r".*\b(comments?|explain|explanation|notes?|please specify|anything else|open ended|suggestions?|thoughts|why"
        r"|describe|evidence|comentarios?)\b.*",
    ),
)
_LONGEST = 300
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _RULES)


def column_role(heading: str) -> ColumnRole | None:
    """What a heading says of its column, beside answers; None where it says nothing known."""
    if len(heading) > _LONGEST:
        return None
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    words = plain(spaced.replace("#", " number "))
    if not words:
        return None
    return next((role for role, pattern in _COMPILED if pattern.fullmatch(words)), None)
