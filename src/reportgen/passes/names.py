"""Names in full with their short form at first use, short after: one walk in reading order.

The summary is read alone, so it has first uses of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from reportgen.language import Language
from reportgen.printing.names import FirstUses, NameKey, named
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, NameUse
from reportgen.tree.walk import ContentChange, all_inlines, map_block, map_masthead, map_notes, plain_blocks

_HEADINGS = (tree.Heading, tree.Annex)


def settle_names(document: tree.Document, language: Language) -> tree.Document:
    """The document in which every name is printed."""
    rule = language.conventions.names
    # One pass for the masthead and all headings: names are full there, and none is introduced.
    headings = _naming(FirstUses(rule, in_headings=True))
    summary = [block for block in plain_blocks(document) if isinstance(block, tree.Summary)]
    text = [block for block in plain_blocks(document) if not isinstance(block, tree.Summary)]
    body, of_summary = FirstUses(rule, _uses(text)), FirstUses(rule, _uses(summary))
    settled = [*_settled(summary, _naming(of_summary), headings), *_settled(text, _naming(body), headings)]
    # Notes are read after the body: they may use its short forms, but introduce none for it.
    notes = _naming(FirstUses(rule, introduced=set(body.introduced)))
    return replace(
        document,
        masthead=map_masthead(document.masthead, headings),
        blocks=tuple(settled),
        notes=map_notes(document.notes, notes),
    )


def _naming(uses: FirstUses) -> ContentChange:
    """What prints the names of one content after another."""
    return partial(named, uses=uses)


def _settled(blocks: Sequence[tree.Block], body: ContentChange, headings: ContentChange) -> Iterator[tree.Block]:
    for block in blocks:
        if isinstance(block, tree.Figure):
            yield _figure(block, body, headings)
        else:
            yield map_block(block, headings if isinstance(block, _HEADINGS) else body)


def _figure(figure: tree.Figure, body: ContentChange, headings: ContentChange) -> tree.Block:
    """A figure. Its alternative text is not seen on the page, so no name may have its first use there."""
    shown = replace(figure.alternative, content=headings(figure.alternative.content))
    mapped = map_block(_without_alternative(figure), body)
    assert isinstance(mapped, tree.Figure)
    return replace(mapped, alternative=shown)


def _without_alternative(figure: tree.Figure) -> tree.Figure:
    return replace(figure, alternative=replace(figure.alternative, content=()))


def _uses(blocks: Sequence[tree.Block]) -> Counter[NameKey]:
    """How often each name is used in running text."""
    uses: Counter[NameKey] = Counter()

    # map_block visits every text of a block in reading order; here it only counts and changes nothing.
    def count(content: Content) -> Content:
        uses.update((inline.kind, inline.id) for inline in all_inlines(content) if isinstance(inline, NameUse))
        return content

    for block in blocks:
        if not isinstance(block, _HEADINGS):
            map_block(_without_alternative(block) if isinstance(block, tree.Figure) else block, count)
    return uses
