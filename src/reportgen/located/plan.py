"""The order of edits: from the end of the file to its beginning, so that no place moves before its turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from reportgen.errors import InputError, Position, suggestion
from reportgen.located.edits import Delete, Edit, Insert, Move, Replace, YamlData, YamlPath
from reportgen.record import record

Indexes = tuple[int, ...]
"""The path to a node by positions of items and keys, both from 0."""


@record
class Carried:
    """A moved part: its value, its lines as they stand in the file, and the column where they begin."""

    value: Any
    text: str
    column: int
    in_brackets: bool


@record
class PlanStep:
    """One change at one place: part `index` of the collection `container` is replaced or deleted, or a new part is
    inserted before it."""

    container: Indexes
    index: int
    edit: Replace | Delete | Insert
    carried: Carried | None = None

    @property
    def order(self) -> tuple[float, ...]:
        """The key to sort by place in the file; an insertion comes just before the part that has its index."""
        return (*self.container, self.index - 0.5 if isinstance(self.edit, Insert) else self.index)

    @property
    def value(self) -> YamlData:
        """The new value: that of the edit, or of the moved part."""
        if self.carried is not None:
            moved: YamlData = _plain(self.carried.value)
            return moved
        return None if isinstance(self.edit, Delete) else self.edit.value

    @property
    def key(self) -> str:
        """The key of what is inserted in a mapping; empty in a list."""
        last = self.edit.path[-1]
        return last if isinstance(last, str) else ""


class Plan:
    """Resolves the places of edits in the nodes of a file."""

    def __init__(self, root: yaml.Node, shown: str) -> None:
        self.root, self.shown = root, shown

    def step(self, edit: Replace | Delete | Insert, carried: Carried | None = None) -> PlanStep:
        """The step that an edit is; an `InputError` where its place is not in the file."""
        if not edit.path:
            raise self._error("the whole file is no item and no key", self.root)
        container = self.indexes(edit.path[:-1])
        node = node_at(self.root, container)
        if isinstance(edit, Insert):
            return PlanStep(container, self._place(node, edit), edit, carried)
        index = self._index(node, edit.path[-1])
        # Replacing a list or mapping would drop the comments in it; callers delete and insert instead.
        if isinstance(edit, Replace) and not isinstance(node_at(node, (index,)), yaml.ScalarNode):
            raise self._error(f"'{dotted(edit.path)}' is a list or a mapping, not a value", node)
        return PlanStep(container, index, edit, carried)

    def indexes(self, path: YamlPath) -> Indexes:
        """The places along a path."""
        found: Indexes = ()
        node = self.root
        for step in path:
            index = self._index(node, step)
            found, node = (*found, index), node_at(node, (index,))
        return found

    def _index(self, node: yaml.Node, step: str | int) -> int:
        if isinstance(node, yaml.MappingNode) and isinstance(step, str):
            keys = [str(key.value) for key, _ in node.value]
            if step not in keys:
                raise self._error(f"there is no key '{step}' here", node, suggestion(step, keys))
            return keys.index(step)
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if not 0 <= step < len(node.value):
                raise self._error(f"there is no item {step} in this list of {len(node.value)}", node)
            return step
        raise self._error(f"there is no {'key' if isinstance(step, str) else 'item'} '{step}' here", node)

    def _place(self, node: yaml.Node, edit: Insert) -> int:
        step = edit.path[-1]
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if 0 <= step <= len(node.value):
                return step
            raise self._error(f"there is no place {step} in this list of {len(node.value)}", node)
        if isinstance(node, yaml.MappingNode) and isinstance(step, str):
            return self._index(node, edit.before) if edit.before else len(node.value)
        raise self._error(f"'{step}' cannot be put here", node, "expected a list for an item, a mapping for a key")

    def _error(self, message: str, node: yaml.Node, hint: str = "") -> InputError:
        mark = node.start_mark
        return InputError(message, Position(self.shown, mark.line + 1, mark.column + 1), hint)


def node_at(node: yaml.Node, indexes: Indexes) -> yaml.Node:
    """The node at some places below another one."""
    for index in indexes:
        child = node.value[index]
        node = child[1] if isinstance(child, tuple) else child
    return node


def inner_edits(move: Move, edits: Sequence[Edit]) -> list[Edit]:
    """The edits inside a moved part."""
    return [each for each in edits if each is not move and _is_inside(_place_of(each), move.path)]


def outer_edits(edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits that are not inside a moved part."""
    moved = [each.path for each in edits if isinstance(each, Move)]
    for each in edits:
        own = [path for path in moved if not (isinstance(each, Move) and path == each.path)]
        if not any(_is_inside(_place_of(each), path) for path in own):
            yield each


def require_apart(edits: Sequence[Edit], shown: str) -> None:
    """Raise an `InputError` where two edits touch the same node, or one lies inside what another deletes."""
    touched = [each.path for each in edits if not isinstance(each, Insert)]
    # A part may move and get a new value in one go.
    moved_and_replaced = {each.path for each in edits if isinstance(each, Move)} & {
        each.path for each in edits if isinstance(each, Replace)
    }
    for path in touched:
        if touched.count(path) > 1 + (path in moved_and_replaced):
            raise InputError(f"'{dotted(path)}' is changed twice", Position(shown, 1, 1), "change it once")
    gone = [each.path for each in edits if isinstance(each, Delete)]
    for each in edits:
        target = each.to[:-1] if isinstance(each, Move) else None
        for path in gone:
            if each.path != path and (_is_inside(_place_of(each), path) or _is_inside(target, path)):
                raise InputError(
                    f"'{dotted(each.path)}' is changed inside of what is deleted",
                    Position(shown, 1, 1),
                    "leave one of the two out",
                )
        if target is not None and any(_is_inside(target, other.path) for other in edits if isinstance(other, Move)):
            raise InputError(
                f"'{dotted(each.path)}' cannot move into what moves itself", Position(shown, 1, 1), "move one of them"
            )


def _place_of(edit: Edit) -> YamlPath:
    return edit.path[:-1] if isinstance(edit, Insert) else edit.path


def _is_inside(path: YamlPath | None, whole: YamlPath) -> bool:
    return path is not None and path[: len(whole)] == whole


def dotted(path: YamlPath) -> str:
    """A path as messages print it: sections.0.text."""
    return ".".join(map(str, path))


def _plain(value: Any) -> Any:
    """Data from `outcome.pairs` as mappings and lists again."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value["pairs"]}
    return [_plain(each) for each in value] if isinstance(value, list) else value
