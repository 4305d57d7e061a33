"""Reads the copies that are to be merged, and merges them: into the open workshop or into a new file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from roadmap_desktop.journey.merged import merged
from roadmap_desktop.journey.merging.naming import Naming
from roadmap_desktop.journey.merging.picture import MergePicture, picture
from roadmap_desktop.journey.refusal import Refused
from roadmap_desktop.journey.workshop import workshop
from roadmap_desktop.language import Words, message
from roadmap_desktop.store import snapshots
from roadmap_desktop.store.apart import Copy, read_copy
from roadmap_desktop.store.document import Document
from roadmap_desktop.store.merge import Choices, Comparison, compare
from roadmap_desktop.store.merged_file import merging, new_file, take_in
from roadmap_desktop.store.prepared import Overtaken, Prepared, write

Reached = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge that is settled: what is to be written, what the step is called, and what it brings."""

    move: Prepared
    label: Words
    picture: MergePicture


def compared(document: Document, others: Sequence[Path], reached: Reached = lambda done, of: None) -> Comparison:
    """The open workshop beside other copies of it; nothing is changed.

    ``reached`` hears how many of the parts of the work are done, as they are.

    Raises:
        Refused: no other copy is named, or one is of another workshop.
        FileTrouble: a file is missing, damaged, or not a workshop.
    """
    if not others:
        raise Refused(message("There is nothing to merge with."), message("Name at least one other copy."))
    names = _names([document.path, *others])
    parts = len(others) + 2
    copies = [read_copy(document, names[0])]
    reached(1, parts)
    for number, (path, name) in enumerate(zip(others, names[1:], strict=True), 2):
        copies.append(_other(document, path, name))
        reached(number, parts)
    found = compare(copies)
    reached(parts, parts)
    return found


def preview(document: Document, comparison: Comparison, choices: Choices | None = None) -> MergePicture:
    """What the merge would bring with these choices."""
    tasks = {task.key: task.name for task in merged(document).tasks}
    return picture(comparison, comparison.settle(choices), Naming(comparison.copies, tasks))


def settled(document: Document, comparison: Comparison, choices: Choices | None = None) -> Merge:
    """What is to be written to merge the compared copies; an earlier copy of the workshop is kept. For a worker too.

    Raises:
        FileTrouble: the file can't be read.
    """
    snapshots.keep(document, snapshots.Reason.MERGING)
    move = merging(document.workshop_uuid, comparison, comparison.settle(choices))
    label = _label([copy.name for copy in comparison.copies[1:]])
    return Merge(move, label, preview(document, comparison, choices))


def take(document: Document, merge: Merge, *, origin: object | None = None) -> None:
    """Merges into the open workshop what was settled, as one step.

    Raises:
        Refused: the workshop was changed since it was compared.
        FileTrouble: the file can't be written; it is as it was.
    """
    try:
        write(document, merge.move, merge.label, origin=origin)
    except Overtaken as error:
        raise Refused(
            message("The workshop was changed since the copies were compared."),
            message("Compare them once more."),
        ) from error


def merge_files(
    file: Path, others: Sequence[Path], to: Path, then: Callable[[Document], None] = lambda document: None
) -> MergePicture:
    """Writes a new file with everything that the copies hold, and tells what came from where.

    The facts in it are the same whichever copy is named first; the history is that of the first, with the merge as
    its newest step. ``then`` does in the new file what is to be done before it has its name.

    Raises:
        Refused: one is of another workshop.
        FileTrouble: a file is missing, damaged or no workshop, or the new one is there already or can't be written.
    """
    with closing(Document.open(file, read_only=True)) as document:
        document.check()
    with new_file(file, to) as document:
        names = _names([file, *others])
        copies = [read_copy(document, names[0])]
        copies += [_other(document, path, name) for path, name in zip(others, names[1:], strict=True)]
        found = compare(copies)
        shown = preview(document, found)
        if others:
            take_in(document, found, found.settle(), _label(names[1:]))
        then(document)
    return shown


def _other(document: Document, path: Path, name: str) -> Copy:
    with closing(Document.open(path, read_only=True)) as other:
        other.check()
        if other.workshop_uuid != document.workshop_uuid:
            raise Refused(
                message(
                    "{name} is another workshop, that of {theirs}; this one is that of {ours}.",
                    name=name,
                    theirs=workshop(other).district,
                    ours=workshop(document).district,
                ),
                message("Choose a copy of this workshop."),
            )
        return read_copy(other, name)


def _names(paths: Sequence[Path]) -> list[str]:
    """The names of the files, with their folder where two have the same name."""
    names = [path.name for path in paths]
    if len(set(names)) == len(names):
        return names
    longer = [f"{path.absolute().parent.name}/{path.name}" for path in paths]
    return longer if len(set(longer)) == len(longer) else [str(path.absolute()) for path in paths]


def _label(names: Sequence[str]) -> Words:
    return message("Merged {names}", names=tuple[Words, ...](names))
