"""Large numbers and money as a language prints them: 27.5 million, $27.5 million, 2 750万美元."""

from __future__ import annotations

from decimal import Decimal, localcontext

from reportgen.facts import Money
from reportgen.language import cldr, plurals
from reportgen.language.conventions import Conventions
from reportgen.language.formats import FormError, figures_text, negative

IN_TABLE = "table"
NUMBER_FORMS = ("full", IN_TABLE)
"""Ways to print a number besides the usual one: 27,500,000, and so in a table, where less than nought has brackets."""

MONEY_FORMS = (*NUMBER_FORMS, "code")
"""Those of an amount, which may also have the code of its currency."""

_DIGITS = 200
"""Enough to divide the longest numbers exactly."""


def printed_category(conventions: Conventions, number: int | Decimal, is_large: bool) -> str:
    """The plural category of a number; one printed in millions has that of millions."""
    rules = tuple(conventions.plurals.items())
    if is_large:
        # Babel knows no exponent (2 millions de personnes), for which the rules of a few languages ask.
        of_millions = [each for each, condition in rules if "e != 0..5" in condition]
        if of_millions:
            return of_millions[0]
    return plurals.category(rules, number)


def is_large(conventions: Conventions, number: int | Decimal) -> bool:
    """Whether a number is printed in millions or more."""
    return _scaled(conventions, number) is not None


def large_number(conventions: Conventions, number: int | Decimal) -> str | None:
    """27.5 million; 1,250.5 million; 2 750万; None for a number that is small or would need more decimals."""
    scaled = _scaled(conventions, number)
    if scaled is None:
        return None
    figure, patterns = scaled
    pattern = patterns
    if isinstance(patterns, dict):
        pattern = patterns.get(printed_category(conventions, figure, is_large=False)) or patterns["other"]
    group = conventions.large.group
    rule = conventions if group is None else _grouped_by(conventions, group)
    return str(pattern).removeprefix("=").format(n=figures_text(rule, figure))


def decimal_number(conventions: Conventions, value: Decimal, form: str = "") -> str:
    """2.5; 27.5 million; in a table (1,500.5); a `FormError` for other forms than `NUMBER_FORMS`."""
    if form and form not in NUMBER_FORMS:
        raise FormError(form, NUMBER_FORMS)
    amount = value.copy_abs()
    text = (None if form else large_number(conventions, amount)) or figures_text(conventions, amount)
    return negative(conventions, text, form == IN_TABLE) if value < 0 else text


def money(conventions: Conventions, value: Money, form: str = "") -> str:
    """An amount with its currency; a `FormError` for other forms than `MONEY_FORMS`."""
    if form and form not in MONEY_FORMS:
        raise FormError(form, MONEY_FORMS)
    amount = value.amount.copy_abs()
    large = None if form else large_number(conventions, amount)
    printed = large or figures_text(conventions, amount)
    text = _with_currency(conventions, value.currency, printed, amount, form, large is not None)
    return negative(conventions, text, form == IN_TABLE) if value.amount < 0 else text


def _with_currency(
    conventions: Conventions, code: str, printed: str, amount: Decimal, form: str, in_millions: bool
) -> str:
    rule = conventions.money
    if form != "code" and code in rule.symbols:
        return rule.with_symbol.format(symbol=rule.symbols[code], amount=printed)
    name = "" if form == "code" else _name(conventions, code, printed_category(conventions, amount, in_millions))
    if not name:
        return conventions.numbers.money.format(amount=printed, currency=code)
    pattern = rule.large if in_millions and rule.large else rule.with_name
    for words, instead in rule.elided.items():
        beginning = next((each for each in instead if name.startswith(each)), None)
        pattern = pattern.replace(words, instead[beginning]) if beginning else pattern
    return pattern.format(amount=printed, name=name)


def _name(conventions: Conventions, code: str, plural: str) -> str:
    forms = conventions.money.names.get(code)
    if forms is None:
        return cldr.currency_name(conventions.locale, code, plural)
    return forms if isinstance(forms, str) else forms.get(plural, forms["other"])


def _scaled(conventions: Conventions, number: int | Decimal) -> tuple[Decimal, str | dict[str, str]] | None:
    """The figure of a large number with the patterns of what it counts in; None where it is none."""
    rule, value = conventions.large, Decimal(number).copy_abs()
    # 1,500,000.50 was written to the cent, and stays so.
    if value < rule.least or "." in f"{value:f}":
        return None
    scales = _scales(conventions)
    with localcontext(prec=_DIGITS):
        for scale in sorted(scales, reverse=True):
            figure = (Decimal(number) / scale).normalize()
            if abs(figure) >= 1 and len(f"{figure:f}".partition(".")[2]) <= rule.places:
                return Decimal(f"{figure:f}"), scales[scale]
    return None


def _scales(conventions: Conventions) -> dict[int, str | dict[str, str]]:
    """What large numbers count in with its patterns: of the conventions, else of CLDR."""
    own = conventions.large.scales
    return {**own} if own else {**cldr.large_patterns(conventions.locale)}


def _grouped_by(conventions: Conventions, group: str) -> Conventions:
    numbers = conventions.numbers.model_copy(update={"group": group})
    return conventions.model_copy(update={"numbers": numbers})
