"""The words inside counted(…) and as(…) say the number of the fact, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen import facts
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.pieces import CheckedPiece, pieces
from reportgen.finding import Finding, Severity
from reportgen.language import Language
from reportgen.language.recognition import Said, said_numbers
from reportgen.wording import Filter, Placeholder

LOOKS_AT = PIECES
CODES = {
    "RG048": Code(
        "words that say another number",
        "What stands in counted(…) and as(…) says the number of the fact and no other. A number of another thing is a "
        "fact of its own, and stands outside the brackets.",
        proof=True,
    ),
    "RG049": Code(
        "words that do not say the number",
        'as("…") says the value: in figures, in a number word, or in a word that says it without one (half-yearly), '
        "which the conventions of the language name under recognition: values. A noun alone says one and two in "
        "languages with a dual, and one where there are no articles. In counted(…) a phrase without # says its "
        "number in a word or an article, in languages that need one: one workshop, a workshop.",
        proof=True,
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Check the words of every counted() and as() against the number of their fact."""
    for piece in pieces(edition):
        for placeholder in piece.placeholders():
            value = piece.value_of(placeholder)
            for each in placeholder.filters:
                if each.name == "counted":
                    yield from _counted(piece, placeholder, each, least=1 if isinstance(value, facts.Period) else 0)
                elif each.name == "as" and value and dict(each.options).get("when", str(value)) == str(value):
                    yield from _own(piece, placeholder, value, "".join(each.arguments))


def _counted(piece: CheckedPiece, placeholder: Placeholder, counted: Filter, least: int) -> Iterator[Finding]:
    """Findings where a phrase holds a number besides `#`.

    Allowed are the number of a category that holds for one alone, and "one", which may be an article.
    """
    for category, text in counted.options:
        numbers = piece.language.numbers_of(category, least)
        if numbers == (1,) and _says_no_one(piece, placeholder, text):
            message = f"""{category}="{text}" does not say 1, the number of '{placeholder.fact}'"""
            yield piece.finding("RG049", "warning", message, placeholder, "write #, the number or an article")
        allowed = {Decimal(number) for number in numbers if len(numbers) == 1}
        for said in _said(piece.language, text):
            if not (said.number in allowed or said.kind == "ordinal word" or _may_be_article(said)):
                message = f"""counted() says '{said.text}' in {category}="{text}" for the fact '{placeholder.fact}'"""
                hint = "write # where the number stands; another number is a fact of its own, outside the brackets"
                yield piece.finding("RG048", "error", message, placeholder, hint)


def _says_no_one(piece: CheckedPiece, placeholder: Placeholder, text: str) -> bool:
    """Whether a phrase for 1 has neither figure, word nor article, in a language whose conventions name words for 1.

    Where they name none, as in Arabic, the noun alone is enough.
    """
    values, value = piece.language.conventions.recognition.values, piece.value_of(placeholder)
    words = values.get("1", ())
    if not words or "#" in text:
        return False
    if isinstance(value, facts.Period):
        words += values.get(f"1 {value.unit}", ())
    return not _said(piece.language, text) and _without(piece.language, words, text) == text


def _own(piece: CheckedPiece, placeholder: Placeholder, value: facts.Value, words: str) -> Iterator[Finding]:
    rest = _without_own(piece.language, value, words)
    found = _said(piece.language, rest)
    for said in found:
        if not _says(said, value):
            message = f"the words '{words}' say '{said.text}'; the fact '{placeholder.fact}' is {value}"
            yield piece.finding("RG048", "error", message, placeholder)
    by_noun = isinstance(value, facts.Count | facts.Period) and piece.language.says_by_noun(value.number)
    by_noun |= _noun_is_enough(piece.language, value)
    if not found and rest == words and not (by_noun or isinstance(value, facts.Names | facts.Symbol | facts.Cited)):
        message = f"the words '{words}' do not say the value of '{placeholder.fact}', {value}"
        # Times can be said in too many ways (half-yearly, last spring) for an error.
        severity: Severity = (
            "warning" if isinstance(value, facts.Period | facts.Year | facts.Date | facts.DateRange) else "error"
        )
        yield piece.finding("RG049", severity, message, placeholder, "write the number in figures or in words")


def _noun_is_enough(language: Language, value: facts.Value) -> bool:
    """Whether a noun alone says the value: one thing, in a language without articles (советник, 法律顾问)."""
    return isinstance(value, facts.Count) and value.number == 1 and "1" not in language.conventions.recognition.values


def _said(language: Language, text: str) -> list[Said]:
    return said_numbers(language.recognizer, text)


def _may_be_article(said: Said) -> bool:
    return said.kind == "word" and said.number == 1


def _says(said: Said, value: facts.Value) -> bool:
    """Whether a number in the words belongs to the value: itself, an end of a range, a part of a date."""
    if said.kind == "month":
        return not isinstance(value, facts.Date | facts.DateRange) or said.number in {
            each.month for each in _dates(value)
        }
    if isinstance(value, facts.Symbol | facts.Cited):
        return said.text in str(value)
    if said.kind == "ordinal word" and not isinstance(value, facts.Ordinal | facts.Date | facts.DateRange):
        return True
    return said.number in _numbers(value)


def _numbers(value: facts.Value) -> set[Decimal]:
    match value:
        case facts.Count() | facts.Period() | facts.Ordinal() | facts.Year() | facts.Percent():
            return {Decimal(value.number)}
        case facts.Money():
            return {value.amount}
        case facts.Range():
            return {Decimal(value.low), Decimal(value.high)}
        case facts.Date() | facts.DateRange():
            return {Decimal(part) for each in _dates(value) for part in (each.year, each.month, each.day)}
        case facts.Names():
            return {Decimal(len(value.ids)), Decimal(1)}
        case facts.PlainNumber():
            return {value.number}
        case facts.Rate():
            return {value.number, Decimal(value.per)}
        case facts.Spread():
            return _numbers(value.low) | _numbers(value.high)
        case _:
            return {Decimal(each) for each in re.findall(r"\d+", str(value))}


def _dates(value: facts.Date | facts.DateRange) -> tuple[facts.Date, ...]:
    return (value,) if isinstance(value, facts.Date) else (value.start, value.end)


def _without_own(language: Language, value: facts.Value, words: str) -> str:
    """The words without those that say the value by themselves: half-yearly, of six months."""
    return _without(language, _own_of(language, value), words)


def _without(language: Language, own: Iterable[str], words: str) -> str:
    # Chinese has no blanks between words, and Arabic writes prefixes onto them: no word edge can be asked for.
    edge = "" if language.conventions.script in ("han", "arabic") else r"[\w-]"
    for each in sorted(own, key=len, reverse=True):
        pattern = rf"(?<!{edge}){re.escape(each)}(?!{edge})" if edge else re.escape(each)
        words = re.sub(pattern, " ", words, flags=re.IGNORECASE)
    return words


def _own_of(language: Language, value: facts.Value) -> set[str]:
    """Words that the conventions give for a value, and its number words that also mean something else (семью)."""
    rule = language.conventions.recognition
    found = set(rule.values.get(str(value), ()))
    if isinstance(value, facts.Count | facts.Period):
        forms = language.conventions.numbers.words.get(value.number, "")
        found |= {forms} if isinstance(forms, str) else set(forms.values())
        found &= {*rule.ordinary, *rule.values.get(str(value), ())}
    return found
