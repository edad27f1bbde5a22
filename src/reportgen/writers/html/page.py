"""The page around what is written: its head, and anchors that stand once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.tree import nodes as tree
from reportgen.tree.printed import identity_of
from reportgen.tree.text import plain_text, text_html
from reportgen.writers.html.inlines import UNTRANSLATED_SPAN

_ANCHOR = re.compile(r' id="[^"]*"(?=[^<>]*>)')
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""Nothing is loaded and nothing runs, whatever stands in the text."""

_IDENTITY = ("symbol", "edition", "language", "digest")


def page_html(documents: Sequence[tree.Document], look: str, body: Iterable[str]) -> bytes:
    """A page in UTF-8 with what documents print; its language and its direction are those of the first."""
    first = documents[0]
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{text_html(first.looks.locale)}" dir="{first.direction}">',
        *_head(documents, look),
        "<body>",
        *body,
        "</body>",
        "</html>",
    ]
    return (_once("\n".join(lines)) + "\n").encode()


def _head(documents: Sequence[tree.Document], look: str) -> Iterator[str]:
    said = [identity_of(each) for each in documents]
    title = plain_text(documents[0].masthead.title)
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{text_html(_POLICY)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    for name in _IDENTITY:
        values = dict.fromkeys(str(getattr(each, name)) for each in said)
        yield f'<meta name="reportgen-{name}" content="{text_html(" ".join(values))}">'
    yield f"<title>{text_html(': '.join(filter(None, (documents[0].symbol, title))))}</title>"
    yield f"<style>{look}</style>"
    yield "</head>"


def _once(page: str) -> str:
    """The page with each anchor at its first place alone: a note may have several marks."""
    seen = set[str]()

    def first(found: re.Match[str]) -> str:
        if found[0] in seen:
            return ""
        seen.add(found[0])
        return found[0]

    return _ANCHOR.sub(first, page)


def with_original_language(text: str, document: tree.Document) -> str:
    """Some HTML with the language of what is not translated, which is printed in that of the original."""
    original = text_html(document.printed_from.language)
    said = f'<span class="untranslated" lang="{original}" dir="auto">' if original else UNTRANSLATED_SPAN
    # No text can hold a tag, since its signs are escaped.
    return text.replace(UNTRANSLATED_SPAN, said)
