"""Newer editions of a document, made by edits of its tree such as people make, and numbered anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportgen.language import Language
from reportgen.passes.contents import list_contents
from reportgen.passes.number import number_blocks
from reportgen.passes.references import resolve_references
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, CrossReference, Italic, NoteMark, PrintedFact, Text
from reportgen.tree.walk import all_blocks, all_inlines, content_of, map_block, plain_blocks

WORDS = {
    "ar": "تقرير عمل جديد في السنة الماضية مع الدول الأعضاء",
    "zh": "在过去一年中与会员国一道开展新的工作",
    "en": "new work during the past year with Member States",
    "es": "nuevos trabajos del año pasado con los Estados Miembros",
    "fr": "de nouveaux travaux de l’année écoulée avec les États Membres",
    "ru": "новая работа за прошедший год с государствами-членами",
}
"""Words to insert, by language."""


@dataclass
class Editor:
    """A document that somebody edits; `tag` is its language, `count` makes new ids."""

    language: Language
    document: tree.Document
    dice: random.Random
    count: int = 0

    def finished(self) -> tree.Document:
        """The document with its numbers, references and contents made anew."""
        return list_contents(resolve_references(number_blocks(self.document, self.language), self.language))

    @property
    def blocks(self) -> list[tree.Block]:
        return list(plain_blocks(self.document))

    def put(self, blocks: Sequence[tree.Block]) -> None:
        self.document = replace(self.document, blocks=tuple(blocks))

    def name(self) -> str:
        self.count += 1
        return f"new-{self.count}"

    def words(self, least: int = 1, most: int = 6) -> str:
        """Some words in the language, in Chinese some characters."""
        words = WORDS[self.language.tag]
        parts = list(words) if self.language.tag == "zh" else words.split()
        found = [self.dice.choice(parts) for _ in range(self.dice.randint(least, most))]
        return ("" if self.language.tag == "zh" else " ").join(found)

    def sentence(self) -> str:
        words = self.words(4, 14)
        return words[:1].upper() + words[1:] + ("。" if self.language.tag == "zh" else ".")

    def referred(self) -> set[str]:
        """The ids that cross-references name."""
        found = [each for block in all_blocks(self.document) for each in all_inlines(content_of(block))]
        found += [each for note in self.document.notes for each in all_inlines(note.content)]
        references = [each for each in found if isinstance(each, CrossReference)]
        return {name for each in references for name in (*each.targets, each.to)}

    def free(self, *kinds: type) -> list[int]:
        """The places of blocks of some kinds that nothing refers to and that mark no note."""
        referred = self.referred()
        return [
            at
            for at, block in enumerate(self.blocks)
            if isinstance(block, kinds) and block.id not in referred and not _marks(block)
        ]

    def places(self, *kinds: type) -> list[int]:
        return [at for at, block in enumerate(self.blocks) if isinstance(block, kinds)]

    def change(self, at: int, block: tree.Block) -> None:
        blocks = self.blocks
        blocks[at] = block
        self.put(blocks)

    def insert(self, at: int, *new: tree.Block) -> None:
        blocks = self.blocks
        self.put([*blocks[:at], *new, *blocks[at:]])

    def remove(self, at: int) -> tree.Block:
        blocks = self.blocks
        block = blocks.pop(at)
        self.put(blocks)
        return block


Edit = Callable[[Editor], bool]
"""An edit; whether the document had a place for it."""

_TEXTS = (tree.Paragraph, tree.Subparagraph, tree.PlainParagraph, tree.Quotation, tree.ListItem)


def _marks(block: tree.Block) -> bool:
    marks: list[object] = []

    def look(content: Content) -> Content:
        marks.extend(each for each in all_inlines(content) if isinstance(each, NoteMark))
        return content

    map_block(block, look)
    return bool(marks)


def _with_words(editor: Editor, content: Content, how: str) -> Content:
    """The content with some words of one of its texts changed."""
    places = [at for at, each in enumerate(content) if isinstance(each, Text) and len(each.text) > 3]
    if not places:
        return (*content, Text(" " + editor.words()))
    at = editor.dice.choice(places)
    text = content[at].text  # type: ignore[union-attr]
    words = list(text) if editor.language.tag == "zh" else text.split(" ")
    start = editor.dice.randrange(len(words))
    end = min(len(words), start + editor.dice.randint(1, 4))
    new = [] if how == "delete" else [editor.words()]
    kept = words[start:end] if how == "insert" else []
    joint = "" if editor.language.tag == "zh" else " "
    changed = joint.join([*words[:start], *kept, *new, *words[end:]])
    return (*content[:at], Text(changed), *content[at + 1 :])


def words(editor: Editor) -> bool:
    """Words changed, inserted and deleted in one to three blocks of text."""
    for _ in range(editor.dice.randint(1, 3)):
        at = editor.dice.choice(editor.places(*_TEXTS))
        how = editor.dice.choice(("change", "insert", "delete"))
        block: Any = editor.blocks[at]
        editor.change(at, replace(block, content=_with_words(editor, block.content, how)))
    return True


def figures(editor: Editor) -> bool:
    """A printed fact with another value."""
    found = [
        (at, place)
        for at in editor.places(*_TEXTS)
        for place, each in enumerate(content_of(editor.blocks[at]))
        if isinstance(each, PrintedFact)
    ]
    if not found:
        return False
    at, place = editor.dice.choice(found)
    block: Any = editor.blocks[at]
    fact = replace(block.content[place], value="7", content=(Text(str(editor.dice.randint(100, 99_999))),))
    editor.change(at, replace(block, content=(*block.content[:place], fact, *block.content[place + 1 :])))
    return True


def italics(editor: Editor) -> bool:
    """Some text set in italics."""
    places = [at for at in editor.places(*_TEXTS) if isinstance(content_of(editor.blocks[at])[:1], tuple)]
    for at in editor.dice.sample(places, len(places)):
        block: Any = editor.blocks[at]
        for place, each in enumerate(block.content):
            if isinstance(each, Text) and each.text.strip() == each.text and len(each.text) > 2:
                content = (*block.content[:place], Italic((each,)), *block.content[place + 1 :])
                editor.change(at, replace(block, content=content))
                return True
    return False


def paragraph_in(editor: Editor) -> bool:
    """A new numbered paragraph."""
    at = editor.dice.choice(editor.places(tree.Paragraph, tree.Heading))
    while at + 1 < len(editor.blocks) and isinstance(editor.blocks[at + 1], tree.Subparagraph):
        at += 1
    editor.insert(at + 1, tree.Paragraph(editor.name(), (Text(editor.sentence()),)))
    return True


def paragraph_out(editor: Editor) -> bool:
    """A paragraph deleted."""
    free = [at for at in editor.free(tree.Paragraph, tree.PlainParagraph) if not _has_parts(editor, at)]
    if not free:
        return False
    editor.remove(editor.dice.choice(free))
    return True


def _has_parts(editor: Editor, at: int) -> bool:
    return at + 1 < len(editor.blocks) and isinstance(editor.blocks[at + 1], tree.Subparagraph)


def paragraph_moved(editor: Editor) -> bool:
    """A paragraph moved to another place."""
    free = [at for at in editor.places(tree.Paragraph) if not _has_parts(editor, at) and not _marks(editor.blocks[at])]
    if not free:
        return False
    block = editor.remove(editor.dice.choice(free))
    places = [at for at in editor.places(tree.Paragraph, tree.Heading) if not _has_parts(editor, at)]
    editor.insert(editor.dice.choice(places) + 1, block)
    return True


def paragraph_split(editor: Editor) -> bool:
    """A paragraph parted in two."""
    for at in editor.dice.sample(editor.places(tree.Paragraph), len(editor.places(tree.Paragraph))):
        block: Any = editor.blocks[at]
        if len(block.content) > 3 and not _has_parts(editor, at):
            half = len(block.content) // 2
            editor.change(at, replace(block, content=block.content[:half]))
            editor.insert(at + 1, tree.Paragraph(editor.name(), block.content[half:]))
            return True
    return False


def paragraphs_merged(editor: Editor) -> bool:
    """Two paragraphs made one."""
    for at in editor.free(tree.Paragraph):
        if at and isinstance(editor.blocks[at - 1], tree.Paragraph) and not _has_parts(editor, at):
            before, block = editor.blocks[at - 1], editor.blocks[at]
            joined = (*content_of(before), Text(" "), *content_of(block))
            editor.change(at - 1, replace(before, content=joined))  # type: ignore[call-arg, type-var]
            editor.remove(at)
            return True
    return False


def _table(editor: Editor) -> tuple[int, tree.Table] | None:
    places = editor.places(tree.Table)
    at = editor.dice.choice(places) if places else -1
    block = editor.blocks[at] if places else None
    return (at, block) if isinstance(block, tree.Table) else None


def _ranked(table: tree.Table, rows: Sequence[Any]) -> tuple[Any, ...]:
    """The rows with the ids of their places."""
    return tuple(
        tuple(replace(cell, id=f"{table.id}/{row}-{column}") for column, cell in enumerate(cells, 1))
        for row, cells in enumerate(rows, 1)
    )


def row_in(editor: Editor) -> bool:
    """A new row of a table."""
    found = _table(editor)
    if found is None:
        return False
    at, table = found
    rows: list[Any] = list(table.rows)
    new = tuple(
        tree.Cell("", (Text(editor.words(1, 2) if not number else str(number * 17)),))
        for number, _ in enumerate(table.heads)
    )
    rows.insert(editor.dice.randrange(len(rows)), new)
    editor.change(at, replace(table, rows=_ranked(table, rows)))
    return True


def row_out(editor: Editor) -> bool:
    """A row deleted."""
    found = _table(editor)
    if found is None or len(found[1].rows) < 2:
        return False
    at, table = found
    rows: list[Any] = list(table.rows)
    places = [
        place
        for place, row in enumerate(rows)
        if not any(isinstance(each, NoteMark) for cell in row for each in all_inlines(cell.content))
    ]
    if not places:
        return False
    del rows[editor.dice.choice(places)]
    editor.change(at, replace(table, rows=_ranked(table, rows)))
    return True


def cell(editor: Editor) -> bool:
    """A cell changed, emptied or filled."""
    found = _table(editor)
    if found is None:
        return False
    at, table = found
    rows: list[Any] = [list(row) for row in table.rows]
    row, column = editor.dice.randrange(len(rows)), editor.dice.randrange(len(table.heads))
    if any(isinstance(each, NoteMark) for each in all_inlines(rows[row][column].content)):
        return False
    content = () if editor.dice.random() < 0.3 else (Text(str(editor.dice.randint(1, 5000))),)
    rows[row][column] = replace(rows[row][column], content=content)
    editor.change(at, replace(table, rows=tuple(map(tuple, rows))))
    return True


def note_in(editor: Editor) -> bool:
    """A new footnote."""
    at = editor.dice.choice(editor.places(tree.Paragraph))
    block: Any = editor.blocks[at]
    note = tree.Note(editor.name(), (Text(editor.sentence()),))
    place = editor.dice.randint(0, len(block.content))
    editor.change(at, replace(block, content=(*block.content[:place], NoteMark(note.id), *block.content[place:])))
    editor.document = replace(editor.document, notes=(*editor.document.notes, note))
    return True


def note_out(editor: Editor) -> bool:
    """A footnote deleted."""
    numbered = {note.id for note in editor.document.notes}
    for at in editor.places(*_TEXTS, tree.Heading):
        block: Any = editor.blocks[at]
        gone = [each.note for each in block.content if isinstance(each, NoteMark) and each.note in numbered]
        if gone:
            name = editor.dice.choice(gone)
            kept = tuple(each for each in block.content if not (isinstance(each, NoteMark) and each.note == name))
            editor.change(at, replace(block, content=kept))
            notes = tuple(note for note in editor.document.notes if note.id != name)
            editor.document = replace(editor.document, notes=notes)
            return True
    return False


def note_words(editor: Editor) -> bool:
    """The words of a footnote changed."""
    notes = list(editor.document.notes)
    if not notes:
        return False
    at = editor.dice.randrange(len(notes))
    notes[at] = replace(notes[at], content=_with_words(editor, notes[at].content, "change"))
    editor.document = replace(editor.document, notes=tuple(notes))
    return True


def note_moved(editor: Editor) -> bool:
    """The mark of a footnote moved inside its paragraph."""
    for at in editor.places(tree.Paragraph):
        block: Any = editor.blocks[at]
        marks = [place for place, each in enumerate(block.content) if isinstance(each, NoteMark)]
        if marks and len(block.content) > 2:
            content = list(block.content)
            mark = content.pop(editor.dice.choice(marks))
            content.insert(0, mark)
            editor.change(at, replace(block, content=tuple(content)))
            return True
    return False


def heading_in(editor: Editor) -> bool:
    """A new heading with a paragraph under it."""
    at = editor.dice.choice(editor.places(tree.Heading))
    heading: Any = editor.blocks[at]
    new = tree.Heading(editor.name(), heading.level, (Text(editor.words(2, 4)),))
    editor.insert(at, new, tree.Paragraph(editor.name(), (Text(editor.sentence()),)))
    return True


def heading_words(editor: Editor) -> bool:
    """The words of a heading, an annex or a caption changed."""
    at = editor.dice.choice(editor.places(tree.Heading, tree.Annex, tree.Table, tree.Figure, tree.Box))
    block: Any = editor.blocks[at]
    editor.change(at, replace(block, content=_with_words(editor, block.content, "change")))
    return True


def heading_out(editor: Editor) -> bool:
    """A heading deleted; what stood under it stays."""
    free = editor.free(tree.Heading)[1:]
    # A heading without one above it of the level before would skip a level.
    free = [at for at in free if editor.blocks[at].level > 1]  # type: ignore[union-attr]
    if not free:
        return False
    editor.remove(editor.dice.choice(free))
    return True


def item_in(editor: Editor) -> bool:
    """A new item of a list."""
    places = editor.places(tree.ListItem)
    if not places:
        return False
    at = editor.dice.choice(places)
    like: Any = editor.blocks[at]
    new = replace(like, id=f"{like.id.split('/')[0]}/9{editor.count}", content=(Text(editor.words()),))
    editor.count += 1
    editor.insert(at + 1, new)
    return True


def item_out(editor: Editor) -> bool:
    """An item deleted."""
    places = editor.free(tree.ListItem)
    if not places:
        return False
    editor.remove(editor.dice.choice(places))
    return True


def summary(editor: Editor) -> bool:
    """A paragraph of the summary changed, and one more."""
    places = editor.places(tree.Summary)
    if not places:
        return False
    block: Any = editor.blocks[places[0]]
    first, *others = block.blocks
    changed = replace(first, content=_with_words(editor, first.content, "change"))
    new = tree.PlainParagraph(editor.name(), (Text(editor.sentence()),))
    editor.change(places[0], replace(block, blocks=(changed, *others, new)))
    return True


def whole_out(editor: Editor) -> bool:
    """A table, a figure or a box deleted with all below it."""
    referred = editor.referred()
    places = [at for at in editor.places(tree.Table, tree.Figure, tree.Box) if editor.blocks[at].id not in referred]
    places = [at for at in places if not _numbered_marks(editor, at)]
    if not places:
        return False
    editor.remove(editor.dice.choice(places))
    return True


def _numbered_marks(editor: Editor, at: int) -> bool:
    numbered = {note.id for note in editor.document.notes}
    found: list[str] = []

    def look(content: Content) -> Content:
        found.extend(each.note for each in all_inlines(content) if isinstance(each, NoteMark))
        return content

    map_block(editor.blocks[at], look)
    return bool(numbered.intersection(found))


def masthead(editor: Editor) -> bool:
    """Another symbol, title and session."""
    head = editor.document.masthead
    title = (*head.title, Text(" " + editor.words(1, 2)))
    session = (Text(editor.words(2, 3)),) if head.session else ()
    editor.document = replace(
        editor.document,
        symbol=f"{editor.document.symbol}/Rev.1",
        masthead=replace(head, title=title, session=session),
    )
    return True


def storm(editor: Editor) -> bool:
    """Six edits of any kinds, one after another."""
    for _ in range(6):
        editor.dice.choice([edit for name, edit in EDITS.items() if name != "storm"])(editor)
    return True


EDITS: dict[str, Edit] = {
    "words": words,
    "figures": figures,
    "italics": italics,
    "paragraph in": paragraph_in,
    "paragraph out": paragraph_out,
    "paragraph moved": paragraph_moved,
    "paragraph split": paragraph_split,
    "paragraphs merged": paragraphs_merged,
    "row in": row_in,
    "row out": row_out,
    "cell": cell,
    "note in": note_in,
    "note out": note_out,
    "note words": note_words,
    "note moved": note_moved,
    "heading in": heading_in,
    "heading out": heading_out,
    "heading words": heading_words,
    "item in": item_in,
    "item out": item_out,
    "summary": summary,
    "whole out": whole_out,
    "masthead": masthead,
    "storm": storm,
}
"""Every kind of edit by its name."""
