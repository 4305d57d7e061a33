"""Opens the catalogue's files: which languages are there, and the tables inside a file."""

import tomllib
from pathlib import Path

from roadmap_desktop.catalogue.bad_record import BadRecord
from roadmap_desktop.shipped import shipped

Table = dict[str, object]
"""A table as the file holds it, not yet checked."""


def home(folder: Path | None) -> Path:
    """The catalogue's folder: the one given, else the one that ships."""
    return folder or shipped("resources", "catalogue")


def languages(folder: Path) -> tuple[str, ...]:
    """The codes of the languages with a folder of words, English first because it is the fallback."""
    codes = (entry.name for entry in folder.iterdir() if entry.is_dir())
    return tuple(sorted(codes, key=lambda code: (code != "en", code)))


def table(folder: Path, file: str) -> Table:
    """Everything in a file; ``BadRecord`` where it is missing or is no TOML."""
    try:
        return tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadRecord(file, "the whole file", "is missing") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadRecord(file, "the whole file", f"cannot be read: {error}") from error
