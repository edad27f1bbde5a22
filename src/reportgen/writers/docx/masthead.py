"""The masthead: a table with its two rules, then session, agenda item, title. The UN emblem is never shipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate

from reportgen.tree import nodes as tree
from reportgen.tree.editions import content_in, whole_change
from reportgen.tree.inlines import Content, Deleted, Inserted, NoteMark
from reportgen.tree.looks import Page
from reportgen.tree.masthead import LINE_IDS, further_titles
from reportgen.tree.printed import MASTHEAD
from reportgen.tree.symbols import older_symbol, symbol_content
from reportgen.tree.text import plain_text
from reportgen.writers.docx.comments import WrittenComments
from reportgen.writers.docx.geometry import EMBLEM_SIZE, INDENT, RULE, THICK_RULE, masthead_columns
from reportgen.writers.docx.media import Pictures
from reportgen.writers.docx.runs import Runs
from reportgen.writers.docx.xml import escape, paragraph

_NO_MARGINS = (
    "<w:tblCellMar>"
    + "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    + "</w:tblCellMar>"
)


def masthead(document: tree.Document, runs: Runs, pictures: Pictures, comments: WrittenComments) -> str:
    """All that stands above the summary."""
    head = document.masthead
    if not head.printed:
        return ""
    parts = [
        _columns(style, field, head, document.looks.page, runs, comments)
        if field in _SECOND and getattr(head, _SECOND[field])
        else _line(style, name, line, runs, partial(comments.content, name, runs=runs))
        for style, field, name, line in _lines(head)
    ]
    return _first_line(document, runs) + _table(head, runs, document.looks.page, pictures) + "".join(parts)


_STYLES = {
    "body": "MastheadBody",
    "sub_body": "MastheadSession",
    "session": "MastheadSession",
    "committee": "MastheadSession",
    "place_and_dates": "MastheadLine",
    "agenda_item": "MastheadLine",
    "agenda_title": "MastheadItemTitle",
    "title": "Title",
    "author": "Subtitle",
    "amendment": "Subtitle",
}
"""The lines below the rule, in their order, each with its style."""

_SECOND = {"body": "second_body", "session": "second_session", "agenda_item": "second_agenda_item"}
"""The lines beside which that of the other organ of a joint document stands."""


def _lines(head: tree.Masthead) -> Iterator[tuple[str, str, str, Content]]:
    """Style, field, name and content of every line below the rule."""
    for field, style in _STYLES.items():
        yield style, field, LINE_IDS[field], getattr(head, field)
        if field == "agenda_title":
            yield from ((style, "", name, title) for name, title in further_titles(head))


def _columns(style: str, field: str, head: tree.Masthead, page: Page, runs: Runs, comments: WrittenComments) -> str:
    """A line of each organ of a joint document, side by side: the second one begins in the middle of the page."""
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{page.text_width // 2}"/></w:tabs>'
    first, second = (
        runs.bookmarks.hidden(LINE_IDS[each], comments.content(LINE_IDS[each], getattr(head, each), runs=runs))
        for each in (field, _SECOND[field])
    )
    return paragraph(
        "MastheadSession" if style == "MastheadBody" else style, f"{first}<w:r><w:tab/></w:r>{second}", tabs
    )


def _line(style: str, name: str, content: Content, runs: Runs, write: Callable[[Content], str]) -> str:
    """A line in its bookmark, empty where there is none; one that only one of two editions has is its paragraph too."""
    if not content:
        return ""
    kind = whole_change(content)
    if kind is None:
        return paragraph(style, runs.bookmarks.hidden(name, write(content)))
    if kind is Inserted:
        inserted = runs.bookmarks.hidden(name, write(content_in(Inserted, content)))
        return runs.revisions.blocks("ins", paragraph(style, inserted))
    return runs.revisions.blocks("del", paragraph(style, (runs.older or runs).content(content_in(Deleted, content))))


def _first_line(document: tree.Document, runs: Runs) -> str:
    """The organization at the column of the text, the symbol at the end of the line, the thin rule below.

    A paragraph and not a row, since LibreOffice puts an empty line above a table that begins a document.
    """
    tab = "<w:r><w:tab/></w:r>"
    end = document.looks.page.text_width
    stops = f'<w:tabs><w:tab w:val="left" w:pos="{INDENT}"/><w:tab w:val="right" w:pos="{end}"/></w:tabs>'
    name = runs.bookmarks.hidden(f"{MASTHEAD}/name", runs.text(document.masthead.united_nations))
    before, now = (_symbol(each(document), runs) for each in (older_symbol, symbol_content))
    symbol = runs.revisions.exchanged(before, now)
    text = tab + name + tab + runs.bookmarks.hidden(f"{MASTHEAD}/symbol", symbol)
    return paragraph("MastheadOrganization", text, stops)


def _symbol(content: Content, runs: Runs) -> str:
    """The symbol: letters before the first slash in 20 pt, the rest in 10 pt, left to right in every language.

    A joint document has two, with a dash between them: A/74/123–S/2019/123.
    """
    dash = '<w:r><w:rPr><w:rStyle w:val="SymbolRest"/></w:rPr><w:t>–</w:t></w:r>'
    marks = "".join(runs.note_mark(each) for each in content if isinstance(each, NoteMark))
    return dash.join(map(_one_symbol, plain_text(content).split("–"))) + marks


def _one_symbol(symbol: str) -> str:
    first, slash, rest = symbol.partition("/")
    return (
        f'<w:r><w:rPr><w:rStyle w:val="SymbolInitial"/></w:rPr><w:t>{escape(first)}</w:t></w:r>'
        f'<w:r><w:rPr><w:rStyle w:val="SymbolRest"/></w:rPr><w:t>{escape(slash + rest)}</w:t></w:r>'
    )


def _table(head: tree.Masthead, runs: Runs, page: Page, pictures: Pictures) -> str:
    """Emblem, organ and information block above the thick rule."""
    columns = masthead_columns(page)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    # Word mirrors the columns only with bidiVisual; LibreOffice does it anyway and hides the lack.
    visual = "<w:bidiVisual/>" if runs.rtl else ""
    properties = (
        f'<w:tblPr>{visual}<w:tblW w:w="{page.text_width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{_NO_MARGINS}</w:tblPr>"
    )
    # The first line has space above it, so that the block stands beside the organ's name.
    first, *rest = head.information
    lines = [("MastheadDistribution", first), *(("MastheadInformation", line) for line in rest)]
    numbers = accumulate(int(bool(line)) for _, line in lines)
    information = "".join(
        _information(style, f"{MASTHEAD}/information-{number}", line, runs)
        for number, (style, line) in zip(numbers, lines, strict=True)
    )
    organ = paragraph("MastheadOrgan", runs.bookmarks.hidden(f"{MASTHEAD}/organ", runs.content(head.organ)))
    for style, field in (("MastheadOrgan", "second_organ"), ("MastheadSession", "advance")):
        organ += _line(style, LINE_IDS[field], getattr(head, field), runs, runs.content)
    cells = (
        paragraph("MastheadEmblem", _emblem(head, pictures)),
        organ,
        paragraph("MastheadInformation", ""),
        information,
    )
    height = f'<w:trPr><w:trHeight w:val="{THICK_RULE - RULE}" w:hRule="exact"/></w:trPr>'
    row = "".join(_cell(width, content) for width, content in zip(columns, cells, strict=True))
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid><w:tr>{height}{row}</w:tr></w:tbl>"


def _information(style: str, name: str, line: Content, runs: Runs) -> str:
    """A line of the information block; in an Arabic document one that changed is exchanged as a whole."""
    if not line:
        return paragraph(style, "")
    if not runs.rtl:
        return _line(style, name, line, runs, runs.content)
    before, now = (runs.line(plain_text(content_in(kind, line))) for kind in (Deleted, Inserted))
    kind = whole_change(line)
    if kind is None:
        return paragraph(style, runs.bookmarks.hidden(name, runs.revisions.exchanged(before, now)))
    shown = runs.bookmarks.hidden(name, now) if kind is Inserted else before
    return runs.revisions.blocks("ins" if kind is Inserted else "del", paragraph(style, shown))


def _emblem(head: tree.Masthead, pictures: Pictures) -> str:
    """The user's emblem, scaled to its place; none is shipped (General Assembly resolution 92 (I))."""
    if head.emblem is None:
        return ""
    scale = min(most / pixels for most, pixels in zip(EMBLEM_SIZE, head.emblem.size, strict=True))
    size = (head.emblem.size[0] * scale, head.emblem.size[1] * scale)
    return pictures.inline(head.emblem.data, head.emblem.suffix, size, head.united_nations)


def _cell(width: int, content: str) -> str:
    border = '<w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/></w:tcBorders>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{border}</w:tcPr>{content}</w:tc>'
