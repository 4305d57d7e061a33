"""Compiles the translations under resources/translations into the form that gettext reads."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_all(folder: Path) -> list[Path]:
    """Compiles each ``<language>/LC_MESSAGES/<domain>.po`` beside itself; the compiled files."""
    return [_compiled(source) for source in sorted(folder.glob("*/LC_MESSAGES/*.po"))]


def _compiled(source: Path) -> Path:
    made = source.with_suffix(".mo")
    with source.open("rb") as read, made.open("wb") as write:
        write_mo(write, read_po(read, locale=source.parts[-3]))
    return made


if __name__ == "__main__":
    compile_all(Path(__file__).resolve().parent.parent / "resources" / "translations")
