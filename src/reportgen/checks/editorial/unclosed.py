"""What is opened is closed: brackets and quotation marks.

Source: what every reviser looks for.

Passes (en): It is (a) short and (b) “good”.
Passes (en): Sessions are held (in a month: 2).
Passes (fr): Les montants sont ceux des paragraphes 79 a) et 79 b).
Fails (en): It is short (and good.
Fails (en): It is short and good).
Fails (en): It is “short and good.
Fails (en): It is ) short ( and good.
Fails (fr): Il est « court et bon.
Fails (es): Es corto (y bueno.
Fails (ru): Он «короткий и хороший.
Fails (zh): 报告《很短。
Fails (ar): التقرير (قصير.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG205": Code(
        "a bracket or quotation mark without its other half",
        "Each bracket and each quotation mark that opens has one that closes, in the same text.",
        severity="warning",
        source="all languages",
    ),
}


_LABEL = re.compile(r"(?:(?<=[;:,\d][ \u00a0])|\A)\w{1,4}\)")
"""The number of an item that is typed, or of a subparagraph that is referred to: a), ii), 79 b)."""


def check(edition: Edition) -> Iterator[Finding]:
    """Look in each piece for what opens and does not close, and the reverse."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        pairs = [(each[0], each[1]) for each in ("()", "[]", *text.style.quote_pairs)]
        there = [pair for pair in pairs if not text.characters.isdisjoint(pair)]
        for content in text.contents if there else ():
            for first, last in there:
                if first in content.text or last in content.text:
                    yield from _open_pair(content, first, last, text.language)


def _open_pair(content: CheckedContent, first: str, last: str, tag: str) -> Iterator[Finding]:
    labels = {match.end() - 1 for match in _LABEL.finditer(content.text)} if last == ")" else ()
    opened: list[int] = []
    lone: list[int] = []
    for at, sign in enumerate(content.text):
        if sign == first:
            opened.append(at)
        elif sign == last and opened:
            opened.pop()
        elif sign == last and at not in labels:
            lone.append(at)
    for at in (*lone, *opened):
        other = first if content.text[at] == last else last
        message = f"'{content.text[at]}' stands without its '{other}'"
        yield content.finding("RG205", CODES["RG205"].severity, message, tag, at, at + 1)
