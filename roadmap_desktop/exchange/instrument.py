"""An instrument as it comes from outside (CSV, XLSX, JSON), shown as understood before anything is taken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roadmap_desktop.exchange.decoding import decode
from roadmap_desktop.exchange.instrument_building import InstrumentPreview, build
from roadmap_desktop.exchange.instrument_json import read_json
from roadmap_desktop.exchange.instrument_table import read_tables
from roadmap_desktop.exchange.workbook import LARGEST_FILE, read_sheets
from roadmap_desktop.journey.readiness.drafts import LevelDraft

_JSON = re.compile(rb"(\xef\xbb\xbf)?\s*[{\[]|\xff\xfe\s*[{\[]\0|\xfe\xff\0[{\[]")


def read_instrument(source: bytes, name: str = "", own: Sequence[LevelDraft] = ()) -> InstrumentPreview:
    """The instrument in a file; ``name`` is what it is called where the file does not say (its own name).

    ``own`` are the levels to use where the file names none. Raises Unreadable.
    """
    parts = None
    if _JSON.match(source[:2000]):
        parts = read_json(decode(source, LARGEST_FILE))
    if parts is None:
        parts = read_tables(read_sheets(source))
    return build(parts, re.sub(r"\.(csv|tsv|txt|xlsx|xlsm|json)$", "", name, flags=re.IGNORECASE), own)
