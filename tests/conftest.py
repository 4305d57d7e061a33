"""What holds for every test: no network, no real home folder, no window on the developer's screen."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import coverage_by_floor
from tests.network import Ear

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
MEMORY = Path("/dev/shm")
if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 4 * 2**30:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))  # thousands of files, and none of them outlives the run

settings.register_profile("everyday", deadline=None, max_examples=60, print_blob=True)
settings.register_profile("thorough", deadline=None, max_examples=2_000, print_blob=True)
settings.load_profile("everyday")

_ear = Ear()
sys.addaudithook(_ear.hear)

_OWN_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


@pytest.fixture(scope="session", autouse=True)
def _no_real_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps the developer's own settings, logs and caches out of every test and of the programs it starts."""
    with pytest.MonkeyPatch.context() as patch:
        _settle(tmp_path_factory.mktemp("home"), patch, (*_OWN_FOLDERS, "XDG_CACHE_HOME"))
        yield


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives each test folders of its own for settings, logs and recent workshops."""
    _settle(tmp_path_factory.mktemp("home"), monkeypatch, _OWN_FOLDERS)


def _settle(home: Path, patch: pytest.MonkeyPatch, variables: tuple[str, ...]) -> None:
    for variable in variables:
        (home / variable).mkdir(mode=0o700)
        patch.setenv(variable, str(home / variable))


@pytest.fixture
def ear() -> Ear:
    """What the audit hook has heard in this test; a test that asks on purpose empties it."""
    return _ear


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _in_silence(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _in_silence(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    return (yield from _in_silence(item))


def _in_silence(item: pytest.Item) -> Generator[None, object, object]:
    """Fails the test when a connection was tried or a network library was loaded, even if it swallowed the refusal."""
    _ear.begin()
    result = yield
    if trouble := _ear.trouble():
        pytest.fail(f"{item.nodeid} reached for the network: {', '.join(trouble)}", pytrace=False)
    return result


def pytest_configure(config: pytest.Config) -> None:
    """Lets tests of the packaging import its scripts by the names they use among themselves."""
    sys.path.append(str(Path(config.rootpath) / "packaging"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Says how much of each floor a whole run has covered."""
    reports = config.getoption("cov_report", default={}) if config.pluginmanager.hasplugin("_cov") else {}
    if report := reports.get("json"):
        terminalreporter.write_line(coverage_by_floor.summary(Path(report)))
