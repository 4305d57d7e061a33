"""The wheel holds all that the program needs, and works where there is no checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
TRAVELS = ("roadmap_desktop", "forms", "resources", "packaging", "pyproject.toml", "README.md", "LICENSE", ".gitignore")
SPANISH = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Made up"\nmsgstr "Inventado"\n'
ASK_IN_SPANISH = "from roadmap_desktop.language import Language; print(Language('es').text('Made up'))"
ASK_WHERE = "import roadmap_desktop; print(roadmap_desktop.__file__)"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def call(*command: str | Path, inside: Path) -> str:
    done = subprocess.run(command, cwd=inside, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a made-up translation, so that building leaves no trace in the checkout."""
    copy = tmp_path_factory.mktemp("source")
    for name in TRAVELS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        else:
            shutil.copy(ROOT / name, copy)
    words = copy / "resources" / "translations" / "es" / "LC_MESSAGES" / "roadmap_desktop.po"
    words.parent.mkdir(parents=True, exist_ok=True)
    words.write_text(SPANISH, encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def wheel(source: Path) -> Path:
    """The wheel as released: first a source archive, then the wheel from it."""
    call(sys.executable, "-m", "build", "--no-isolation", "--outdir", "built", inside=source)
    return next((source / "built").glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a fresh environment that holds the wheel, and borrows the libraries that are here already."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder / "env", symlinks=True)
    place = {"base": str(folder / "env"), "platbase": str(folder / "env")}
    library = Path(sysconfig.get_path("purelib", scheme="venv", vars=place))
    (library / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    commands = Path(sysconfig.get_path("scripts", scheme="venv", vars=place))
    pip = (sys.executable, "-m", "pip", "--python", commands / "python", "install", "--no-deps", "--no-index")
    call(*pip, "--disable-pip-version-check", wheel, inside=folder)
    return commands


def shipped_files(folder: str) -> set[str]:
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".mo")
    return {path.relative_to(ROOT).as_posix() for path in files}


@pytest.mark.parametrize("folder", ["forms", "resources"])
def test_every_form_and_resource_travels_in_the_wheel(wheel: Path, folder: str) -> None:
    inside = {name.removeprefix("roadmap_desktop/_data/") for name in ZipFile(wheel).namelist()}
    assert shipped_files(folder) - inside == set()


def test_the_wheel_holds_no_tests_and_no_tools(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"roadmap_desktop"}


def test_the_installed_program_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    found = call(installed / "python", "-c", ASK_WHERE, inside=tmp_path)
    assert Path(found).is_relative_to(installed.parent)


def test_translations_travel_compiled(installed: Path, tmp_path: Path) -> None:
    assert call(installed / "python", "-c", ASK_IN_SPANISH, inside=tmp_path) == "Inventado"


def test_the_installed_program_makes_the_sample_workshop(installed: Path, tmp_path: Path) -> None:
    call(installed / "roadmap-desktop", "sample", "sample.roadmap", inside=tmp_path)
    assert (tmp_path / "sample.roadmap").stat().st_size > 0
