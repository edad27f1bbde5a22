"""What drawings hold beside their picture: text boxes, and what the picture shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from reportgen.word.names import ALTERNATE, PICTURE, SHAPE, alternatives, integer, w

_BOX = w("txbxContent")
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BLIP, _OLD_PICTURE = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_EMU_IN_A_POINT = 12_700


@dataclass(slots=True)
class FoundPicture:
    """A picture in a drawing: what the text calls its part, its width in points (0: not said), what it shows."""

    relationship: str
    width: int
    description: str


def descriptions(element: etree._Element) -> list[str]:
    """The alternative texts of the pictures in a drawing."""
    if element.tag == ALTERNATE:
        branch = alternatives(element)
        return descriptions(branch) if branch is not None else []
    said = [each.get("descr") for each in element.iter(PICTURE)] + [each.get("alt") for each in element.iter(SHAPE)]
    return [text for text in said if text]


def pictures_in(element: etree._Element) -> Iterator[FoundPicture]:
    """The pictures in a drawing."""
    if element.tag == ALTERNATE:
        branch = alternatives(element)
        yield from pictures_in(branch) if branch is not None else ()
        return
    extent = next(element.iter(_EXTENT), None)
    width = (integer(extent.get("cx")) or 0) // _EMU_IN_A_POINT if extent is not None else 0
    said = " ".join(descriptions(element))
    names = [(each, "embed") for each in element.iter(_BLIP)] + [(each, "id") for each in element.iter(_OLD_PICTURE)]
    for each, name in names:
        yield FoundPicture(each.get(f"{_RELATED}{name}", ""), width, said)


def find_boxes(element: etree._Element, boxes: list[etree._Element]) -> None:
    """The text boxes in a drawing, not those inside them."""
    if element.tag == ALTERNATE:
        branch = alternatives(element)
        children: Iterable[etree._Element] = branch if branch is not None else ()
    else:
        children = element
    for child in children:
        if child.tag == _BOX:
            boxes.append(child)
        else:
            find_boxes(child, boxes)
