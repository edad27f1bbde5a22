"""Numbers as one language prints them: in digits or words, alone or with the noun that they count."""

from __future__ import annotations

from reportgen.errors import suggestion
from reportgen.facts import (
    Age,
    Cited,
    Count,
    Date,
    DateRange,
    FiscalYear,
    Money,
    Ordinal,
    Percent,
    Period,
    PlainNumber,
    Range,
    Rate,
    Ratio,
    Spread,
    Symbol,
    Time,
    Value,
    Year,
    number_of,
)
from reportgen.language import Language, amounts, formats, patterned, spelled
from reportgen.language.formats import FormError
from reportgen.printing.phrases import check_phrases
from reportgen.printing.request import Refusal, Request
from reportgen.record import record
from reportgen.wording import Filter, Placeholder


@record
class NumberPrinter:
    """Prints all values except names; `figured` are the series whose counts all stand in figures."""

    language: Language
    figured: frozenset[str] = frozenset()

    def text(self, placeholder: Placeholder, value: Value, request: Request, at_start: bool) -> str:
        """The text that a placeholder prints; a `Refusal` or a `FormError` where the value cannot be printed so."""
        _check_request(placeholder, value, request)
        conventions = self.language.conventions
        match value:
            case Count():
                return self._counted(placeholder, value, request, at_start)
            case Period():
                return self._period(placeholder, value, request, at_start)
            case Ordinal():
                return formats.ordinal(conventions, value.number, request.form)
            case Range():
                return formats.number_range(conventions, value, request.form)
            case Date():
                return formats.date(conventions, value, request.form)
            case DateRange():
                return formats.date_range(conventions, value, request.form)
            case Money():
                return amounts.money(conventions, value, request.form)
            case PlainNumber():
                return self._number(placeholder, value, request)
            case Symbol() if not request.form:
                return patterned.symbol(conventions, value)
            case Spread() | FiscalYear() | Rate() | Ratio() | Age() | Time() | Cited():
                return self._patterned(value, request.form)
            case _:
                if request.form:
                    message = f"'{placeholder.fact}' is a {value.kind} and has no forms"
                    raise Refusal(message, "write it without form()")
                return self._plain(value, at_start)

    def number(self, value: Count | Period, request: Request, at_start: bool) -> str:
        """The number alone, in figures or in words; an unknown form is an error in either case.

        Else a wrong form would show only once the number drops below ten.
        """
        conventions, number = self.language.conventions, value.number
        spelled.check_number_form(conventions, request.form)
        # A number above a million has no words; then figures stand even at the start of a sentence.
        if request.style != "figures" and (request.style == "words" or self._in_words(value, at_start)):
            words = spelled.number_in_words(conventions, number, request.form)
            if words is not None:
                return words
            if request.style == "words":
                raise Refusal(f"{number} has no words in {self.language.tag}", "leave out 'words'")
        large = None if request.style else amounts.large_number(conventions, number)
        return large or formats.figures_text(conventions, number)

    def agreeing(self, placeholder: Placeholder, choice: Filter, value: Value) -> str:
        """The words of plural() or counted() for the category that the value is of."""
        number = number_of(value)
        if number is None:
            hint = "counts, periods and lists have a number"
            raise Refusal(f"{choice.name}() takes a number; '{placeholder.fact}' is a {value.kind}", hint)
        options, categories = dict(choice.options), self.language.plural_categories()
        if choice.arguments or set(options) != set(categories):
            wanted = ", ".join(f'{category}="…"' for category in categories)
            message = f"{choice.name}() takes {', '.join(categories)} in {self.language.tag}"
            raise Refusal(message, f"write {choice.name}({wanted})")
        return options[self.language.plural_category(number)]

    def _in_words(self, value: Count | Period, at_start: bool) -> bool:
        """Whether the number stands in words: small ones, and in some languages all that begin a sentence.

        In a series, figures for one number mean figures for all ("14, previously 9").
        """
        rule = self.language.conventions.numbers
        in_series = isinstance(value, Count) and value.series in self.figured and bool(value.series)
        return (at_start and rule.sentence_start_in_words) or (value.number < rule.words_below and not in_series)

    def _counted(self, placeholder: Placeholder, value: Count | Period, request: Request, at_start: bool) -> str:
        if request.choice is None:
            return self.number(value, request, at_start)
        text = self.agreeing(placeholder, request.choice, value)
        # A period is never 0, so a plural category that holds for 0 and 1 is safe without the number.
        least = 1 if isinstance(value, Period) else 0
        check_phrases(self.language, "counted()", dict(request.choice.options), least)
        # Only a phrase that begins with the number can begin a sentence with it.
        return text.replace("#", self.number(value, request, at_start and text.startswith("#")))

    def _period(self, placeholder: Placeholder, value: Period, request: Request, at_start: bool) -> str:
        if request.choice or request.style:
            return self._counted(placeholder, value, request, at_start)
        conventions = self.language.conventions
        units = conventions.units[value.unit]
        if (request.form or "default") not in units:
            raise FormError(request.form, tuple(units))
        unit = units[request.form or "default"][self.language.plural_category(value.number)]
        case = request.form if request.form in conventions.numbers.forms else ""
        gender = conventions.unit_genders.get(value.unit, "")
        # A number word agrees with its unit, as in Russian and Arabic; figures ignore the form.
        number = self.number(value, Request(form=".".join(filter(None, (gender, case)))), at_start)
        pattern = unit.removeprefix("=") if unit.startswith("=") or "{n}" in unit else conventions.periods
        return pattern.format(n=number, unit=unit)

    def _plain(self, value: Value, at_start: bool) -> str:
        conventions = self.language.conventions
        match value:
            case Percent():
                return self._percent(value, at_start)
            case Year():
                return formats.digits(conventions, str(value.number))
            case Symbol():
                return value.text
            case _:
                raise AssertionError(f"a {value.kind} is printed elsewhere")

    def _number(self, placeholder: Placeholder, value: PlainNumber, request: Request) -> str:
        """A number with or without its noun; large ones in millions."""
        form = "full" if request.style == "figures" else request.form
        text = amounts.decimal_number(self.language.conventions, value.number, form)
        if request.choice is None:
            return text
        phrase = self.agreeing(placeholder, request.choice, value)
        check_phrases(self.language, "counted()", dict(request.choice.options), 0)
        return phrase.replace("#", text)

    def _patterned(self, value: patterned.Patterned, form: str) -> str:
        try:
            return patterned.patterned(self.language.conventions, value, form)
        except patterned.UnknownOrgan as unknown:
            message = f"{self.language.tag} has no words for resolutions of '{unknown.organ}'"
            hint = suggestion(unknown.organ, unknown.known) or f"one of: {', '.join(unknown.known)}"
            raise Refusal(message, hint) from None

    def _percent(self, value: Percent, at_start: bool) -> str:
        """A percentage, whose whole number stands in words where one that begins a sentence does."""
        conventions, number = self.language.conventions, value.number
        whole = number == number.to_integral_value() and number >= 0 and "." not in str(number)
        if at_start and whole and conventions.numbers.sentence_start_in_words:
            words = spelled.number_in_words(conventions, int(number))
            if words:
                return conventions.numbers.percent_in_words.format(n=words)
        return formats.percent(conventions, value, self.language.plural_category(number))


def _check_request(placeholder: Placeholder, value: Value, request: Request) -> None:
    """Refuse filters that are for values of another kind."""
    if request.name_style != "auto":
        message = f"'{request.name_style}' takes a name; '{placeholder.fact}' is a {value.kind}"
        raise Refusal(message, f"write it without '{request.name_style}'")
    if isinstance(value, Count | Period) or (isinstance(value, PlainNumber) and request.style != "words"):
        return
    if request.style:
        message = f"'{request.style}' takes a count or a period; '{placeholder.fact}' is a {value.kind}"
        raise Refusal(message, f"write it without '{request.style}'")
    if request.choice:
        hint = f"print {{{{ {placeholder.fact} }}}}, and the word beside it with plural()"
        raise Refusal(f"counted() takes a count or a period; '{placeholder.fact}' is a {value.kind}", hint)
