"""Dates and ranges in figures, found by the same patterns of the conventions by which `formats` prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.language.conventions import Conventions
from reportgen.language.recognition.figures import has_figures
from reportgen.language.recognition.phrases import folded
from reportgen.language.recognition.span import Span, SpanKind
from reportgen.language.rules import Forms

_FIELD = re.compile(r"\\\{(\w+?)[12]?\\\}")
_FIGURE = r"\d[\d.,\s'٬٫]*"


class Patterns:
    """The patterns of one language as regular expressions, each of which begins at a figure."""

    def __init__(self, conventions: Conventions) -> None:
        rule = conventions.dates
        fields = {f"month_{case}": _any_of(names) for case, names in rule.months.items()}
        fields |= {"month": _any_of(name for names in rule.months.values() for name in names), "m": r"\d{1,2}"}
        fields |= {"d": _any_of((r"\d{1,2}", *map(re.escape, rule.days.values())), escape=False), "y": r"\d{4}"}
        forms = (rule.day, rule.month, rule.days_of_month, rule.days_of_year, rule.days_of_years)
        dates = {text for each in forms for text in _texts(each)}
        # "On 18 July" names a day whose year the paragraph has given.
        dates |= {_without_year(text) for text in _texts(rule.day)}
        ends = {"low": _FIGURE, "high": _FIGURE}
        self._patterns: list[tuple[SpanKind, re.Pattern[str]]] = [
            ("date", _compiled(dates, fields)),
            ("range", _compiled(set(_texts(conventions.ranges)), ends)),
        ]

    def spans(self, text: str) -> Iterator[Span]:
        """Every date and range of the text; no ending blank or stop belongs to it."""
        if not has_figures(text):
            return
        plain = folded(text)
        for kind, pattern in self._patterns:
            for match in pattern.finditer(plain):
                yield Span(match.start(), match.start() + len(match.group().rstrip(" .,")), kind)


def _compiled(patterns: Iterable[str], fields: dict[str, str]) -> re.Pattern[str]:
    """One expression for all patterns, longest first; each begins at its first field, without a preposition before."""
    found = {_filled(text[text.index("{") :], fields) for text in patterns}
    return re.compile("|".join(sorted(found, key=len, reverse=True)), re.IGNORECASE)


def _without_year(pattern: str) -> str:
    """The pattern without its year, as in "{d} {month}" or "{month}{d}日", for dates whose year was said before."""
    fields = [match for match in re.finditer(r"\{\w+\}", pattern) if match.group() != "{y}"]
    year = pattern.find("{y}")
    return pattern[fields[0].start() : fields[-1].end() if year > fields[0].start() else None]


def _filled(pattern: str, fields: dict[str, str]) -> str:
    escaped = re.escape(folded(pattern))
    return _FIELD.sub(lambda match: f"(?:{fields[match[1]]})", escaped)


def _any_of(texts: Iterable[str], escape: bool = True) -> str:
    found = sorted({re.escape(folded(text)) if escape else text for text in texts}, key=len, reverse=True)
    return "|".join(found)


def _texts(forms: Forms) -> Iterator[str]:
    yield from [forms] if isinstance(forms, str) else forms.values()
