"""The words of this stage: what each rule of the team says when it holds and when it does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from roadmap_desktop.journey.team.facts import TeamFacts
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules.team import LEAST_TEACHERS, MOST_ACCOUNTABLE, STUDENT, Coverage, Fault, Rule

FAULT: Mapping[Fault, Words] = {
    Fault.NO_ACCOUNTABLE: message("nobody is accountable: give one seat an A"),
    Fault.MANY_ACCOUNTABLE: message("more than one A: leave one"),
    Fault.ACCOUNTABLE_OPEN: message("the accountable seat is open: fill it, or give the A to another"),
    Fault.NO_RESPONSIBLE: message("nobody does the work: give a seat an R"),
    Fault.RESPONSIBLE_OPEN: message("the seats that do the work are open: fill one, or give an R to another"),
}

SHORT_FAULT: Mapping[Fault, Words] = {
    Fault.NO_ACCOUNTABLE: message("no A"),
    Fault.MANY_ACCOUNTABLE: message("more than one A"),
    Fault.ACCOUNTABLE_OPEN: message("A is open"),
    Fault.NO_RESPONSIBLE: message("no R"),
    Fault.RESPONSIBLE_OPEN: message("R is open"),
}


def coverage_text(facts: TeamFacts, each: Coverage) -> Words:
    """What a rule says of the team as it stands."""
    if not each.applies:
        return _nothing_asks(each.rule)
    return _holds(each) if each.holds else _missing(facts, each)


def missing_briefly(each: Coverage) -> Words:
    """A rule that does not hold, for the rail."""
    match each.rule:
        case Rule.SEATS:
            return plural("{n} seat open", "{n} seats open", len(each.seats))
        case Rule.SPONSOR_AND_LEAD:
            return message("sponsor and lead are one")
        case Rule.TEACHERS:
            return plural("{n} teacher of {least}", "{n} teachers of {least}", len(each.people), least=LEAST_TEACHERS)
        case Rule.BEYOND_TECHNOLOGY:
            return message("technology leads alone")
        case Rule.VOICE if len(each.perspectives) > 1:
            return message("no student or family voice")
        case Rule.VOICE:
            return message("no student voice") if STUDENT in each.perspectives else message("no family voice")
        case Rule.SPECIAL_EDUCATION:
            return message("no special education")
        case Rule.LEGAL:
            return message("legal not consulted")
    return message("one person carries too much")


def _nothing_asks(rule: Rule) -> Words:
    match rule:
        case Rule.SPONSOR_AND_LEAD:
            return message("Sponsor and lead must be two people; not both seats are filled yet")
        case Rule.BEYOND_TECHNOLOGY:
            return message("Technology must not lead alone; nobody leads yet")
        case Rule.VOICE:
            return message("Student and family voice: nothing chosen faces students")
        case Rule.SPECIAL_EDUCATION:
            return message("Special education: nothing chosen needs it at the table")
    return message("Legal: nothing chosen has high risk or personal data")


def _holds(each: Coverage) -> Words:
    match each.rule:
        case Rule.SEATS:
            return message("Every function is filled or waived")
        case Rule.SPONSOR_AND_LEAD:
            return message("Sponsor and lead are two people")
        case Rule.TEACHERS:
            return plural("{n} practicing teacher", "{n} practicing teachers", len(each.people))
        case Rule.BEYOND_TECHNOLOGY:
            return message("Technology does not lead alone")
        case Rule.VOICE:
            return message("Students and families have a voice")
        case Rule.SPECIAL_EDUCATION:
            return message("Special education is at the table")
        case Rule.LEGAL:
            return message("Legal is consulted before data or risk is taken on")
    return message("Nobody is accountable for more than {most} rows", most=MOST_ACCOUNTABLE)


def _missing(facts: TeamFacts, each: Coverage) -> Words:
    use_cases = tuple(facts.use_case_names[uuid] for uuid in each.use_cases)
    match each.rule:
        case Rule.SEATS:
            return plural(
                "{n} seat is neither filled nor waived", "{n} seats are neither filled nor waived", len(each.seats)
            )
        case Rule.SPONSOR_AND_LEAD:
            return message("{names}: sponsor and lead must be two people", names=each.people)
        case Rule.TEACHERS:
            return plural(
                "{n} practicing teacher, and at least {least} belong here",
                "{n} practicing teachers, and at least {least} belong here",
                len(each.people),
                least=LEAST_TEACHERS,
            )
        case Rule.BEYOND_TECHNOLOGY:
            return message("Only technology leads ({names}): add someone from instruction", names=each.people)
        case Rule.VOICE:
            return _voice(each, use_cases)
        case Rule.SPECIAL_EDUCATION:
            return message("{use_cases}: special education is not at the table", use_cases=use_cases)
        case Rule.LEGAL:
            return message(
                "{use_cases}: legal is not consulted on {work}", use_cases=use_cases, work=_work(facts, each)
            )
    return message("{names}: accountable for more than {most} rows", names=each.people, most=MOST_ACCOUNTABLE)


def _voice(each: Coverage, use_cases: tuple[Words, ...]) -> Words:
    if len(each.perspectives) > 1:
        return message("{use_cases}: nobody speaks for students and families", use_cases=use_cases)
    if STUDENT in each.perspectives:
        return message("{use_cases}: nobody speaks for students", use_cases=use_cases)
    return message("{use_cases}: nobody speaks for families", use_cases=use_cases)


def _work(facts: TeamFacts, each: Coverage) -> tuple[Words, ...]:
    names = {work.key: work.name for work in facts.work if work.key}
    return tuple(_known(names, each.work_items))


def _known(names: Mapping[str, Words], keys: Iterable[str]) -> Iterable[Words]:
    return (names.get(key, key) for key in keys)
