"""What a stretch of running text may say: a value of a fact, a qualifier, a reference typed in words."""

from __future__ import annotations

from typing import Literal

from reportgen.facts import Value
from reportgen.record import record

NameVariant = Literal["", "full", "short", "third"]


@record
class Reading:
    """From `start` to `end` the text may say `value`, whose qualifier is always "exact".

    A name says in which form of its lexicon entry it is typed, a date or a range in which form of the conventions;
    `variant` is empty where a name has no short form, and where both stand there together as at first use. `usual` is
    False for what few would mean (2,925 in French as 2925; 2018 years) and for a name that only the full one before it
    makes clear (the Office).
    """

    start: int
    end: int
    value: Value
    form: str = ""
    variant: NameVariant = ""
    usual: bool = True

    @property
    def place(self) -> tuple[int, int]:
        """Start, and end negated: readings sort by it so that the longer ones come first."""
        return self.start, -self.end

    def covers(self, other: Reading) -> bool:
        """Whether the other reading lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@record(order=True)
class QualifierWords:
    """Words that qualify the number beside them; `behind` says that they stand after it.

    `qualifier` is a name of the conventions: that of a fact's qualifier, or "less_than", which no fact can be.
    """

    start: int
    end: int
    qualifier: str
    behind: bool


CitedKind = Literal["para", "section", "table", "figure", "box", "annex", "appendix"]


@record(order=True)
class TypedReference:
    """A cross-reference typed in words: "paragraphs 12–15", "section II.A", "table 3".

    `numbers` are the labels as typed; with `to` there is one, and it goes from that to the other.
    """

    start: int
    end: int
    kind: CitedKind
    numbers: tuple[str, ...]
    to: str = ""
