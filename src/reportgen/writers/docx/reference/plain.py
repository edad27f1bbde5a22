"""Elements of a foreign Word file without extensions: everything outside the main namespaces is left out.

A file declares its extensions as ignorable (mc:Ignorable); only w14 is kept, for text effects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from reportgen.word.names import ALTERNATE, FALLBACK, VAL, w
from reportgen.writers.docx.xml import NAMESPACES, W

_Find = Callable[[etree._Element], Any]

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
LEFT_OUT = ("lang", "bidi", "rsid", "lvlPicBulletId", "pPrChange", "rPrChange", "p", "r", "hyperlink")
"""Language and direction belong to our text; revision ids mean nothing; picture bullets would need their pictures.

Styles and lists hold no text; a broken file that has some does not pass it on.
"""

_IGNORABLE = (
    f' xmlns:w14="{W14}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_FOREIGN = f"namespace-uri() != '{W}' and namespace-uri() != '{W14}'"
_FOREIGN_ELEMENTS: _Find = etree.XPath(f"descendant::*[{_FOREIGN}]")
_FOREIGN_ATTRIBUTES: _Find = etree.XPath(f"descendant-or-self::*[namespace-uri() = '{W}']/@*[namespace-uri() != '{W}']")
_TEXTS: _Find = etree.XPath("descendant::text()")
_SIDES = {"start": "left", "end": "right"}
"""Names of sides in ISO/IEC 29500 Strict; Word itself writes left for start, whichever way the text runs."""


# lxml puts a copy in its place at once, but takes the square of its size for an element that stood somewhere else.


def make_plain(root: etree._Element, without: Sequence[str] = LEFT_OUT) -> None:
    """Strip an element that holds no text of foreign content, and of the elements and attributes named in `without`."""
    for alternate in list(root.iter(ALTERNATE)):
        # The fallback is what programs without the extension show; its content replaces the alternative.
        fallback = alternate.find(FALLBACK)
        for child in list(fallback) if fallback is not None else ():
            alternate.addprevious(child)
    for element in _FOREIGN_ELEMENTS(root):
        remove(element)
    for attribute in _FOREIGN_ATTRIBUTES(root):
        del attribute.getparent().attrib[attribute.attrname]
    etree.strip_elements(root, *map(w, without), with_tail=False)
    etree.strip_attributes(root, *map(w, without))
    etree.cleanup_namespaces(root)
    for text in _TEXTS(root):
        setattr(text.getparent(), "tail" if text.is_tail else "text", None)
    for element in root.iter(w("jc"), w("lvlJc")):
        element.set(VAL, _SIDES.get(element.get(VAL, ""), element.get(VAL, "")))


def root_with(name: str, children: Iterable[etree._Element]) -> BaseOxmlElement:
    """The root element of a part with these children; it declares newer effects where there are some."""
    held = list(children)
    newer = _IGNORABLE if any(next(child.iter(f"{{{W14}}}*"), None) is not None for child in held) else ""
    root = parse_xml(f"<w:{name} {NAMESPACES}{newer}/>")
    root.extend(map(deepcopy, held))
    return root


def sort(element: etree._Element, names: tuple[str, ...]) -> None:
    """Put what an element holds into the order of the schema; what is not named there comes last."""
    places = _places(names)
    found = [places.get(child.tag, len(places)) for child in element]
    if found != sorted(found):
        element[:] = sorted(map(deepcopy, element), key=lambda child: places.get(child.tag, len(places)))


@cache
def _places(names: tuple[str, ...]) -> dict[str, int]:
    return {w(name): place for place, name in enumerate(names)}


def remove(element: etree._Element) -> None:
    """Take an element out of the one that holds it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
