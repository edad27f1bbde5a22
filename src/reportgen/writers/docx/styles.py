"""Named styles: nothing in the body is formatted directly that a style can carry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from reportgen.tree.looks import Looks, Page
from reportgen.writers.docx.geometry import (
    BODY,
    END_RULE_INDENT,
    HEAD,
    HEAD_AFTER,
    HEAD_BEFORE,
    INDENT,
    NOTE,
    TAB,
    column,
)
from reportgen.writers.docx.numbering import BULLET_STYLES, BULLETS, HEADINGS, PARAGRAPHS
from reportgen.writers.docx.tables import table_style
from reportgen.writers.docx.xml import escape, part


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; lengths in twips, size in half-points."""

    id: str
    name: str
    based_on: str = "Normal"
    size: int = BODY
    line: int = 240
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 120
    left: int = 0
    right: int = 0
    first_line: int = 0
    hanging: int = 0
    justify: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    numbering: tuple[int, int] | None = None
    box: bool = False
    rule: int = 0
    font: str = ""
    natural: bool = False
    exact: bool = False
    tabs: tuple[tuple[str, int], ...] = ()
    leader: bool = False
    page_break: bool = False


def _headings() -> list[Style]:
    sizes = ((28, 300, True, False), (24, 270, True, False), (20, 240, True, False))
    looks = [*sizes, (20, 240, True, False), (20, 240, False, True), (20, 240, False, False)]
    return [
        Style(
            f"Heading{level}", f"heading {level}", size=size, line=line, bold=bold, italic=italic,
            before=240 if level < 3 else 120, after=120, left=INDENT, right=INDENT, hanging=INDENT - 851,
            keep_next=True, keep_lines=True, outline=level - 1, numbering=(HEADINGS, level - 1),
        )
        for level, (size, line, bold, italic) in enumerate(looks, 1)
    ]  # fmt: skip


def _subparagraphs() -> list[Style]:
    return [
        Style(
            f"Subparagraph{level}", f"Subparagraph {level}", left=INDENT, right=INDENT, first_line=level * TAB,
            justify="both", numbering=(PARAGRAPHS, level),
        )
        for level in range(1, 5)
    ]  # fmt: skip


def _recommendation_parts() -> list[Style]:
    return [
        Style(
            f"RecommendationPart{level}", f"Recommendation Part {level}", f"Subparagraph{level}", bold=True,
            left=INDENT, right=INDENT, first_line=level * TAB, justify="both",
        )
        for level in range(1, 5)
    ]  # fmt: skip


def _bullets() -> list[Style]:
    return [
        Style(
            style, f"List Bullet {level + 1}".removesuffix(" 1"), left=column(level + 2), right=INDENT, hanging=TAB,
            after=60, justify="both", numbering=(BULLETS, level),
        )
        for level, style in enumerate(BULLET_STYLES)
    ]  # fmt: skip


def _cells(style: str, name: str, **looks: Any) -> list[Style]:
    """The style of cells with text, and that of cells with numbers, which end in one line."""
    return [
        Style(style, name, before=40, after=40, **looks),
        Style(f"{style}Number", f"{name} Number", before=40, after=40, justify="right", **looks),
    ]


BARCODE_FONT = "3 of 9 Barcode"
"""A Code 39 font; where it is not installed the digits stand between asterisks."""

