"""Names of files for other programs, which every computer takes."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 60


class FileNames:
    """Names of files that are each given once: small letters, digits and hyphens."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, *parts: str) -> str:
        """A name, without its ending, from these parts; a number is added where it was given already."""
        stem = "-".join(filter(None, map(_plain, parts)))
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name)
        return name


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST].strip("-")
