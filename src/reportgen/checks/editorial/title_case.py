"""Headings have a capital at the beginning alone, and are not all in capitals.

Source: Editorial Manual, headings: only the first word capitalized.

Passes (en): The report is short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding
from reportgen.tree import nodes as tree

LOOKS_AT = PIECES
CODES = {
    "RG227": Code(
        "a heading in title case or in capitals",
        "Only the first word of a heading has a capital, and names.",
        severity="warning",
        source="Editorial Manual, headings",
    ),
}


_WORD = re.compile(r"[^\W\d_][\w’-]*")
_HEADINGS = (tree.Heading, tree.Annex, tree.Table, tree.Figure, tree.Box)
_MANY = 3


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the typed words of headings and captions."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        small = frozenset(text.style.title_case)
        if not small:
            continue
        allowed = {
            word for each in edition.languages[document.language].conventions.recognition.capitals for word in (each,)
        }
        for content in text.contents:
            if not isinstance(content.block, _HEADINGS) and content.id != "title":
                continue
            if _is_raised(content.literal, small, allowed):
                message = f"the heading is in capitals: '{content.text}'"
                yield content.finding("RG227", CODES["RG227"].severity, message, text.language, 0, len(content.text))


def _is_raised(literal: str, small: frozenset[str], allowed: set[str]) -> bool:
    """Whether a heading is in title case or in capitals, as far as somebody typed it."""
    every = _WORD.findall(literal)
    words = [each for each in every if each.casefold() not in small]
    later = [each for each in words[1:] if each not in allowed]
    raised = [each for each in later if each[0].isupper()]
    shouted = [each for each in words if len(each) > _MANY and each.isupper()]
    # "And" inside of a heading is never right, while one other capital may be that of a name.
    joined = [each for each in every[1:] if each[0].isupper() and each.casefold() in small]
    is_title = len(raised) == len(later) and (len(raised) > 1 or bool(raised and joined))
    return is_title or len(shouted) > 1 or bool(shouted and len(words) == 1)
