"""The words of forms and of the messages to their senders, from `templates/<tag>/form.yaml`."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from reportgen.errors import InputError, Position
from reportgen.language.rules import ClosedRules
from reportgen.located import read
from reportgen.located.validate import Loc, Terms, unknown_field, validated
from reportgen.workspace import Workspace

AnswerFault = Literal[
    "unreadable", "unclear", "unknown", "several_names", "one_name", "repeated", "qualifier", "formula",
    "long", "several_paragraphs", "twice", "lost", "missing", "one_missing",
]  # fmt: skip
"""What may be wrong with an answer, by the message that its sender gets."""

_FIELD = re.compile(r"\{(\w*)\}")
_FIELDS = ("number", "entry", "asked", "example")


def _with_known_fields(text: str) -> str:
    unknown = next((name for name in _FIELD.findall(text) if name not in _FIELDS), None)
    if unknown is not None:
        context = {"name": unknown, "hint": f"there are {', '.join(_FIELDS)}"}
        raise PydanticCustomError("message", "a message has no place '{name}'", context)
    return text


_Text = Annotated[str, Field(min_length=1)]
_Message = Annotated[_Text, AfterValidator(_with_known_fields)]


class FormIdentityWords(ClosedRules):
    """The names of the lines that say which form it is."""

    report: _Text
    section: _Text
    whole: _Text
    office: _Text
    language: _Text
    reference: _Text


class FormColumns(ClosedRules):
    """The heads of the columns."""

    number: _Text
    asked: _Text
    stands: _Text
    entry: _Text


class FormParts(ClosedRules):
    """The headings of the parts of a form, each with a line below it."""

    facts: _Text
    facts_note: _Text
    kinds: _Text
    kinds_note: _Text
    prose: _Text
    prose_note: _Text


class KindWords(ClosedRules):
    """What a kind of paragraph is called in a form, and each of its facts."""

    name: _Text
    facts: dict[str, _Text] = {}


class FormMessages(ClosedRules):
    """What is said to the sender of a form: before all else, of each fault, and of a form that is out of date."""

    opening: _Text
    unreadable: _Message
    unclear: _Message
    unknown: _Message
    several_names: _Message
    one_name: _Message
    repeated: _Message
    qualifier: _Message
    formula: _Message
    long: _Message
    several_paragraphs: _Message
    twice: _Message
    lost: _Message
    missing: _Message
    one_missing: _Message
    older: _Text

    def said(self, fault: AnswerFault, **values: str) -> str:
        """The message of a fault with the values in their places."""
        text: str = getattr(self, fault)
        return _FIELD.sub(lambda match: values.get(match[1], ""), text)


class FormWords(ClosedRules):
    """All words of the forms of one language."""

    title: _Text
    instructions: tuple[_Text, ...]
    identity: FormIdentityWords
    columns: FormColumns
    parts: FormParts
    text: _Text
    required: _Text
    one_of: _Text
    several: _Text
    values: dict[str, _Text]
    kinds: dict[str, KindWords] = {}
    messages: FormMessages

    def kind_name(self, kind: str) -> str:
        """What a kind of paragraph is called; its own name where nobody has said."""
        return self.kinds[kind].name if kind in self.kinds else kind

    def fact_name(self, kind: str, fact: str) -> str:
        """What a fact of a kind of paragraph is called."""
        known = self.kinds[kind].facts if kind in self.kinds else {}
        return known.get(fact, fact.replace("_", " "))

    def value_name(self, kind: str) -> str:
        """What a kind of value is called."""
        return self.values.get(kind, kind)


def form_words(workspace: Workspace, tag: str) -> FormWords:
    """The words of a language; an `InputError` with its place where its file is missing or does not hold them."""
    return workspace.once(("form", tag), lambda: _form_words(workspace, tag))


def _form_words(workspace: Workspace, tag: str) -> FormWords:
    path = workspace.find("templates", tag, "form.yaml")
    if path is None:
        hint = "copy that of another language and translate its texts"
        raise InputError("there are no words for forms in this language", Position(f"templates/{tag}/form.yaml"), hint)
    return validated(FormWords, read(workspace, path), _TERMS)


def _unknown(_: Loc, name: str, position: Position) -> InputError:
    return unknown_field(name, position, FormWords.model_fields)


_TERMS = Terms(
    file="form",
    sentences=frozenset({"message"}),
    extra=_unknown,
    hint="docs/forms.md says what stands in templates/<tag>/form.yaml",
)
