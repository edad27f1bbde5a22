"""Inlines that were printed as plain data, as they are kept in files, and back.

Those of a wording are kept without what it says itself: what its placeholders printed, and the labels of its marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from reportgen.record import replace
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
from reportgen.wording import (
    Address,
    Fault,
    FootnoteMark,
    Marked,
    Placeholder,
    ReferenceCall,
    TypedText,
    WordingPiece,
    Words,
    scan,
)

_DEEPEST = 12


def content_as_data(content: Content) -> list[Any]:
    """Printed inlines, without their origins, as data that JSON can hold: a text is a string, all else a list."""
    return [_as_data(inline) for inline in content]


def content_from_data(data: Any, depth: int = 0) -> Content:
    """The inlines of some data; a `ValueError` where they are of none."""
    if not isinstance(data, list) or depth > _DEEPEST:
        raise ValueError("no inlines")
    return tuple(_inline(each, depth) for each in data)


def prints_of(content: Content, wording: str) -> list[Any] | None:
    """What the placeholders and marks of a wording printed, in their order; None for inlines of another wording."""
    prints: list[Any] = []
    return prints if _compare(content, _pieces(wording), prints) else None


def content_from_prints(wording: str, prints: Any) -> Content:
    """The inlines of a wording, with their origins; a `ValueError` where that is not what its placeholders print."""
    if not isinstance(prints, list):
        raise ValueError("no prints")
    try:
        waiting = iter(prints)
        content = tuple(_of_wording(_pieces(wording), waiting))
    except (Fault, StopIteration, RuntimeError):
        raise ValueError("no wording with its prints") from None
    if next(waiting, None) is not None:
        raise ValueError("more prints than placeholders")
    return content


def _pieces(wording: str) -> tuple[WordingPiece, ...]:
    return scan(wording.replace("\n", " "))


def _as_data(inline: Inline) -> Any:
    match inline:
        case Text():
            return inline.text
        case Italic():
            return ["i", content_as_data(inline.content)]
        case Bold():
            return ["b", content_as_data(inline.content)]
        case Link():
            return ["a", inline.url]
        case NoteMark():
            return ["n", inline.note, inline.label]
        case PrintedFact():
            return ["f", inline.fact, inline.kind, inline.value, content_as_data(inline.content)]
        case CrossReference():
            content = content_as_data(inline.content)
            return ["r", inline.function, list(inline.targets), inline.to, inline.form, content]
        case NumberReference():
            return ["#", inline.target, inline.label]
        case NameUse() | ListJoin() | Inserted() | Deleted():
            raise AssertionError(f"{inline} is not printed in one edition")
        case _:
            assert_never(inline)


def _inline(data: Any, depth: int) -> Inline:
    match data:
        case str(text):
            return Text(text)
        case ["f", str(fact), str(kind), str(value), content]:
            return PrintedFact(fact, kind, value, content_from_data(content, depth + 1))
        case ["i", content]:
            return Italic(content_from_data(content, depth + 1))
        case ["b", content]:
            return Bold(content_from_data(content, depth + 1))
        case ["a", str(url)]:
            return Link(url)
        case ["n", str(note), str(label)]:
            return NoteMark(note, label)
        case ["r", str(function), [*targets], str(to), str(form), content] if all(isinstance(x, str) for x in targets):
            return CrossReference(function, tuple(targets), to, form, content_from_data(content, depth + 1))
        case ["#", str(target), str(label)]:
            return NumberReference(target, label)
        case _:
            raise ValueError("no inline")


def _compare(content: Content, pieces: tuple[WordingPiece, ...], prints: list[Any]) -> bool:
    """Whether inlines are those of some pieces of a wording; what is printed for them is added to `prints`."""
    at = 0
    for piece in pieces:
        begin = at
        while at < len(content) and getattr(content[at], "origin", None) == piece.origin:
            at += 1
        found = content[begin:at]
        match piece:
            case Words():
                fits = found == (Text(piece.text),)
            case Address():
                fits = found == (Link(piece.url),)
            case FootnoteMark():
                labels = [each.label for each in found if each == NoteMark(piece.note, getattr(each, "label", ""))]
                prints += labels
                fits = len(labels) == len(found) == 1
            case Marked():
                kind = Bold if piece.style == "bold" else Italic
                marked = [each for each in found if isinstance(each, kind)]
                fits = len(marked) == len(found) == 1 and _compare(marked[0].content, piece.content, prints)
            case Placeholder() | ReferenceCall() | TypedText():
                prints.append(content_as_data(found))
                fits = True
        if not fits:
            return False
    return at == len(content)


def _of_wording(pieces: tuple[WordingPiece, ...], prints: Iterator[Any]) -> Iterator[Inline]:
    for piece in pieces:
        match piece:
            case Words():
                yield Text(piece.text, piece.origin)
            case Address():
                yield Link(piece.url, piece.origin)
            case FootnoteMark():
                label = next(prints)
                if not isinstance(label, str):
                    raise ValueError("no label")
                yield NoteMark(piece.note, label, origin=piece.origin)
            case Marked():
                kind = Bold if piece.style == "bold" else Italic
                yield kind(tuple(_of_wording(piece.content, prints)), piece.origin)
            case Placeholder() | ReferenceCall() | TypedText():
                yield from (_placed(each, piece.origin) for each in content_from_data(next(prints)))


def _placed(inline: Inline, origin: tuple[int, int]) -> Inline:
    """The inline with the origin of its placeholder."""
    match inline:
        case Text() | Italic() | Bold() | Link() | NoteMark() | PrintedFact() | CrossReference():
            return replace(inline, origin=origin)
        case _:
            return inline
