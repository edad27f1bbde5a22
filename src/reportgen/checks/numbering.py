"""Numbers without gap, the same in every language; no heading alone at its level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeGuard

from reportgen.checks.content import name_of, names_of
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.ledger.standing import Audit
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.line import kind_of
from reportgen.tree.path import Path, Step
from reportgen.tree.walk import all_blocks

CODES = {
    "RG011": Code(
        "a number is missing or stands twice",
        "Paragraphs run from 1 without gap through the whole report, and again through every annex; headings and "
        "subparagraphs within what they belong to, lettered notes within their table, figure or box; footnotes, "
        "tables, figures, boxes and annexes from 1. The rule counts again by itself and compares.",
        proof=True,
    ),
    "RG012": Code(
        "a number differs between languages",
        "A number in an issued document is a citation: block n is block n in all six languages.",
        proof=True,
    ),
    "RG013": Code(
        "a heading stands alone at its level",
        "United Nations Editorial Manual: an A needs a B. Give the section a second subsection or none.",
        proof=True,
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Count again in each language, then compare the languages."""
    wanted = {block.id: number.path for block, number in _numbered(edition.original)}
    for document in edition.documents.values():
        found = list(_gaps(document, edition.audit or Audit(())))
        for block, number in _numbered(document):
            if number.path != wanted.get(block.id, number.path):
                there = ".".join(str(step) for step in wanted[block.id])
                message = f"its number differs from {there} in {edition.report.language}"
                found.append(Finding("RG012", "error", message, document.language, block.id))
        names = names_of(document) if found else {}
        yield from (replace(each, where=names[each.where]) for each in found)
    # Of the original alone: the structure is the same in all languages, and one finding is enough.
    yield from _lone_headings(edition.original)


def _numbered(document: tree.Document) -> Iterator[tuple[tree.Block | tree.Note, tree.Number]]:
    for block in (*all_blocks(document), *document.notes):
        number = getattr(block, "number", None)
        if number:
            yield block, number


# Counted anew from the order of the blocks: a check that called passes.number would agree with its faults.
def _gaps(document: tree.Document, audit: Audit) -> Iterator[Finding]:
    """Findings, by id, where a number does not follow the one before it at its level, save where the ledger decides."""
    last: dict[tuple[str, Path], int] = {}
    seen: set[tuple[str, Path]] = set()
    for block in (*all_blocks(document), *document.notes):
        if not isinstance(block, tree.Numbered | tree.LetterNote | tree.Note):
            continue
        if _has_no_number(block):
            # Its letters begin anew, under the number of the last table or figure before it.
            letters = "letter-note", (kind_of(block), last.get((kind_of(block), ()), 0))
            last.pop(letters, None)
            seen = {each for each in seen if (each[0], each[1][:-1]) != letters}
            continue
        family = _family(block)
        path = block.number.path if block.number else ()
        parent = family, path[:-1]
        expected = _expected(parent, last.get(parent, 0), audit)
        if (family, path) in seen or not _is_right(parent, path[-1:], last.get(parent, 0), expected, audit):
            message = f"expected number {expected} here, found {path[-1] if path else 'none'}"
            yield Finding("RG011", "error", message, document.language, block.id, getattr(block, "position", None))
        seen.add((family, path))
        # 41 bis does not advance the count.
        last[parent] = path[-1] if path and isinstance(path[-1], int) else last.get(parent, 0)


def _has_no_number(block: tree.Numbered | tree.LetterNote | tree.Note) -> TypeGuard[tree.Numbered]:
    """Whether a block is written without a number: a heading that says so, a table or figure without a caption."""
    return isinstance(block, tree.Heading | tree.Table | tree.Figure) and not block.numbered


def _family(block: tree.Numbered | tree.LetterNote | tree.Note) -> str:
    """The series that a block is counted in."""
    if isinstance(block, tree.Note):
        return "note"
    return "paragraph" if isinstance(block, tree.Subparagraph) else kind_of(block)


def _expected(parent: tuple[str, Path], last: int, audit: Audit) -> int:
    """The next number that the ledger has not retired."""
    family, path = parent
    expected = last + 1
    while (family, (*path, expected)) in audit.retired:
        expected += 1
    return expected


def _is_right(parent: tuple[str, Path], step: Path, last: int, expected: int, audit: Audit) -> bool:
    """Whether a last step follows; "41 bis" is an insertion, right only where no number ever moves."""
    if not step or isinstance(step[0], int) or not audit.bis:
        return step == (expected,)
    figure = Step.of(step[0]).figure
    return last <= figure <= expected or (parent[0], (*parent[1], figure)) in audit.retired


def _lone_headings(document: tree.Document) -> Iterator[Finding]:
    headings = [block for block in document.blocks if isinstance(block, tree.Heading) and block.number]
    count = Counter(heading.number.path[:-1] for heading in headings if heading.number)
    for heading in headings:
        if heading.level > 1 and heading.number and count[heading.number.path[:-1]] == 1:
            message = "the heading stands alone at its level"
            yield Finding("RG013", "warning", message, "", name_of(heading), heading.position)
