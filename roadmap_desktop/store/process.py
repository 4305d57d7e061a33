"""Which machine this is, and whether a process on it still lives: for locks that a crash left behind."""

from __future__ import annotations

import ctypes
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from uuid import NAMESPACE_DNS, uuid5

_MACHINE_FILES = ("/etc/machine-id", "/var/lib/dbus/machine-id")


@lru_cache
def machine() -> str:
    """An id of this machine that tells nothing about it; machines with one name have different ids."""
    own = _own_id() or platform.node()
    return str(uuid5(NAMESPACE_DNS, f"roadmap-desktop {own} {platform.node()}"))


def birth(process: int) -> str | None:
    """When a process of this machine began, as a text that no later process of the same number shares.

    None where there is no such process; the empty text where there is one and the system doesn't say.
    """
    if process <= 0:
        return None
    return _BIRTHS.get(sys.platform, _birth_by_ps)(process)


def _birth_on_linux(process: int) -> str | None:
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError:
        return ""
    state, *fields = stat.rpartition(")")[2].split()
    boot = ""
    with suppress(OSError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
    return None if state in "ZX" else f"{boot} {fields[18]}"


def _birth_on_windows(process: int) -> str | None:
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(0x1000, False, process)  # only to ask about it
    if not handle:
        return "" if kernel.GetLastError() == 5 else None  # 5: it lives, and is somebody else's
    times = [ctypes.c_uint64() for _ in range(4)]
    status = ctypes.c_uint32()
    try:
        kernel.GetExitCodeProcess(ctypes.c_void_p(handle), ctypes.byref(status))
        kernel.GetProcessTimes(ctypes.c_void_p(handle), *map(ctypes.byref, times))
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))
    return str(times[0].value) if status.value == 259 else None  # 259: still active


def _birth_by_ps(process: int) -> str | None:
    environment = os.environ | {"LC_ALL": "C"}
    try:
        call = ["/bin/ps", "-o", "lstart=", "-p", str(process)]
        done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=5, env=environment)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() or None


_BIRTHS: dict[str, Callable[[int], str | None]] = {"linux": _birth_on_linux, "win32": _birth_on_windows}


def _own_id() -> str:
    if sys.platform == "win32":
        import winreg

        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key,
        ):
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    for file in _MACHINE_FILES:
        with suppress(OSError):
            return Path(file).read_text(encoding="ascii", errors="replace").strip()
    return ""
