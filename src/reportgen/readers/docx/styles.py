"""What styles say about numbers: the list and level of a style, its outline level, whether it hides or raises text."""

from __future__ import annotations

import re

from lxml import etree

from reportgen.record import record
from reportgen.word.names import is_on, number, value, w
from reportgen.word.package import MOST_STYLES, Package
from reportgen.word.style_bases import check_bases
from reportgen.word.style_names import LETTER_NOTE_MARK

_HEADING = re.compile(r"heading ([1-9])\Z", re.IGNORECASE)
_LETTER = LETTER_NOTE_MARK.casefold()
_LOOKS = tuple(w(name) for name in ("i", "iCs", "b", "bCs"))
SILENT: tuple[bool | None, ...] = (None,) * len(_LOOKS)
"""What a style or a run says of its looks that says nothing."""


@record
class ReadStyle:
    """A style as it is written; what it does not say is None. `looks` are w:i, w:iCs, w:b and w:bCs."""

    id: str
    name: str
    based_on: str | None
    list_number: int | None
    list_level: int | None
    outline: int | None
    hidden: bool | None
    raised: bool | None
    language: str | None
    right_to_left: bool | None
    looks: tuple[bool | None, ...]


class Styles:
    """The styles of a file; an `InputError` where some are based on one another."""

    def __init__(self, root: etree._Element | None, package: Package) -> None:
        self.styles: dict[str, ReadStyle] = {}
        self.default = ""
        self.numbering: dict[str, int] = {}
        self.chains: dict[str, tuple[ReadStyle, ...]] = {}
        self.known_looks: dict[str, tuple[bool | None, ...]] = {}
        for element in root.iter(w("style")) if root is not None else ():
            self._add(element)
            package.check_count(len(self.styles), "styles", MOST_STYLES)
        check_bases({style.id: style.based_on for style in self.styles.values()}, package)
        self.letters = {style.id for style in self.styles.values() if style.name.casefold() == _LETTER}
        self.hides = any(style.hidden for style in self.styles.values())

    def _add(self, element: etree._Element) -> None:
        style = _style(element)
        kind = element.get(w("type"), "paragraph")
        # Numbering styles hold a list for w:numStyleLink and are never those of a paragraph.
        if kind == "numbering":
            self.numbering[style.id] = style.list_number or 0
            return
        self.styles.setdefault(style.id, style)
        if kind == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
            self.default = style.id

    def chain(self, name: str | None) -> tuple[ReadStyle, ...]:
        """A style and its base styles, nearest first; for an unknown name, those of the default style."""
        known = name if name in self.styles else self.default
        if known not in self.chains:
            found: list[ReadStyle] = []
            at: str | None = known
            while at in self.styles:
                found.append(self.styles[at])
                at = self.styles[at].based_on
            self.chains[known] = tuple(found)
        return self.chains[known]

    def outline(self, name: str | None) -> int | None:
        """The outline level of a style, 0 for that of chapters; None for text."""
        for style in self.chain(name):
            # Word's built-in headings have an outline level even where styles.xml does not write it.
            match = _HEADING.match(style.name)
            if style.outline is not None:
                return style.outline if style.outline < 9 else None
            if match:
                return int(match[1]) - 1
        return None

    def name(self, name: str | None) -> str:
        """The name of a style as people see it."""
        chain = self.chain(name)
        return chain[0].name if chain else ""

    def hidden(self, name: str | None) -> bool | None:
        """Whether a style hides text; None where neither it nor those it is based on say."""
        chain = self.chain(name) if name in self.styles else ()
        return next((style.hidden for style in chain if style.hidden is not None), None)

    def looks(self, name: str) -> tuple[bool | None, ...]:
        """What a style of runs and those it is based on say of w:i, w:iCs, w:b and w:bCs."""
        if name not in self.known_looks:
            chain = self.chain(name) if name in self.styles else ()
            # Chains may be long and mostly say nothing, so those who do are looked for first.
            said = [style.looks for style in chain if style.looks is not SILENT]
            self.known_looks[name] = tuple(
                next((each for each in switch if each is not None), None) for switch in zip(SILENT, *said, strict=True)
            )
        return self.known_looks[name]

    def is_letter(self, run: etree._Element) -> bool:
        """Whether a run with these properties is the letter of a note below a table, a figure or a box."""
        return bool(self.letters) and value(run.find(w("rStyle"))) in self.letters

    def raised(self, run: etree._Element | None) -> bool:
        """Whether the text of a run with these properties is raised, as marks of notes are."""
        if run is None:
            return False
        # Direct formatting wins over the style of the run.
        own = value(run.find(w("vertAlign")))
        if own is not None:
            return own == "superscript"
        name = value(run.find(w("rStyle")))
        chain = self.chain(name) if name in self.styles else ()
        return next((style.raised for style in chain if style.raised is not None), False)


def _style(element: etree._Element) -> ReadStyle:
    """The style; a style based on itself has no base, as in Word."""
    name, base = element.get(w("styleId"), ""), value(element.find(w("basedOn")))
    paragraph = element.find(w("pPr"))
    numbering = paragraph.find(w("numPr")) if paragraph is not None else None
    run = element.find(w("rPr"))
    return ReadStyle(
        id=name,
        name=value(element.find(w("name"))) or "",
        based_on=base if base != name else None,
        list_number=number(numbering, "numId") if numbering is not None else None,
        list_level=number(numbering, "ilvl") if numbering is not None else None,
        outline=number(paragraph, "outlineLvl") if paragraph is not None else None,
        hidden=is_on(run.find(w("vanish"))) if run is not None else None,
        raised=_is_raised(run),
        language=value(run.find(w("lang"))) if run is not None else None,
        right_to_left=is_on(paragraph.find(w("bidi"))) if paragraph is not None else None,
        looks=_looks(run),
    )


def _is_raised(run: etree._Element | None) -> bool | None:
    """Whether a style raises its text; None where it does not say."""
    said = value(run.find(w("vertAlign"))) if run is not None else None
    return None if said is None else said == "superscript"


def _looks(run: etree._Element | None) -> tuple[bool | None, ...]:
    found = SILENT if run is None else tuple(is_on(run.find(tag)) for tag in _LOOKS)
    return SILENT if found == SILENT else found
