"""The words of one subject in every language, handed out as phrases."""

from collections.abc import Iterator
from pathlib import Path

from roadmap_desktop.catalogue.bad_record import BadRecord
from roadmap_desktop.catalogue.tables import Table, languages, table
from roadmap_desktop.language import Phrase


class Wordbook:
    """Words by phrase key (``statement.d3-12.text``); knows which were never asked for."""

    def __init__(self, folder: Path, subject: str) -> None:
        self._file = f"{subject}.toml"
        self._languages = {code: _flat(folder, f"{code}/{self._file}") for code in languages(folder)}
        self._asked: set[str] = set()
        if not self._languages:
            raise BadRecord(self._file, "the whole file", "has no folder of words in any language beside it")

    def phrase(self, record: str, field: str) -> Phrase:
        """The words of a record's field in all languages; ``BadRecord`` names the language that lacks them."""
        key = f"{record}.{field}"
        self._asked.add(key)
        for code, words in self._languages.items():
            if key not in words:
                raise BadRecord(f"{code}/{self._file}", record, f"has no words for '{field}'")
        return Phrase(key, tuple((code, words[key]) for code, words in self._languages.items()))

    def finish(self) -> None:
        """Refuses words that belong to no record: a key was misspelled or its record is gone."""
        for code, words in self._languages.items():
            for key in words:
                if key not in self._asked:
                    record, _, field = key.rpartition(".")
                    raise BadRecord(f"{code}/{self._file}", record, f"'{field}' belongs to no record")


def _flat(folder: Path, file: str) -> dict[str, str]:
    return dict(_texts(file, "", table(folder, file)))


def _texts(file: str, above: str, tables: Table) -> Iterator[tuple[str, str]]:
    for name, value in tables.items():
        key = f"{above}.{name}" if above else name
        if isinstance(value, dict):
            yield from _texts(file, key, value)
        elif not isinstance(value, str) or not value or value != value.strip():
            raise BadRecord(file, above or name, f"'{name}' must be words, without space around them")
        else:
            yield key, value
