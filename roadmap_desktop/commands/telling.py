"""What a verb tells the person: results on standard output, everything else on standard error."""

from __future__ import annotations

import sys
from pathlib import Path

from roadmap_desktop.language import Language, Words

DONE, REFUSED = 0, 1
"""Exit status: done, or refused with reason and remedy; argparse gives 2 for wrong usage."""


def tell(language: Language, words: Words) -> None:
    """Writes a line to standard output."""
    sys.stdout.write(f"{language.say(words)}\n")


def warn(language: Language, *sentences: Words) -> None:
    """Writes sentences, which are not empty, as one line to standard error."""
    sys.stderr.write(" ".join(filter(None, map(language.say, sentences))) + "\n")


def path_of(text: str) -> Path:
    """A path as typed, with the home folder's sign resolved."""
    return Path(text).expanduser()
