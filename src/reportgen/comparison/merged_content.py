"""Two editions of the inlines of a block as one content that carries both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
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
    olds, news = (_flat(content, same, older) for content, older in ((old, True), (new, False)))
    tokens: list[_Placed] = []
    since = start = 0
    for edit in word_edits(olds.words, news.words, (olds.units, news.units)):
        tokens += _kept(olds.tokens[since : edit.since], news.tokens[start : edit.start])
        tokens += (_Placed(token, Deleted) for token in chain(*olds.tokens[edit.since : edit.until]))
        tokens += (_Placed(token, Inserted) for token in chain(*news.tokens[edit.start : edit.end]))
        since, start = edit.until, edit.end
    tokens += _kept(olds.tokens[since:], news.tokens[start:])
    return _built(_settled(tokens), 0)


def _flat(content: Content, same: SameBlocks, older: bool) -> _Flat:
    found = _Flat(same, older)
    found.add(content)
    found.finish()
    return found


@record
class _Token:
    """A word or a part of one: all of it that stands in one inline; `within` are the numbers of its containers."""

    text: str
    inline: Inline
    leaf: int
    within: tuple[tuple[int, Container], ...]


@record
class _Placed:
    """A token with the edition that alone has it; for one that both have, where it stands in the older one."""

    token: _Token
    alone: type[Inserted[Content]] | type[Deleted[Content]] | None = None
    twin: _Token | None = None


class _Flat:
    """The inlines of one edition word by word: each word with its tokens, and the unit it is changed with.

    `text` are tokens side by side that look alike, of which no word is made yet.
    """

    def __init__(self, same: SameBlocks, older: bool) -> None:
        self.same, self.older = same, older
        self.words: list[Word] = []
        self.tokens: list[tuple[_Token, ...]] = []
        self.units: list[int] = []
        self.text: list[tuple[_Token, int]] = []
        self.kind, self.count = "", 0

    def add(self, content: Content, within: tuple[tuple[int, Container], ...] = (), unit: int = 0) -> None:
        """Read some inlines."""
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
                    self._write(_Token(inline.text, inline, number, within), _looks_of(within), unit)
                case NumberReference():
                    kind = _looks_of(within) + self._target(inline)
                    self._write(_Token(inline.label, inline, number, within), kind, unit or number)
                case Link():
                    self._put(Word(inline.url, "link"), _Token(inline.url, inline, number, within), unit)
                case NoteMark():
                    self._put(Word("", self._note(inline)), _Token("", inline, number, within), unit)
                case NameUse() | ListJoin() | Inserted() | Deleted():
                    raise AssertionError(f"{inline} is not settled")
                case _:
                    assert_never(inline)

    def finish(self) -> None:
        """Make words of the text: they may begin in one inline and end in another, as a prefix and a name do."""
        pieces = iter(self.text)
        token, unit, rest = None, 0, ""
        for word in words_of("".join(piece.text for piece, _ in self.text)):
            parts, left, found = [], word, 0
            while left:
                if not rest:
                    token, unit = next(pieces)
                    rest = token.text
                    continue
                assert token is not None
                taken = rest[: len(left)]
                parts.append(replace(token, text=taken))
                found = found or unit
                left, rest = left[len(taken) :], rest[len(taken) :]
            self._finished(Word(word, self.kind), tuple(parts), found)
        self.text = []

    def _write(self, token: _Token, kind: str, unit: int) -> None:
        if kind != self.kind:
            self.finish()
            self.kind = kind
        self.text.append((token, unit))

    def _put(self, word: Word, token: _Token, unit: int) -> None:
        """A word that is an inline itself."""
        self.finish()
        self._finished(word, (token,), unit)

    def _finished(self, word: Word, tokens: tuple[_Token, ...], unit: int) -> None:
        self.words.append(word)
        self.tokens.append(tokens)
        self.units.append(unit)

    def _target(self, reference: NumberReference) -> str:
        """What tells a number from the same figures: the block it is of, where that has another one in one edition."""
        if reference.target in self.same.numbers:
            return ""
        return f" {'old' if self.older else 'new'} {reference.target}"

    def _note(self, mark: NoteMark) -> str:
        """The note of a mark; one of the masthead with another sign is another."""
        note = self.same.notes.get(mark.note, f"was {mark.note}") if self.older else mark.note
        return f"note {note} {mark.label if mark.label.startswith('*') else ''}"


def _looks_of(within: tuple[tuple[int, Container], ...]) -> str:
    return "".join(sorted({"i" if isinstance(each, Italic) else "b" for _, each in within if _is_look(each)}))


def _is_look(container: Container) -> bool:
    return isinstance(container, Italic | Bold)


def _kept(olds: Sequence[tuple[_Token, ...]], news: Sequence[tuple[_Token, ...]]) -> Iterator[_Placed]:
    for old, new in zip(olds, news, strict=True):
        yield from (_Placed(token, None, old[0]) for token in new)


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
