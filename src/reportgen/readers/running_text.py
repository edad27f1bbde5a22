"""Lines of plain text, as a text file or the pages of a PDF have them, put together into numbered paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from statistics import quantiles

from reportgen.errors import InputError, Position
from reportgen.readers.document import ReadDocument, ReadLine
from reportgen.readers.outline import Outline
from reportgen.readers.typed import Typed, typed_number
from reportgen.tree.inlines import Text
from reportgen.tree.line import Line

MOST_CHARACTERS, MOST_LINES = 7_000_000, 200_000
"""Above any document that people compare: a report of 7,600 paragraphs has 5,600,000 characters."""

_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_FIGURE_AT_END, _FIGURE_AT_START = re.compile(r"[\u3400-\u9fff] ?\d+\Z"), re.compile(r"\d+ ?[\u3400-\u9fff]")
_WIDE_MARK = re.compile(r"[\u3001-\u303f\uff01-\uff5e]")
_ENDED = re.compile(r"[.!?؟。！？:：;；؛…][”»\"'’)）\d]*\Z")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\Z")
_TYPED_AT_START = re.compile(
    r"\(?(?:\d{1,4}|[a-zA-Zа-яА-Я]{1,5}|[一二三四五六七八九十]{1,4})[)）]?[.．、)）-]\s*\S|[\u0600-\u06ff]{1,9} ?[-–]"
)
_LONGEST_HEADING, _LONGEST_LINE = 150, 180
"""Characters; a page has about 100 on a line."""

_ARABIC_NUMBER = re.compile(r"(\d{1,4}|[\u0600-\u06ff]{1,9}) ?[-–](?=[\u0600-\u06ff])")
"""A number whose blank is lost: in Arabic it stands with a dash before its paragraph."""

_SHORT = 0.75
"""A line shorter than so much of a full one, at the end of a sentence, ends its paragraph."""


def paragraphs_of(lines: Iterable[str]) -> list[str]:
    """The paragraphs that lines make: parted by empty lines, by numbers at line starts, and behind short last lines.

    Words that a line break parted are whole again. Where lines are longer than a page is wide, each is a paragraph.
    """
    found: list[str] = []
    given = [line.strip() for line in lines]
    full = _full_length(given)
    if full > _LONGEST_LINE:
        return [line for line in given if line]
    is_open = False
    for line in given:
        if not line:
            is_open = False
        elif is_open and not _begins(line, bool(_ENDED.search(found[-1]))):
            found[-1] = lines_as_one(found[-1], line)
        else:
            found.append(line)
        is_open = bool(line) and not (_ENDED.search(line) and len(line) < _SHORT * full)
    return found


def lines_as_one(before: str, behind: str) -> str:
    """Two lines of a paragraph as one: without the hyphen of a parted word, and without a blank between Chinese signs.

    A hyphen before a capital or a figure is one of the text (Latin-American).
    """
    if _BROKEN_WORD.search(before):
        return (before[:-1] if behind[:1].islower() else before) + behind
    # Chinese lines break anywhere, in a year too: 20 and 19年, with blanks beside the year where a layout makes them.
    if _FIGURE_AT_END.search(before) and _FIGURE_AT_START.match(behind):
        return before + behind
    # A wide comma has its blank in itself, whatever stands beside it: 8、11.
    if _WIDE_MARK.match(before[-1:]) or (_CHINESE.match(before[-1:]) and _CHINESE.match(behind[:1])):
        return before + behind
    return f"{before} {behind}"


def numbered_document(paragraphs: Iterable[str], shown: str) -> ReadDocument:
    """The paragraphs of a text as a reader sees them: what begins with a number is counted by it."""
    outline = Outline()
    return ReadDocument(shown, "accepted", tuple(_read_lines(paragraphs, outline)))


def check_length(lines: int, characters: int, shown: str) -> None:
    """An `InputError` where a text is longer than any document."""
    for count, most, what in ((lines, MOST_LINES, "lines"), (characters, MOST_CHARACTERS, "characters")):
        if count > most:
            raise InputError(f"the file has {count:,} {what}, more than {most:,}", Position(shown), "part it")


def _read_lines(paragraphs: Iterable[str], outline: Outline) -> Iterator[ReadLine]:
    for paragraph in paragraphs:
        text = _ARABIC_NUMBER.sub(r"\1 - ", paragraph, count=1) if _ARABIC_NUMBER.match(paragraph) else paragraph
        typed = typed_number(text, sure=_is_heading(text))
        # A bare figure before a sentence may belong to it: "12 countries took part".
        is_numbered = typed is not None and not typed.bare
        line = _numbered(typed, outline) if typed and is_numbered else Line("", "plain", (), "", paragraph)
        yield ReadLine(line, typed=bool(line.path), content=(Text(line.text),))


def _is_heading(paragraph: str) -> bool:
    """Whether a paragraph is short and no sentence, so that a letter or a roman numeral before it is a number."""
    return len(paragraph) <= _LONGEST_HEADING and not _ENDED.search(paragraph)


def _numbered(typed: Typed, outline: Outline) -> Line:
    kind, path = outline.read(typed)
    return Line("", kind, path, typed.label, " ".join(typed.rest.split()))


def _full_length(lines: list[str]) -> float:
    """How long a line is that is full: as nine of ten are not longer than."""
    lengths = [len(line) for line in lines if line]
    return quantiles(lengths, n=10)[8] if len(lengths) > 1 else 0.0


def _begins(line: str, is_ended: bool) -> bool:
    """Whether a line begins a paragraph of its own, by its number; behind a whole sentence also by a letter."""
    typed = typed_number(line, sure=is_ended)
    return typed is not None and not typed.bare and _TYPED_AT_START.match(line) is not None
