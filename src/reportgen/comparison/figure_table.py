"""How figures moved: as lines of text, as a page of HTML, and as small multiples, a picture with one panel a figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape

from reportgen.comparison.figures import FigureChange, FigureMove
from reportgen.comparison.table_page import table_page

_WORTH_A_LINE = ("moved", "unlike", "new", "dropped")
_HEADS = ("where", "what", "last", "this", "change", "%", "of")
_NOTHING = "–"
_WIDEST = 60

_COLUMNS, _WIDTH, _HEIGHT, _GAP, _TOP = 4, 220, 96, 16, 72
"""Panels in a row; the width and height of each, the space between them and above the first, in pixels."""

_BAR, _LABEL, _MOST_LETTERS = 18, 96, 34
"""The height of a bar, the width that its figure takes, the letters of a title."""

_STYLE = """\
text { font-family: sans-serif; font-size: 11px; fill: #1a1a1a; }
.head { font-size: 16px; font-weight: bold; }
.title { font-weight: bold; }
.last { fill: #9aa5b1; }
.this { fill: #0b5fa5; }
"""


def moves_summary(moves: Sequence[FigureMove]) -> str:
    """How many figures moved, are new, were dropped, or stayed as they were."""
    counts = Counter(each.change for each in moves)
    named: dict[FigureChange, str] = {
        "moved": "moved",
        "unlike": "in other units",
        "new": "new",
        "dropped": "dropped",
        "same": "the same",
    }
    return ", ".join(f"{counts[change]} {name}" for change, name in named.items() if counts[change]) or "no figures"


def move_lines(moves: Sequence[FigureMove]) -> Iterator[str]:
    """The table as lines of text, its heads first; figures that stayed as they were are left out."""
    rows = [_row(each) for each in moves if each.change in _WORTH_A_LINE]
    if not rows:
        return
    widths = [min(_WIDEST, max(len(row[at]) for row in (_HEADS, *rows))) for at in range(len(_HEADS))]
    for row in (_HEADS, *rows):
        # Numbers are compared by eye, so they stand flush right.
        cells = [
            cell.rjust(width) if 2 <= at <= 5 else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def moves_page(title: str, moves: Sequence[FigureMove]) -> str:
    """The picture and the table as one page that stands alone."""
    shown = [each for each in moves if each.change in _WORTH_A_LINE]
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in _HEADS)
    rows = "".join(f"<tr>{_cells(_row(each))}</tr>\n" for each in shown)
    table = f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n" if shown else ""
    picture = f"{moves_picture(title, moves)}\n" if any(each.difference is not None for each in shown) else ""
    body = f"<p>{escape(moves_summary(moves))}</p>\n{picture}{table}"
    return table_page(title, body)


def moves_picture(title: str, moves: Sequence[FigureMove]) -> str:
    """Small multiples as SVG: each figure that moved with two bars, what it was and what it is.

    Each panel has a scale of its own from nought, since counts, percentages and amounts have none in common.
    """
    moved = [each for each in moves if each.difference is not None]
    rows = -(-len(moved) // _COLUMNS)
    width = _COLUMNS * (_WIDTH + _GAP) + _GAP
    height = _TOP + rows * (_HEIGHT + _GAP)
    summary = moves_summary(moves)
    panels = "".join(_panel(each, number) for number, each in enumerate(moved))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img" aria-label="{escape(f"{title}: {summary}")}">\n<style>\n{_STYLE}</style>\n'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n'
        f'<text class="head" x="{_GAP}" y="28">{escape(title)}</text>\n'
        f'<text x="{_GAP}" y="50">{escape(summary)}; grey: last, blue: this</text>\n{panels}</svg>'
    )


def _panel(move: FigureMove, number: int) -> str:
    last, this = move.last, move.this
    assert last is not None
    assert this is not None
    assert last.number is not None
    assert this.number is not None
    left = _GAP + number % _COLUMNS * (_WIDTH + _GAP)
    top = _TOP + number // _COLUMNS * (_HEIGHT + _GAP)
    largest = max(abs(last.number), abs(this.number)) or Decimal(1)
    title = move.of or move.key.partition("/")[2].replace("_", " ")
    short = title if len(title) <= _MOST_LETTERS else f"{title[: _MOST_LETTERS - 1]}…"
    percent = f" ({_signed(move.percent)}%)" if move.percent is not None else ""
    said = f"{move.where} {_signed(move.difference)}{percent}".strip()
    bars = [
        _bar(left, top + 34, last.number / largest, "last", last.said),
        _bar(left, top + 34 + _BAR + 4, this.number / largest, "this", this.said),
    ]
    return (
        f"<g><title>{escape(f'{move.where} {move.key}'.strip())}</title>\n"
        f'<text class="title" x="{left}" y="{top + 12}">{escape(short)}</text>\n'
        f'<text x="{left}" y="{top + 27}">{escape(said)}</text>\n'
        f"{''.join(bars)}</g>\n"
    )


def _bar(left: int, top: int, share: Decimal, name: str, said: str) -> str:
    length = max(1, round(abs(share) * (_WIDTH - _LABEL)))
    return (
        f'<rect class="{name}" x="{left}" y="{top}" width="{length}" height="{_BAR}"/>'
        f'<text x="{left + length + 4}" y="{top + _BAR - 5}">{escape(said)}</text>\n'
    )


def _row(move: FigureMove) -> tuple[str, ...]:
    last, this = (each.said if each else _NOTHING for each in (move.last, move.this))
    said = move.change if move.difference is None else _signed(move.difference)
    percent = "" if move.percent is None else _signed(move.percent)
    return move.where, move.key, last, this, said, percent, move.of


def _cells(row: Sequence[str]) -> str:
    marks = [' class="number"' if 2 <= at <= 5 else "" for at in range(len(row))]
    return "".join(f"<td{mark}>{escape(cell)}</td>" for mark, cell in zip(marks, row, strict=True))


def _signed(number: Decimal | None) -> str:
    return "" if number is None else f"{number:+,f}"
