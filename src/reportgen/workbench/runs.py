"""Text that is edited in a page, as runs: letters with their looks, marks of notes, addresses, facts that stay whole.

A run is a mapping: `t` its text, `b` and `i` its looks, `note` the id of a note, `url` an address. One that stays
whole has its `parts`, and the `fact` or the `ref` that printed it. What comes back is read as text alone: a browser is
trusted with no more than a Word file is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.errors import UsageError
from reportgen.tree.inlines import (
    Bold,
    Content,
    CrossReference,
    Deleted,
    Inline,
    Inserted,
    Italic,
    Link,
    NoteMark,
    PrintedFact,
    Text,
)
from reportgen.tree.text import legal_in_xml, plain_text

EditedRun = dict[str, Any]
_LONGEST = 60_000
_MOST_RUNS = 3_000


def edited_runs(content: Content) -> list[EditedRun]:
    """What was printed as runs, facts and cross-references each as one."""
    return list(_runs(content, {}))


def _runs(content: Content, looks: EditedRun) -> Iterator[EditedRun]:
    for inline in content:
        match inline:
            case Italic():
                yield from _runs(inline.content, {**looks, "i": 1})
            case Bold():
                yield from _runs(inline.content, {**looks, "b": 1})
            case PrintedFact():
                parts = list(_runs(inline.content, looks))
                yield {"parts": parts, "fact": inline.fact, "kind": inline.kind}
            case CrossReference():
                parts = list(_runs(inline.content, looks))
                yield {"parts": parts, "ref": inline.targets[0] if inline.targets else ""}
            case NoteMark():
                yield {"note": inline.note, "t": inline.label}
            case Link():
                yield {"url": inline.url, "t": inline.url}
            case Inserted() | Deleted():
                raise AssertionError("what is edited is one edition")
            case _:
                yield {"t": plain_text((inline,)), **looks}


def content_of_runs(data: Any) -> Content:
    """What came back from a page; a `UsageError` where it is no list of runs, or too long."""
    if not isinstance(data, list) or len(data) > _MOST_RUNS:
        raise UsageError("the text that came back cannot be read", hint="load the page again")
    if sum(len(str(each.get("t", ""))) for each in data if isinstance(each, dict)) > _LONGEST:
        raise UsageError(f"a paragraph of more than {_LONGEST:,} characters", hint="part it")
    return tuple(_merged([_inline(each) for each in _flat(data)]))


def _flat(runs: list[Any]) -> Iterator[Any]:
    """The runs, those that stay whole as their parts."""
    for each in runs:
        parts = each.get("parts") if isinstance(each, dict) else None
        yield from parts if isinstance(parts, list) else [each]


def _inline(run: Any) -> Inline:
    if not isinstance(run, dict) or not isinstance(run.get("t", ""), str):
        raise UsageError("the text that came back cannot be read", hint="load the page again")
    if isinstance(run.get("note"), str):
        return NoteMark(run["note"])
    if isinstance(run.get("url"), str):
        return Link(run["url"])
    inline: Inline = Text(legal_in_xml(run.get("t", "").replace("\n", " ")))
    inline = Italic((inline,)) if run.get("i") else inline
    return Bold((inline,)) if run.get("b") else inline


def _merged(inlines: list[Inline]) -> Iterator[Inline]:
    """The inlines with neighbours that look alike as one, as a reader of a file sees them."""
    before: Inline | None = None
    for each in inlines:
        if isinstance(before, Text) and isinstance(each, Text):
            before = Text(before.text + each.text)
        elif isinstance(before, Italic | Bold) and type(before) is type(each) and isinstance(each, Italic | Bold):
            before = type(before)(tuple(_merged([*before.content, *each.content])))
        else:
            if before is not None and before != Text(""):
                yield before
            before = each
    if before is not None and before != Text(""):
        yield before
