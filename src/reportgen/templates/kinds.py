"""Recurring kinds of paragraph: facts alone, worded by the templates of every language.

`templates/kinds.yaml` says which facts a kind takes; `templates/<tag>/paragraphs/<kind>.j2` has the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportgen import wording
from reportgen.errors import InputError, ReportgenError, raise_all, suggestion
from reportgen.facts import Names
from reportgen.language import Language
from reportgen.located import read
from reportgen.model.blocks import Paragraph
from reportgen.model.facts import WrittenFact
from reportgen.templates.render import FactReference, Standing
from reportgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Kind:
    """The facts of a kind by name, each with the kinds of value it takes; those in `optional` may be left out."""

    facts: Mapping[str, tuple[str, ...]]
    optional: frozenset[str]
    one_of: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def kinds(workspace: Workspace) -> dict[str, Kind]:
    """All kinds that the templates have words for."""
    path = workspace.find("templates", "kinds.yaml")
    data = read(path, workspace.shown(path)) if path else {}
    return {
        name: Kind(
            {fact: tuple(str(value).split(" or ")) for fact, value in {**body["facts"], **body["optional"]}.items()},
            frozenset(body["optional"]),
            tuple(body.get("one_of", ())),
        )
        for name, body in data.items()
    }


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
