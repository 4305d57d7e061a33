"""Listens for connections: the audit hook behind the promise that the program never needs a network."""

from __future__ import annotations

import socket
import sys

FORBIDDEN_MODULES = ("http.client", "PySide6.QtNetwork")
"""Nothing of ours may load these, not even inside a function."""

_LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
_CONTACTS = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")


class NetworkReached(AssertionError):
    """Raised in the middle of a try to reach the network, so that nothing leaves the machine."""


class Ear:
    """Hears each try to look up, connect to or bind an address, except a local Unix socket (a display)."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._loaded: frozenset[str] = frozenset()

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """The audit hook: notes the event, and stops it."""
        if event in _LOOKUPS or (event in _CONTACTS and not _is_local(arguments[0])):
            self.heard.append(f"{event} {arguments[-1] if event in _CONTACTS else arguments[0]!r}")
            raise NetworkReached(self.heard[-1])

    def begin(self) -> None:
        """Forgets what was heard before this part of a test."""
        self.heard.clear()
        self._loaded = _loaded()

    def trouble(self) -> list[str]:
        """What was heard, and which forbidden module was loaded, since the beginning."""
        return [*self.heard, *sorted(_loaded() - self._loaded)]


def _is_local(contact: object) -> bool:
    return isinstance(contact, socket.socket) and contact.family == getattr(socket, "AF_UNIX", None)


def _loaded() -> frozenset[str]:
    return frozenset(name for name in FORBIDDEN_MODULES if name in sys.modules)
