"""Pairs of editions, the files of both and of all changes between them, and what readers of a file make of it."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from reportgen import language as languages
from reportgen import pipeline
from reportgen.comparison.merged_documents import merged
from reportgen.readers import ReadDocument, read_document
from reportgen.tree import nodes as tree
from reportgen.tree.printed import printed_pieces
from reportgen.tree.seen import seen
from reportgen.workspace import Workspace
from tests.tools.edited_documents import EDITS, Editor

AUTHOR, DATE = "A. Drafter", "2026-01-02T00:00:00Z"
Side = Literal["old", "new"]
SIDES: tuple[Side, ...] = ("old", "new")


@dataclass(frozen=True)
class EditionPair:
    """An older and a newer edition of one document."""

    name: str
    old: tree.Document
    new: tree.Document

    def side(self, side: Side) -> tree.Document:
        return self.old if side == "old" else self.new

    @cached_property
    def both(self) -> tree.Document:
        """The tree that carries both."""
        return merged(self.old, self.new, AUTHOR, DATE)

    def written(self, side: Side, folder: Path, kind: str = "docx") -> Path:
        """The file of one edition."""
        path = folder / f"{side}.{kind}"
        path.write_bytes(pipeline.write(self.side(side), kind))
        return path

    def tracked(self, folder: Path, kind: str = "docx") -> Path:
        """The file of both editions."""
        path = folder / f"both.{kind}"
        path.write_bytes(pipeline.write(self.both, kind))
        return path


def edited_pair(documents: Mapping[str, tree.Document], tag: str, kind: str, seed: int) -> EditionPair | None:
    """A document in a language and what an edit of a kind makes of it; none where it has no place for one."""
    old = documents[tag]
    editor = Editor(languages.load(Workspace.at(), tag), old, random.Random(f"{kind}:{tag}:{seed}"))
    return EditionPair(f"{kind}, {tag}", old, editor.finished()) if EDITS[kind](editor) else None


def as_printed(document: tree.Document) -> list[tuple[object, ...]]:
    """All that a reader sees of a document: kinds, numbers, words in their looks; without ids, which no reader sees."""
    return [(each.kind, each.path, each.label, _seen(each.content)) for each in printed_pieces(document)]


def _seen(content: tree.Content) -> str:
    return re.sub(r"note='[^']*'", "note", repr(seen(content)))


def as_read(path: Path, side: Side = "new") -> list[tuple[object, ...]]:
    """All that our reader sees of a file once its changes are accepted (new) or rejected (old)."""
    return _lines(read_document(path, "accepted" if side == "new" else "original"))


def _lines(found: ReadDocument) -> list[tuple[object, ...]]:
    return [
        (
            each.line.kind, each.line.path, each.line.label, each.line.text, _seen(each.content),
            [mark.label for mark in each.marks], [reference.text for reference in each.references],
        )
        for each in (*found.blocks, *found.notes)
    ]  # fmt: skip


def resolved(critic: str, side: Side) -> str:
    """CriticMarkup with its changes accepted (new) or rejected (old)."""
    kept, lost = (r"\+\+", "--") if side == "new" else ("--", r"\+\+")
    text = re.sub(rf"\{{{lost}.*?{lost}\}}", "", critic, flags=re.DOTALL)
    return re.sub(rf"\{{{kept}(.*?){kept}\}}", r"\1", text, flags=re.DOTALL)
