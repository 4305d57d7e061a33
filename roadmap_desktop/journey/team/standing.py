"""How the stage Team stands."""

from __future__ import annotations

from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.journey.team.facts import team_facts
from roadmap_desktop.journey.team.saying import missing_briefly
from roadmap_desktop.language import message, plural
from roadmap_desktop.rules.team import Rule, faults
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when every seat is filled or waived, every rule of the team holds, and every row of the grid is whole.

    A voice that is missing is said before anything else.
    """
    facts = team_facts(document)
    missing = sorted((each for each in facts.coverage if not each.holds), key=lambda each: each.rule is not Rule.VOICE)
    if not any(seat.rule.holders or seat.waived for seat in facts.seats):
        return Standing(State.UNTOUCHED, plural("{n} seat open", "{n} seats open", len(facts.seats)))
    if missing:
        return Standing(State.OPEN, missing_briefly(missing[0]))
    broken = sum(bool(faults(each.rule, facts.seat_rules)) for each in facts.work)
    if broken:
        return Standing(State.OPEN, plural("{n} row without A or R", "{n} rows without A or R", broken))
    return Standing(State.DONE, message("every seat filled"))
