"""Words of a corrigendum as its file keeps them, and as they are printed: letter by letter in their looks."""

from __future__ import annotations

import hashlib
from typing import Any

from reportgen.tree.inline_data import content_as_data, content_from_data
from reportgen.tree.inlines import Content, Text
from reportgen.tree.looked import LookedText, looked
from reportgen.tree.seen import signed_looks

_DIGITS = 16


def looked_words(words: str | list[Any]) -> LookedText:
    """Kept words letter by letter; a `ValueError` where the file holds no inlines."""
    return looked(content_from_data([words] if isinstance(words, str) else words))


def kept_words(text: LookedText) -> str | list[Any]:
    """Words as the file keeps them: a text, or a list where some of it has a look."""
    content = text.content()
    if all(isinstance(each, Text) for each in content):
        return text.text
    return content_as_data(content)


def digest_of_look(content: Content) -> str:
    """The digest of what a reader sees of some inlines: words, looks, marks."""
    return hashlib.sha256(signed_looks(content).encode(errors="surrogatepass")).hexdigest()[:_DIGITS]
