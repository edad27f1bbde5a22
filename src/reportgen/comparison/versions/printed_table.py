"""Disagreements as a table: lines of text, and one page of HTML that stands alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from reportgen.comparison.table_page import table_page
from reportgen.comparison.versions.disagreements import Disagreement
from reportgen.record import record

_NOTHING = "–"
_WIDEST = 44


@record
class SaidTogether:
    """The versions that say the same."""

    names: tuple[str, ...]
    values: tuple[str, ...]

    def __str__(self) -> str:
        return f"{', '.join(self.names)}: {', '.join(self.values) or _NOTHING}"


def said_together(found: Disagreement) -> list[SaidTogether]:
    """Who says what, those that stand against the others first."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(found.said, key=lambda name: name not in found.odd):
        groups.setdefault(found.said[name], []).append(name)
    return [SaidTogether(tuple(names), values) for values, names in groups.items()]


def disagreement_lines(found: Sequence[Disagreement]) -> Iterator[str]:
    """The table as lines of text, its heads first; nothing where nothing was found."""
    rows = [(each.place, each.about, "; ".join(map(str, said_together(each)))) for each in found]
    heads = ("where", "what", "who says what")
    widths = [min(_WIDEST, max(len(row[column]) for row in (heads, *rows))) for column in (0, 1)]
    for place, about, said in (heads, *rows) if rows else ():
        yield f"{place.ljust(widths[0])}  {about.ljust(widths[1])}  {said}".rstrip()


@record
class ShownComparison:
    """What a page says of one document: its name, where there are several, a summary, the versions, and the table."""

    summary: str
    names: tuple[str, ...] = ()
    found: tuple[Disagreement, ...] = ()
    document: str = ""


def disagreement_page(title: str, shown: Sequence[ShownComparison]) -> str:
    """The tables as a page of HTML, a column a version, with what stands against the others marked."""
    return table_page(title, "".join(map(_table, shown)))


def _table(shown: ShownComparison) -> str:
    rows = "".join(_row(shown.names, each) for each in shown.found)
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in ("where", "what", *shown.names, "text"))
    table = f"<table>\n<tr>{heads}</tr>\n{rows}</table>\n" if shown.found else ""
    heading = f"<h2>{escape(shown.document)}</h2>\n" if shown.document else ""
    return f"{heading}<p>{escape(shown.summary)}</p>\n{table}"


def _row(names: Sequence[str], found: Disagreement) -> str:
    cells = "".join(_cell(found.said.get(name), name in found.odd) for name in names)
    text = f'<td dir="auto">{escape(found.text[:300])}</td>'
    return f"<tr><td>{escape(found.place)}</td><td>{escape(found.about)}</td>{cells}{text}</tr>\n"


def _cell(values: tuple[str, ...] | None, is_odd: bool) -> str:
    said = "" if values is None else ", ".join(values) or _NOTHING
    mark = ' class="odd"' if is_odd else ""
    return f'<td dir="auto"{mark}>{escape(said)}</td>'
