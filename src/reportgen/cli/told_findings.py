"""Findings as other programs read them: JSON, SARIF 2.1.0, and the commands of GitHub's log."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reportgen.finding import Finding, Severity

if TYPE_CHECKING:
    from reportgen.checks import Code

_SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_GITHUB: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_ESCAPES, ":": "%3A", ",": "%2C"}


def findings_as_json(findings: Sequence[Finding]) -> str:
    """A list of objects, as docs/checks.md describes them."""
    return json.dumps([finding.as_json() for finding in findings], ensure_ascii=False, indent=1)


def as_github(findings: Sequence[Finding]) -> str:
    """One workflow command a finding, which GitHub shows on the line of the change."""
    return "\n".join(map(_command, findings))


def as_sarif(findings: Sequence[Finding], codes: Mapping[str, Code], silent: Sequence[Finding], version: str) -> str:
    """A log of the Static Analysis Results Interchange Format; findings that are waived are suppressed results."""
    rules = [_rule(code, meaning) for code, meaning in codes.items()]
    results = [_result(each, codes) for each in findings]
    results += [{**_result(each, codes), "suppressions": [{"kind": "external"}]} for each in silent]
    driver = {"name": "reportgen", "version": version, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _command(finding: Finding) -> str:
    at = finding.position
    place = {"file": at.file, "line": at.line or 1, "col": at.column or 1} if at else {}
    properties = {**place, "title": " ".join(filter(None, [finding.code, finding.language, finding.where]))}
    words = ",".join(f"{name}={_escaped(str(value), _IN_PROPERTIES)}" for name, value in properties.items())
    message = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{_GITHUB[finding.severity]} {words}::{_escaped(message, _ESCAPES)}"


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)


def _rule(code: str, meaning: Code) -> dict[str, Any]:
    return {
        "id": code,
        "shortDescription": {"text": meaning.title},
        "fullDescription": {"text": meaning.explanation},
        "defaultConfiguration": {"level": meaning.severity},
        "properties": {"proof": meaning.proof, "source": meaning.source},
    }


def _result(finding: Finding, codes: Mapping[str, Code]) -> dict[str, Any]:
    place = " ".join(filter(None, [finding.language, finding.where]))
    message = f"{place}: {finding.message}" if place else finding.message
    names = {name: getattr(finding, name) for name in ("language", "id", "number", "words", "hint")}
    result = {
        "ruleId": finding.code,
        "ruleIndex": list(codes).index(finding.code),
        "level": finding.severity,
        "message": {"text": message},
        "locations": [_location(finding)],
        "properties": {name: value for name, value in names.items() if value},
    }
    # The text of the piece tells that a finding is the same when lines have moved.
    key = f"{finding.code}/{finding.language}/{finding.id}/{finding.words}/{finding.text[:16]}"
    return {**result, "partialFingerprints": {"reportgen/v1": key}}


def _location(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if finding.position:
        physical: dict[str, Any] = {"artifactLocation": {"uri": finding.position.file}}
        if finding.position.line:
            physical["region"] = {"startLine": finding.position.line, "startColumn": finding.position.column or 1}
        found["physicalLocation"] = physical
    if finding.where:
        found["logicalLocations"] = [{"name": finding.id or finding.where, "fullyQualifiedName": finding.where}]
    return found
