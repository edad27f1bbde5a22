"""A document in the looks of a Word file of the user's: a pass over the finished parts."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

from reportgen.errors import InputError, Position
from reportgen.tree.looks import Page
from reportgen.tree.nodes import Document
from reportgen.word.parts import PAGES, furniture_part
from reportgen.word.style_sheet import SheetPart, StyleSheet
from reportgen.writers.docx.furniture import relationships
from reportgen.writers.docx.reference.lists import merged_numbering, new_numbers, renumbered
from reportgen.writers.docx.reference.match import Matches, match
from reportgen.writers.docx.reference.styles import merged_styles
from reportgen.writers.docx.xml import HEADER, NAMESPACES, R, escape

NARROWEST = 5102
"""A page must leave 9 cm for the text, since the column of paragraphs and tables is half as wide there."""

_STYLE_USE = re.compile(r'<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"/>')
_SECTION = re.compile(r"<w:sectPr>(.*?)</w:sectPr>", re.DOTALL)
_REFERENCE = re.compile(r'<w:(header|footer)Reference w:type="(\w+)" r:id="[^"]*"/>')
_FURNITURE = [(kind, which) for kind in ("header", "footer") for which in PAGES]
_THEME = "word/theme/theme1.xml"


def page_of(sheet: StyleSheet, standard: Page) -> Page:
    """The page of a style sheet, in what it does not say the standard one; an `InputError` where no text fits on it."""
    own = sheet.page
    width, right = _first(own.width, standard.width), _first(own.right, standard.side)
    text = width - right - _first(own.left, standard.side)
    text = (text - (own.columns - 1) * own.between) // own.columns
    if text < NARROWEST:
        message = f"its page leaves {round(text / 56.7)} mm for the width of the text, less than {NARROWEST / 56.7:.0f}"
        raise InputError(message, Position(sheet.shown), "change margins or columns of its last section")
    said = {name: getattr(own, name) for name in ("height", "top", "bottom", "header", "footer")}
    found = {name: length for name, length in said.items() if length is not None}
    return replace(standard, width=width, side=right, text=text, **found)


def _first(said: int | None, otherwise: int) -> int:
    return otherwise if said is None else said


def dress(parts: dict[str, bytes], document: Document, sheet: StyleSheet) -> dict[str, bytes]:
    """The parts of a document with styles, page set-up, headers and footers of a style sheet."""
    texts = {name: data.decode() for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    found = match(texts["word/styles.xml"], sheet)
    numbers = new_numbers(texts["word/numbering.xml"], sheet, found)
    texts["word/document.xml"] = _with_section(texts["word/document.xml"], sheet, document.looks.page)
    texts["word/settings.xml"] = _with_settings(texts["word/settings.xml"], sheet)
    texts = {name: _with_ids(text, found) for name, text in texts.items() if name != "word/styles.xml"} | {
        "word/styles.xml": merged_styles(texts["word/styles.xml"], sheet, found, numbers, document.direction)
    }
    texts["word/numbering.xml"] = merged_numbering(texts["word/numbering.xml"], sheet, found, numbers)
    if sheet.fonts:
        texts["word/fontTable.xml"] = f"{HEADER}<w:fonts {NAMESPACES}>{sheet.fonts}</w:fonts>"
    dressed = {**parts, **{name: text.encode() for name, text in texts.items()}}
    if sheet.theme is not None:
        _put(dressed, _THEME, sheet.theme, sheet, sheet.theme.xml)
    return _with_furniture(dressed, document, sheet, numbers) if sheet.furniture else dressed


def _with_ids(text: str, found: Matches) -> str:
    """A part that refers to styles by the ids that they have now."""
    return _STYLE_USE.sub(lambda use: f'<w:{use[1]} w:val="{escape(found.ids.get(use[2], use[2]))}"/>', text)


def _with_section(text: str, sheet: StyleSheet, page: Page) -> str:
    """The document with size, margins, columns and grid of the sheet's page."""
    return _SECTION.sub(lambda section: f"<w:sectPr>{_section(section[1], sheet, page)}</w:sectPr>", text)


