"""Inlines as one line of characters, each with its style; a sign stands for a note's mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from reportgen.record import record
from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Deleted,
    Inline,
    Inserted,
    Italic,
    Link,
    ListJoin,
    NameUse,
    NoteMark,
    NumberReference,
    PrintedFact,
    Text,
)
from reportgen.tree.text import plain_text

ITALIC, BOLD = 1, 2
"""The styles of a character, which may be added up; 0 is plain."""

MARK = "\uffff"
"""The sign for a note's mark: Unicode has no such character, and no file of XML can hold it."""


@record
class Run:
    """Characters that one inline prints, in one style; `note` is the id of a mark's note."""

    text: str
    style: int
    note: str | None = None
    url: bool = False


@record
class Flat:
    """A text with the style of each of its characters; `notes` by the places of their marks, `urls` their places."""

    text: str
    styles: bytes
    notes: dict[int, str]
    urls: frozenset[tuple[int, int]]

    def shown(self, at: int) -> int:
        """A place as it is counted in the text without marks."""
        return at - sum(place < at for place in self.notes)


def flat(content: Content) -> Flat:
    """The inlines of a content in one line."""
    return flat_of_runs(runs(content))


def is_as_printed(came_back: Flat, content: Content) -> bool:
    """Whether a text is what a content prints: a name has its italics from the lexicon, whoever typed it without."""
    printed = flat(content)
    return came_back == printed or (
        came_back.text == printed.text and came_back == flat_of_runs(runs(content, has_looks_of_facts=False))
    )


def flat_of_runs(found: Iterator[Run]) -> Flat:
    """Runs in one line."""
    texts, styles, notes, urls, at = list[str](), bytearray(), dict[int, str](), set[tuple[int, int]](), 0
    for run in found:
        text = run.text if run.note is not None else run.text.replace(MARK, "\ufffd")
        if run.note is not None:
            notes[at] = run.note
        if run.url:
            urls.add((at, at + len(text)))
        texts.append(text)
        styles += bytes([run.style]) * len(text)
        at += len(text)
    return Flat("".join(texts), bytes(styles), notes, frozenset(urls))


def runs(content: Content, style: int = 0, has_looks_of_facts: bool = True) -> Iterator[Run]:
    """The inlines of a content as runs, those inside others too; on request without the italics of names."""
    for inline in content:
        yield from _runs(inline, style, has_looks_of_facts)


def _runs(inline: Inline, style: int, has_looks_of_facts: bool) -> Iterator[Run]:
    match inline:
        case Text() | ListJoin():
            yield Run(inline.text, style)
        case Italic():
            yield from runs(inline.content, style | ITALIC, has_looks_of_facts)
        case Bold():
            yield from runs(inline.content, style | BOLD, has_looks_of_facts)
        case PrintedFact() if not has_looks_of_facts:
            yield Run(plain_text(inline.content), style)
        case PrintedFact() | CrossReference():
            yield from runs(inline.content, style, has_looks_of_facts)
        case Link():
            yield Run(inline.url, style, url=True)
        case NoteMark():
            yield Run(MARK, style, note=inline.note)
        case NameUse() | NumberReference():
            yield Run(plain_text((inline,)), style)
        case Inserted() | Deleted():
            raise AssertionError("a piece carries one edition")
        case _:
            assert_never(inline)
