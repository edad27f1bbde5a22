"""A document opened in python-docx, for those who go on editing it by program."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportgen.tree import nodes as tree
from reportgen.writers.docx import write

if TYPE_CHECKING:
    from docx.document import Document as LiveDocument


def live(document: tree.Document) -> LiveDocument:
    """The Word file of a document, open in python-docx; the caller saves it."""
    import docx

    return docx.Document(io.BytesIO(write(document)))
