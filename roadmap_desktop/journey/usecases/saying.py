"""The words of this stage: levels, risks, parts of an outcome, vetoes and what keeps a use case from a pilot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from roadmap_desktop.language import Words, message
from roadmap_desktop.rules.usecases import Doubt, Hurdle, OutcomePart

LEVELS: Mapping[str, Words] = {
    "district": message("District"),
    "classroom": message("Classroom"),
    "support": message("Support"),
}
"""Where a use case belongs, in one word."""

RISKS: Mapping[str, Words] = {
    "L": message("risk L"),
    "M": message("risk M"),
    "H": message("risk H"),
}
"""How much harm a mistake could do: low, medium or high."""

PARTS: Mapping[OutcomePart, Words] = {
    OutcomePart.MEASURE: message("measure"),
    OutcomePart.BASELINE: message("baseline"),
    OutcomePart.TARGET: message("target"),
    OutcomePart.UNIT: message("unit"),
    OutcomePart.SOURCE: message("data source"),
    OutcomePart.DUE: message("date"),
    OutcomePart.MINIMUM: message("minimum"),
    OutcomePart.COLLECTOR: message("who collects"),
}
"""What the parts of an outcome are called inside a sentence."""

DOUBTS: Mapping[Doubt, Words] = {
    Doubt.NO_CHANGE: message("The target is the baseline, so nothing would change."),
    Doubt.MINIMUM_BEYOND_TARGET: message("The minimum asks for more than the target."),
    Doubt.MINIMUM_BELOW_BASELINE: message("The minimum is worse than the baseline."),
}

HURDLES: Mapping[Hurdle, Words] = {
    Hurdle.OUTCOME: message("Its outcome is not complete."),
    Hurdle.LOCAL_DECISION: message("The district's own decision is not recorded."),
}

ANSWERS: Mapping[str, Words] = {
    "9": message("far more than"),
    "7": message("much more than"),
    "5": message("clearly more than"),
    "3": message("a little more than"),
    "1": message("as much as"),
    "-3": message("a little less than"),
    "-5": message("clearly less than"),
    "-7": message("much less than"),
    "-9": message("far less than"),
}
"""What can be said of two criteria, by how many times as much the first counts; less than as much with a minus."""

EQUITY = "equity"
"""The veto for harm to equity; the others are keys of the red list, or the room's own words."""

EQUITY_WORDS = message("Harm to equity that nothing makes good")


def about(level: str, risk: str) -> Words:
    """The small line under a name: level and risk."""
    return message("{level} · {risk}", level=LEVELS.get(level, level), risk=RISKS.get(risk, risk))


def parts(missing: Sequence[OutcomePart]) -> tuple[Words, ...]:
    """The names of parts of an outcome."""
    return tuple(PARTS[part] for part in missing)
