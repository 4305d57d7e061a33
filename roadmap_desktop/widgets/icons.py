"""The shipped marks in a theme's colours, where a stylesheet can find them without a file being written."""

from __future__ import annotations

import struct

from PySide6.QtCore import qRegisterResourceData

from roadmap_desktop.shipped import shipped

_FOLDER = 2  # flag of a folder in Qt's resource format
_registered: dict[str, tuple[bytes, bytes, bytes]] = {}
"""What was registered; Qt reads these bytes where they lie, so they are kept."""


def icon_path(name: str, colour: str) -> str:
    """The path, for Qt only, of a mark of ``resources/icons`` drawn in that colour."""
    key = f"{name}-{colour.lstrip('#')}.svg"
    if key not in _registered:
        drawing = shipped("resources", "icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
        _registered[key] = _as_resource(key, drawing.encode())
        qRegisterResourceData(1, *_registered[key])
    return f":/{key}"


def _as_resource(name: str, content: bytes) -> tuple[bytes, bytes, bytes]:
    """One file at the root of Qt's resources: tree, names and data as its resource compiler writes them, version 1."""
    root = struct.pack(">IHII", 0, _FOLDER, 1, 1)
    leaf = struct.pack(">IHHHI", 0, 0, 0, 1, 0)  # any country, the language "C", data at 0
    names = struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    return root + leaf, names, struct.pack(">I", len(content)) + content


def _hash(name: str) -> int:
    """The hash that Qt keeps beside a name of a resource."""
    value = 0
    for sign in name:
        value = (value << 4) + ord(sign)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
