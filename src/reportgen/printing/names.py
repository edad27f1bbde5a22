"""The words of a name: in full, in short, or both at its first use; and every text that it may become.

UN Editorial Manual: a short form is explained at first use in the body; a name that occurs only once or twice is
always full; short forms never stand in titles or headings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.language.rules import NamesRule
from reportgen.record import replace
from reportgen.tree.inlines import Bold, Content, Inline, Italic, ListJoin, NameUse, PrintedFact, Text
from reportgen.tree.printed_from import NameKey
from reportgen.tree.text import marked_up, plain_text, raised_content
from reportgen.tree.walk import all_inlines


@dataclass
class FirstUses:
    """What a reader of one text has learnt of its names so far.

    `uses` says how often each name stands in the text, `introduced` which ones have been; a text of headings alone
    introduces none.
    """

    rule: NamesRule
    uses: Counter[NameKey] = field(default_factory=Counter)
    in_headings: bool = False
    introduced: set[NameKey] = field(default_factory=set)

    def words(self, use: NameUse) -> str:
        """The words for the next use of a name, which is then introduced."""
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
        if not variants.short or self.in_headings:
            return variants.full
        if key in self.introduced:
            return variants.short
        # A better-known short form needs no brackets: its first use is full and the rest short.
        if use.introduce == "never":
            self.introduced.add(key)
            return variants.full
        if self.uses[key] < self.rule.introduce_from and use.introduce != "always":
            return variants.full
        self.introduced.add(key)
        return first_use(use, self.rule)


def first_use(use: NameUse, rule: NamesRule) -> str:
    """The words that introduce a name: the full name with its short form."""
    return rule.first_use.format(full=use.variants.full, short=use.introduction or use.variants.short)


def possible_words(use: NameUse, rule: NamesRule) -> tuple[str, ...]:
    """All words that a name may be printed with, wherever it stands in a text."""
    variants = use.variants
    match use.style:
        case "running" | "full":
            return (variants.full,)
        case "list" | "short":
            return (variants.short or variants.full,)
        case "third":
            return (variants.third,)
        case "auto":
            return (variants.full, variants.short, first_use(use, rule)) if variants.short else (variants.full,)


def printed_name(use: NameUse, words: str) -> PrintedFact:
    """A name with its words, raised where it begins a sentence."""
    content = raised_content(marked_up(words)) if use.raised else marked_up(words)
    return PrintedFact(use.fact, use.kind, use.id, content, use.origin)


def name_uses(content: Content) -> tuple[NameUse, ...]:
    """The names in a content that are not yet full or short, in reading order."""
    return tuple(inline for inline in all_inlines(content) if isinstance(inline, NameUse))


def named(content: Content, uses: FirstUses) -> Content:
    """The inlines with every name printed, as its reader knows it by now, and every list joined."""
    return named_with(content, map(uses.words, name_uses(content)))


def named_with(content: Content, words: Iterator[str]) -> Content:
    """The inlines with every name printed by its words, in reading order, and every list joined."""
    if not any(isinstance(inline, _UNNAMED) for inline in content):
        return content
    return tuple(_joined([_printed(inline, words) for inline in content]))


_UNNAMED = (NameUse, ListJoin, Italic, Bold, PrintedFact)
"""What may have to be printed."""


def _printed(inline: Inline, words: Iterator[str]) -> Inline:
    if isinstance(inline, NameUse):
        return printed_name(inline, next(words))
    if isinstance(inline, Italic | Bold | PrintedFact):
        content = named_with(inline.content, words)
        return inline if content is inline.content else replace(inline, content=content)
    return inline


def _joined(inlines: list[Inline]) -> Iterator[Inline]:
    # An empty text stands behind the last inline, so that every inline has a follower.
    following = [*inlines, Text("")][1:]
    for inline, after in zip(inlines, following, strict=True):
        if isinstance(inline, ListJoin):
            yield Text(_join_words(inline, plain_text((after,))), inline.origin)
        else:
            yield inline


def _join_words(join: ListJoin, following: str) -> str:
    """The words between two items, as the following text wants them (Spanish y, but e before i-).

    The longest beginning decides, since exceptions have exceptions (e before hi-, y before hie-).
    """
    text = following.casefold()
    for beginning, instead in sorted(join.before, key=lambda pair: -len(pair[0])):
        if text.startswith(beginning):
            return instead
    return join.text
