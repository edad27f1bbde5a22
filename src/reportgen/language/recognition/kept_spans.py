"""What was found in texts, kept in the store: a text that was looked through before is not looked through again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from reportgen.language.recognition.reading import QualifierWords
from reportgen.language.recognition.span import Span
from reportgen.store import digest_of_bytes, store_key
from reportgen.store.packs import Pack

_MOST = 50_000
"""Texts of a language that are kept: a report of 7,600 paragraphs asks about 25,000."""

_Found = TypeVar("_Found", Span, QualifierWords)


class KeptSpans:
    """What was found by the words and rules that have this digest."""

    def __init__(self, digest: bytes) -> None:
        self._pack = Pack("spans", store_key("spans", digest), _MOST)

    def found(self, what: str, text: str, kind: type[_Found], find: Callable[[str], list[_Found]]) -> list[_Found]:
        """What `find` gives for a text, asked only once: `what` is its name, and `kind` what it finds."""
        name = what + digest_of_bytes(text.encode("utf-8", "surrogatepass")).hex()
        data = self._pack.find(name)
        if data is None:
            names = kind.__match_args__
            data = tuple(tuple(getattr(each, name) for name in names) for each in find(text))
            self._pack.put(name, data)
        return [kind(*fields) for fields in data]
