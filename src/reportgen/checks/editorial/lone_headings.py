"""A heading of a level does not stand alone: an A needs a B.

Source: Editorial Manual, headings: no lone subheading.

Passes (en): The report is short.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.tree import nodes as tree
from reportgen.tree.walk import plain_blocks

CODES = {
    "RG223": Code(
        "a subheading that stands alone",
        "A section with one subsection has none: take the subheading out, or add another.",
        severity="warning",
        source="Editorial Manual, headings",
    ),
    "RG224": Code(
        "headings that are too deep",
        "Level four and deeper is seldom read: use paragraphs and subparagraphs.",
        severity="note",
        source="Editorial Manual, headings",
    ),
}


_DEEP = 4


def check(edition: Edition) -> Iterator[Finding]:
    """Look at the headings of the original, which are the same in every language."""
    headings = [each for each in plain_blocks(edition.original) if isinstance(each, tree.Heading | tree.Annex)]
    for index, heading in enumerate(headings):
        if isinstance(heading, tree.Annex):
            continue
        if heading.level > 1 and _is_alone(headings, index):
            message = f"the subheading '{heading.id}' is the only one of its section"
            yield Finding("RG223", CODES["RG223"].severity, message, "", heading.id)
        if heading.level >= _DEEP:
            message = f"the heading '{heading.id}' is of level {heading.level}"
            yield Finding("RG224", CODES["RG224"].severity, message, "", heading.id)


def _is_alone(headings: list[tree.Heading | tree.Annex], index: int) -> bool:
    level = headings[index].level
    return not any(_has_sibling(each, level) for each in (reversed(headings[:index]), iter(headings[index + 1 :])))


def _has_sibling(others: Iterator[tree.Heading | tree.Annex], level: int) -> bool:
    for other in others:
        if isinstance(other, tree.Annex) or other.level < level:
            return False
        if other.level == level:
            return True
    return False
