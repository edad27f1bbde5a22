"""The data that a YAML file must hold after edits: the same steps, done on the data alone.

Independent of how the text is changed, so that a fault there cannot hide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportgen.located.edits import Delete, Replace, YamlPath
from reportgen.located.plan import PlanStep


class NewText(str):
    """A text from an edit; written as a block, it may read back with a line break at its end."""

    __slots__ = ()


def pairs(data: Any, is_new: bool = False) -> Any:
    """Data in which mappings are lists of [key, value], so that steps can count through all alike."""
    if isinstance(data, Mapping):
        return {"pairs": [[key, pairs(value, is_new)] for key, value in data.items()]}
    if isinstance(data, Sequence) and not isinstance(data, str):
        return [pairs(value, is_new) for value in data]
    return NewText(data) if is_new and isinstance(data, str) else data


def value_at(data: Any, path: YamlPath) -> Any:
    """The value at a path; none where there is nothing."""
    for step in path:
        if isinstance(data, Mapping) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, Sequence) and isinstance(step, int) and -1 < step < len(data):
            data = data[step]
        else:
            return None
    return data


def expected(data: Any, steps: Sequence[PlanStep]) -> Any:
    """The data after the steps, made from the last place to the first; `data` is from `pairs`."""
    # From the end, as in the text, so that no index moves before its turn.
    for step in reversed(steps):
        here = data
        for index in step.container:
            here = here["pairs"][index][1] if isinstance(here, dict) else here[index]
        _apply(here, step)
    return data


def _apply(items: Any, step: PlanStep) -> None:
    children: list[Any] = items["pairs"] if isinstance(items, dict) else items
    if isinstance(step.edit, Delete):
        del children[step.index]
        return
    value = pairs(step.edit.value, is_new=True) if step.carried is None else step.carried.value
    if isinstance(step.edit, Replace):
        if isinstance(items, dict):
            children[step.index][1] = value
        else:
            children[step.index] = value
        return
    children.insert(step.index, [step.key, value] if isinstance(items, dict) else value)


def is_same(found: Any, wanted: Any) -> bool:
    """Whether data that was read is what was to be written."""
    if isinstance(wanted, NewText):
        return isinstance(found, str) and found in (wanted, f"{wanted}\n")
    if isinstance(wanted, dict):
        return isinstance(found, dict) and is_same(found["pairs"], wanted["pairs"])
    if isinstance(wanted, list):
        return (
            isinstance(found, list)
            and len(found) == len(wanted)
            and all(is_same(one, other) for one, other in zip(found, wanted, strict=True))
        )
    if isinstance(wanted, str) or wanted is None or isinstance(wanted, bool):
        return (
            isinstance(found, str) == isinstance(wanted, str)
            and bool(found == wanted)
            # In Python True == 1, and YAML true is not 1.
            and (isinstance(found, bool) == isinstance(wanted, bool))
        )
    return not isinstance(found, str | bool) and found is not None and str(float(found)) == str(float(wanted))
