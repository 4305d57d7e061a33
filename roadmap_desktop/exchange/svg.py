"""Writes a picture as SVG 1.1: one file, no script, nothing from elsewhere."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from roadmap_desktop.exchange.drawing import Frame, Line, Mark, Picture, Rect, Shape, Words
from roadmap_desktop.exchange.project_xml import printable, put

_FAMILY = "FiraGO, 'Fira Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


def svg(picture: Picture) -> bytes:
    """The content of the file; its title and description are there for a screen reader."""
    size = {"width": _number(picture.width), "height": _number(picture.height)}
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "lang": picture.language, **size})
    root.set("viewBox", f"0 0 {size['width']} {size['height']}")
    put(root, title=picture.title, desc=picture.about)
    hatches = sorted({mark.colour for mark in picture.marks if isinstance(mark, Rect) and mark.hatched})
    _define(root, hatches)
    SubElement(root, "rect", {"fill": picture.ground, **size})
    drawn = SubElement(root, "g", {"font-family": _FAMILY})
    for mark in picture.marks:
        _draw(drawn, mark, hatches)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _define(root: Element, hatches: list[str]) -> None:
    defined = SubElement(root, "defs")
    for number, colour in enumerate(hatches):
        unit = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)", "width": "6", "height": "6"}
        pattern = SubElement(defined, "pattern", {"id": f"hatch{number}", **unit})
        SubElement(pattern, "line", {"x1": "0", "y1": "0", "x2": "0", "y2": "6", "stroke": colour})


def _draw(into: Element, mark: Mark, hatches: list[str]) -> None:
    match mark:
        case Rect():
            fill = f"url(#hatch{hatches.index(mark.colour)})" if mark.hatched else mark.colour
            SubElement(into, "rect", {"fill": fill, **_box(mark)})
        case Frame():
            SubElement(into, "rect", {"fill": "none", "stroke": mark.colour, **_box(mark)})
        case Line():
            line = {"stroke-width": _number(mark.width), "points": _points(mark.points)}
            SubElement(into, "polyline", {"fill": "none", "stroke": mark.colour, **line})
        case Shape():
            SubElement(into, "polygon", {"fill": mark.colour, "points": _points(mark.points)})
        case Words():
            place = {"x": _number(mark.x), "y": _number(mark.y), "font-size": _number(mark.size), "fill": mark.colour}
            words = SubElement(into, "text", {**place, "font-weight": "bold" if mark.bold else "normal"})
            words.text = printable(mark.text)


def _box(mark: Rect | Frame) -> dict[str, str]:
    values = {"x": mark.x, "y": mark.y, "width": mark.width, "height": mark.height}
    return {name: _number(value) for name, value in values.items()}


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
