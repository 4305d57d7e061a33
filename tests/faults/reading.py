"""Reads all that a window would read from a file, and sees that the file stayed as it was."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random

from roadmap_desktop.journey.show import SHOWN, envelope
from roadmap_desktop.language import Language
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.recovery import recover
from roadmap_desktop.store.trouble import FileTrouble
from tests.faults.workshops import noon

ENGLISH = Language("en")


def read_everything(
    path: Path, chance: Random, *, stages: int = 0, read_only: bool | None = None, recovers: bool = True
) -> str:
    """What is wrong with how a damaged or hostile file was read; empty where it was read, or refused in words.

    The pictures of so many stages are read, 0 for all. ``read_only`` None leaves the way of opening to chance;
    ``recovers`` has the file recovered as well.
    """
    shown = chance.sample(tuple(SHOWN), stages) if stages else tuple(SHOWN)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    wrong = ""
    with suppress(FileTrouble):
        document = Document.open(path, noon, read_only=chance.random() < 0.5 if read_only is None else read_only)
        try:
            envelope(document, shown, ENGLISH)
            _ = document.undo_label, document.redo_label
            document.check()
        except FileTrouble:
            pass
        except Exception as error:
            wrong = _said(error)
        finally:
            document.close()
    if recovers:
        wrong = wrong or recovered_wrongly(path)
    if (path.read_bytes(), path.stat().st_mtime_ns) != before:
        return f"it was written; {wrong}"
    return wrong


def recovered_wrongly(path: Path) -> str:
    """What is wrong with how a file is recovered; empty where it is refused in words, or what comes of it is sound."""
    to = path.with_name(f"recovered {path.name}")
    try:
        recover(path, to)
        document = Document.open(to, noon, read_only=True)
        document.check()
        document.close()
    except FileTrouble as trouble:
        return f"what was recovered is not sound: {trouble}" if to.exists() else ""
    except Exception as error:
        return f"recovery: {_said(error)}"
    finally:
        to.unlink(missing_ok=True)
    return ""


def _said(error: Exception) -> str:
    frames = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"{code.co_filename.split('/')[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__}: {str(error)[:120]!r} at {' < '.join(reversed(frames[-4:]))}"
