"""Edits of a YAML file in its text; every byte outside the edited nodes stays as it is.

Comments, order, folding, quotes, brackets or blocks, line ends and a byte order mark are kept; a new item copies the
style of its neighbour. The result is read again, and where it does not hold what the edits say, nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from reportgen.errors import InputError, Position
from reportgen.located.blocks import delete_part, insert_part
from reportgen.located.brackets import delete_flow_part, insert_flow_part
from reportgen.located.edits import Delete, Edit, Insert, Move, Replace
from reportgen.located.kept_text import KeptText, require_unchanged
from reportgen.located.outcome import NewText, expected, is_same, pairs, value_at
from reportgen.located.parts import YamlParts, block_end
from reportgen.located.plan import Carried, Plan, PlanStep, dotted, inner_edits, node_at, outer_edits, require_apart
from reportgen.located.scalars import file_width, scalar_number, scalar_text, style_of
from reportgen.located.yaml import composed, parse

_BY_HAND = "make this change by hand in the file"


def splice(data: bytes, edits: Sequence[Edit], shown: str, read: str = "") -> bytes:
    """The file with the edits made; `read` is the digest of the text that they were made for (`digest_of`).

    An `InputError` where the file has changed since, where a place is not in it, where two edits touch one node, or
    where an edit cannot be written without touching its neighbours.
    """
    kept = KeptText.of(data, shown)
    require_unchanged(kept.text, read, shown)
    if not edits:
        return data
    # A line end is added for the work and taken away again, since all parts are taken to end in one.
    has_end = kept.text.endswith("\n")
    if not has_end:
        kept = kept.changed(len(kept.text), len(kept.text), "\n")
    kept = _spliced(kept, edits, shown)
    if not has_end and kept.text.endswith("\n"):
        kept = kept.changed(len(kept.text) - 1, len(kept.text), "")
    return kept.data


def _spliced(kept: KeptText, edits: Sequence[Edit], shown: str) -> KeptText:
    require_apart(edits, shown)
    before = parse(kept.text, shown)
    root = composed(kept.text)
    assert root is not None
    # Edits that change nothing are dropped, else they would bring the value into another style.
    steps = _steps(kept, root, [each for each in edits if not _is_done(each, before)], shown)
    for step in reversed(steps):
        if isinstance(step.edit, Replace):
            kept = _replaced(kept, root, step, shown)
            continue
        root = composed(kept.text)
        assert root is not None
        try:
            kept = _restructured(kept, root, step)
        except InputError as error:
            raise InputError(error.message, _position(root, step, shown), error.hint or _BY_HAND) from None
    # The proof: whatever the cases above did, the file must read back as the edits say.
    _require_outcome(kept, expected(pairs(before), steps), shown)
    return kept


def _is_done(edit: Edit, before: Any) -> bool:
    """Whether a scalar already has its new value; then its way of writing is left alone."""
    if not isinstance(edit, Replace):
        return False
    found = value_at(before, edit.path)
    if isinstance(edit.value, str):
        return is_same(found, NewText(edit.value))
    return type(found) is type(edit.value) and scalar_number(found) == scalar_number(edit.value)


def _steps(kept: KeptText, root: yaml.Node, edits: Sequence[Edit], shown: str) -> list[PlanStep]:
    """The steps in the order of their places; several insertions at one place keep the order of the edits."""
    plan = Plan(root, shown)
    steps = []
    for edit in outer_edits(edits):
        if isinstance(edit, Move):
            carried = _carried(kept, edit, edits, shown)
            steps.append(plan.step(Delete(edit.path)))
            steps.append(plan.step(Insert(edit.to, None, edit.before), carried))
        else:
            steps.append(plan.step(edit))
    return sorted(steps, key=lambda step: step.order)


def _carried(kept: KeptText, move: Move, edits: Sequence[Edit], shown: str) -> Carried:
    """The moved part, after the edits inside it."""
    # Edits inside a moved part are made before its lines are taken.
    inner = inner_edits(move, edits)
    text = _spliced(kept, inner, shown).text if inner else kept.text
    root = composed(text)
    assert root is not None
    *container, index = Plan(root, shown).indexes(move.path)
    parts = YamlParts(text, node_at(root, tuple(container)), not container)  # type: ignore[arg-type]
    value = value_at(parse(text, shown), move.path)
    part = parts.all[index]
    if parts.in_brackets:
        return Carried(pairs(value), text[part.start : part.end], 0, True)
    lines = text[parts.begin(index) : parts.finish(index)]
    column = parts.column
    return Carried(pairs(value), " " * column + lines if parts.is_inline(index) else lines, column, False)


def _replaced(kept: KeptText, root: yaml.Node, step: PlanStep, shown: str) -> KeptText:
    assert isinstance(step.edit, Replace)
    container = node_at(root, step.container)
    node = node_at(container, (step.index,))
    assert isinstance(node, yaml.ScalarNode)
    assert isinstance(container, yaml.CollectionNode)
    text, start, value = kept.text, node.start_mark.index, step.edit.value
    at = _position(root, step, shown)
    # A value behind an anchor would change in other places too.
    if text[start : start + 1] in ("&", "*", "!"):
        raise InputError(f"'{dotted(step.edit.path)}' has an anchor or a tag", at, _BY_HAND)
    style = style_of(text, node, bool(container.flow_style), file_width(text))
    try:
        new = scalar_text(value, style)
    except InputError as error:
        raise InputError(error.message, at, error.hint) from None
    end = block_end(text, node) if node.style in ("|", ">") else node.end_mark.index
    if start == end:
        new = f" {new}"
    return kept.changed(start, end, new)


def _restructured(kept: KeptText, root: yaml.Node, step: PlanStep) -> KeptText:
    container = node_at(root, step.container)
    parts = YamlParts(kept.text, container, not step.container)  # type: ignore[arg-type]
    if isinstance(step.edit, Delete):
        delete = delete_flow_part if parts.in_brackets else delete_part
        return kept.changed(*delete(parts, root, step))
    insert = insert_flow_part if parts.in_brackets else insert_part
    return kept.changed(*insert(parts, root, step))


def _require_outcome(kept: KeptText, wanted: Any, shown: str) -> None:
    """Raise an `InputError` where the new text does not read back as the edits demand; nothing is written then."""
    try:
        found = pairs(parse(kept.text, shown))
    except InputError as error:
        message = f"the change cannot be written: {error.message}"
        raise InputError(message, error.position, _BY_HAND) from None
    if not is_same(found, wanted):
        raise InputError("the change cannot be written so that it reads back", Position(shown), _BY_HAND)


def _position(root: yaml.Node, step: PlanStep, shown: str) -> Position:
    container = node_at(root, step.container)
    children = container.value
    node = node_at(container, (step.index,)) if step.index < len(children) else container
    text_start = node.start_mark
    return Position(shown, text_start.line + 1, text_start.column + 1)
