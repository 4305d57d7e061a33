"""How the stage Guardrails stands."""

from __future__ import annotations

from roadmap_desktop.journey.gatefacts import guardrail_facts
from roadmap_desktop.journey.guardrails import facts
from roadmap_desktop.journey.standing import Standing, State
from roadmap_desktop.language import Words, message, plural
from roadmap_desktop.rules import guardrails as rules
from roadmap_desktop.store.document import Document


def standing(document: Document) -> Standing:
    """Done when everything that the chosen use cases ask for is adopted; with none chosen, when every guardrail is."""
    with document.read():
        entries = facts.guardrails(document)
        chosen = [each.rule for each in facts.chosen(document)]
        guardrails = guardrail_facts(document)
    gates = [rules.asked(case, guardrails) for case in chosen]
    missing = {each.guardrail for gate in gates for each in gate if not each.adopted}
    if missing:
        late = sum(entries[each].is_overdue(document.today()) for each in missing)
        shut = sum(not rules.is_open(gate) for gate in gates)
        if late:
            return Standing(State.ALERT, message("{late} of {n} missing overdue", late=late, n=len(missing)))
        line = plural("{n} missing for {pilots}", "{n} missing for {pilots}", len(missing), pilots=_pilots(shut))
        return Standing(State.OPEN, line)
    adopted = sum(each.status is rules.Status.ADOPTED for each in entries.values())
    line = message("{adopted} of {every} adopted", adopted=adopted, every=len(entries))
    waiting = rules.before_scaling(chosen, guardrails) if chosen else ()
    if adopted and all(each.adopted for each in waiting) and (chosen or adopted == len(entries)):
        return Standing(State.DONE, line)
    return Standing(State.OPEN if adopted else State.UNTOUCHED, line)


def _pilots(count: int) -> Words:
    return plural("{n} pilot", "{n} pilots", count)
