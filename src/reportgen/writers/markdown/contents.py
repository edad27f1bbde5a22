"""The table of contents as a list of links, each with the range of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.tree import nodes as tree
from reportgen.tree.editions import Kind, edition_of
from reportgen.tree.walk import part_of
from reportgen.writers.markdown.critic import joined_lines
from reportgen.writers.markdown.inlines import content_text, escaped


def contents_list(entries: Sequence[tree.Tracked[tree.ContentsEntry]]) -> str:
    """One item an entry, nested as the headings are."""
    return joined_lines(list(_lines(entries)))


def _lines(entries: Sequence[tree.Tracked[tree.ContentsEntry]]) -> Iterator[tuple[Kind | None, str]]:
    above: list[int] = []
    for each in entries:
        entry = part_of(each)
        while above and above[-1] >= entry.level:
            above.pop()
        label = f"{escaped(entry.label.rstrip())} " if entry.label else ""
        paragraphs = f"\u2003{escaped(entry.paragraphs)}" if entry.paragraphs else ""
        yield (
            edition_of(each),
            f"{'  ' * len(above)}- [{label}{content_text(entry.content)}](#{entry.target}){paragraphs}",
        )
        above.append(entry.level)
