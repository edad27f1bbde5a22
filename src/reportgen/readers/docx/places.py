"""Where in the lines of a file its tracked changes and comments stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from reportgen.readers.document import ReadChange, ReadComment, ReadLine
from reportgen.readers.docx.comments import SaidComment
from reportgen.readers.docx.found import ReadContent
from reportgen.readers.docx.labelled import line_of

_LONGEST_QUOTE, _MOST_QUOTED = 500, 50
"""Characters and paragraphs: a comment may be about a whole chapter."""


@dataclass
class PlacedParagraph:
    """A paragraph in its line, whose text is `text`; `before` is how much of that stands in paragraphs above it."""

    content: ReadContent
    line: int
    text: str
    before: int = 0

    @cached_property
    def ends(self) -> list[int]:
        """Where each piece begins, and at last where the text ends."""
        return [0, *accumulate(map(len, self.content.pieces))]

    @cached_property
    def shown(self) -> str:
        """The text on one line, with a label before it and blanks round it."""
        return self.content.text().replace("\t", " ").replace("\n", " ")

    @cached_property
    def since(self) -> int:
        """Where the text of the line begins in the paragraph."""
        in_one = not self.before and self.text in self.shown
        return self.shown.rfind(self.text if in_one else line_of(self.shown))

    def place(self, at: int) -> int:
        """Where the beginning of a piece stands in the text of the line; a label before it counts for nothing."""
        return min(max(self.before + self.ends[at] - self.since, 0), len(self.text))


def placed_blocks(
    contents: Sequence[ReadContent], listed: Sequence[int], lines: Sequence[ReadLine]
) -> Iterator[PlacedParagraph]:
    """All paragraphs of the body; one that is no line, since it is empty, belongs to the next one that is."""
    # Most files have nothing to place.
    if not any(content.changes or content.comments for content in contents):
        return
    index = 0
    for at, content in enumerate(contents):
        while index < len(listed) - 1 and listed[index] < at:
            index += 1
        text = lines[index].line.text if listed and listed[index] == at else ""
        yield PlacedParagraph(content, index if listed else -1, text)


def placed_note(contents: Sequence[ReadContent], line: int, text: str) -> Iterator[PlacedParagraph]:
    """The paragraphs of a note, which are joined by blanks."""
    before = 0
    for content in contents:
        paragraph = PlacedParagraph(content, line, text, before)
        yield paragraph
        own = line_of(paragraph.shown)
        before += len(own) + 1 if own else 0


def placed_changes(paragraphs: Sequence[PlacedParagraph]) -> Iterator[ReadChange]:
    """The tracked changes in the order of the lines."""
    for paragraph in paragraphs:
        for each in sorted(paragraph.content.changes, key=lambda change: (change.at, change.until)):
            start, end = paragraph.place(each.at), paragraph.place(each.until)
            yield ReadChange(each.kind, each.text, each.author, each.date, paragraph.line, start, end)


def placed_comments(paragraphs: Sequence[PlacedParagraph], said: Mapping[str, SaidComment]) -> list[ReadComment]:
    """The comments in the order of what they are about; those about nothing in the text are the last."""
    spans = _spans(paragraphs)
    order = sorted(said, key=lambda key: spans[key].order if key in spans else (len(paragraphs), 0))
    index = {key: number for number, key in enumerate(order)}
    return [_comment(said[key], index.get(said[key].parent, -1), spans.get(key), paragraphs) for key in order]


@dataclass(slots=True)
class _Span:
    """From one place to another: each an index of a paragraph and a number of pieces."""

    start: tuple[int, int]
    end: tuple[int, int]

    @property
    def order(self) -> tuple[int, int]:
        return self.start


def _spans(paragraphs: Sequence[PlacedParagraph]) -> dict[str, _Span]:
    """What each comment is about, by its key: from its start to its end, else the place of its mark."""
    found: dict[str, _Span] = {}
    for index, paragraph in enumerate(paragraphs):
        for each in paragraph.content.comments:
            place = index, each.at
            if each.key not in found:
                found[each.key] = _Span(place, place)
            elif each.what == "end":
                found[each.key].end = place
    return found


def _comment(said: SaidComment, parent: int, span: _Span | None, paragraphs: Sequence[PlacedParagraph]) -> ReadComment:
    if span is None:
        return ReadComment(said.text, said.author, said.date, -1, resolved=said.resolved, parent=parent)
    first, last = paragraphs[span.start[0]], paragraphs[span.end[0]]
    start = first.place(span.start[1])
    end = last.place(span.end[1]) if first.line == last.line else len(first.text)
    quote = "".join(_quoted(span, paragraphs))
    return ReadComment(said.text, said.author, said.date, first.line, start, end, quote, said.resolved, parent)


def _quoted(span: _Span, paragraphs: Sequence[PlacedParagraph]) -> Iterator[str]:
    """The words that a comment is about, paragraphs parted by blanks; no more than anybody reads."""
    left = _LONGEST_QUOTE
    for index in range(span.start[0], min(span.end[0], span.start[0] + _MOST_QUOTED) + 1):
        paragraph = paragraphs[index]
        since = paragraph.ends[span.start[1]] if index == span.start[0] else 0
        until = paragraph.ends[span.end[1]] if index == span.end[0] else len(paragraph.shown)
        text = paragraph.shown[since : min(until, since + left)]
        yield f" {text}" if index > span.start[0] and text else text
        left -= len(text)
        if left <= 0:
            return
