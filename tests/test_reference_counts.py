"""The pinned Qt binding keeps the counts of None, True and False; 6.12.0 loses them and ends the program.

From Python 3.12 on these objects are never freed and their counts mean nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None, True and False are immortal")

TIMES = 1_000


class Bell(QObject):
    """Rings with a truth value."""

    rung = Signal(bool)


def counts_lost(act: Callable[[], object]) -> list[int]:
    """How many references to None, True and False are lost by acting a thousand times."""
    act()
    before = [sys.getrefcount(constant) for constant in (None, True, False)]
    for _ in range(TIMES):
        act()
    after = [sys.getrefcount(constant) for constant in (None, True, False)]
    return [old - new for old, new in zip(before, after, strict=True)]


def test_a_signal_gives_back_what_it_took(qtbot: QtBot) -> None:
    bell = Bell()
    bell.rung.connect(lambda rung: None)
    assert counts_lost(lambda: bell.rung.emit(True)) == [0, 0, 0]


def test_a_setter_gives_back_what_it_took(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert counts_lost(lambda: widget.setEnabled(not widget.isEnabled())) == [0, 0, 0]


def test_a_toggled_box_gives_back_what_it_took(qtbot: QtBot) -> None:
    box = QCheckBox()
    qtbot.addWidget(box)
    box.toggled.connect(lambda on: None)
    assert counts_lost(box.toggle) == [0, 0, 0]
