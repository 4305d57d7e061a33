"""Which fact a control shows: one control of a panel shows now this one, now that."""

from __future__ import annotations

from PySide6.QtCore import QObject

_PROPERTY = "subject"


def show_subject(control: QObject, subject: str) -> None:
    """Says what the control is about from now on, by its uuid or key."""
    control.setProperty(_PROPERTY, subject)


def subject_shown(control: QObject) -> str:
    """What the control is about; empty where it is always the same."""
    return str(control.property(_PROPERTY) or "")
