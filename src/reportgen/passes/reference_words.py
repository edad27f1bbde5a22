"""The words of a cross-reference around its numbers: `filled("paras. {numbers}", …)`, `joined_series(language, …)`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.language import Language
from reportgen.tree.inlines import NumberReference, Text

ReferenceParts = tuple[Text | NumberReference, ...]


def filled(pattern: str, fields: Mapping[str, Sequence[Text | NumberReference]]) -> ReferenceParts:
    """A pattern with the parts of its fields in the place of their names."""
    parts: list[Text | NumberReference] = []
    rest = pattern
    while rest:
        words, opening, rest = rest.partition("{")
        if words:
            parts.append(Text(words))
        if opening:
            name, _, rest = rest.partition("}")
            parts += fields[name]
    return tuple(parts)


def joined_series(language: Language, numbers: Sequence[ReferenceParts]) -> list[Text | NumberReference]:
    """The numbers joined as the language joins figures."""
    lists = language.conventions.lists
    rule, parts = lists.figures or lists, list[Text | NumberReference]()
    for index, number in enumerate(numbers):
        if index:
            last = index == len(numbers) - 1
            parts.append(Text((rule.pair if len(numbers) == 2 else rule.last) if last else rule.separator))
        parts += number
    return parts
