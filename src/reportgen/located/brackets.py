"""Items and keys in brackets, with their commas and, where each has a line, their comments."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from reportgen.errors import InputError
from reportgen.located.blocks import TextChange, models_of
from reportgen.located.parts import YamlParts, line_end, line_start
from reportgen.located.plan import PlanStep, node_at
from reportgen.located.render import Renderer, key_text
from reportgen.located.scalars import file_width

_COMMA = re.compile(r"[ \t\n]*,")
_COMMENT = re.compile(r"[ \t]*(#[^\n]*)?\n")


def insert_flow_part(parts: YamlParts, root: yaml.Node, step: PlanStep) -> TextChange:
    """The change that inserts a part in brackets before the part that now has its index."""
    if not parts.all:
        return _first(parts, root, step)
    new = _written(parts, root, step)
    if not step.index:
        start = parts.all[0].start
        return start, start, new + _separator(parts, 1)
    end = parts.all[step.index - 1].end
    return end, end, _separator(parts, step.index) + new


def _written(parts: YamlParts, root: yaml.Node, step: PlanStep) -> str:
    carried = step.carried
    if carried is not None and carried.in_brackets:
        return carried.text
    written = Renderer(parts.text, file_width(parts.text)).flow(step.value, models_of(parts, root, step))
    return f"{key_text(step.key)}: {written}" if step.key else written


def _separator(parts: YamlParts, index: int) -> str:
    """The text between two parts: a comma, and a blank or a line end with its indent."""
    text, found = parts.text, parts.all
    if len(found) == 1:
        start = found[0].start
        lead = text[line_start(text, start) : start]
        return ", " if lead.strip() else f",\n{lead}"
    at = min(max(index, 1), len(found) - 1)
    between = text[found[at - 1].end : found[at].start]
    # A comment between two parts belongs to one of them and is not copied.
    return f",\n{between.rpartition(chr(10))[2]}" if "#" in between else between


def _first(parts: YamlParts, root: yaml.Node, step: PlanStep) -> TextChange:
    """The change that fills empty brackets; a long or deep part turns them into a block."""
    text, start, end = parts.text, parts.node.start_mark.index, parts.node.end_mark.index
    written = _written(parts, root, step)
    owner = node_at(root, step.container[:-1]) if step.container else None
    if isinstance(owner, yaml.MappingNode) and not owner.flow_style and _is_long(step, written):
        column = YamlParts(text, owner).column + 2
        lines = Renderer(text, file_width(text)).part(step.key, step.value, column, ())
        rest = text[end : line_end(text, end)]
        return len(text[:start].rstrip(" ")), line_end(text, end), f"{rest}{lines}"
    return start + 1, end - 1, written


def _is_long(step: PlanStep, written: str) -> bool:
    return len(written) > 60 or (not step.key and isinstance(step.value, Mapping))


def delete_flow_part(parts: YamlParts, root: yaml.Node, step: PlanStep) -> TextChange:
    """The change that takes a part away with its comma; an `InputError` where a comment stands on a shared line."""
    text, found, index = parts.text, parts.all, step.index
    part = found[index]
    if len(found) == 1:
        comma = _COMMA.match(text, part.end)
        return part.start, comma.end() if comma else part.end, ""
    begin, end = (found[index - 1].end, part.end) if index else (part.start, found[1].start)
    behind = found[index + 1].start if index + 1 < len(found) else parts.node.end_mark.index
    if "#" not in text[begin : part.start] + text[part.end : behind]:
        return begin, end, ""
    first = line_start(text, part.start)
    comma = _COMMA.match(text, part.end)
    last = _COMMENT.match(text, comma.end() if comma else part.end)
    if text[first : part.start].strip() or last is None:
        raise InputError(
            "a comment stands in the brackets, beside what is deleted", hint="move it out of the brackets first"
        )
    while text[line_start(text, first - 1) : first].lstrip().startswith("#"):
        first = line_start(text, first - 1)
    return first, last.end(), ""
