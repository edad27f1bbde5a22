"""Names in full with their short form at first use, short after: one walk in reading order.

UN Editorial Manual: a short form is explained at first use in the body; a name that occurs only once or twice is
always full; short forms never stand in titles or headings. The summary is read alone, so it has first uses of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportgen.language import Language
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Bold, Content, Inline, Italic, ListJoin, NameUse, PrintedFact, Text
from reportgen.tree.text import marked_up, plain_text, raised_content
from reportgen.tree.walk import all_inlines, map_block, map_masthead, map_notes

NameKey = tuple[str, str]

_HEADINGS = (tree.Heading, tree.Annex)


def settle_names(document: tree.Document, language: Language) -> tree.Document:
    """The document in which every name is printed."""
    # One pass for the masthead and all headings: names are full there, and none is introduced.
    headings = _Pass(language, Counter(), headings=True)
    summary = [block for block in document.blocks if isinstance(block, tree.Summary)]
    text = [block for block in document.blocks if not isinstance(block, tree.Summary)]
    body = _Pass(language, _uses(text))
    settled = [*_settled(summary, _Pass(language, _uses(summary)), headings), *_settled(text, body, headings)]
    # Notes are read after the body: they may use its short forms, but introduce none for it.
    notes = _Pass(language, Counter(), introduced=set(body.introduced))
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

    language: Language
    uses: Counter[NameKey]
    headings: bool = False
    introduced: set[NameKey] = field(default_factory=set)

    def content(self, content: Content) -> Content:
        """The inlines with every name printed and every list joined."""
        printed = [self._inline(inline) for inline in content]
        return tuple(self._joined(printed))

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, NameUse):
            return self._printed(inline)
        if isinstance(inline, Italic | Bold | PrintedFact):
            content = self.content(inline.content)
            return inline if content == inline.content else replace(inline, content=content)
        return inline

    def _joined(self, inlines: list[Inline]) -> Iterator[Inline]:
        # An empty text stands behind the last inline, so that every inline has a follower.
        following = [*inlines, Text("")][1:]
        for inline, after in zip(inlines, following, strict=True):
            yield Text(_join(inline, after), inline.origin) if isinstance(inline, ListJoin) else inline

    def _printed(self, use: NameUse) -> PrintedFact:
        name = self._words(use)
        content = raised_content(marked_up(name)) if use.raised else marked_up(name)
        return PrintedFact(use.fact, use.kind, use.id, content, use.origin)

    def _words(self, use: NameUse) -> str:
        variants, key = use.variants, (use.kind, use.id)
        match use.style:
            case "running" | "full":
                return variants.full
            case "list" | "short":
                return variants.short or variants.full
            case "third":
                return variants.third
            case "auto":
                pass
        # The order of the questions below is that of the rule: no short form, known already, never introduced, too
        # rare.
        if not variants.short or self.headings:
            return variants.full
        if key in self.introduced:
            return variants.short
        # A better-known short form needs no brackets: its first use is full and the rest short.
        if use.introduce == "never":
            self.introduced.add(key)
            return variants.full
        rule = self.language.conventions.names
        if self.uses[key] < rule.introduce_from and use.introduce != "always":
            return variants.full
        self.introduced.add(key)
        return rule.first_use.format(full=variants.full, short=use.introduction or variants.short)


def _join(join: ListJoin, after: Inline) -> str:
    """The words between two items, as the following one wants them (Spanish y, but e before i-).

    The longest beginning decides, since exceptions have exceptions (e before hi-, y before hie-).
    """
    text = plain_text((after,)).casefold()
    for beginning, instead in sorted(join.before, key=lambda pair: -len(pair[0])):
        if text.startswith(beginning):
            return instead
    return join.text
