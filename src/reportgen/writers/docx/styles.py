"""Named styles: nothing in the body is formatted directly that a style can carry."""

from __future__ import annotations

from reportgen.record import replace
from reportgen.tree.looks import Looks, Page
from reportgen.word.style_names import LETTER_NOTE_MARK
from reportgen.writers.docx.contents import paragraphs_end
from reportgen.writers.docx.geometry import BODY, INDENT, TAB, column
from reportgen.writers.docx.style_list import STYLES, ParagraphStyle
from reportgen.writers.docx.tables import table_style
from reportgen.writers.docx.xml import escape, part


def styles(looks: Looks) -> bytes:
    """The styles part of a language."""
    rtl = looks.script == "arabic"
    page = looks.page
    content = _defaults(looks) + _normal(rtl) + "".join(_paragraph_style(_fitted(each, page), rtl) for each in STYLES)
    return part("styles", content + _character_styles() + table_style())


def _fitted(style: ParagraphStyle, page: Page) -> ParagraphStyle:
    """The style; those of the table of contents get tabs for its two columns, which depend on the page."""
    if not style.id.startswith(("TOC", "ContentsColumns")) or style.id == "TOCHeading":
        return style
    end = paragraphs_end(page)
    tabs = (("right", end), ("right", end + 2 * TAB))
    if style.id == "ContentsColumns":
        return replace(style, tabs=tabs)
    left = column(int(style.id.removeprefix("TOC")))
    return replace(style, left=left, right=INDENT, hanging=TAB, tabs=(("left", left), *tabs), leader=True)


def _defaults(looks: Looks) -> str:
    latin, cjk, complex_ = (escape(looks.font(script)) for script in ("latin", "cjk", "complex"))
    locale = escape(looks.locale)
    # w:eastAsia chooses the shapes of Chinese characters and the width of quotation marks, in all languages.
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
    # Chinese and Arabic fonts are set at their natural width.
    if not looks.page.widened or looks.script in ("han", "arabic"):
        return ""
    return '<w:spacing w:val="4"/><w:w w:val="103"/><w:kern w:val="14"/>'


def _complex_size(size: int, script: str) -> int:
    """The size for complex scripts: Arabic letters are small in their fonts, so 14 pt stand beside 10 pt Latin."""
    return round(size * 1.4) if script == "arabic" else size


def _normal(rtl: bool) -> str:
    bidi = "<w:bidi/>" if rtl else ""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl/>{bidi}<w:spacing w:line="240" w:lineRule="atLeast"/></w:pPr></w:style>'
    )


def _paragraph_style(style: ParagraphStyle, rtl: bool) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr>{_run_properties(style, rtl)}</w:style>"
    )


def _paragraph_properties(style: ParagraphStyle) -> str:
    """The paragraph properties, in the order that the schema demands."""
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


def _indent(style: ParagraphStyle) -> str:
    first = f' w:hanging="{style.hanging}"' if style.hanging else f' w:firstLine="{style.first_line}"'
    if not (style.left or style.right or style.hanging or style.first_line):
        return ""
    return f'<w:ind w:left="{style.left}" w:right="{style.right}"{first}/>'


def _run_properties(style: ParagraphStyle, rtl: bool) -> str:
    font = escape(style.font)
    complex_size = _complex_size(style.size, "arabic" if rtl else "")
    # a negative number has a mark of direction, which LibreOffice takes for a Latin letter
    size = complex_size if style.id.endswith("Number") and style.id.startswith("Table") else style.size
    parts = [
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else "",
        "<w:b/><w:bCs/>" if style.bold else "",
        "<w:i/><w:iCs/>" if style.italic else "",
        '<w:spacing w:val="0"/><w:w w:val="100"/>' if style.natural else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{complex_size}"/>',
    ]
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


def _character_styles() -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="LetterNoteMark"><w:name w:val="' + LETTER_NOTE_MARK + '"/>'
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
