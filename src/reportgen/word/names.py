"""Names of WordprocessingML as lxml has them, and how values are read."""

from __future__ import annotations

import re

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_INTEGER = re.compile(r"\s*([-+]?[0-9]{1,9})(?:\.[0-9]*)?\s*\Z")
_OFF = ("0", "false", "off", "none")

VAL = f"{_W}val"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
MATHS = tuple(
    f"{{http://schemas.openxmlformats.org/officeDocument/2006/math}}{name}" for name in ("oMath", "oMathPara")
)
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
SHAPE = "{urn:schemas-microsoft-com:vml}shape"
ALTERNATE, CHOICE, FALLBACK = (f"{_COMPATIBILITY}{name}" for name in ("AlternateContent", "Choice", "Fallback"))


def w(name: str) -> str:
    """The full name of an element or attribute of Word."""
    return _W + name


def value(element: etree._Element | None) -> str | None:
    """What w:val says, or None where there is no element or no value."""
    return None if element is None else element.get(VAL)


def integer(text: str | None) -> int | None:
    """A whole number; None where there is none, as there may be in a broken file."""
    match = _INTEGER.match(text) if text else None
    return int(match[1]) if match else None


def number(parent: etree._Element, name: str) -> int | None:
    """The whole number that a child element says."""
    return integer(value(parent.find(_W + name)))


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a switch (w:vanish) is on; None where it is not there."""
    if element is None:
        return None
    # A switch without a value is on (ISO/IEC 29500, 17.17.4).
    return element.get(VAL, "1") not in _OFF


def alternatives(element: etree._Element) -> etree._Element | None:
    """The branch of mc:AlternateContent that Word takes: the first one, else the fallback."""
    choice = element.find(CHOICE)
    return choice if choice is not None else element.find(FALLBACK)
