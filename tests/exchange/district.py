"""The district's files, as bytes."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "files" / "district"


def district_file(name: str) -> bytes:
    """One of the files that came from outside."""
    return (FOLDER / name).read_bytes()
