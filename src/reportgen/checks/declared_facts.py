"""Facts that nobody sees: hidden by another of the same name, never or half printed, or in a name without them."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.content import IN_MASTHEAD
from reportgen.checks.edition import Code, Edition
from reportgen.facts import Date, Names, Ordinal, Year
from reportgen.finding import Finding
from reportgen.language import Language, formats
from reportgen.model.blocks import Item
from reportgen.model.computed_facts import ComputedFact, ProvedFact
from reportgen.model.facts import RangeFact

CODES = {
    "RG034": Code(
        "a fact hides one of the whole report",
        "A paragraph has a fact of the same name as one of report.yaml, so that the paragraph prints its own. Give it "
        "another name, or take it out where both mean the same.",
        proof=True,
    ),
    "RG035": Code(
        "a figure of the whole report is never printed",
        "report.yaml has a figure or a date that no text prints: it was dropped, or is not needed. Print it with its "
        "placeholder, or take it out. Names may stand ready without being printed, and so may figures that others are "
        "computed from.",
        proof=True,
    ),
    "RG036": Code(
        "a figure is not in the name that it is said to be inside of",
        "inside: says that a figure is printed only as a part of a name (the Third Conference). The name in the "
        "lexicon of the report's language has to say that figure.",
        proof=True,
    ),
    "RG039": Code(
        "one end of a range is never printed",
        "A text prints one end of a range and no text the other, so that a figure was dropped, or the fact is no "
        "range. Print both ends, or make a count of the one.",
        proof=True,
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look at every declaration of a fact, once: they are the same in every language."""
    for item in edition.report.all_items():
        yield from _hiding(edition, item)
        yield from _outside_of_names(edition, item)
    yield from _never_printed(edition)
    yield from _half_printed(edition)


def _hiding(edition: Edition, item: Item) -> Iterator[Finding]:
    for name, fact in item.all_facts().items():
        hidden = edition.report.facts.get(name)
        if hidden:
            message = f"the fact '{name}', {fact.value}, hides that of the whole report, {hidden.value}"
            hint = f"give it another name, or take it out; that of the report stands at {hidden.place_of_value()}"
            yield Finding("RG034", "warning", message, "", item.id, fact.place_of_value(), hint)


def _never_printed(edition: Edition) -> Iterator[Finding]:
    # The masthead has a session, a date and an item of its own.
    own = (each for each in edition.contents(edition.original) if not each.id.startswith(IN_MASTHEAD))
    printed = {fact.fact for content in own for fact in content.facts}
    computed_with = {name for fact in _computed_facts(edition) for name in (*fact.operands, fact.whole, *fact.among)}
    for name, fact in edition.report.facts.items():
        if name not in printed | computed_with and not isinstance(fact.value, Names):
            message = f"the fact '{name}' of the whole report, {fact.value}, is never printed"
            hint = f"write {{{{ {name} }}}} in a text, or take the fact out"
            yield Finding("RG035", "warning", message, "", "", fact.place_of_value(), hint)


def _computed_facts(edition: Edition) -> Iterator[ComputedFact]:
    """Every fact that is computed, and every proof of one."""
    for item in (None, *edition.report.all_items()):
        for fact in (item.all_facts() if item else edition.report.facts).values():
            if isinstance(fact, ComputedFact):
                yield fact
            elif isinstance(fact, ProvedFact) and fact.computed:
                yield fact.computed


def _half_printed(edition: Edition) -> Iterator[Finding]:
    """Ranges of which the original prints one end alone, in the texts of the block that declares them."""
    contents = edition.originals()
    for item in edition.report.all_items():
        ranges = {name: fact.value for name, fact in item.all_facts().items() if isinstance(fact, RangeFact)}
        names = dict.fromkeys((item.id, *(name for name, _ in item.entries()))) if ranges else ()
        facts = [fact for name in names if name in contents for fact in contents[name].facts]
        for name, value in ranges.items():
            printed = {fact.value for fact in facts if fact.fact == name}
            if printed and printed < {str(value.low), str(value.high)}:
                message = f"of the range '{name}', {value}, only {', '.join(printed)} is printed"
                hint = f"write {{{{ {name} }}}}, or both ends, {{{{ {name}.low }}}} and {{{{ {name}.high }}}}"
                place = item.all_facts()[name].place_of_value()
                yield Finding("RG039", "warning", message, "", item.id, place, hint)


def _outside_of_names(edition: Edition, item: Item) -> Iterator[Finding]:
    """Figures that no name says: looked for in the original's language, or in another where that is not checked."""
    language = edition.languages.get(edition.report.language) or next(iter(edition.languages.values()))
    known = edition.values_of(item)
    for name, fact in item.all_facts().items():
        names = known.get(fact.inside) if fact.inside else None
        if isinstance(fact.value, Ordinal | Year | Date) and isinstance(names, Names):
            texts = [form.full for each in names.ids for form in language.name(names.kind, each).forms.values()]
            said = _said(fact.value, language)
            if not any(each.casefold() in text.casefold() for text in texts for each in said):
                message = f"the fact '{name}', {fact.value}, is not in the name '{texts[0]}'"
                yield Finding("RG036", "error", message, language.tag, item.id, fact.place_of_value(), "print it")


def _said(value: Ordinal | Year | Date, language: Language) -> set[str]:
    """How a name may say a figure."""
    if isinstance(value, Ordinal):
        forms = language.conventions.ordinals.words.get(value.number, ())
        texts = {forms} if isinstance(forms, str) else set(forms.values() if forms else ())
        return texts | {str(value.number), formats.ordinal(language.conventions, value.number)}
    return {str(value.number if isinstance(value, Year) else value.year)}
