"""Turn what Pydantic says about a mapping into errors with the place in the file and a hint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reportgen.errors import ErrorList, InputError, Position, ReportgenError, suggestion
from reportgen.located import LocatedDict, LocatedList
from reportgen.model.blocks import KINDS, TAGGED
from reportgen.model.facts import NameFact, WrittenFact
from reportgen.model.report import Report

_SENTENCES = frozenset({"fact", "range", "date", "ids", "paragraph", "row", "cell"})
"""Errors of our own models, which say all there is to say."""

_EXPECTED = {
    "wording": "a text",
    "string_type": "a text",
    "int_type": "a whole number",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
}

_PATTERN_HINTS = {
    "symbol": "such as E/CN.15/2019/9",
    "job_numbers": "such as V.19-01520 or 19-04865",
    "language": "such as en, zh or pt-BR",
    "currency": "three capitals, such as USD",
    "part": "one small letter",
    "inside": "lower-case words joined by underscores",
    "facts": "lower-case words joined by underscores",
}
_MISSING_HINTS = {"rows": "add 'rows:', or 'file:' with the name of a CSV file"}
_TAGS = frozenset({*TAGGED, "<text>"})
_KEYS = (*KINDS, "text", "kind")
_BLOCKS = frozenset({"<paragraph>", *(f"<{kind}>" for kind in KINDS)})
_FACT_MODELS = {model.__name__.removesuffix("Fact").lower(): model for model in WrittenFact.__subclasses__()}


def input_error(error: ValidationError, data: LocatedDict) -> ReportgenError:
    """One `InputError`, or an `ErrorList` with all that is wrong with the data."""
    found = error.errors(include_url=False)
    errors = [_explain(details, data) for details in found if not _follows(details, found)]
    errors.sort(key=lambda each: each.position or Position(""))
    return errors[0] if len(errors) == 1 else ErrorList(errors)


def _follows(details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """A list counts as too short when its items are wrong: that says nothing new."""
    loc = details["loc"]
    return details["type"] == "too_short" and any(
        each["loc"][: len(loc)] == loc for each in found if each is not details
    )


def _explain(details: ErrorDetails, data: LocatedDict) -> InputError:
    """The error with its place: that of the key, of the mapping that lacks something, or of the value."""
    path = _path(details["loc"])
    name = next((step for step in reversed(path) if isinstance(step, str)), "report")
    context = details.get("ctx") or {}
    value = details["input"]
    match details["type"]:
        case "extra_forbidden":
            return _extra(details["loc"], name, _place(path, data, key=True))
        case "missing":
            return InputError(
                f"the field '{name}' is missing", _place(path, data), _MISSING_HINTS.get(name, f"add '{name}:'")
            )
        case "string_pattern_mismatch":
            is_key = details["loc"][-1] == "[key]"
            hint = next((_PATTERN_HINTS[step] for step in reversed(path) if step in _PATTERN_HINTS), "")
            message = f"'{value}' is not a valid {_kind_of_word(path, name, is_key)}"
            return InputError(message, _place(path, data, is_key), hint or "lower-case words joined by hyphens")
        case "literal_error":
            choices = str(context.get("expected", "")).replace("'", "")
            return InputError(f"'{value}' is not a valid {name}", _place(path, data), f"one of: {choices}")
        case kind if kind in _SENTENCES:
            return InputError(
                details["msg"], _place((*path, *context.get("at", ())), data), str(context.get("hint") or "")
            )
        case kind if kind in _EXPECTED:
            where = "in" if isinstance(path[-1], int) else "for"
            message = f"expected {_EXPECTED[kind]} {where} '{name}', found {_described(value)}"
            return InputError(message, _place(path, data), _value_hint(_EXPECTED[kind], name, value))
        case "empty" if isinstance(path[-1], int):
            return InputError(f"'{name}' has an item that is empty", _place(path, data))
        case _:
            return InputError(_out_of_bounds(details, name), _place(path, data))


def _extra(loc: tuple[int | str, ...], name: str, at: Position) -> InputError:
    """A key that its mapping has not: misspelt, or that of another kind of block."""
    fields = _fields(loc)
    tag = str(loc[-2]) if len(loc) > 1 else ""
    if tag in _BLOCKS and name in _KEYS:
        kind = next(key for key in _KEYS if key in fields)
        return InputError(f"a block has one kind, not both '{kind}' and '{name}'", at, "write two blocks")
    hint = suggestion(name, fields)
    if tag == "<paragraph>" and not hint.startswith("did"):
        hint = next((each for each in [suggestion(name, KINDS)] if each.startswith("did")), hint)
    return InputError(f"there is no field '{name}' here", at, hint)


def _path(loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The steps through the data: Pydantic also names the model that it tried for a fact or a block."""
    steps = tuple(step for step in loc if step != "[key]" and step not in _TAGS)
    if "facts" in steps:
        tag = steps.index("facts") + 2
        return (*steps[:tag], *steps[tag + 1 :])
    return steps


def _place(path: tuple[int | str, ...], data: LocatedDict, key: bool = False) -> Position:
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


def _fields(loc: tuple[int | str, ...]) -> list[str]:
    """The fields of the model that a mapping was taken for."""
    model: type[BaseModel] = Report
    for index, step in enumerate(loc[:-1]):
        if step == "facts":
            model = _FACT_MODELS[str(loc[index + 2])]
            break
        if step in TAGGED:
            model = TAGGED[str(step)]
        elif isinstance(step, str) and step in model.model_fields:
            model = next(_models_in(model.model_fields[step].annotation), model)
    return [field for field in model.model_fields if field not in ("kind", "ids", "many") or model is not NameFact]


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _kind_of_word(path: tuple[int | str, ...], name: str, is_key: bool) -> str:
    if is_key:
        return {"facts": "name of a fact", "notes": "id of a note"}.get(str(path[-2]), "key")
    return "job number" if "job_numbers" in path else name


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
    return ""


def _out_of_bounds(details: ErrorDetails, name: str) -> str:
    context = details.get("ctx") or {}
    match details["type"]:
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
