"""The masthead of an older edition, line by line from the names of its lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.record import replace
from reportgen.tree import nodes as tree
from reportgen.tree.inlines import Content
from reportgen.tree.masthead import LINE_IDS

_INFORMATION, _FURTHER_TITLE = "masthead/information-", "agenda-title-"


def rebuilt_masthead(lines: Mapping[str, Content], newer: tree.Masthead) -> tree.Masthead:
    """The masthead of some lines by their names; the newer one where none is known."""
    if not lines:
        return newer
    named: dict[str, Any] = {field: lines.get(name, ()) for field, name in LINE_IDS.items()}
    further = tuple(content for name, content in lines.items() if name.startswith(_FURTHER_TITLE))
    return replace(newer, information=_information(lines, newer), further_titles=further, **named)


def _information(lines: Mapping[str, Content], newer: tree.Masthead) -> tuple[Content, ...]:
    """The information block; an empty line stands before its last one, as in the newer edition."""
    found = [content for name, content in lines.items() if name.startswith(_INFORMATION)]
    return (*found[:-1], (), *found[-1:]) if () in newer.information and found else tuple(found)
