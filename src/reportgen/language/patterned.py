"""Facts that a language prints by a pattern: resolution 72/162, article 33, 6.1 per 100,000, aged 15–24, 10.30 a.m."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from reportgen.facts import Age, Cited, FiscalYear, Money, Percent, Rate, Ratio, Spread, Symbol, Time, Year
from reportgen.facts.cited import annex_number
from reportgen.language import amounts, plurals
from reportgen.language.conventions import Conventions
from reportgen.language.formats import FormError, digits, figures_text, percent, pick
from reportgen.language.labels import SERIES, counter, filled_label
from reportgen.language.pattern_rules import PLURAL_PATTERNS
from reportgen.language.rules import Forms

Patterned = Spread | FiscalYear | Rate | Ratio | Age | Time | Cited
"""The values that are printed here."""


class UnknownOrgan(Exception):
    """An organ whose name beside its resolutions the conventions do not know; `known` are those they know."""

    def __init__(self, organ: str, known: tuple[str, ...]) -> None:
        super().__init__(organ)
        self.organ, self.known = organ, known


def patterned(conventions: Conventions, value: Patterned, form: str = "") -> str:
    """What a language prints for a value; a `FormError` for a form that its pattern has not."""
    match value:
        case Cited():
            return _cited(conventions, value, form)
        case Spread():
            return pick(forms_of(conventions, value), form).format(**_ends(conventions, value))
        case FiscalYear():
            years = {"y1": value.first, "y2": value.first + 1, "yy2": f"{(value.first + 1) % 100:02}"}
            return digits(conventions, pick(conventions.patterns.fiscal_year, form).format(**years))
        case Rate():
            figures = {"n": figures_text(conventions, value.number), "per": figures_text(conventions, value.per)}
            return pick(conventions.patterns.rate, form).format(**figures)
        case Ratio():
            first, second = (figures_text(conventions, each) for each in (value.first, value.second))
            return pick(conventions.patterns.ratio, form).format(first=first, second=second)
        case Age():
            return _age(conventions, value, form)
        case Time():
            return _time(conventions, value, form)
        case _:
            assert_never(value)


def forms_of(conventions: Conventions, value: Patterned) -> Forms:
    """The patterns by form that a value is printed by."""
    rule = conventions.patterns
    match value:
        case Cited(organ=organ, kind="resolution" | "decision") if organ:
            return getattr(rule, f"{value.kind}_of")  # type: ignore[no-any-return]
        case Cited():
            return getattr(rule, PLURAL_PATTERNS[value.kind] if value.to else value.kind)  # type: ignore[no-any-return]
        case Age():
            return rule.age if value.high is None else rule.ages
        case Time():
            return rule.time if value.minute else rule.hour
        case _:
            return getattr(rule, value.kind)  # type: ignore[no-any-return]


def symbol(conventions: Conventions, value: Symbol) -> str:
    """A/74/146; A/74/146, paras. 12–15, as references in brackets are printed."""
    if not value.para:
        return value.text
    rule = conventions.references.get("para_brief") or conventions.references["para"]
    part = rule["range"].format(first=value.para, last=value.to) if value.to else rule["one"].format(number=value.para)
    return conventions.patterns.symbol_part.format(symbol=value.text, part=digits(conventions, part))


def annex_label(conventions: Conventions, number: str) -> str:
    """The number of an annex as the language counts them: II, 二, الثاني."""
    found = annex_number(number)
    series = {name: getattr(conventions.labels, name) for name in SERIES}
    return filled_label(counter(conventions.labels.annexes), found, series) if found else number


def point_letter(conventions: Conventions, letter: str) -> str:
    """The letter of a point as the language counts its points: a, أ."""
    letters = conventions.labels.letters
    index = ord(letter[:1]) - ord("a")
    return letters[index] if len(letter) == 1 and index < len(letters) else letter


def _cited(conventions: Conventions, value: Cited, form: str) -> str:
    rule = conventions.patterns
    if not value.para:
        return _numbered(conventions, value, form)
    whole = Cited(value.kind, value.number)
    part = Cited("paragraph", value.para, point=value.point)
    texts = {"inner": _numbered(conventions, part, form, lenient=True)}
    for _, field in _fields(rule.inner):
        if field.startswith("outer_"):
            texts[field] = _numbered(conventions, whole, field.removeprefix("outer_"), lenient=True)
        elif field == "outer":
            texts[field] = _numbered(conventions, whole, form, lenient=True)
    if form and all(form not in _form_names(getattr(rule, each)) for each in ("paragraph", value.kind)):
        raise FormError(form, tuple(_form_names(rule.paragraph)))
    return rule.inner.format(**texts)


def _fields(pattern: str) -> list[tuple[str, str]]:
    """The texts and fields of a pattern, in order."""
    parts = pattern.split("{")
    return [("", part.partition("}")[0]) for part in parts[1:]]


def _form_names(forms: Forms) -> set[str]:
    return set() if isinstance(forms, str) else {*forms} - {"default"}


def _numbered(conventions: Conventions, value: Cited, form: str, lenient: bool = False) -> str:
    """What is cited without its paragraph; `lenient`: in the usual form where it has not the one that is asked for."""
    forms = forms_of(conventions, value)
    wanted = form if not lenient or form in _form_names(forms) else ""
    organ = _organ(conventions, value.organ)
    number, last = _number(conventions, value, value.number), _number(conventions, value, value.to)
    if value.point:
        number = conventions.patterns.point.format(number=number, point=point_letter(conventions, value.point))
    return pick(forms, wanted).format(n=number, to=last, organ=organ)


def _organ(conventions: Conventions, organ: str) -> str:
    known = conventions.patterns.organs
    if organ and organ not in known:
        raise UnknownOrgan(organ, tuple(known))
    return known.get(organ, "")


def _number(conventions: Conventions, value: Cited, number: str) -> str:
    return annex_label(conventions, number) if value.kind == "annex" and number else digits(conventions, number)


def _ends(conventions: Conventions, value: Spread) -> dict[str, str]:
    """Both ends of a spread, whole and without their unit."""
    texts = {}
    for name, end in (("low", value.low), ("high", value.high)):
        match end:
            case Percent():
                category = amounts.printed_category(conventions, end.number, is_large=False)
                texts[name] = percent(conventions, end, category)
                texts[f"{name}_n"] = figures_text(conventions, end.number)
            case Money():
                texts[name] = amounts.money(conventions, end)
                large = amounts.large_number(conventions, end.amount)
                texts[f"{name}_n"] = large or figures_text(conventions, end.amount)
            case Year():
                texts[name] = texts[f"{name}_n"] = digits(conventions, str(end.number))
            case Time():
                texts[name] = texts[f"{name}_n"] = _time(conventions, end, "")
    return texts


def _age(conventions: Conventions, value: Age, form: str) -> str:
    last = value.low if value.high is None else value.high
    category = plurals.category(tuple(conventions.plurals.items()), last)
    years = conventions.units["year"]
    keys = {"years": "default", "years_gen": "gen"}
    unit = {name: years.get(key, years["default"])[category] for name, key in keys.items()}
    low, high = figures_text(conventions, value.low), figures_text(conventions, Decimal(last))
    pattern = pick(forms_of(conventions, value), form)
    return pattern.format(n=low, low=low, high=high, **{name: text.removeprefix("=") for name, text in unit.items()})


def _time(conventions: Conventions, value: Time, form: str) -> str:
    rule = conventions.patterns
    if (value.hour, value.minute) == (12, 0) and rule.noon and not form:
        return rule.noon
    fields = {
        "h": str(value.hour),
        "hh": f"{value.hour:02}",
        "h12": str((value.hour - 1) % 12 + 1),
        "mm": f"{value.minute:02}",
        "half": rule.halves[value.hour >= 12],
    }
    return digits(conventions, pick(forms_of(conventions, value), form).format(**fields))
