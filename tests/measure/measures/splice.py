"""Edits of real YAML files and catalogues as every system writes them: what is not edited keeps its bytes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportgen.catalogue import read
from reportgen.catalogue.splice import AddEntry, DropEntry, SetText
from reportgen.catalogue.splice import splice_entries as splice_catalogue
from reportgen.errors import ReportgenError
from reportgen.located import Delete, Edit, Insert, Move, Replace, YamlPath, parse
from reportgen.located.kept_text import normalized
from reportgen.located.splice import splice
from tests.measure.case import Measure, Outcome

_ROOT = Path(__file__).parents[3]
_PATTERNS = ("inputs/**/*.yaml", "locales/**/*.yaml", "templates/*.yaml", "tests/cases/**/*.yaml")
_FILES = sorted(path for pattern in _PATTERNS for path in _ROOT.glob(pattern) if path.stat().st_size < 40_000)
_CATALOGUES = sorted(_ROOT.glob("locales/*/*.po"))
_SHOWN = "file"
_TEXTS = (
    "Short", "a: b", "- a", "# a", "'", '"', "null", "12", "4.50", "", " ", "a\nb", "a\n\nb\n", "{{ a }}", "[a", "*b*",
    "a #b", "word " * 60, '{{ n | counted(one="# case", other="# cases") }} ' * 9, "\u2028", "\xa0", "中文。", "نص",
    "é" * 130, "?", "|", ">", "@", "%", "a  b",
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    *_TEXTS, 7, True, ["a", "b"], [["a", 1], [{"b": "c d"}]],
    {"id": "new", "facts": {"a": {"count": 3}}, "text": "Words. " * 30, "notes": {"n": "See: this."}},
)  # fmt: skip


@lru_cache(maxsize=256)
def _read(path: Path, kind: str) -> tuple[bytes, Any]:
    data = path.read_bytes()
    data = data.replace(b"\n", b"\r\n") if "windows" in kind else data
    data = b"\xef\xbb\xbf" + data if "mark" in kind else data
    data = data.rstrip(b"\r\n") if "no end" in kind else data
    return data, parse(normalized(data, _SHOWN), _SHOWN) if path.suffix == ".yaml" else None


def _places(data: Any, path: YamlPath = ()) -> Iterator[tuple[YamlPath, Any]]:
    yield path, data
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _places(value, (*path, step))


def _scalars(tree: Any) -> dict[YamlPath, Any]:
    return {path: value for path, value in _places(tree) if not isinstance(value, dict | list)}


def _owners(tree: Any, least: int = 1) -> list[tuple[YamlPath, Any]]:
    return [each for each in _places(tree) if isinstance(each[1], dict | list) and len(each[1]) >= least]


def _same(chance: random.Random, data: bytes, tree: Any) -> str:
    path, value = chance.choice(list(_scalars(tree).items()))
    return "" if splice(data, [Replace(path, value)], _SHOWN) == data else f"{path}: other bytes"


def _replaced(chance: random.Random, data: bytes, tree: Any) -> str:
    """Several scalars at once; each reads back, and all others are as they were."""
    known = {path: value for path, value in _scalars(tree).items() if isinstance(value, str)}
    wanted = {path: chance.choice(_TEXTS) for path in chance.sample(list(known), min(4, len(known)))}
    new = splice(data, [Replace(path, text) for path, text in wanted.items()], _SHOWN)
    found = _scalars(parse(normalized(new, _SHOWN), _SHOWN))
    for path, value in {**_scalars(tree), **wanted}.items():
        if found[path] != value and not (path in wanted and found[path] == f"{value}\n"):
            return f"{path}: {found[path]!r}"
    changed = set(data.splitlines()) - set(new.splitlines())
    touched = sum(str(known[path]).count(" ") + str(known[path]).count("\n") + 3 for path in wanted)
    return "" if len(changed) <= touched else f"{len(changed)} lines changed"


def _inserted(chance: random.Random, data: bytes, tree: Any) -> str:
    path, owner = chance.choice(_owners(tree))
    value = chance.choice(_VALUES)
    before = chance.choice([*owner, ""]) if isinstance(owner, dict) else ""
    place = (*path, chance.randrange(len(owner) + 1) if isinstance(owner, list) else "new_key")
    new = splice(data, [Insert(place, value, before)], _SHOWN)
    return "" if splice(new, [Delete(place)], _SHOWN) == data else f"{place} {value!r}: not as before"


def _deleted(chance: random.Random, data: bytes, tree: Any) -> str:
    """Several parts of one collection; the lines that are left stood there before."""
    path, owner = chance.choice(_owners(tree, 2))
    steps = list(owner) if isinstance(owner, dict) else list(range(len(owner)))
    gone = chance.sample(steps, chance.randrange(1, len(steps)))
    new = splice(data, [Delete((*path, step)) for step in gone], _SHOWN)
    return "" if len(new) < len(data) else f"{path} {gone}: not shorter"


def _moved(chance: random.Random, data: bytes, tree: Any) -> str:
    lists = [each for each in _owners(tree, 2) if isinstance(each[1], list)]
    if not lists:
        return "no place"
    path, items = chance.choice(lists)
    start = chance.randrange(len(items))
    end = chance.choice([place for place in range(len(items) + 1) if place not in (start, start + 1)])
    new = splice(data, [Move((*path, start), (*path, end))], _SHOWN)
    landed = end if end < start else end - 1
    again = splice(new, [Move((*path, landed), (*path, start if start < landed else start + 1))], _SHOWN)
    return "" if parse(normalized(again, _SHOWN), _SHOWN) == tree else f"{path} {start} {end}: other data"


def _mixed(chance: random.Random, data: bytes, tree: Any) -> str:
    """Edits of all kinds at once in one list; `splice` itself holds the outcome against the data."""
    lists = [each for each in _owners(tree, 4) if isinstance(each[1], list)]
    if not lists:
        return "no place"
    path, items = chance.choice(lists)
    first, second, *_ = chance.sample(range(len(items)), 4)
    edits: list[Edit] = [Delete((*path, first)), Move((*path, second), (*path, chance.randrange(len(items) + 1)))]
    edits += [Insert((*path, chance.randrange(len(items) + 1)), chance.choice(_VALUES)) for _ in range(2)]
    chance.shuffle(edits)
    found = parse(normalized(splice(data, edits, _SHOWN), _SHOWN), _SHOWN)
    for step in path:
        found = found[step]
    return "" if len(found) == len(items) + 1 else f"{path}: {len(found)} items"


def _catalogue(chance: random.Random, data: bytes, _: Any) -> str:
    before = read(normalized(data, _SHOWN), _SHOWN)
    name, text = chance.choice(list(before.entries)), chance.choice(_TEXTS)
    new = splice_catalogue(data, [SetText(name, text), AddEntry("new-one", "New", text, behind=name)], _SHOWN)
    found = read(normalized(new, _SHOWN), _SHOWN)
    if (found.entries[name].text, found.entries["new-one"].text) != (text, text):
        return f"{name}: {found.entries[name].text!r}"
    back = [SetText(name, before.entries[name].text), DropEntry("new-one")]
    again = read(normalized(splice_catalogue(new, back, _SHOWN), _SHOWN), _SHOWN)
    texts = [
        {each.id: (each.source, each.text, each.fuzzy) for each in side.entries.values()} for side in (again, before)
    ]
    return "" if texts[0] == texts[1] else f"{name}: other data"


_KINDS: dict[str, Callable[[random.Random, bytes, Any], str]] = {
    "the same": _same, "replace": _replaced, "insert": _inserted, "delete": _deleted, "move": _moved, "mixed": _mixed,
    "catalogue": _catalogue,
}  # fmt: skip
_SYSTEMS = ("as it is", "windows", "mark", "windows, mark", "no end")


def _tried(chance: random.Random, number: int, _: Path) -> Outcome:
    names = list(_KINDS)
    name, system = names[number % len(names)], _SYSTEMS[number % len(_SYSTEMS)]
    path = chance.choice(_CATALOGUES if name == "catalogue" else _FILES)
    data, tree = _read(path, system)
    try:
        said = _KINDS[name](chance, data, tree)
    except (ReportgenError, LookupError) as error:
        said = repr(error)
    word = said if said == "no place" else "wrong" if said else "kept"
    return Outcome(name, word, word != "wrong", f"{path.relative_to(_ROOT)} ({system})\n{said}", column=system)


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    wrong = sum(not each.passed for each in outcomes)
    if wrong:
        yield f"{wrong} edits of {len(outcomes)} lost or changed something"


MEASURE = Measure("edits of real files keep every other byte", 4_000, 70, _tried, _below)
