"""YAML as it was written: plain data in which every mapping, list and string knows its place in the file.

YAML 1.2 core schema: only `true` and `false` are booleans (`NO` is Norway) and dates stay strings.
"""

from reportgen.located.data import LocatedDict, LocatedList, LocatedStr, Source, WrittenFloat
from reportgen.located.origin import Origin
from reportgen.located.yaml import check_characters, parse, read, read_text

__all__ = [
    "LocatedDict",
    "LocatedList",
    "LocatedStr",
    "Origin",
    "Source",
    "WrittenFloat",
    "check_characters",
    "parse",
    "read",
    "read_text",
]
