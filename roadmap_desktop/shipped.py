"""Finds the files that ship with the program: forms, resources, translations."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(*parts: str) -> Path:
    """The path of a shipped file or folder, such as ``shipped("resources", "catalogue")``.

    A checkout is preferred over the copy inside an installed wheel.
    """
    checkout = _PACKAGE.parent
    root = checkout if (checkout / "forms").is_dir() else _PACKAGE / "_data"
    return root.joinpath(*parts)
