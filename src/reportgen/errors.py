"""Errors that stop: each says where, what was found and expected, and a hint; none reaches a user as a traceback."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file as an editor counts: lines and columns from 1; line 0 stands for the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class ReportgenError(Exception):
    """One thing that stops the work, with its place and a hint; `exit_code` is that of the command line."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, position: Position | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.position}: " if self.position else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{where}{self.message}{hint}"


class UsageError(ReportgenError):
    """The command line or the call asks for something that is not there."""

    exit_code = 2


class InputError(ReportgenError):
    """A file that an author or a maintainer wrote cannot be taken as it is."""

    exit_code = 3


class WordingError(ReportgenError):
    """A piece of wording or a template holds something that the wording language does not have."""

    exit_code = 4


class TranslationError(ReportgenError):
    """A catalogue of a language cannot be read."""

    exit_code = 5


class ReferenceError(ReportgenError):
    """A cross-reference or a footnote mark points to nothing."""

    exit_code = 6


class OutputError(ReportgenError):
    """The result cannot be written."""

    exit_code = 7


class ErrorList(ReportgenError):
    """Several errors found in one go, in the order of their places; the first one gives the exit code."""

    def __init__(self, errors: Sequence[ReportgenError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = tuple(errors)
        self.exit_code = errors[0].exit_code  # type: ignore[misc]

    def __str__(self) -> str:
        return self.message


def raise_all(errors: Sequence[ReportgenError]) -> None:
    """Raise nothing, the one error, or all of them as an `ErrorList`."""
    flat = [each for error in errors for each in (error.errors if isinstance(error, ErrorList) else (error,))]
    if len(flat) == 1:
        raise flat[0]
    if flat:
        raise ErrorList(flat)


def suggestion(word: str, known: Iterable[str]) -> str:
    """The hint "did you mean 'trained'?", or the choices where there are few, or nothing."""
    from difflib import get_close_matches

    choices = sorted(set(known))
    close = get_close_matches(word, choices, n=1)
    if close:
        return f"did you mean '{close[0]}'?"
    return f"one of: {', '.join(choices)}" if 0 < len(choices) <= 12 else ""
