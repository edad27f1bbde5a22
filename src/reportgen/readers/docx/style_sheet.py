"""A Word file of the user's as a style sheet: its styles, lists, page set-up, headers and footers; not its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from reportgen.readers.docx.furniture import Furniture
from reportgen.readers.docx.markup import inner, markup, pieces
from reportgen.readers.docx.styles import Styles
from reportgen.word.names import integer, is_on, number, value, w
from reportgen.word.package import LARGEST_FILE, MOST_LISTS, Package, open_package
from reportgen.word.style_sheet import SheetList, SheetPage, SheetStyle, StyleSheet
from reportgen.workspace import read_file

SECTION = ("pgBorders", "lnNumType", "pgNumType", "cols", "vAlign", "titlePg", "docGrid")
"""What is taken of the set-up of a section beside the size and margins of the page, in the order of the schema."""

SETTINGS = ("mirrorMargins", "gutterAtTop", "evenAndOddHeaders")
"""The switches of a file that are of its page set-up."""

_LEFT_OUT = ("lang", "bidi", "rsid", "lvlPicBulletId")
"""The language and direction of a text are its own; revision numbers say nothing; pictures as bullets become text."""

_NOT_OF_FONTS = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic", "characterSet")
"""Fonts in the file stay there; LibreOffice names character sets that the schema has not."""

_HEAD = (
    "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
    "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply",
)  # fmt: skip
_TO_STYLES = ("basedOn", "next", "link")
_LENGTH = re.compile(r"\s*(-?[0-9]{1,6}(?:\.[0-9]{1,6})?)(mm|cm|in|pt|pc|pi)?\s*\Z")
_UNITS = {"mm": 56.6929, "cm": 566.929, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, None: 1.0}


def read_style_sheet(path: Path, shown: str) -> StyleSheet:
    """What a document can take from a Word file; an `InputError` with one clear line where the file cannot be used."""
    package = open_package(read_file(path, shown, LARGEST_FILE), shown)
    main = package.main_part()
    root = package.root(main)
    if root.tag != w("document") or root.find(w("body")) is None:
        raise package.error("the file holds no Word document", "give a .docx file")
    _check_macros(package)
    styles = package.related_root(main, "styles")
    if styles is None or styles.find(w("style")) is None:
        raise package.error("the file has no styles", "save it anew from Word, or give a file that Word made")
    Styles(styles, package)
    defaults = styles.find(w("docDefaults"))
    settings = package.related_root(main, "settings")
    switches = frozenset(name for name in SETTINGS if settings is not None and is_on(settings.find(w(name))))
    sections = [each for each in root.iter(w("sectPr")) if _is_in_force(each)]
    last = sections[-1] if sections else None
    furniture = Furniture(package, main)
    latent = styles.find(w("latentStyles"))
    return StyleSheet(
        shown=shown,
        styles=tuple(_styles(styles)),
        run_defaults=_defaults(defaults, "rPr"),
        paragraph_defaults=_defaults(defaults, "pPr"),
        latent=markup(latent) if latent is not None else "",
        lists=tuple(_lists(package.related_root(main, "numbering"), package)),
        page=_page(last),
        section=_section(last),
        settings=switches,
        furniture=furniture.read(sections, switches, last is not None and bool(is_on(last.find(w("titlePg"))))),
        theme=furniture.theme(),
        fonts=inner(package.related_root(main, "fontTable"), _NOT_OF_FONTS),
        media=furniture.media,
    )


def _check_macros(package: Package) -> None:
    name = "[Content_Types].xml"
    types = package.data(name) if name in package.archive.NameToInfo else b""
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise package.error("the file holds macros (.docm, .dotm)", "save it as .docx")


def _is_in_force(section: etree._Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag != w("sectPrChange")


def _defaults(defaults: etree._Element | None, name: str) -> tuple[tuple[str, str], ...]:
    found = defaults.find(f"{w(f'{name}Default')}/{w(name)}") if defaults is not None else None
    return pieces(found, _LEFT_OUT)


def _styles(root: etree._Element) -> Iterator[SheetStyle]:
    """Every style, the first one of an id."""
    elements: dict[str, etree._Element] = {}
    for element in root.iterchildren(w("style")):
        if element.get(w("styleId")) and value(element.find(w("name"))):
            elements.setdefault(element.get(w("styleId"), ""), element)
    for name, element in elements.items():
        yield _style(name, element, elements)


def _style(name: str, element: etree._Element, known: dict[str, etree._Element]) -> SheetStyle:
    paragraph = element.find(w("pPr"))
    numbering = paragraph.find(w("numPr")) if paragraph is not None else None
    based_on = value(element.find(w("basedOn"))) or ""
    astray = [each for each in _TO_STYLES if value(element.find(w(each))) not in known]
    without = {*_LEFT_OUT, *astray, "pPrChange", "rPrChange"}
    everything = pieces(element, without)
    return SheetStyle(
        id=name,
        name=value(element.find(w("name"))) or "",
        kind=element.get(w("type"), "paragraph"),
        based_on=based_on if based_on in known else "",
        default=element.get(w("default")) in ("1", "true", "on"),
        custom=element.get(w("customStyle")) in ("1", "true", "on"),
        head="".join(xml for each in _HEAD for found, xml in everything if found == each),
        paragraph=pieces(paragraph, without),
        tail="".join(xml for found, xml in everything if found not in (*_HEAD, "pPr")),
        list_number=number(numbering, "numId") if numbering is not None else None,
    )


def _lists(root: etree._Element | None, package: Package) -> Iterator[SheetList]:
    """Every list that is made of an abstract list of the file."""
    if root is None:
        return
    abstracts = {integer(each.get(w("abstractNumId"))): each for each in root.iterchildren(w("abstractNum"))}
    elements = {integer(each.get(w("numId"))): each for each in root.iterchildren(w("num"))}
    package.check_count(len(elements), "lists", MOST_LISTS)
    for found, element in elements.items():
        abstract = number(element, "abstractNumId")
        if found and abstract is not None and abstract in abstracts:
            overrides = inner(element, (*_LEFT_OUT, "abstractNumId"))
            yield SheetList(found, abstract, overrides, inner(abstracts[abstract], _LEFT_OUT))


def _page(section: etree._Element | None) -> SheetPage:
    size, margins, columns = (_child(section, name) for name in ("pgSz", "pgMar", "cols"))
    gutter = _twips(margins.get("gutter")) or 0
    left = _twips(margins.get("left", margins.get("start")))
    return SheetPage(
        width=_twips(size.get("w")),
        height=_twips(size.get("h")),
        landscape=size.get("orient") == "landscape",
        left=left + gutter if left is not None else None,
        right=_twips(margins.get("right", margins.get("end"))),
        **{name: _twips(margins.get(name)) for name in ("top", "bottom", "header", "footer")},
        gutter=gutter,
        columns=max(1, integer(columns.get("num")) or 1),
        between=_twips(columns.get("space", "720")) or 0,
    )


def _child(section: etree._Element | None, name: str) -> dict[str, str]:
    """The attributes of a child element by their names without namespace."""
    found = section.find(w(name)) if section is not None else None
    return {etree.QName(key).localname: str(said) for key, said in found.attrib.items()} if found is not None else {}


def _twips(text: str | None) -> int | None:
    """A length in twips, written as a number of them or with a unit (21cm)."""
    match = _LENGTH.match(text) if text else None
    return round(float(match[1]) * _UNITS[match[2]]) if match else None


def _section(section: etree._Element | None) -> tuple[tuple[str, str], ...]:
    found = dict(pieces(section))
    return tuple((name, found[name]) for name in SECTION if name in found)
