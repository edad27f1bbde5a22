"""Elements of a Word file as text, in the prefixes w and w14 alone: what other namespaces hold is left out.

A file says itself that what newer programs added may be ignored (mc:Ignorable); w14 is kept for the effects of text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from reportgen.word.names import ALTERNATE, FALLBACK
from reportgen.word.style_sheet import Pieces

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": " ", "\t": " "})

_ALIGNED = ("w:jc", "w:lvlJc")
_SIDES = {"start": "left", "end": "right"}
"""What ISO/IEC 29500 Strict calls the sides that Word calls left and right, whichever way the text runs."""

_DEEPEST = 20
"""No style or list is nested deeper than half of this; what is, is left out."""


def markup(element: etree._Element, without: Collection[str] = ()) -> str:
    """The XML of an element that holds no text, without the elements and attributes of some names."""
    name = _name(element.tag, without)
    if not name:
        return ""
    sides = _SIDES if name in _ALIGNED else {}
    named = ((_name(key, without), sides.get(str(said), str(said))) for key, said in element.attrib.items())
    attributes = "".join(f' {key}="{said.translate(_ESCAPES)}"' for key, said in named if key)
    content = inner(element, without)
    return f"<{name}{attributes}>{content}</{name}>" if content else f"<{name}{attributes}/>"


def inner(element: etree._Element | None, without: Collection[str] = ()) -> str:
    """The XML of what an element holds."""
    return "".join(xml for _, xml in pieces(element, without))


def pieces(element: etree._Element | None, without: Collection[str] = ()) -> Pieces:
    """The elements in an element by name; nothing where there is no element."""
    if element is None or sum(1 for _ in element.iterancestors()) > _DEEPEST:
        return ()
    found = ((str(child.tag).rpartition("}")[2], markup(child, without)) for child in _children(element))
    return tuple((name, xml) for name, xml in found if xml)


def _children(element: etree._Element) -> Iterator[etree._Element]:
    """What an element holds; of alternatives the one for programs that know no newer ones."""
    for child in element:
        if child.tag == ALTERNATE:
            fallback = child.find(FALLBACK)
            yield from fallback if fallback is not None else ()
        else:
            yield child


def _name(full: object, without: Collection[str]) -> str:
    """The name with its prefix; nothing for names that are left out and for those of other namespaces."""
    namespace, _, local = str(full)[1:].partition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix and local not in without else ""