STYLES: tuple[Style, ...] = (
    *_headings(),
    Style("NumberedParagraph", "Numbered Paragraph", left=INDENT, right=INDENT, justify="both",
          numbering=(PARAGRAPHS, 0)),
    *_subparagraphs(),
    Style("Recommendation", "Recommendation", "NumberedParagraph", bold=True, left=INDENT, right=INDENT,
          justify="both"),
    *_recommendation_parts(),
    Style("Quote", "Quote", left=INDENT + TAB, right=INDENT + TAB, justify="both"),
    *_bullets(),
    Style("TableCaption", "Table Caption", bold=True, before=120, left=INDENT, right=INDENT, keep_next=True),
    *_cells("TableHead", "Table Head", size=14, line=180, italic=True, keep_next=True),
    *_cells("TableCell", "Table Cell", size=NOTE, line=210),
    *_cells("TableTotal", "Table Total", size=NOTE, line=210, bold=True),
    Style("TableNote", "Table Note", size=NOTE, line=210, before=40, after=40, left=INDENT, right=INDENT),
    Style("BlockEnd", "Block End", size=8, line=120, after=0),
    Style("FigureCaption", "Figure Caption", bold=True, before=120, left=INDENT, right=INDENT, keep_next=True),
    Style("FigurePicture", "Figure Picture", left=INDENT, right=INDENT),
    Style("BoxHeading", "Box Heading", bold=True, left=INDENT, right=INDENT, before=120, keep_next=True, box=True),
    Style("BoxText", "Box Text", left=INDENT, right=INDENT, justify="both", box=True),
    Style("BoxNote", "Box Note", size=NOTE, line=210, left=INDENT, right=INDENT, after=40, box=True),
    Style("AnnexHeading", "Annex Heading", size=28, line=300, bold=True, left=INDENT, right=INDENT, keep_next=True,
          keep_lines=True, outline=0, page_break=True),
    Style("AppendixHeading", "Appendix Heading", size=24, line=270, bold=True, left=INDENT, right=INDENT,
          keep_next=True, keep_lines=True, outline=1, page_break=True),
    Style("TOCHeading", "TOC Heading", size=28, line=300, bold=True, before=240, left=INDENT, keep_next=True),
    Style("ContentsColumns", "Contents Columns", size=14, line=180, italic=True, after=60, keep_next=True),
    *(Style(f"TOC{level}", f"toc {level}", after=60) for level in range(1, 7)),
    Style("ContentsEnd", "Contents End", size=8, line=120),
    Style("PlainText", "Unnumbered Paragraph", left=INDENT, right=INDENT, justify="both"),
    Style("SummaryHeading", "Summary Heading", italic=True, left=INDENT, right=INDENT, first_line=TAB, before=120,
          keep_next=True, box=True),
    Style("SummaryText", "Summary Text", left=INDENT, right=INDENT, first_line=TAB, justify="both", box=True),
    Style("Title", "Title", size=28, line=300, bold=True, before=240, after=120, left=INDENT, right=INDENT,
          keep_next=True),
    Style("Subtitle", "Subtitle", size=24, line=270, bold=True, before=120, after=240, left=INDENT, right=INDENT,
          keep_next=True),
    Style("MastheadOrganization", "Masthead Organization", size=28, line=440, before=115, after=0, rule=4, exact=True),
    Style("MastheadEmblem", "Masthead Emblem", before=125, after=0, left=94),
    Style("MastheadOrgan", "Masthead Organ", size=40, line=400, bold=True, before=140, after=0, natural=True),
    Style("MastheadInformation", "Masthead Information", after=0, exact=True),
    Style("MastheadDistribution", "Masthead Distribution", before=280, after=0, exact=True),
    Style("MastheadBody", "Masthead Body", size=28, line=300, bold=True, before=60, after=0),
    Style("MastheadSession", "Masthead Session", bold=True, before=60, after=0),
    Style("MastheadItemTitle", "Masthead Item Title", bold=True, after=0),
    Style("MastheadLine", "Masthead Line", after=0),
    Style("FootnoteText", "footnote text", size=NOTE, line=210, after=40, left=INDENT, right=INDENT, hanging=240),
    Style("FootnoteSeparator", "Footnote Separator", size=16, line=200, bold=True, after=80, left=792),
    Style("EndRule", "End Rule", before=240, after=0, left=END_RULE_INDENT, right=END_RULE_INDENT, rule=2),
    Style("Header", "header", size=HEAD, line=220, bold=True, after=0),
    Style("RunningHead", "Running Head", "Header", HEAD, 220, bold=True, before=HEAD_BEFORE, after=HEAD_AFTER),
    Style("JobNumber", "Job Number", line=240, after=0, left=100),
    Style("Barcode", "Barcode", size=24, line=240, after=40, left=100, font=BARCODE_FONT),
    Style("Footer", "footer", size=HEAD, line=220, bold=True, after=0),
)  # fmt: skip


def styles(looks: Looks) -> bytes:
    """The styles part of a language."""
    rtl = looks.script == "arabic"
    page = looks.page
    content = _defaults(looks) + _normal(rtl) + "".join(_paragraph_style(_fitted(each, page), rtl) for each in STYLES)
    return part("styles", content + _character_styles() + table_style())


def _fitted(style: Style, page: Page) -> Style:
    """The style; those of the contents with tabs that fit the page: for the paragraphs and for the page."""
    if not style.id.startswith(("TOC", "ContentsColumns")) or style.id == "TOCHeading":
        return style
    end = page.text_width - INDENT
    tabs = (("right", end - 2 * TAB), ("right", end))
    if style.id == "ContentsColumns":
        return replace(style, tabs=tabs)
    left = column(int(style.id.removeprefix("TOC")))
    return replace(style, left=left, right=INDENT, hanging=TAB, tabs=(("left", left), *tabs), leader=True)


