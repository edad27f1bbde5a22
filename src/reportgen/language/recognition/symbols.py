"""Symbols of documents, and resolutions named by their number: A/RES/70/1, General Assembly resolution 70/1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.facts import Cited, Symbol
from reportgen.facts.cited import RESOLUTION
from reportgen.facts.symbols import SYMBOL
from reportgen.language.conventions import Conventions
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import Reading

_NUMBER = rf"(?P<number>(?-i:{RESOLUTION}))"


class Symbols:
    """Finds symbols, with the paragraphs that are cited of them, and the words for a body's resolutions."""

    def __init__(self, conventions: Conventions, joins: Iterable[str]) -> None:
        # Chinese has no blanks between words.
        word = "A-Za-z0-9" if conventions.script == "han" else r"\w"
        self._symbol = re.compile(rf"(?<![{word}/]){SYMBOL.removeprefix('^').removesuffix('$')}(?![{word}/])")
        self._following = re.compile(rf"(?:{'|'.join(map(re.escape, joins))}){_NUMBER}")
        self._resolutions = [
            (organ, re.compile("(?i)" + re.escape(plain_form(text)).replace(r"\{n\}", _NUMBER)))
            for organ, texts in conventions.recognition.resolutions.items()
            for text in texts
        ]
        self._parts = tuple(_parts(conventions))

    def readings(self, plain: Plain) -> Iterator[Reading]:
        """Every symbol with a figure in it (HIV/AIDS is none), and every resolution of a body that is named."""
        # Every symbol has a stroke; the resolutions of one body have their year in brackets: 1325 (2000).
        if "/" not in plain.text and "(" not in plain.text:
            return
        for match in self._symbol.finditer(plain.text):
            if any(map(str.isdigit, match.group())):
                yield Reading(*match.span(), Symbol(match.group()))
                yield from self._with_paragraphs(plain, match)
        for organ, pattern in self._resolutions:
            for match in pattern.finditer(plain.text):
                yield Reading(*match.span(), Cited("resolution", match["number"], organ=organ))
                yield from self._listed(plain, match.end(), organ)

    def _with_paragraphs(self, plain: Plain, symbol: re.Match[str]) -> Iterator[Reading]:
        for part in self._parts:
            match = part.match(plain.small, symbol.end())
            if match:
                first, last = int(match["first"]), int(match.groupdict().get("last") or 0)
                yield Reading(symbol.start(), match.end(), Symbol(symbol.group(), first, last))

    def _listed(self, plain: Plain, at: int, organ: str) -> Iterator[Reading]:
        """The further numbers of a list: and 71/2 of "resolutions 70/1 and 71/2"."""
        following = self._following.match(plain.text, at)
        while following:
            yield Reading(*following.span("number"), Cited("resolution", following["number"], organ=organ))
            following = self._following.match(plain.text, following.end())


def _parts(conventions: Conventions) -> Iterator[re.Pattern[str]]:
    """The expressions of what stands behind a symbol: a paragraph of it, or several."""
    rule = conventions.references.get("para_brief") or conventions.references["para"]
    edge = "" if conventions.script == "han" else r"(?!\w)"
    for key in ("range", "one"):
        pattern = conventions.patterns.symbol_part.replace("{symbol}", "").replace("{part}", rule[key])
        text = re.escape(plain_form(pattern).lower())
        for field, name in (("first", "first"), ("last", "last"), ("number", "first")):
            text = text.replace(rf"\{{{field}\}}", rf"(?P<{name}>[1-9]\d{{0,3}})")
        yield re.compile(text + edge)
