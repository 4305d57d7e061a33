"""What is typed about a choice before it is made stays in the file, and goes when the choice is made."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from roadmap_desktop.journey.drafts import DraftField, draft, keep_draft
from roadmap_desktop.journey.usecases.decisions import choose
from roadmap_desktop.model.usecases import UseCase
from roadmap_desktop.rules.usecases import Choice
from roadmap_desktop.store.document import Document
from tests.copied import sample_copy


def a_use_case(document: Document) -> str:
    return str(document.rows(select(UseCase.uuid).where(UseCase.choice == "later"))[0].uuid)


def test_a_reason_is_there_after_a_restart(tmp_path: Path) -> None:
    document = sample_copy(tmp_path / "sample.roadmap")
    uuid = a_use_case(document)
    keep_draft(document, uuid, DraftField.REASON, "because")
    document.close()
    again = Document.open(tmp_path / "sample.roadmap")
    assert draft(again, uuid, DraftField.REASON) == "because"
    again.close()


def test_it_goes_when_the_choice_is_made_and_comes_back_with_undo(tmp_path: Path) -> None:
    document = sample_copy(tmp_path / "sample.roadmap")
    uuid = a_use_case(document)
    keep_draft(document, uuid, DraftField.REASON, "because")
    choose(document, uuid, Choice.NO, "because")
    assert draft(document, uuid, DraftField.REASON) is None
    document.undo()
    assert draft(document, uuid, DraftField.REASON) == "because"
    document.close()


def test_what_is_settled_already_waits_for_nothing(tmp_path: Path) -> None:
    document = sample_copy(tmp_path / "sample.roadmap")
    uuid = a_use_case(document)
    keep_draft(document, uuid, DraftField.REASON, "because")
    keep_draft(document, uuid, DraftField.REASON, "as it was ", settled="as it was")
    assert draft(document, uuid, DraftField.REASON) is None
    document.close()
