"""Several copies of one report at once: what they say alike is taken once, and where they clash is a conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from reportgen.returned.changes import Change
from reportgen.returned.operations import DeleteBlock, MoveBlock, Operation, SetTranslation, SetWording

_Place = tuple[Hashable, ...]


def taken_together(copies: Sequence[Sequence[Change]]) -> list[Change]:
    """The changes of all copies in the order of the first that has each; those that clash are in conflict.

    What copies say of one piece stands together.
    """
    merged: dict[tuple[Hashable, ...], Change] = {}
    for change in (each for copy in copies for each in copy):
        key = (change.language, change.id, change.word, change.texts, change.state, change.operations)
        known = merged.get(key)
        merged[key] = replace(known, files=_united(known.files, change.files)) if known else change
    places: dict[tuple[str, str], list[Change]] = {}
    for change in merged.values():
        places.setdefault((change.language, change.id), []).append(change)
    return list(_without_clashes([each for together in places.values() for each in together]))


def _united(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _without_clashes(changes: Sequence[Change]) -> Iterator[Change]:
    words = _words_by_place(changes)
    values = _values_by_fact(changes)
    for change in changes:
        others = [each for place, _ in _said(change) for each in words[place] if each is not change]
        clash = next((each for each in others if _clash(change, each)), None)
        two = [each.name for each in change.facts if len(values[_fact_key(change, each.owner, each.name)]) > 1]
        if clash:
            yield change.against(f"{', '.join(clash.files) or 'another place'} says otherwise: {clash.texts[1]}")
        elif two:
            yield change.against(f"the fact '{two[0]}' came back with two values")
        else:
            yield change


def _fact_key(change: Change, owner: str, name: str) -> tuple[str, str, str]:
    return change.language, owner, name


def _values_by_fact(changes: Sequence[Change]) -> dict[tuple[str, str, str], set[str]]:
    """All values with which each fact came back, by language, block and name."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for change in changes:
        for fact in change.facts:
            if fact.word == "changed":
                found[_fact_key(change, fact.owner, fact.name)].add(fact.new_stated)
    return found


def _words_by_place(changes: Sequence[Change]) -> dict[_Place, list[Change]]:
    found: dict[_Place, list[Change]] = defaultdict(list)
    for change in changes:
        for place, _ in _said(change):
            found[place].append(change)
    return found


def _said(change: Change) -> Iterator[tuple[_Place, Hashable]]:
    """The places that a change says something of, each with what it says."""
    if not change.operations and change.is_open:
        yield ("block", change.language, change.id), change.texts[1]
    for operation in change.operations:
        yield from _of_operation(operation)


def _of_operation(operation: Operation) -> Iterator[tuple[_Place, Hashable]]:
    match operation:
        case SetWording():
            yield ("block", operation.piece), operation.text
        case SetTranslation():
            yield ("block", operation.language, operation.piece), operation.text
        case DeleteBlock():
            yield ("block", operation.id), None
        case MoveBlock():
            yield ("place", operation.id), (operation.after, operation.inside)
        case _:
            return


def _clash(one: Change, other: Change) -> bool:
    """Whether two changes say different things of one place."""
    there = dict(_said(other))
    return any(place in there and there[place] != said for place, said in _said(one))
