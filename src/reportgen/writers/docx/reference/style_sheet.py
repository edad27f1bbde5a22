"""A user's Word file as a style sheet: its styles, lists, page set-up, headers and footers; not its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.parser import element_class_lookup, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from reportgen.word.names import integer, is_on, value, w
from reportgen.word.package import MOST_LISTS, MOST_LOOKS, MOST_STYLES, Package, open_package
from reportgen.word.style_bases import check_bases
from reportgen.writers.docx.reference.furniture import Furniture, SheetPart
from reportgen.writers.docx.reference.plain import make_plain, root_with, sort
from reportgen.writers.docx.xml import NAMESPACES

SETTINGS = ("mirrorMargins", "gutterAtTop", "evenAndOddHeaders")
"""The switches in settings.xml that belong to the page set-up."""

_NOT_OF_FONTS = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic", "characterSet")
"""Embedded fonts are not copied, and LibreOffice writes character sets that the schema does not allow."""

STYLE = (
    "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
    "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "pPr", "rPr", "tblPr",
    "trPr", "tcPr", "tblStylePr",
)  # fmt: skip
"""The children of w:style in the order of the schema, which LibreOffice does not keep."""

PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr",
)  # fmt: skip
"""The same for the properties of a paragraph."""

ReferenceLists = Mapping[int, tuple[etree._Element, etree._Element]]
"""Lists by number: w:num, and the w:abstractNum that it is made of."""


@dataclass(frozen=True, slots=True, eq=False)
class StyleSheet:
    """All that a document takes from a Word file; its elements are copied, never changed. `shown` names it in messages.

    `furniture` are headers and footers by kind and pages (header, even), none where ours are to stand; `settings` are
    switches that are on; `media` are the pictures of all parts by name.
    """

    shown: str
    styles: BaseOxmlElement
    lists: ReferenceLists
    section: BaseOxmlElement
    settings: frozenset[str]
    furniture: Mapping[tuple[str, str], SheetPart]
    theme: SheetPart | None
    fonts: BaseOxmlElement | None
    media: Mapping[str, bytes]


def read_style_sheet(data: bytes, shown: str) -> StyleSheet:
    """What a document can take from a Word file; an `InputError` with one clear line where the file cannot be used."""
    package = open_package(data, shown, element_class_lookup)
    main = package.main_part()
    root = package.root(main)
    if root.tag != w("document") or root.find(w("body")) is None:
        raise package.error("the file holds no Word document", "give a .docx file")
    # Their code would not be copied, but the user should learn that the file holds some.
    _check_macros(package)
    styles = package.related_root(main, "styles")
    if styles is None or styles.find(w("style")) is None:
        raise package.error("the file has no styles", "save it anew from Word, or give a file that Word made")
    package.check_elements(styles, "styles", MOST_LOOKS)
    make_plain(styles)
    settings = package.related_root(main, "settings")
    switches = frozenset(name for name in SETTINGS if settings is not None and is_on(settings.find(w(name))))
    # A tracked change holds the old set-up as a w:sectPr too; it is not one of the file.
    changed = {each for change in root.iter(w("sectPrChange")) for each in change}
    sections = [each for each in root.iter(w("sectPr")) if each not in changed]
    furniture, numbering = Furniture(package, main), package.related_root(main, "numbering")
    fonts = package.related_root(main, "fontTable")
    if fonts is not None:
        package.check_elements(fonts, "list of fonts", MOST_LOOKS)
        make_plain(fonts, _NOT_OF_FONTS)
    return StyleSheet(
        shown=shown,
        styles=_styles(styles, package),
        lists=dict(_lists(numbering, package)) if numbering is not None else {},
        section=_section(sections),
        settings=switches,
        furniture=furniture.read(sections, switches),
        theme=furniture.theme(),
        fonts=root_with("fonts", fonts) if fonts is not None and len(fonts) else None,
        media=furniture.media,
    )


def _check_macros(package: Package) -> None:
    name = "[Content_Types].xml"
    types = package.data(name) if name in package.archive.NameToInfo else b""
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise package.error("the file holds macros (.docm, .dotm)", "save it as .docx")


def _styles(root: etree._Element, package: Package) -> BaseOxmlElement:
    """The defaults and every style, the first of each id; links to missing styles are dropped.

    An `InputError` where styles are based on one another in a circle.
    """
    styles: dict[str, etree._Element] = {}
    for style in root.iterchildren(w("style")):
        if style.get(w("styleId")) and value(style.find(w("name"))):
            styles.setdefault(style.get(w("styleId"), ""), style)
    package.check_count(len(styles), "styles", MOST_STYLES)
    for name, style in styles.items():
        for other in list(style.iterchildren(w("basedOn"), w("next"), w("link"))):
            if value(other) not in styles or (other.tag == w("basedOn") and value(other) == name):
                style.remove(other)
        sort(style, STYLE)
        for properties in style.iterchildren(w("pPr")):
            sort(properties, PARAGRAPH)
    check_bases({name: value(style.find(w("basedOn"))) for name, style in styles.items()}, package)
    heads = [each for name in ("docDefaults", "latentStyles") for each in root.findall(w(name))[:1]]
    return root_with("styles", (*heads, *styles.values()))


def _lists(root: etree._Element, package: Package) -> Iterator[tuple[int, tuple[etree._Element, etree._Element]]]:
    """Every list that is made of an abstract list of the file."""
    package.check_count(len(root.findall(w("num"))), "lists", MOST_LISTS)
    package.check_elements(root, "lists", MOST_LOOKS)
    make_plain(root)
    abstracts = {integer(each.get(w("abstractNumId"))): each for each in root.iterchildren(w("abstractNum"))}
    for each in root.iterchildren(w("num")):
        number, abstract = integer(each.get(w("numId"))), integer(value(each.find(w("abstractNumId"))))
        if number and abstract is not None and abstract in abstracts:
            yield number, (each, abstracts[abstract])


def _section(sections: list[etree._Element]) -> BaseOxmlElement:
    """The set-up of the last section, an empty one where the file has none."""
    section = parse_xml(f"<w:sectPr {NAMESPACES}/>")
    section.extend(deepcopy(list(sections[-1])) if sections else [])
    make_plain(section)
    return section
