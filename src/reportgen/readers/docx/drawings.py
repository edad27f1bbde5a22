"""What drawings hold beside their picture: text boxes, and what the picture shows."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from reportgen.word.names import ALTERNATE, PICTURE, SHAPE, alternatives, w

_BOX = w("txbxContent")


def descriptions(element: etree._Element) -> list[str]:
    """The alternative texts of the pictures in a drawing."""
    if element.tag == ALTERNATE:
        branch = alternatives(element)
        return descriptions(branch) if branch is not None else []
    said = [each.get("descr") for each in element.iter(PICTURE)] + [each.get("alt") for each in element.iter(SHAPE)]
    return [text for text in said if text]


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
