"""Items and keys of blocks, one or more lines each: where a new one goes, and what is deleted with an old one."""

from __future__ import annotations

import re

import yaml

from reportgen.errors import InputError
from reportgen.located.parts import YamlParts, keeps_breaks, line_end, line_start
from reportgen.located.plan import Indexes, PlanStep, node_at
from reportgen.located.render import Models, Renderer
from reportgen.located.scalars import file_width

TextChange = tuple[int, int, str]
"""A change of a text: start, end, and the new text between them."""


def delete_part(parts: YamlParts, root: yaml.Node, step: PlanStep) -> TextChange:
    """The change that deletes a part with its comments and the blank lines around it."""
    text, index = parts.text, step.index
    if len(parts.all) == 1:
        return _emptied(parts, root, step.container)
    begin, end = parts.begin(index), parts.finish(index)
    if parts.is_inline(index):
        return _inline_deleted(parts)
    if index and not parts.between(index).strip():
        return parts.finish(index - 1), end, ""
    if index < len(parts.all) - 1:
        # With the blank lines behind it, so that the next part stands where this one stood.
        return begin, _blank_end(text, end), ""
    return _blank_begin(text, begin), end, ""


def _inline_deleted(parts: YamlParts) -> TextChange:
    """The change that deletes a first part which stands behind its owner's dash; the second part moves there."""
    text, first, second = parts.text, parts.all[0], parts.all[1]
    if "#" not in text[parts.finish(0) : second.start]:
        return first.start, second.start, ""
    before = text[line_start(text, first.start) : first.start].rstrip()
    return line_start(text, first.start) + len(before), parts.finish(0) - 1, ""


def _emptied(parts: YamlParts, root: yaml.Node, container: Indexes) -> TextChange:
    """The change that deletes the only part; empty brackets take the place of the block, which would read as null."""
    text = parts.text
    # A file without keys would no longer be a mapping.
    if not container:
        raise InputError("the last key of a file cannot be deleted", hint="delete the file instead")
    brackets = " {}" if isinstance(parts.node, yaml.MappingNode) else " []"
    head = _head_end(text, root, container)
    end = parts.finish(0)
    if parts.is_inline(0):
        return head, end, f"{brackets}\n"
    return head, end, brackets + text[head : line_end(text, head)]


def _head_end(text: str, root: yaml.Node, container: Indexes) -> int:
    """The place right behind the colon or the dash of a collection."""
    owner = YamlParts(text, node_at(root, container[:-1]), len(container) == 1)  # type: ignore[arg-type]
    part = owner.all[container[-1]]
    if isinstance(owner.node, yaml.SequenceNode):
        return part.start + 1
    key = owner.node.value[container[-1]][0]
    return text.index(":", key.end_mark.index) + 1


def insert_part(parts: YamlParts, root: yaml.Node, step: PlanStep) -> TextChange:
    """The change that inserts a new or moved part before the part that now has its index."""
    text, index, column = parts.text, step.index, parts.column
    lines = _lines(parts, root, step, column)
    if index:
        end = parts.finish(index - 1)
        blank = "" if keeps_breaks(text, parts.all[index - 1].value) else "\n" * _blank_lines(parts, index)
        return end, end, blank + lines
    if not parts.is_inline(0):
        begin = parts.begin(0)
        return begin, begin, lines + "\n" * _blank_lines(parts, 1)
    start = parts.all[0].start
    # A comment cannot stand behind the dash, so the carried lines begin on one of their own.
    if lines.lstrip(" ").startswith("#"):
        before = line_start(text, start) + len(text[line_start(text, start) : start].rstrip())
        return before, start, f"\n{lines}{' ' * column}"
    return start, start, lines[column:] + " " * column


def _lines(parts: YamlParts, root: yaml.Node, step: PlanStep, column: int) -> str:
    carried = step.carried
    if carried is not None and not carried.in_brackets:
        return shifted(carried.text, column - carried.column)
    renderer = Renderer(parts.text, file_width(parts.text))
    models = models_of(parts, root, step)
    return renderer.part(step.key, step.value, column, models)


def shifted(lines: str, columns: int) -> str:
    """Lines indented by more columns, or by fewer as far as their blanks allow."""
    if columns >= 0:
        return re.sub(r"^(?=[^\n])", " " * columns, lines, flags=re.MULTILINE)
    return re.sub(rf"^ {{1,{-columns}}}", "", lines, flags=re.MULTILINE)


def models_of(parts: YamlParts, root: yaml.Node, step: PlanStep) -> Models:
    """The nodes whose style a new part copies: the same key in neighbours of its owner, then its own neighbours."""
    nearest = sorted(parts.all, key=lambda part: (abs(part.index - step.index + 0.5), part.index))
    siblings = tuple(part.value for part in nearest)
    if not step.key:
        return siblings
    styles = {(type(each), each.style) for each in siblings if isinstance(each, yaml.ScalarNode)}
    # A single neighbour or mixed ones say nothing of how this key is usually written.
    alike = len(styles) == 1 and len(siblings) > 1
    own = tuple(each for each in siblings if alike or not isinstance(each, yaml.ScalarNode))
    return (*_cousins(root, step), *own)


def _cousins(root: yaml.Node, step: PlanStep) -> Models:
    """The values of the same key in the neighbours of the owner, nearest first."""
    if not step.container:
        return ()
    family = node_at(root, step.container[:-1]).value
    near = sorted(range(len(family)), key=lambda index: abs(index - step.container[-1]))
    members = [family[index][1] if isinstance(family[index], tuple) else family[index] for index in near]
    mappings = [each for each in members if isinstance(each, yaml.MappingNode)]
    return tuple(value for each in mappings for key, value in each.value if key.value == step.key)


def _blank_lines(parts: YamlParts, index: int) -> int:
    """How many blank lines stand between two neighbours there."""
    last = len(parts.all) - 1
    if not last:
        return 0
    at = min(max(index, 1), last)
    if keeps_breaks(parts.text, parts.all[at - 1].value):
        return 0
    between = parts.between(at)
    return 0 if between.strip() else between.count("\n")


def _blank_end(text: str, at: int) -> int:
    while at < len(text) and not text[at : line_end(text, at)].strip():
        at = line_end(text, at)
    return at


def _blank_begin(text: str, at: int) -> int:
    while at and not text[line_start(text, at - 1) : at].strip():
        at = line_start(text, at - 1)
    return at
