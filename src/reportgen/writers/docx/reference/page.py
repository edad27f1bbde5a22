"""The page of a user's Word file: size, margins, columns, grid, and which pages have headers of their own."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from docx.oxml.simpletypes import ST_SignedTwipsMeasure
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from reportgen.errors import InputError, Position
from reportgen.tree.looks import Page
from reportgen.word.names import integer, w
from reportgen.writers.docx.reference.plain import remove
from reportgen.writers.docx.reference.style_sheet import StyleSheet

NARROWEST = 5102
"""A page must leave 9 cm for the text, since the column of paragraphs and tables is half as wide there."""

_LONGEST = 31_680
"""Twips of the longest side of a page that Word has, 22 inches."""

_TAKEN = ("pgBorders", "lnNumType", "pgNumType", "cols", "vAlign", "titlePg", "docGrid")
_ORDER = ("w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols", "w:vAlign", "w:titlePg", "w:bidi", "w:docGrid")
"""What is taken of a section beside size and margins; the order of the schema."""


def reference_page(sheet: StyleSheet, standard: Page) -> Page:
    """The page of a style sheet, the standard one where it says nothing; an `InputError` where no text fits on it."""
    own = sheet.section
    width = _length(own, "pgSz", "w", standard.width)
    left, right = (_length(own, "pgMar", side, standard.side) for side in ("left", "right"))
    columns = max(1, integer(_said(own, "cols", "num")) or 1)
    text = width - right - left - _length(own, "pgMar", "gutter", 0)
    text = (text - (columns - 1) * _length(own, "cols", "space", 720)) // columns
    if text < NARROWEST:
        message = f"its page leaves {round(text / 56.7)} mm for the width of the text, less than {NARROWEST / 56.7:.0f}"
        raise InputError(message, Position(sheet.shown), "change margins or columns of its last section")
    return replace(
        standard,
        width=width,
        height=_length(own, "pgSz", "h", standard.height),
        side=right,
        text=text,
        top=_length(own, "pgMar", "top", standard.top),
        bottom=_length(own, "pgMar", "bottom", standard.bottom),
        header=_length(own, "pgMar", "header", standard.header),
        footer=_length(own, "pgMar", "footer", standard.footer),
    )


def set_page(section: BaseOxmlElement, sheet: StyleSheet, page: Page) -> None:
    """Give our section size, margins, columns and grid of the sheet's; headers are named where there are some."""
    for kind in ("header", "footer"):
        for reference in section.findall(w(f"{kind}Reference")):
            if sheet.furniture and (kind, reference.get(w("type"))) not in sheet.furniture:
                remove(reference)
    if sheet.furniture:
        section.remove_all("w:titlePg")
    _set_paper(section, sheet.section, page)
    for name in _TAKEN:
        for theirs in sheet.section.xpath(f"./w:{name}[1]") if name != "titlePg" or sheet.furniture else ():
            section.insert_element_before(deepcopy(theirs), *_ORDER[_ORDER.index(f"w:{name}") + 1 :])


def _set_paper(section: etree._Element, theirs: etree._Element, page: Page) -> None:
    """Set size and margins; the gutter comes on top of the left margin."""
    left, gutter = _length(theirs, "pgMar", "left", page.side), _length(theirs, "pgMar", "gutter", 0)
    for size in section.iterchildren(w("pgSz")):
        size.set(w("w"), str(page.width))
        size.set(w("h"), str(page.height))
        if _said(theirs, "pgSz", "orient") == "landscape":
            size.set(w("orient"), "landscape")
    lengths = {"top": page.top, "right": page.side, "bottom": page.bottom, "left": left, "header": page.header}
    for margins in section.iterchildren(w("pgMar")):
        for name, length in {**lengths, "footer": page.footer, "gutter": gutter}.items():
            margins.set(w(name), str(length))


def set_switches(settings: etree._Element, sheet: StyleSheet) -> None:
    """Copy the page switches of the sheet into the settings; w:evenAndOddHeaders only along with its headers."""
    for even in settings.findall(w("evenAndOddHeaders")):
        if sheet.furniture and "evenAndOddHeaders" not in sheet.settings:
            settings.remove(even)
    switches = [name for name in ("mirrorMargins", "gutterAtTop") if name in sheet.settings]
    for zoom in settings.findall(w("zoom")):
        for name in reversed(switches):
            zoom.addnext(zoom.makeelement(w(name)))


def _said(section: etree._Element, name: str, attribute: str) -> str:
    found = section.find(w(name))
    return found.get(w(attribute), "").strip() if found is not None else ""


def _length(section: etree._Element, name: str, attribute: str, otherwise: int) -> int:
    """A length in twips, also from one with a unit (21cm); `otherwise` where there is none, or one no page can have."""
    try:
        twips: int = ST_SignedTwipsMeasure.convert_from_xml(_said(section, name, attribute)).twips
    except (ValueError, OverflowError, KeyError):
        return otherwise
    return twips if abs(twips) <= _LONGEST else otherwise
