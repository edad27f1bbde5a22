"""One walk gives every number: headings, paragraphs, subparagraphs and footnotes.

Paragraphs are numbered through the whole report; summaries are not numbered; footnotes in the order of their first
marks (UN Editorial Manual). The path of a number is the same in every language; the label is the language's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reportgen.language import Language
from reportgen.tree.inlines import Bold, Content, Inline, Italic, NoteMark, PrintedFact
from reportgen.tree.nodes import Block, Document, Heading, Note, Number, Paragraph, Subparagraph
from reportgen.tree.walk import map_block, map_masthead


def number_blocks(document: Document, language: Language) -> Document:
    """The document with a number on every block and note that has one."""
    counters = _Counters(language)
    asterisks = {note.id: "*" * (index + 1) for index, note in enumerate(document.masthead.notes)}
    masthead = map_masthead(document.masthead, lambda content: _labelled(content, asterisks))
    masthead = replace(
        masthead,
        notes=tuple(replace(note, number=Number((), asterisks[note.id])) for note in masthead.notes),
    )
    blocks = tuple(counters.block(block) for block in document.blocks)
    return replace(document, masthead=masthead, blocks=blocks, notes=tuple(_numbered(document, counters)))


def _numbered(document: Document, counters: _Counters) -> Iterator[Note]:
    """The notes in the order of their marks."""
    notes = {note.id: note for note in document.notes}
    for name, number in counters.notes.items():
        if name in notes:
            yield replace(notes[name], number=number)


def _labelled(content: Content, labels: dict[str, str]) -> Content:
    return tuple(_label(inline, labels) for inline in content)


def _label(inline: Inline, labels: dict[str, str]) -> Inline:
    if isinstance(inline, NoteMark):
        return replace(inline, label=labels.get(inline.note, ""))
    if isinstance(inline, Italic | Bold | PrintedFact):
        return replace(inline, content=_labelled(inline.content, labels))
    return inline


@dataclass
class _Counters:
    """What has been counted so far."""

    language: Language
    headings: list[int] = field(default_factory=list)
    paragraph: int = 0
    subparagraphs: list[int] = field(default_factory=list)
    notes: dict[str, Number] = field(default_factory=dict)

    def block(self, block: Block) -> Block:
        """The block with its number, and its footnotes with theirs."""
        match block:
            case Heading():
                self.headings = _next(self.headings, block.level)
                label = self.language.label("heading", block.level, self.headings[-1])
                block = replace(block, number=Number(tuple(self.headings), label))
            case Paragraph():
                self.paragraph += 1
                self.subparagraphs = []
                label = self.language.label("paragraph", 1, self.paragraph)
                block = replace(block, number=Number((self.paragraph,), label))
            case Subparagraph():
                self.subparagraphs = _next(self.subparagraphs, block.level)
                label = self.language.label("subparagraph", block.level, self.subparagraphs[-1])
                block = replace(block, number=Number((self.paragraph, *self.subparagraphs), label))
            case _:
                pass
        return map_block(block, self._marked)

    def _marked(self, content: Content) -> Content:
        return tuple(self._mark(inline) for inline in content)

    def _mark(self, inline: Inline) -> Inline:
        if isinstance(inline, NoteMark):
            number = self.notes.setdefault(inline.note, self._note_number(len(self.notes) + 1))
            return replace(inline, label=number.label)
        if isinstance(inline, Italic | Bold | PrintedFact):
            return replace(inline, content=self._marked(inline.content))
        return inline

    def _note_number(self, number: int) -> Number:
        return Number((number,), self.language.label("note", 1, number))


def _next(counters: list[int], level: int) -> list[int]:
    """The counters after one more at a level: deeper ones begin anew, skipped ones count as one."""
    kept = [*counters[:level], *[0] * (level - len(counters))]
    head = [number or 1 for number in kept[:-1]]
    return [*head, kept[-1] + 1]
