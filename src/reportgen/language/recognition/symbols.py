"""Symbols of documents, and resolutions named by their number: A/RES/70/1, General Assembly resolution 70/1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportgen.facts import Symbol
from reportgen.facts.symbols import SYMBOL
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading

_SYMBOL = re.compile(rf"(?<![\w/]){SYMBOL.removeprefix('^').removesuffix('$')}(?![\w/])")
_NUMBER = r"(?P<number>\d{1,4}/\d{1,4}|\d{1,4} \(\d{4}\))"


class Symbols:
    """Finds symbols; `resolutions` are the words for a body's resolutions by what their symbols begin with."""

    def __init__(self, resolutions: Mapping[str, Sequence[str]], joins: Iterable[str]) -> None:
        self._following = re.compile(rf"(?:{'|'.join(map(re.escape, joins))}){_NUMBER}")
        self._resolutions = [
            (prefix, re.compile(re.escape(plain_form(text).lower()).replace(r"\{n\}", _NUMBER)))
            for prefix, texts in resolutions.items()
            for text in texts
        ]

    def readings(self, plain: Plain) -> Iterator[Reading]:
        """Every symbol with a figure in it (HIV/AIDS is none), and every resolution of a body that is named."""
        # Every symbol has a stroke; the resolutions of one body have their year in brackets: 1325 (2000).
        if "/" not in plain.text and "(" not in plain.text:
            return
        for match in _SYMBOL.finditer(plain.text):
            if any(map(str.isdigit, match.group())):
                yield Reading(*match.span(), Symbol(match.group()))
        for prefix, pattern in self._resolutions:
            for match in pattern.finditer(plain.small):
                yield Reading(*match.span(), Symbol(prefix + match["number"].partition(" ")[0]))
                yield from self._listed(plain, match.end(), prefix)

    def _listed(self, plain: Plain, at: int, prefix: str) -> Iterator[Reading]:
        """The further numbers of a list: and 71/2 of "resolutions 70/1 and 71/2"."""
        following = self._following.match(plain.small, at)
        while following:
            yield Reading(*following.span("number"), Symbol(prefix + following["number"].partition(" ")[0]))
            following = self._following.match(plain.small, following.end())
