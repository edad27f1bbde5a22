"""The masthead: a table with its two rules, then session, agenda item, title. The UN emblem is never shipped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import accumulate

from reportgen.model.report import AGENDA_TITLE, TITLE
from reportgen.tree import nodes as tree
from reportgen.tree.editions import content_in, whole_change
from reportgen.tree.inlines import Content, Deleted, Inserted, NoteMark
from reportgen.tree.looks import Page
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
        _line(style, name, line, runs, partial(comments.content, name, runs=runs))
        for style, name, line in (
            ("MastheadBody", f"{MASTHEAD}/body", head.body),
            ("MastheadSession", f"{MASTHEAD}/session", head.session),
            ("MastheadLine", f"{MASTHEAD}/place-and-dates", head.place_and_dates),
            ("MastheadLine", f"{MASTHEAD}/agenda-item", head.agenda_item),
            ("MastheadItemTitle", AGENDA_TITLE, head.agenda_title),
            ("Title", TITLE, head.title),
            ("Subtitle", f"{MASTHEAD}/author", head.author),
            ("Subtitle", f"{MASTHEAD}/amendment", head.amendment),
        )
    ]
    return _first_line(document, runs) + _table(head, runs, document.looks.page, pictures) + "".join(parts)


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
    """The symbol: letters before the first slash in 20 pt, the rest in 10 pt, left to right in every language."""
    first, slash, rest = plain_text(content).partition("/")
    marks = "".join(runs.note_mark(each) for each in content if isinstance(each, NoteMark))
    return (
        f'<w:r><w:rPr><w:rStyle w:val="SymbolInitial"/></w:rPr><w:t>{escape(first)}</w:t></w:r>'
        f'<w:r><w:rPr><w:rStyle w:val="SymbolRest"/></w:rPr><w:t>{escape(slash + rest)}</w:t></w:r>{marks}'
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
