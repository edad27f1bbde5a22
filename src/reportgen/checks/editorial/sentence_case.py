"""A sentence begins with a capital.

Source: all languages with capitals.

Passes (en): The report is short. It is here.
Passes (en): "It decided A.B. v. Sweden, C.D. and others v. Chad and E.F. et al. v. Mali."
Fails (en): the report is short.
Fails (en): The report is short. it is here.
Fails (fr): le rapport est court.
Fails (es): el informe es corto.
Fails (ru): доклад короткий.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding
from reportgen.tree import nodes as tree

LOOKS_AT = PIECES
CODES = {
    "RG242": Code(
        "a sentence that begins with a small letter",
        "A sentence begins with a capital; what a placeholder prints there is raised by itself, unless words "
        "before it end no sentence.",
        severity="warning",
        source="all languages with capitals",
    ),
}


_WORD = re.compile(r"\w+")
_INITIAL = re.compile(r"(?:\b[^\W\d_]|\bal)\.[ \u00a0]*\Z")
"""The end of a name in letters, behind which a sentence goes on: A.B. v. Sweden, C.D. et al. v. Chad."""
_SENTENCES = (tree.Paragraph, tree.PlainParagraph, tree.Quotation, tree.Heading, tree.Note)


def check(edition: Edition) -> Iterator[Finding]:
    """Look for small letters where sentences and headings begin."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        for content, start, _ in text.sentence_starts if text.style.raised else ():
            # Behind “Go!” and an ellipsis the sentence may go on.
            before = content.text[:start]
            if not content.text[start].islower() or before.rstrip().endswith(("…", "”", "»", ")", "’")):
                continue
            if _INITIAL.search(before):
                continue
            if isinstance(content.block, _SENTENCES) or content.id == "title":
                word = _WORD.match(content.text, start)
                end = word.end() if word else start + 1
                message = f"a sentence begins with a small letter: '{content.text[start:end]}'"
                yield content.finding("RG242", CODES["RG242"].severity, message, text.language, start, end)
