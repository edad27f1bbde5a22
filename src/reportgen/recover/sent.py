"""A piece of a report as it was sent out: its wording, what was printed for it, and the facts it prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from reportgen.facts import Value
from reportgen.record import field, record
from reportgen.tree.inlines import Content
from reportgen.tree.printed_from import NameKey

FactScope = Literal["piece", "report", "computed"]
"""Where a fact is kept: in the piece itself, for the whole report, or nowhere, since it is worked out."""


@record
class SentFact:
    """A fact that a piece may print; `places` are the ids of the other pieces that print it, none for the report's."""

    value: Value
    scope: FactScope = "piece"
    places: tuple[str, ...] = ()


@record
class SentPiece:
    """A piece of wording in one language as it was sent.

    `content` is what was printed, after all passes, with the origins of its inlines; without origins, such as read back
    from light mark-up, they are found again. `wording` is empty where the language had none. `facts` are all that the
    piece may print, by name. `numbers` gives the id of a block for a function and a number as it was cited in this
    language: ("para", "76 (b)"), ("section", "II.A"), ("table", "3"). `of_kind` is the kind of a paragraph whose words
    stand in templates. `is_original` says whether its language is the one that the report is written in, `in_heading`
    whether no name is shortened there, and `introduced` are the names whose short forms its readers know already.
    `source` is the wording of the original that a translation is made from.
    """

    id: str
    wording: str
    content: Content
    facts: Mapping[str, SentFact] = field(default_factory=dict)
    numbers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    of_kind: str = ""
    is_original: bool = True
    in_heading: bool = False
    introduced: frozenset[NameKey] = frozenset()
    source: str = ""
