"""The lines above the text: paragraphs parted at tabs and line breaks, each with the id that its bookmark gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.readers.document import ReadMastheadLine
from reportgen.readers.docx.found import ReadContent
from reportgen.readers.docx.inlines import runs_between
from reportgen.tree.inlines import NoteMark
from reportgen.tree.seen import part_of, seen_content
from reportgen.word.bookmarks import hidden_id


def masthead_lines(paragraphs: Iterable[tuple[ReadContent, Sequence[NoteMark]]]) -> Iterator[ReadMastheadLine]:
    """The lines of some paragraphs, each given with the marks of notes in it; empty ones are left out."""
    for content, marks in paragraphs:
        names = {each.at: name for each in content.bookmarks if (name := hidden_id(each.name))}
        since = 0
        for index, piece in enumerate([*content.pieces, "\n"]):
            if piece in ("\t", "\n"):
                yield from _line(content, marks, since, index, names)
                since = index + 1


def _line(
    content: ReadContent, marks: Sequence[NoteMark], since: int, until: int, names: dict[int, str]
) -> Iterator[ReadMastheadLine]:
    runs = list(runs_between(content, marks, since, until))
    text = "".join(run.text for run in runs).strip(" \u200e")
    if text:
        name = next((names[at] for at in range(since, until) if at in names), "")
        yield ReadMastheadLine(name, seen_content(part_of(runs, text)))
