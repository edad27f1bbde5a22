"""What a language prints by a pattern, read back: resolution 72/162, article 33, 6.1 per 100,000, aged 15–24."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache, partial
from string import ascii_lowercase
from typing import Any

from reportgen.facts import Age, Cited, FiscalYear, PlainNumber, Rate, Ratio, Time, Value
from reportgen.facts.cited import EXPRESSIONS
from reportgen.language.conventions import Conventions
from reportgen.language.formats import read_figures
from reportgen.language.pattern_rules import PLURAL_PATTERNS, named_forms
from reportgen.language.patterned import annex_label, point_letter
from reportgen.language.recognition.plain import Plain, lowered, plain_form
from reportgen.language.recognition.reading import Reading
from reportgen.record import record

_FIELD = re.compile(r"\{(\w+)\}")
_FIGURE = r"\d+(?:[.,'٫٬·](?=\d)\d+| (?=\d{3}(?!\d))\d+)*"
_YEAR = r"[12]\d{3}"
_MOST_ANNEXES = 99

FieldTexts = Mapping[str, str]


@record
class _ReadPattern:
    """A pattern as an expression, the form that prints it, and what its fields say.

    `words` in small letters stand in every text in which it is found.
    """

    expression: str
    form: str
    value: Callable[[FieldTexts], Value | None]
    usual: bool = True
    has_figures: bool = True
    words: str = ""


class PatternedReadings:
    """Finds what one language prints by patterns."""

    def __init__(self, conventions: Conventions) -> None:
        self._conventions = conventions
        self._annexes = {
            plain_form(annex_label(conventions, str(number))): str(number) for number in range(1, _MOST_ANNEXES + 1)
        }
        self._points = {plain_form(point_letter(conventions, letter)): letter for letter in ascii_lowercase}
        found = [*self._cited(), *self._figures(), *self._clock()]
        self._without_figures = [each for each in found if not each.has_figures]
        self._with_figures = [each for each in found if each.has_figures]

    def readings(self, plain: Plain) -> Iterator[Reading]:
        """Every value that a part of the text says by a pattern."""
        for each in (*self._without_figures, *(self._with_figures if plain.has_figures else ())):
            # Most texts lack the words, and an expression that takes any case needs long to find that.
            if each.words not in plain.small:
                continue
            for match in _compiled_expression(each.expression).finditer(plain.text):
                value = each.value({name: text for name, text in match.groupdict().items() if text is not None})
                if value is not None:
                    start, end = match.span()
                    yield Reading(start, end, value, each.form, usual=each.usual)

    def _cited(self) -> Iterator[_ReadPattern]:
        rule = self._conventions.patterns
        for kind in EXPRESSIONS:
            number = {"n": self._number(kind), "to": self._number(kind)}
            for form, text in named_forms(getattr(rule, kind)):
                yield from self._of_kind(kind, text, form, number)
            several = PLURAL_PATTERNS.get(kind)
            for form, text in named_forms(getattr(rule, several)) if several else ():
                yield self._pattern(text, form, number, partial(self._as_cited, kind))
        for kind in ("resolution", "decision"):
            for organ, name in rule.organs.items():
                for form, text in named_forms(getattr(rule, f"{kind}_of")):
                    fields = {"n": self._number(kind)}
                    value = partial(self._as_cited, kind, organ=organ)
                    yield self._pattern(text.replace("{organ}", name), form, fields, value)

    def _of_kind(self, kind: str, text: str, form: str, number: Mapping[str, str]) -> Iterator[_ReadPattern]:
        """A pattern for the number of a kind, with a point, and with a paragraph before or behind."""
        if not _FIELD.sub("", text).strip():
            return
        yield self._pattern(text, form, number, partial(self._as_cited, kind))
        if kind in PLURAL_PATTERNS:
            pointed = self._conventions.patterns.point.replace("{number}", "{n}")
            fields = {**number, "point": self._point}
            yield self._pattern(text.replace("{n}", pointed), form, fields, partial(self._as_cited, kind))
        if kind in PLURAL_PATTERNS and kind != "paragraph":
            yield from self._within(kind)

    def _within(self, kind: str) -> Iterator[_ReadPattern]:
        """The patterns of a paragraph of an article, in each form of the paragraph."""
        rule = self._conventions.patterns
        outer = dict(named_forms(getattr(rule, kind)))
        for form, text in named_forms(rule.paragraph):
            for pointed in ("{para}", rule.point.replace("{number}", "{para}")):
                pattern = rule.inner.replace("{inner}", text.replace("{n}", pointed))
                pattern = pattern.replace("{outer}", outer.get(form, outer[""]))
                for name, words in (*outer.items(), ("default", outer[""])):
                    pattern = pattern.replace(f"{{outer_{name}}}", words)
                fields = {"n": self._number(kind), "para": EXPRESSIONS["paragraph"], "point": self._point}
                yield self._pattern(pattern, form, fields, partial(self._as_cited, kind))

    @property
    def _point(self) -> str:
        return "|".join(map(re.escape, self._points))

    def _number(self, kind: str) -> str:
        if kind != "annex":
            return EXPRESSIONS[kind]
        return "|".join(re.escape(label) for label in sorted(self._annexes, key=len, reverse=True))

    def _as_cited(self, kind: Any, fields: FieldTexts, organ: str = "") -> Value | None:
        texts = {name: fields.get(name, "") for name in ("n", "to", "para", "point")}
        if kind == "annex":
            texts |= {name: self._annexes.get(texts[name], texts[name]) for name in ("n", "to")}
        return Cited(kind, texts["n"], texts["to"], texts["para"], self._points.get(texts["point"], ""), organ)

    def _figures(self) -> Iterator[_ReadPattern]:
        rule = self._conventions.patterns
        for form, text in named_forms(rule.rate):
            yield self._pattern(text, form, {"n": _FIGURE, "per": _FIGURE}, self._as_rate)
        for form, text in named_forms(rule.ratio):
            # 10:30 is also a time, and 3 of 5 may be two counts.
            yield self._pattern(text, form, {"first": _FIGURE, "second": _FIGURE}, self._as_ratio, usual=False)
        for form, text in named_forms(rule.fiscal_year):
            years = {"y1": _YEAR, "y2": _YEAR, "yy2": r"\d\d"}
            yield self._pattern(text, form, years, _as_fiscal_year)
        whole = r"\d{1,3}"
        for name in ("age", "ages"):
            for form, text in named_forms(getattr(rule, name)):
                fields = {"n": whole, "low": whole, "high": whole, "years": self._years("default")}
                fields["years_gen"] = self._years("gen")
                # 18 years may also be a length of time, and is one where nothing says that it is an age.
                bare = _FIELD.sub("", text).strip(" -") == ""
                yield self._pattern(text, form, fields, _as_age, usual=not bare)
        word = self._word
        negative = rf"(?<![{word})])-(?P<n>{_FIGURE})(?![{word}])"
        positive = rf"(?P<plus>)(?<![{word}.,])(?P<n>{_FIGURE})(?![{word}])"
        for expression in (negative, rf"\((?P<n>{_FIGURE})\)", positive):
            yield _ReadPattern(expression, "", self._as_number, usual=expression == negative)

    def _years(self, form: str) -> str:
        units = self._conventions.units["year"]
        texts = {plain_form(text.removeprefix("=")) for text in units.get(form, units["default"]).values()}
        return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))

    def _as_rate(self, fields: FieldTexts) -> Value | None:
        number, per = self._read(fields["n"]), self._read(fields["per"])
        whole = per is not None and per == per.to_integral_value() and per >= 2
        return Rate(number, int(per)) if number is not None and per is not None and whole else None

    def _as_ratio(self, fields: FieldTexts) -> Value | None:
        first, second = self._read(fields["first"]), self._read(fields["second"])
        if first is None or second is None or "." in f"{first}{second}" or not (first and second):
            return None
        return Ratio(int(first), int(second))

    def _as_number(self, fields: FieldTexts) -> Value | None:
        number = self._read(fields["n"])
        return None if number is None else PlainNumber(number if "plus" in fields else -number)

    def _read(self, text: str) -> Decimal | None:
        return read_figures(self._conventions, text)

    def _clock(self) -> Iterator[_ReadPattern]:
        rule = self._conventions.patterns
        halves = [plain_form(half) for half in rule.halves]
        half = "|".join(re.escape(each) for each in halves)
        fields = {"h": r"2[0-3]|1\d|\d", "hh": r"2[0-3]|[01]\d", "h12": r"1[0-2]|[1-9]", "mm": r"[0-5]\d", "half": half}
        for name in ("time", "hour"):
            for form, text in named_forms(getattr(rule, name)):
                yield self._pattern(text, form, fields, partial(_as_time, halves))
        if rule.noon:
            expression, words = self._expression(rule.noon, {}), _words_of(rule.noon)
            yield _ReadPattern(expression, "", lambda _: Time(12), has_figures=False, words=words)

    @property
    def _word(self) -> str:
        """What has an edge: in Chinese, which has no blanks between words, only Latin letters and figures."""
        return "A-Za-z0-9" if self._conventions.script == "han" else r"\w"

    def _pattern(
        self,
        text: str,
        form: str,
        fields: Mapping[str, str],
        value: Callable[[FieldTexts], Value | None],
        usual: bool = True,
    ) -> _ReadPattern:
        names = set(_FIELD.findall(text))
        digits = any(r"\d" in fields[name] or "[1-9]" in fields[name] for name in names)
        return _ReadPattern(self._expression(text, fields), form, value, usual, digits, _words_of(text))

    def _expression(self, pattern: str, fields: Mapping[str, str]) -> str:
        """The expression of a pattern: its words in any case, each field as a group, a second time as the same text."""
        parts = _FIELD.split(plain_form(pattern))
        texts, seen = list[str](), set[str]()
        for number, part in enumerate(parts):
            if number % 2 == 0:
                texts.append(rf"(?i:{re.escape(part)})" if part else "")
            else:
                texts.append(rf"(?P={part})" if part in seen else rf"(?P<{part}>{fields[part]})")
                seen.add(part)
        word = self._word
        before = rf"(?<![{word}.,/-])" if parts[0][:1].isalnum() or not parts[0] else ""
        behind = rf"(?![{word}/])" if parts[-1][-1:].isalnum() or not parts[-1] else ""
        return before + "".join(texts) + behind


@cache
def _compiled_expression(expression: str) -> re.Pattern[str]:
    # When a text first has its words: a report has those of few, and all of a language take longer than its texts.
    return re.compile(expression)


def _words_of(pattern: str) -> str:
    """The longest text of a pattern between two fields, in small letters."""
    return lowered(max(_FIELD.split(plain_form(pattern))[::2], key=len))


def _as_fiscal_year(fields: FieldTexts) -> Value | None:
    first = int(fields["y1"])
    last = int(fields.get("y2") or fields["yy2"])
    return FiscalYear(first) if last in (first + 1, (first + 1) % 100) else None


def _as_age(fields: FieldTexts) -> Value | None:
    if "high" not in fields:
        return Age(int(fields.get("low") or fields["n"]))
    low, high = int(fields["low"]), int(fields["high"])
    return Age(low, high) if low < high else None


def _as_time(halves: list[str], fields: FieldTexts) -> Value | None:
    minute = int(fields.get("mm", 0))
    if "h12" in fields:
        return Time(int(fields["h12"]) % 12 + 12 * (fields.get("half", "").lower() == halves[1].lower()), minute)
    return Time(int(fields.get("h") or fields["hh"]), minute)
