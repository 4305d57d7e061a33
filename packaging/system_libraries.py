"""The libraries of the operating system that Qt needs: which are missing, and how they come in."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Library:
    """A shared library, and the Debian package that brings it."""

    file: str
    package: str
    for_a_window: bool = False
    """Needed only where a window opens on an X display."""


LIBRARIES = (
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libEGL.so.1", "libegl1"),
    Library("libGL.so.1", "libgl1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", for_a_window=True),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", for_a_window=True),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", for_a_window=True),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", for_a_window=True),
    Library("libxcb-shape.so.0", "libxcb-shape0", for_a_window=True),
)
VIRTUAL_SCREEN = "xvfb"
"""Lets tests open a real window on a machine without a screen."""


def missing() -> list[Library]:
    """The libraries that this machine can't load; none except on Linux, where Qt brings them along."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in LIBRARIES if not _loads(library.file)]


def may_install() -> bool:
    """Whether this is Debian or Ubuntu and we are root."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> bool:
    """Installs packages of the system; whether that worked."""
    print("Installing from the system's packages:", *packages, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["apt-get", "-qq", "update"], ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages])
    return all(_quietly(step, environment) for step in steps)


def trouble(libraries: list[Library]) -> str:
    """In plain words: what is missing, what for, and what to do."""
    files = ", ".join(library.file for library in libraries)
    packages = " ".join(library.package for library in libraries)
    what_for = "open a window" if all(library.for_a_window for library in libraries) else "start"
    return (
        f"Qt can't {what_for}: this machine lacks {files}.\n"
        f"On Debian or Ubuntu, an administrator adds them with\n"
        f"    apt-get install {packages}\n"
        f"On other systems, install the packages that hold these files. Then run this command again."
    )


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _quietly(step: list[str], environment: dict[str, str]) -> bool:
    """Runs a step of the system's installer and shows what it said only if it failed."""
    done = subprocess.run(step, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0
