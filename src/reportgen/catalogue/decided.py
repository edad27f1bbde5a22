"""What facts decide in the wording of a language: plural category, figures or words, class of agreement.

A figure that changes but decides the same leaves every translation right; if it decides otherwise (1 to 2, 9 to 10),
the words around it may have to change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.catalogue.load import Translation
from reportgen.catalogue.state import Decided
from reportgen.facts import Count, Names, Period, Value
from reportgen.language import Language
from reportgen.model.report import Report, wordings
from reportgen.wording import Fault, placeholders, scan


def decided_by_facts(report: Report, language: Language, translation: Translation) -> dict[str, Decided]:
    """What the printed facts of each text decide, by the id of the piece; pieces without such facts are left out."""
    found: dict[str, Decided] = {}
    for name, _, item in wordings(report):
        entry = translation.get(name)
        if entry and entry.text:
            values = {each: fact.value for each, fact in report.facts_of(item).items()}
            decided = dict(_decided(entry.text, values, language))
            if decided:
                found[name] = decided
    return found


def _decided(text: str, values: Mapping[str, Value], language: Language) -> Iterator[tuple[str, str]]:
    try:
        names = dict.fromkeys(each.fact for each in placeholders(scan(text)))
    # A text that cannot be read decides nothing; its fault is reported when it is printed.
    except Fault:
        return
    below = language.conventions.numbers.words_below
    counts = [value for value in values.values() if isinstance(value, Count)]
    figured = {value.series for value in counts if value.series and value.number >= below}
    for name in names:
        match values.get(name):
            case Count() | Period() as value:
                in_figures = value.number >= below or (isinstance(value, Count) and value.series in figured)
                yield name, f"{language.plural_category(value.number)}, {'figures' if in_figures else 'words'}"
            case Names() as value if language.conventions.agreement:
                agreement = "pl" if len(value.ids) > 1 else _class(value, language)
                yield from [(name, agreement)] if agreement else []
            case _:
                pass


def _class(value: Names, language: Language) -> str:
    try:
        return language.name(value.kind, value.ids[0]).agreement
    except KeyError:
        return ""
