"""An older edition as a tree again, in the shape of the newer one: what was printed is known, its tree is not.

What the pieces do not say (widths of columns, a picture, whether a paragraph recommends) is taken from the same block
of the newer edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportgen.comparison.older import OlderEdition, OlderPiece
from reportgen.comparison.rebuilt_masthead import rebuilt_masthead
from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Inline, NoteMark, Text
from reportgen.tree.path import PartId, scope_of, whole_of
from reportgen.tree.walk import all_blocks, map_leaves, plain_blocks

_CELL = re.compile(r"(head|\d+)-(\d+)")
_BLANK = tree.Picture(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f0001010100b138f614"
        "0000000049454e44ae426082"
    ),
    "png",
    (1, 1),
    "",
)
"""A white pixel, for a picture that nobody kept."""


def rebuilt(older: OlderEdition, newer: tree.Document) -> tree.Document:
    """The older edition as a document, whose contents have no lines yet."""
    return _Rebuilder(older, newer).document()


class _Rebuilder:
    def __init__(self, older: OlderEdition, newer: tree.Document) -> None:
        self.older, self.newer = older, newer
        self.known = {block.id: block for block in all_blocks(newer)}
        self.text = {block.id for block in plain_blocks(newer)}
        self.pieces = _with_labels(_named(older.pieces))
        labels = (block.label for block in self.known.values() if isinstance(block, tree.Source))
        self.source = next(labels, "Source:")

    def document(self) -> tree.Document:
        """All blocks and notes under the masthead."""
        notes = [_note(piece) for piece in self.pieces if piece.kind == "note"]
        masthead = rebuilt_masthead(self.older.masthead, self.newer.masthead)
        return replace(
            self.newer,
            symbol=self.older.symbol,
            masthead=replace(masthead, notes=tuple(note for note in notes if note.asterisk)),
            blocks=tuple(map(self._block, self._groups())),
            notes=tuple(note for note in notes if not note.asterisk),
            comments=(),
        )

    def _groups(self) -> Iterator[list[OlderPiece]]:
        """Each block with the pieces that are parts of it."""
        group: list[OlderPiece] = []
        for piece in self.pieces:
            if piece.kind == "note":
                continue
            if group and self._belongs(piece, group[0]):
                group.append(piece)
                continue
            yield from [group] if group else []
            group = [piece]
        yield from [group] if group else []

    def _belongs(self, piece: OlderPiece, head: OlderPiece) -> bool:
        """Whether a piece is a part of the block that begins with another one."""
        match head.kind, piece.kind:
            case "table", "cell":
                return piece.cell is not None or whole_of(piece.id) == head.id
            case "figure", "alternative":
                return True
            case (("table" | "figure" | "box"), ("source" | "letter-note")):
                return True
            case "box", "plain":
                return piece.inside == "box" or whole_of(piece.id) == head.id
            case "summary", "plain":
                return piece.inside == "summary" or (not piece.inside and piece.id not in self.text)
        return False

    def _block(self, group: Sequence[OlderPiece]) -> tree.Block:
        """The block of a piece and of its parts."""
        piece, *parts = group
        name, content, number = piece.id, piece.content, _number(piece)
        match piece.kind:
            case "heading":
                level = _depth(piece) or piece.level or self._like(name, "level", 1)
                return tree.Heading(name, level, content, number, numbered=number is not None)
            case "paragraph":
                return tree.Paragraph(name, content, number, self._like(name, "recommendation", False))
            case "subparagraph":
                bold = self._like(name, "recommendation", False)
                return tree.Subparagraph(name, min(max(_depth(piece) - 1, 1), 4), content, number, bold)
            case "quotation":
                return tree.Quotation(name, content)
            case "item":
                return tree.ListItem(name, min(piece.level or _item_level(name), 3), content)
            case "annex" | "appendix":
                return tree.Annex(name, 1 if piece.kind == "annex" else 2, content, number)
            case "summary":
                return tree.Summary(name, content, tuple(map(_plain, parts)))
            case "contents":
                return self._contents(piece)
            case "table":
                return self._table(piece, parts)
            case "figure":
                return self._figure(piece, parts)
            case "box":
                paragraphs = tuple(_plain(part) for part in parts if part.kind == "plain")
                return tree.Box(name, content, paragraphs, *self._below(parts), number)
            case _:
                return _plain(piece)

    def _like(self, name: str, attribute: str, otherwise: Any) -> Any:
        """What the same block of the newer edition says."""
        return getattr(self.known.get(name), attribute, otherwise)

    def _contents(self, piece: OlderPiece) -> tree.Block:
        like = next((block for block in self.known.values() if isinstance(block, tree.Contents)), None)
        return replace(like, id=piece.id, content=piece.content, entries=()) if like else _plain(piece)

    def _table(self, piece: OlderPiece, parts: Sequence[OlderPiece]) -> tree.Block:
        """A table with all its cells, those too that are empty."""
        places = {place: part for part in parts if part.kind == "cell" and (place := _place(part)) is not None}
        if not places:
            return _plain(piece)
        rows, columns = (max(place[axis] for place in places) for axis in (0, 1))
        cells = [
            tuple(_cell(piece.id, row, column, places.get((row, column))) for column in range(1, columns + 1))
            for row in range(rows + 1)
        ]
        like = self.known.get(piece.id)
        is_alike = isinstance(like, tree.Table) and len(like.heads) == columns
        shares = like.shares if isinstance(like, tree.Table) and is_alike else (1,) * columns
        numeric = like.numeric if isinstance(like, tree.Table) and is_alike else (False,) * columns
        total = self._like(piece.id, "total", False)
        source, notes = self._below(parts)
        return tree.Table(
            piece.id,
            piece.content,
            cells[0],
            tuple(cells[1:]),
            shares,
            numeric,
            total,
            source,
            notes,
            _number(piece),
        )

    def _figure(self, piece: OlderPiece, parts: Sequence[OlderPiece]) -> tree.Figure:
        like = self.known.get(piece.id)
        picture, width = (like.picture, like.width) if isinstance(like, tree.Figure) else (_BLANK, 72)
        shown = next((part for part in parts if part.kind == "alternative"), None)
        alternative = tree.Alternative(f"{piece.id}/alternative", shown.content if shown else ())
        return tree.Figure(piece.id, piece.content, picture, width, alternative, *self._below(parts), _number(piece))

    def _below(self, parts: Sequence[OlderPiece]) -> tuple[tree.Source | None, tuple[tree.LetterNote, ...]]:
        """The source and the notes of a table, a figure or a box."""
        source = next(
            (tree.Source(part.id, self.source, part.content) for part in parts if part.kind == "source"),
            None,
        )
        notes = (tree.LetterNote(part.id, part.content, _number(part)) for part in parts if part.kind == "letter-note")
        return source, tuple(notes)


def _named(pieces: Sequence[OlderPiece]) -> list[OlderPiece]:
    """The pieces, each with an id of its own: its place behind an underscore where it has none or one that is taken."""
    seen: set[str] = set()
    found = []
    for index, piece in enumerate(pieces, 1):
        name = piece.id if piece.id and piece.id not in seen else f"_{index}"
        seen.add(name)
        found.append(replace(piece, id=name))
    return found


def _with_labels(pieces: Sequence[OlderPiece]) -> list[OlderPiece]:
    """The pieces, whose marks have the labels of their notes; a mark of no note is its label alone."""
    labels = {piece.id: piece.label for piece in pieces if piece.kind in ("note", "letter-note")}

    def labelled(inline: Inline) -> Inline:
        if not isinstance(inline, NoteMark):
            return inline
        return replace(inline, label=labels[inline.note]) if inline.note in labels else Text(inline.label)

    return [replace(piece, content=map_leaves(piece.content, labelled)) for piece in pieces]


def _number(piece: OlderPiece) -> tree.Number | None:
    return tree.Number(piece.path, piece.label) if piece.path or piece.label else None


def _depth(piece: OlderPiece) -> int:
    """How deep a number is inside its annex: 1 for a chapter or a paragraph, 0 without a number."""
    return len(piece.path) - len(scope_of(piece.path))


def _item_level(name: str) -> int:
    part = PartId.of(name)
    return part.place.count("-") + 1 if part else 1


def _plain(piece: OlderPiece) -> tree.PlainParagraph:
    return tree.PlainParagraph(piece.id, piece.content)


def _note(piece: OlderPiece) -> tree.Note:
    return tree.Note(piece.id, piece.content, _number(piece), asterisk=piece.label.startswith("*"))


def _place(piece: OlderPiece) -> tuple[int, int] | None:
    """The row of a cell, 0 for the heads, and its column from 1."""
    part = PartId.of(piece.id)
    match = _CELL.fullmatch(part.place) if part else None
    if match is None:
        return piece.cell
    return 0 if match[1] == "head" else int(match[1]), int(match[2])


def _cell(table: str, row: int, column: int, piece: OlderPiece | None) -> tree.Cell:
    if piece is None:
        return tree.Cell(f"{table}/{row or 'head'}-{column}", ())
    return tree.Cell(piece.id, piece.content)
