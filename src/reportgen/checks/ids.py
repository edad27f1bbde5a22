"""The same blocks and notes in the same order in every language."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.tree import nodes as tree
from reportgen.tree.walk import all_blocks

CODES = {
    "RG001": Code(
        "a block is missing in one language",
        "Every paragraph, heading and note of the original stands in every language. Build the report anew; if the "
        "finding stays, the file that was read back is not of this report.",
        proof=True,
    ),
    "RG002": Code(
        "blocks stand in another order",
        "The ids follow one another in the same order in every language, since position decides their numbers.",
        proof=True,
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the ids of each language with those of the original."""
    wanted = _ids(edition.original)
    for document in edition.others():
        found = _ids(document)
        there, here = set(wanted), set(found)
        for name in (each for each in dict.fromkeys(wanted + found) if (each in there) != (each in here)):
            where = document.language if name in here else edition.report.language
            yield Finding("RG001", "error", f"'{name}' stands only in {where}", document.language, name)
        # Order is compared among common blocks alone, so that one missing block is not also an order fault.
        common = [name for name in wanted if name in here]
        order = [name for name in found if name in there]
        if common != order:
            first = next(name for name, other in zip(order, common, strict=True) if name != other)
            yield Finding("RG002", "error", f"'{first}' stands in another order", document.language, first)


def _ids(document: tree.Document) -> list[str]:
    return [each.id for each in (*all_blocks(document), *document.notes)]
