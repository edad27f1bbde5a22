"""Recurring kinds of paragraph: facts alone, worded by the templates of every language.

`templates/kinds.yaml` says which facts a kind takes; `templates/<tag>/paragraphs/<kind>.j2` has the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import get_args

from reportgen import wording
from reportgen.errors import InputError, ReportgenError, raise_all, suggestion
from reportgen.facts import NAME_KINDS, Names, Value
from reportgen.language import Language
from reportgen.located import LocatedDict, read
from reportgen.model.blocks import Paragraph
from reportgen.model.facts import WrittenFact
from reportgen.templates.render import FactReference, Standing
from reportgen.workspace import Workspace

VALUE_KINDS: tuple[str, ...] = (
    *NAME_KINDS,
    *(
        str(each.default)
        for model in get_args(Value)
        if model is not Names
        for each in fields(model)
        if each.name == "kind"
    ),
)
"""The kinds of value that a fact can have: place, count, date …"""

_KEYS = ("about", "facts", "optional", "one_of")
_FACT = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Kind:
    """The facts of a kind by name, each with the kinds of value it takes; those in `optional` may be left out."""

    facts: Mapping[str, tuple[str, ...]]
    optional: frozenset[str]
    one_of: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def kinds(workspace: Workspace) -> dict[str, Kind]:
    """All kinds that the templates have words for: the installed ones, and the user's, which go before them by name.

    An `InputError` with its place where a file says something else than kinds.
    """
    found: dict[str, Kind] = {}
    for path in reversed(workspace.all("templates", "kinds.yaml")):
        data = read(workspace, path)
        found |= {name: _kind(data, name) for name in data}
    return found


def _kind(data: LocatedDict, name: str) -> Kind:
    body = data[name]
    if not isinstance(body, LocatedDict):
        raise InputError(f"the kind '{name}' is a mapping", data.values_at[name].position, "facts: {place: place}")
    for key in body:
        if key not in _KEYS:
            raise InputError(f"a kind has no '{key}'", body.keys_at[key].position, suggestion(key, _KEYS))
    needed, optional = _taken(body, "facts"), _taken(body, "optional")
    one_of = body.get("one_of") or []
    for fact in one_of if isinstance(one_of, list) else [one_of]:
        if fact not in optional:
            hint = f"one of the facts under 'optional': {', '.join(optional) or 'there is none'}"
            raise InputError(f"'one_of' names no fact '{fact}'", body.values_at["one_of"].position, hint)
    return Kind({**needed, **optional}, frozenset(optional), tuple(one_of))


def _taken(body: LocatedDict, key: str) -> dict[str, tuple[str, ...]]:
    """The facts under a key, each with the kinds of value it takes."""
    facts = body.get(key)
    if facts is None:
        return {}
    if not isinstance(facts, LocatedDict):
        raise InputError(f"'{key}' is a mapping of facts", body.values_at[key].position, f"{key}: {{place: place}}")
    taken = {}
    for fact, written in facts.items():
        at = facts.values_at[fact].position
        taken[fact] = tuple(str(written).split(" or "))
        if not _FACT.fullmatch(fact):
            hint = "lower-case words joined by underscores"
            raise InputError(f"'{fact}' is not a valid name of a fact", facts.keys_at[fact].position, hint)
        for kind in taken[fact]:
            if kind not in VALUE_KINDS:
                raise InputError(f"there is no kind of fact '{kind}'", at, suggestion(kind, VALUE_KINDS))
    return taken


def kind_wording(paragraph: Paragraph, facts: Mapping[str, WrittenFact], language: Language) -> str:
    """The wording of a paragraph of a kind; errors with the place of the kind or of a fact that does not fit."""
    errors = list(_misfits(paragraph, language.workspace))
    raise_all(errors)
    known = kinds(language.workspace)[str(paragraph.kind)]
    values = {name: FactReference(name) if name in facts else None for name in known.facts}
    lengths = {f"{name}_length": len(fact.value.ids) for name, fact in facts.items() if isinstance(fact.value, Names)}
    text = Standing(language.workspace, language.tag, f"paragraphs/{paragraph.kind}.j2", {**values, **lengths}).text()
    raise_all(list(_unprinted(paragraph, text)))
    return text


def _misfits(paragraph: Paragraph, workspace: Workspace) -> Iterator[ReportgenError]:
    known = kinds(workspace)
    if paragraph.kind not in known:
        hint = suggestion(str(paragraph.kind), known)
        yield InputError(f"there is no kind of paragraph '{paragraph.kind}'", paragraph.position("kind"), hint)
        return
    kind = known[paragraph.kind]
    for name in kind.facts.keys() - kind.optional - paragraph.facts.keys():
        hint = f"add {name}: {{{kind.facts[name][0]}: …}}"
        yield InputError(
            f"a paragraph of the kind '{paragraph.kind}' has a fact '{name}'", paragraph.position("kind"), hint
        )
    if kind.one_of and not set(kind.one_of) & paragraph.facts.keys():
        message = f"a paragraph of the kind '{paragraph.kind}' has a fact {_either(kind.one_of)}"
        yield InputError(message, paragraph.position("kind"), f"add {kind.one_of[0]}: {{…}}")
    for name, fact in paragraph.facts.items():
        if name not in kind.facts:
            if not fact.inside:
                message = f"a paragraph of the kind '{paragraph.kind}' has no fact '{name}'"
                yield InputError(message, fact.place_of_value(), suggestion(name, kind.facts))
        elif fact.value.kind not in kind.facts[name]:
            message = f"the fact '{name}' of the kind '{paragraph.kind}' is a {' or a '.join(kind.facts[name])}"
            yield InputError(message, fact.place_of_value(), f"found a {fact.value.kind}")


def _either(names: tuple[str, ...]) -> str:
    return " or ".join(f"'{name}'" for name in names)


def _unprinted(paragraph: Paragraph, text: str) -> Iterator[InputError]:
    pieces = wording.scan(text)
    printed = {each.fact for each in wording.placeholders(pieces)}
    printed |= {
        filter_.arguments[0]
        for each in wording.placeholders(pieces)
        for filter_ in each.filters
        if filter_.name == "of"
    }
    for name, fact in paragraph.facts.items():
        if name not in printed and not fact.inside:
            message = f"the fact '{name}' of paragraph {paragraph.id} is not printed"
            yield InputError(message, fact.place_of_value(), f"the kind '{paragraph.kind}' prints it only with others")
