"""What rules look at: a report and its documents in all languages, and how a finding names a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.language import Language
from reportgen.language.catalogue import Translation
from reportgen.model.report import Report
from reportgen.tree.difference import Audit
from reportgen.tree.inlines import Bold, Content, Italic, Text
from reportgen.tree.nodes import Block, Document, Note
from reportgen.tree.text import UNTRANSLATED
from reportgen.tree.walk import all_blocks, content_of


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means, and what to do about it."""

    title: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A report in all the languages that are checked; the original is among them or stands beside them.

    `audit` says how they stand to the ledger, where there is one.
    """

    report: Report
    original: Document
    documents: Mapping[str, Document]
    translations: Mapping[str, Translation]
    languages: Mapping[str, Language]
    audit: Audit | None = None

    def others(self) -> Iterator[Document]:
        """The documents that are translations."""
        return (document for document in self.documents.values() if document.language != self.report.language)


def contents(document: Document) -> Iterator[tuple[str, str, Content]]:
    """Every block and note: its id, how a finding names it, its inlines."""
    for block in all_blocks(document):
        yield block.id, name_of(block), content_of(block)
    for note in document.notes:
        yield note.id, name_of(note), note.content


def own_contents(document: Document) -> Iterator[tuple[str, str, Content]]:
    """Those of `contents` that are in the document's language: not printed in the original for want of a text."""
    return (each for each in contents(document) if each[2][:1] != (Text(UNTRANSLATED[0]),))


def literal_text(content: Content) -> str:
    """The text that somebody typed: a blank in place of each printed fact, reference and mark."""
    parts = []
    for inline in content:
        if isinstance(inline, Text):
            parts.append(inline.text)
        else:
            parts.append(literal_text(inline.content) if isinstance(inline, Italic | Bold) else " ")
    return "".join(parts)


def name_of(block: Block | Note) -> str:
    """The name of a place in findings: "para. 41 (kyrgyzstan-reform)"."""
    if isinstance(block, Note):
        return f"note {block.number.label if block.number else '?'} ({block.id})"
    number = getattr(block, "number", None)
    kind = type(block).__name__
    if number is None:
        return block.id
    if kind == "Heading":
        return f"heading {number.label.rstrip(' .-')} ({block.id})"
    first, *parts = number.path
    labels = "".join(f" {number.label}" for _ in parts[-1:])
    return f"para. {first}{labels} ({block.id})"
