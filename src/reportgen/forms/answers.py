"""An answer as it was typed, read as a value of its kind: never more than one reading, and never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import cast

from reportgen.facts import (
    Age,
    Count,
    Date,
    DateRange,
    Money,
    Names,
    Ordinal,
    Percent,
    Period,
    PlainNumber,
    Qualified,
    Qualifier,
    Range,
    Spread,
    Value,
    Year,
    number_of,
)
from reportgen.forms.names import NameAnswers
from reportgen.forms.questions import FormQuestion
from reportgen.forms.words import AnswerFault
from reportgen.language import Language
from reportgen.language.recognition import QualifierWords
from reportgen.language.recognition.plain import folded
from reportgen.printing.placeholder import Printer
from reportgen.record import record, replace
from reportgen.tree.text import plain_text
from reportgen.wording import Filter, Placeholder

LONGEST_ENTRY = 4_000
"""Characters of an answer: a paragraph of a report has 1,000."""

_LARGEST = Decimal(10) ** 15
_EMPTY = re.compile(r"[\s.…_\u00a0\u200b\u2060]*")
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\s*\n\s*")
_EXAMPLES: dict[str, Value] = {
    "count": Count(1250), "range": Range(13, 18), "ordinal": Ordinal(3), "percent": Percent(Decimal("12.5")),
    "money": Money(Decimal(1_500_000), "USD"), "year": Year(2019), "date": Date(2019, 5, 12),
    "dates": DateRange(Date(2019, 5, 12), Date(2019, 5, 16)), "period": Period(9, "month"),
    "number": PlainNumber(Decimal("3.75")), "years": Spread("years", Year(2018), Year(2021)),
    "percents": Spread("percents", Percent(Decimal(10)), Percent(Decimal(15))),
    "amounts": Spread("amounts", Money(Decimal(2_000_000), "USD"), Money(Decimal(3_000_000), "USD")),
}  # fmt: skip
"""A value of each kind, for messages; of other kinds the value that stands is the example."""


@record
class FormAnswer:
    """What stands in a cell: its text, and the number or the day where a sheet keeps one."""

    text: str
    number: Decimal | None = None
    day: Date | None = None
    is_formula: bool = False

    @property
    def tidy(self) -> str:
        """The text with single blanks; empty where nothing but blanks and dots was written."""
        text = _BLANK_LINES.sub("\n", _BLANKS.sub(" ", self.text).strip())
        return "" if _EMPTY.fullmatch(text) else text


@record
class WrongAnswer:
    """What is wrong with an answer, with the words that are and an example of right ones."""

    fault: AnswerFault
    entry: str
    example: str = ""


@dataclass(frozen=True)
class AnswerReader:
    """Reads answers in one language."""

    language: Language

    @cached_property
    def names(self) -> NameAnswers:
        """The names of the language."""
        return NameAnswers(self.language)

    def value(self, question: FormQuestion, answer: FormAnswer) -> Value | WrongAnswer:
        """The value that an answer gives to a question."""
        text = answer.tidy
        if len(text) > LONGEST_ENTRY:
            return WrongAnswer("long", text[:40])
        if answer.is_formula or text.startswith("="):
            return WrongAnswer("formula", text)
        if question.takes_names:
            found = self.names.of(question, text)
            if isinstance(found, Names):
                return found
            fault, words = found
            return WrongAnswer(fault, words, self.names.example(question, words))
        read = self._of_cell(question, answer) or self._of_text(question, text)
        return read if not isinstance(read, str) else WrongAnswer(read, text, self.example(question))

    def shown(self, value: Value) -> str:
        """A value as a form shows it: names as lists have them, numbers with the words of their qualifier."""
        if isinstance(value, Names):
            return "; ".join(self.names.shown(value.kind, each) for each in value.ids)
        filters = (Filter("figures"),) if isinstance(value, Count) else ()
        placeholder = Placeholder("value", "", filters, 0)
        text = plain_text(Printer(self.language, {"value": value}.get).fact(placeholder, value, False))
        words = self.language.conventions.qualifiers.get(getattr(value, "qualifier", "exact"), ())
        if not words:
            return text
        before, sign, behind = words[0].partition("#")
        return f"{text} {behind.strip()}" if sign else f"{before} {text}"

    def example(self, question: FormQuestion) -> str:
        """A right answer."""
        known = next((_EXAMPLES[kind] for kind in question.kinds if kind in _EXAMPLES), question.value)
        return self.shown(known) if known is not None else ""

    def _of_cell(self, question: FormQuestion, answer: FormAnswer) -> Value | None:
        """The value of a number or a day that a sheet keeps as such."""
        number, kinds = answer.number, question.kinds
        if answer.day is not None:
            return answer.day if "date" in kinds else None
        if number is None or abs(number) > _LARGEST:
            return None
        whole = int(number) if number == number.to_integral_value() and number >= 0 else None
        if whole is not None:
            if "count" in kinds:
                return self._qualified(question, Count(whole), "")
            if "year" in kinds and 1000 <= whole < 3000:
                return Year(whole)
            if "ordinal" in kinds and whole:
                return Ordinal(whole)
        if "percent" in kinds:
            return self._qualified(question, Percent(number), "")
        return self._qualified(question, PlainNumber(number), "") if "number" in kinds else None

    def _of_text(self, question: FormQuestion, text: str) -> Value | AnswerFault:
        words, qualifier = self._without_qualifier(text)
        found = self._read(question, words)
        if isinstance(found, str):
            return found
        if not qualifier:
            return self._qualified(question, found, "")
        if question.value is None or qualifier == "less_than" or not isinstance(found, Qualified):
            return "qualifier"
        return self._qualified(question, found, qualifier)

    def _qualified(self, question: FormQuestion, value: Value, qualifier: str) -> Value:
        """The value with the qualifier that was typed, else with that which stands, as the words of the text say it."""
        standing = question.value
        if isinstance(value, Count) and isinstance(standing, Count):
            value = replace(value, series=standing.series)
        if not isinstance(value, Qualified):
            return value
        known = getattr(standing, "qualifier", "exact")
        return replace(value, qualifier=cast(Qualifier, qualifier or known))

    def _read(self, question: FormQuestion, text: str) -> Value | AnswerFault:
        """The one value of a fitting kind that a text as a whole may say."""
        plain = folded(text)
        readings = [
            each
            for each in self.language.recognizer.readings(plain)
            if (each.start, each.end) == (0, len(plain)) and _is_bounded(each.value)
        ]
        fitting = [each for each in readings if each.value.kind in question.kinds]
        found = {each.value for each in fitting} or set(self._alone(question, (each.value for each in readings)))
        if len(found) > 1:
            return "unclear"
        # 1.250 is one and a quarter in English for most, and a count cannot be that.
        if any(isinstance(each.value, Count) and not each.usual for each in fitting):
            return "unclear"
        return found.pop() if found else "unreadable"

    def _alone(self, question: FormQuestion, readings: Iterable[Value]) -> Iterator[Value]:
        """The values of a number that stands alone where the question says of what kind it is."""
        for number in (each.number for each in readings if isinstance(each, PlainNumber)):
            whole = int(number) if number == number.to_integral_value() and number > 0 else None
            if "percent" in question.kinds:
                yield Percent(number)
            if "ordinal" in question.kinds and whole:
                yield Ordinal(whole)
            if "age" in question.kinds and whole:
                yield Age(whole)

    def _without_qualifier(self, text: str) -> tuple[str, str]:
        """The text without the words that qualify its number, and their qualifier."""
        words = [each for each in self.language.recognizer.qualifiers(text) if _stands_outside(each, text)]
        if not words:
            return text, ""
        found = max(words, key=lambda each: each.end - each.start)
        rest = text[: found.start] if found.behind else text[found.end :]
        return rest.strip(), found.qualifier


def _stands_outside(words: QualifierWords, text: str) -> bool:
    """Whether words stand before all else, or behind it."""
    return words.end == len(text) and words.start > 0 if words.behind else words.start == 0 and words.end < len(text)


def _is_bounded(value: Value) -> bool:
    number = number_of(value)
    return number is None or -_LARGEST <= number <= _LARGEST