def _defaults(looks: Looks) -> str:
    latin, cjk, complex_ = (escape(looks.font(script)) for script in ("latin", "cjk", "complex"))
    locale = escape(looks.locale)
    east = locale if looks.script == "han" else "zh-CN"
    bidi = locale if looks.script == "arabic" else "ar-SA"
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{cjk}"'
        f' w:cs="{complex_}"/>'
        f'{_width(looks)}<w:sz w:val="{BODY}"/><w:szCs w:val="{_complex_size(BODY, looks.script)}"/>'
        f'<w:lang w:val="{locale}" w:eastAsia="{east}" w:bidi="{bidi}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _width(looks: Looks) -> str:
    """New York sets letters 3 per cent wider and 0.2 pt apart (measured); Geneva does not."""
    if not looks.page.widened or looks.script in ("han", "arabic"):
        return ""
    return '<w:spacing w:val="4"/><w:w w:val="103"/><w:kern w:val="14"/>'


def _complex_size(size: int, script: str) -> int:
    """Arabic letters are small in their fonts: 10 pt Latin stands beside 14 pt Arabic (conventions: A.1)."""
    return round(size * 1.4) if script == "arabic" else size


def _normal(rtl: bool) -> str:
    bidi = "<w:bidi/>" if rtl else ""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl/>{bidi}<w:spacing w:line="240" w:lineRule="atLeast"/></w:pPr></w:style>'
    )


def _paragraph_style(style: Style, rtl: bool) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr>{_run_properties(style, rtl)}</w:style>"
    )


def _paragraph_properties(style: Style) -> str:
    """In the order of the schema."""
    parts = [
        "<w:keepNext/>" if style.keep_next else "",
        "<w:keepLines/>" if style.keep_lines else "",
        "<w:pageBreakBefore/>" if style.page_break else "",
        _numbering(style.numbering),
        _box() if style.box else "",
        _rule(style.rule) if style.rule else "",
        _tabs(style.tabs, style.leader),
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{style.line}"'
        f' w:lineRule="{"exact" if style.exact else "atLeast"}"/>',
        _indent(style),
        f'<w:jc w:val="{style.justify}"/>' if style.justify else "",
        f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
    ]
    return "".join(parts)


def _numbering(numbering: tuple[int, int] | None) -> str:
    if numbering is None:
        return ""
    number, level = numbering
    ilvl = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{ilvl}<w:numId w:val="{number}"/></w:numPr>'


def _box() -> str:
    sides = ("top", "left", "bottom", "right")
    return (
        "<w:pBdr>"
        + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="6" w:color="auto"/>' for side in sides)
        + ("</w:pBdr>")
    )


def _rule(eighths: int) -> str:
    """A rule below the paragraph, its thickness in eighths of a point."""
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{eighths}" w:space="0" w:color="auto"/></w:pBdr>'


def _tabs(tabs: tuple[tuple[str, int], ...], leader: bool) -> str:
    """The tab stops; `leader` says that dots lead to the first one on the right."""
    stops, dots = "", ' w:leader="dot"' if leader else ""
    for kind, position in tabs:
        stops += f'<w:tab w:val="{kind}"{dots if kind == "right" else ""} w:pos="{position}"/>'
        dots = "" if kind == "right" else dots
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _indent(style: Style) -> str:
    first = f' w:hanging="{style.hanging}"' if style.hanging else f' w:firstLine="{style.first_line}"'
    if not (style.left or style.right or style.hanging or style.first_line):
        return ""
    return f'<w:ind w:left="{style.left}" w:right="{style.right}"{first}/>'


def _run_properties(style: Style, rtl: bool) -> str:
    font = escape(style.font)
    parts = [
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else "",
        "<w:b/><w:bCs/>" if style.bold else "",
        "<w:i/><w:iCs/>" if style.italic else "",
        '<w:spacing w:val="0"/><w:w w:val="100"/>' if style.natural else "",
        f'<w:sz w:val="{style.size}"/><w:szCs w:val="{_complex_size(style.size, "arabic" if rtl else "")}"/>',
    ]
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


def _character_styles() -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="LetterNoteMark"><w:name w:val="Letter Note Mark"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:i/><w:iCs/><w:vertAlign w:val="superscript"/></w:rPr>'
        "</w:style>"
        '<w:style w:type="character" w:styleId="SymbolInitial"><w:name w:val="Symbol Initial"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="SymbolRest"><w:name w:val="Symbol Rest"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="PageNumber"><w:name w:val="page number"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
