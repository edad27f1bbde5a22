"""Numbers, dates, ranges and lengths of time as a language prints them, by UN rules rather than CLDR's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from reportgen.facts import Date, DateRange, Percent, Range
from reportgen.language.conventions import Conventions
from reportgen.language.labels import chinese
from reportgen.language.rules import Forms

_MINUS = {"ltr": "−", "rtl": "\u200e−"}
"""The minus sign by direction; right to left, a direction mark keeps it before the figure (as in CLDR)."""

_DIRECTION = "\u200e\u200f\u061c"
_BLANKS = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3})")
_FIGURES = re.compile(r"[0-9]{1,60}(?:\.[0-9]{1,60})?")

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class FormError(Exception):
    """A form that the language lacks; `forms` are those it has."""

    def __init__(self, form: str, forms: tuple[str, ...]) -> None:
        super().__init__(form)
        self.form, self.forms = form, forms


def pick(forms: Forms, form: str) -> str:
    """The text of a form, or of the default form; a `FormError` where there is no such form."""
    if isinstance(forms, str):
        if form:
            raise FormError(form, ())
        return forms
    wanted = form or "default"
    if wanted not in forms:
        raise FormError(form, tuple(forms))
    return forms[wanted]


def figures_text(conventions: Conventions, number: int | Decimal, in_table: bool = False) -> str:
    """4,000; 4 000; 4.000; 3.75; −1.50: by the language's separators and digits, every digit that was written.

    Below zero, in a table, in the brackets that the language has there: (1.50).
    """
    rule = conventions.numbers
    whole, point, fraction = _unsigned(number).partition(".")
    # Some languages group only from five digits on.
    if len(whole) >= rule.group_from:
        first = len(whole) % 3 or 3
        whole = rule.group.join([whole[:first], *(whole[at : at + 3] for at in range(first, len(whole), 3))])
    text = digits(conventions, whole + (rule.decimal if point else "") + fraction)
    return negative(conventions, text, in_table) if number < 0 else text


def plain_figures(conventions: Conventions, number: int | Decimal, in_table: bool = False) -> str:
    """2018; 3.75: without separators between thousands, as years and codes are written."""
    text = digits(conventions, _unsigned(number).replace(".", conventions.numbers.decimal))
    return negative(conventions, text, in_table) if number < 0 else text


def negative(conventions: Conventions, text: str, in_table: bool) -> str:
    """What is below zero: −1.50, and in a table (1.50)."""
    brackets = conventions.numbers.negative_in_tables
    return brackets.format(n=text) if in_table and brackets else _MINUS[conventions.direction] + text


def read_figures(conventions: Conventions, text: str) -> Decimal | None:
    """The number that figures say, with every digit that is written; none where the text is anything else.

    The inverse of both ways to write it, for any kind of digits, blanks and minus signs.
    """
    rule = conventions.numbers
    plain = "".join(str(unicodedata.digit(each, each)) for each in text if each not in _DIRECTION).strip()
    bracketed = plain.startswith("(") and plain.endswith(")")
    sign = "-" if plain[:1] in ("-", "−") or bracketed else ""
    whole, point, fraction = (plain[1:-1] if bracketed else plain.lstrip("-−")).partition(rule.decimal)
    grouped = _BLANKS.sub("", whole.replace(rule.group, "") if rule.group.strip() else whole)
    figures = f"{grouped}.{fraction}" if point else grouped
    return Decimal(sign + figures) if _FIGURES.fullmatch(figures) else None


def _unsigned(number: int | Decimal) -> str:
    """All digits of a number with a point before its fraction; `abs()` would round to 28 digits, `str()` write 1E-7."""
    return f"{Decimal(number).copy_abs():f}"


def digits(conventions: Conventions, text: str) -> str:
    """The text with the digits that the language shows."""
    # Digits are stored as ASCII until here; UN Arabic files use either kind, so it is a setting.
    return text.translate(_ARABIC_INDIC) if conventions.numbers.digits == "arab" else text


def number_word(forms: Forms, form: str) -> str:
    """The word for "f.gen", else for "gen", else for "f".

    Cases come first, since in Russian most number words have cases and few have genders.
    """
    if isinstance(forms, str):
        return forms
    gender, _, case = form.partition(".")
    for key in (form, case, gender, "default"):
        if key and key in forms:
            return forms[key]
    raise FormError(form, tuple(forms))


def ordinal(conventions: Conventions, number: int, form: str = "") -> str:
    """Twenty-eighth; 101st; 28º; Двадцать восьмая; 第二十八."""
    rule = conventions.ordinals
    # Chinese ordinals are a prefix and the number, so no table is needed.
    if rule.chinese:
        return rule.figures.format(n=chinese(number))
    if number <= rule.words_to:
        if number in rule.words:
            return number_word(rule.words[number], form)
        tens, unit = number - number % 10, number % 10
        if tens in rule.tens and unit in rule.words:
            return rule.compound.format(
                tens=number_word(rule.tens[tens], form), unit=number_word(rule.words[unit], form)
            )
    # Two digits before one: 11th, not 11st.
    pattern = next((rule.endings[end] for end in (number % 100, number % 10) if end in rule.endings), rule.figures)
    return digits(conventions, pattern.format(n=number))


def percent(conventions: Conventions, value: Percent, category: str) -> str:
    """12 per cent; 12 %; 12%; 21 процент, by the plural category where the language has a pattern for each."""
    patterns = conventions.numbers.percent
    pattern = patterns if isinstance(patterns, str) else patterns[category]
    return pattern.format(n=figures_text(conventions, value.number))


def number_range(conventions: Conventions, value: Range, form: str = "") -> str:
    """13–18; "from 13 to 18" and other patterns by form."""
    pattern = pick(conventions.ranges, form)
    return pattern.format(low=figures_text(conventions, value.low), high=figures_text(conventions, value.high))


def date(conventions: Conventions, value: Date, form: str = "") -> str:
    """20 March 2015; March 2015."""
    rule = conventions.dates
    pattern = pick(rule.day if value.day else rule.month, form)
    return digits(conventions, pattern.format(**_date_fields(conventions, value)))


def date_range(conventions: Conventions, value: DateRange, form: str = "") -> str:
    """20–24 May 2019; 26 July – 2 August 2019; 30 December 2019 – 4 January 2020."""
    start, end = value.start, value.end
    fields = {f"{key}1": text for key, text in _date_fields(conventions, start).items()}
    fields |= {f"{key}2": text for key, text in _date_fields(conventions, end).items()}
    return digits(conventions, pick(forms_of_range(conventions, value), form).format(**fields))


def forms_of_range(conventions: Conventions, value: DateRange) -> Forms:
    """The patterns by form that some days or months are printed by."""
    rule, start, end = conventions.dates, value.start, value.end
    if not start.day:
        return rule.months_of_year if start.year == end.year else rule.months_of_years
    if start.year != end.year:
        return rule.days_of_years
    return rule.days_of_year if start.month != end.month else rule.days_of_month


def _date_fields(conventions: Conventions, value: Date) -> Mapping[str, str]:
    rule = conventions.dates
    fields = {f"month_{case}": names[value.month - 1] for case, names in rule.months.items()}
    # Slavic months have cases (4 марта, but март): a pattern names the one that it needs.
    month = rule.months.get("default") or next(iter(rule.months.values()))
    day = rule.days.get(value.day, str(value.day))
    return {**fields, "month": month[value.month - 1], "m": str(value.month), "d": day, "y": str(value.year)}
