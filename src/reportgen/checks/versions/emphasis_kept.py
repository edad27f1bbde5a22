"""What the original has in italics or in bold the translation has so, too, and nothing else.

Source: parity of language versions; conventions.md C.1, italics: titles; Chinese and Arabic have marks for titles.

Passes (fr): The *Handbook* is short. → Le *Manuel* est court.
Fails (fr): The *Handbook* is short. → Le Manuel est court.
Passes (fr): The *Handbook* is short. → Le “Manuel” est court.
Passes (zh): The *Handbook* is short. → 《手册》很短。
Fails (es): The Handbook is short. → El *Manual* es corto.
Passes (es): It is, inter alia, short. → Es, *inter alia*, corto.
Fails (ru): The **Handbook** is short. → Руководство короткое.
Fails (ar): The **Handbook** is short. → الدليل قصير.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PAIRS, Code, Edition
from reportgen.finding import Finding
from reportgen.tree.inlines import Bold, Content, Italic
from reportgen.tree.text import plain_text

LOOKS_AT = PAIRS
CODES = {
    "RG311": Code(
        "emphasis that the original has not, or the reverse",
        "Titles in italics stay so, or have the marks that the language has for titles; bold is bold in every "
        "language. Words that the original has in another script or tongue (inter alia) may be in italics.",
        severity="warning",
        source="parity of language versions",
    ),
}

_MARKS = '«»“”„《》"'


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the parts in italics and in bold of each piece with those of the original."""
    originals = {each.id: each for each in edition.text_of(edition.original).contents}
    for document in edition.others():
        for content in edition.text_of(document).contents:
            original = originals.get(content.id)
            if original and (_has_emphasis(content) or _has_emphasis(original)):
                yield from _bold(content, original, document.language)
                yield from _italics(content, original, document.language)


def _has_emphasis(content: CheckedContent) -> bool:
    return any(isinstance(each, Italic | Bold) for each in content.content)


def _bold(content: CheckedContent, original: CheckedContent, tag: str) -> Iterator[Finding]:
    here, there = (_parts(each.content, Bold) for each in (content, original))
    if len(here) != len(there):
        message = f"{len(here)} parts are in bold, {len(there)} in the original"
        yield _about(content, message, here, tag)


def _italics(content: CheckedContent, original: CheckedContent, tag: str) -> Iterator[Finding]:
    words = original.text.casefold()
    here, there = (_parts(each.content, Italic) for each in (content, original))
    # A language may have in italics what is foreign to it, as it stands in the original.
    own = [each for each in here if each.casefold() not in words or each in there]
    # Where the original has italics, a language may have its marks for titles.
    marked = sum(content.text.count(each) for each in _MARKS) - sum(original.text.count(each) for each in _MARKS)
    if len(own) > len(there) or len(here) + max(marked, 0) // 2 < len(there):
        message = f"{len(here)} parts are in italics, {len(there)} in the original"
        yield _about(content, message, here, tag)


def _parts(content: Content, kind: type[Bold] | type[Italic]) -> list[str]:
    return [plain_text(each.content) for each in content if isinstance(each, kind)]


def _about(content: CheckedContent, message: str, parts: list[str], tag: str) -> Finding:
    at = content.text.find(parts[-1]) if parts else 0
    end = at + len(parts[-1]) if parts else len(content.text)
    return content.finding("RG311", CODES["RG311"].severity, message, tag, at, end)
