"""What the room could act on: low, disputed or unknown, with the reason, until it is a barrier."""

from __future__ import annotations

import pytest

from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.readiness.barriers import make_barrier
from roadmap_desktop.journey.readiness.instrument import instrument
from roadmap_desktop.journey.readiness.rating import rate_statement
from roadmap_desktop.journey.readiness.suggestions import suggestions
from roadmap_desktop.journey.voices import VoiceKind, Who
from roadmap_desktop.language import Language
from roadmap_desktop.rules.readiness import Answer, Concerning, Floor, FloorWhen, Spread, concerning, unknown_share
from roadmap_desktop.store.document import Document

LEVELS = (0, 1, 2, 3, 4)


def spread(*counts: int, dont_know: int = 0, median: float | None = None, agreement: float = 0.8) -> Spread:
    return Spread(sum(counts), dont_know, 0, 0, counts, median, None, None, agreement)


@pytest.mark.parametrize(
    ("found", "floor", "reasons"),
    [
        (spread(0, 0, 0, 5, 0, median=3), None, ()),
        (spread(0, 5, 0, 0, 0, median=1), None, (Concerning.LOW,)),
        (spread(0, 1, 1, 0, 0, median=1.5), None, (Concerning.LOW,)),
        (spread(0, 0, 5, 0, 0, median=2), Floor(3, FloorWhen.ANY), (Concerning.BELOW_FLOOR,)),
        (spread(3, 0, 0, 0, 3, median=2, agreement=-1), None, (Concerning.DISPUTED,)),
        (spread(0, 0, 0, 4, 0, dont_know=2, median=3), None, (Concerning.UNKNOWN,)),
        (spread(0, 0, 0, 0, 0, dont_know=3), Floor(2, FloorWhen.ANY), (Concerning.BELOW_FLOOR, Concerning.UNKNOWN)),
        (spread(0, 0, 0, 0, 0), Floor(2, FloorWhen.ANY), ()),
    ],
)
def test_a_statement_concerns_the_room(found: Spread, floor: Floor | None, reasons: tuple[Concerning, ...]) -> None:
    assert concerning(found, LEVELS, floor) == reasons


def test_what_is_unknown_in_a_dimension_is_a_share_of_its_answers_not_of_its_people() -> None:
    dimension = Spread(24, 12, 0, 0, (0, 0, 54, 54, 0), 2.5, 2, 3, 0.5)
    assert unknown_share(dimension) == 0.1


def test_the_most_pressing_comes_first_and_a_barrier_is_suggested_no_more(document: Document) -> None:
    asked = [each for each in instrument(document).statements if each.floor is None]
    people = [Who(VoiceKind.PERSON, add_participant(document, f"Person {place}")) for place in range(4)]
    for place, who in enumerate(people):
        rate_statement(document, asked[0].uuid, who, 1)
        rate_statement(document, asked[1].uuid, who, 4 * (place % 2))
        rate_statement(document, asked[2].uuid, who, 3 if place else Answer.DONT_KNOW)
        rate_statement(document, asked[3].uuid, who, 3 if place < 2 else Answer.DONT_KNOW)
    low, disputed, unknown = suggestions(document)
    assert [each.uuid for each in (low, disputed, unknown)] == [asked[place].uuid for place in (0, 1, 3)]
    say = Language("en").say
    assert say(low.why) == "low: half of the room says 1 or less"
    assert (say(disputed.why), say(unknown.why)) == ("disputed: the answers lie far apart", "2 of 4 don't know")
    make_barrier(document, [low.uuid])
    assert [each.uuid for each in suggestions(document)] == [disputed.uuid, unknown.uuid]
