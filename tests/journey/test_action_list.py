"""The action list brings together what was promised anywhere, by owner; the envelope holds what stands beside."""

from __future__ import annotations

import json
from datetime import date

from roadmap_desktop.journey.beside.actions import ActionField, actions, add_action, edit_action
from roadmap_desktop.journey.beside.parking import park
from roadmap_desktop.journey.beside.promises import action_list
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.readiness.barriers import edit_barrier, make_barrier
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.show import envelope
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document

ENGLISH = Language("en")


def test_promises_stand_under_their_owner_the_earliest_first(document: Document) -> None:
    first, second = add_action(document, "Write to families"), add_action(document, "Book the gym")
    edit_action(document, first, ActionField.OWNER, "Ana  Ruiz")
    edit_action(document, first, ActionField.DUE, "2026-10-01")
    barrier = make_barrier(document, [instrument(document).statements[3].uuid], action="Find the money")[0]
    edit_barrier(document, barrier, owner="ana ruiz", due=date(2026, 9, 1))
    ana, nobody = action_list(document)
    assert [each.text for each in ana.promises] == ["Find the money", "Write to families"]
    assert ENGLISH.say(ana.promises[0].source) == "barrier, statement 4"
    assert (nobody.owner, [each.text for each in nobody.promises]) == ("", ["Book the gym"])
    edit_action(document, second, ActionField.DONE, "yes")
    assert len(action_list(document)) == 1


def test_the_envelope_holds_what_was_parked_promised_and_decided(document: Document) -> None:
    park(document, "Who pays after year one?", Target("readiness", "picture"))
    add_action(document, "Book the gym", Target("prepare", "agenda"))
    found = json.loads(json.dumps(envelope(document, ("prepare",), ENGLISH)))["beside"]
    assert found["parking_lot"][0]["text"] == "Who pays after year one?"
    assert (found["parking_lot"][0]["stage"], found["actions"][0]["step"]) == ("readiness", "agenda")
    assert (found["actions"][0]["done"], found["record"], len(actions(document))) == (False, [], 1)
