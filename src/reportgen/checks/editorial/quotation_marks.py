"""Quotation marks are those of the language.

Source: Editorial Manual, quotations; conventions.md C.2, quotes.

Passes (en): The “good” plan is here.
Fails (en): The "good" plan is here.
Fails (en): The «good» plan is here.
Fails (en): The 'good' plan is here.
Fails (ru): План 'хороший' здесь.
Passes (fr): Le plan « bon » est ici.
Fails (fr): Le plan "bon" est ici.
Passes (es): El plan “bueno” está aquí.
Fails (es): El plan «bueno» está aquí.
Passes (ru): План «хороший» здесь.
Fails (ru): План “хороший” здесь.
Fails (zh): 报告"很短"。
Fails (ar): التقرير "قصير".
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.document_text import DocumentText
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG204": Code(
        "quotation marks of another language",
        "English, Spanish and Chinese have “ ”, French « », Russian « », Arabic ” “. A pair of straight ones "
        "that is typed whole is mended by reportgen check --fix.",
        severity="warning",
        source="Editorial Manual, quotations; each language as its section has it",
    ),
}


_QUOTES = ("“”", "”“", "«»", "„“")
_STRAIGHT = r'"([^"\n]*)"'


def check(edition: Edition) -> Iterator[Finding]:
    """Look for quotation marks that the language does not have."""
    for document in edition.documents.values():
        text, opening = edition.text_of(document), edition.languages[document.language].conventions.quotes
        wrong = text.style.quotes
        for pattern in text.style.wrong_quotes:
            for content, start, end, match in text.matches(pattern):
                yield _finding(content, text.language, start, end, match.group(), None)
        yield from _turned_round(text)
        if not wrong or text.characters.isdisjoint(wrong):
            continue
        pairs = set[tuple[str, int]]()
        for content, start, end, match in text.matches(_STRAIGHT, '"'):
            # Only a pair can be mended, since one mark alone may open or close.
            pairs |= {(content.id, start), (content.id, end - 1)}
            instead = f"{opening[0]}{match[1]}{opening[1]}" if '"' in wrong else None
            yield _finding(content, text.language, start, end, match.group(), instead)
        for content, start, end, match in text.matches(f"[{wrong}]", wrong):
            if (content.id, start) not in pairs:
                yield _finding(content, text.language, start, end, match.group(), None)


def _turned_round(text: DocumentText) -> Iterator[Finding]:
    """Findings for pieces whose first quotation mark is one that closes, before one that opens."""
    for pair in text.style.quote_pairs:
        if pair in _QUOTES and not text.characters.isdisjoint(pair):
            for content in text.contents:
                at = content.text.find(pair[1])
                if 0 <= at < content.text.find(pair[0]) and content.is_typed(at, at + 1):
                    yield _finding(content, text.language, at, at + 1, pair[1], None)


def _finding(content: CheckedContent, tag: str, start: int, end: int, found: str, instead: str | None) -> Finding:
    message = f"the quotation marks of '{found}' are not those of the language"
    return content.finding("RG204", CODES["RG204"].severity, message, tag, start, end, instead)
