"""Turn what Pydantic says about a mapping into errors with the place in the file and a hint."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reportgen.errors import ErrorList, InputError, Position, ReportgenError, suggestion
from reportgen.marked import MarkedDict, MarkedList
from reportgen.model import facts, masthead, report

_KINDS_OF_FACT = ", ".join(facts.KINDS[:10])


def input_error(error: ValidationError, data: MarkedDict) -> ReportgenError:
    """One `InputError`, or an `ErrorList` with all that is wrong with the data."""
    found = error.errors(include_url=False)
    errors = [_explain(details, data) for details in found if not _follows(details, found)]
    errors.sort(key=lambda each: (each.position.file, each.position.line) if each.position else ("", 0))
    return errors[0] if len(errors) == 1 else ErrorList(errors)


def _follows(details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """A list counts as too short when its items are wrong: that says nothing new."""
    loc = details["loc"]
    return details["type"] == "too_short" and any(
        each["loc"][: len(loc)] == loc for each in found if each is not details
    )


def _explain(details: ErrorDetails, data: MarkedDict) -> InputError:
    position, owner, trail = _find(details["loc"], data)
    name = ".".join(trail)
    context = details.get("ctx") or {}
    match details["type"]:
        case "extra_forbidden":
            hint = suggestion(trail[-1], _fields(trail, owner))
            return InputError(f"there is no field '{trail[-1]}' here", position, hint)
        case "missing":
            field = str(details["loc"][-1])
            return InputError(f"the field '{field}' is missing", position, f"add '{field}:'")
        case "string_pattern_mismatch":
            return InputError(f"'{details['input']}' is not a valid {name}", position, _pattern_hint(trail, context))
        case "fact":
            hint = str(context.get("hint") or f"kinds of fact: {_KINDS_OF_FACT} …")
            return InputError(details["msg"], position, hint)
        case "literal_error":
            wanted = str(context.get("expected", "")).replace("'", "")
            return InputError(f"'{details['input']}' is not a valid {name}", position, f"one of: {wanted}")
        case _:
            return InputError(f"{name}: {_lower(details['msg'])}", position, _value_hint(details))


def _find(loc: tuple[int | str, ...], data: Any) -> tuple[Position, Any, list[str]]:
    """The place of an error, the mapping it stands in, and the names on the way there."""
    here, position, owner = data, data.origin.position, data
    trail: list[str] = []
    for step in loc:
        if isinstance(here, MarkedDict) and step in here:
            owner, position = here, here.values_at[str(step)].position
            if step == loc[-1]:
                position = here.keys_at[str(step)].position if loc[-1] == step else position
            here = here[str(step)]
            trail.append(str(step))
        elif isinstance(here, MarkedList) and isinstance(step, int) and step < len(here):
            position, here = here.origins[step].position, here[step]
        elif step == "[key]":
            position = owner.keys_at[trail[-1]].position
    if isinstance(here, MarkedDict) and trail[-1:] != [str(loc[-1])]:
        position = here.origin.position
    return position, owner, trail or ["report"]


def _fields(trail: list[str], owner: Any) -> list[str]:
    if isinstance(owner, dict) and any(key in facts.KINDS for key in owner):
        return ["qualifier", "of", "inside", "order", "series", "unit", "currency", "to"]
    models: list[type[BaseModel]] = [report.Paragraph, report.Section, report.Subparagraph]
    if len(trail) == 1:
        models = [report.Report]
    elif trail[0] == "masthead":
        models = [masthead.WrittenMasthead, masthead.AgendaItem, masthead.Meeting]
    elif isinstance(owner, dict) and "heading" in owner:
        models = [report.Section]
    elif isinstance(owner, dict) and "text" in owner:
        models = [report.Paragraph]
    return [field for model in models for field in model.model_fields]


def _pattern_hint(trail: list[str], context: dict[str, Any]) -> str:
    if "symbol" in trail[-1:]:
        return "such as E/CN.15/2019/9"
    if "facts" in trail:
        return "lower-case words joined by underscores"
    if "job_numbers" in trail:
        return "such as V.19-01520 or 19-04865"
    return "lower-case words joined by hyphens"


def _value_hint(details: ErrorDetails) -> str:
    if details["type"] in ("int_type", "int_parsing"):
        return f"found {details['input']!r}; write a whole number without quotes or separators"
    if details["type"] == "string_type" and isinstance(details["input"], bool | int | float):
        return f'put quotes round it: "{details["input"]}"'
    return ""


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
