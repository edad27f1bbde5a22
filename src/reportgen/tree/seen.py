"""What a reader of a file sees of inlines: text in its looks, addresses and marks, no facts and no references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from reportgen.record import record, replace
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
from reportgen.tree.text import legal_in_xml, plain_text


@record
class SeenRun:
    """Text in one look; a `link` is an address; a run with a `note` is a mark, which has no text."""

    text: str
    italic: bool = False
    bold: bool = False
    link: bool = False
    note: NoteMark | None = None


def seen(content: Content) -> Content:
    """The inlines as they come back from a file, alike for all that look alike: Text, Link, NoteMark, Bold, Italic.

    Of two editions it is the newer one. What is bold and in italics is `Bold((Italic(…),))`; a mark stands outside.
    """
    return seen_content(seen_runs(content))


def signed_looks(content: Content) -> str:
    """The text with signs for its looks, as wording has them: *italics*, **bold**, [^note]."""
    return "".join(map(_signed, _settled(seen_runs(content))))


def seen_runs(content: Content) -> list[SeenRun]:
    """The runs of some inlines in reading order."""
    return list(_runs(content, False, False))


def seen_content(runs: Iterable[SeenRun]) -> Content:
    """The inlines of some runs: neighbours of one look are joined, blanks between two looks have what both have."""
    return tuple(_bold(list(_settled([run for run in runs if run.text or run.note]))))


def _signed(run: SeenRun) -> str:
    if run.note:
        return f"[^{run.note.note}]"
    sign = "**" * run.bold + "*" * run.italic
    return f"{sign}{run.text}{sign}"


def part_of(runs: Sequence[SeenRun], text: str) -> list[SeenRun]:
    """The last part of some runs that has this text, with the marks at its ends; the text alone where none has it."""
    at = "".join(run.text for run in runs).rfind(text)
    return list(_cut(runs, at, at + len(text))) if at >= 0 else [SeenRun(text)]


def _runs(content: Content, italic: bool, bold: bool) -> Iterator[SeenRun]:
    for inline in content:
        match inline:
            case Italic():
                yield from _runs(inline.content, True, bold)
            case Bold():
                yield from _runs(inline.content, italic, True)
            case PrintedFact() | CrossReference():
                yield from _runs(inline.content, italic, bold)
            case Link():
                yield SeenRun(inline.url, italic, bold, link=True)
            case NoteMark():
                yield SeenRun("", note=NoteMark(inline.note, inline.label))
            case Inserted():
                yield from _runs(inline.part, italic, bold)
            case Deleted():
                pass
            case Text() | NumberReference() | NameUse() | ListJoin():
                yield SeenRun(legal_in_xml(plain_text((inline,))), italic, bold)
            case _:
                assert_never(inline)


def _settled(runs: Sequence[SeenRun]) -> Iterator[SeenRun]:
    """The runs; blanks at the ends of a look keep of it what the text behind them has too.

    Programs differ in whether the blank behind a word in italics is in italics.
    """
    parts = [part for run in runs for part in _with_blanks_apart(run)]
    following = _looks(reversed(parts))
    before = (False, False)
    for part, behind in zip(parts, reversed(following), strict=True):
        if part.text and not part.text.strip():
            yield replace(part, italic=before[0] and behind[0], bold=before[1] and behind[1])
        else:
            yield part
            before = (part.italic, part.bold) if part.text else before


def _with_blanks_apart(run: SeenRun) -> Iterator[SeenRun]:
    """The blanks before a text, the text, the blanks behind it."""
    inner = run.text.strip()
    if run.link or not inner or not (run.italic or run.bold):
        yield run
        return
    before, _, behind = run.text.partition(inner)
    yield from (replace(run, text=text) for text in (before, inner, behind) if text)


def _looks(parts: Iterable[SeenRun]) -> list[tuple[bool, bool]]:
    """For each part, italics and bold of the last text before it that is no blank."""
    looks, last = [], (False, False)
    for part in parts:
        looks.append(last)
        last = (part.italic, part.bold) if part.text.strip() else last
    return looks


def _bold(runs: Sequence[SeenRun]) -> Iterator[Inline]:
    for bold, group in groupby(runs, lambda run: run.bold):
        inner = tuple(_italic(list(group)))
        yield from (Bold(inner),) if bold else inner


def _italic(runs: Sequence[SeenRun]) -> Iterator[Inline]:
    for italic, group in groupby(runs, lambda run: run.italic):
        inner = tuple(_plain(group))
        yield from (Italic(inner),) if italic else inner


def _plain(runs: Iterable[SeenRun]) -> Iterator[Inline]:
    for is_text, group in groupby(runs, lambda run: not (run.link or run.note)):
        if is_text:
            yield Text("".join(run.text for run in group))
        else:
            yield from (run.note or Link(run.text) for run in group)


def _cut(runs: Sequence[SeenRun], start: int, end: int) -> Iterator[SeenRun]:
    """What of some runs stands between two places of their text; an address that is cut is text."""
    at = 0
    for run in runs:
        since, until = max(start - at, 0), min(end - at, len(run.text))
        if run.note:
            yield from (run,) if start <= at <= end else ()
        elif since < until:
            text = run.text[since:until]
            yield replace(run, text=text, link=run.link and text == run.text)
        at += len(run.text)
