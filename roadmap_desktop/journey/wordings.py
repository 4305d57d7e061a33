"""The catalogue's words as this file keeps them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select

from roadmap_desktop.language import Phrase, Words
from roadmap_desktop.model.workshop import Wording
from roadmap_desktop.store.document import Document


def phrases(document: Document) -> Mapping[str, Phrase]:
    """Every phrase of the file by its key."""
    return document.remembered("phrases", ("wording",), lambda: _phrases(document))


def worded(document: Document, own: str, key: str) -> Words:
    """The room's own words where there are some, else the catalogue's phrase of that key, else the key."""
    return own or phrases(document).get(key) or key


def _phrases(document: Document) -> Mapping[str, Phrase]:
    texts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in document.rows(select(Wording.key, Wording.language, Wording.text).order_by(Wording.language)):
        texts[row.key].append((row.language, row.text))
    return {key: Phrase(key, tuple(found)) for key, found in texts.items()}
