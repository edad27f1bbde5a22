"""Errors that stop: each says where, what was found and expected, and a hint; none reaches a user as a traceback."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from reportgen.record import record

_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]")
"""Controls of C0 and C1, ends of lines and paragraphs, embeddings and isolates of the bidi algorithm, halves, tags."""

_SHORT = 3
"""Letters of a word in which one other letter makes another name: ilo and iso, un and eu."""

_CLOSE = 0.75
"""How much of two words is alike where one is a slip for the other: undesa and unesco have 0.67, and are two names."""


@record(order=True)
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
        return printed_message(self.message, self.position, self.hint)


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
        super().__init__("\n".join(str(error) for error in errors))  # each has escaped its own text
        self.errors = tuple(errors)
        self.exit_code = errors[0].exit_code  # type: ignore[misc]

    def __str__(self) -> str:
        return self.message


def printed_message(message: str, position: Position | None, hint: str) -> str:
    """A message as it is printed: its place, itself, and a hint on a line of its own; see `printable`."""
    where = f"{printable(str(position))}: " if position else ""
    return f"{where}{printable(message)}" + (f"\n  hint: {printable(hint)}" if hint else "")


def printable(text: str) -> str:
    """The text as one line, with characters that steer a terminal or turn text round written out: \\x1b, \\u202e.

    They come from names and texts of files that others wrote.
    """
    return _STEERING.sub(lambda found: ascii(found.group())[1:-1], text)


def all_errors(error: ReportgenError) -> tuple[ReportgenError, ...]:
    """The errors of a list, or the one error."""
    return error.errors if isinstance(error, ErrorList) else (error,)


def raise_all(errors: Sequence[ReportgenError]) -> None:
    """Raise nothing, the one error, or all of them as an `ErrorList`."""
    flat = [each for error in errors for each in all_errors(error)]
    if len(flat) == 1:
        raise flat[0]
    if flat:
        raise ErrorList(flat)


def suggestion(word: str, known: Iterable[str]) -> str:
    """The hint "did you mean 'trained'?", or the choices where there are few, or nothing."""
    choices = sorted(set(known))
    close = close_word(word, choices)
    if close:
        return f"did you mean '{close}'?"
    return f"one of: {', '.join(choices)}" if 0 < len(choices) <= 12 else ""


def close_word(word: str, known: Iterable[str]) -> str:
    """The known word that is a slip of the hand away; empty where none is: short names differ by a letter or two.

    A word of up to three letters is close only with its letters in another order, or in another case, or with one
    missing or too many; a longer one also with some changed.
    """
    from difflib import get_close_matches

    choices = sorted(set(known))
    long = [each for each in choices if min(len(word), len(each)) > _SHORT]
    short = (each for each in choices if min(len(word), len(each)) <= _SHORT and _is_slip(word, each))
    return next(iter(get_close_matches(word, long, n=1, cutoff=_CLOSE)), next(short, ""))


def _is_slip(word: str, other: str) -> bool:
    """Whether short words are the same but for case, order, or one letter that only one of them has."""
    word, other = word.casefold(), other.casefold()
    short, long = sorted((word, other), key=len)
    if len(long) > len(short) + 1:
        return False
    shortened = (long[:at] + long[at + 1 :] for at in range(len(long)))
    return sorted(word) == sorted(other) or short in shortened
