"""Bars merged to pixels: what a plan of any size looks like in few rows, at a cost bounded by pixels, not by tasks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from roadmap_desktop.charts.timeline.days import Numbers, Places

Pixels = NDArray[np.uint32]


def image(pixels: Pixels) -> QImage:
    """The pixels as an image of its own."""
    height, width = pixels.shape
    return QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_ARGB32).copy()


def density(
    left: Numbers, right: Numbers, top: Numbers, hue: Places, colours: NDArray[np.uint32], shape: tuple[int, int]
) -> Pixels:
    """An image of ``shape`` (height, width) with the bars that go from ``left`` to ``right`` in the row of ``top``.

    All in pixels, at least one wide; ``colours`` are those of the hues, where several meet the last one is seen, and
    what no bar covers is 0. Bars outside are left out.
    """
    height, width = shape
    pixels: Pixels = np.zeros(shape, np.uint32)
    row = np.floor(top).astype(np.int64)
    first = np.floor(left).astype(np.int64)
    last = np.maximum(np.ceil(right).astype(np.int64), first + 1)
    inside = (row >= 0) & (row < height) & (last > 0) & (first < width)
    for at, colour in enumerate(colours):
        mine = inside & (hue == at)
        if mine.any():
            begun = np.zeros((height, width + 1), np.int32)
            np.add.at(begun, (row[mine], np.clip(first[mine], 0, width)), 1)
            np.add.at(begun, (row[mine], np.clip(last[mine], 0, width)), -1)
            pixels[np.cumsum(begun, axis=1)[:, :width] > 0] = colour
    return pixels
