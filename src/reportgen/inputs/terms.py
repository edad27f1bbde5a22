"""The wording of errors in the files of a report, in the terms of their authors: blocks, facts, kinds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from reportgen.errors import InputError, Position, suggestion
from reportgen.located.validate import Loc, Terms, steps_without_keys
from reportgen.model.blocks import BLOCK_KINDS, TAGGED
from reportgen.model.cited_facts import CitedFact
from reportgen.model.computed_facts import ComputedFact
from reportgen.model.facts import NameFact, model_of
from reportgen.model.report import Report
from reportgen.model.written_fact import FACT_KINDS

_UNWRITTEN: dict[type[BaseModel], tuple[str, ...]] = {
    NameFact: ("kind", "ids", "many"),
    CitedFact: ("kind", "number"),
    ComputedFact: ("operation", "operands", "sections"),
}
"""Fields that no author writes, since they stand under the key of their kind."""

_TAGS = frozenset({*TAGGED, "<text>", "<list>", "<session>", "<author>"})
_KEYS = (*BLOCK_KINDS, "text", "kind")
_BLOCKS = frozenset({"<paragraph>", *(f"<{kind}>" for kind in BLOCK_KINDS)})
_FACT_MODELS = {model_of(kind).__name__: model_of(kind) for kind in FACT_KINDS}


def _extra(loc: Loc, name: str, at: Position) -> InputError:
    """The error for an unknown key: misspelt, or the key of another kind of block."""
    fields = _fields(loc)
    tag = str(loc[-2]) if len(loc) > 1 else ""
    if tag in _BLOCKS and name in _KEYS:
        kind = next(key for key in _KEYS if key in fields)
        return InputError(f"a block has one kind, not both '{kind}' and '{name}'", at, "write two blocks")
    hint = suggestion(name, fields)
    if tag == "<paragraph>" and not hint.startswith("did"):
        hint = next((each for each in [suggestion(name, BLOCK_KINDS)] if each.startswith("did")), hint)
    return InputError(f"there is no field '{name}' here", at, hint)


def _path(loc: Loc) -> Loc:
    """The steps through the data, without the models that Pydantic tried for a fact or a block."""
    steps = tuple(step for step in steps_without_keys(loc) if step not in _TAGS)
    if "facts" in steps:
        tag = steps.index("facts") + 2
        return (*steps[:tag], *steps[tag + 1 :])
    return steps


def _fields(loc: Loc) -> list[str]:
    """The fields of the model that Pydantic tried for a mapping."""
    model: type[BaseModel] = Report
    for index, step in enumerate(loc[:-1]):
        if step == "facts":
            model = _FACT_MODELS[str(loc[index + 2])]
            break
        if step in TAGGED:
            model = TAGGED[str(step)]
        elif isinstance(step, str) and step in model.model_fields:
            model = next(_models_in(model.model_fields[step].annotation), model)
    return [field for field in model.model_fields if field not in _UNWRITTEN.get(model, ())]


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _kind_of_word(path: Loc, name: str, is_key: bool) -> str:
    if is_key:
        return {"facts": "name of a fact", "notes": "id of a note"}.get(str(path[-2]), "key")
    return "job number" if "job_numbers" in path else name


TERMS = Terms(
    file="report",
    # errors of our own models say all there is to say
    sentences=frozenset(
        {"fact", "range", "date", "time", "fiscal", "cited", "computed", "ids", "paragraph", "row", "cell", "masthead"}
    ),
    pattern_hints={
        "symbol": "such as E/CN.15/2019/9",
        "job_numbers": "such as V.19-01520 or 19-04865",
        "language": "such as en, zh or pt-BR",
        "currency": "three capitals, such as USD",
        "part": "one small letter",
        "inside": "lower-case words joined by underscores",
        "facts": "lower-case words joined by underscores",
    },
    missing_hints={"rows": "add 'rows:', or 'file:' with the name of a CSV file"},
    path=_path,
    extra=_extra,
    noun=_kind_of_word,
    hint="docs/wording.md and docs/blocks.md say what may stand in the files of a report",
)
"""How errors in report.yaml, sections and annexes are worded."""
