"""Located data to a Pydantic model; errors have their place in the file and a hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reportgen.errors import ErrorList, InputError, Position, ReportgenError, suggestion
from reportgen.located.data import LocatedDict, LocatedList
from reportgen.record import field, record

Loc = tuple[int | str, ...]
"""The steps to a value, as Pydantic gives them: keys, indexes, and the models that it tried."""

Model = TypeVar("Model", bound=BaseModel)

_EXPECTED = {
    "wording": "a text",
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
}

_WRITTEN = {
    "a text": "write words there; in quotes where they hold ': ' or ' #'",
    "a whole number": "write figures alone, such as 12",
    "a number": "write figures, with a point before the decimals, such as 12.5",
    "true or false": "write true or false, without quotes",
    "a list": "write each item on a line of its own behind '- '",
    "a mapping of keys to values": "write each key on a line of its own with a colon behind it, such as 'id: …'",
}
"""How each of what is expected is written."""


def steps_without_keys(loc: Loc) -> Loc:
    """The steps without Pydantic's mark for errors about a key."""
    return tuple(step for step in loc if step != "[key]")


def _plain_noun(_: Loc, name: str, is_key: bool) -> str:
    return "key" if is_key else name


@record
class Terms:
    """How the errors of one kind of file are worded.

    `file` names the data where no field does. `sentences` are types of errors whose own message is printed, behind the
    name of the field if `named`. The hints for missing fields and wrong patterns are keyed by field; `hint` serves for
    all others. `path` removes the models that Pydantic tried from the steps, `extra` explains an unknown field, and
    `noun` says what a text was meant to be.
    """

    file: str = "file"
    sentences: frozenset[str] = frozenset()
    pattern_hints: Mapping[str, str] = field(default_factory=dict)
    missing_hints: Mapping[str, str] = field(default_factory=dict)
    path: Callable[[Loc], Loc] = steps_without_keys
    extra: Callable[[Loc, str, Position], InputError] | None = None
    noun: Callable[[Loc, str, bool], str] = _plain_noun
    hint: str = ""
    named: bool = False


def validated(model: type[Model], data: LocatedDict, terms: Terms) -> Model:
    """The data as a model; one `InputError`, or an `ErrorList` with all that is wrong, in the order of the file."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise input_error(error, data, terms) from None


def input_error(error: ValidationError, data: LocatedDict, terms: Terms) -> ReportgenError:
    """One `InputError`, or an `ErrorList` with all that is wrong with the data."""
    found = error.errors(include_url=False)
    errors = [_explained(details, data, terms) for details in found if not _follows(details, found)]
    for each in errors:
        each.hint = each.hint or terms.hint
    # Pydantic reports in the order of its fields; an author works through the file from the top.
    errors.sort(key=lambda each: each.position or Position(""))
    return errors[0] if len(errors) == 1 else ErrorList(errors)


def unknown_field(name: str, position: Position, known: Iterable[str]) -> InputError:
    """The error for a field that its mapping does not have."""
    return InputError(f"there is no field '{name}' here", position, suggestion(name, known))


def place_in(data: LocatedDict, path: Loc, key: bool = False) -> Position:
    """The place of a value, or of its key; of the mapping around it where it is not there."""
    here: Any = data
    position = data.origin.position
    for index, step in enumerate(path):
        if isinstance(here, LocatedDict) and step in here:
            at_key = key and index == len(path) - 1
            position = (here.keys_at if at_key else here.values_at)[str(step)].position
            here = here[str(step)]
        elif isinstance(here, LocatedList) and isinstance(step, int) and step < len(here):
            position, here = here.origins[step].position, here[step]
        elif isinstance(here, LocatedDict):
            return here.origin.position
    return position


def _follows(details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Whether an error only follows from another: a list too short since its items failed, a misspelt field missing."""
    loc = details["loc"]
    if details["type"] == "missing":
        misspelt = (each["loc"] for each in found if each["type"] == "extra_forbidden")
        return any(
            each[:-1] == loc[:-1] and suggestion(str(each[-1]), [str(loc[-1])]).startswith("did") for each in misspelt
        )
    return details["type"] == "too_short" and any(
        each["loc"][: len(loc)] == loc for each in found if each is not details
    )


