"""YAML as it was written: plain data in which every mapping, list and string knows its place in the file.

YAML 1.2 core schema: only `true` and `false` are booleans (`NO` is Norway) and dates stay strings.
"""

from reportgen.marked.data import MarkedDict, MarkedList, MarkedStr, Source
from reportgen.marked.origin import Origin
from reportgen.marked.reading import check_characters, parse, read, read_text

__all__ = [
    "MarkedDict",
    "MarkedList",
    "MarkedStr",
    "Origin",
    "Source",
    "check_characters",
    "parse",
    "read",
    "read_text",
]
