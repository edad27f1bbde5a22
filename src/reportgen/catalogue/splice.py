"""Edits of a catalogue in its text; entries and fields without an edit keep every byte."""

from __future__ import annotations

from collections.abc import Sequence

import polib

from reportgen.catalogue.blocks import EntryBlock, flag_lines, printed_parts, text_of, width_of, written_block
from reportgen.catalogue.load import Translation
from reportgen.catalogue.load import read as read_catalogue
from reportgen.errors import Position, TranslationError
from reportgen.located.kept_text import KeptText, require_unchanged
from reportgen.record import record


@record
class SetText:
    """A new text for an entry; `fuzzy` sets or removes the mark, None leaves it.

    A `source` is the one that the text was made from: it takes the place of the old one, and of the one before that.
    """

    id: str
    text: str
    fuzzy: bool | None = None
    source: str = ""


@record
class AddEntry:
    """A new entry behind another one; behind the head where none is named."""

    id: str
    source: str
    text: str = ""
    behind: str = ""


@record
class DropEntry:
    """Deletes an entry with its comments."""

    id: str


@record
class MoveEntry:
    """Moves an entry behind another one, or behind the head."""

    id: str
    behind: str = ""


CatalogueEdit = SetText | AddEntry | DropEntry | MoveEntry


def splice_entries(data: bytes, edits: Sequence[CatalogueEdit], shown: str, read: str = "") -> bytes:
    """The catalogue with the edits made, one after the other; `read` is the digest of the text they were made for.

    A `TranslationError` where an entry is not there, or where one is there already.
    """
    kept = KeptText.of(data, shown)
    require_unchanged(kept.text, read, shown)
    before = read_catalogue(kept.text, shown)
    known = before.blocks
    blocks, width = list(known), width_of(known)
    for edit in edits:
        _made(blocks, edit, before, width)
    if not edits:
        return data
    text = text_of(blocks)
    if not kept.text.endswith("\n") and blocks[-1] == known[-1]:
        text = text.removesuffix("\n")
    # Read back before anything is written.
    found = read_catalogue(text, shown)
    for edit in edits:
        assert not isinstance(edit, SetText) or found.entries[edit.id].text == edit.text or _again(edit, edits)
    return kept.rewritten(text).data


def _again(edit: SetText, edits: Sequence[CatalogueEdit]) -> bool:
    """Whether an entry is edited more than once."""
    return sum(each.id == edit.id for each in edits) > 1


def _made(blocks: list[EntryBlock], edit: CatalogueEdit, before: Translation, width: int) -> None:
    match edit:
        case SetText():
            index = _index(blocks, edit.id, before)
            blocks[index] = _with_text(blocks[index], edit, before, width)
        case AddEntry():
            if any(block.id == edit.id and not block.obsolete for block in blocks):
                message = f"the entry '{edit.id}' is there already"
                raise TranslationError(message, Position(before.shown, 1, 1), "change its text instead")
            entry = polib.POEntry(msgctxt=edit.id, msgid=edit.source, msgstr=edit.text)
            _put(blocks, written_block(entry, (), width), edit.behind, before)
        case DropEntry():
            index = _index(blocks, edit.id, before)
            was_last = index == len(blocks) - 1
            del blocks[index]
            if was_last and blocks:
                blocks[-1] = blocks[-1].closed(is_last=True)
        case MoveEntry():
            _put(blocks, blocks.pop(_index(blocks, edit.id, before)), edit.behind, before)


def _put(blocks: list[EntryBlock], block: EntryBlock, behind: str, before: Translation) -> None:
    """Insert an entry behind another one, with blank lines between the new neighbours."""
    heads = [index for index, each in enumerate(blocks) if not each.id and each.of("msgstr")]
    place = _index(blocks, behind, before) if behind else (heads[0] if heads else -1)
    blocks.insert(place + 1, block)
    last = len(blocks) - 1
    for index in {place, place + 1, last} - {-1}:
        blocks[index] = blocks[index].closed(index == last)


def _index(blocks: Sequence[EntryBlock], name: str, before: Translation) -> int:
    for index, block in enumerate(blocks):
        if block.id == name and not block.obsolete:
            return index
    raise TranslationError(f"there is no entry '{name}'", Position(before.shown), "its id stands in msgctxt")


def _with_text(block: EntryBlock, edit: SetText, before: Translation, width: int) -> EntryBlock:
    known = before.entries.get(edit.id)
    entry = polib.POEntry(msgctxt=edit.id, msgid=edit.source or "-", msgstr=edit.text)
    parts = printed_parts(entry, width)
    if known is None or known.text != edit.text:
        block = block.with_part("msgstr", parts["msgstr"])
    if edit.source and (known is None or known.source != edit.source):
        block = block.with_part("msgid", parts["msgid"])
    if edit.source and known is not None and known.previous:
        block = block.with_part("previous", [])
    return block if edit.fuzzy is None else block.with_part("flags", flag_lines(block, edit.fuzzy))
