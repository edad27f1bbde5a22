"""The masthead of an older edition, line by line from the names of its lines."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content

_LINES = {
    "organ": "masthead/organ",
    "body": "masthead/body",
    "session": "masthead/session",
    "place_and_dates": "masthead/place-and-dates",
    "agenda_item": "masthead/agenda-item",
    "agenda_title": "agenda-title",
    "title": "title",
    "author": "masthead/author",
    "amendment": "masthead/amendment",
}
_INFORMATION = "masthead/information-"


def rebuilt_masthead(lines: Mapping[str, Content], newer: tree.Masthead) -> tree.Masthead:
    """The masthead of some lines by their names; the newer one where none is known."""
    if not lines:
        return newer
    named = {field: lines.get(name, ()) for field, name in _LINES.items()}
    return replace(newer, information=_information(lines, newer), **named)  # type: ignore[arg-type]


def _information(lines: Mapping[str, Content], newer: tree.Masthead) -> tuple[Content, ...]:
    """The information block; an empty line stands before its last one, as in the newer edition."""
    found = [content for name, content in lines.items() if name.startswith(_INFORMATION)]
    return (*found[:-1], (), *found[-1:]) if () in newer.information and found else tuple(found)
