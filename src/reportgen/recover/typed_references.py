"""Cross-references typed in words: looked up in the numbers of what was sent, and printed as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.facts import Names, Symbol
from reportgen.language.conventions import Conventions
from reportgen.language.recognition import TypedReference
from reportgen.record import replace
from reportgen.recover.answer import Question
from reportgen.recover.fold import compared
from reportgen.recover.placement import Placement
from reportgen.recover.recovery import Recovery
from reportgen.recover.sent import SentPiece
from reportgen.wording import Filter, ReferenceCall

_DOCUMENTS = frozenset({"instrument", "law", "publication"})
_NEAR = 8
"""How many letters may stand between a reference and the document that it is of: paragraph 12 of resolution 70/1."""

_FUNCTIONS = {"appendix": "annex"}


def place_typed_references(recovery: Recovery, piece: SentPiece) -> list[Question]:
    """Place every reference that was typed and is to this report; questions about those to numbers it has not."""
    asked = []
    for typed in typed_references(recovery):
        if not recovery.is_typed(typed.start, typed.end) or _is_of_a_document(recovery, typed):
            continue
        ids = [piece.numbers.get((typed.kind, _as_cited(each))) for each in _numbers(typed)]
        if None in ids:
            start, end = recovery.new.shown(typed.start), recovery.new.shown(typed.end)
            asked.append(
                Question("reference", recovery.new.text[typed.start : typed.end], ("letters",), "", start, end)
            )
        else:
            recovery.place(_placement(recovery, typed, [each for each in ids if each is not None]))
    return asked


def typed_references(recovery: Recovery) -> list[TypedReference]:
    """The references in the sentences that differ."""
    start, end = recovery.window.new
    found = recovery.language.recognizer.citations(recovery.new.text[start:end])
    moved = (replace(each, start=each.start + start, end=each.end + start) for each in found)
    return [each for each in moved if recovery.edges.fit(each.start, each.end) and not _cuts_a_value(recovery, each)]


def _cuts_a_value(recovery: Recovery, typed: TypedReference) -> bool:
    """Whether the last number goes on: 表69% is no table."""
    return any(typed.start < each.start < typed.end < each.end for each in recovery.readings)


def _numbers(typed: TypedReference) -> tuple[str, ...]:
    return (*typed.numbers, typed.to) if typed.to else typed.numbers


def _as_cited(number: str) -> str:
    return " ".join(number.split())


def _is_of_a_document(recovery: Recovery, typed: TypedReference) -> bool:
    """Whether a reference is to a paragraph of something else, which is named beside it."""
    for reading in recovery.readings:
        value = reading.value
        document = isinstance(value, Symbol) or (isinstance(value, Names) and value.kind in _DOCUMENTS)
        behind = 0 <= reading.start - typed.end <= _NEAR
        if document and (behind or 0 <= typed.start - reading.end <= 1):
            return True
    return False


def _placement(recovery: Recovery, typed: TypedReference, ids: Sequence[str]) -> Placement:
    """The reference in the form that prints its words, or over its numbers alone, behind the words as letters."""
    function = _FUNCTIONS.get(typed.kind, typed.kind)
    many = function == "para" and len(ids) > 1
    call = ReferenceCall(
        "paras" if many else function, tuple(ids[:1] if typed.to else ids), typed.to and ids[-1], (), -1
    )
    for filters, text in _printed(recovery.language.conventions, typed):
        for start in (typed.start, typed.start + len(_words(recovery, typed))):
            if recovery.text.startswith(compared(text), start) and recovery.edges.fit(start, start + len(text)):
                return Placement(start, start + len(text), -1, replace(call, filters=filters), settles="reference")
    start = typed.start + len(_words(recovery, typed))
    return Placement(start, typed.end, -1, replace(call, filters=(Filter("bare"),)), settles="reference")


def _words(recovery: Recovery, typed: TypedReference) -> str:
    """What stands before the first number of a reference."""
    text = recovery.new.text[typed.start : typed.end]
    return text[: max(text.find(typed.numbers[0]), 0)]


def _printed(conventions: Conventions, typed: TypedReference) -> Iterator[tuple[tuple[Filter, ...], str]]:
    """What the language prints for a reference in every form, the longest first; the bare numbers come last.

    A reference in words has "above" or "below" with it where the language says so.
    """
    found: list[tuple[tuple[Filter, ...], str]] = []
    numbers = _series(conventions, typed)
    for name, patterns in conventions.references.items():
        kind, _, form = name.partition("_")
        if kind == typed.kind and (pattern := _pattern(patterns, typed)):
            text = pattern.format(number=numbers, numbers=numbers, first=typed.numbers[0], last=typed.to)
            filters = (Filter("brief"),) if form == "brief" else (Filter("form", (form,)),) if form else ()
            directed = not form and len(_numbers(typed)) == 1 and kind in ("para", "section")
            directions = conventions.references.get("direction", {}) if directed else {}
            found += [(filters, each.format(reference=text)) for each in directions.values()]
            found += [] if directions else [(filters, text)]
    yield from sorted(found, key=lambda each: -len(each[1]))
    yield (Filter("bare"),), numbers


def _pattern(patterns: dict[str, str], typed: TypedReference) -> str:
    if typed.to:
        return patterns.get("range", "")
    many = patterns.get("two", patterns.get("many", "")) if len(typed.numbers) == 2 else patterns.get("many", "")
    return patterns.get("one", "") if len(typed.numbers) == 1 else many


def _series(conventions: Conventions, typed: TypedReference) -> str:
    """The numbers joined as the language joins figures."""
    rule = conventions.lists.figures or conventions.lists
    numbers = _numbers(typed)
    if len(numbers) == 1:
        return numbers[0]
    last = rule.pair if len(numbers) == 2 else rule.last
    return f"{rule.separator.join(numbers[:-1])}{last}{numbers[-1]}"
