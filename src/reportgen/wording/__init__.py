"""The wording language: prose with placeholders and light markup, read in one scan (docs/wording.md).

The placeholders are a subset of Jinja2's expressions. Prose is never executed: what the scanner does not know is an
error with its place in the text.
"""

from reportgen.wording.expression import FILTERS, REFERENCES, TYPED
from reportgen.wording.pieces import (
    Address,
    Fault,
    Filter,
    FootnoteMark,
    Marked,
    Placeholder,
    ReferenceCall,
    TypedText,
    WordingPiece,
    Words,
    marks,
    needs_no_words,
    placeholders,
    printed_facts,
    references,
)
from reportgen.wording.scanner import scan

__all__ = [
    "FILTERS",
    "REFERENCES",
    "TYPED",
    "Address",
    "Fault",
    "Filter",
    "FootnoteMark",
    "Marked",
    "Placeholder",
    "ReferenceCall",
    "TypedText",
    "WordingPiece",
    "Words",
    "marks",
    "needs_no_words",
    "placeholders",
    "printed_facts",
    "references",
    "scan",
]
