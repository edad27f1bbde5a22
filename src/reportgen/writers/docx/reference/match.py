"""Which style of a user's Word file stands for which of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from reportgen.record import record
from reportgen.word.names import value, w


@record
class Matches:
    """Which style of the file stands for which of ours: `ours` by its id, `ids` from our id to the one in force.

    `added` are those of ours that have none, `names` their names by our id.
    """

    ours: Mapping[str, etree._Element]
    ids: Mapping[str, str]
    added: Sequence[etree._Element]
    names: Mapping[str, str]


def match_styles(ours: Iterable[etree._Element], theirs: Iterable[etree._Element]) -> Matches:
    """The styles of a file that stand for ours, and our styles that it lacks."""
    found: dict[str, etree._Element] = {}
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    added: list[etree._Element] = []
    candidates = [_Style(each) for each in theirs]
    taken, named = {each.id.casefold() for each in candidates}, {each.name for each in candidates}
    for element, style in ((each, _Style(each)) for each in ours):
        own = style.match([each for each in candidates if each.kind == style.kind and each.id not in found])
        if own is not None:
            found[own.id] = element
        else:
            added.append(element)
            names[style.id] = _free(style_name(element), named, " ")
        ids[style.id] = own.id if own is not None else _free(style.id, taken, "")
    return Matches(found, ids, added, names)


def id_of_style(style: etree._Element) -> str:
    """The id of a style, by which paragraphs name it."""
    return style.get(w("styleId"), "")


def style_name(style: etree._Element) -> str:
    """The name of a style as people see it."""
    return value(style.find(w("name"))) or ""


def is_of_paragraphs(style: etree._Element) -> bool:
    """Whether paragraphs have the style, and not letters, tables or lists."""
    return style.get(w("type"), "paragraph") == "paragraph"


def is_default(style: etree._Element) -> bool:
    """Whether it is the style of all that names none."""
    return style.get(w("default")) in ("1", "true", "on")


class _Style:
    """What says which style it is; the name without regard to capitals."""

    def __init__(self, style: etree._Element) -> None:
        self.id, self.name = id_of_style(style), style_name(style).casefold()
        self.kind, self.default = style.get(w("type"), "paragraph"), is_default(style)

    def match(self, candidates: Sequence[_Style]) -> _Style | None:
        """The default of the kind for ours, else the style of our name, else that of our id.

        An id that Word made from the style's name proves nothing: its "Plain Text" has the id of our "Unnumbered
        Paragraph".
        """
        defaults = [each for each in candidates if each.default and self.default]
        named = [each for each in candidates if each.name == self.name]
        by_id = [each for each in candidates if each.id == self.id and _squeezed(each.name) != _squeezed(each.id)]
        return next(iter((*defaults, *named, *by_id)), None)


def _squeezed(name: str) -> str:
    return "".join(name.split()).casefold()


def _free(name: str, taken: set[str], gap: str) -> str:
    """The name, or the name with the first figure that makes it free among those taken."""
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name}{gap}{number}"
    taken.add(free.casefold())
    return free
