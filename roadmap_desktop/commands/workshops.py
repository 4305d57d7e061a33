"""The verbs that make workshops: ``new`` and ``sample``."""

from __future__ import annotations

import argparse

from roadmap_desktop.commands.telling import DONE, tell
from roadmap_desktop.journey.sample import sample_workshop
from roadmap_desktop.journey.workshop import new_workshop
from roadmap_desktop.language import Language, message


def new(arguments: argparse.Namespace, language: Language) -> int:
    """A new workshop from the catalogue."""
    document = new_workshop(
        arguments.file, district=arguments.district, state=arguments.state or "", year=arguments.year or ""
    )
    document.close()
    tell(language, message("Made {file}.", file=str(arguments.file)))
    return DONE


def sample(arguments: argparse.Namespace, language: Language) -> int:
    """The worked sample workshop."""
    sample_workshop(arguments.file).close()
    tell(language, message("Made {file}: a sample, everything in it is invented.", file=str(arguments.file)))
    return DONE
