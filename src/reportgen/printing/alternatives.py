"""Every text that a placeholder may become for one value, and the other placeholders that may print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportgen.facts import (
    Age,
    Cited,
    Count,
    Date,
    DateRange,
    FiscalYear,
    Money,
    Names,
    Ordinal,
    Period,
    PlainNumber,
    Range,
    Rate,
    Ratio,
    Spread,
    Time,
    Value,
)
from reportgen.language import Language
from reportgen.language.amounts import MONEY_FORMS, NUMBER_FORMS
from reportgen.language.formats import forms_of_range
from reportgen.language.patterned import forms_of
from reportgen.language.rules import Forms
from reportgen.printing.names import possible_words, printed_name
from reportgen.record import replace
from reportgen.tree.inlines import Content, Inline, ListJoin, NameUse, PrintedFact, Text
from reportgen.tree.text import plain_text
from reportgen.wording import Filter, Placeholder

_STYLES = ("figures", "words")
_NAME_STYLES = ("full", "short", "third")


@dataclass(frozen=True)
class PrintedAs:
    """One text that a part of a placeholder may become."""

    content: Content

    @cached_property
    def text(self) -> str:
        """Its letters alone."""
        return plain_text(self.content)


Alternatives = tuple[PrintedAs, ...]


def possible_parts(content: Content, language: Language) -> tuple[Alternatives, ...]:
    """What a printed placeholder may become, part after part: of a name, full, short and first use.

    `content` is what `Printer.fact` gives, so that parts follow one another as in the text: items and joins of a list.
    """
    return tuple(_part(inline, language) for inline in _flat(content))


def _flat(content: Content) -> Iterator[Inline]:
    """The inlines with those inside printed facts, where lists of groups have joins."""
    for inline in content:
        if isinstance(inline, PrintedFact):
            yield from _flat(inline.content)
        else:
            yield inline


def _part(inline: Inline, language: Language) -> Alternatives:
    match inline:
        case NameUse():
            words = dict.fromkeys(possible_words(inline, language.conventions.names))
            return tuple(PrintedAs(printed_name(inline, each).content) for each in words)
        case ListJoin():
            texts = dict.fromkeys((inline.text, *(instead for _, instead in inline.before)))
            return tuple(PrintedAs((Text(each),)) for each in texts)
        case _:
            return (PrintedAs((inline,)),)


def other_forms(language: Language, placeholder: Placeholder, value: Value) -> Iterator[Placeholder]:
    """The placeholders that print the same fact in other forms and styles; some may be refused for this value.

    Words that plural(), counted(), of(), agree() and as() add are left out.
    """
    plain = replace(placeholder, filters=())
    for form in ("", *_forms(language, value)):
        formed = replace(plain, filters=(Filter("form", (form,)),) if form else ())
        yield formed
        for style in _styles(value):
            yield replace(formed, filters=(*formed.filters, Filter(style)))


def styled(placeholder: Placeholder, value: Value) -> Iterator[Placeholder]:
    """The placeholder with its number in figures, and in words, whatever else it asks for."""
    if isinstance(value, Count | Period):
        others = tuple(each for each in placeholder.filters if each.name not in _STYLES)
        # The choice of words stands last, as people write it.
        before = tuple(each for each in others if each.name == "form")
        behind = tuple(each for each in others if each.name != "form")
        for style in _STYLES:
            yield replace(placeholder, filters=(*before, Filter(style), *behind))


def _styles(value: Value) -> tuple[str, ...]:
    match value:
        case Count() | Period():
            return _STYLES
        case Names():
            return _NAME_STYLES
        case _:
            return ()


def _forms(language: Language, value: Value) -> Iterator[str]:
    """The names of the forms that a value has in the language, but for the default one."""
    conventions = language.conventions
    match value:
        case Names():
            yield from _name_forms(language, value)
        case Count():
            yield from conventions.numbers.forms
        case Period():
            yield from dict.fromkeys((*conventions.units[value.unit], *conventions.numbers.forms))
        case Money():
            yield from MONEY_FORMS
        case Ordinal():
            forms = {form for each in conventions.ordinals.words.values() for form in _named(each)}
            yield from sorted(forms)
        case Range():
            yield from _named(conventions.ranges)
        case Date():
            yield from _named(conventions.dates.day if value.day else conventions.dates.month)
        case DateRange():
            yield from _named(forms_of_range(conventions, value))
        case PlainNumber():
            yield from NUMBER_FORMS
        case Spread() | FiscalYear() | Rate() | Ratio() | Age() | Time() | Cited():
            yield from _named(forms_of(conventions, value))
        case _:
            pass


def _named(forms: Forms) -> Iterator[str]:
    if not isinstance(forms, str):
        yield from (form for form in forms if form != "default")


def _name_forms(language: Language, value: Names) -> Iterator[str]:
    """The forms that all names of a list have, those of the first in its order."""
    entries = [language.name(value.kind, name) for name in value.ids]
    for form in entries[0].forms:
        if form and all(form in entry.forms for entry in entries):
            yield form
