"""Mutations of a report with annexes, tables, figures, boxes and lists: each is named rightly, nothing else accused.

Each goes through the ledger's whole course, where numbers are moved and where they never are: check, accept, slip,
freeze anew.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.comparison.compare import compare
from reportgen.comparison.difference import Difference
from reportgen.comparison.sides import of_documents
from reportgen.ledger.accept import accept_changes
from reportgen.ledger.audit import audit
from reportgen.ledger.bis_numbers import decided_steps
from reportgen.ledger.editions import of_edition
from reportgen.ledger.freeze import freeze_edition
from reportgen.ledger.model import Insertions, Ledger
from reportgen.ledger.read_file import read_ledger
from reportgen.ledger.slip import slip_since
from reportgen.ledger.write_file import dump
from reportgen.located import parse
from reportgen.passes.number import number_blocks
from reportgen.passes.references import resolve_references
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content, CrossReference, Inline, NoteMark, Text
from reportgen.tree.line import lines
from reportgen.tree.text import UNTRANSLATED
from reportgen.tree.walk import all_blocks, all_inlines, content_of, map_block, map_leaves, map_notes
from reportgen.workspace import Workspace
from tests.tools.mutations import Expected, assert_expected
from tests.tools.sent_files import placed

WORKSPACE = Workspace.at(Path(__file__).parents[1] / "cases" / "every-block")
REPORT = pipeline.load(WORKSPACE, "every-block")
LANGUAGES = ("en", "ar")
INSERTIONS: tuple[Insertions, ...] = ("renumber", "bis")
TIMES = 2
WAS_ALONE, IS_ALONE = "it was the only one, without a number", "it is the only one now, without a number"
NEW = {"en": "Something wholly new about trains is said here", "ar": "يقال هنا شيء جديد تماما عن القطارات"}


@dataclass
class Draft:
    """A document that is changed: its blocks and notes, and new words in its language."""

    document: tree.Document
    blocks: list[tree.Block]
    notes: list[tree.Note]

    @classmethod
    def of(cls, document: tree.Document) -> Draft:
        return cls(document, list(document.blocks), list(document.notes))

    def words(self, more: object = "") -> Content:
        return (Text(f"{NEW[self.document.language]} {more}."),)

    def at(self, name: str) -> int:
        return next(index for index, block in enumerate(self.blocks) if block.id == name)

    def of_kind(self, *kinds: type[tree.Block]) -> list[int]:
        return [index for index, block in enumerate(self.blocks) if isinstance(block, kinds)]

    def outside_lists(self) -> list[int]:
        """Where a block may be inserted: not before a part, nor between the pieces of a list or before the text."""
        first = self.at("introduction")
        kinds = (tree.Subparagraph, tree.ListItem)
        return [index for index, block in enumerate(self.blocks) if index > first and not isinstance(block, kinds)]

    def end_of(self, index: int) -> int:
        """The index behind a block and all that stands under it."""
        head = self.blocks[index]
        ends = range(index + 1, len(self.blocks))
        return next((each for each in ends if not _is_under(self.blocks[each], head)), len(self.blocks))

    def drop(self, gone: set[str]) -> set[str]:
        """Take references to what is gone out of the text; the ids of the texts that had one."""
        changed: set[str] = set()

        figures = [self.blocks[index].id for index in self.of_kind(tree.Figure)]

        def without(inline: Inline) -> Inline:
            if not isinstance(inline, CrossReference):
                return inline
            if gone.intersection((*inline.targets, inline.to)):
                return Text("elsewhere")
            # The only figure has no number that could stand alone.
            is_alone = len(figures) == 1 and figures[0] in inline.targets
            return replace(inline, form="") if is_alone and inline.form == "bare" else inline

        def change(content: Content) -> Content:
            return map_leaves(content, without)

        for block in (*(inner for each in self.blocks for inner in pieces_of(each)), *self.notes):
            content = block.content if isinstance(block, tree.Note) else content_of(block)
            if change(content) is not content and not any(mark in gone for mark in [block.id]):
                changed.add(block.id)
        self.blocks = [map_block(block, change) for block in self.blocks]
        self.notes = list(map_notes(tuple(self.notes), change))
        return changed - gone

    def take(self, start: int, end: int) -> set[str]:
        """Take blocks out; the ids of all that goes with them."""
        gone = ids_of(self.blocks[start:end])
        del self.blocks[start:end]
        return gone

    def numbered(self, steps: Mapping[str, int | str]) -> tree.Document:
        language = pipeline.language(WORKSPACE, self.document.language)
        document = replace(self.document, blocks=tuple(self.blocks), notes=tuple(self.notes))
        return resolve_references(number_blocks(document, language, steps), language)


def _is_under(block: tree.Block, head: tree.Block) -> bool:
    if isinstance(head, tree.Annex):
        return not (isinstance(block, tree.Annex) and block.level <= head.level)
    if isinstance(head, tree.Heading):
        return not (isinstance(block, tree.Annex) or (isinstance(block, tree.Heading) and block.level <= head.level))
    if isinstance(head, tree.Paragraph):
        return isinstance(block, tree.Subparagraph)
    deeper = isinstance(head, tree.Subparagraph | tree.ListItem) and isinstance(block, type(head))
    return deeper and block.level > head.level  # type: ignore[union-attr]


def pieces_of(block: tree.Block) -> list[tree.Block]:
    document = replace(next(iter(DOCUMENT.values())), blocks=(block,))
    return list(all_blocks(document))


DOCUMENT = pipeline.build_all(WORKSPACE, REPORT, LANGUAGES)


def ids_of(blocks: Iterable[tree.Block]) -> set[str]:
    """The ids of blocks, of what is inside them and of the footnotes that they mark."""
    inner = [piece for block in blocks for piece in pieces_of(block)]
    marks = [each.note for piece in inner for each in all_inlines(content_of(piece)) if isinstance(each, NoteMark)]
    return {piece.id for piece in inner} | set(marks)


def new_table(draft: Draft) -> tree.Table:
    def row(place: str, *texts: str) -> tuple[tree.Cell, ...]:
        cells = enumerate(texts, 1)
        return tuple(tree.Cell(f"new-table/{place}-{column}", (Text(text),)) for column, text in cells)

    first, second = row("head", "Train", "Year")
    marked = replace(second, content=(*second.content, NoteMark("new-letter")))
    note = tree.LetterNote("new-letter", draft.words("letter"))
    rows = (row("1", "Night train", "1987"), row("2", "Day train", "1988"))
    return tree.Table("new-table", draft.words("table"), (first, marked), rows, (1, 1), (False, True), notes=(note,))


def new_figure(draft: Draft) -> tree.Figure:
    like = next(block for block in draft.blocks if isinstance(block, tree.Figure))
    shows = tree.Alternative("new-figure/alternative", draft.words("what it shows"))
    return tree.Figure("new-figure", draft.words("figure"), like.picture, like.width, shows)


def new_box(draft: Draft) -> tree.Box:
    inside = tuple(tree.PlainParagraph(f"new-box/{number}", draft.words(f"in box {number}")) for number in (1, 2))
    return tree.Box("new-box", draft.words("box"), inside)


def insert_whole(make: Callable[[Draft], tree.Block]) -> Callable[[random.Random, Draft], Expected]:
    def insert(dice: random.Random, draft: Draft) -> Expected:
        new = make(draft)
        draft.blocks.insert(dice.choice(draft.outside_lists()), new)
        return Expected(inserted=ids_of([new]), named=(new.id,))

    insert.__name__ = f"insert a {make.__name__[4:]}"
    return insert


def delete_whole(kind: type[tree.Block]) -> Callable[[random.Random, Draft], Expected]:
    def delete(dice: random.Random, draft: Draft) -> Expected:
        at = dice.choice(draft.of_kind(kind))
        name = draft.blocks[at].id
        gone = draft.take(at, draft.end_of(at))
        return Expected(deleted=gone, reworded=draft.drop(gone), named=(name,))

    delete.__name__ = f"delete a {kind.__name__.lower()}"
    return delete


def move_whole(kind: type[tree.Block]) -> Callable[[random.Random, Draft], Expected]:
    """To a place so far away that it is lighter than what it passes."""

    def move(dice: random.Random, draft: Draft) -> Expected:
        at = dice.choice(draft.of_kind(kind))
        moved = draft.blocks.pop(at)
        target = dice.choice([each for each in draft.outside_lists() if abs(each - at) > 12])
        draft.blocks.insert(target, moved)
        return Expected(moved=ids_of([moved]), named=(moved.id,))

    move.__name__ = f"move a {kind.__name__.lower()}"
    return move


def swap_whole(kind: type[tree.Block]) -> Callable[[random.Random, Draft], Expected]:
    def swap(dice: random.Random, draft: Draft) -> Expected:
        one, other = sorted(dice.sample(draft.of_kind(kind), 2))
        blocks = draft.blocks
        wholes = ids_of([blocks[one]]), ids_of([blocks[other]])
        blocks[one], blocks[other] = blocks[other], blocks[one]
        moved = wholes[0] | wholes[1]
        near = other - one < 8
        return Expected(moved=moved, either=wholes if near else (), named=tuple(blocks[at].id for at in (one, other)))

    swap.__name__ = f"swap two {kind.__name__.lower()}s"
    return swap


def delete_an_annex(dice: random.Random, draft: Draft) -> Expected:
    at = dice.choice([index for index in draft.of_kind(tree.Annex) if draft.blocks[index].level == 1])  # type: ignore[union-attr]
    name = draft.blocks[at].id
    gone = draft.take(at, draft.end_of(at))
    alone = {"replies": IS_ALONE, "questionnaire": IS_ALONE}
    left = {other: remark for other, remark in alone.items() if other != name}
    return Expected(deleted=gone, reworded=draft.drop(gone), named=(name,), remarks=left)


def delete_the_appendix(dice: random.Random, draft: Draft) -> Expected:
    at = draft.at("terms")
    gone = draft.take(at, draft.end_of(at))
    return Expected(deleted=gone, reworded=draft.drop(gone), named=("terms",))


def insert_an_annex(dice: random.Random, draft: Draft) -> Expected:
    at = dice.choice([draft.at("replies"), draft.at("questionnaire"), len(draft.blocks)])
    new: list[tree.Block] = [
        tree.Annex("new-annex", 1, draft.words("annex")),
        tree.Paragraph("new-first", draft.words("first")),
        tree.Heading("new-heading", 1, draft.words("heading")),
        tree.Paragraph("new-second", draft.words("second")),
        new_table(draft),
    ]
    draft.blocks[at:at] = new
    return Expected(inserted=ids_of(new), named=("new-annex",))


def insert_an_appendix(dice: random.Random, draft: Draft) -> Expected:
    at = dice.choice([draft.at("questionnaire"), draft.at("terms"), len(draft.blocks)])
    new: list[tree.Block] = [
        tree.Annex("new-appendix", 2, draft.words("appendix")), tree.Paragraph("new-first", draft.words("first")),
    ]  # fmt: skip
    draft.blocks[at:at] = new
    alone = {"terms": WAS_ALONE} if at != draft.at("questionnaire") - 2 else {}
    return Expected(inserted=ids_of(new), named=("new-appendix",), remarks=alone)


def swap_the_annexes(dice: random.Random, draft: Draft) -> Expected:
    one, other = draft.at("replies"), draft.at("questionnaire")
    first, second = draft.blocks[one:other], draft.blocks[other:]
    draft.blocks[one:] = [*second, *first]
    return Expected(either=(ids_of(first), ids_of(second)), named=("replies", "questionnaire"))


def in_annexes(draft: Draft, kind: type[tree.Block]) -> list[int]:
    return [index for index in draft.of_kind(kind) if index > draft.at("replies")]


def insert_a_paragraph_in_an_annex(dice: random.Random, draft: Draft) -> Expected:
    at = dice.choice(in_annexes(draft, tree.Paragraph))
    draft.blocks.insert(at, tree.Paragraph("new-paragraph", draft.words()))
    return Expected(inserted={"new-paragraph"}, named=("new-paragraph",))


def delete_a_paragraph_in_an_annex(dice: random.Random, draft: Draft) -> Expected:
    at = dice.choice(in_annexes(draft, tree.Paragraph))
    name = draft.blocks[at].id
    gone = draft.take(at, draft.end_of(at))
    return Expected(deleted=gone, reworded=draft.drop(gone), named=(name,))


def move_a_paragraph_into_an_annex(dice: random.Random, draft: Draft) -> Expected:
    kept = [
        draft.at(name) for name in ("assistance-requests", "assistance-follow-up", "recording-rules", "offences-trend")
    ]
    plain = [at for at in draft.of_kind(tree.Paragraph) if draft.end_of(at) == at + 1 and at not in kept]
    sources = [at for at in plain if at < draft.at("replies")]
    block = draft.blocks.pop(dice.choice(sources))
    draft.blocks.insert(dice.choice(in_annexes(draft, tree.Paragraph)), block)
    return Expected(moved=ids_of([block]), named=(block.id,))


def insert_a_heading_in_an_annex(dice: random.Random, draft: Draft) -> Expected:
    at = dice.choice(in_annexes(draft, tree.Heading))
    draft.blocks.insert(at, tree.Heading("new-heading", 1, draft.words()))
    return Expected(inserted={"new-heading"}, named=("new-heading",))


def delete_a_heading_in_an_annex(dice: random.Random, draft: Draft) -> Expected:
    """The heading alone: what stood under it stands under the one before."""
    at = dice.choice(in_annexes(draft, tree.Heading))
    name = draft.blocks[at].id
    del draft.blocks[at]
    return Expected(deleted={name}, reworded=draft.drop({name}), named=(name,))


def delete_the_heading_of_an_annex(dice: random.Random, draft: Draft) -> Expected:
    """What stood in the second annex stands in the first one, and its appendix is one to that."""
    at = draft.at("questionnaire")
    del draft.blocks[at]
    moved = {block.id for block in draft.blocks[at : draft.at("terms")] if isinstance(block, tree.Paragraph)}
    moved |= {block.id for block in draft.blocks[at : draft.at("terms")] if isinstance(block, tree.Heading)} | {"terms"}
    named = ("questionnaire", *sorted(moved))
    reworded = draft.drop({"questionnaire"})
    return Expected(
        deleted={"questionnaire"}, moved=moved, reworded=reworded, named=named, remarks={"replies": IS_ALONE}
    )


def make_an_annex_an_appendix(dice: random.Random, draft: Draft) -> Expected:
    at = draft.at("questionnaire")
    draft.blocks[at] = replace(draft.blocks[at], level=2)  # type: ignore[type-var]
    moved = {"questionnaire", "terms"}
    remarks = {"questionnaire": "it was an annex", "replies": IS_ALONE, "terms": WAS_ALONE}
    return Expected(moved=moved, named=tuple(sorted(moved)), remarks=remarks)


def with_rows(table: tree.Table, rows: Sequence[Sequence[tree.Cell]]) -> tree.Table:
    """The table with other rows, whose places are counted anew."""
    counted = (
        tuple(replace(cell, id=f"{table.id}/{number}-{column}") for column, cell in enumerate(row, 1))
        for number, row in enumerate(rows, 1)
    )
    return replace(table, rows=tuple(counted))


def without_marks(cells: Iterable[tree.Cell]) -> bool:
    return not any(isinstance(each, NoteMark) for cell in cells for each in cell.content)


def a_table(dice: random.Random, draft: Draft) -> tuple[int, tree.Table]:
    at = dice.choice(draft.of_kind(tree.Table))
    table = draft.blocks[at]
    assert isinstance(table, tree.Table)
    return at, table


def insert_a_row(dice: random.Random, draft: Draft) -> Expected:
    at, table = a_table(dice, draft)
    place = dice.randint(0, len(table.rows))
    new = tuple(tree.Cell("", (Text(f"Train {column}"),)) for column, _ in enumerate(table.heads))
    draft.blocks[at] = with_rows(table, [*table.rows[:place], new, *table.rows[place:]])
    inserted = {f"{table.id}/{place + 1}-{column}" for column, _ in enumerate(table.heads, 1)}
    return Expected(inserted=inserted, named=(table.id,))


def delete_a_row(dice: random.Random, draft: Draft) -> Expected:
    at, table = a_table(dice, draft)
    place = dice.choice([index for index, row in enumerate(table.rows) if without_marks(row)])
    gone = {cell.id for cell in table.rows[place] if cell.content}
    draft.blocks[at] = with_rows(table, [*table.rows[:place], *table.rows[place + 1 :]])
    return Expected(deleted=gone, named=(table.id,))


def reword_a_cell(dice: random.Random, draft: Draft) -> Expected:
    at, table = a_table(dice, draft)
    row, column = dice.randrange(len(table.rows)), dice.randrange(len(table.heads))
    cell = table.rows[row][column]
    rows = [list(each) for each in table.rows]
    rows[row][column] = replace(cell, content=(*cell.content, Text(" 99")))
    draft.blocks[at] = with_rows(table, rows)
    return Expected(reworded={cell.id}) if cell.content else Expected(inserted={cell.id}, named=(table.id,))


def empty_a_cell(dice: random.Random, draft: Draft) -> Expected:
    at, table = a_table(dice, draft)
    row = dice.choice([index for index, each in enumerate(table.rows) if without_marks(each)])
    column = dice.choice([index for index, cell in enumerate(table.rows[row]) if cell.content])
    rows = [list(each) for each in table.rows]
    gone, rows[row][column] = rows[row][column], replace(rows[row][column], content=())
    draft.blocks[at] = with_rows(table, rows)
    return Expected(deleted={gone.id}, named=(table.id,))


def add_a_letter_note(dice: random.Random, draft: Draft) -> Expected:
    at, table = a_table(dice, draft)
    row = dice.randrange(len(table.rows))
    rows = [list(each) for each in table.rows]
    column = dice.choice([index for index, cell in enumerate(rows[row]) if cell.content])
    cell = rows[row][column]
    rows[row][column] = replace(cell, content=(*cell.content, NoteMark("new-letter")))
    notes = (*table.notes, tree.LetterNote("new-letter", draft.words()))
    draft.blocks[at] = replace(with_rows(table, rows), notes=notes)
    return Expected(inserted={"new-letter"}, named=("new-letter",))


def drop_a_letter_note(dice: random.Random, draft: Draft) -> Expected:
    holders = [index for index in draft.of_kind(tree.Table, tree.Figure, tree.Box) if draft.blocks[index].notes]  # type: ignore[union-attr]
    at = dice.choice(holders)
    block = draft.blocks[at]
    gone = dice.choice(block.notes).id  # type: ignore[union-attr]

    def without(content: Content) -> Content:
        return tuple(each for each in content if not (isinstance(each, NoteMark) and each.note == gone))

    left = tuple(note for note in block.notes if note.id != gone)  # type: ignore[union-attr]
    draft.blocks[at] = replace(map_block(block, without), notes=left)  # type: ignore[type-var, call-arg]
    return Expected(deleted={gone}, named=(gone,))


def add_a_footnote_in_an_annex(dice: random.Random, draft: Draft) -> Expected:
    at = dice.choice(in_annexes(draft, tree.Paragraph))
    block = draft.blocks[at]
    draft.blocks[at] = map_block(block, lambda content: (*content, NoteMark("new-note")))
    draft.notes.append(tree.Note("new-note", draft.words()))
    return Expected(inserted={"new-note"}, named=("new-note",))


def drop_a_footnote_in_an_annex(dice: random.Random, draft: Draft) -> Expected:
    marked = [
        (index, each.note) for index in in_annexes(draft, tree.Paragraph)
        for each in content_of(draft.blocks[index]) if isinstance(each, NoteMark)
    ]  # fmt: skip
    at, gone = dice.choice(marked)

    def without(content: Content) -> Content:
        return tuple(each for each in content if not (isinstance(each, NoteMark) and each.note == gone))

    draft.blocks[at] = map_block(draft.blocks[at], without)
    draft.notes = [note for note in draft.notes if note.id != gone]
    return Expected(deleted={gone}, named=(gone,))


def counted_items(draft: Draft) -> None:
    """The places of all items of lists, counted anew."""
    counts: list[int] = []
    base = ""
    for index, block in enumerate(draft.blocks):
        if isinstance(block, tree.ListItem):
            own = block.id.partition("/")[0]
            counts = [] if own != base else counts
            base = own
            counts = [*counts[: block.level], *[0] * (block.level - len(counts))]
            counts[-1] += 1
            draft.blocks[index] = replace(block, id=f"{base}/{'-'.join(map(str, counts))}")


def insert_an_item(dice: random.Random, draft: Draft) -> Expected:
    at = dice.choice(draft.of_kind(tree.ListItem))
    like = draft.blocks[at]
    assert isinstance(like, tree.ListItem)
    draft.blocks.insert(at, replace(like, content=draft.words("item")))
    counted_items(draft)
    return Expected(inserted={draft.blocks[at].id}, named=(draft.blocks[at].id.partition("/")[0],))


def delete_an_item(dice: random.Random, draft: Draft) -> Expected:
    plain = [at for at in draft.of_kind(tree.ListItem) if draft.end_of(at) == at + 1]
    at = dice.choice(plain)
    name = draft.blocks[at].id.partition("/")[0]
    gone = draft.take(at, at + 1)
    counted_items(draft)
    return Expected(deleted=gone, named=(name,))


def insert_into_a_box(dice: random.Random, draft: Draft) -> Expected:
    at = dice.choice(draft.of_kind(tree.Box))
    box = draft.blocks[at]
    assert isinstance(box, tree.Box)
    place = dice.randint(0, len(box.blocks))
    inside = [*box.blocks[:place], tree.PlainParagraph("", draft.words("inside")), *box.blocks[place:]]
    counted = tuple(replace(each, id=f"{box.id}/{number}") for number, each in enumerate(inside, 1))
    draft.blocks[at] = replace(box, blocks=counted)
    return Expected(inserted={f"{box.id}/{place + 1}"}, named=(box.id,))


MUTATIONS: list[Callable[[random.Random, Draft], Expected]] = [
    *map(insert_whole, (new_table, new_figure, new_box)),
    *map(delete_whole, (tree.Table, tree.Figure, tree.Box)),
    *map(move_whole, (tree.Table, tree.Figure, tree.Box)),
    *map(swap_whole, (tree.Table, tree.Figure, tree.Box)),
    insert_an_annex, delete_an_annex, swap_the_annexes, insert_an_appendix, delete_the_appendix,
    make_an_annex_an_appendix, delete_the_heading_of_an_annex,
    insert_a_paragraph_in_an_annex, delete_a_paragraph_in_an_annex, move_a_paragraph_into_an_annex,
    insert_a_heading_in_an_annex, delete_a_heading_in_an_annex,
    insert_a_row, delete_a_row, reword_a_cell, empty_a_cell, insert_an_item, delete_an_item, insert_into_a_box,
    add_a_letter_note, drop_a_letter_note, add_a_footnote_in_an_annex, drop_a_footnote_in_an_annex,
]  # fmt: skip


@pytest.fixture(scope="module")
def ledgers() -> dict[Insertions, Ledger]:
    return {each: freeze_edition(Ledger(), DOCUMENT["en"], DOCUMENT, LANGUAGES, insertions=each) for each in INSERTIONS}


def mutated(
    mutate: Callable[[random.Random, Draft], Expected], time: int, ledger: Ledger
) -> tuple[dict[str, tree.Document], Expected]:
    """The report in both languages after one mutation, and what is to be said of it."""
    documents = {}
    for tag in LANGUAGES:
        draft = Draft.of(DOCUMENT[tag])
        expected = mutate(random.Random(f"{mutate.__name__} {time}"), draft)
        document = replace(draft.document, blocks=tuple(draft.blocks), notes=tuple(draft.notes))
        documents[tag] = draft.numbered(decided_steps(ledger, document))
    return documents, expected


def assert_told(differences: Sequence[Difference], expected: Expected, document: tree.Document, ledger: Ledger) -> None:
    """The mutation is named by ids, kinds and numbers, and nothing else is."""
    assert_expected(differences, expected)
    now = {line.id: (line.kind, line.path) for line in lines(document)}
    before = {block.id: (block.kind, block.path) for block in ledger.editions[-1].blocks}
    present = [each for each in differences if each.place != "deleted"]
    for each in differences:
        if each.place == "deleted":
            assert (each.kind, each.old) == before[each.id]
        elif each.id in now:
            assert (each.kind, each.new) == now[each.id]
            if each.place != "inserted":
                assert each.old == before[each.old_id or each.id][1]
            if each.place in ("same", "renumbered") and each.id not in expected.remarks:
                assert (each.old == each.new) == (each.place == "same")
    assert {each.id for each in present} >= now.keys()


@pytest.mark.parametrize("time", range(TIMES))
@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda each: each.__name__.replace(" ", "_"))
@pytest.mark.parametrize("insertions", INSERTIONS)
def test_a_mutation_is_named_accepted_and_frozen(
    ledgers: dict[Insertions, Ledger], insertions: Insertions, mutate: Callable[..., Expected], time: int
) -> None:
    ledger = ledgers[insertions]
    documents, expected = mutated(mutate, time, ledger)
    [standing] = audit(ledger, documents["en"], documents).standings
    assert_told(standing.differences, expected, documents["en"], ledger)
    assert {each.reworded for each in standing.differences} <= {(), LANGUAGES}
    structural = {each.key for each in standing.differences if each.structural}
    assert standing.refused == structural
    if insertions == "bis":
        fixed = ("paragraph", "subparagraph", "heading")
        moved_on = [each for each in standing.differences if each.place == "renumbered" and each.kind in fixed]
        assert not [each for each in moved_on if each.old[-1] != each.new[-1]]
    if structural:
        moved = placed(standing.differences, "moved")
        named = [name for name in expected.named if name in moved] if expected.either else expected.named
        ledger = accept_changes(ledger, documents["en"], documents, named, "Asked for")
    accepted = audit(ledger, documents["en"], documents).standings[0]
    assert accepted.is_clean()
    assert set(accepted.accepted) == structural
    assert dump(read_ledger(parse(dump(ledger), "numbering.yaml"))) == dump(ledger)
    changed = {each.id for each in slip_since(ledger, documents["en"]).differences if each.place != "same"}
    assert changed == {each.id for each in standing.differences if each.place != "same"}
    for tags in (LANGUAGES, ("en",))[: 2 - time]:
        again = freeze_edition(ledger, documents["en"], documents, tags)
        [anew] = audit(again, documents["en"], documents).standings
        assert {(each.place, each.id in expected.reworded) for each in anew.differences if each.reworded} <= {
            ("same", True)
        }
        assert {each.place for each in anew.differences} == {"same"}
    assert of_edition_ids(again) == [line.id for line in lines(documents["en"])]


def of_edition_ids(ledger: Ledger) -> list[str]:
    """The ids in the last edition, but for what stands round the blocks."""
    around = {"title", *(note.id for note in DOCUMENT["en"].masthead.notes)}
    return [block.id for block in ledger.editions[-1].blocks if block.id not in around]


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda each: each.__name__.replace(" ", "_"))
def test_two_ledgers_and_reports_differ_by_the_same(
    ledgers: dict[Insertions, Ledger], mutate: Callable[..., Expected]
) -> None:
    """`numbers diff`: either side may be a report or a ledger."""
    ledger = ledgers["renumber"]
    documents, expected = mutated(mutate, 0, ledger)
    before, after = of_documents(DOCUMENT["en"], DOCUMENT), of_documents(documents["en"], documents)
    told = compare(before, after)
    assert_told(told, expected, documents["en"], ledger)
    frozen = of_edition(freeze_edition(Ledger(), documents["en"], documents, LANGUAGES).editions[-1])
    said = [(each.id, each.place, each.new, each.reworded) for each in told]
    assert [(each.id, each.place, each.new, each.reworded) for each in compare(before, frozen)] == said


@pytest.mark.parametrize("time", range(TIMES))
def test_a_translation_of_a_cell_that_is_dropped(ledgers: dict[Insertions, Ledger], time: int) -> None:
    draft = Draft.of(DOCUMENT["ar"])
    dice = random.Random(f"cell {time}")
    at, table = a_table(dice, draft)
    cell = dice.choice([each for row in table.rows for each in row if each.content])

    def untranslated(content: Content) -> Content:
        return (Text(f"{UNTRANSLATED[0]}Train{UNTRANSLATED[1]}"),) if content == cell.content else content

    draft.blocks[at] = map_block(table, untranslated)
    gone = {
        old.id
        for row, new in zip(table.rows, draft.blocks[at].rows, strict=True)
        for old, each in zip(row, new, strict=True)
        if old != each
    }  # type: ignore[union-attr]
    documents = {**DOCUMENT, "ar": draft.numbered({})}
    [standing] = audit(ledgers["renumber"], documents["en"], documents).standings
    found = [each for each in standing.differences if each.change != "unchanged"]
    assert {each.id for each in found} == gone
    assert {(each.change, each.reworded, each.remark) for each in found} == {
        ("reworded", ("ar",), "not translated in ar")
    }
    assert standing.is_clean()
