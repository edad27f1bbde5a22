"""Numbers without gap, the same in every language; no heading alone at its level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition, name_of
from reportgen.finding import Finding
from reportgen.tree.nodes import Document, Heading, Note, Number, Paragraph, Subparagraph
from reportgen.tree.walk import all_blocks

CODES = {
    "RG011": Code(
        "a number is missing or stands twice",
        "Paragraphs run from 1 without gap through the whole report, headings and subparagraphs within what they "
        "belong to, footnotes from 1. The rule counts again by itself and compares.",
    ),
    "RG012": Code(
        "a number differs between languages",
        "A number in an issued document is a citation: block n is block n in all six languages.",
    ),
    "RG013": Code(
        "a heading stands alone at its level",
        "United Nations Editorial Manual: an A needs a B. Give the section a second subsection or none.",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Count again in each language, then compare the languages."""
    wanted = {name: number.path for name, number, _ in _numbered(edition.original)}
    for document in edition.documents.values():
        yield from _gaps(document)
        for name, number, where in _numbered(document):
            if name in wanted and number.path != wanted[name]:
                there = ".".join(str(step) for step in wanted[name])
                message = f"its number differs from {there} in {edition.report.language}"
                yield Finding("RG012", "error", message, document.language, where)
    yield from _lone_headings(edition.original)


def _numbered(document: Document) -> Iterator[tuple[str, Number, str]]:
    for block in (*all_blocks(document), *document.notes):
        number = getattr(block, "number", None)
        if number:
            yield block.id, number, name_of(block)


def _gaps(document: Document) -> Iterator[Finding]:
    """Every number follows the one before it at its level."""
    last: dict[tuple[object, ...], int] = {}
    for block in (*all_blocks(document), *document.notes):
        if not isinstance(block, Heading | Paragraph | Subparagraph | Note):
            continue
        kind = Paragraph if isinstance(block, Subparagraph) else type(block)
        path = block.number.path if block.number else ()
        parent, step = (kind, *path[:-1]), path[-1] if path else None
        if step != last.get(parent, 0) + 1:
            message = f"expected number {last.get(parent, 0) + 1} here, found {step or 'none'}"
            yield Finding(
                "RG011", "error", message, document.language, name_of(block), getattr(block, "position", None)
            )
        last[parent] = step if isinstance(step, int) else last.get(parent, 0)


def _lone_headings(document: Document) -> Iterator[Finding]:
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.number]
    count = Counter(heading.number.path[:-1] for heading in headings if heading.number)
    for heading in headings:
        if heading.level > 1 and heading.number and count[heading.number.path[:-1]] == 1:
            message = "the heading stands alone at its level"
            yield Finding("RG013", "warning", message, "", name_of(heading), heading.position)
