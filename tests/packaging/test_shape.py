"""The shape of the program, and that measuring it tells the truth."""

from __future__ import annotations

from pathlib import Path

import pytest
import shape

PROGRAM = Path(__file__).parents[2] / "roadmap_desktop"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of two small modules that do not know each other."""
    folder = tmp_path / "house"
    (folder / "upper").mkdir(parents=True)
    (folder / "upper" / "__init__.py").touch()
    (folder / "upper" / "hall.py").write_text('"""The hall."""\n')
    (folder / "cellar.py").write_text('"""The cellar."""\n')
    return folder


def test_the_program_keeps_its_shape() -> None:
    assert shape.measure(PROGRAM).faults() == []


def test_a_small_package_has_no_fault(package: Path) -> None:
    assert shape.measure(package).faults() == []


def test_a_module_of_over_400_lines_is_named(package: Path) -> None:
    (package / "cellar.py").write_text("x = 1\n" * 401)
    assert "house.cellar has 401 lines" in shape.measure(package).faults()


@pytest.mark.parametrize(
    ("lines", "fault"),
    [(151, "half of the modules have over 150 lines"), (301, "over a tenth of the modules have over 300 lines")],
)
def test_modules_that_are_mostly_long_are_noticed(package: Path, lines: int, fault: str) -> None:
    for name in ("attic", "cellar", "kitchen"):
        (package / f"{name}.py").write_text("x = 1\n" * lines)
    assert fault in shape.measure(package).faults()


def test_a_long_function_is_named_with_its_length(package: Path) -> None:
    (package / "cellar.py").write_text("def dig():\n" + "    x = 1\n" * 40)
    assert shape.measure(package).faults() == ["1 of 1 functions have over 40 lines: house.cellar:dig (41)"]


@pytest.mark.parametrize(
    "text",
    [
        "from house.upper import hall\n",
        "import house.upper.hall\n",
        "from .upper.hall import door\n",
        "def walk():\n    from house.upper.hall import door\n    return door\n",
    ],
)
def test_a_circle_of_imports_is_found_however_it_is_written(package: Path, text: str) -> None:
    (package / "cellar.py").write_text(text)
    (package / "upper" / "hall.py").write_text("from .. import cellar\n")
    assert set(shape.measure(package).circle) == {"house.cellar", "house.upper.hall"}
