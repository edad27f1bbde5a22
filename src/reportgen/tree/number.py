"""The number of a block or a note."""

from __future__ import annotations

from reportgen.record import record
from reportgen.tree.path import Path


@record
class Number:
    """`path` is the same in all languages and formats; `label` is how the language prints it: "41.", "(b)", "一.".

    `was` is the number in the older one of two editions, where that is another.
    """

    path: Path
    label: str
    was: Number | None = None

    @property
    def cited(self) -> str:
        """The label as it is cited, without the stop or dash that ends it: 41, (b), II."""
        return self.label.rstrip(". -–")
