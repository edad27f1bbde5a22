"""An abbreviation is explained at first use, is not used for a name that comes once or twice, and stands in no heading.

Source: Editorial Manual, abbreviations.

Passes (en): Non-governmental organizations (NGOs) met. NGOs did well. NGOs went on.
Fails (en): Many NGOs met.
Fails (fr): Il a écrit au Conseil des levés côtiers (CLC) à ce sujet.
Passes (en): Goal II is met, as is HIV.
Passes (en): "CHARTER OF THE UNITED NATIONS (extracts on the work of its organs)."
Fails (fr): Les ONG se sont réunies.
Fails (es): Las ONG se reunieron.
Fails (ru): НПО провели встречу.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.document_text import DocumentText
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.tree import nodes as tree

CODES = {
    "RG213": Code(
        "an abbreviation that nobody explains",
        "At first use the full name stands before the short one in brackets. A name of the lexicon does so by "
        "itself: make it a fact.",
        severity="warning",
        source="Editorial Manual, abbreviations",
    ),
    "RG214": Code(
        "an abbreviation in a heading",
        "Titles and headings have full names.",
        severity="warning",
        source="Editorial Manual, abbreviations",
    ),
    "RG209": Code(
        "an abbreviation for a name that comes once or twice",
        "A short form that is used once or twice saves nothing: write the name in full.",
        severity="note",
        source="Editorial Manual, abbreviations",
    ),
}


_SHORT = re.compile(r"[A-ZÀ-ÞА-ЯЁ]{2}[\w-]*(?<=[A-ZÀ-ÞА-ЯЁs])(?![\w/]|\.\w|-\d)")
_ROMAN = re.compile(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_FEW = 3
_SHOUTED = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁ]+[ \u00a0]){2,}[A-ZÀ-ÞА-ЯЁ]+(?!\w)")
"""Three words or more that are all in capitals, which no abbreviations are."""


def check(edition: Edition) -> Iterator[Finding]:
    """Look for runs of capitals that somebody typed."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        if text.style.known_abbreviations and text.style.edges:
            yield from _in_document(text)


def _in_document(text: DocumentText) -> Iterator[Finding]:
    places: dict[str, list[tuple[CheckedContent, int, int]]] = {}
    known = frozenset(text.style.known_abbreviations)
    for content, start, end, match in text.matches(_SHORT):
        word = match.group().removesuffix("s")
        before = content.text[start - 1 : start] if start else ""
        if before.isalnum() or (before and before in "/.-") or not word.isupper():
            continue
        is_known = word in known or _ROMAN.match(word)
        if not is_known and not _is_shouted(content.text, start):
            places.setdefault(word, []).append((content, start, end))
    for word, found in places.items():
        yield from _of_one(word, found, text)


def _is_shouted(text: str, at: int) -> bool:
    """Whether a place lies in words that are all in capitals; a title that is all so is another fault."""
    return text.isupper() or any(each.start() <= at < each.end() for each in _SHOUTED.finditer(text))


def _of_one(word: str, found: list[tuple[CheckedContent, int, int]], text: DocumentText) -> Iterator[Finding]:
    in_text = [each for each in found if not isinstance(each[0].block, tree.Heading) and each[0].id != "title"]
    for content, start, end in found:
        if (content, start, end) not in in_text:
            message = f"'{word}' stands in a heading"
            yield content.finding("RG214", CODES["RG214"].severity, message, text.language, start, end)
    if not in_text:
        return
    content, start, end = in_text[0]
    if content.text[start - 1 : start] not in ("(", "（"):
        message = f"'{word}' is not explained where it is used first"
        yield content.finding("RG213", CODES["RG213"].severity, message, text.language, start, end)
    elif len(in_text) < _FEW:
        message = f"'{word}' is introduced, and used {len(in_text) - 1} times"
        yield content.finding("RG209", CODES["RG209"].severity, message, text.language, start, end)
