"""No emphasis in text but for what is recommended.

Source: Editorial Manual, instructions: bold and italics are not used for emphasis; bold only for recommendations.

Passes (en): The *Handbook* is short.
Fails (en): The report is **very** short.
Fails (fr): Le rapport est **très** court.
Fails (es): El informe es **muy** corto.
Fails (ru): Доклад **очень** короткий.
Fails (zh): 报告**很短**。
Fails (ar): التقرير **قصير**.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Bold
from reportgen.tree.text import plain_text

LOOKS_AT = PIECES
CODES = {
    "RG230": Code(
        "bold in text",
        "Bold is for recommendations, which a paragraph is by `recommendation: true`. Emphasis is for words.",
        severity="warning",
        source="Editorial Manual, instructions for drafters",
    ),
}


_PROSE = (tree.Paragraph, tree.PlainParagraph, tree.Subparagraph, tree.Quotation, tree.Note)


def check(edition: Edition) -> Iterator[Finding]:
    """Look for bold in prose."""
    for document in edition.documents.values():
        for content in edition.text_of(document).contents:
            if isinstance(content.block, _PROSE):
                for inline in content.content:
                    if isinstance(inline, Bold):
                        words = plain_text(inline.content)
                        at = content.text.find(words)
                        message, severity = f"'{words}' is in bold", CODES["RG230"].severity
                        yield content.finding("RG230", severity, message, document.language, at, at + len(words))
