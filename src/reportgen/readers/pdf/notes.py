"""Notes at the feet of pages, and their marks, which a PDF has as bare figures in the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.readers.document import ReadDocument, ReadLine, ReadMark
from reportgen.readers.running_text import lines_as_one
from reportgen.tree.inlines import Text
from reportgen.tree.line import Line

_NOTE = re.compile(r"[(（]?(\d{1,3})[)）]?(?![\d.,])[ \t]*(?=\S)")
_ASTERISKS = re.compile(r"\*+ ?\S")


def parted_pages(pages: Sequence[Sequence[str]]) -> tuple[list[list[str]], list[str]]:
    """The lines of the pages without the notes at their feet, and the notes in order, their numbers left out.

    A line begins a note where its number is the next one, and it stands in the lower part of its page.
    """
    bodies: list[list[str]] = []
    notes: list[str] = []
    for page in pages:
        start = _foot(page, len(notes) + 1)
        bodies.append(list(page[:start]))
        for line in page[start:]:
            match = _NOTE.match(line)
            if match and int(match[1]) == len(notes) + 1:
                notes.append(line[match.end() :])
            elif notes and not _ASTERISKS.match(line):
                notes[-1] = lines_as_one(notes[-1], line)
    return bodies, notes


def _foot(page: Sequence[str], number: int) -> int:
    """Where the notes of a page begin; its length where it has none."""
    for at in range(len(page) // 3, len(page)):
        match = _NOTE.match(page[at])
        if _ASTERISKS.match(page[at]) or (match and int(match[1]) == number):
            return at
    return len(page)


def with_notes(document: ReadDocument, notes: Sequence[str]) -> ReadDocument:
    """The document with its notes, and their marks taken out of its text."""
    blocks = list(document.blocks)
    found = list(_marked(blocks, len(notes)))
    made = tuple(_note(number, text, found) for number, text in enumerate(notes, 1))
    return replace(document, blocks=tuple(blocks), notes=made)


def _marked(blocks: list[ReadLine], count: int) -> Iterator[tuple[int, int]]:
    """Each note that is marked with the index of its block, whose text loses the mark."""
    at = 0
    for number in range(1, count + 1):
        mark = re.compile(
            rf"(?<=[^\W\d_]){number}(?!\d)|(?<=[.,;:)»”’。，）]){number}(?!\d)| ?\({number}\)(?= ?[.,\s]|\Z)"
        )
        for index in range(at, len(blocks)):
            line = blocks[index].line
            match = mark.search(line.text)
            if match:
                text = line.text[: match.start()] + line.text[match.end() :]
                marks = (*blocks[index].marks, ReadMark(str(number), str(number)))
                blocks[index] = replace(
                    blocks[index], line=replace(line, text=text), marks=marks, content=(Text(text),)
                )
                yield number, index
                at = index
                break


def _note(number: int, text: str, found: Sequence[tuple[int, int]]) -> ReadLine:
    marked_in = tuple(index for each, index in found if each == number)
    line = Line("", "note", (number,), str(number), text)
    return ReadLine(line, place="footnote", key=str(number), marked_in=marked_in, content=(Text(text),))
