"""Limits on a Markdown file, checked before it is parsed, and set well above any report.

Measured so that no file within the limits takes more than two seconds, half of it for what is done with the lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.errors import InputError, Position
from reportgen.readers.markdown.blocks import MarkdownBlock

LARGEST_MARKDOWN = 40_000_000
MOST_MARKDOWN_CHARACTERS = 7_000_000
MOST_LINES = 40_000
MOST_BARS = 60_000
MOST_SIGNS = 120_000
"""A report of 7,600 paragraphs has 5,600,000 characters, 19,000 lines and 30,000 signs of markup."""

MOST_BLOCKS = 25_000
LONGEST_BLOCK = 40_000
MOST_OPEN = 100_000
"""The most open brackets times signs of markup in a block: for each bracket the parser looks through all signs."""

_FEW = 8
_SIGNS = "\\`*_[<&"


def check_size(path: Path, shown: str) -> None:
    """Raise an `InputError` where a file is larger than any text; a missing file is reported where it is read."""
    size = path.stat().st_size if path.is_file() else 0
    _check(size, LARGEST_MARKDOWN, "bytes", shown)


def check_text(text: str, shown: str) -> None:
    """An error where a text is longer, or has more markup, than that of any report."""
    _check(len(text), MOST_MARKDOWN_CHARACTERS, "characters", shown)
    _check(text.count("\n"), MOST_LINES, "lines", shown)
    _check(text.count("|"), MOST_BARS, "bars of tables", shown)
    _check(_signs(text), MOST_SIGNS, "signs of markup", shown)


def check_blocks(blocks: Sequence[MarkdownBlock], shown: str) -> None:
    """An error where a text has more blocks than any report, or more brackets that nothing closes."""
    _check(len(blocks), MOST_BLOCKS, "blocks", shown)
    _check(max((len(block.source) for block in blocks), default=0), LONGEST_BLOCK, "characters in a paragraph", shown)
    brackets = ((_open(block.source), _signs(block.source)) for block in blocks if "[" in block.source)
    if sum(opened * signs for opened, signs in brackets if opened > _FEW) > MOST_OPEN:
        raise InputError(
            "the file has too many brackets that nothing closes",
            Position(shown),
            "write \\[ where one is meant literally",
        )


def _check(count: int, most: int, what: str, shown: str) -> None:
    if count > most:
        raise InputError(f"the file has {count:,} {what}, more than {most:,}", Position(shown), "part it")


def _signs(text: str) -> int:
    return sum(text.count(sign) for sign in _SIGNS)


def _open(text: str) -> int:
    """How many brackets are open at once, at most."""
    most = depth = 0
    for character in text:
        if character == "[":
            depth += 1
            most = max(most, depth)
        elif character == "]" and depth:
            depth -= 1
    return most
