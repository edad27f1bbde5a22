"""JSON Schema of the files an author writes, from the models: sections by name, facts in their short form."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from reportgen.facts import NAME_KINDS
from reportgen.model.report import Report, Section, Summary

_MODELS: dict[str, type[BaseModel]] = {"report": Report, "section": Section, "summary": Summary}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(file: str) -> dict[str, Any]:
    """The schema of `report.yaml` ("report"), of a file in `sections/` ("section") or of the summary's ("summary")."""
    schema = _MODELS[file].model_json_schema(ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = schema["$defs"]
    definitions["NameFact"] = _name_fact(definitions["NameFact"])
    definitions["Paragraph"]["oneOf"] = [{"required": ["text"]}, {"required": ["kind"]}]
    _close(schema)
    for owner in (schema, definitions.get("Section", {})):
        if "sections" in owner.get("properties", {}):
            owner["properties"]["sections"]["items"] = _section_or_name()
    if file == "section" and "$ref" in schema:
        schema = {**definitions["Section"], "$defs": definitions}
        schema["properties"]["sections"]["items"] = _section_or_name()
    if file == "report":
        schema["properties"]["summary"] = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Summary"}]}
    return {"$schema": _DRAFT, **schema}


def _close(schema: Any) -> None:
    """Allow no other keys beside those of a pattern."""
    if isinstance(schema, dict) and "patternProperties" in schema:
        schema["additionalProperties"] = False
    for child in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        _close(child)


def _section_or_name() -> dict[str, Any]:
    name = {"type": "string", "description": "the file sections/<name>.yaml"}
    return {"anyOf": [name, {"$ref": "#/$defs/Section"}]}


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
