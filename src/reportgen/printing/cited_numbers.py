"""The number of each printed block as it is cited in a language: "76 (b)", "II.A", "3"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.language import Language
from reportgen.tree.path import ANNEXES, Path, Step, scope_of
from reportgen.tree.printed import PrintedPiece

_ENDS = ". -–"
"""What ends the number of a block and is no part of it where it is cited (tree.Number.cited)."""

PieceLabels = Mapping[tuple[str, Path], str]
"""The labels of all numbered pieces, without their ends, by family and path."""


def labels_of(pieces: Sequence[PrintedPiece]) -> PieceLabels:
    """The labels from which the numbers of pieces are put together."""
    return {(_family(each), each.path): each.label.rstrip(_ENDS) for each in pieces if each.path}


def cited_number(piece: PrintedPiece, labels: PieceLabels, language: Language) -> str:
    """The number of a block within its annex, or in the report; empty where it has none, or is the only one."""
    match piece.kind:
        case "table" | "figure" | "box" | "annex" | "appendix" as kind if piece.path:
            alone = language.stands_alone(kind, piece.label)
            return "" if alone else language.counter(kind, Step.of(piece.path[-1]).figure)
        case "heading" | "paragraph" | "subparagraph":
            rule, scope = language.conventions.labels, len(scope_of(piece.path))
            chain = (labels.get((_family(piece), piece.path[:end])) for end in range(scope + 1, len(piece.path) + 1))
            return (rule.joined if piece.kind == "heading" else rule.parted).join(filter(None, chain))
        case _:
            return ""


def counts_in(piece: PrintedPiece) -> Path:
    """The annex or appendix in which a piece is counted; empty in the report itself."""
    return scope_of(piece.path[:-2] if piece.kind in ANNEXES else piece.path)


def _family(piece: PrintedPiece) -> str:
    return "paragraph" if piece.kind == "subparagraph" else piece.kind
