"""Printed text without origins, as a kept edition has it: which part of the wording each stretch was printed from."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.recover.flat import BOLD, ITALIC, MARK, Flat, flat
from reportgen.recover.fold import compared
from reportgen.recover.press import Press, choice_texts, word_choice
from reportgen.tree.inlines import Bold, Content, Inline, Italic, Link, NoteMark, Text
from reportgen.wording import (
    Address,
    FootnoteMark,
    Marked,
    Placeholder,
    ReferenceCall,
    TypedText,
    WordingPiece,
    Words,
    scan,
)

_MOST_STOPS = 50
"""How many places are tried where a text may end that is not known: commas and small words follow everywhere."""


def with_origins(wording: str, content: Content, press: Press) -> Content | None:
    """The content with the origins of its inlines; None where the wording cannot have printed it."""
    pieces = tuple(_leaves(scan(wording.replace("\n", " "))))
    line = flat(content)
    ends = _ends(pieces, line, press)
    if ends is None:
        return None
    spans = {piece.offset: (start, end) for piece, start, end in zip(pieces, (0, *ends), ends, strict=False)}
    return tuple(_inlines(scan(wording.replace("\n", " ")), spans, line, 0))


def _leaves(pieces: tuple[WordingPiece, ...]) -> Iterator[WordingPiece]:
    """The pieces that print something themselves."""
    for piece in pieces:
        if isinstance(piece, Marked):
            yield from _leaves(piece.content)
        else:
            yield piece


def _ends(pieces: tuple[WordingPiece, ...], line: Flat, press: Press) -> list[int] | None:
    """Where each piece ends in the text, so that together they are the whole of it."""
    text = compared(line.text)
    steps: list[dict[int, int]] = []
    reached = [0]
    for index, piece in enumerate(pieces):
        # For each place where the piece may end, the one where it then begins.
        begun: dict[int, int] = {}
        for at in reached:
            for end in _stops(piece, pieces[index + 1 : index + 2], text, at, press):
                begun.setdefault(end, at)
        steps.append(begun)
        reached = list(begun)
    at, ends = len(text), list[int]()
    for begun in reversed(steps):
        if at not in begun:
            return None
        ends.append(at)
        at = begun[at]
    return ends[::-1]


def _stops(piece: WordingPiece, following: tuple[WordingPiece, ...], text: str, at: int, press: Press) -> Iterator[int]:
    """Where a piece may end that begins at a place, the likeliest first."""
    known = [at + len(printed) for printed in _texts(piece, press) if text.startswith(printed, at)]
    yield from known
    # The lexicon may have changed since, and numbers are not known here: then up to what follows.
    if isinstance(piece, ReferenceCall) or (isinstance(piece, Placeholder) and not known):
        if not following:
            yield len(text)
        for words in filter(None, (each for piece in following for each in _texts(piece, press))):
            end, found = text.find(words, at), 0
            while end >= 0 and found < _MOST_STOPS:
                yield end
                end, found = text.find(words, end + 1), found + 1


def _texts(piece: WordingPiece, press: Press) -> tuple[str, ...]:
    match piece:
        case Words():
            return (compared(piece.text),)
        case Address():
            return (compared(piece.url),)
        case TypedText():
            return (compared(piece.text),)
        case FootnoteMark():
            return (MARK,)
        case Placeholder():
            value = press.values.get(piece.fact)
            choice = word_choice(piece)
            if choice:
                return tuple(sorted(set(choice_texts(choice)), key=lambda each: -len(each)))
            return press.texts(piece, value) if value is not None else ()
        case _:
            return ()


def _inlines(
    pieces: tuple[WordingPiece, ...], spans: dict[int, tuple[int, int]], line: Flat, outer: int
) -> Iterator[Inline]:
    for piece in pieces:
        match piece:
            case Marked():
                style = BOLD if piece.style == "bold" else ITALIC
                inner = tuple(_inlines(piece.content, spans, line, outer | style))
                yield Bold(inner, piece.origin) if style == BOLD else Italic(inner, piece.origin)
            case FootnoteMark():
                yield NoteMark(piece.note, origin=piece.origin)
            case Address():
                yield Link(piece.url, piece.origin)
            case _:
                yield from _styled(line, *spans[piece.offset], outer, piece.origin)


def _styled(line: Flat, start: int, end: int, outer: int, origin: tuple[int, int]) -> Iterator[Inline]:
    """A stretch of text with the emphasis that it has beyond what stands round it."""
    at = start
    while at < end:
        stop = at + 1
        while stop < end and line.styles[stop] == line.styles[at]:
            stop += 1
        inline: Inline = Text(line.text[at:stop], origin)
        style = line.styles[at] & ~outer
        if style & ITALIC:
            inline = Italic((inline,), origin)
        if style & BOLD:
            inline = Bold((inline,), origin)
        yield inline
        at = stop
