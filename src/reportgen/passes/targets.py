"""What cross-references may point to: the numbered blocks of a document, and those of the document that it amends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.language.language import LabelKind
from reportgen.record import record
from reportgen.tree import nodes as tree
from reportgen.tree.line import kind_of
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.walk import all_blocks

OF_PARENT = "parent:"
"""What the id of a block of the amended document begins with in a cross-reference of an addendum."""

TARGET_KINDS: Mapping[str, tuple[str, ...]] = {
    "para": ("paragraph", "subparagraph"),
    "section": ("heading",),
    "table": ("table",),
    "figure": ("figure",),
    "box": ("box",),
    "annex": ("annex", "appendix"),
}
"""The kinds of blocks that each function refers to; paras() refers to those of para()."""

CAPTIONED: Mapping[str, LabelKind] = {
    "table": "table", "figure": "figure", "box": "box", "annex": "annex", "appendix": "appendix",
}  # fmt: skip
"""Kinds that are counted with a word of their own; the only one of its kind may have no number."""


@record
class ReferenceTarget:
    """A block with its number; `order` is its place in reading order."""

    id: str
    kind: str
    number: tree.Number
    order: int

    @property
    def family(self) -> str:
        """The series of its number; subparagraphs share that of paragraphs, with whose paths theirs begin."""
        return "paragraph" if self.kind == "subparagraph" else self.kind


@record
class IssuedNumbers:
    """The numbered blocks of an issued document in one language, by id, and the symbol under which it went out."""

    symbol: str
    targets: Mapping[str, ReferenceTarget]


def targets_of(document: tree.Document) -> dict[str, ReferenceTarget]:
    """The numbered blocks of a document by their ids."""
    blocks = ((each, getattr(each, "number", None)) for each in all_blocks(document))
    return {
        block.id: ReferenceTarget(block.id, kind_of(block), number, order)
        for order, (block, number) in enumerate(blocks)
        if number
    }


def issued_numbers(symbol: str, pieces: Iterable[PrintedPiece]) -> IssuedNumbers:
    """What an addendum may refer to, from what the amended document printed."""
    kinds = {kind for kinds in TARGET_KINDS.values() for kind in kinds}
    return IssuedNumbers(symbol, {
        each.id: ReferenceTarget(each.id, each.kind, tree.Number(each.path, each.label), order)
        for order, each in enumerate(pieces)
        if each.path and each.kind in kinds
    })  # fmt: skip
