"""Captions that no style tells: "Table 1", by itself or before the words of the caption, above a table or a picture."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.readers import ReadDocument, ReadLine
from reportgen.readers.captions import labelled, steps_of
from reportgen.record import replace
from reportgen.tree.cut import cut
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.walk import pointers

_LONGEST_CAPTION = 200
_STOPS = (".", ":", "：", "．", "。", "–", "—", "-")


def with_typed_captions(document: ReadDocument) -> ReadDocument:
    """The file with the captions of its tables and pictures as lines of that kind, their labels apart from their words.

    The caption of a picture may stand below it.
    """
    lines = document.blocks
    pictures = {each.line: each.line + each.is_line for each in document.pictures if each.in_text}
    if not pictures and not any(line.cell for line in lines):
        return document
    found = tuple(_captioned(lines, at, pictures) for at in range(len(lines)))
    return replace(document, blocks=found)


def _captioned(lines: tuple[ReadLine, ...], at: int, pictures: Mapping[int, int]) -> ReadLine:
    line = lines[at]
    known = labelled(line.line.text) if _may_be_caption(line) else None
    if known is None or not known.number:
        return line
    is_of_table = known.kind == "table" and _stands_above_table(lines, at, known.rest)
    if not is_of_table and not (known.kind == "figure" and _stands_beside_picture(lines, at, known.rest, pictures)):
        return line
    length = len(line.line.text) - len(known.rest)
    caption = replace(line.line, kind=known.kind, path=steps_of(known.number, 0), label=known.label, text=known.rest)
    return replace(line, line=caption, content=_without_beginning(line.content, length), typed=True)


def _letters(text: str) -> str:
    return "".join(text.split())


def _may_be_caption(line: ReadLine) -> bool:
    is_text = line.line.kind == "plain" and not line.line.label
    return is_text and line.place == "body" and line.cell is None and len(line.line.text) <= _LONGEST_CAPTION


def _stands_above_table(lines: tuple[ReadLine, ...], at: int, rest: str) -> bool:
    """Whether a table follows, with one line between them at most: the words of the caption."""
    following = lines[at + 1 : at + 3]
    if following and following[0].cell:
        return bool(rest)
    return not rest and len(following) == 2 and _may_be_caption(following[0]) and following[1].cell is not None


def _stands_beside_picture(lines: tuple[ReadLine, ...], at: int, rest: str, pictures: Mapping[int, int]) -> bool:
    """Whether a picture follows or, to a caption with its words, stands right above; pictures have their two ends."""
    # A stop or a colon behind the label is none that a report prints; such a line stays as text below its picture.
    if _letters(lines[at].line.text).removesuffix(_letters(rest))[-1:] in _STOPS:
        return False
    if rest:
        return at + 1 in pictures or at in pictures.values()
    return at + 2 in pictures and at + 1 < len(lines) and _may_be_caption(lines[at + 1])


def _without_beginning(content: Content, length: int) -> Content:
    """The content without so many of its first characters; a mark among them stays."""
    first, rest = cut(content, [length])
    return (*(each for each in pointers(first) if isinstance(each, NoteMark)), *rest)
