"""What the room sees while use cases are gathered and voted on: counts that are live, and never a name of a person."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from roadmap_desktop.journey.prepare.people import add_participant
from roadmap_desktop.journey.room.gathering import decided, ideas, vote
from roadmap_desktop.journey.room.slides import AgreementSlide, IdeasSlide, RevealSlide, TitleSlide, VoteSlide
from roadmap_desktop.journey.room.usecases import reveal
from roadmap_desktop.journey.usecases.facts import criteria
from roadmap_desktop.journey.usecases.scoring import score, set_choose
from roadmap_desktop.journey.usecases.several import write_several
from roadmap_desktop.journey.usecases.voting import count, give
from roadmap_desktop.journey.voices import ROOM
from roadmap_desktop.language import Language
from roadmap_desktop.rules.voting import Way
from roadmap_desktop.store.document import Document
from tests.copied import new_copy

SAY = Language("en").say


def test_ideas_are_counted_while_the_room_writes(document: Document) -> None:
    write_several(document, "Bus routes\nSort tickets")
    (slide,) = ideas(document, "usecases")
    assert isinstance(slide, IdeasSlide)
    assert (slide.n, SAY(slide.counted)) == (2, "ideas on our list")


def test_dots_are_shown_in_the_rooms_order_page_by_page(document: Document) -> None:
    assert isinstance(vote(document, "usecases")[0], TitleSlide)
    uuids = write_several(document, "\n".join(f"Idea {number}" for number in range(9)))
    give(document, Way.DOTS, uuids[8], "4")
    first, last = vote(document, "usecases")
    assert isinstance(first, VoteSlide)
    assert isinstance(last, VoteSlide)
    assert SAY(first.rule) == "3 dots for each of us, at most 2 on one"
    assert ([line.n for line in first.lines], last.lines[0].n, first.most) == ([0] * 8, 4, 4)


def test_what_is_counted_last_comes_first(tmp_path: Path) -> None:
    now = datetime.fromisoformat("2026-08-03T12:00")
    document = new_copy(tmp_path / "m.roadmap", district="Maple", state="FL", clock=lambda: now)
    (uuid,) = write_several(document, "Bus routes")
    give(document, Way.FIST, "4", "9")
    assert isinstance(vote(document, "usecases")[0], AgreementSlide)
    now += timedelta(minutes=5)
    give(document, Way.DOTS, uuid, "1")
    assert isinstance(vote(document, "usecases")[0], VoteSlide)
    document.close()


def test_after_the_ranking_the_room_sees_whether_it_agrees(document: Document) -> None:
    add_participant(document, "Ann Lee")
    uuids = write_several(document, "Bus routes\nSort tickets")
    set_choose(document, 1)
    for uuid, value in zip(uuids, (5.0, 2.0), strict=True):
        for asked in criteria(document):
            score(document, uuid, asked.uuid, ROOM, value)
    ranked = reveal(document, "usecases")
    assert decided(document, "usecases") == ranked
    give(document, Way.GRADIENTS, "6", "5")
    *before, check = decided(document, "usecases")
    assert tuple(before) == ranked
    assert isinstance(check, AgreementSlide)
    assert [count.level for count in check.counts] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert "Ann Lee" not in repr((ranked, check))


def test_each_place_of_the_reveal_says_which_places_it_takes(document: Document) -> None:
    uuids = write_several(document, "Bus routes\nSort tickets")
    set_choose(document, 1)
    for uuid, value in zip(uuids, (5.0, 2.0), strict=True):
        for asked in criteria(document):
            score(document, uuid, asked.uuid, ROOM, value)
    slide = reveal(document, "usecases")[-1]
    assert isinstance(slide, RevealSlide)
    assert [SAY(place.takes) for place in slide.places] == ["place 1", "place 2"]


def test_secret_slips_of_fewer_than_four_are_not_shown(document: Document) -> None:
    (uuid,) = write_several(document, "Bus routes")
    count(document, Way.SLIPS, voters=3, blanks=0)
    give(document, Way.SLIPS, uuid, "9")
    assert isinstance(vote(document, "usecases")[0], TitleSlide)
    count(document, Way.SLIPS, voters=4, blanks=0)
    assert isinstance(vote(document, "usecases")[0], VoteSlide)
