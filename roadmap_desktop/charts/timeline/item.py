"""The ground of what the timeline paints: an item as large as the view, in the view's own pixels."""

from __future__ import annotations

from pyqtgraph import GraphicsObject, ViewBox
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from roadmap_desktop.charts.timeline.plot import Plot


class PlotItem(GraphicsObject):  # type: ignore[misc]
    """Lies in the view box and is asked to paint only what is exposed. ``painted`` counts what was, for tests."""

    def __init__(self, box: ViewBox, plot: Plot, above: int) -> None:
        super().__init__()
        self.plot = plot
        self.painted = 0
        self.setParentItem(box)
        self.setZValue(above)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def take(self, plot: Plot) -> None:
        """Takes another plot to paint."""
        self.plot = plot
        self.update()

    def resized(self) -> None:
        """Tells the scene that the view has another size."""
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        """The whole view."""
        return QRectF(0, 0, self.plot.view.width, self.plot.view.height)

    def exposed(self, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> QRectF:
        """What must be painted."""
        del widget
        found: QRectF = option.exposedRect
        return found
