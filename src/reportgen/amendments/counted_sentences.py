"""The sentences of a text as a reader counts them: `counted_sentences(text, conventions)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.language.conventions import Conventions
from reportgen.language.sentences import split_sentences
from reportgen.record import record
from reportgen.tree.looked import LookedText

_STOP = r"[.?!؟。！？][”»\"’')）》」\]]*"


@record
class CountedSentence:
    """A sentence of a text; `number` is 0 where it is the only one.

    `is_plain` says that whoever counts stops comes to the same number: "see para. 12" has one that ends no sentence.
    """

    number: int
    text: LookedText
    is_plain: bool = True


def counted_sentences(text: LookedText, conventions: Conventions) -> list[CountedSentence]:
    """The sentences of a text in order."""
    spans = split_sentences(conventions, text.text)
    several = len(spans) > 1
    by_stops = set(enumerate(_between_stops(text.text, conventions), 1))
    return [
        CountedSentence(number * several, text.part(*span), (number, span) in by_stops)
        for number, span in enumerate(spans, 1)
    ]


def _between_stops(text: str, conventions: Conventions) -> Iterator[tuple[int, int]]:
    """The stretches of a text that each end with a stop and the blank behind it, or where the text ends."""
    start = 0
    behind = r"\s*" if conventions.script == "han" else r"(?:\s+|\Z)"
    for match in re.finditer(f"(?:{_STOP})({behind})", text):
        yield start, match.start(1)
        start = match.end()
    if start < len(text):
        yield start, len(text)
