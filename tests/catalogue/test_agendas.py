"""The agendas a workshop can start from."""

from __future__ import annotations

import pytest

from roadmap_desktop.catalogue.agendas import AgendaEntry, ItemKind, agendas
from roadmap_desktop.catalogue.stages import Stage

AGENDAS = {agenda.key: agenda for agenda in agendas()}
WORKED_ON = {Stage.READINESS, Stage.USECASES, Stage.GUARDRAILS, Stage.TEAM, Stage.PILOTS, Stage.ROADMAP}


def clock(agenda: AgendaEntry) -> dict[str, str]:
    """When each item of a one-day agenda begins, by its key without the agenda's."""
    session = agenda.sessions[0]
    return {
        item.key.removeprefix(f"{agenda.key}-"): f"{start // 60}:{start % 60:02}"
        for item, start in zip(session.items, session.starts, strict=True)
    }


def test_there_is_one_for_half_a_day_a_full_day_and_several_sessions() -> None:
    assert list(AGENDAS) == ["half-day", "full-day", "sessions"]


def test_half_a_day_takes_three_hours_and_three_quarters() -> None:
    assert AGENDAS["half-day"].minutes == 3 * 60 + 45
    begins = clock(AGENDAS["half-day"])
    assert [begins[key] for key in ("rate-alone", "break-1", "add", "guardrails", "break-2")] == (
        ["0:15", "0:55", "1:05", "1:55", "2:20"]
    )
    assert [begins[key] for key in ("team", "pilot-card", "pre-mortem", "timeline", "commitments")] == (
        ["2:30", "2:50", "3:15", "3:27", "3:40"]
    )


def test_a_full_day_takes_six_hours_and_three_quarters() -> None:
    assert AGENDAS["full-day"].minutes == 6 * 60 + 45
    begins = clock(AGENDAS["full-day"])
    assert [begins[key] for key in ("rate-alone", "break-1", "add", "guardrails", "lunch", "tabletop")] == (
        ["0:25", "1:10", "1:20", "2:25", "2:55", "3:40"]
    )
    assert [begins[key] for key in ("team", "pilots", "break-2", "gallery", "timeline", "commitments")] == (
        ["4:10", "4:35", "5:20", "5:30", "5:55", "6:25"]
    )


def test_several_sessions_are_short_enough_for_an_afternoon() -> None:
    sessions = AGENDAS["sessions"].sessions
    assert [session.week for session in sessions] == [0, 2, 4, 6]
    assert all(90 <= session.minutes <= 120 for session in sessions)


@pytest.mark.parametrize("key", AGENDAS)
def test_every_agenda_leads_from_readiness_to_the_roadmap(key: str) -> None:
    stages = [item.stage for session in AGENDAS[key].sessions for item in session.items if item.stage]
    assert set(stages) >= WORKED_ON
    assert stages[0] is Stage.PREPARE


@pytest.mark.parametrize("key", AGENDAS)
def test_nobody_works_for_more_than_a_hundred_minutes_without_a_break(key: str) -> None:
    for session in AGENDAS[key].sessions:
        stretch = 0
        for item in session.items:
            stretch = 0 if item.kind is ItemKind.BREAK else stretch + item.minutes
            assert stretch <= 100


def test_a_session_starts_at_its_first_item_and_ends_with_its_last() -> None:
    session = AGENDAS["half-day"].sessions[0]
    assert session.starts[0] == 0
    assert session.starts[-1] + session.items[-1].minutes == session.minutes
