"""The option ``check --recover``: what can be read of a damaged file goes into a new one."""

from __future__ import annotations

import argparse

from roadmap_desktop.commands.telling import DONE, REFUSED, tell, warn
from roadmap_desktop.journey.recovered import by_stage
from roadmap_desktop.language import Language, message
from roadmap_desktop.store.recovery import Recovery, latest_good, recover
from roadmap_desktop.store.trouble import FileTrouble


def put(arguments: argparse.Namespace, language: Language) -> int:
    """Writes what can be read and says by stage what was read and what is lost."""
    try:
        recovery = recover(arguments.file, arguments.recover)
    except FileTrouble as trouble:
        warn(language, trouble.what, trouble.safe, trouble.remedy)
        if (copy := latest_good(arguments.file)) is not None:
            warn(language, message("An earlier copy is kept: {file}", file=str(copy.path)))
        return REFUSED
    _tell(language, arguments, recovery)
    return DONE


def _tell(language: Language, arguments: argparse.Namespace, recovery: Recovery) -> None:
    if recovery.was_sound:
        tell(language, message("{file} is sound.", file=str(arguments.file)))
    else:
        for stage in by_stage(recovery.kinds):
            words = message("{stage}: {read}, {lost}", stage=stage.name, read=stage.read_words, lost=stage.lost_words)
            tell(language, words)
        if not recovery.history_kept:
            tell(language, message("The list of moves could not be kept; a new one begins."))
        if recovery.left_behind:
            tell(language, message("Left behind: {names}.", names=recovery.left_behind))
    tell(language, message("Made {file}.", file=str(arguments.recover)))
