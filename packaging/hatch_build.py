"""What the build does besides copying code: compiles translations, and lets forms and resources travel along."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))

from translations import compile_all

TRAVELLERS = ("forms", "resources")


class ShippedFiles(BuildHookInterface[Any]):
    """Puts forms and resources into the wheel at roadmap_desktop/_data, where ``shipped`` looks for them."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before the files of a wheel or source archive are collected."""
        root = Path(self.root)
        compile_all(root / "resources" / "translations")
        if self.target_name == "wheel" and version != "editable":  # an editable copy would go stale
            build_data["force_include"].update({folder: f"roadmap_desktop/_data/{folder}" for folder in TRAVELLERS})
