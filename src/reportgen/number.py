"""One walk gives every number: headings, paragraphs, subparagraphs and footnotes.

Paragraphs are numbered through the whole report; summaries are not numbered; footnotes in the order of their first
marks (UN Editorial Manual). The path of a number is the same in every language; the label is the language's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reportgen.language import Language
from reportgen.tree.inlines import Bold, Content, Inline, Italic, NoteMark, PrintedFact
from reportgen.tree.nodes import Block, Document, Heading, Note, Number, Paragraph, Subparagraph
from reportgen.tree.walk import map_block, map_inlines, map_masthead

Step = int | str


def number_blocks(document: Document, language: Language, steps: Mapping[str, Step] | None = None) -> Document:
    """The document with a number on every block and note that has one.

    `steps` are last steps of numbers that are decided already, by id: 41, or "41 bis", which does not advance the
    count. All others follow from the order of the blocks.
    """
    counters = _Counters(language, steps or {})
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
    steps: Mapping[str, Step]
    headings: list[Step] = field(default_factory=list)
    paragraph: Step = 0
    subparagraphs: list[Step] = field(default_factory=list)
    notes: dict[str, Number] = field(default_factory=dict)

    def block(self, block: Block) -> Block:
        """The block with its number, and its footnotes with theirs."""
        match block:
            case Heading():
                self.headings = _next(self.headings, block.level, self.steps.get(block.id))
                label = self.language.label("heading", block.level, self.headings[-1])
                block = replace(block, number=Number(tuple(self.headings), label))
            case Paragraph():
                self.paragraph = self.steps.get(block.id) or _figure(self.paragraph) + 1
                self.subparagraphs = []
                label = self.language.label("paragraph", 1, self.paragraph)
                block = replace(block, number=Number((self.paragraph,), label))
            case Subparagraph():
                self.subparagraphs = _next(self.subparagraphs, block.level, self.steps.get(block.id))
                label = self.language.label("subparagraph", block.level, self.subparagraphs[-1])
                block = replace(block, number=Number((self.paragraph, *self.subparagraphs), label))
            case _:
                pass
        return map_block(block, self._marked)

    def _marked(self, content: Content) -> Content:
        return map_inlines(content, self._mark)

    def _mark(self, inline: Inline) -> Inline:
        if isinstance(inline, NoteMark):
            number = self.notes.setdefault(inline.note, self._note_number(len(self.notes) + 1))
            return replace(inline, label=number.label)
        if isinstance(inline, Italic | Bold | PrintedFact):
            return replace(inline, content=self._marked(inline.content))
        return inline

    def _note_number(self, number: int) -> Number:
        return Number((number,), self.language.label("note", 1, number))


def _next(counters: list[Step], level: int, decided: Step | None) -> list[Step]:
    """The counters after one more at a level: deeper ones begin anew, skipped ones count as one."""
    kept = [*counters[:level], *[0] * (level - len(counters))]
    head = [number or 1 for number in kept[:-1]]
    return [*head, decided or _figure(kept[-1]) + 1]


def _figure(step: Step) -> int:
    """41 for 41 and for "41 bis"."""
    return step if isinstance(step, int) else int(step.partition(" ")[0])
