"""Sentences end with a stop, headings and captions with none, and no stop stands twice.

Source: Editorial Manual, headings; text notes and footnotes end with a full stop.

Passes (en): The report is short.
Fails (en): The report is short
Fails (en): The report is short..
Fails (en): The report, , is short.
Passes (fr): Le rapport est court.
Fails (fr): Le rapport est court
Fails (es): El informe es corto
Fails (ru): Доклад короткий
Passes (zh): 报告很短。
Fails (zh): 报告很短
Fails (zh): 报告很短。。
Fails (ar): التقرير قصير
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Bold, Italic

LOOKS_AT = PIECES
CODES = {
    "RG206": Code(
        "a sentence without its stop, or with two",
        "A paragraph and a footnote end with a stop; a part of a paragraph may end with a semicolon, a comma or"
        " a colon.",
        severity="warning",
        source="Editorial Manual, punctuation and footnotes",
    ),
    "RG207": Code(
        "a heading with a stop",
        "Headings, captions and titles have no full stop.",
        severity="warning",
        source="Editorial Manual, headings",
    ),
}


_TWICE = re.compile(r"([.,;:،؛。，；：、！？])(?<=[\w)”»’].)\s?\1(?![.…])")
_SENTENCES = (tree.Paragraph, tree.PlainParagraph, tree.Quotation, tree.Subparagraph, tree.Note, tree.LetterNote)
_HEADINGS = (tree.Heading, tree.Annex, tree.Table, tree.Figure, tree.Box, tree.Summary)
_PARTS = ";；؛:：،,，、"
_INSIDE = re.compile(r"[.;!?。；！？؛؟]")
_TITLE = 100
"""Characters that a title of a work, or of a part, has at most."""
_LAST_LETTERS = re.compile(r"\w{2}\.\Z|[。؟!?]\Z")


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the end of each piece, and for stops that follow one another."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        ends = frozenset(text.style.stops)
        for content in text.contents:
            if isinstance(content.block, _SENTENCES):
                yield from _ended(content, ends, text.style.after_stops, text.language)
            elif (isinstance(content.block, _HEADINGS) or content.id == "title") and _LAST_LETTERS.search(content.text):
                yield _at_end(content, "RG207", "a heading ends with a stop", text.language)
        for content, start, end, match in text.matches(_TWICE):
            message = f"'{match.group()}' stands where one sign is enough"
            yield content.finding("RG206", CODES["RG206"].severity, message, text.language, start, end)


def _ended(content: CheckedContent, ends: frozenset[str], after: str, tag: str) -> Iterator[Finding]:
    last = content.text.rstrip().rstrip(after)[-1:]
    # What introduces subparagraphs, a table or a quotation ends with a colon.
    is_part = last in _PARTS if isinstance(content.block, tree.Subparagraph) else last in ":："
    if last and last not in ends and not is_part and last.isalnum() and not _is_title(content):
        yield _at_end(content, "RG206", "the text does not end with a stop", tag)
    elif last and not is_part and last in _PARTS:
        yield _at_end(content, "RG206", f"the text ends with '{last}'", tag)


def _is_title(content: CheckedContent) -> bool:
    """Whether a text without a number is a title as a line of its own: few words, no stops."""
    is_plain = isinstance(content.block, tree.PlainParagraph | tree.Quotation)
    emphasized = len(content.content) == 1 and isinstance(content.content[0], Italic | Bold)
    return is_plain and (emphasized or (len(content.text) < _TITLE and not _INSIDE.search(content.text)))


def _at_end(content: CheckedContent, code: str, message: str, tag: str) -> Finding:
    end = len(content.text.rstrip())
    return content.finding(code, CODES[code].severity, message, tag, max(end - 1, 0), end)
