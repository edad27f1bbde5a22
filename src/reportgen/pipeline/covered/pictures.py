"""Pictures of what a report covers, as SVG that stands by itself: a map of tiles, and bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from reportgen.pipeline.covered.count import Coverage, tiles

_TILE, _GAP = 30, 2
_EMPTY, _SHADES = "#e4e7e4", ("#b7d3e6", "#7fb2d4", "#3f86b5", "#00538a")
_INK, _LIGHT = "#1d2329", "#ffffff"
_FONT = "system-ui, Arial, sans-serif"


def map_svg(coverage: Coverage, title: str) -> str:
    """A tile for each Member State and observer State, the darker the more places name it."""
    counts = {each.id: len(each.pieces) for each in coverage.states}
    names = {each.id: each.name for each in coverage.states}
    places = tiles()
    width = (max(column for column, _ in places.values()) + 1) * (_TILE + _GAP)
    height = (max(row for _, row in places.values()) + 1) * (_TILE + _GAP)
    drawn = "".join(_tile(name, *at, counts.get(name, 0), names.get(name, name)) for name, at in places.items())
    return _svg(width, height, f"{title}: {len(counts)} States are named", drawn)


def bars_svg(counts: Mapping[str, int], title: str) -> str:
    """A bar for each name with its number."""
    most, rows = max(counts.values(), default=1) or 1, list(counts.items())
    label, room, line = 260, 300, 26
    drawn = "".join(
        _bar(index, name, count, label, room * count / most, line) for index, (name, count) in enumerate(rows)
    )
    return _svg(label + room + 60, max(len(rows), 1) * line + 6, title, drawn)


def _tile(name: str, column: int, row: int, count: int, full: str) -> str:
    x, y = column * (_TILE + _GAP), row * (_TILE + _GAP)
    shade = _EMPTY if not count else _SHADES[min(count, len(_SHADES)) - 1]
    ink = _LIGHT if count > 2 else _INK
    times = "not named" if not count else f"in {count} place{'s'[: count > 1]}"
    return (
        f'<g><title>{escape(full)}: {times}</title><rect x="{x}" y="{y}" width="{_TILE}" height="{_TILE}" rx="4" '
        f'fill="{shade}"/>{_words(name, x + _TILE / 2, y + _TILE / 2 + 4, ink, 11, "middle")}</g>'
    )


def _bar(index: int, name: str, count: int, label: int, length: float, line: int) -> str:
    y = index * line + 4
    shown = name if len(name) <= 40 else f"{name[:39]}…"
    return (
        f"<g><title>{escape(name)}: {count}</title>{_words(shown, label - 8, y + 14, _INK, 12, 'end')}"
        f'<rect x="{label}" y="{y}" width="{length:.1f}" height="{line - 8}" rx="3" fill="{_SHADES[2]}"/>'
        f"{_words(str(count), label + length + 6, y + 14, _INK, 12, 'start')}</g>"
    )


def _words(text: str, x: float, y: float, ink: str, size: int, anchor: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} fill="{ink}" font-size="{size}" font-family={quoteattr(_FONT)}>{escape(text)}</text>'


def _svg(width: float, height: float, title: str, drawn: str) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    ground = f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fdfdfb"/>'
    named = f'xmlns="http://www.w3.org/2000/svg" role="img" aria-label={quoteattr(title)}'
    return f"<svg {named} {size}>{ground}{drawn}</svg>\n"


def counted(names: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Names with their numbers, the highest first."""
    return dict(sorted(names, key=lambda each: -each[1]))
