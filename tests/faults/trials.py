"""Every trial by its name; each is loaded when it is run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path

from tests.faults.table import Tried

Trial = Callable[[int, Path], list[Tried]]
"""What a trial takes: a seed, and a folder of its own."""


def _named(module: str, function: str, **share: int) -> Trial:
    trial: Trial = partial(getattr(import_module(f"tests.faults.{module}"), function), **share)
    return trial


TRIALS: Mapping[str, Callable[[], Trial]] = {
    **{f"damaged-{share}": partial(_named, "damaging", "damaged", share=share) for share in range(1, 5)},
    "wrong_values": partial(_named, "hostile", "wrong_values"),
    "hostile": partial(_named, "hostile", "hostile"),
    "full_disk": partial(_named, "places", "full_disk"),
    "read_only_place": partial(_named, "places", "read_only_place"),
    "clock_set_back": partial(_named, "clocks", "clock_set_back"),
    "power_lost": partial(_named, "power", "power_lost"),
    "migration_killed": partial(_named, "interrupting", "migration_killed"),
    "copying_killed": partial(_named, "interrupting", "copying_killed"),
    "merging_killed": partial(_named, "interrupting", "merging_killed"),
    "two_processes": partial(_named, "sharing", "two_processes"),
    "stick_pulled": partial(_named, "carried", "stick_pulled"),
    "synchronised": partial(_named, "carried", "synchronised"),
    "packets": partial(_named, "carried", "packets_tried"),
    "replaced": partial(_named, "sharing", "replaced_under_the_window"),
    "killed": partial(_named, "killing", "killed"),
}
"""A function that loads the trial, by its name; the longest come first."""
ON_DISK = ("killed", "power_lost")
"""The trials that are about how the disk is written."""
