"""A printed piece as parts of a unit, every value with a number: `UnitNumbers().parts(piece, press)`."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, assert_never

from reportgen.facts import NAME_KINDS
from reportgen.translation.units import (
    GuardedKind,
    GuardedPart,
    MarkedPart,
    NamePart,
    UnitPart,
    WordsPart,
    joined_parts,
)
from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Deleted,
    Inline,
    Inserted,
    Italic,
    Link,
    ListJoin,
    NameUse,
    NoteMark,
    NumberReference,
    PrintedFact,
    Text,
)
from reportgen.tree.text import plain_text
from reportgen.wording import TYPED, Placeholder, scan
from reportgen.wording.written import written

PrintPlain = Callable[[Placeholder], str]
"""What a placeholder prints inside a sentence, in the language of the piece."""

_WITH_WORDS = ("counted", "of")
"""Filters that print words beside a number."""


@dataclass
class UnitNumbers:
    """Numbers the values of one unit: those of the source first, then the same values of the target alike.

    `by_noun` are the facts whose number the target says in a noun alone, such as a dual: their words are translated,
    and so are words of the source's own for a value, such as half-yearly.
    """

    by_noun: frozenset[str] = frozenset()
    free: dict[tuple[str, str, str], deque[int]] = field(default_factory=lambda: defaultdict(deque))
    last: int = 0

    def source(self, content: Content, wording: str, plain: PrintPlain) -> tuple[UnitPart, ...]:
        """The parts of a source; its values are what those of the target can be."""
        return joined_parts(_Parts(wording, plain, self._new, self._is_in_words).of(content))

    def target(self, content: Content, wording: str, plain: PrintPlain) -> tuple[UnitPart, ...]:
        """The parts of a target; what the source has too has the same number."""
        return joined_parts(_Parts(wording, plain, self._same, self._has_words).of(content))

    def _is_in_words(self, fact: PrintedFact, placeholder: Placeholder | None) -> bool:
        """Whether a source says a value in words that a translator has to say otherwise."""
        filters = placeholder.filters if placeholder else ()
        return fact.fact in self.by_noun or any(each.name == "as" for each in filters)

    def _has_words(self, fact: PrintedFact, _: Placeholder | None) -> bool:
        """Whether the source says a value in words, so that those of the target have the same code."""
        return bool(self.free.get(("name", fact.fact, fact.value)))

    def _new(self, *key: str) -> int:
        self.last += 1
        self.free[key[0], key[1], key[2]].append(self.last)
        return self.last

    def _same(self, *key: str) -> int:
        waiting = self.free.get((key[0], key[1], key[2]))
        if waiting:
            return waiting.popleft()
        self.last += 1
        return self.last


@dataclass
class _Parts:
    wording: str
    plain: PrintPlain
    number: Callable[..., int]
    is_in_words: Callable[[PrintedFact, Placeholder | None], bool]

    def of(self, content: Content) -> Iterator[UnitPart]:
        for inline in content:
            yield from self._part(inline)

    def _part(self, inline: Inline) -> Iterator[UnitPart]:
        match inline:
            case Text() | ListJoin():
                yield WordsPart(inline.text)
            case NumberReference():
                yield WordsPart(inline.label)
            case PrintedFact():
                yield from self._fact(inline, inline.origin)
            case CrossReference():
                ids = ",".join(inline.targets)
                yield self._guarded("reference", ids, plain_text((inline,)), self._written(inline.origin))
            case NoteMark():
                yield self._guarded("note", inline.note, inline.label, f"[^{inline.note}]")
            case Link():
                yield self._guarded("address", inline.url, inline.url, f"<{inline.url}>")
            case Italic() | Bold():
                style: Literal["italic", "bold"] = "italic" if isinstance(inline, Italic) else "bold"
                yield MarkedPart(self.number("looks", style, ""), style, joined_parts(self.of(inline.content)))
            case NameUse():
                yield WordsPart(plain_text((inline,)))
            case Inserted() | Deleted():
                raise AssertionError("translators get one edition")
            case _:
                assert_never(inline)

    def _guarded(self, kind: GuardedKind, name: str, text: str, wording: str, value: str = "") -> GuardedPart:
        return GuardedPart(self.number(kind, name, value), kind, name, text, wording)

    def _fact(self, fact: PrintedFact, origin: tuple[int, int] | None) -> Iterator[UnitPart]:
        text = plain_text(fact.content)
        if fact.kind in NAME_KINDS:
            yield NamePart(self.number("name", fact.fact, fact.value), fact.fact, fact.kind, text)
            return
        if fact.kind == TYPED:
            yield self._guarded("figure", fact.value, text, self._written(origin), fact.value)
            return
        placeholder = self._placeholder(origin)
        if self.is_in_words(fact, placeholder):
            yield NamePart(self.number("name", fact.fact, fact.value), fact.fact, fact.kind, text)
            return
        if placeholder is None or not any(each.name in _WITH_WORDS for each in placeholder.filters):
            wording = _plain(placeholder) if placeholder else f"{{{{ {fact.fact} }}}}"
            yield self._guarded("figure", fact.fact, text, wording, fact.value)
            return
        yield from self._beside_words(fact, placeholder, text)

    def _beside_words(self, fact: PrintedFact, placeholder: Placeholder, text: str) -> Iterator[UnitPart]:
        """A number with the words that agree with it: the words are the translator's, the number is not."""
        figure = self.plain(Placeholder(placeholder.fact, placeholder.item, (), 0))
        at = text.find(figure) if figure else -1
        if at < 0:
            # The word says the number itself, as a dual does.
            yield NamePart(self.number("name", fact.fact, fact.value), fact.fact, fact.kind, text)
            return
        yield WordsPart(text[:at])
        yield self._guarded("figure", fact.fact, figure, _plain(placeholder), fact.value)
        yield WordsPart(text[at + len(figure) :])

    def _written(self, origin: tuple[int, int] | None) -> str:
        return self.wording[origin[0] : origin[1]] if origin else ""

    def _placeholder(self, origin: tuple[int, int] | None) -> Placeholder | None:
        found = scan(self._written(origin)) if origin and self.wording else ()
        return found[0] if len(found) == 1 and isinstance(found[0], Placeholder) else None


def _plain(placeholder: Placeholder) -> str:
    """The placeholder as it is written without filters, which are those of one language."""
    return written(Placeholder(placeholder.fact, placeholder.item, (), 0))
