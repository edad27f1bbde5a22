"""What is not translated, or was translated from an older text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from reportgen.catalogue import REVIEW_STATES, Review
from reportgen.catalogue.state import FINISHED, FinishedState
from reportgen.checks.edition import Code, Edition
from reportgen.errors import Position
from reportgen.finding import Finding
from reportgen.tree import nodes as tree

CODES = {
    "RG040": Code(
        "a translation cannot be printed",
        "It holds a placeholder, a form, plural words, a footnote mark or a cross-reference that the report or the "
        "language does not have. The source text is printed between ⟦ and ⟧ in its place; all else is built. Mend the "
        "entry in the language's catalogue.",
        proof=True,
    ),
    "RG041": Code(
        "a translation is missing",
        "The source text is printed between ⟦ and ⟧ in its place. Translate the entry in the language's catalogue.",
        proof=True,
    ),
    "RG042": Code(
        "a translation is of an older source text",
        "The original was reworded after this text was made, or a fact has another plural form or gender now, or is "
        "printed in words. Bring the catalogue up to date (reportgen translations update), look at the text, and take "
        "the mark 'fuzzy' away. A source that is put back makes its text fresh again.",
        proof=True,
    ),
    "RG043": Code(
        "a translation is marked fuzzy",
        "A translator or a tool marked it as not finished. Look at the text and take the mark 'fuzzy' away.",
        proof=True,
    ),
    "RG050": Code(
        "a translation is not as far as the report asks for",
        "`translations: {require: reviewed}` (or final) in report.yaml asks for more than a text: somebody has to "
        "answer for it (reportgen translations accept). build --final writes nothing before.",
        proof=True,
    ),
    "RG044": Code(
        "a translation belongs to nothing",
        "Its id is not in the report. reportgen translations update keeps the text as an obsolete entry.",
        proof=True,
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Say of each piece of each language what its review is waiting for."""
    required = edition.report.translations.require
    for document in edition.documents.values():
        yield from _broken(edition, document)
    for tag, translation in edition.translations.items():
        reviews = edition.reviews[tag]
        for name, review in reviews.items():
            if review.state not in FINISHED or _is_below(review, required):
                entry = translation.get(name)
                yield from _findings(tag, name, review, entry.position() if entry and entry.text else None, required)
        for name, entry in translation.entries.items():
            if name not in reviews:
                # A warning: the text is kept, and nothing wrong is printed.
                yield Finding("RG044", "warning", f"'{name}' is not in the report", tag, name, entry.position())


def _is_below(review: Review, required: FinishedState) -> bool:
    """Whether somebody still has to answer for a text; facts alone have none."""
    return review.record is not None and REVIEW_STATES.index(review.state) < REVIEW_STATES.index(required)


def _broken(edition: Edition, document: tree.Document) -> Iterator[Finding]:
    """Each piece that the language cannot print, with the paragraph that it stands in."""
    names = {each.id: each.where for each in edition.contents(document)} if document.broken else {}
    for each in document.broken:
        where = names.get(each.id, each.id)
        yield Finding("RG040", "error", each.message, document.language, where, each.position, each.hint)


def _findings(
    tag: str, name: str, review: Review, position: Position | None, required: FinishedState
) -> Iterator[Finding]:
    match review.state:
        case "new":
            yield Finding("RG041", "error", "the translation is missing", tag, name)
        case "stale":
            yield Finding("RG042", "warning", review.why, tag, name, position)
        case "needs review":
            yield Finding("RG043", "warning", review.why, tag, name, position)
        case "translated" | "reviewed" | "final" as state:
            hint = "reportgen translations accept, once it has been looked at"
            yield Finding("RG050", "warning", f"it is {state}, and must be {required}", tag, name, position, hint)
        case _:
            assert_never(review.state)
