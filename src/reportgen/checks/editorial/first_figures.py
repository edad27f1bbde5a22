"""No sentence begins with a figure.

Source: Editorial Manual, numbers: always in words at the start of a sentence.

Passes (en): In all, {{ many }} judges were trained.
Passes (en): It was proposed (Sect. 4) and adopted.
Fails (en): "{{ many | figures }} judges were trained."
Fails (en): It is short. {{ year }} was a good year.
Fails (fr): "{{ many | figures }} juges ont été formés."
Fails (es): "{{ many | figures }} jueces fueron formados."
Fails (ru): "{{ many | figures }} судей прошли подготовку."
Passes (ru): "*{{ day }}* состоялось совещание."
Passes (zh): "{{ many }}名法官接受了培训。"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding
from reportgen.tree import nodes as tree

LOOKS_AT = PIECES
CODES = {
    "RG219": Code(
        "a sentence that begins with a figure",
        "A number at the start of a sentence is written in words. Turn the sentence round, since long numbers "
        "read badly in words.",
        severity="warning",
        source="Editorial Manual, numbers",
    ),
}


_FIGURE = re.compile(r"\d[\d,.\u00a0]*")
_PROSE = (tree.Paragraph, tree.PlainParagraph, tree.Subparagraph, tree.Quotation)


def check(edition: Edition) -> Iterator[Finding]:
    """Look for figures where sentences begin, also those that placeholders print."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        if text.style.numbers_first:
            continue
        for content, start, _ in text.sentence_starts:
            figure = _FIGURE.match(content.text, start)
            if figure and isinstance(content.block, _PROSE):
                fact = content.fact_at(start)
                if fact and fact.kind in ("date", "dates") and text.style.dates_first:
                    continue
                message = f"a sentence begins with the figure '{figure.group().rstrip('., ')}'"
                yield content.finding("RG219", CODES["RG219"].severity, message, text.language, start, figure.end())
