"""JSON Schema of the files an author writes, from the models: sections by name, facts in their short form."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from reportgen.computed import OPERATIONS
from reportgen.facts import NAME_KINDS
from reportgen.model.blocks import BLOCK_KINDS
from reportgen.model.cited_facts import KEYS_OF_CITED
from reportgen.model.computed_facts import DISTINCT, KEYS_OF_OPERATIONS
from reportgen.model.report import Annex, Report, Section, Summary

_MODELS: dict[str, type[BaseModel]] = {"report": Report, "section": Section, "summary": Summary, "annex": Annex}
_FILES = {"sections": ("Section", "sections"), "annexes": ("Annex", "annexes"), "appendices": ("Appendix", "annexes")}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(file: str) -> dict[str, Any]:
    """The schema of one kind of file: "report", "section", "annex" or "summary"."""
    schema = _MODELS[file].model_json_schema(ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = schema["$defs"]
    definitions["NameFact"] = _name_fact(definitions["NameFact"])
    definitions["CitedFact"] = _cited_fact(definitions["CitedFact"])
    definitions["ComputedFact"] = _computed_fact(definitions["ComputedFact"])
    definitions["Paragraph"]["oneOf"] = [{"required": ["text"]}, {"required": ["kind"]}]
    if "TableContent" in definitions:
        definitions["TableContent"] = _table(definitions["TableContent"])
        definitions["Block"] = _block()
    _close(schema)
    for owner in (schema, *definitions.values()):
        _complete(owner)
    if "$ref" in schema:
        schema = {**definitions[str(schema["$ref"]).rpartition("/")[2]], "$defs": definitions}
    if file == "report":
        schema["properties"]["summary"] = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Summary"}]}
    return {"$schema": _DRAFT, **schema}


def _complete(owner: dict[str, Any]) -> None:
    """Refer to the blocks of a part by name, and allow names of files for its parts."""
    properties = owner.get("properties", {})
    for key, (model, folder) in _FILES.items():
        if key in properties:
            name = {"type": "string", "description": f"the file {folder}/<name>.yaml"}
            properties[key]["items"] = {"anyOf": [name, {"$ref": f"#/$defs/{model}"}]}
    if "oneOf" in properties.get("paragraphs", {}).get("items", {}):
        properties["paragraphs"]["items"] = {"$ref": "#/$defs/Block"}


def _block() -> dict[str, Any]:
    """A block by the key that names its kind, so that an editor says what is wrong with this one."""
    chain: dict[str, Any] = {"$ref": "#/$defs/Paragraph"}
    # An anyOf would list the errors of all kinds, where only one was meant.
    for kind, model in reversed(BLOCK_KINDS.items()):
        chain = {"if": {"required": [kind]}, "then": {"$ref": f"#/$defs/{model.__name__}"}, "else": chain}
    return chain


def _table(schema: dict[str, Any]) -> dict[str, Any]:
    """A table has its rows, or the name of a CSV file, which may also have the heads."""
    file = {"type": "string", "description": "a CSV file of the report's folder"}
    schema["properties"]["file"] = file
    schema.pop("required", None)
    schema["oneOf"] = [{"required": ["columns", "rows"]}, {"required": ["file"]}]
    return schema


def _close(schema: Any) -> None:
    """Forbid keys that match no pattern, which Pydantic's schema leaves open."""
    if isinstance(schema, dict) and "patternProperties" in schema:
        schema["additionalProperties"] = False
    for child in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        _close(child)


def _cited_fact(schema: dict[str, Any]) -> dict[str, Any]:
    """What is cited under its kind: `{resolution: 72/162}`, `{article: 33, para: 2}`."""
    beside = {key: schema["properties"][key] for key in ("of", "inside")}
    forms = []
    for kind, keys in KEYS_OF_CITED.items():
        properties = {key: {"type": ["string", "integer"]} for key in keys}
        number = {"type": ["string", "number"]}
        forms.append(_closed({kind: number, **properties, **beside}, kind))
    return {"title": "Cited", "anyOf": forms}


def _computed_fact(schema: dict[str, Any]) -> dict[str, Any]:
    """An operation with its operands: `{sum: [a, b]}`, `{share: a, whole: b}`, `{distinct: countries, in: [asia]}`."""
    properties = schema["properties"]
    beside = {key: properties[key] for key in ("of", "inside", "currency", "times")}
    names = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
    further = {"whole": {"type": "string"}, "among": names, "sections": names, "places": properties["places"]}
    forms = []
    for operation in OPERATIONS:
        keys = {key: further[key] for key, operations in KEYS_OF_OPERATIONS.items() if operation in operations}
        if "sections" in keys:
            keys["in"] = keys.pop("sections")
        operand = {"enum": list(DISTINCT)} if operation == "distinct" else names
        forms.append(_closed({operation: operand, **keys, **beside}, operation))
    return {"title": "Computed", "anyOf": forms}


def _name_fact(schema: dict[str, Any]) -> dict[str, Any]:
    """A name under its kind: `{place: ID}`, `{entities: [unodc, unicef]}`."""
    beside = {key: schema["properties"][key] for key in ("of", "inside")}
    forms = []
    for kind, plural in NAME_KINDS.items():
        one: dict[str, Any] = {"type": ["string", "integer"] if kind == "sdg" else "string"}
        many = {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}
        order = {"enum": ["given", "sorted"]}
        forms.append(_closed({kind: one, **beside}, kind))
        forms.append(_closed({plural: many, "order": order, **beside}, plural))
    return {"title": "Names", "anyOf": forms}


def _closed(properties: dict[str, Any], required: str) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": [required], "additionalProperties": False}
