"""Recurring kinds of paragraph: facts alone, worded by the templates of every language.

`templates/kinds.yaml` says which facts a kind takes; `templates/<tag>/paragraphs/<kind>.j2` has the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, RootModel, model_validator
from pydantic_core import PydanticCustomError

from reportgen import wording
from reportgen.errors import InputError, Position, ReportgenError, raise_all, suggestion
from reportgen.facts import NAME_KINDS, Names, Value
from reportgen.language import Language
from reportgen.located import read
from reportgen.located.validate import Loc, Terms, validated
from reportgen.model.blocks import Paragraph
from reportgen.model.written import FactName
from reportgen.model.written_fact import WrittenFact
from reportgen.record import default_of
from reportgen.templates.render import FactReference, StandingWords
from reportgen.workspace import Workspace

VALUE_KINDS: tuple[str, ...] = (
    *NAME_KINDS,
    *(str(default_of(model, "kind")) for model in get_args(Value) if model is not Names),
)
"""The kinds of value that a fact can have: place, count, date …"""


def _kinds_of_value(written: Any) -> tuple[str, ...]:
    """The kinds of value that are written as "place or places"."""
    found = tuple(str(written).split(" or "))
    for kind in found:
        if kind not in VALUE_KINDS:
            context = {"kind": kind, "hint": suggestion(kind, VALUE_KINDS)}
            raise PydanticCustomError("kind", "there is no kind of fact '{kind}'", context)
    return found


TakenFacts = Annotated[
    dict[FactName, Annotated[tuple[str, ...], BeforeValidator(_kinds_of_value)]],
    BeforeValidator(lambda written: {} if written is None else written),
]
"""The facts that a kind takes by name, each with the kinds of value it may have."""


class ParagraphKind(BaseModel):
    """The facts of a kind of paragraph; those in `optional` may be left out, but one of `one_of` must be there."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    about: str = ""
    facts: TakenFacts = {}
    optional: TakenFacts = {}
    one_of: tuple[str, ...] = ()

    @property
    def all_facts(self) -> dict[str, tuple[str, ...]]:
        """All facts that it may have, with the kinds of value they take."""
        return {**self.facts, **self.optional}

    @model_validator(mode="after")
    def _one_of_those_that_may_be_left_out(self) -> Self:
        for fact in self.one_of:
            if fact not in self.optional:
                hint = f"one of the facts under 'optional': {', '.join(self.optional) or 'there is none'}"
                context = {"fact": fact, "at": ("one_of",), "hint": hint}
                raise PydanticCustomError("one_of", "'one_of' names no fact '{fact}'", context)
        return self


def kinds(workspace: Workspace) -> dict[str, ParagraphKind]:
    """All kinds that the templates have words for: the installed ones, and the user's, which go before them by name.

    An `InputError` with its place where a file does not hold kinds.
    """
    return workspace.once("kinds", lambda: _kinds(workspace))


def _kinds(workspace: Workspace) -> dict[str, ParagraphKind]:
    found: dict[str, ParagraphKind] = {}
    for path in reversed(workspace.all("templates", "kinds.yaml")):
        found |= validated(RootModel[dict[str, ParagraphKind]], read(workspace, path), _TERMS).root
    return found


def kind_wording(paragraph: Paragraph, facts: Mapping[str, WrittenFact], language: Language) -> str:
    """The wording of a paragraph of a kind; errors with the place of the kind or of a fact that does not fit."""
    errors = list(_misfits(paragraph, language.workspace))
    raise_all(errors)
    known = kinds(language.workspace)[str(paragraph.kind)]
    # An optional fact that is missing is None, so that a template can ask for it; unknown names still are errors.
    values = {name: FactReference(name) if name in facts else None for name in known.all_facts}
    lengths = {f"{name}_length": len(fact.value.ids) for name, fact in facts.items() if isinstance(fact.value, Names)}
    text = StandingWords(
        language.workspace, language.tag, f"paragraphs/{paragraph.kind}.j2", {**values, **lengths}
    ).text()
    # A template may print a fact only in some cases; one that the author gave must not be lost.
    raise_all(list(_unprinted(paragraph, text)))
    return text


def _misfits(paragraph: Paragraph, workspace: Workspace) -> Iterator[ReportgenError]:
    known = kinds(workspace)
    if paragraph.kind not in known:
        hint = suggestion(str(paragraph.kind), known) or "those that there are stand in templates/kinds.yaml"
        yield InputError(f"there is no kind of paragraph '{paragraph.kind}'", paragraph.position("kind"), hint)
        return
    kind = known[paragraph.kind]
    for name in kind.facts.keys() - paragraph.facts.keys():
        hint = f"add {name}: {{{kind.facts[name][0]}: …}}"
        yield InputError(
            f"a paragraph of the kind '{paragraph.kind}' has a fact '{name}'", paragraph.position("kind"), hint
        )
    if kind.one_of and not set(kind.one_of) & paragraph.facts.keys():
        message = f"a paragraph of the kind '{paragraph.kind}' has a fact {_either(kind.one_of)}"
        yield InputError(message, paragraph.position("kind"), f"add {kind.one_of[0]}: {{…}}")
    for name, fact in paragraph.facts.items():
        if name not in kind.all_facts:
            if not fact.inside:
                message = f"a paragraph of the kind '{paragraph.kind}' has no fact '{name}'"
                hint = suggestion(name, kind.all_facts) or "take it out, or say with 'inside:' which fact it is part of"
                yield InputError(message, fact.place_of_value(), hint)
        elif fact.value.kind not in kind.all_facts[name]:
            message = f"the fact '{name}' of the kind '{paragraph.kind}' is a {' or a '.join(kind.all_facts[name])}"
            yield InputError(message, fact.place_of_value(), f"found a {fact.value.kind}")


def _either(names: tuple[str, ...]) -> str:
    return " or ".join(f"'{name}'" for name in names)


def _unprinted(paragraph: Paragraph, text: str) -> Iterator[InputError]:
    try:
        pieces = wording.scan(text)
    except wording.Fault:
        # What is wrong with the words of a template is told with its place where they are printed.
        return
    printed = {name for each in wording.placeholders(pieces) for name in wording.printed_facts(each)}
    for name, fact in paragraph.facts.items():
        if name not in printed and not fact.inside:
            message = f"the fact '{name}' of paragraph {paragraph.id} is not printed"
            yield InputError(message, fact.place_of_value(), f"the kind '{paragraph.kind}' prints it only with others")


def _unknown(_: Loc, name: str, position: Position) -> InputError:
    return InputError(f"there is no field '{name}' here", position, suggestion(name, ParagraphKind.model_fields))


_TERMS = Terms(
    file="kinds",
    sentences=frozenset({"kind", "one_of"}),
    pattern_hints=dict.fromkeys(("facts", "optional"), "lower-case words joined by underscores"),
    extra=_unknown,
    noun=lambda *_: "name of a fact",
    hint="docs/wording.md says what stands in templates/kinds.yaml",
)
