"""The numbers of an issued document that its addendum cites are those that the document has."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.amendments.parent import ParentBlock, changed_blocks
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding, Severity
from reportgen.passes.targets import OF_PARENT
from reportgen.tree.citation import cited
from reportgen.tree.inlines import CrossReference

CODES = {
    "RG102": Code(
        "a block of the amended document has another number",
        "The addendum cites the number of one edition, and a later one has another there. Whoever holds the later one "
        "looks in the wrong place: let 'amends' in report.yaml name the later edition, or take the reference out.",
        proof=True,
    ),
    "RG103": Code(
        "a block of the amended document is gone",
        "A later edition of the document that the addendum amends has no such block any more. Let the text refer to "
        "another one, or say what became of it.",
        proof=True,
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Hold each reference into the parent to the later editions of the parent's ledger, and to its revisions."""
    if edition.parent is None:
        return
    changed = {OF_PARENT + each.id: each for each in changed_blocks(edition.parent)}
    for content in edition.contents(edition.original):
        references = (each for each in content.pointers if isinstance(each, CrossReference))
        names = dict.fromkeys(name for each in references for name in (*each.targets, each.to))
        for name in names:
            if name in changed:
                yield _finding(changed[name], edition, content.where)


def _finding(block: ParentBlock, edition: Edition, where: str) -> Finding:
    now, is_same = block.edition, edition.parent and block.edition.symbol == edition.parent.own.symbol
    there = f"edition {now.number} of {now.symbol}" if is_same else now.symbol
    became = "is gone from" if block.now is None else f"is {cited(block.kind, block.now)} in"
    message = f"{cited(block.kind, block.was)} of the parent ({block.id}) {became} {there}"
    # Another symbol is another document: what is cited stays true of the one that is named.
    severity: Severity = "error" if is_same else "warning"
    return Finding("RG103" if block.now is None else "RG102", severity, message, edition.original.language, where)
