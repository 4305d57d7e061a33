"""Packets by mouse and keyboard: given out, filled in on another laptop, taken in again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from roadmap_desktop.exchange.packet import read_packet, write_packet
from roadmap_desktop.journey.packet import Asked
from roadmap_desktop.screens.beside.packets import PacketsPage
from roadmap_desktop.screens.beside.pages import PAGES
from roadmap_desktop.screens.messages import MessageStrip
from roadmap_desktop.screens.packet.page import PacketPage
from roadmap_desktop.screens.window import MainWindow
from tests.packets import BEN, Hand, Laptop, a_room, packet_of, recipient
from tests.screens.hands import carried, focused
from tests.screens.test_window import nameless
from tests.screens.windows import Chosen, a_window


@pytest.fixture
def room(tmp_path: Path) -> Path:
    made = a_room(tmp_path)
    made.close()
    return made.path


@pytest.fixture
def stick(tmp_path: Path, room: Path) -> Path:
    """Ben's packet on a stick; nothing is answered in it."""
    from roadmap_desktop.store.document import Document

    (tmp_path / "stick").mkdir()
    path = tmp_path / "stick" / "ben.roadmap-packet"
    document = Document.open(room)
    write_packet(packet_of(document, BEN), path)
    document.close()
    return path


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def window(qtbot: QtBot, chosen: Chosen) -> Iterator[MainWindow]:
    made = a_window(qtbot, chosen=chosen, beside=PAGES)
    yield made
    made.close()


def filling(window: MainWindow, stick: Path) -> PacketPage:
    window.open(stick)
    assert window.packet_page is not None
    return window.packet_page


def press(qtbot: QtBot, inside: QWidget, words: str) -> None:
    """Clicks the button of these words."""
    found = [each for each in inside.findChildren(QAbstractButton) if each.accessibleName() == words]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def values(path: Path) -> list[object]:
    return [each.value for each in read_packet(path).answers]


def told(strip: MessageStrip) -> str:
    return " ".join(strip.texts())


# Filled in


def test_opening_a_packet_shows_its_questions_and_the_first_open_one_has_the_keyboard(
    window: MainWindow, stick: Path
) -> None:
    page = filling(window, stick)
    assert page.accessibleName() == "Questions for Ben Okafor"
    assert [page.tabs.tabText(place) for place in range(page.tabs.count())] == [
        "Rate the statements",
        "Score the use cases",
    ]
    assert focused() is page.steps[Asked.RATING].ratings  # type: ignore[attr-defined]


def test_no_control_of_a_packet_is_without_a_name(window: MainWindow, stick: Path) -> None:
    page = filling(window, stick)
    assert nameless(QAccessible.queryAccessibleInterface(page)) == []


def test_what_is_typed_reaches_the_stick_by_itself(window: MainWindow, stick: Path, qtbot: QtBot) -> None:
    page = filling(window, stick)
    with qtbot.waitSignal(page.saved):
        qtbot.keyClicks(focused(), "34d")
    assert sorted(map(str, values(stick))) == ["3", "4", "dont_know"]


def test_the_next_open_question_is_one_button_away(window: MainWindow, stick: Path, qtbot: QtBot) -> None:
    page = filling(window, stick)
    qtbot.keyClicks(focused(), "3" * 40)
    press(qtbot, page, "Next open question")
    qtbot.keyClicks(focused(), "5")
    assert len(page.desk.packet.open) == len(page.desk.packet.questions.asked()) - 41
    assert page.tabs.currentIndex() == 1


def test_saving_and_closing_leads_to_the_start_page(window: MainWindow, stick: Path, qtbot: QtBot) -> None:
    page = filling(window, stick)
    qtbot.keyClicks(focused(), "3")
    press(qtbot, page, "Save and close")
    assert window.packet_page is None
    assert window.start.isVisible()
    assert values(stick) == [3]


def test_the_last_answer_is_taken_back_by_key(window: MainWindow, stick: Path, qtbot: QtBot) -> None:
    page = filling(window, stick)
    qtbot.keyClicks(focused(), "3")
    qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.desk.packet.answers == ()


