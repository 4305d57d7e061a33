"""From the bytes of a foreign file to its text, whatever program wrote it."""

from __future__ import annotations

import codecs
import re

from roadmap_desktop.exchange.unreadable import Unreadable
from roadmap_desktop.language import message

LARGEST_FILE = 8_000_000
"""Bytes; a list of every school of the largest state has under 3 million."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n|\r|\n")


def decode(source: bytes | str, largest: int = LARGEST_FILE) -> str:
    """The text of a file of at most so many bytes, or text that was pasted, without a byte-order mark.

    A byte-order mark decides; without one, UTF-16 shows by its zero bytes, and what is no UTF-8 is
    windows-1252, the encoding spreadsheets in English and Spanish write. (Statistics over letters,
    as charset-normalizer does, take short lists for Central European ones.) Raises Unreadable.
    """
    if len(source) > largest:
        raise Unreadable(
            message("The file is larger than {n} million bytes.", n=largest // 1_000_000),
            message("Keep only the rows of your district and try again."),
        )
    if isinstance(source, str):
        return _checked(source.removeprefix("\ufeff"))
    if source.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise Unreadable(
            message("The file is a workbook or a document, not a text file."),
            message("Open it, save it as CSV or as a calendar file (.ics), and take that file."),
        )
    return _checked(_text(source))


def physical_lines(text: str) -> list[str]:
    """The lines of a text without their ends; only the three usual line ends count."""
    lines = _LINE_END.split(text)
    return lines[:-1] if lines[-1] == "" else lines


def _text(source: bytes) -> str:
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return source.decode(encoding, errors="replace").removeprefix("\ufeff")
    zeros = source[:4000].count(0)
    if zeros and len(source) % 2 == 0:
        high_first = source[0:4000:2].count(0) > source[1:4000:2].count(0)
        return source.decode("utf-16-be" if high_first else "utf-16-le", errors="replace")
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        return source.decode("cp1252", errors="replace")


def _checked(text: str) -> str:
    sample = text[:20_000]
    strange = len(_BINARY.findall(sample))
    if strange * 50 > len(sample):
        raise Unreadable(
            message("The file is not a text file."),
            message("Save the list as CSV, or the calendar as an .ics file, and take that file."),
        )
    return _BINARY.sub(" ", text)
