"""Builds a form of ``forms/`` into a step's own widget, and holds the step to what it says of the form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import get_type_hints

from PySide6.QtCore import QCoreApplication, QFile, QIODevice, QObject
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QLayout, QWidget

from roadmap_desktop.shipped import shipped
from roadmap_desktop.widgets import theme
from roadmap_desktop.widgets.labelled import Labelled

KNOWN = {
    "Button": "button",
    "Card": "card",
    "ChipFlow": "chips",
    "DateField": "datefield",
    "EmptyState": "empty",
    "Labelled": "labelled",
    "Paragraph": "paragraph",
    "Pill": "pill",
    "SegmentedChoice": "segments",
    "Sheet": "sheet",
}
"""Our own widgets that any form may hold, and their modules, loaded when a form holds one.

A step's annotations make known further ones.
"""

_GAP = 12


class FormError(Exception):
    """A form and its step disagree; says which form and which widget."""


def load(form: str, into: QWidget) -> None:
    """Builds ``forms/<form>.ui`` into the widget and sets the widgets that its class annotates as attributes.

    Layouts have no margins and gaps of 12 unless the form says otherwise. Strings are translated by the installed
    translator, in the context of the form's class name.

    Raises:
        FormError: the form is missing or unreadable, holds an unknown class, or lacks an annotated widget.
    """
    wanted = _annotated(type(into))
    builder = _Builder(into, {each.__name__: each for each in wanted.values()})
    source = QFile(str(shipped("forms", f"{form}.ui")))
    if not source.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FormError(f"forms/{form}.ui: {source.errorString()}")
    built = builder.load(source)
    source.close()
    if built is None:
        raise FormError(f"forms/{form}.ui: {builder.errorString()}")
    if builder.unknown:
        raise FormError(f"forms/{form}.ui: {', '.join(builder.unknown)}, which nobody knows")
    for labelled in into.findChildren(Labelled):
        labelled.settle()
    for name, kind in wanted.items():
        setattr(into, name, _found(form, into, name, kind))


class _Builder(QUiLoader):
    """Qt's loader, with the step itself as the form's outermost widget."""

    def __init__(self, into: QWidget, known: dict[str, type[QWidget]]) -> None:
        with _no_plugins():
            super().__init__()
        self._into, self._known = into, known
        self.unknown: list[str] = []

    def createWidget(self, className: str, parent: QWidget | None = None, name: str = "") -> QWidget:  # noqa: N803
        """The outermost widget is the step; ours are made here, Qt's by Qt."""
        if parent is None:
            return self._into
        if kind := self._known.get(className) or _own(className):
            widget = kind(parent)
            widget.setObjectName(name)
            return widget
        if className not in self.availableWidgets():  # an error raised here would end in Qt, unheard
            self.unknown.append(f"{name} is a {className}")
            return QWidget(parent)
        return super().createWidget(className, parent, name)

    def createLayout(self, className: str, parent: QObject | None = None, name: str = "") -> QLayout:  # noqa: N803
        """A layout without margins, with the usual gap."""
        layout = super().createLayout(className, parent, name)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(_GAP))
        return layout


@contextmanager
def _no_plugins() -> Iterator[None]:
    """Keeps Qt's loader from Designer's plug-ins: no form of ours uses them, and they bring Quick and Network along."""
    paths = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([])
    try:
        yield
    finally:
        QCoreApplication.setLibraryPaths(paths)


def _own(name: str) -> type[QWidget] | None:
    if name not in KNOWN:
        return None
    found: type[QWidget] = getattr(import_module(f"roadmap_desktop.widgets.{KNOWN[name]}"), name)
    return found


def _annotated(kind: type[QWidget]) -> dict[str, type[QWidget]]:
    """The widgets that a class says it has."""
    own = [each for each in kind.__mro__ if not each.__module__.startswith(("PySide6", "Shiboken"))]
    named = {name for each in own for name in vars(each).get("__annotations__", {})}
    hints = get_type_hints(kind)
    return {
        name: hints[name]
        for name in sorted(named)
        if isinstance(hints.get(name), type) and issubclass(hints[name], QWidget)
    }


def _found(form: str, into: QWidget, name: str, kind: type[QWidget]) -> QWidget:
    widget = into.findChild(QWidget, name)
    if widget is None:
        raise FormError(f"forms/{form}.ui: {type(into).__name__} asks for {name}, which is not there")
    if not isinstance(widget, kind):
        there = type(widget).__name__
        raise FormError(f"forms/{form}.ui: {name} is a {there}, {type(into).__name__} asks for a {kind.__name__}")
    return widget
