"""Writes the newest file version's schema from the model: python packaging/schema_file.py.

Only for a version that no program was released with; a released one stays as it is, and the next gets a number.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Writes ``store/schemas/vN.sql``."""
    sys.path.insert(0, str(ROOT))
    from roadmap_desktop.store.header import FILE_VERSION
    from roadmap_desktop.store.schemas import of_model

    file = ROOT / "roadmap_desktop" / "store" / "schemas" / f"v{FILE_VERSION}.sql"
    file.write_text(of_model(), encoding="utf-8")
    print(f"written to {file.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
