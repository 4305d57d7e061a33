"""How a column of counts is written: which sign separates thousands, which one starts decimals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LARGEST = 1_000_000
_NUMBER = re.compile(r"\d[\d.,'’  ]*")
_GROUPED = {sign: re.compile(rf"\d{{1,3}}(\{sign}\d{{3}})+") for sign in ".,"}


@dataclass(frozen=True, slots=True)
class CountStyle:
    """The decimal sign of one column; "" where every dot and comma separates thousands."""

    decimal: str

    def read(self, text: str) -> int | None:
        """The count, rounded to a whole one; None where the text is no count (n/a, *, †, –, <10)."""
        if not _NUMBER.fullmatch(text):
            return None
        plain = re.sub(r"['’  ]", "", text)
        for sign in ".,":
            if sign != self.decimal:
                plain = plain.replace(sign, "")
        plain = plain.replace(",", ".")
        if plain.count(".") > 1 or len(plain) > 20:
            return None
        value = int(float(plain) + 0.5)
        return value if value < _LARGEST else None


def count_style(texts: Iterable[str]) -> CountStyle:
    """The style that makes sense of a whole column.

    Where dot and comma stand in one number, the last of them starts the decimals. A sign that stands
    before exactly three digits everywhere separates thousands (1.024 students), since schools have
    whole students; one value that breaks this (2214.00000) makes it the decimal sign of the column.
    """
    numbers = [text for text in texts if _NUMBER.fullmatch(text)]
    for text in numbers:
        if "." in text and "," in text:
            last = max(".,", key=text.rfind)
            if text.count(last) == 1:
                return CountStyle(last)
    for sign in ".,":
        if any(sign in text and not _GROUPED[sign].fullmatch(text) for text in numbers):
            return CountStyle(sign)
    return CountStyle("")
