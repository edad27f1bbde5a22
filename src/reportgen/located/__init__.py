"""YAML as it was written: plain data in which every mapping, list and string knows its place in the file.

YAML 1.2 core schema: only `true` and `false` are booleans (`NO` is Norway) and dates stay strings.
"""

from reportgen.located.data import LocatedDict, LocatedList, LocatedStr, Source, WrittenFloat
from reportgen.located.edits import Delete, Edit, Insert, Move, Replace, YamlPath
from reportgen.located.kept_text import digest_of
from reportgen.located.origin import Origin
from reportgen.located.yaml import check_characters, decoded, parse, read, read_text

__all__ = [
    "Delete",
    "Edit",
    "Insert",
    "LocatedDict",
    "LocatedList",
    "LocatedStr",
    "Move",
    "Origin",
    "Replace",
    "Source",
    "WrittenFloat",
    "YamlPath",
    "check_characters",
<<<<<<< HEAD
    "digest_of",
=======
    "decoded",
>>>>>>> 5363930 (No link, pipe or template reads what lies outside of the workspace or runs for ever; what goes wrong in one is said with file, line and hint; kinds.yaml adds to the installed kinds)
    "parse",
    "read",
    "read_text",
]
