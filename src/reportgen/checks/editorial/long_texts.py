"""Paragraphs and sentences that are too long to follow.

Source: documentation guidelines: short paragraphs; plain language.

Passes (en): The report is short.

Names are not counted, since a list of States makes no thought longer; where letters have no case, all words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding
from reportgen.language.sentences import split_sentences
from reportgen.tree import nodes as tree

LOOKS_AT = PIECES
CODES = {
    "RG225": Code(
        "a paragraph that is too long",
        "A paragraph that fills a page has more than one thought: split it, so that each can be cited.",
        severity="note",
        source="documentation guidelines",
    ),
    "RG226": Code(
        "a sentence that is too long",
        "A sentence that nobody can read aloud is split; long lists become subparagraphs.",
        severity="note",
        source="documentation guidelines",
    ),
}


_SEMICOLON = re.compile(r"[;；؛]")
_FEW = 2
_WITH_CAPITAL = re.compile(r"(?<!^)\b[A-ZÀ-ÞА-ЯЁ]\S*")
_PROSE = (tree.Paragraph, tree.PlainParagraph, tree.Subparagraph)


def check(edition: Edition) -> Iterator[Finding]:
    """Count the words, in Chinese the characters, of paragraphs and sentences."""
    for document in edition.documents.values():
        text, conventions = edition.text_of(document), edition.languages[document.language].conventions
        most, longest = text.style.long_paragraph, text.style.long_sentence
        unit = "words" if text.style.edges else "characters"
        for content in text.contents:
            # No word has fewer than two characters with its blank, so short texts are not counted at all.
            if not longest or len(content.text) < 2 * longest or not isinstance(content.block, _PROSE):
                continue
            length = _length(content.text, text.style.edges)
            if most and length > most:
                message = f"the paragraph has {length} {unit}; more than {most} are too many"
                yield content.finding("RG225", CODES["RG225"].severity, message, text.language, 0, len(content.text))
            for start, end in split_sentences(conventions, content.text) if length > longest else ():
                found = max(
                    _length(_WITH_CAPITAL.sub("", part), text.style.edges) for part in _items(content.text[start:end])
                )
                if found > longest:
                    message = f"a sentence has {found} {unit}; more than {longest} are too many"
                    yield content.finding("RG226", CODES["RG226"].severity, message, text.language, start, end)


def _items(sentence: str) -> list[str]:
    """A sentence, or the items of one that lists them with semicolons, which are read one by one."""
    parts = _SEMICOLON.split(sentence)
    return parts if len(parts) > _FEW else [sentence]


def _length(text: str, has_blanks: bool) -> int:
    return len(text.split()) if has_blanks else len(text)
