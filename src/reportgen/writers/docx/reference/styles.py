"""Styles of a user's Word file with ours: those of the file stay, and ours that it lacks are added.

A style of the file that stands for one of ours takes over our numbering and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from reportgen.record import record
from reportgen.word.names import VAL, integer, value, w
from reportgen.writers.docx.geometry import BODY
from reportgen.writers.docx.reference.lists import renumber
from reportgen.writers.docx.reference.match import Matches, id_of_style, is_default, is_of_paragraphs
from reportgen.writers.docx.reference.plain import W14, remove, sort
from reportgen.writers.docx.reference.style_sheet import PARAGRAPH, StyleSheet
from reportgen.writers.docx.xml import NAMESPACES

_BEHIND_LANGUAGE = (w("eastAsianLayout"), w("specVanish"), w("oMath"))
_BEHIND_PARAGRAPH = ("w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr")
_NO_LIST = f'<w:numPr {NAMESPACES}><w:numId w:val="0"/></w:numPr>'
_DEFAULTS = f"<w:docDefaults {NAMESPACES}><w:rPrDefault><w:rPr/></w:rPrDefault><w:pPrDefault/></w:docDefaults>"


def merged_styles(
    ours: etree._Element, sheet: StyleSheet, found: Matches, numbers: Mapping[int, int], rtl: bool
) -> BaseOxmlElement:
    """The styles part: defaults and styles of the sheet, then those of ours that it lacks."""
    root = deepcopy(sheet.styles)
    defaults = root.find(w("docDefaults"))
    root.insert(0, _defaults(defaults, ours.find(f"{w('docDefaults')}//{w('lang')}")))
    if defaults is not None:
        root.remove(defaults)
    styles = {id_of_style(style): style for style in root.xpath("./w:style")}
    merging = _Merging(styles, found, numbers, rtl)
    merging.take_over()
    root.extend(merging.added())
    if rtl:
        _say_complex(root)
    return root


def _defaults(theirs: etree._Element | None, language: etree._Element | None) -> etree._Element:
    """The document defaults of the sheet, with our language."""
    made = parse_xml(_DEFAULTS)
    run, paragraph = made[0][0], made[1]
    if theirs is not None:
        run.extend(theirs.findall(f"{w('rPrDefault')}/{w('rPr')}/*"))
        paragraph.extend([each for each in theirs.findall(f"{w('pPrDefault')}/{w('pPr')}") if len(each)][:1])
    if language is not None:
        run.insert(next((at for at, each in enumerate(run) if _is_behind(each)), len(run)), language)
    return made


def _is_behind(element: etree._Element) -> bool:
    return element.tag in _BEHIND_LANGUAGE or element.tag.startswith(f"{{{W14}}}")


def _say_complex(root: etree._Element) -> None:
    """Repeat bold, italic and size for Arabic, to whose letters w:b, w:i and w:sz do not apply (17.3.2)."""
    for latin, complex_ in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
        for element in list(root.iter(w(latin))):
            behind = element.getnext()
            if behind is None or behind.tag != w(complex_):
                copy = deepcopy(element)
                copy.tag = w(complex_)
                element.addnext(copy)


@record
class _Merging:
    """Makes the styles of one document: `styles` are those of the sheet by id, to be changed."""

    styles: Mapping[str, BaseOxmlElement]
    found: Matches
    numbers: Mapping[int, int]
    rtl: bool

    def take_over(self) -> None:
        """Change the styles of the sheet; a style that stands for one of ours takes over our numbering."""
        # A file may lack a default style of some kind; then ours becomes it.
        said = {style.get(w("type")) for style in self.styles.values() if is_default(style)}
        for name, style in self.styles.items():
            ours = self.found.ours.get(name)
            if ours is not None and is_default(ours) and style.get(w("type")) not in said:
                style.set(w("default"), "1")
            if ours is None or not is_of_paragraphs(style):
                renumber(style, self.numbers)
            if is_of_paragraphs(style):
                self._set_paragraph(style, ours)

    def _set_paragraph(self, style: BaseOxmlElement, ours: etree._Element | None) -> None:
        """Set numbering, outline level and direction of a style."""
        properties = style.find(w("pPr"))
        if properties is None:
            made = parse_xml(f"<w:pPr {NAMESPACES}/>")
            style.insert_element_before(made, *_BEHIND_PARAGRAPH)
            properties = made
        if ours is not None:
            self._number(style, properties, ours)
        # Direction is inherited, so it is set only on styles without a base.
        if self.rtl and style.find(w("basedOn")) is None:
            etree.SubElement(properties, w("bidi"))
        sort(properties, PARAGRAPH)
        if not len(properties):
            style.remove(properties)

    def _number(self, style: etree._Element, properties: etree._Element, ours: etree._Element) -> None:
        """Give a style our list, and our outline level if it has none; w:numId 0 removes an inherited list."""
        for other in properties.findall(w("numPr")):
            properties.remove(other)
        numbering, outline = (ours.find(f"{w('pPr')}/{w(name)}") for name in ("numPr", "outlineLvl"))
        if numbering is not None:
            properties.append(deepcopy(numbering))
        elif self._inherits_list(style) and not self._has_list_of_its_base(ours):
            properties.append(parse_xml(_NO_LIST))
        if outline is not None and properties.find(w("outlineLvl")) is None:
            properties.append(deepcopy(outline))

    def _inherits_list(self, style: etree._Element) -> bool:
        """Whether a style that it is based on is numbered."""
        base = self.styles.get(value(style.find(w("basedOn"))) or "")
        while base is not None:
            ours = self.found.ours.get(id_of_style(base))
            number = _list_number(base if ours is None else ours)
            if ours is not None or number is not None:
                return bool(number)
            base = self.styles.get(value(base.find(w("basedOn"))) or "")
        return False

    def _has_list_of_its_base(self, ours: etree._Element) -> bool:
        """Whether our style is based on a numbered one; then its paragraphs name that list themselves."""
        base = value(ours.find(w("basedOn")))
        return any(id_of_style(each) == base and _list_number(each) for each in self.found.ours.values())

    def added(self) -> Iterator[etree._Element]:
        """Our styles that the sheet lacks, in the size and line spacing of the sheet's body text."""
        for ours in self.found.added:
            style = deepcopy(ours)
            style.set(w("styleId"), self.found.ids[id_of_style(ours)])
            style[0].set(VAL, self.found.names[id_of_style(ours)])
            for other in style.iterchildren(w("basedOn"), w("next"), w("link")):
                other.set(VAL, self.found.ids.get(other.get(VAL, ""), other.get(VAL, "")))
            spacing = style.find(f"{w('pPr')}/{w('spacing')}")
            if spacing is None or spacing.get(w("lineRule")) != "exact":
                _take_body_size(style, spacing)
            yield style


def _list_number(style: etree._Element) -> int | None:
    return integer(value(style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")))


def _take_body_size(style: etree._Element, spacing: etree._Element | None) -> None:
    """Remove size and line spacing of our body text, so that the style inherits those of the sheet."""
    run = style.find(w("rPr"))
    if run is not None and value(run.find(w("sz"))) == str(BODY):
        for each in run.findall(w("sz")) + run.findall(w("szCs")):
            remove(each)
        if not len(run):
            style.remove(run)
    if spacing is not None and (spacing.get(w("line")), spacing.get(w("lineRule"))) == ("240", "atLeast"):
        del spacing.attrib[w("line")], spacing.attrib[w("lineRule")]