def _section(ours: str, sheet: StyleSheet, page: Page) -> str:
    """In the order of the schema; headers are named where there are some."""
    own = dict(sheet.section)
    references = "".join(each[0] for each in _REFERENCE.finditer(ours) if _has(sheet, each[1], each[2]))
    between = "".join(own.get(name, "") for name in ("pgBorders", "lnNumType", "pgNumType", "cols", "vAlign"))
    first = own.get("titlePg", "") if sheet.furniture else "<w:titlePg/>"
    bidi = "<w:bidi/>" if "<w:bidi/>" in ours else ""
    notes = '<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>'
    return f"{references}{notes}{_paper(sheet, page)}{between}{first}{bidi}{own.get('docGrid', '')}"


def _has(sheet: StyleSheet, kind: str, which: str) -> bool:
    return not sheet.furniture or (kind, which) in sheet.furniture


def _paper(sheet: StyleSheet, page: Page) -> str:
    """Size and margins; what the gutter takes is in the left margin of the page that is read."""
    own = sheet.page
    turned = ' w:orient="landscape"' if own.landscape else ""
    left = _first(own.left, page.side) - own.gutter if own.left is not None else page.side
    return (
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.side}" w:bottom="{page.bottom}" w:left="{left}"'
        f' w:header="{page.header}" w:footer="{page.footer}" w:gutter="{own.gutter}"/>'
    )


def _with_settings(text: str, sheet: StyleSheet) -> str:
    """The settings with the switches of the sheet's pages; even pages are ours where headers are."""
    zoom = '<w:zoom w:percent="100"/>'
    switches = "".join(f"<w:{name}/>" for name in ("mirrorMargins", "gutterAtTop") if name in sheet.settings)
    if sheet.furniture and "evenAndOddHeaders" not in sheet.settings:
        text = text.replace("<w:evenAndOddHeaders/>", "")
    return text.replace(zoom, zoom + switches)


def _with_furniture(
    parts: dict[str, bytes], document: Document, sheet: StyleSheet, numbers: dict[int, int]
) -> dict[str, bytes]:
    """The headers and footers of the sheet in place of ours; those that it has not are gone."""
    rows = parts["word/_rels/document.xml.rels"].decode()
    for kind, which in _FURNITURE:
        name = furniture_part(kind, which)
        for ours in (name, f"word/_rels/{kind}-{which}.xml.rels"):
            parts.pop(ours, None)
        own = sheet.furniture.get((kind, which))
        if own is None:
            rows = re.sub(f'<Relationship Id="rId{kind.capitalize()}{which}"[^>]*/>', "", rows)
        else:
            _put(parts, name, own, sheet, renumbered(_filled(own.xml, document), numbers))
    parts["word/_rels/document.xml.rels"] = rows.encode()
    return {name: data for name, data in parts.items() if not name.startswith("word/media/footer-first")}


def _filled(text: str, document: Document) -> str:
    """The text of a header or footer with what its placeholders stand for."""
    values = {
        "symbol": document.symbol,
        "job_number": document.masthead.job_number,
        "language": document.language,
    }
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", escape(value))
    return text


def _put(parts: dict[str, bytes], name: str, part: SheetPart, sheet: StyleSheet, text: str) -> None:
    """Put a part of the sheet into the package, with its pictures and links."""
    folder, _, file = name.rpartition("/")
    parts[name] = f"{HEADER}{text}".encode()
    order = {picture: number for number, picture in enumerate(sorted(sheet.media), 1)}
    inside: dict[str, tuple[str, str]] = {}
    links: dict[str, str] = {}
    for key, target in part.targets.items():
        if target.external:
            links[key] = target.name
            continue
        ending = target.name.rpartition(".")[2].lower()
        picture = f"word/media/reference-{order[target.name]}.{ending}"
        parts[picture] = sheet.media[target.name]
        inside[key] = (f"{R}/image", posixpath.relpath(picture, folder))
    if inside or links:
        parts[f"{folder}/_rels/{file}.rels"] = relationships(inside, links)
