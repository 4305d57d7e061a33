"""The room view by its keys: what a presenter's remote does, what the facilitator sees of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from roadmap_desktop import tokens
from roadmap_desktop.journey.inspection import Target
from roadmap_desktop.journey.prepare.running import start_day
from roadmap_desktop.journey.room.slides import ProfileSlide, RevealSlide, StatementSlide, TitleSlide
from roadmap_desktop.language import Language, message
from roadmap_desktop.model.readiness import Rating
from roadmap_desktop.model.workshop import Workshop
from roadmap_desktop.screens.room.board import Board
from roadmap_desktop.screens.room.painting import paint
from roadmap_desktop.screens.room.presenter import Presenter
from roadmap_desktop.screens.room.views import VIEWS, view
from roadmap_desktop.screens.room.window import RoomWindow
from roadmap_desktop.screens.sitting import Sitting
from roadmap_desktop.screens.window import MainWindow
from roadmap_desktop.store.document import Document
from tests.copied import sample_copy
from tests.screens.windows import a_window, a_workshop

NOW = datetime.fromisoformat("2026-11-18T10:00")
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("room") / "sample.roadmap"
    sample_copy(path, clock=lambda: NOW).close()
    return path


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Document]:
    path = tmp_path / "sample.roadmap"
    path.write_bytes(sample_file.read_bytes())
    opened = Document.open(path, clock=lambda: NOW)
    yield opened
    opened.close()


class Seconds:
    """A clock that goes when the test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


Show = Callable[[str, str], Presenter]


@pytest.fixture
def show(sample: Document, clock: Seconds, qtbot: QtBot) -> Iterator[Show]:
    """Shows the room view at a place of the sample."""
    made: list[Presenter] = []

    def at(stage: str, step: str) -> Presenter:
        made.append(Presenter(Sitting(sample, Language("en")), Target(stage, step), clock))
        with qtbot.waitExposed(made[0].window):
            made[0].window.show()
        return made[0]

    yield at
    made[0].stop()


def statement(room: RoomWindow) -> int:
    slide = room.slide()
    assert isinstance(slide, StatementSlide)
    return slide.place


def room_of(window: MainWindow) -> RoomWindow:
    assert window.room.presenter is not None
    return window.room.presenter.window


def chips(window: MainWindow) -> list[str]:
    assert window.page is not None
    return [each.text() for each in window.page.header.findChildren(QLabel) if each.isVisible()]


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = a_window(qtbot, a_workshop(tmp_path))
    yield made
    made.room.close()


def test_a_remote_goes_through_the_statements_and_stops_at_the_first(show: Show, qtbot: QtBot) -> None:
    room = show("readiness", "rate").window
    seen = [statement(room)]
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageDown):
        qtbot.keyClick(room, key)
        seen.append(statement(room))
    assert seen == [1, 2, 3, 2, 1, 1, 2]


def test_a_remote_uncovers_the_ranking_place_by_place(show: Show, qtbot: QtBot) -> None:
    room = show("usecases", "ranking").window
    for _ in range(9):
        qtbot.keyClick(room, Key.Key_PageDown)
    slide = room.slide()
    assert isinstance(slide, RevealSlide)
    assert slide.is_whole


def test_the_period_turns_the_screen_black_and_again_brings_it_back(show: Show, qtbot: QtBot) -> None:
    room = show("readiness", "rate").window
    qtbot.keyClick(room, Key.Key_Period)
    black = room.grab().toImage()
    assert {black.pixelColor(x, y).name() for x in (0, 300, 900) for y in (20, 270)} == {"#000000"}
    assert room.accessibleDescription() == ""
    qtbot.keyClick(room, Key.Key_Period)
    assert room.grab().toImage().pixelColor(5, 5).name() == tokens.LIGHT.paper.lower()


def test_turning_on_shows_the_screen_again(show: Show, qtbot: QtBot) -> None:
    room = show("readiness", "rate").window
    qtbot.keyClick(room, Key.Key_Period)
    qtbot.keyClick(room, Key.Key_PageDown)
    assert (room.is_blank(), statement(room)) == (False, 2)


def test_it_follows_the_stage_and_comes_back_to_the_statement_it_was_at(show: Show) -> None:
    presenter = show("readiness", "rate")
    presenter.turn(7)
    presenter.follow(Target("team", "seats"))
    assert isinstance(presenter.window.slide(), TitleSlide)
    presenter.follow(Target("readiness", "rate"))
    assert statement(presenter.window) == 8


def test_frozen_it_stays_until_it_is_thawed(show: Show, qtbot: QtBot) -> None:
    presenter = show("readiness", "rate")
    qtbot.keyClick(presenter.window, Key.Key_F8)
    presenter.follow(Target("team", "seats"))
    assert isinstance(presenter.window.slide(), StatementSlide)
    qtbot.keyClick(presenter.window, Key.Key_F8)
    assert isinstance(presenter.window.slide(), TitleSlide)


def test_no_time_runs_that_nobody_started(show: Show, clock: Seconds, qtbot: QtBot) -> None:
    room = show("readiness", "rate").window
    clock.now += 60
    assert room.time() == ""
    qtbot.keyClick(room, Key.Key_T)
    assert room.time() == "10:00"


def test_the_countdown_ends_at_nothing(show: Show, clock: Seconds, qtbot: QtBot) -> None:
    room = show("readiness", "rate").window
    qtbot.keyClick(room, Key.Key_T)
    clock.now += 9 * 60 + 0.5
    qtbot.waitUntil(lambda: room.time() == "1:00")
    clock.now += 300
    qtbot.waitUntil(lambda: room.time() == "0:00")


