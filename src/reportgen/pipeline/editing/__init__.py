"""Edits of one piece as somebody types it: what it prints in every language meanwhile, and the files that hold it.

What is typed is read as a file that came back is (`recover`, `returned`), from the text that its writer saw to the one
of today, so that what two people change in one piece is a conflict of that piece, and never lost.
"""

from reportgen.pipeline.editing.facts import FactRow, edited_fact, fact_rows, printed_with
from reportgen.pipeline.editing.opened import OpenedPiece, open_piece
from reportgen.pipeline.editing.pieces import TypedPiece, edited_piece, read_typed
from reportgen.pipeline.editing.places import added_block, deleted_block, moved_block
from reportgen.pipeline.editing.preview import printed_alone, printed_while_typed
from reportgen.pipeline.editing.saved import SavedSteps

__all__ = [
    "FactRow",
    "OpenedPiece",
    "SavedSteps",
    "TypedPiece",
    "added_block",
    "deleted_block",
    "edited_fact",
    "edited_piece",
    "fact_rows",
    "moved_block",
    "open_piece",
    "printed_alone",
    "printed_while_typed",
    "printed_with",
    "read_typed",
]
