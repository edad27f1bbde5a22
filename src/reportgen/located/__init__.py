"""YAML as it was written: plain data in which every mapping, list and string knows its place in the file.

YAML 1.2 core schema: only `true` and `false` are booleans (`NO` is Norway) and dates stay strings.
"""

from reportgen.located.data import LocatedDict, LocatedList, LocatedSource, LocatedStr, WrittenFloat
from reportgen.located.edits import Delete, Edit, Insert, Move, Replace, YamlPath
from reportgen.located.kept_text import digest_of, normalized
from reportgen.located.origin import Origin
from reportgen.located.yaml import check_characters, parse, read, read_text

__all__ = [
    "Delete",
    "Edit",
    "Insert",
    "LocatedDict",
    "LocatedList",
    "LocatedSource",
    "LocatedStr",
    "Move",
    "Origin",
    "Replace",
    "WrittenFloat",
    "YamlPath",
    "check_characters",
    "digest_of",
    "normalized",
    "parse",
    "read",
    "read_text",
]
