"""The guard of every test itself: it hears what it should, and lets a local display through."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.network import FORBIDDEN_MODULES, Ear, NetworkReached

LOAD_ALL = """
import importlib, pkgutil, sys
import roadmap_desktop
for module in pkgutil.walk_packages(roadmap_desktop.__path__, "roadmap_desktop."):
    importlib.import_module(module.name)
print(*[name for name in sys.argv[1:] if name in sys.modules])
"""


def test_looking_up_a_name_is_stopped_and_heard(ear: Ear) -> None:
    with pytest.raises(NetworkReached):
        socket.getaddrinfo("localhost", 80)
    assert len(ear.heard) == 1
    ear.begin()


@pytest.mark.parametrize("contact", ["connect", "bind"])
def test_reaching_an_address_is_stopped_and_heard(ear: Ear, contact: str) -> None:
    with socket.socket() as end, pytest.raises(NetworkReached):
        getattr(end, contact)(("127.0.0.1", 9))
    assert ear.heard[0].startswith(f"socket.{contact}")
    ear.begin()


def test_a_local_display_may_be_reached(ear: Ear, tmp_path: Path) -> None:
    address = str(tmp_path / "display")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(address)
        server.listen()
        client.connect(address)
    assert ear.trouble() == []


def test_a_swallowed_refusal_is_still_remembered(ear: Ear) -> None:
    with contextlib.suppress(Exception):
        socket.getaddrinfo("localhost", 80)
    assert ear.trouble()
    ear.begin()


def test_no_module_of_the_program_loads_a_network_library() -> None:
    done = subprocess.run([sys.executable, "-c", LOAD_ALL, *FORBIDDEN_MODULES], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
