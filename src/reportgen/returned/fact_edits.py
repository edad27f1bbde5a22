"""A new value for a fact as edits of the file that keeps it, in the notation that its author chose."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from reportgen.facts import Names, Value
from reportgen.located.edits import Delete, Edit, Insert, Replace, Scalar, YamlData, YamlPath
from reportgen.located.splice import splice
from reportgen.located.yaml import parse
from reportgen.model.notation import ORDER, SERIES, VALUE_KEYS, written_fact
from reportgen.model.written_fact import FACT_KINDS


def fact_edits(path: YamlPath, written: Mapping[str, Any], value: Value) -> list[Edit]:
    """The edits that give a fact, as its author has written it, another value; none where it has it already."""
    kind = next(key for key in written if key in FACT_KINDS)
    new = written_fact(_in_notation(value, kind, written))
    kinds = {kind, *VALUE_KEYS.get(kind, ())}
    edits: list[Edit] = []
    for key in kinds & written.keys():
        if key not in new:
            edits.append(Delete((*path, key)))
    # A series sets counts in figures together; of another kind of fact it would be an unknown key.
    edits += [Delete((*path, key)) for key in (SERIES, ORDER) if key in written and kind not in new]
    after = _key_behind(written, kind)
    for key, each in new.items():
        if key in written:
            edits += _value_edits((*path, key), written[key], each)
        else:
            edits.append(Insert((*path, key), each, after))
    return edits


def fact_like(written: Mapping[str, Any] | None, value: Value) -> dict[str, YamlData]:
    """A fact as data, with all that another one says beside its value: what it counts, its series."""
    if not written:
        return written_fact(value)
    path: YamlPath = ("fact",)
    text = json.dumps({"fact": written}, default=str, ensure_ascii=False)
    data = splice(text.encode(), fact_edits(path, written, value), "fact")
    found: dict[str, YamlData] = parse(data.decode(), "fact")["fact"]
    return found


def _in_notation(value: Value, kind: str, written: Mapping[str, Any]) -> Value:
    """The value with names listed as they were: the kept ones in their order where the language sorts them."""
    if not isinstance(value, Names):
        return value
    old = written[kind] if isinstance(written[kind], list) else [written[kind]]
    if isinstance(written[kind], list):
        value = replace(value, many=True)
    given = written.get(ORDER, "sorted" if value.kind == "place" else "given") == "given"
    if given or not isinstance(written[kind], list):
        return value
    known = [name for name in map(str, old) if name in value.ids]
    return replace(value, ids=(*known, *(name for name in value.ids if name not in known)))


def _key_behind(written: Mapping[str, Any], kind: str) -> str:
    """The key before which a new part of the value goes: the first behind the kind that is none of it."""
    keys = list(written)
    behind = keys[keys.index(kind) + 1 :]
    return next((key for key in behind if key not in VALUE_KEYS.get(kind, ())), "")


def _value_edits(path: YamlPath, old: Any, new: YamlData) -> Iterator[Edit]:
    if isinstance(new, Sequence) and not isinstance(new, str):
        yield from _list_edits(path, [old] if not isinstance(old, list) else old, list(new))
    elif not isinstance(new, Mapping) and not _is_same(old, new):
        yield Replace(path, _as_written(old, new))


def _list_edits(path: YamlPath, old: list[Any], new: list[Any]) -> Iterator[Edit]:
    """The edits of a list; items that stay are not touched."""
    items = [str(each) for each in old]
    wanted = [str(each) for each in new]
    for tag, start, end, first, last in SequenceMatcher(None, items, wanted, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        both = min(end - start, last - first)
        for offset in range(both):
            yield Replace((*path, start + offset), _as_written(old[start + offset], new[first + offset]))
        yield from (Delete((*path, index)) for index in range(start + both, end))
        model = old[0] if old else ""
        yield from (Insert((*path, end), _as_written(model, each)) for each in new[first + both : last])


def _is_same(old: Any, new: Scalar) -> bool:
    """Whether a scalar stays as it is: "3.75" in quotes is the number 3.75, but 4.50 is not 4.5."""
    return type(old) is not bool and str(old) == str(new)


def _as_written(old: Any, new: Any) -> Scalar:
    """The new value in quotes where the old one was: "3.75"; a goal as a number where the old one was."""
    if isinstance(old, str) and not isinstance(new, str):
        return f"{new:f}" if isinstance(new, Decimal) else str(new)
    if isinstance(old, int) and isinstance(new, str) and new.isdigit():
        return int(new)
    return new  # type: ignore[no-any-return]
