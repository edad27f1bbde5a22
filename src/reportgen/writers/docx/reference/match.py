"""Which style of a Word file of the user's stands for which of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.word.style_sheet import SheetStyle, StyleSheet

_STYLE = re.compile(r'<w:style ([^>]*)><w:name w:val="([^"]+)"/>.*?</w:style>', re.DOTALL)
_ATTRIBUTE = re.compile(r'w:(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class OurStyle:
    """A style that our writer uses, as it is written."""

    id: str
    name: str
    kind: str
    default: bool
    xml: str

    def piece(self, pattern: re.Pattern[str]) -> str:
        """The element of a pattern; nothing where the style has none."""
        found = pattern.search(self.xml)
        return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class Matches:
    """Which style of the file stands for which of ours: `ours` by its id, `ids` from our id to the one in force.

    `added` are those of ours that have none, `names` their names by our id.
    """

    ours: Mapping[str, OurStyle]
    ids: Mapping[str, str]
    added: tuple[OurStyle, ...]
    names: Mapping[str, str] = field(default_factory=dict)


def match(text: str, sheet: StyleSheet) -> Matches:
    """The styles of a sheet that stand for those of our styles part, and those of ours that are to be added."""
    ours: dict[str, OurStyle] = {}
    ids: dict[str, str] = {}
    added: list[OurStyle] = []
    for style in _our_styles(text):
        own = _match(style, [each for each in sheet.styles if each.kind == style.kind and each.id not in ours])
        if own is None:
            added.append(style)
        else:
            ours[own.id] = style
            ids[style.id] = own.id
    taken = {each.id.casefold() for each in sheet.styles}
    named = {each.name.casefold() for each in sheet.styles}
    names = {style.id: _free(style.name, named, " ") for style in added}
    return Matches(ours, ids | {style.id: _free(style.id, taken, "") for style in added}, tuple(added), names)


def _our_styles(text: str) -> list[OurStyle]:
    found = ((dict(_ATTRIBUTE.findall(each[1])), each[2], each[0]) for each in _STYLE.finditer(text))
    return [OurStyle(said["styleId"], name, said["type"], "default" in said, xml) for said, name, xml in found]


def _match(style: OurStyle, candidates: list[SheetStyle]) -> SheetStyle | None:
    """The default of the kind for ours, else the style of our name, else that of our id.

    An id that was made of another name says nothing: Word's "Plain Text" has the id of our "Unnumbered Paragraph".
    """
    defaults = [each for each in candidates if each.default] if style.default else []
    named = [each for each in candidates if each.name.casefold() == style.name.casefold()]
    by_id = [each for each in candidates if each.id == style.id and _squeezed(each.name) != _squeezed(each.id)]
    return next(iter((*defaults, *named, *by_id)), None)


def _squeezed(name: str) -> str:
    return "".join(name.split()).casefold()


def _free(name: str, taken: set[str], gap: str) -> str:
    """The name, or with the first figure that makes it another than those that are taken."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name}{gap}{number}"
    taken.add(free.casefold())
    return free
