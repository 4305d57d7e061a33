"""Values as elements of an XML file."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

_UNWRITTEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML can't hold."""


def put(element: Element, **values: object) -> None:
    """Adds values as elements, in their order; none for None."""
    for name, value in values.items():
        if value is not None:
            SubElement(element, name).text = printable(str(value))


def printable(text: str) -> str:
    """The text without the signs that no XML file can hold."""
    return _UNWRITTEN.sub("", text)
