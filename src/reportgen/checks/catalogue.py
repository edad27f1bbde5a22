"""What is not translated, or was translated from an older text."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.catalogue import Translated
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.model.report import wordings

CODES = {
    "RG041": Code(
        "a translation is missing",
        "The source text is printed between ⟦ and ⟧ in its place. Translate the entry in the language's catalogue.",
    ),
    "RG042": Code(
        "a translation is of an older source text",
        "The original was reworded after this text was made. Bring the text up to date, then the catalogue: "
        "reportgen translations update.",
    ),
    "RG043": Code("a translation is marked fuzzy", "It is marked as not finished, or the source has changed."),
    "RG044": Code(
        "a translation belongs to nothing",
        "Its id is not in the report. reportgen translations update keeps the text as an obsolete entry.",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Compare each catalogue with the report."""
    sources = {name: " ".join(wording.text.split("\n")) for name, wording, _ in wordings(edition.report)}
    for tag, translation in edition.translations.items():
        for name, source in sources.items():
            entry = translation.get(name)
            if entry is None or not entry.text:
                yield Finding("RG041", "error", "the translation is missing", tag, name)
            else:
                yield from _state(tag, entry, source)
        for name, entry in translation.entries.items():
            if name not in sources:
                yield Finding("RG044", "warning", f"'{name}' is not in the report", tag, name, entry.position())


def _state(tag: str, entry: Translated, source: str) -> Iterator[Finding]:
    if entry.source != source:
        yield Finding("RG042", "warning", "the source has changed since", tag, entry.id, entry.position())
    if entry.fuzzy:
        yield Finding("RG043", "warning", "the translation is marked fuzzy", tag, entry.id, entry.position())
