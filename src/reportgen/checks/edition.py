"""What rules look at: a report and its documents in all languages, and how a finding names a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.language import Language
from reportgen.language.catalogue import Translation
from reportgen.model.report import Report
from reportgen.tree.difference import Audit
from reportgen.tree.inlines import Bold, Content, Italic, Text
from reportgen.tree.line import kind_of
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
    if number is None:
        return block.id
    annex = "".join(f"{kind} {step}, " for kind, step in _annexes(number.path))
    match kind_of(block):
        case "heading":
            return f"{annex}heading {number.label.rstrip(' .-')} ({block.id})"
        case "paragraph" | "subparagraph":
            first, *parts = number.path[2 * annex.count(",") :]
            labels = "".join(f" {number.label}" for _ in parts[-1:])
            return f"{annex}para. {first}{labels} ({block.id})"
        case "letter-note":
            owner, step, _ = number.path
            return f"{owner} {step}, note {number.label} ({block.id})"
        case kind:
            return f"{annex.rstrip(', ') or f'{kind} {number.path[-1]}'} ({block.id})"


def _annexes(path: tuple[int | str, ...]) -> Iterator[tuple[int | str, int | str]]:
    """The annex, and the appendix, that a path begins with."""
    for at in range(0, len(path) - 1, 2):
        if path[at] not in ("annex", "appendix"):
            return
        yield path[at], path[at + 1]
