"""The table of contents as a list of links, each with the range of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.tree import nodes as tree
from reportgen.writers.markdown.inlines import content_text, escaped


def contents_list(entries: Sequence[tree.ContentsEntry]) -> str:
    """One item an entry, nested as the headings are."""
    return "\n".join(_lines(entries))


def _lines(entries: Sequence[tree.ContentsEntry]) -> Iterator[str]:
    above: list[int] = []
    for entry in entries:
        while above and above[-1] >= entry.level:
            above.pop()
        label = f"{escaped(entry.label.rstrip())} " if entry.label else ""
        paragraphs = f"\u2003{escaped(entry.paragraphs)}" if entry.paragraphs else ""
        yield f"{'  ' * len(above)}- [{label}{content_text(entry.content)}](#{entry.target}){paragraphs}"
        above.append(entry.level)
