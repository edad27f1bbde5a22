"""What a document was printed from: the wordings of its pieces, and the values of the facts that they may print."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.facts import Value
from reportgen.record import field, record

ValuesByName = Mapping[str, Value]
NameKey = tuple[str, str]
"""Kind and id of a name."""


@record
class PieceWording:
    """The wording of a piece; empty where the language had none, and the source stands there, marked.

    `owner` is the block whose facts it may print beside those of the report, `kind` that of a paragraph whose words
    stand in templates; both are "masthead" for a line of the masthead that prints facts.
    """

    text: str
    owner: str = ""
    kind: str = ""


@record
class PrintedFrom:
    """The wordings by the ids of their pieces, and the facts by those of their owners; "" owns those of the report.

    `language` is the one that the report is written in; in all others `sources` are the wordings of the original by id.
    `introduced` are the names, by kind and id, whose short form a piece was the first to say.
    """

    language: str = ""
    wordings: Mapping[str, PieceWording] = field(default_factory=dict)
    facts: Mapping[str, ValuesByName] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    introduced: Mapping[str, tuple[NameKey, ...]] = field(default_factory=dict)
