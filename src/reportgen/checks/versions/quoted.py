"""Words that are quoted from a document are those of that document in every language, and no new translation.

Source: Editorial Manual, quotations: quoted resolutions keep the official translation word for word.

Passes (fr): The report is short. → Le rapport est court.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.tree import nodes as tree

CODES = {
    "RG312": Code(
        "quoted words that are not those of the document",
        "`quoted: {source: symbol}` says whose words stand in quotation marks, or in the whole quotation. "
        "Each language has them as that document was issued in it, by the memory of translations beside inputs/ "
        "(reportgen memory add). Where that does not have the document, this is a note for the reviser, until the text "
        "is recorded as reviewed.",
        severity="note",
        source="Editorial Manual, quotations",
    ),
}

_REVIEWED = frozenset({"reviewed", "final"})
_SAME = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'", "“": '"', "”": '"', "\u2010": "-", "\u2011": "-"})
_OMITTED = re.compile(r"\[?(?:…|\.{3})\]?")


def check(edition: Edition) -> Iterator[Finding]:
    """Hold what is quoted against the document that it is quoted from, as far as that is at hand."""
    sources = {item.id: item.quoted.source for item in edition.report.all_items() if item.quoted}
    for document in edition.documents.values() if sources else ():
        language = edition.languages[document.language]
        for content in edition.text_of(document).contents:
            if content.id in sources and (parts := _quoted_parts(content, language)):
                yield from _compared(edition, content, sources[content.id], parts, document.language)


def _compared(
    edition: Edition, content: CheckedContent, symbol: str, parts: list[tuple[int, int]], tag: str
) -> Iterator[Finding]:
    issued = edition.recalled.get((symbol, tag))
    if issued is None:
        review = edition.reviews.get(tag, {}).get(content.id)
        if review and review.state not in _REVIEWED:
            start, end = parts[0]
            message = f"take these words from {symbol}, as it was issued in this language"
            yield content.finding("RG312", "note", message, tag, start, end)
        return
    known = _folded(issued)
    for start, end in parts:
        # What is left out of quoted words is for the author to say; what stands on both sides is the document's.
        if not all(_folded(words) in known for words in _OMITTED.split(content.text[start:end])):
            message = f"the quoted words are not those of {symbol}"
            yield content.finding("RG312", "warning", message, tag, start, end)


def _quoted_parts(content: CheckedContent, language: Language) -> list[tuple[int, int]]:
    """Where quoted words stand in a text: between quotation marks, or, in a quotation without them, all of it."""
    opening, closing = (each.strip() for each in language.conventions.quotes)
    parts, at = [], content.text.find(opening)
    while at >= 0 and (end := content.text.find(closing, at + 1)) > 0:
        parts.append((at + 1, end))
        at = content.text.find(opening, end + 1)
    whole = isinstance(content.block, tree.Quotation) and not parts
    return [(0, len(content.text))] if whole else parts


def _folded(text: str) -> str:
    """A text without what printing changes: kinds of blanks, quotation marks, stops at the ends."""
    return " ".join(text.translate(_SAME).split()).strip(" .,;:。，").casefold()