def test_the_agendas_clock_is_shown_once_the_day_was_started(show: Show, sample: Document, qtbot: QtBot) -> None:
    room = show("readiness", "rate").window
    assert room.time() == ""
    start_day(sample)
    qtbot.waitUntil(lambda: room.time() == "25:00")


def test_hands_lead_the_room_to_the_statement_that_is_counted(show: Show, sample: Document) -> None:
    presenter = show("readiness", "rate")
    uuid = sample.rows(select(Rating.statement).limit(1))[0].statement
    presenter.point(uuid)
    assert (
        presenter.window.slide()
        == view(Target("readiness", "rate")).slides(sample, "readiness")[statement(presenter.window) - 1]
    )


def test_an_answer_moves_the_profile_and_paints_its_row_alone(show: Show, sample: Document, qtbot: QtBot) -> None:
    room = show("readiness", "picture").window
    before, painted = room.slide(), []
    room.update = lambda *places: painted.append(places)  # type: ignore[method-assign]
    with sample.change(message("Answered")) as session:
        again = select(Rating.statement).where(Rating.round == 2)  # there, what was said before counts no more
        query = select(Rating).where(Rating.level == 0, Rating.statement.not_in(again))
        found = session.scalars(query.order_by(Rating.uuid)).first()
        assert found is not None
        found.level = 4
    qtbot.waitUntil(lambda: room.slide() != before)
    assert [len(places) for places in painted] == [1]


def test_a_change_of_something_else_paints_nothing(show: Show, sample: Document, qtbot: QtBot) -> None:
    presenter = show("readiness", "rate")
    painted: list[object] = []
    presenter.window.update = lambda *places: painted.append(places)  # type: ignore[method-assign]
    with sample.change(message("Named")) as session:
        found = session.get(Workshop, sample.workshop_uuid)
        assert found is not None
        found.facilitator = "Ana"
    qtbot.wait(1)
    assert painted == []


class Listed(Board):
    """A board that writes down how large everything is written on it."""

    written: list[tuple[str, int]]

    def write(self, text: str, place: QRectF, size: float, colour: str, **style: object) -> None:
        self.written.append((text, self.font(size).pixelSize()))
        super().write(text, place, size, colour, **style)  # type: ignore[arg-type]


@pytest.mark.parametrize("place", [*VIEWS, ("team", "seats")])
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768)])
def test_no_type_is_under_a_28th_of_the_height(
    place: tuple[str, str], size: tuple[int, int], sample: Document, qtbot: QtBot
) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    for slide in view(Target(*place)).slides(sample, place[0]):
        painter = QPainter(image)
        board = Listed(painter, *size, tokens.LIGHT, Language("en"))
        board.written = []
        paint(board, slide, "4:30")
        painter.end()
        assert board.written
        assert [each for each in board.written if each[1] < size[1] / 28] == []


def test_it_says_aloud_what_it_shows(show: Show) -> None:
    room = show("readiness", "rate").window
    assert room.accessibleName() == "Room view"
    assert room.accessibleDescription().startswith("Statement 1 of 40. ")


def test_every_view_is_heard(sample: Document, show: Show) -> None:
    presenter = show("prepare", "agenda")
    for stage, step in VIEWS:
        presenter.follow(Target(stage, step))
        assert presenter.window.accessibleDescription().endswith((".", "?"))


def test_f5_opens_it_and_esc_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_F5)
    room = room_of(window)
    assert room.isVisible()
    qtbot.keyClick(room, Key.Key_Escape)
    assert window.room.presenter is None
    assert window.isVisible()


def test_f5_again_begins_the_view_again_and_closes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_F5)
    assert window.page is not None
    window.page.go(Target("readiness", "rate"))
    qtbot.keyClick(room_of(window), Key.Key_PageDown)
    qtbot.keyClick(room_of(window), Key.Key_F5)
    assert statement(room_of(window)) == 1


def test_the_header_says_that_it_is_frozen_or_black(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_F5)
    qtbot.keyClick(window, Key.Key_F8)
    assert "room view frozen" in chips(window)
    qtbot.keyClick(window, Key.Key_F8)
    assert "room view frozen" not in chips(window)
    qtbot.keyClick(window, Key.Key_Period)
    assert "room view black" in chips(window)


def test_a_period_that_is_typed_stays_a_period(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_F5)
    assert window.page is not None
    field = window.page.stage_area.step().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Dr. Ruiz")
    assert (field.text(), room_of(window).is_blank()) == ("Dr. Ruiz", False)


def test_keys_turn_the_room_on_from_the_main_window(window: MainWindow, qtbot: QtBot) -> None:
    assert window.page is not None
    window.page.go(Target("readiness", "rate"))
    qtbot.keyClick(window, Key.Key_F5)
    window.activateWindow()
    qtbot.keyClick(window, Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert statement(room_of(window)) == 2


def test_it_closes_with_the_workshop(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_F5)
    room = room_of(window)
    window.close_workshop()
    assert (window.room.presenter, room.isVisible()) == (None, False)


def test_the_button_in_the_header_opens_and_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    assert window.page is not None
    header = window.page.header
    header.room_asked.emit()
    assert window.room.presenter is not None
    header.room_asked.emit()
    assert window.room.presenter is None


def test_the_profile_is_shown_while_answers_are_typed(show: Show) -> None:
    assert isinstance(show("readiness", "picture").window.slide(), ProfileSlide)
