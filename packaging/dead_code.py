"""Names functions, classes and methods that nothing in the program uses; a test alone does not keep code alive."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).resolve().parent.parent
CALLED_BY_OTHERS = [
    "[a-z]*[A-Z]*",  # Qt calls its own names, and only those are written so
    *("data", "event", "flags", "index", "paint", "parent"),  # Qt's short names
    *("get_value", "format_field"),  # a Formatter of the standard library calls them
    *("ShippedFiles", "initialize"),  # the build finds them by their file
]
FACTS = ROOT / "roadmap_desktop" / "model"
"""The shape of the file, complete from its first version on; a table may wait for its screen."""
IMPLIED = re.compile("variable|attribute|import")
"""Fields are read by name through pictures and JSON, Qt hands over more than we read, and imports are ruff's."""


def unused(folders: list[Path], facts: Path = FACTS) -> list[str]:
    """What nothing in these folders uses, each with its place."""
    reader = Vulture(ignore_names=CALLED_BY_OTHERS, ignore_decorators=["@*listens_for*", "@*validates*"])
    reader.scavenge(folders)
    dead = [code for code in reader.get_unused_code(min_confidence=60) if not IMPLIED.search(code.typ)]
    return [
        f"{code.filename}:{code.first_lineno}: {code.typ} {code.name} is used nowhere"
        for code in dead
        if not Path(code.filename).resolve().is_relative_to(facts)
    ]


if __name__ == "__main__":
    lines = unused([ROOT / "roadmap_desktop", ROOT / "packaging"])
    print(*lines or ["nothing dead"], sep="\n")
    sys.exit(1 if lines else 0)
