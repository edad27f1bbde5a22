"""Names inside their codes in words that the lexicon has for them, though nobody would know the name by these alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.facts import NAME_KINDS, Names, Value
from reportgen.language import Language
from reportgen.record import replace
from reportgen.translation.units import NamePart, TranslationUnit, UnitPart, parts_within
from reportgen.wording import Filter, Placeholder
from reportgen.wording.written import written


def by_approved_forms(
    language: Language, back: Iterable[UnitPart], sent: TranslationUnit, facts: Mapping[str, Value]
) -> Iterator[tuple[int, str]]:
    """The wording of each name that stands in its code in an approved form, by the number of the code.

    A short form such as "goal" is a common word, which is the name only where the code says so.
    """
    named = {each.number: each for each in parts_within(sent.source) if isinstance(each, NamePart)}
    for part in parts_within(tuple(back)):
        known = named.get(part.number) if isinstance(part, NamePart) else None
        value = facts.get(known.name) if known and known.kind in NAME_KINDS else None
        if isinstance(part, NamePart) and known and isinstance(value, Names) and len(value.ids) == 1:
            filters = _filters(language, value, part.text.strip())
            if filters is not None:
                yield part.number, written(Placeholder(known.name, "", filters, 0))


def is_form_of(language: Language, value: Value | None, text: str) -> bool:
    """Whether the lexicon has a text as a form of a name, or of one of a list."""
    names = [replace(value, ids=(each,)) for each in value.ids] if isinstance(value, Names) else []
    return any(_filters(language, each, text.strip()) is not None for each in names)


def _filters(language: Language, value: Names, text: str) -> tuple[Filter, ...] | None:
    """How a name prints a text; None where it has no such form."""
    try:
        entry = language.name(value.kind, value.ids[0])
    except KeyError:
        return None
    for form, variants in entry.forms.items():
        asked = (Filter("form", (form,)),) if form else ()
        for style, printed in (("", variants.full), ("short", variants.short), ("third", variants.third)):
            if printed and printed.casefold() == text.casefold():
                return (*asked, Filter(style)) if style else asked
    return None
