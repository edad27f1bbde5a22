"""Errors: how they are printed, what they suggest, and that each of them has a hint."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportgen
from reportgen.errors import ErrorList, InputError, Position, printable, suggestion
from reportgen.finding import Finding

_ARGUMENTS = {"Fault": 3, "Refusal": 2} | dict.fromkeys(
    ("InputError", "WordingError", "TranslationError", "ReferenceError", "OutputError", "UsageError"), 3
)
"""Errors with how many arguments they have with their hint."""


def _without_hint() -> Iterator[str]:
    root = Path(reportgen.__file__).parent
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _ARGUMENTS:
                given = [*node.args, *(each.value for each in node.keywords if each.arg == "hint")]
                complete = len(node.args) >= _ARGUMENTS[node.func.id] or len(given) > len(node.args)
                if not complete or (isinstance(given[-1], ast.Constant) and not given[-1].value):
                    yield f"{path.relative_to(root)}:{node.lineno}"


def test_every_error_is_raised_with_a_hint() -> None:
    assert list(_without_hint()) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc\x7f\x85", "a\\nb\\tc\\x7f\\x85"),
        ("a\u202eb\u2066c\u2028d\ud800", "a\\u202eb\\u2066c\\u2028d\\ud800"),
        ("مرحبا \u200fé 中文 🙂", "مرحبا \u200fé 中文 🙂"),
    ],
)
def test_what_steers_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_errors_and_findings_escape_what_comes_from_files() -> None:
    at = Position("a\x1bb.yaml", 2, 1)
    error = InputError("there is no 'x\ny'", at, "did you mean '\x9b'?")
    assert str(error) == "a\\x1bb.yaml:2:1: there is no 'x\\ny'\n  hint: did you mean '\\x9b'?"
    assert str(ErrorList([error, error])).count("\n") == 3
    finding = Finding("RG999", "note", "found\r", "fr", "wh\u202eere", at, "a\x00b")
    assert str(finding) == "a\\x1bb.yaml:2:1: RG999 note fr wh\\u202eere: found\\r\n  hint: a\\x00b"


@pytest.mark.parametrize(
    ("word", "close"),
    [
        ("trainned", "trained"),
        ("ISO", "iso"),
        ("sio", "iso"),
        ("ios", "iso"),
        ("io", "iso"),
        ("ilo", ""),
        ("uno", ""),
        ("undesa", ""),
        ("unhcr", ""),
        ("security-council", ""),
    ],
)
def test_only_slips_of_the_hand_are_suggested(word: str, close: str) -> None:
    known = [
        "trained",
        "iso",
        "eu",
        "unesco",
        "unrwa",
        "ps-higher-council",
        *(f"{number}-other" for number in range(20)),
    ]
    assert suggestion(word, known) == (f"did you mean '{close}'?" if close else "")
