"""Names in full with their short form at first use, short after: one walk in reading order.

The summary is read alone, so it has first uses of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from reportgen.language import Language
from reportgen.printing.names import FirstUses, name_uses, named, named_with
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, NameUse
from reportgen.tree.memory import ContentMemory, made_of
from reportgen.tree.printed_from import NameKey
from reportgen.tree.walk import (
    ContentChange,
    all_blocks,
    content_of,
    map_block,
    map_masthead,
    map_notes,
    plain_blocks,
)

_HEADINGS = (tree.Heading, tree.Annex)


def settle_names(document: tree.Document, language: Language, memory: ContentMemory | None = None) -> tree.Document:
    """The document in which every name is printed; contents that get the words `memory` has are the same objects."""
    rule = language.conventions.names
    # One pass for the masthead and all headings: names are full there, and none is introduced.
    ids = {id(content_of(block)): block.id for block in all_blocks(document)}
    ids |= {id(note.content): note.id for note in document.notes}
    headings = _Naming(FirstUses(rule, in_headings=True), ids, memory)
    summary = [block for block in plain_blocks(document) if isinstance(block, tree.Summary)]
    text = [block for block in plain_blocks(document) if not isinstance(block, tree.Summary)]
    body, of_summary = (_Naming(FirstUses(rule, _uses(blocks, memory)), ids, memory) for blocks in (text, summary))
    settled = [*_settled(summary, of_summary.change, headings.change), *_settled(text, body.change, headings.change)]
    # Notes are read after the body: they may use its short forms, but introduce none for it.
    notes = _Naming(FirstUses(rule, introduced=set(body.known)), ids, memory, known=set(body.known))
    return replace(
        document,
        masthead=map_masthead(document.masthead, headings.change),
        blocks=tuple(settled),
        notes=map_notes(document.notes, notes.change),
        printed_from=replace(document.printed_from, introduced={**of_summary.found, **body.found, **notes.found}),
    )


def settle_names_of(
    content: Content, language: Language, introduced: Set[NameKey], frequent: Set[NameKey], in_heading: bool
) -> Content:
    """One content whose names are printed as its reader knows them, where all others stay as they are.

    `introduced` are the names whose short form stands above it, `frequent` those that have one in the text at all.
    """
    rule = language.conventions.names
    uses = Counter(dict.fromkeys(frequent, rule.introduce_from))
    return named(content, FirstUses(rule, uses, in_heading, set(introduced)))


@dataclass(slots=True)
class _Naming:
    """Prints the names of one content after another; `found` are those that each block was the first to introduce.

    `ids` has the block of each content, by the identity of the content: a change of contents knows no blocks.
    """

    uses: FirstUses
    ids: Mapping[int, str]
    memory: ContentMemory | None
    found: dict[str, tuple[NameKey, ...]] = field(default_factory=dict)
    known: set[NameKey] = field(default_factory=set)

    def change(self, content: Content) -> Content:
        """The inlines with every name printed."""
        words = tuple(map(self.uses.words, _names_in(content, self.memory)))
        settled = made_of(self.memory, content, words, lambda: named_with(content, iter(words)))
        # Most contents introduce nothing, and only the number of names is looked at.
        if len(self.uses.introduced) > len(self.known):
            new = self.uses.introduced - self.known
            self.known |= new
            self.found[self.ids.get(id(content), "")] = tuple(sorted(new))
        return settled


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


def _names_in(content: Content, memory: ContentMemory | None) -> tuple[NameUse, ...]:
    return made_of(memory, content, "names", lambda: name_uses(content))


def _uses(blocks: Sequence[tree.Block], memory: ContentMemory | None = None) -> Counter[NameKey]:
    """How often each name is used in running text."""
    uses: Counter[NameKey] = Counter()

    # map_block visits every text of a block in reading order; here it only counts and changes nothing.
    def count(content: Content) -> Content:
        uses.update((use.kind, use.id) for use in _names_in(content, memory))
        return content

    for block in blocks:
        if not isinstance(block, _HEADINGS):
            map_block(_without_alternative(block) if isinstance(block, tree.Figure) else block, count)
    return uses
