"""A tree of two editions holds both: each comes out as it went in, whatever people did to the older one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.comparison.merged_documents import merged
from reportgen.tree import nodes as tree
from reportgen.tree.editions import each_block, inserted_notes, newer, older, shared_ids
from reportgen.tree.inlines import Deleted, Inserted, NoteMark, Text
from reportgen.tree.printed import printed_digest, printed_pieces
from reportgen.tree.walk import plain_blocks
from tests.tools.edited_documents import EDITS
from tests.tools.two_editions import AUTHOR, DATE, EditionPair, as_printed, edited_pair

TAGS = ("en", "ar", "zh", "fr", "es", "ru")


@pytest.mark.parametrize("kind", EDITS)
def test_each_edition_comes_out_as_it_went_in(
    kind: str, every_documents: dict[str, tree.Document], real_documents: dict[str, tree.Document]
) -> None:
    tried = 0
    for seed, tag in enumerate(TAGS):
        pair = edited_pair(every_documents if seed % 2 else real_documents, tag, kind, seed)
        if pair is None:
            continue
        tried += 1
        assert printed_digest(printed_pieces(newer(pair.both))) == printed_digest(printed_pieces(pair.new)), pair.name
        assert as_printed(older(pair.both)) == as_printed(pair.old), pair.name
    assert tried


def test_nothing_changed_is_no_change(every_documents: dict[str, tree.Document]) -> None:
    for document in every_documents.values():
        both = merged(document, document, AUTHOR, DATE)
        assert replace(both, changes=None) == document
        assert both.changes == tree.Changes(AUTHOR, DATE, document.symbol, "")


def pair_of(document: tree.Document, blocks: list[tree.Block]) -> EditionPair:
    return EditionPair("made", document, replace(document, blocks=tuple(blocks)))


def test_a_block_that_moved_is_deleted_and_inserted(every_documents: dict[str, tree.Document]) -> None:
    document = every_documents["en"]
    blocks = list(plain_blocks(document))
    at = next(index for index, block in enumerate(blocks) if block.id == "motto")
    motto = blocks.pop(at)
    both = pair_of(document, [*blocks, motto]).both
    assert [(kind, block.id) for kind, block in each_block(both) if kind] == [(Deleted, "motto"), (Inserted, "motto")]
    assert shared_ids(both) == ["motto"]


def test_the_mark_of_a_note_that_moved_is_another_note(every_documents: dict[str, tree.Document]) -> None:
    document = every_documents["en"]
    blocks = list(plain_blocks(document))
    at = next(index for index, block in enumerate(blocks) if block.id == "opening")
    opening = blocks[at]
    assert isinstance(opening, tree.Paragraph)
    *others, mark = opening.content
    assert isinstance(mark, NoteMark)
    blocks[at] = replace(opening, content=(mark, *others))
    both = pair_of(document, blocks).both
    assert both.changes
    assert inserted_notes(both) == {"seen"}
    assert [note.id for note in both.changes.notes] == ["seen"]
    assert as_printed(older(both)) == as_printed(document)


def test_a_table_with_another_column_is_another_table(every_documents: dict[str, tree.Document]) -> None:
    document = every_documents["en"]
    blocks = list(plain_blocks(document))
    at = next(index for index, block in enumerate(blocks) if block.id == "nouns-counted")
    table = blocks[at]
    assert isinstance(table, tree.Table)
    cell = tree.Cell("nouns-counted/head-3", (Text("More"),))
    wider = [(*row, tree.Cell(f"x{index}", ())) for index, row in enumerate(table.rows) if isinstance(row, tuple)]
    blocks[at] = replace(
        table, heads=(*table.heads, cell), rows=tuple(wider), shares=(1, 1, 1), numeric=(False, True, True)
    )
    both = pair_of(document, blocks).both
    changed = [(type(each), each.part.id) for each in both.blocks if isinstance(each, Inserted | Deleted)]
    assert changed == [(Deleted, "nouns-counted"), (Inserted, "nouns-counted")]


def test_a_row_in_the_place_of_another_is_another_row(every_documents: dict[str, tree.Document]) -> None:
    document = every_documents["en"]
    blocks = list(plain_blocks(document))
    at = next(index for index, block in enumerate(blocks) if block.id == "nouns-counted")
    table = blocks[at]
    assert isinstance(table, tree.Table)
    house, tree_row = table.rows
    assert isinstance(house, tuple)
    stone = tuple(replace(cell, content=(Text(text),)) for cell, text in zip(house, ("Stone", "9"), strict=True))
    blocks[at] = replace(table, rows=(stone, tree_row))
    [found] = [each for each in pair_of(document, blocks).both.blocks if getattr(each, "id", "") == "nouns-counted"]
    assert isinstance(found, tree.Table)
    assert [type(row) for row in found.rows] == [Deleted, Inserted, tuple]
