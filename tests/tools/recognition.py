"""What is read in a text, in the words of tests."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen import language as languages
from reportgen.facts import Value
from reportgen.language import Language
from reportgen.language.recognition import Reading
from reportgen.workspace import Workspace

TAGS = ("en", "fr", "es", "ru", "ar", "zh")


def language_of(tag: str) -> Language:
    """An installed language."""
    return languages.load(Workspace.at(), tag)


def told(text: str, readings: Iterable[Reading]) -> list[tuple[str, str, str]]:
    """The words of each reading, the kind of its value and the value."""
    return [(text[each.start : each.end], each.value.kind, str(each.value)) for each in readings]


def stated_in(tag: str, text: str) -> list[tuple[str, str, str]]:
    """What a text states: words, kind, value."""
    return told(text, language_of(tag).recognizer.stated(text))


def is_read_as(tag: str, text: str, value: Value, start: int = 0, end: int | None = None) -> bool:
    """Whether exactly these places of a text may say a value."""
    place = (start, len(text) if end is None else end)
    return any(
        (each.start, each.end) == place and each.value == value for each in language_of(tag).recognizer.readings(text)
    )
