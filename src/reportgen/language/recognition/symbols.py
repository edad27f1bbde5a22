"""Symbols of documents, and resolutions named by their number: A/RES/70/1, General Assembly resolution 70/1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.facts import Symbol
from reportgen.facts.symbols import SYMBOL
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading

_SYMBOL = re.compile(rf"(?<![\w/]){SYMBOL.removeprefix('^').removesuffix('$')}(?![\w/])")
_NUMBER = r"(?P<number>\d{1,4}/\d{1,4}|\d{1,4} \(\d{4}\))"


class Symbols:
    """Finds symbols; `resolutions` are the words for a body's resolutions by what their symbols begin with."""

    def __init__(self, resolutions: Mapping[str, Sequence[str]]) -> None:
        self._resolutions = [
            (prefix, re.compile(re.escape(plain_form(text).lower()).replace(r"\{n\}", _NUMBER)))
            for prefix, texts in resolutions.items()
            for text in texts
        ]

    def readings(self, plain: Plain) -> Iterator[Reading]:
        """Every symbol with a figure in it (HIV/AIDS is none), and every resolution of a body that is named."""
        if "/" in plain.text:
            for match in _SYMBOL.finditer(plain.text):
                if any(map(str.isdigit, match.group())):
                    yield Reading(*match.span(), Symbol(match.group()))
            for prefix, pattern in self._resolutions:
                for match in pattern.finditer(plain.small):
                    yield Reading(*match.span(), Symbol(prefix + match["number"].partition(" ")[0]))
