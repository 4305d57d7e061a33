"""Earlier copies in words, what differs from now, and the way back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from roadmap_desktop.journey.keeping.copies import differing_from_now, earlier_copies, go_back_to
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.people import School
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.snapshots import Reason, keep
from roadmap_desktop.store.trouble import FileTrouble

NOON = datetime(2026, 8, 12, 12, 0)
SAY = Language("en").say


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def document(tmp_path: Path, clock: Clock) -> Iterator[Document]:
    made = Document.create(tmp_path / "a.roadmap", [Workshop(district="Cedar Valley")], clock)
    keep(made, Reason.OPENING)
    with made.change(message("Added")) as session:
        session.add(School(uuid="s", name="Oak Ridge"))
    yield made
    made.close()


def nothing(_done: int, _of: int) -> None:
    """Nobody listens."""


@pytest.mark.parametrize(
    ("later", "words"),
    [(0, "12:00\u202fPM"), (40, "Aug 12, 12:00\u202fPM"), (400, "Aug 12, 2026, 12:00\u202fPM")],
)
def test_a_copy_says_when_and_why_it_was_kept(document: Document, clock: Clock, later: int, words: str) -> None:
    clock.now += timedelta(days=later)
    (copy,) = earlier_copies(document)
    assert SAY(copy.when) == words
    assert SAY(copy.why) == "when the workshop was opened"
    assert SAY(copy.size).endswith(" MB")


def test_what_differs_from_now_is_counted_by_stage(document: Document) -> None:
    (copy,) = earlier_copies(document)
    found = differing_from_now(document.path, copy, nothing)
    assert {each.stage: each.count for each in found if each.count} == {"prepare": 1}


def test_going_back_names_the_copy_and_is_undone_in_one_step(document: Document) -> None:
    (copy,) = earlier_copies(document)
    go_back_to(document, copy)
    assert not any(each.count for each in differing_from_now(document.path, copy, nothing))
    assert SAY(document.undo()) == "Went back to the copy of 12:00\u202fPM"
    assert any(each.count for each in differing_from_now(document.path, copy, nothing))


def test_a_copy_that_is_damaged_is_told(document: Document) -> None:
    (copy,) = earlier_copies(document)
    copy.path.write_bytes(copy.path.read_bytes()[:9000])
    with pytest.raises(FileTrouble):
        differing_from_now(document.path, copy, nothing)
