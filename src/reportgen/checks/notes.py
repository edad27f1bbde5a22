"""A footnote mark stands before or after the punctuation, as the language has it."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.text import plain_text

LOOKS_AT = PIECES
CODES = {
    "RG081": Code(
        "a footnote mark is on the wrong side of the punctuation",
        "United Nations Editorial Manual: the mark follows the punctuation in English and Chinese and precedes it in "
        "the other languages.",
    )
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look at what stands on either side of every mark."""
    for document in edition.documents.values():
        rule = edition.languages[document.language].conventions.notes
        for each in edition.contents(document):
            for mark, before, after in _marks(each.content) if each.is_own and each.pointers else ():
                # Punctuation on the other side of the mark than the language's rule is the fault.
                wrong = after if rule.mark == "after" else before
                if wrong and wrong in rule.punctuation:
                    message = f"the mark of note '{mark}' stands {_side(rule.mark)} '{wrong}'"
                    yield Finding(
                        "RG081", "warning", message, document.language, each.where, hint=f"put it {rule.mark} it"
                    )


def _side(right: str) -> str:
    return "before" if right == "after" else "after"


def _marks(content: Content) -> Iterator[tuple[str, str, str]]:
    """Every mark with the character before and after it."""
    for index, inline in enumerate(content):
        if isinstance(inline, NoteMark):
            yield inline.note, plain_text(content[:index])[-1:], plain_text(content[index + 1 :])[:1]
