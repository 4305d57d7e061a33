"""What the criteria of a pilot advise and why, and what each of the four decisions leads to."""

from __future__ import annotations

from dataclasses import dataclass

from roadmap_desktop.journey.counting import count
from roadmap_desktop.journey.pilots.picture import PilotPicture
from roadmap_desktop.journey.roadmap.evidence import verdict_name
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.model.scaling import Wave
from roadmap_desktop.rules.pilots import Result, Verdict
from roadmap_desktop.store.document import Document


@dataclass(frozen=True, slots=True)
class Option:
    """One of the four decisions; ``advised`` where the criteria say it."""

    verdict: Verdict
    name: Words
    leads_to: Words
    advised: bool


def options(document: Document, pilot: PilotPicture) -> tuple[Option, ...]:
    """The four decisions, with what each leads to for this pilot."""
    waves = count(document, Wave, Wave.after_pilot == pilot.uuid)
    advised = pilot.advice if is_measured(pilot) else None
    return tuple(
        Option(each, verdict_name(document, each), _leads_to(pilot, each, waves), each is advised) for each in Verdict
    )


def is_measured(pilot: PilotPicture) -> bool:
    """Whether the criteria can say something: it was stopped by its rule, has ended, or everything was measured."""
    measured = bool(pilot.criteria) and all(each.result is not Result.NOT_MEASURED for each in pilot.criteria)
    return pilot.stop_rule_hit or pilot.ended_on is not None or measured


def advice_in_words(document: Document, pilot: PilotPicture) -> Words:
    """What the criteria say to decide, and from which figures that follows."""
    if pilot.advice is None:
        return message("Nothing was measured yet.")
    if not is_measured(pilot):
        met, n = _met(pilot), len(pilot.criteria)
        open_ = sum(each.result is Result.NOT_MEASURED for each in pilot.criteria)
        return message("So far {met} of {n} targets met, {open} not measured yet.", met=met, n=n, open=open_)
    why = message("its stop rule was hit") if pilot.stop_rule_hit else _why(pilot, pilot.advice)
    return message("{verdict}: {why}.", verdict=verdict_name(document, pilot.advice), why=why)


def _why(pilot: PilotPicture, advised: Verdict) -> Words:
    figures: Words = plural(
        "{met} of {all} targets met, {n} is needed to scale",
        "{met} of {all} targets met, {n} are needed to scale",
        pilot.targets_to_scale,
        met=_met(pilot),
        all=len(pilot.criteria),
    )
    if advised is Verdict.SCALE:
        return message("what must pass does, and {figures}", figures=figures)
    if advised is Verdict.ADJUST:
        return message("what must pass does, but {figures}", figures=figures)
    if not pilot.failing:
        return message("{figures}, and it was adjusted once already", figures=figures)
    names = tuple(pilot.failing)
    return message("{failing}, and {figures}", failing=_failing(names), figures=figures)


def _failing(names: tuple[Words, ...]) -> Words:
    return plural("{names} must pass and does not", "{names} must pass and do not", len(names), names=names)


def _leads_to(pilot: PilotPicture, verdict: Verdict, waves: int) -> Words:
    match verdict:
        case Verdict.SCALE if waves:
            return plural("The wave that waits for it may start.", "The {n} waves that wait for it may start.", waves)
        case Verdict.SCALE:
            return message("More schools follow, in waves.")
        case Verdict.ADJUST if pilot.attempt > 1:
            return message("It was repeated once already; that is once only.")
        case Verdict.ADJUST:
            return message("Something changes, and it runs once more by a new date.")
        case Verdict.NARROW:
            return message("It goes on only for the people and tasks it works for.")
        case Verdict.STOP if waves:
            return plural(
                "It ends; its wave is marked on the roadmap.",
                "It ends; its {n} waves are marked on the roadmap.",
                waves,
            )
    return message("It ends, with its reason in the record.")


def _met(pilot: PilotPicture) -> int:
    return sum(each.result is Result.MET for each in pilot.criteria)
