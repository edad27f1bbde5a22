"""What lines of a file are by their looks, and how blocks are put together of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.adoption.draft import DraftText
from reportgen.adoption.lines import is_bold
from reportgen.readers import ReadLine
from reportgen.readers.captions import labelled
from reportgen.record import replace

_LONGEST_HEADING = 120
_ENDS_OF_SENTENCES = ".;:,!?。；：，؛،"
_SUMMARY_TEXT = "summary text"


def is_heading_by_looks(line: ReadLine) -> bool:
    """Whether a text without a style is short, in bold and no sentence, and no caption either."""
    text = line.line.text
    return (
        line.place == "body"
        and not line.marks
        and 0 < len(text) <= _LONGEST_HEADING
        and is_bold(line.content)
        and text[-1] not in _ENDS_OF_SENTENCES
        and any(map(str.isalpha, text))
        and labelled(text) is None
    )


def is_of_summary(line: ReadLine) -> bool:
    """Whether a line behind the heading of the summary belongs to it: by its style, in files without any by its id."""
    return line.style.casefold() == _SUMMARY_TEXT or (
        not line.style and line.line.kind == "plain" and bool(line.line.id)
    )


def item_ids(name: str, levels: Sequence[int]) -> Iterator[str]:
    """The ids of the items of a list by their levels: list/2, and list/2-1 for the first one inside it."""
    counts: list[int] = []
    for level in levels:
        counts = [*counts[:level], *[0] * (level - len(counts))]
        counts[-1] += 1
        yield f"{name}/{'-'.join(map(str, counts))}"


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same but for blanks and capitals."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def with_part(paragraph: DraftText, part: DraftText, level: int) -> DraftText:
    """The paragraph with one more part at a level."""
    if level == 1:
        return replace(paragraph, parts=(*paragraph.parts, part))
    *before, last = paragraph.parts
    return replace(paragraph, parts=(*before, with_part(last, part, level - 1)))
