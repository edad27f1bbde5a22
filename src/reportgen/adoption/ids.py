"""Ids of what a file says: those that it has already, else words of the text, each once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reportgen.model.new_ids import id_stem, is_id
from reportgen.model.report import OWN_IDS

_LONGEST = 24
"""Ids of tables and lists are part of those of their cells and items, and numbers may follow the words."""


@dataclass
class DraftIds:
    """The ids of a report that is being made."""

    taken: set[str] = field(default_factory=lambda: set(OWN_IDS))
    times: Counter[str] = field(default_factory=Counter)

    def of(self, known: str, text: str, kind: str) -> str:
        """A free id: the one that the file has, else the first words of the text, else the kind with a number."""
        if is_id(known) and len(known) <= 40 and known not in self.taken:
            self.taken.add(known)
            return known
        return self._free(id_stem(text, _LONGEST) or kind)

    def _free(self, stem: str) -> str:
        # Counted by stem: a long document in Arabic has thousands of paragraphs without a Latin word.
        while True:
            self.times[stem] += 1
            name = stem if self.times[stem] == 1 else f"{stem}-{self.times[stem]}"
            if name not in self.taken:
                self.taken.add(name)
                return name
