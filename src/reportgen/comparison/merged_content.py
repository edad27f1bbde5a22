"""Two editions of the inlines of a block as one content that carries both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import assert_never

from reportgen.comparison.words import Word, word_edits, words_of
from reportgen.record import field, record, replace
from reportgen.tree.editions import joined_texts
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

Container = Italic | Bold | PrintedFact | CrossReference


@record
class SameBlocks:
    """What both editions have.

    `notes` gives, for each note of the older edition, which one it is in the newer one; `numbers` are the blocks whose
    number is the same in both.
    """

    notes: Mapping[str, str] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()


def merged_content(old: Content, new: Content, same: SameBlocks) -> Content:
    """The inlines of both editions, what only one has inside of `Deleted` or `Inserted`, word by word.

    Figures, names and dates that a placeholder printed are exchanged as a whole; marks of the same note stay.
    """
    olds, news = _Flat(same, older=True), _Flat(same, older=False)
    olds.add(old)
    news.add(new)
    edits = word_edits(olds.words, news.words, (olds.units, news.units))
    tokens: list[_Placed] = []
    at = since = 0
    for edit in edits:
        tokens += _kept(olds.tokens[since : edit.since], news.tokens[at : edit.start])
        tokens += (_Placed(token, Deleted) for token in olds.tokens[edit.since : edit.until])
        tokens += (_Placed(token, Inserted) for token in news.tokens[edit.start : edit.end])
        since, at = edit.until, edit.end
    tokens += _kept(olds.tokens[since:], news.tokens[at:])
    return _built(_settled(tokens), 0)


@record
class _Token:
    """A word of an inline, or all of one that cannot be parted; `within` are the numbers of its containers."""

    text: str
    inline: Inline
    leaf: int
    within: tuple[tuple[int, Container], ...]


@record
class _Placed:
    """A word with the edition that alone has it; for one that both have, where it stands in the older one."""

    token: _Token
    alone: type[Inserted[Content]] | type[Deleted[Content]] | None = None
    twin: _Token | None = None


class _Flat:
    """The inlines of one edition word by word."""

    def __init__(self, same: SameBlocks, older: bool) -> None:
        self.same, self.older = same, older
        self.tokens: list[_Token] = []
        self.words: list[Word] = []
        self.units: list[int] = []
        self.count = 0

    def add(self, content: Content, within: tuple[tuple[int, Container], ...] = (), unit: int = 0) -> None:
        for inline in content:
            # Numbers of the two editions must not meet, so older ones are negative.
            self.count += 1
            number = -self.count if self.older else self.count
            match inline:
                case Italic() | Bold() | CrossReference():
                    self.add(inline.content, (*within, (number, inline)), unit)
                case PrintedFact():
                    self.add(inline.content, (*within, (number, inline)), unit or number)
                case Text():
                    self._words(inline, inline.text, number, within, unit)
                case NumberReference():
                    self._words(inline, inline.label, number, within, unit or number)
                case Link():
                    self._word(Word(inline.url, "link"), _Token(inline.url, inline, number, within), unit)
                case NoteMark():
                    note = self.same.notes.get(inline.note, f"was {inline.note}") if self.older else inline.note
                    self._word(Word("", f"note {note}"), _Token("", inline, number, within), unit)
                case NameUse() | ListJoin() | Inserted() | Deleted():
                    raise AssertionError(f"{inline} is not settled")
                case _:
                    assert_never(inline)

    def _words(
        self, inline: Text | NumberReference, text: str, leaf: int, within: tuple[tuple[int, Container], ...], unit: int
    ) -> None:
        kind = "".join(sorted({"i" if isinstance(each, Italic) else "b" for _, each in within if _is_look(each)}))
        if isinstance(inline, NumberReference) and inline.target not in self.same.numbers:
            kind += f" {'old' if self.older else 'new'} {inline.target}"
        for word in words_of(text):
            self._word(Word(word, kind), _Token(word, inline, leaf, within), unit)

    def _word(self, word: Word, token: _Token, unit: int) -> None:
        self.tokens.append(token)
        self.words.append(word)
        self.units.append(unit)


def _is_look(container: Container) -> bool:
    return isinstance(container, Italic | Bold)


def _kept(olds: Sequence[_Token], news: Sequence[_Token]) -> Iterator[_Placed]:
    for old, new in zip(olds, news, strict=True):
        yield _Placed(new, None, old)


def _settled(tokens: Sequence[_Placed]) -> list[_Placed]:
    """The words, deleted ones inside the italics or reference of the newer edition that continue theirs."""
    known: dict[int, tuple[int, Container]] = {}
    for each in tokens:
        if each.twin:
            pairs = zip(_looks(each.twin), _looks(each.token), strict=False)
            known.update((old[0], new) for old, new in pairs if type(old[1]) is type(new[1]))
    return [_moved(each, known) if each.alone is Deleted else each for each in tokens]


def _moved(placed: _Placed, known: Mapping[int, tuple[int, Container]]) -> _Placed:
    within = tuple(known.get(number, (number, container)) for number, container in placed.token.within)
    return replace(placed, token=replace(placed.token, within=within))


def _looks(token: _Token) -> list[tuple[int, Container]]:
    return [each for each in token.within if not isinstance(each[1], PrintedFact)]


def _built(tokens: Sequence[_Placed], depth: int) -> Content:
    """The inlines of some words, from a depth of their containers on."""
    found: list[Inline] = []
    for number, group in groupby(tokens, lambda each: _container(each, depth)):
        placed = list(group)
        if number is None:
            for alone, run in groupby(placed, lambda each: each.alone):
                content = joined_texts(_leaves(list(run)))
                found += content if alone is None else [alone(content)]
        else:
            container = placed[0].token.within[depth][1]
            found.append(_filled(container, _built(placed, depth + 1)))
    return tuple(_together(found))


def _container(placed: _Placed, depth: int) -> int | None:
    within = placed.token.within
    return within[depth][0] if depth < len(within) else None


def _leaves(placed: Sequence[_Placed]) -> Iterator[Inline]:
    for _, group in groupby(placed, lambda each: each.token.leaf):
        run = list(group)
        inline = run[0].token.inline
        match inline:
            case Text():
                yield Text("".join(each.token.text for each in run))
            case NoteMark():
                yield _with_old_label(inline, run[0].twin)
            case _:
                yield inline


def _with_old_label(mark: NoteMark, twin: _Token | None) -> NoteMark:
    before = twin.inline.label if twin and isinstance(twin.inline, NoteMark) else mark.label
    return replace(mark, was=before) if before != mark.label else mark


def _filled(container: Container, content: Content) -> Inline:
    """The container with its content; what is all of one edition stands outside of it: there are no empty italics."""
    if len(content) == 1 and isinstance(only := content[0], Inserted | Deleted):
        return replace(only, part=(replace(container, content=only.part),))
    return replace(container, content=content)


def _together(found: Sequence[Inline]) -> Iterator[Inline]:
    """The inlines, those of one edition that stand side by side made one."""
    for _, group in groupby(found, lambda each: type(each) if isinstance(each, Inserted | Deleted) else None):
        first, *others = group
        parts = [each.part for each in others if isinstance(each, Inserted | Deleted)]
        if isinstance(first, Inserted | Deleted) and parts:
            yield replace(first, part=joined_texts(inline for part in (first.part, *parts) for inline in part))
        else:
            yield from (first, *others)
