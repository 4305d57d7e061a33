"""The verbs that look and change nothing: ``show`` and ``check``."""

from __future__ import annotations

import argparse
import json
import sys

from roadmap_desktop.commands.telling import DONE, tell
from roadmap_desktop.journey.show import envelope, lines
from roadmap_desktop.journey.stages import STAGES, standing
from roadmap_desktop.language import Language, message
from roadmap_desktop.store.document import Document


def show(arguments: argparse.Namespace, language: Language) -> int:
    """The pictures of all stages or of one, as text or JSON."""
    document = Document.open(arguments.file, read_only=True)
    try:
        stages = (arguments.stage,) if arguments.stage else tuple(stage.key for stage in STAGES)
        found = envelope(document, stages, language)
    finally:
        document.close()
    if arguments.json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines(found))
    return DONE


def check(arguments: argparse.Namespace, language: Language) -> int:
    """Whether the file is sound, then what each stage lacks."""
    document = Document.open(arguments.file, read_only=True)
    try:
        document.check()
        tell(language, message("{file} is sound.", file=str(arguments.file)))
        for stage in STAGES:
            found = standing(document, stage.key)
            if found.line:
                tell(language, message("{stage}: {standing}", stage=stage.name, standing=found.line))
    finally:
        document.close()
    return DONE
