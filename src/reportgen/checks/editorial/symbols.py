"""Symbols of documents follow their grammar: E/CN.15/2019/9, A/74/146/Add.1.

Source: research.un.org, document symbols: A/ has the session since 1976, E/ the year since 1978, S/ since 1994.

Passes (en): "See {{ document }}."
Fails (en): See document E/CN15/2019/9 on this.
Fails (en): See document A/RES/72-193/ on this.
Fails (en): See document E/CN.15/219/9 on this.
Fails (en): See document E/0019/3 on this.
Passes (en): See documents A/79/552-S/2024/767 A/CN.10/2025/WG.I/CRP.1, CRC/C/MHL/CO/3-4.
Passes (en): See documents ECE/CP.TEIA/2024/2, ECE/TRADE/C/CEFACT/2018/22 and ECE/ENERGY/2024/1.
Passes (en): See documents E/CN.4/1296/Add.1, E/5109, E/C.12/75/1 and E/CN.15/2019/L.3.
Fails (en): "See {{ odd }}."
Fails (zh): 见文件E/CN15/2019/9的内容。
Passes (en): The ratio of men/women and the and/or of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.pieces import pieces
from reportgen.facts import Symbol
from reportgen.facts.symbols import SYMBOL
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG247": Code(
        "a symbol that no document can have",
        "A symbol has its organ, the year (E/, S/) or the session (A/), and its number: E/CN.15/2019/9, A/C.3/74/L.3, "
        "A/RES/72/193, with a point before the number of a body. Make it a fact, {symbol: …}.",
        severity="warning",
        source="research.un.org/en/docs/symbols",
    ),
}

_LIKE_A_SYMBOL = re.compile(r"(?<![A-Za-z0-9/.-])(?:A|S|E|ST|[A-Z]{2,6})/[A-Z0-9][A-Za-z0-9./-]*\d[A-Za-z0-9./*-]*")
_SYMBOL = re.compile(SYMBOL)
_JOINED = re.compile(r"-(?=[ASE]/)")
_BODY = re.compile(r"(?:CN|C|AC|CONF|SC|WG|Sub|GC)\d|(?:RES|DEC)/\d+-\d|/\Z")
# A number with another one behind it is a year; until 1977 documents had running numbers: E/CN.4/1296/Add.1.
# The Committee on Economic, Social and Cultural Rights counts by its sessions.
_WITH_YEAR = re.compile(r"(?!E/C\.12/)[ES]/(?:[A-Za-z]+\.\d+/)*(\d{1,4})/\d")
_WITH_SESSION = re.compile(r"A/(?:C\.\d+/|BUR/|RES/|DEC/)?(\d{1,4})/")
_FIRST_YEAR = 1946


def check(edition: Edition) -> Iterator[Finding]:
    """Look for what is typed like a symbol, and at the symbols that are facts."""
    message = "'{}' is no symbol of a document"
    for document in edition.documents.values():
        text = edition.text_of(document)
        for content, start, _, match in text.matches(_LIKE_A_SYMBOL, "/"):
            found = match.group().rstrip(".")
            if not _is_symbol(found):
                said = message.format(found)
                yield content.finding("RG247", CODES["RG247"].severity, said, text.language, start, start + len(found))
    for piece in pieces(edition):
        for placeholder in piece.placeholders() if piece.language.tag == edition.report.language else ():
            value = piece.value_of(placeholder)
            if isinstance(value, Symbol) and not _is_symbol(value.text):
                yield piece.finding("RG247", CODES["RG247"].severity, message.format(value), placeholder)


def _is_symbol(text: str) -> bool:
    """Whether a text may be a symbol: by its grammar, and by the year or session that its organ counts by."""
    # A document of two organs has the symbols of both: A/79/552-S/2024/767.
    first, *others = _JOINED.split(text)
    if others:
        return all(map(_is_symbol, (first, *others)))
    if not _SYMBOL.match(text) or _BODY.search(text):
        return False
    year, session = _WITH_YEAR.match(text), _WITH_SESSION.match(text)
    if year:
        return len(year[1]) == len(str(_FIRST_YEAR)) and int(year[1]) >= _FIRST_YEAR
    return not session or int(session[1]) < _FIRST_YEAR
