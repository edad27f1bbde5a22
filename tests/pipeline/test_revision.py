"""A revision: its Word file accepted and rejected, and what became of each number across the two symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from reportgen import pipeline
from reportgen.pipeline import numbers
from reportgen.pipeline.after_issue.revision import amend_by_revision
from reportgen.pipeline.changes import older_source, with_changes
from reportgen.pipeline.numbers import Built
from reportgen.readers import ReadDocument
from reportgen.readers.docx import read_word
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, NoteMark
from reportgen.tree.path import Path
from reportgen.tree.seen import seen
from reportgen.tree.walk import all_blocks, map_pointers
from tests.conftest import TinyReport
from tests.tools.issued_report import change, put

TAGS = ("en", "ar", "es", "fr", "ru", "zh")
SLUG = "tiny-rev.1"
FIRST, TERMS = (f"inputs/{SLUG}/{name}.yaml" for name in ("sections/first", "annexes/terms"))


def built(report: TinyReport, slug: str) -> Built:
    return Built(report.workspace, pipeline.load(report.workspace, slug))


def revised(report: TinyReport) -> TinyReport:
    """The issued report with a revision that is still the same text."""
    put(report, dict(amend_by_revision(built(report, "tiny")).files))
    return report


def insert(report: TinyReport) -> None:
    change(report, "  - {id: aside,", "  - {id: late, text: This came late.}\n  - {id: aside,", FIRST)


def delete(report: TinyReport) -> None:
    change(report, "{{ figure('chart') }} and ", "", FIRST)
    text = (report.root / FIRST).read_text("utf-8")
    change(report, text[text.index("  - id: chart") : text.index("  - id: request")], "", FIRST)


def move(report: TinyReport) -> None:
    text = (report.root / FIRST).read_text("utf-8")
    moved = text[text.index("  - id: request") :]
    report.write(FIRST, text.replace(moved, "").replace("  - id: opening", f"{moved.rstrip()}\n  - id: opening"))


def reword(report: TinyReport) -> None:
    change(report, "Count first.", "Count at first.", FIRST)
    change(report, "caption: Nouns,", "caption: Some nouns,", TERMS)
    change(report, "[House, 2]", "[House, 3]", TERMS)
    for tag in TAGS[1:]:
        change(report, "Count first.", "Count at first.", f"locales/{tag}/{SLUG}.po")


def all_of_it(report: TinyReport) -> None:
    reword(report)
    insert(report)
    delete(report)
    move(report)


CHANGES = {"reworded": reword, "inserted": insert, "deleted": delete, "moved": move, "all of it": all_of_it}


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("kind", CHANGES)
def test_its_word_file_accepted_is_the_new_text_and_rejected_the_old(issued: TinyReport, kind: str, tag: str) -> None:
    revised(issued)
    CHANGES[kind](issued)
    old, new = (built(issued, slug)[tag] for slug in ("tiny", SLUG))
    source = older_source(issued.workspace, "1")
    tracked = with_changes(built(issued, SLUG), tag, source, "A", "2026-01-01T00:00:00Z")
    data = pipeline.write(tracked, "docx")
    for view, document in (("accepted", new), ("original", old)):
        found = read_word(data, "tracked", view)  # type: ignore[arg-type]
        assert list(shown(found)) == list(shown(read_word(pipeline.write(document, "docx"), "alone"))), view


def shown(read: ReadDocument) -> Iterator[tuple[object, ...]]:
    """What a reader of a file sees: each line of the masthead and of the text, its label, words, looks and marks."""
    yield from (seen(without_names(line.content)) for line in read.masthead)
    for line in (*read.blocks, *read.notes):
        yield line.line.kind, line.line.label.strip(), line.line.text, seen(without_names(line.content))


def without_names(content: Content) -> Content:
    """The inlines without the ids of notes, which nobody sees: a note that is deleted has lost its bookmark."""
    return map_pointers(content, lambda each: replace(each, note="") if isinstance(each, NoteMark) else each)


def paths(document: tree.Document) -> dict[str, Path]:
    """The numbers of the blocks of a document by their ids."""
    blocks = ((block.id, getattr(block, "number", None)) for block in all_blocks(document))
    return {name: number.path for name, number in blocks if number}


def concordance(report: TinyReport, since: int = 1) -> dict[str, tuple[Path, Path]]:
    """What the slip says of each block that has a number on one side."""
    found = numbers.slip(built(report, SLUG), since)
    shown = (each for each in found.differences if each.kind != "note")
    return {each.id: (each.old, each.new) for each in shown if each.old or each.new}


def wanted(old: Mapping[str, Path], new: Mapping[str, Path]) -> dict[str, tuple[Path, Path]]:
    return {name: (old.get(name, ()), new.get(name, ())) for name in {**old, **new}}


@pytest.mark.parametrize("is_frozen", [False, True])
@pytest.mark.parametrize("kind", CHANGES)
def test_the_concordance_across_symbols(issued: TinyReport, kind: str, is_frozen: bool) -> None:
    old = paths(built(issued, "tiny").original())
    revised(issued)
    CHANGES[kind](issued)
    if is_frozen:
        put(issued, numbers.freeze(built(issued, SLUG), ["en"], "issued").files())
    new = paths(built(issued, SLUG).original())
    assert concordance(issued) == wanted(old, new)
    places = {each.id: each.place for each in numbers.slip(built(issued, SLUG), 1).differences}
    assert places.get("late", "inserted") == "inserted"
    assert places.get("chart") == ("deleted" if "chart" not in new else "same")
    assert (places["request"] == "moved") == (kind in ("moved", "all of it"))


def test_bis_of_the_issued_report_is_a_number_like_all_others_in_its_revision(every: TinyReport) -> None:
    put(every, numbers.freeze(built(every, "tiny"), ["en"], "frozen", "bis").files())
    change(every, "  - {id: aside,", "  - {id: late, text: This came late.}\n  - {id: aside,")
    put(every, numbers.accept(built(every, "tiny"), ["late"], "it came late").file())
    put(every, numbers.freeze(built(every, "tiny"), ["en"], "issued").files())
    old = paths(built(every, "tiny").original())
    assert old["late"] == ("1 bis",)
    revised(every)
    new = paths(built(every, SLUG).original())
    assert (new["late"], new["request"]) == ((2,), (3,))
    assert concordance(every, since=2) == wanted(old, new)


def test_bis_in_the_revision(issued: TinyReport) -> None:
    old = paths(built(issued, "tiny").original())
    revised(issued)
    put(issued, numbers.freeze(built(issued, SLUG), ["en"], "frozen", "bis").files())
    insert(issued)
    put(issued, numbers.accept(built(issued, SLUG), ["late"], "it came late").file())
    for _ in range(2):
        new = paths(built(issued, SLUG).original())
        assert (new["late"], new["request"]) == (("1 bis",), (2,))
        assert concordance(issued) == wanted(old, new)
        put(issued, numbers.freeze(built(issued, SLUG), ["en"], "issued").files())


def test_the_slip_says_which_symbol_it_is_since(issued: TinyReport) -> None:
    revised(issued)
    insert(issued)
    text = "\n".join(numbers.slip(built(issued, SLUG), 1).text())
    assert text.startswith("A/99/2/Rev.1: numbers since edition 1 of A/99/2\n")
    assert re.search(r"–\s+para\. 2\s+inserted\s+late", text)
