"""Comments of Word: the part that holds what is said, and the ranges of text that it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportgen.record import record
from reportgen.tree import nodes as tree
from reportgen.tree.cut import cut
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_inlines
from reportgen.writers.docx.runs import Runs
from reportgen.writers.docx.xml import escape, part

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[-+]\d{2}:\d{2})?")
_BLANKS = str.maketrans("\u00a0\u202f", "  ")


@record
class _Range:
    """The characters of a piece that a comment is about."""

    number: int
    start: int
    end: int


@dataclass
class WrittenComments:
    """The comments of one document, by piece; each is written once, where its piece is printed first."""

    comments: Sequence[tree.Comment]
    waiting: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.waiting = defaultdict(list)
        for number, comment in enumerate(self.comments):
            self.waiting[comment.piece].append(number)

    def content(self, name: str, content: Content, runs: Runs) -> str:
        """The runs of a piece with the ranges of its comments; those of a footnote stand at its mark."""
        ranges = list(self._ranges(name, content)) if self.waiting else []
        if not ranges:
            return runs.content(content)
        places = sorted({place for each in ranges for place in (each.start, each.end)})
        first, *others = cut(content, places)
        parts = [runs.content(first)]
        for place, piece in zip(places, others, strict=True):
            parts += [_end(each.number) for each in ranges if each.start < each.end == place]
            parts += [_start(each.number) for each in ranges if each.start == place]
            parts += [_end(each.number) for each in ranges if each.start == each.end == place]
            parts.append(runs.content(piece))
        return "".join(parts)

    def part(self) -> bytes:
        """The part with what is said: word/comments.xml."""
        return part("comments", "".join(_comment(number, each) for number, each in enumerate(self.comments)))

    def _ranges(self, name: str, content: Content) -> Iterator[_Range]:
        text = plain_text(content).translate(_BLANKS)
        for number in self.waiting.pop(name, ()):
            quote = self.comments[number].quote.translate(_BLANKS)
            start = text.find(quote)
            yield _Range(number, start, start + len(quote)) if quote and start >= 0 else _Range(number, 0, len(text))
        # What a picture shows is not printed; what is said of that stands at its caption.
        for number in self.waiting.pop(f"{name}/alternative", ()):
            yield _Range(number, 0, len(text))
        # Word takes no comments inside of footnotes.
        for note, place in _marks(content):
            yield from (_Range(number, place, place) for number in self.waiting.pop(note, ()))


def _marks(content: Content) -> Iterator[tuple[str, int]]:
    """The footnotes that are marked, each with the place of its mark in the text."""
    for index, inline in enumerate(content):
        if isinstance(inline, NoteMark):
            yield inline.note, len(plain_text(content[:index]))
        else:
            inner = [each for each in all_inlines((inline,)) if isinstance(each, NoteMark)]
            yield from ((each.note, len(plain_text(content[: index + 1]))) for each in inner)


def _start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def _end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def _comment(number: int, comment: tree.Comment) -> str:
    date = f' w:date="{comment.date}"' if _DATE.fullmatch(comment.date) else ""
    initials = "".join(word[:1] for word in comment.author.split())
    first, *others = (f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r>' for line in comment.text.split("\n"))
    paragraphs = "".join(f"<w:p>{line}</w:p>" for line in (f"<w:r><w:annotationRef/></w:r>{first}", *others))
    return (
        f'<w:comment w:id="{number}" w:author="{escape(comment.author)}"{date} w:initials="{escape(initials)}">'
        f"{paragraphs}</w:comment>"
    )
