"""Which names may and must stand in braces in a text of the conventions, as validators."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

_FIELD = re.compile(r"\{([^}]*)\}")


def only_fields(*known: str) -> AfterValidator:
    """A validator that allows only these names in braces, in a text or in all texts of a mapping or list."""

    def checked(value: Any) -> Any:
        check_fields(value, known)
        return value

    return AfterValidator(checked)


def some_fields(*known: str) -> AfterValidator:
    """A validator that allows only these names in braces, and wants one of them in every text."""

    def checked(value: Any) -> Any:
        check_fields(value, known)
        for text in _texts(value):
            if not _FIELD.search(text):
                message = "'{text}' must hold one of these: {known}"
                raise PydanticCustomError("pattern", message, {"text": text, "known": ", ".join(known)})
        return value

    return AfterValidator(checked)


def all_fields(*known: str) -> AfterValidator:
    """A validator that allows only these names in braces, and wants all of them in every text."""

    def checked(value: Any) -> Any:
        check_fields(value, known)
        check_needed(value, known)
        return value

    return AfterValidator(checked)


def check_fields(value: Any, known: Collection[str]) -> None:
    """Raise an error where anything but these names stands in braces."""
    unknown = (name for text in _texts(value) for name in _FIELD.findall(text) if name not in known)
    for name in unknown:
        message = "'{{name}}' cannot stand here; what can: {known}"
        raise PydanticCustomError("pattern", message, {"name": name, "known": ", ".join(known)})
    for text in _texts(value):
        # A lone brace would make `format` fail when the first date is printed.
        if set(_FIELD.sub("", text)) & set("{}"):
            raise PydanticCustomError("brace", "a brace stands alone in '{text}'", {"text": text})


def check_needed(value: Any, needed: Collection[str]) -> None:
    """Raise an error where a text lacks a field that begins so: without it, a figure would be lost in silence."""
    for text in _texts(value):
        found = _FIELD.findall(text)
        for each in needed:
            if not any(name.startswith(each) for name in found):
                message = "'{text}' has no {{name}}"
                raise PydanticCustomError("needed", message, {"text": text, "name": each})


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def check_keys(value: dict[str, Any], wanted: Collection[str], optional: Collection[str] = ()) -> None:
    """Raise an error where a mapping has other keys than those wanted."""
    if value.keys() - set(optional) != set(wanted):
        found, expected = ", ".join(value), ", ".join(wanted)
        raise PydanticCustomError("keys", "expected {expected}, found {found}", {"expected": expected, "found": found})
