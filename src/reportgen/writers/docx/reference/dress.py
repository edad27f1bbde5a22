"""A document in the looks of a user's Word file: a pass over the finished parts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from copy import deepcopy

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from reportgen.tree import nodes as tree
from reportgen.tree.text import legal_in_xml
from reportgen.word.names import VAL, w
from reportgen.word.parts import PAGES, furniture_part
from reportgen.writers.docx.furniture import relationships
from reportgen.writers.docx.reference.furniture import SheetPart
from reportgen.writers.docx.reference.lists import merge_lists, new_numbers, renumber
from reportgen.writers.docx.reference.match import match_styles
from reportgen.writers.docx.reference.page import set_page, set_switches
from reportgen.writers.docx.reference.style_sheet import StyleSheet
from reportgen.writers.docx.reference.styles import merged_styles
from reportgen.writers.docx.xml import HEADER, R

_DOCUMENT, _STYLES, _NUMBERING, _SETTINGS, _FONTS, _THEME = (
    f"word/{name}.xml" for name in ("document", "styles", "numbering", "settings", "fontTable", "theme/theme1")
)
_DOCUMENT_PARTS = "word/_rels/document.xml.rels"


def dress(parts: Mapping[str, bytes], document: tree.Document, sheet: StyleSheet) -> dict[str, bytes]:
    """The parts of a document with styles, page set-up, headers and footers of a style sheet."""
    read: dict[str, BaseOxmlElement] = {
        name: parse_xml(data) for name, data in parts.items() if name.endswith(".xml") and name.startswith("word/")
    }
    # What the sheet does not change keeps its own bytes: only parts whose XML differs are written again.
    written = {name: _text(root) for name, root in read.items()}
    found = match_styles(*(root.iterchildren(w("style")) for root in (read[_STYLES], sheet.styles)))
    numbers = new_numbers(read[_NUMBERING], sheet, found)
    for name, root in read.items():
        if name != _STYLES:
            _rename_styles(root, found.ids)
    for section in read[_DOCUMENT].xpath(".//w:sectPr"):
        set_page(section, sheet, document.looks.page)
    set_switches(read[_SETTINGS], sheet)
    read[_STYLES] = merged_styles(read[_STYLES], sheet, found, numbers, document.direction == "rtl")
    merge_lists(read[_NUMBERING], sheet, found, numbers)
    if sheet.fonts is not None:
        read[_FONTS] = sheet.fonts
    now = {name: _text(root) for name, root in read.items()}
    dressed = {**parts, **{name: _part(text) for name, text in now.items() if text != written[name]}}
    if sheet.theme is not None and _text(sheet.theme.root) != written[_THEME]:
        dressed |= _with_pictures(_THEME, sheet.theme.root, sheet.theme, sheet)
    return _with_furniture(dressed, document, sheet, numbers) if sheet.furniture else dressed


def _text(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode")


def _part(text: str) -> bytes:
    return f"{HEADER}{text}".encode()


def _rename_styles(root: etree._Element, ids: Mapping[str, str]) -> None:
    """Have a part refer to styles by the ids that they have now."""
    for use in root.iter(w("pStyle"), w("rStyle"), w("tblStyle")):
        name = use.get(VAL, "")
        use.set(VAL, ids.get(name, name))


def _with_furniture(
    parts: dict[str, bytes], document: tree.Document, sheet: StyleSheet, numbers: Mapping[int, int]
) -> dict[str, bytes]:
    """The parts with the headers and footers of the sheet in place of all of ours, QR code included."""
    kept = {name: data for name, data in parts.items() if not name.startswith("word/media/footer-first")}
    rows = parse_xml(kept[_DOCUMENT_PARTS])
    targets = {row.get("Target", ""): row for row in rows}
    for key in ((kind, pages) for kind in ("header", "footer") for pages in PAGES):
        name = furniture_part(*key)
        # Our own relationships go with our part, or they would point to pictures that are gone.
        kept.pop(_relationships_of(name), None)
        part = sheet.furniture.get(key)
        if part is None:
            del kept[name]
            rows.remove(targets[name.removeprefix("word/")])
        else:
            root = deepcopy(part.root)
            renumber(root, numbers)
            _fill(root, document)
            kept |= _with_pictures(name, root, part, sheet)
    return kept | {_DOCUMENT_PARTS: _part(_text(rows))}


def _fill(root: etree._Element, document: tree.Document) -> None:
    """Fill the placeholders of a header or footer: {symbol}, {job_number}, {language}."""
    job_number = document.masthead.job_number
    values = {"symbol": document.symbol, "job_number": job_number, "language": document.language}
    for element in root.iter():
        for name, value in values.items():
            place, text = f"{{{name}}}", legal_in_xml(value)
            if not len(element) and element.text and place in element.text:
                element.text = element.text.replace(place, text)
            for key, said in element.attrib.items():
                if place in str(said):
                    element.set(key, str(said).replace(place, text))


def _with_pictures(name: str, root: etree._Element, part: SheetPart, sheet: StyleSheet) -> dict[str, bytes]:
    """A part of the sheet under our name for it, with its pictures and links."""
    numbers = {picture: number for number, picture in enumerate(sorted(sheet.media), 1)}
    made = {name: _part(_text(root))}
    inside: dict[str, tuple[str, str]] = {}
    for key, target in part.targets.items():
        if not target.external:
            picture = f"word/media/reference-{numbers[target.name]}.{target.name.rpartition('.')[2].lower()}"
            made[picture] = sheet.media[target.name]
            inside[key] = (f"{R}/image", posixpath.relpath(picture, posixpath.dirname(name)))
    links = {key: target.name for key, target in part.targets.items() if target.external}
    return {**made, _relationships_of(name): relationships(inside, links)} if inside or links else made


def _relationships_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return f"{folder}/_rels/{file}.rels"