def _explained(details: ErrorDetails, data: LocatedDict, terms: Terms) -> InputError:
    """The error with its place: the key, the mapping that lacks a field, or the value."""
    path = terms.path(details["loc"])
    name = next((step for step in reversed(path) if isinstance(step, str)), terms.file)
    context = details.get("ctx") or {}
    value = details["input"]
    match details["type"]:
        case "extra_forbidden":
            at = place_in(data, path, key=True)
            return terms.extra(details["loc"], name, at) if terms.extra else unknown_field(name, at, ())
        # A tuple of fixed length that is too short.
        case "missing" if path and isinstance(path[-1], int):
            message = f"'{name}' has {path[-1]} items, and needs more"
            return InputError(message, place_in(data, path), "write the others as well")
        case "missing":
            hint = terms.missing_hints.get(name, f"add '{name}:'")
            return InputError(f"the field '{name}' is missing", place_in(data, path), hint)
        case "string_pattern_mismatch":
            is_key = details["loc"][-1] == "[key]"
            hint = next((terms.pattern_hints[str(step)] for step in reversed(path) if step in terms.pattern_hints), "")
            message = f"'{value}' is not a valid {terms.noun(path, name, is_key)}"
            return InputError(message, place_in(data, path, is_key), hint or "lower-case words joined by hyphens")
        case "literal_error":
            choices = str(context.get("expected", "")).replace("'", "")
            return InputError(f"'{value}' is not a valid {name}", place_in(data, path), f"one of: {choices}")
        case kind if kind in terms.sentences:
            at = place_in(data, (*path, *context.get("at", ())))
            message = f"'{name}': {details['msg']}" if terms.named else details["msg"]
            return InputError(message, at, str(context.get("hint") or ""))
        case kind if kind in _EXPECTED:
            where = "in" if path and isinstance(path[-1], int) else "for"
            message = f"expected {_EXPECTED[kind]} {where} '{name}', found {_described(value)}"
            return InputError(message, place_in(data, path), _value_hint(_EXPECTED[kind], name, value))
        case "empty" if path and isinstance(path[-1], int):
            return InputError(f"'{name}' has an item that is empty", place_in(data, path), "write it, or leave it out")
        case _:
            hint = str(context.get("hint") or _bounds_hint(details["type"], context))
            return InputError(_out_of_bounds(details, name), place_in(data, path), hint)


def _described(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text '{value if len(value) <= 30 else value[:29] + '…'}'"
        case list():
            return "a list"
        case _:
            return "a mapping"


def _value_hint(expected: str, name: str, value: Any) -> str:
    if name in ("date", "dates") and isinstance(value, str):
        return f"write {{date: {value}}}"
    if expected == "a whole number" and isinstance(value, str):
        return "write a whole number without quotes or separators"
    if expected == "a text" and isinstance(value, bool | int | float):
        return f'put quotes round it: "{str(value).lower()}"'
    return _WRITTEN[expected]


def _bounds_hint(kind: str, context: Mapping[str, Any]) -> str:
    match kind:
        case "too_short" if context["actual_length"]:
            return f"write {context['min_length']} or more"
        case "too_short" | "empty":
            return "write something, or leave it out"
        case "too_long":
            return f"leave {context['max_length']}, or part it in two"
        case "string_too_long":
            return f"write it in {context['max_length']} characters or fewer"
        case "greater_than_equal":
            return f"write {context['ge']} or more"
        case "less_than_equal":
            return f"write {context['le']} or less"
        case _:
            return ""


def _out_of_bounds(details: ErrorDetails, name: str) -> str:
    context = details.get("ctx") or {}
    match details["type"]:
        case "too_short" if context["actual_length"]:
            return f"'{name}' has {context['actual_length']} items, fewer than {context['min_length']}"
        case "too_short" | "empty":
            return f"'{name}' is empty"
        case "too_long":
            return f"'{name}' has {context['actual_length']} items, more than {context['max_length']}"
        case "string_too_long":
            return f"'{name}' has {len(details['input'])} characters, more than {context['max_length']}"
        case "greater_than_equal":
            return f"'{name}' is {details['input']}, less than {context['ge']}"
        case "less_than_equal":
            return f"'{name}' is {details['input']}, more than {context['le']}"
        case _:
            return f"'{name}': {details['msg'][:1].lower()}{details['msg'][1:]}"
