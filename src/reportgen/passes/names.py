"""Names in full with their short form at first use, short after: one walk in reading order.

The summary is read alone, so it has first uses of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.language import Language
from reportgen.printing.names import FirstUses, NameKey, join_words, printed_name
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Bold, Content, Inline, Italic, ListJoin, NameUse, PrintedFact, Text
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_inlines, map_block, map_masthead, map_notes

_HEADINGS = (tree.Heading, tree.Annex)


def settle_names(document: tree.Document, language: Language) -> tree.Document:
    """The document in which every name is printed."""
    rule = language.conventions.names
    # One pass for the masthead and all headings: names are full there, and none is introduced.
    headings = _Pass(FirstUses(rule, in_headings=True))
    summary = [block for block in document.blocks if isinstance(block, tree.Summary)]
    text = [block for block in document.blocks if not isinstance(block, tree.Summary)]
    body = _Pass(FirstUses(rule, _uses(text)))
    settled = [*_settled(summary, _Pass(FirstUses(rule, _uses(summary))), headings), *_settled(text, body, headings)]
    # Notes are read after the body: they may use its short forms, but introduce none for it.
    notes = _Pass(FirstUses(rule, introduced=set(body.names.introduced)))
    return replace(
        document,
        masthead=map_masthead(document.masthead, headings.content),
        blocks=tuple(settled),
        notes=map_notes(document.notes, notes.content),
    )


def _settled(blocks: Sequence[tree.Block], body: _Pass, headings: _Pass) -> Iterator[tree.Block]:
    for block in blocks:
        if isinstance(block, tree.Figure):
            yield _figure(block, body, headings)
        else:
            yield map_block(block, headings.content if isinstance(block, _HEADINGS) else body.content)


def _figure(figure: tree.Figure, body: _Pass, headings: _Pass) -> tree.Block:
    """A figure. Its alternative text is not seen on the page, so no name may have its first use there."""
    shown = replace(figure.alternative, content=headings.content(figure.alternative.content))
    mapped = map_block(_without_alternative(figure), body.content)
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


@dataclass
class _Pass:
    """One text in which names have a first use."""

    names: FirstUses

    def content(self, content: Content) -> Content:
        """The inlines with every name printed and every list joined."""
        printed = [self._inline(inline) for inline in content]
        return tuple(_joined(printed))

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, NameUse):
            return printed_name(inline, self.names.words(inline))
        if isinstance(inline, Italic | Bold | PrintedFact):
            content = self.content(inline.content)
            return inline if content == inline.content else replace(inline, content=content)
        return inline


def _joined(inlines: list[Inline]) -> Iterator[Inline]:
    # An empty text stands behind the last inline, so that every inline has a follower.
    following = [*inlines, Text("")][1:]
    for inline, after in zip(inlines, following, strict=True):
        if isinstance(inline, ListJoin):
            yield Text(join_words(inline, plain_text((after,))), inline.origin)
        else:
            yield inline
