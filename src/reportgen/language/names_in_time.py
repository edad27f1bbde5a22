"""The names of a language as they were on a day: a State or body that changed its name has the one of then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.language.compiled import digest_of_parts
from reportgen.language.lexicon import Lexicon
from reportgen.language.lexicon_entry import LexiconEntry


class LexiconOfDay(Lexicon):
    """A lexicon whose entries have the names of a day, written 2019-03-15 or 2019-03."""

    def __init__(self, today: Lexicon, day: str) -> None:
        self.tag, self.digest = today.tag, digest_of_parts(today.digest, day)
        self._today, self._day = today, day

    @property
    def _ids(self) -> Mapping[str, Mapping[str, object]]:
        return self._today._ids

    def entry(self, kind: str, name: str) -> LexiconEntry:
        """The entry of an id as it was on the day; a `KeyError` where there is none."""
        return self._today.entry(kind, name).on(self._day)

    def entries(self) -> Iterator[LexiconEntry]:
        """Every entry of the language as it was on the day."""
        return (each.on(self._day) for each in self._today.entries())
