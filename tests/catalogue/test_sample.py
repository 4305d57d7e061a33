"""The sample's records: each wrong one is named by file, record and problem."""

from pathlib import Path

import pytest

from roadmap_desktop.catalogue.bad_record import BadRecord
from roadmap_desktop.catalogue.sample import sample_facts
from roadmap_desktop.model.people import Participant, School
from roadmap_desktop.model.workshop import Workshop

WORKSHOP = "6f6c1b0a-6a55-4c55-9a4f-2f7f3a7c5d11"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ('[[castle]]\nid = "a"', "a.toml, castle: there is no such kind"),
        ('[[school]]\nid = "a"\nname = "A"\ncolour = "red"', "a.toml, school.a: there is no column colour"),
        ('[[school]]\nid = "a"\nname = "A"\n[[school]]\nid = "a"\nname = "B"', "school.a: its id is there twice"),
        ('[[guardrail]]\nkey = "none"', "guardrail.none: the catalogue has no such fact"),
        ('[[participant]]\nid = "p"\nname = "P"\nschool = "@school.b"', "participant.p: there is no fact school.b"),
        ('[[participant]]\nid = "p"\nname = "P"\n[ratings.1]\np = "0123"', "ratings.p: 4 answers, not 0"),
    ],
)
def test_a_wrong_record_is_named(tmp_path: Path, record: str, words: str) -> None:
    (tmp_path / "a.toml").write_text(record, "utf-8")
    with pytest.raises(BadRecord, match=words):
        sample_facts(WORKSHOP, [Workshop(uuid=WORKSHOP, district="")], tmp_path)


def test_records_refer_to_one_another_whatever_their_order(tmp_path: Path) -> None:
    (tmp_path / "1.toml").write_text('[[participant]]\nid = "p"\nname = "P"\nschool = "@school.s"', "utf-8")
    (tmp_path / "2.toml").write_text('[[school]]\nid = "s"\nname = "S"', "utf-8")
    facts = sample_facts(WORKSHOP, [], tmp_path)
    person = next(each for each in facts if isinstance(each, Participant))
    school = next(each for each in facts if isinstance(each, School))
    assert person.school == school.uuid
