"""Pieces of wording as they are written: the inverse of `scan`."""

from __future__ import annotations

import re
from typing import assert_never

from reportgen.wording.pieces import Filter, Placeholder, ReferenceCall, TypedText

_SIGN = re.compile(
    r"""\\(?=[\\*\[\]{}<>\#])   # a backslash that would escape what follows
      | [*{}]
      | \[(?=\^)
      | <(?=https?://)
    """,
    re.VERBOSE,
)
"""What words cannot hold as it is."""


def literal(words: str, following: str = "") -> str:
    """The words as wording that prints them: `\\` before what would be read as a placeholder or mark-up.

    `following` is the wording behind them, together with which their last sign may mean something.
    """
    signs = {match.start() for match in _SIGN.finditer(words + following)}
    return "".join(f"\\{sign}" if at in signs else sign for at, sign in enumerate(words))


def written(piece: Placeholder | ReferenceCall | TypedText) -> str:
    """A placeholder as it is written."""
    match piece:
        case TypedText():
            return f"{{{{ typed({quoted(piece.text)}, why={quoted(piece.why)}) }}}}"
        case Placeholder():
            name = f"{piece.fact}.{piece.item}" if piece.item else piece.fact
        case ReferenceCall():
            to = f", to={quoted(piece.to)}" if piece.to else ""
            name = f"{piece.function}({', '.join(map(quoted, piece.ids))}{to})"
        case _:
            assert_never(piece)
    return f"{{{{ {' | '.join([name, *map(written_filter, piece.filters)])} }}}}"


def written_filter(each: Filter) -> str:
    """A filter as it is written, with its words in brackets."""
    words = [*map(quoted, each.arguments), *(f"{key}={quoted(value)}" for key, value in each.options)]
    return f"{each.name}({', '.join(words)})" if words else each.name


def quoted(text: str) -> str:
    """A text as the argument of a filter."""
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))
