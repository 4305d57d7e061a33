"""Draws every screen into a folder: python -m tests.pictures --to out/pictures."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.pictures.rendering import SIZES, THEMES, pictures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=Path("out/pictures"))
    parser.add_argument("--only", default="", help="only screens whose name begins so")
    options = parser.parse_args()
    drawn = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        for theme in THEMES:
            for size in SIZES:
                place = options.to / f"{size[0]}x{size[1]}-{theme.value}"
                place.mkdir(parents=True, exist_ok=True)
                for picture in pictures(Path(folder), theme, size):
                    if picture.name.startswith(options.only):
                        picture.pixels.save(str(place / f"{picture.name}.png"))
                        drawn += 1
    print(f"{drawn} pictures in {options.to}")


if __name__ == "__main__":
    main()
