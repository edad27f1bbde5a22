"""What facts decide in the wording of a language: plural category, figures or words, class of agreement.

A figure that changes but decides the same leaves every translation right; if it decides otherwise (1 to 2, 9 to 10),
the words around it may have to change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.catalogue.load import Translation
from reportgen.catalogue.state import Decided
from reportgen.facts import Count, Names, Period, Value
from reportgen.language import Language
from reportgen.model.report import Report, wordings
from reportgen.store import digest_of_bytes, store_key
from reportgen.store.packs import Pack, open_pack
from reportgen.wording import Fault, placeholders, scan

_MOST = 100_000
"""Texts of one language whose facts are kept, as many as pieces."""


def decided_by_facts(report: Report, language: Language, translation: Translation) -> dict[str, Decided]:
    """What the printed facts of each text decide, by the id of the piece; pieces without such facts are left out."""
    found: dict[str, Decided] = {}
    named = open_pack("named", store_key("named", language.tag), _MOST)
    shared = {name: fact.value for name, fact in report.facts.items()}
    values: dict[str, Mapping[str, Value]] = {}
    for name, _, item in wordings(report):
        entry = translation.get(name)
        if entry and entry.text:
            owner = item.id if item else ""
            if owner not in values:
                own = item.all_facts() if item else {}
                values[owner] = {**shared, **{each: fact.value for each, fact in own.items()}}
            decided = dict(_decided(_named_facts(entry.text, named), values[owner], language))
            if decided:
                found[name] = decided
    return found


def _named_facts(text: str, known: Pack) -> tuple[str, ...]:
    """The facts that a text names, in its order; a text that was read once is not read again."""
    key = digest_of_bytes(text.encode("utf-8", "surrogatepass")).hex()
    found: tuple[str, ...] | None = known.find(key)
    if found is None:
        try:
            found = tuple(dict.fromkeys(each.fact for each in placeholders(scan(text))))
        # A text that cannot be read decides nothing; its fault is reported when it is printed.
        except Fault:
            found = ()
        known.put(key, found)
    return found


def _decided(names: Sequence[str], values: Mapping[str, Value], language: Language) -> Iterator[tuple[str, str]]:
    if not names:
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
