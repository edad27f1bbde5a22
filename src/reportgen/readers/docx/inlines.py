"""The texts of a paragraph as inlines: in italics and bold, with addresses and the marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.readers.docx.found import ReadContent
from reportgen.readers.docx.looks import BOLD, ITALIC, LINK
from reportgen.tree.inlines import Content, NoteMark, Text
from reportgen.tree.seen import SeenRun, part_of, seen_content

_ADDRESS = re.compile(r"https?://[^\s<>{}]+")


def inlines_of(content: ReadContent, marks: Sequence[NoteMark], text: str, is_lettered: bool = False) -> Content:
    """The inlines of the part of a paragraph that has a text: what its line shows without label and number.

    `marks` are those of its footnotes in their order; `is_lettered` says that its letter is its own, and marks nothing.
    """
    if not (marks or content.letters or content.letter or any(content.looks)):
        return (Text(text),) if text else ()
    before = [] if is_lettered or not content.letter else [_letter(content.letter)]
    runs = map(_on_one_line, runs_between(content, marks, 0, len(content.pieces)))
    return seen_content(part_of([*before, *runs], text))


def joined_inlines(contents: Sequence[ReadContent], text: str) -> Content:
    """The inlines of the paragraphs of a note, joined by blanks, as far as they have its text."""
    if not any(any(content.looks) for content in contents):
        return (Text(text),) if text else ()
    parts = (list(runs_between(content, (), 0, len(content.pieces))) for content in contents if content.text().strip())
    runs = [run for part in parts for run in (*part, SeenRun(" "))]
    return seen_content(part_of([_on_one_line(run) for run in runs], text))


def runs_between(content: ReadContent, marks: Sequence[NoteMark], since: int, until: int) -> Iterator[SeenRun]:
    """The runs of some pieces of a paragraph, with the marks that stand before, between and behind them."""
    waiting = [each for each in _marks(content, marks) if since <= each[0] <= until]
    at = since
    for place, mark in [*waiting, (until, None)]:
        yield from _texts(content, at, place)
        yield from [mark] if mark else []
        at = place


def _marks(content: ReadContent, marks: Sequence[NoteMark]) -> list[tuple[int, SeenRun]]:
    """The marks of footnotes and of lettered notes, each with the number of pieces before it."""
    # A note that marks a note, as only a broken file has it, comes without marks.
    footnotes = ((found.at, SeenRun("", note=mark)) for found, mark in zip(content.marks, marks, strict=False))
    letters = ((found.at, _letter(found.label)) for found in content.letters)
    return sorted([*footnotes, *letters], key=lambda each: each[0])


def _letter(label: str) -> SeenRun:
    """The mark of a lettered note, which a file names by nothing but its letter."""
    return SeenRun("", note=NoteMark(label, label))


def _texts(content: ReadContent, since: int, until: int) -> Iterator[SeenRun]:
    pieces = zip(content.looks[since:until], content.pieces[since:until], strict=True)
    for look, group in groupby(pieces, lambda piece: piece[0]):
        text = "".join(text for _, text in group)
        is_address = look >= LINK and _ADDRESS.fullmatch(text) is not None
        yield SeenRun(text, bool(look & ITALIC), bool(look & BOLD), is_address)


def _on_one_line(run: SeenRun) -> SeenRun:
    return SeenRun(run.text.replace("\t", " ").replace("\n", " "), run.italic, run.bold, run.link, run.note)