def test_a_stick_that_was_pulled_out_keeps_the_page_and_a_copy_can_be_saved_elsewhere(
    window: MainWindow, chosen: Chosen, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = filling(window, stick)
    qtbot.keyClicks(focused(), "3")
    stick.unlink()
    stick.parent.rmdir()
    press(qtbot, page, "Save and close")
    assert window.packet_page is page
    assert "Put the stick back" in told(page.messages)
    chosen.place = tmp_path / "copy.roadmap-packet"
    press(qtbot, page.messages, "Save a copy elsewhere")
    assert values(chosen.place) == [3]


def test_a_window_closed_without_the_stick_brings_the_answers_back(
    window: MainWindow, stick: Path, qtbot: QtBot
) -> None:
    filling(window, stick)
    qtbot.keyClicks(focused(), "3")
    whole = stick.read_bytes()
    stick.unlink()
    stick.parent.rmdir()
    window.close_workshop()
    stick.parent.mkdir()
    stick.write_bytes(whole)
    assert [each.value for each in filling(window, stick).desk.packet.answers] == [3]
    assert values(stick) == [3]


def test_opening_the_same_packet_again_keeps_what_was_just_typed(window: MainWindow, stick: Path, qtbot: QtBot) -> None:
    filling(window, stick)
    qtbot.keyClicks(focused(), "3")
    assert [each.value for each in filling(window, stick).desk.packet.answers] == [3]


def test_a_damaged_packet_is_told_on_the_start_page(window: MainWindow, stick: Path) -> None:
    stick.write_bytes(stick.read_bytes()[:-20])
    window.open(stick)
    assert "cut off, or was changed" in told(window.start.messages)


# Given out and taken in


@pytest.fixture
def packets(window: MainWindow, room: Path) -> PacketsPage:
    window.open(room)
    assert window.page is not None
    window.page.show_beside("packets")
    found = window.page.beside_area.page()
    assert isinstance(found, PacketsPage)
    return found


def test_all_tables_are_given_their_packets_by_one_button(
    packets: PacketsPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packets, "folder", lambda _: tmp_path)
    press(qtbot, packets, "Give out 2 packets")
    carried(qtbot, packets.sitting)
    assert sorted(path.name for path in tmp_path.glob("*.roadmap-packet")) == [
        "table-1.roadmap-packet",
        "table-2.roadmap-packet",
    ]
    assert "table-2.roadmap-packet" in packets.done.plain()


def test_only_the_selected_people_are_given_one(
    packets: PacketsPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packets, "folder", lambda _: tmp_path)
    packets.kind_choice.choose("person")
    packets.packets.grid.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    press(qtbot, packets, "Give out 1 packet")
    carried(qtbot, packets.sitting)
    assert len(list(tmp_path.glob("*.roadmap-packet"))) == 1


def filled(window: MainWindow, stick: Path, tmp_path: Path) -> Path:
    laptop = Laptop(tmp_path, read_packet(stick))
    laptop.hand.rate(1, 3)
    laptop.hand.rate(2, 4)
    write_packet(laptop.close(), stick)
    return stick


def test_a_packet_is_taken_in_from_the_menu_and_can_be_undone(
    window: MainWindow, packets: PacketsPage, chosen: Chosen, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.page is not None
    chosen.packet_file = filled(window, stick, tmp_path)
    menus = [action.menu() for action in window.menuBar().actions()]
    (take,) = [action for menu in menus for action in menu.actions() if action.text() == "&Take in a packet"]
    take.trigger()
    carried(qtbot, packets.sitting)
    assert "Took in the packet of Ben Okafor: 2 answers." in told(window.page.messages)
    take.trigger()
    carried(qtbot, packets.sitting)
    assert "already taken in" in told(window.page.messages)
    window.page.undo()
    assert all(row.back is None for row in packets.picture())


def test_a_packet_dropped_on_its_workshop_is_taken_in_and_what_differs_is_listed(
    window: MainWindow, packets: PacketsPage, stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.page is not None
    document = window.page.sitting.document
    Hand(document, recipient(document, BEN)).rate(1, 0)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(filled(window, stick, tmp_path)))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(QPoint(9, 9)), Qt.DropAction.CopyAction, data, buttons, keys))
    carried(qtbot, packets.sitting)
    assert "Statement 1: here 0, in the packet 3" in told(window.page.messages)
    press(qtbot, window.page.messages, "See all packets")
    assert packets.packets.current() == recipient(document, BEN).uuid
    found = window.page.inspector.inspection()
    assert found is not None
    assert found.title == BEN
    assert len(found.sections[0].lines) == 1


def test_a_room_without_tables_says_what_will_be_here(window: MainWindow, packets: PacketsPage, qtbot: QtBot) -> None:
    assert window.page is not None
    packets.kind_choice.choose("school")
    assert packets.packets.isVisible()
    document = window.page.sitting.document
    while document.undo_label is not None:
        document.undo()
    qtbot.waitUntil(packets.empty.isVisible)
    assert not packets.give_button.isVisible()
