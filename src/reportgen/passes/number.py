"""One walk gives every number: headings, paragraphs, subparagraphs, footnotes, tables, figures, boxes, annexes.

Paragraphs are numbered through the whole report and anew in every annex and appendix; summaries are not numbered;
footnotes are numbered in the order of their first marks, notes of tables, figures and boxes with letters (UN Editorial
Manual). The path of a number is the same in every language; the label is the language's. In an annex the path begins
with the annex: ("annex", 1, 3).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.language import Language
from reportgen.language.language import LabelKind
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, CrossReference, Inline, NoteMark
from reportgen.tree.line import label_kind
from reportgen.tree.memory import ContentMemory, pointers_of
from reportgen.tree.path import Path, PathStep, Step
from reportgen.tree.walk import map_block, map_masthead, map_pointers, part_of, plain_blocks, pointers


def number_blocks(
    document: tree.Document,
    language: Language,
    steps: Mapping[str, PathStep] | None = None,
    memory: ContentMemory | None = None,
) -> tree.Document:
    """The document with a number on every block and note that is numbered.

    `steps` gives, by id, last steps that the ledger has decided: 41, or "41 bis", which does not advance the count. All
    others follow from the order of the blocks.
    """
    counters = _Counters(language, steps or {}, memory, alone=_alone(document))
    # Notes of the masthead have asterisks, one more for each (Editorial Manual), and never take a number.
    asterisks = {note.id: "*" * (index + 1) for index, note in enumerate(document.masthead.notes)}
    masthead = map_masthead(document.masthead, lambda content: _labelled(content, asterisks))
    masthead = replace(
        masthead,
        notes=tuple(replace(note, number=tree.Number((), asterisks[note.id])) for note in masthead.notes),
    )
    blocks = tuple(counters.block(block) for block in plain_blocks(document))
    return replace(document, masthead=masthead, blocks=blocks, notes=tuple(_numbered(document, counters)))


def _alone(document: tree.Document) -> frozenset[str]:
    """The ids of annexes, appendices and figures that are the only ones of their series and so have no number."""
    families: dict[str, list[str]] = {}
    family = ""
    for block in plain_blocks(document):
        if isinstance(block, tree.Figure) and block.numbered:
            # No annex has this name, since ids are words.
            families.setdefault("/figures", []).append(block.id)
        if isinstance(block, tree.Annex):
            family = "" if block.level == 1 else family
            families.setdefault(family, []).append(block.id)
            family = block.id if block.level == 1 else family
    return frozenset(names[0] for names in families.values() if len(names) == 1)


def _numbered(document: tree.Document, counters: _Counters) -> Iterator[tree.Note]:
    """The notes in the order of their marks."""
    notes = {note.id: note for note in document.notes}
    for name, number in counters.notes.items():
        # A mark without a note is reported by inputs; here it just has no text to number.
        if name in notes:
            yield replace(notes[name], number=number)


def _labelled(content: Content, labels: dict[str, str]) -> Content:
    def labelled(pointer: NoteMark | CrossReference) -> Inline:
        return replace(pointer, label=labels.get(pointer.note, "")) if isinstance(pointer, NoteMark) else pointer

    return map_pointers(content, labelled)


@dataclass
class _Counters:
    """What has been counted so far; `prefix` is the path of the annex or appendix that the walk is in."""

    language: Language
    steps: Mapping[str, PathStep]
    memory: ContentMemory | None = None
    alone: frozenset[str] = frozenset()
    prefix: Path = ()
    series: Counter[str] = field(default_factory=Counter)
    annexes: dict[Path, int] = field(default_factory=dict)
    headings: list[Step] = field(default_factory=list)
    paragraph: Step = field(default_factory=lambda: Step(0))
    subparagraphs: list[Step] = field(default_factory=list)
    notes: dict[str, tree.Number] = field(default_factory=dict)

    def block(self, block: tree.Block) -> tree.Block:
        """The block with its number, and its notes with theirs."""
        match block:
            case tree.Heading() if block.numbered:
                self.headings = _next(self.headings, block.level, self.steps.get(block.id))
                block = replace(block, number=self._number("heading", block.level, self.headings))
            case tree.Paragraph():
                self.paragraph = _after(self.paragraph, self.steps.get(block.id))
                self.subparagraphs = []
                block = replace(block, number=self._number("paragraph", 1, [self.paragraph]))
            case tree.Subparagraph():
                self.subparagraphs = _next(self.subparagraphs, block.level, self.steps.get(block.id))
                steps = [self.paragraph, *self.subparagraphs]
                block = replace(block, number=self._number("subparagraph", block.level, steps))
            case tree.Annex():
                block = replace(block, number=self._annex(block))
            case tree.Table() | tree.Figure() | tree.Box():
                return self._noted(block)
            case _:
                pass
        return map_block(block, self._marked)

    def _number(self, kind: LabelKind, level: int, steps: Sequence[Step]) -> tree.Number:
        """The number of these steps below the prefix of the open annex; the last step gives the label."""
        last = steps[-1]
        label = self.language.label(kind, level, last.figure, last.suffix)
        return tree.Number((*self.prefix, *(step.written for step in steps)), label)

    def _annex(self, block: tree.Annex) -> tree.Number:
        """The number of an annex or an appendix; all other counts restart behind it."""
        kind: LabelKind = "annex" if block.level == 1 else "appendix"
        series = (*self.prefix[: 2 * (block.level - 1)], kind)
        step = self.annexes[series] = self.annexes.get(series, 0) + 1
        # The path has the step even where the label has none, so that a second annex changes no path.
        self.prefix = (*series, step)
        # Annexes are quoted by themselves ("annex I, para. 3"), so their paragraphs begin with 1.
        self.headings, self.paragraph, self.subparagraphs = [], Step(0), []
        alone = block.id in self.alone
        return tree.Number(self.prefix, self.language.uncounted(kind) if alone else self.language.label(kind, 1, step))

    def _noted(self, block: tree.Noted) -> tree.Noted:
        """A table, figure or box: each kind counts through the whole document, notes in the order of their marks.

        One that is not numbered has notes under the number of the last one before it.
        """
        kind = label_kind(block)
        is_numbered = isinstance(block, tree.Box) or block.numbered
        self.series[kind] += is_numbered
        step = self.series[kind]
        letters: dict[str, tree.Number] = {}

        def lettered(content: Content) -> Content:
            for each in pointers(content):
                # A mark may be repeated in many cells; its letter is that of the first.
                if isinstance(each, NoteMark) and each.note not in letters:
                    letter = len(letters) + 1
                    label = self.language.label("letter-note", 1, letter)
                    letters[each.note] = tree.Number((kind, step, letter), label)
            return _labelled(content, {name: number.label for name, number in letters.items()})

        marked = map_block(block, lettered)
        assert isinstance(marked, tree.Noted)
        return replace(
            marked,
            number=tree.Number((step,), self._caption_label(block, kind, step)) if is_numbered else None,
            notes=_ordered(map(part_of, marked.notes), letters),
        )

    def _caption_label(self, block: tree.Noted, kind: LabelKind, step: int) -> str:
        """The label of a caption: a figure that stands alone has none, not even the word (Editorial Manual, maps)."""
        return "" if block.id in self.alone else self.language.label(kind, 1, step)

    def _marked(self, content: Content) -> Content:
        return map_pointers(content, self._mark) if pointers_of(self.memory, content) else content

    def _mark(self, pointer: NoteMark | CrossReference) -> Inline:
        if isinstance(pointer, CrossReference):
            return pointer
        # The first mark decides the number; later marks of the same note repeat it.
        if pointer.note not in self.notes:
            number = len(self.notes) + 1
            self.notes[pointer.note] = tree.Number((number,), self.language.label("note", 1, number))
        return replace(pointer, label=self.notes[pointer.note].label)


def _ordered(notes: Iterable[tree.LetterNote], letters: Mapping[str, tree.Number]) -> tuple[tree.LetterNote, ...]:
    """The marked notes with their letters, in the order of their marks."""
    found = {note.id: note for note in notes}
    return tuple(replace(found[name], number=number) for name, number in letters.items() if name in found)


def _next(counters: list[Step], level: int, decided: PathStep | None) -> list[Step]:
    """The counters after one more at a level: deeper levels restart, skipped levels count as 1, as in Word."""
    kept = [*counters[:level], *[Step(0)] * (level - len(counters))]
    head = [step if step.figure else Step(1) for step in kept[:-1]]
    return [*head, _after(kept[-1], decided)]


def _after(step: Step, decided: PathStep | None) -> Step:
    """The step that was decided, else the one that follows."""
    return Step.of(decided) if decided else step.following()
