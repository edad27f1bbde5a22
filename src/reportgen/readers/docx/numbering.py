"""The lists of a file: levels, overrides, links to numbering styles (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reportgen.readers.docx.styles import Styles
from reportgen.record import field, record
from reportgen.word.names import ALTERNATE, alternatives, integer, is_on, number, value, w
from reportgen.word.package import Package

LEVELS = 9
# Longer patterns make no label; this keeps a hostile file from filling the memory with labels.
_LONGEST_TEXT = 255
_PADDED = re.compile(r"(0*1), ")


@record
class Level:
    """A level: `text` is its pattern with %1 to %9; `restart` is None where every shallower level restarts it."""

    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str | None
    language: str | None = None


@record
class NumberedLevel:
    """A list (w:num). Its `counter` is that of the w:abstractNum: lists that share one continue each other."""

    number: int
    counter: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        """What a level begins with."""
        own = self.levels.get(level)
        return self.starts.get(level, own.start if own else 1)

    def level_of(self, style: str) -> int | None:
        """The first level that is linked to a style."""
        return next((index for index, level in self.levels.items() if level.style == style), None)


class NumberingLists:
    """All lists of a file, by number."""

    def __init__(self, root: etree._Element | None, styles: Styles, package: Package) -> None:
        self.styles, self.package = styles, package
        self.abstract: dict[str, etree._Element] = {}
        self.numbers: dict[int, etree._Element] = {}
        self.style_links: dict[str, str] = {}
        self.read: dict[int, NumberedLevel | None] = {}
        self.levels: dict[str, dict[int, Level]] = {}
        if root is not None:
            self._collect(root)

    def _collect(self, root: etree._Element) -> None:
        for element in root.iterchildren(w("abstractNum")):
            name = element.get(w("abstractNumId"), "")
            self.abstract.setdefault(name, element)
            link = value(element.find(w("styleLink")))
            if link:
                self.style_links.setdefault(link, name)
        for element in root.iterchildren(w("num")):
            self.numbers.setdefault(integer(element.get(w("numId"))) or 0, element)

    def get(self, list_number: int) -> NumberedLevel | None:
        """The list of a number; None for 0 and for a number that is not there."""
        if list_number not in self.read:
            self.read[list_number] = self._read(list_number)
        return self.read[list_number]

    def _read(self, list_number: int) -> NumberedLevel | None:
        element = self.numbers.get(list_number)
        counter = self._counter(list_number)
        if element is None or counter is None or list_number == 0:
            return None
        # A copy: the levels are shared by all lists of this abstract list.
        levels, starts = dict(self._levels_of(counter)), {}
        for override in element.iterchildren(w("lvlOverride")):
            index = integer(override.get(w("ilvl")))
            own, start = override.find(w("lvl")), number(override, "startOverride")
            if index is None or not 0 <= index < LEVELS:
                continue
            if own is not None:
                levels[index] = _level(own)
            if start is not None:
                starts[index] = start
        return NumberedLevel(list_number, counter, levels, starts)

    def _counter(self, list_number: int) -> str | None:
        """The id of the abstract list, found through links to numbering styles (17.9.21, w:numStyleLink)."""
        seen: set[int] = set()
        while list_number not in seen:
            seen.add(list_number)
            element = self.numbers.get(list_number)
            name = value(element.find(w("abstractNumId"))) if element is not None else None
            abstract = self.abstract.get(name or "")
            link = value(abstract.find(w("numStyleLink"))) if abstract is not None else None
            if abstract is None or link is None:
                return name if abstract is not None else None
            list_number = self.styles.numbering.get(link, 0)
            # Some files leave out the list of the numbering style; then the abstract list that names the style serves.
            if list_number not in self.numbers:
                return self.style_links.get(link)
        raise self.package.error("numbering styles are linked to one another in a circle")

    def _levels_of(self, counter: str) -> dict[int, Level]:
        if counter not in self.levels:
            self.levels[counter] = dict(_levels(self.abstract[counter]))
        return self.levels[counter]


def _levels(abstract: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in abstract.iterchildren(w("lvl")):
        index = integer(element.get(w("ilvl")))
        if index is not None and 0 <= index < LEVELS:
            yield index, _level(element)


def _level(element: etree._Element) -> Level:
    """A level; without w:start it starts at 0 (ISO/IEC 29500, 17.9.25)."""
    return Level(
        start=number(element, "start") or 0,
        format=_format(element),
        # A blank at the end keeps the label from the text, and is no part of it.
        text=(value(element.find(w("lvlText"))) or "")[:_LONGEST_TEXT].rstrip("\u00a0"),
        restart=number(element, "lvlRestart"),
        legal=bool(is_on(element.find(w("isLgl")))),
        style=value(element.find(w("pStyle"))),
        language=value(element.find(f"{w('rPr')}/{w('lang')}")),
    )


def _format(element: etree._Element) -> str:
    """The number format; a padded one (001, 002) is an extension that Word writes beside a fallback."""
    either = element.find(ALTERNATE)
    if either is not None:
        branch = alternatives(either)
        element = branch if branch is not None and branch.find(w("numFmt")) is not None else element
    found = element.find(w("numFmt"))
    name = value(found) or "decimal"
    padded = _PADDED.match(found.get(w("format"), "")) if found is not None and name == "custom" else None
    return f"decimal:{len(padded[1])}" if padded else name
