"""Validators of Word files in Python, under one name each: what each finds in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ooxml_integrity
import openxml_audit


def _openxml_audit(path: Path) -> list[str]:
    result = openxml_audit.OpenXmlValidator().validate(path)
    return [str(error) for error in result.errors] or ([] if result.is_valid else ["not valid"])


def _ooxml_integrity(path: Path) -> list[str]:
    return [str(finding) for finding in ooxml_integrity.check(str(path))]


VALIDATORS: dict[str, Callable[[Path], list[str]]] = {
    "openxml-audit": _openxml_audit,
    "ooxml-integrity": _ooxml_integrity,
}
"""Each takes a path and gives its findings in words."""
