"""Styles of a Word file of the user's with ours: those of the file stay as they are, what it has not is added.

A style of the file in which our paragraphs are written takes the numbering of ours, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.word.style_sheet import SheetStyle, StyleSheet
from reportgen.writers.docx.geometry import BODY
from reportgen.writers.docx.reference.lists import renumbered
from reportgen.writers.docx.reference.match import Matches, OurStyle
from reportgen.writers.docx.xml import HEADER, NAMESPACES, escape

_W14 = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
)
_BEHIND_LANGUAGE = ("<w:eastAsianLayout", "<w:specVanish", "<w:oMath", "<w14:")
_LANGUAGE = re.compile(r"<w:lang [^>]*/>")
_NUMBERING = re.compile(r"<w:numPr>.*?</w:numPr>")
_OUTLINE = re.compile(r"<w:outlineLvl [^>]*/>")
_REFERENCE = re.compile(r'<w:(basedOn|next|link) w:val="([^"]*)"/>')
_NORMAL_SIZE = re.compile(rf'<w:sz w:val="{BODY}"/><w:szCs w:val="\d+"/>')
_NORMAL_LINE = ' w:line="240" w:lineRule="atLeast"'
_COMPLEX = (("b", "bCs"), ("i", "iCs"), ("sz", "szCs"))
_NO_LIST = '<w:numPr><w:numId w:val="0"/></w:numPr>'
_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr",
)  # fmt: skip
"""Paragraph properties in the order of the schema."""


def merged_styles(text: str, sheet: StyleSheet, found: Matches, numbers: Mapping[int, int], direction: str) -> str:
    """The styles part: defaults and styles of the sheet, then those of ours that it has not."""
    language = _LANGUAGE.search(text)
    merging = _Merging(sheet, found, numbers, direction == "rtl")
    defaults = _defaults(sheet, language[0] if language else "")
    styles = "".join(merging.own(style) for style in sheet.styles) + "".join(merging.added())
    if merging.rtl:
        defaults, styles = _with_complex(defaults), _with_complex(styles)
    newer = f" {_W14}" if "<w14:" in defaults + styles else ""
    return f"{HEADER}<w:styles {NAMESPACES}{newer}>{defaults}{sheet.latent}{styles}</w:styles>"


def _defaults(sheet: StyleSheet, language: str) -> str:
    """The document defaults: all of the sheet's but the language."""
    run = [xml for _, xml in sheet.run_defaults]
    behind = [xml for xml in run if xml.startswith(_BEHIND_LANGUAGE)]
    before = [xml for xml in run if xml not in behind]
    paragraph = "".join(xml for _, xml in sheet.paragraph_defaults)
    paragraphs = f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault>" if paragraph else "<w:pPrDefault/>"
    properties = "".join((*before, language, *behind))
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{properties}</w:rPr></w:rPrDefault>{paragraphs}</w:docDefaults>"


def _with_complex(text: str) -> str:
    """Styles whose bold, italic and size are said for Arabic letters too, where Word wrote them for Latin ones only."""
    for latin, complex_ in _COMPLEX:
        text = re.sub(rf"<w:{latin}( [^>]*)?/>(?!<w:{complex_}\b)", rf"\g<0><w:{complex_}\g<1>/>", text)
    return text


@dataclass(frozen=True, slots=True)
class _Merging:
    """Writes the styles of one document."""

    sheet: StyleSheet
    found: Matches
    numbers: Mapping[int, int]
    rtl: bool

    def own(self, style: SheetStyle) -> str:
        """A style of the sheet; numbering is ours where our paragraphs are written in it."""
        ours = self.found.ours.get(style.id)
        default = ' w:default="1"' if self._is_default(style, ours) else ""
        custom = ' w:customStyle="1"' if style.custom else ""
        properties = self._properties(style, ours)
        paragraph = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return (
            f'<w:style w:type="{escape(style.kind)}"{default}{custom} w:styleId="{escape(style.id)}">'
            f"{style.head}{paragraph}{style.tail}</w:style>"
        )

    def _is_default(self, style: SheetStyle, ours: OurStyle | None) -> bool:
        """A file that says no default of a kind has it in the style of our default's name."""
        if style.default or ours is None or not ours.default:
            return style.default
        return not any(each.default for each in self.sheet.styles if each.kind == style.kind)

    def _properties(self, style: SheetStyle, ours: OurStyle | None) -> str:
        pieces = dict(style.paragraph)
        numbering = pieces.pop("numPr", "")
        if ours is not None and style.kind == "paragraph":
            unwanted = self._inherits_list(style) and not self._has_list_of_its_base(ours)
            pieces["numPr"] = ours.piece(_NUMBERING) or (_NO_LIST if unwanted else "")
            pieces.setdefault("outlineLvl", ours.piece(_OUTLINE))
        elif numbering:
            pieces["numPr"] = renumbered(numbering, self.numbers)
        if self.rtl and style.kind == "paragraph" and not style.based_on:
            pieces["bidi"] = "<w:bidi/>"
        return "".join(xml for _, xml in sorted(pieces.items(), key=_place))

    def _inherits_list(self, style: SheetStyle) -> bool:
        """Whether a style that it is based on is numbered."""
        by_id = {each.id: each for each in self.sheet.styles}
        at = by_id.get(style.based_on)
        while at is not None:
            ours = self.found.ours.get(at.id)
            if ours is not None:
                return bool(ours.piece(_NUMBERING))
            if at.list_number is not None:
                return at.list_number != 0
            at = by_id.get(at.based_on)
        return False

    def _has_list_of_its_base(self, ours: OurStyle) -> bool:
        """Whether our style is based on a numbered one, whose list its paragraphs name."""
        bases = [each[2] for each in _REFERENCE.finditer(ours.xml) if each[1] == "basedOn"]
        return any(each.id in bases and each.piece(_NUMBERING) for each in self.found.ours.values())

    def added(self) -> Iterator[str]:
        """Our styles that the sheet has not, with the body size and line of its own body text."""
        for style in self.found.added:
            tag, rest = style.xml.split(">", 1)
            tag = tag.replace(f'w:styleId="{style.id}"', f'w:styleId="{self.found.ids[style.id]}"')
            rest = rest.replace(f'<w:name w:val="{style.name}"/>', f'<w:name w:val="{self.found.names[style.id]}"/>')
            if 'w:lineRule="exact"' not in rest:
                rest = _NORMAL_SIZE.sub("", rest).replace(_NORMAL_LINE, "")
            rest = rest.replace("<w:rPr></w:rPr>", "")
            yield f"{tag}>{_REFERENCE.sub(self._referring, rest)}"

    def _referring(self, reference: re.Match[str]) -> str:
        return f'<w:{reference[1]} w:val="{escape(self.found.ids.get(reference[2], reference[2]))}"/>'


def _place(piece: tuple[str, str]) -> int:
    return _ORDER.index(piece[0]) if piece[0] in _ORDER else len(_ORDER)
