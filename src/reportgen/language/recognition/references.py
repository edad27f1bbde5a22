"""Cross-references typed in words: paragraphs 12–15, section II.A, 第12至15段, الفرع أولا - ألف."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from reportgen.language.conventions import Conventions
from reportgen.language.labels import counter
from reportgen.language.recognition import vocabulary
from reportgen.language.recognition.plain import Plain, plain_form
from reportgen.language.recognition.reading import CitedKind, TypedReference
from reportgen.language.rules import LabelRules

_COUNTERS = {
    "decimal": r"\d+(?: (?:bis|ter|quater))?",
    "roman": "[IVXLC]+",
    "roman_lower": "[ivxlc]+",
    "latin": "[a-z]{1,2}",
    "latin_upper": "[A-Z]{1,2}",
    "chinese": "[一二三四五六七八九十百零]+",
    "chinese_parenthesized": "[㈠-㈩]",
}
_FIELD = re.compile(r"\{(\w+)\}")
_RANGE = re.compile(r"\{first\}(.*)\{last\}")


class TypedReferences:
    """Finds what looks as the language prints references, by the same words in every case."""

    def __init__(self, conventions: Conventions) -> None:
        self._conventions = conventions
        patterns = {kind: [*self._patterns(kind)] for kind in get_args(CitedKind)}
        between = (match[1] for texts in patterns.values() for text in texts if (match := _RANGE.search(text)))
        to = _any_of({*between, "-", " - "})
        self._to = re.compile(to)
        self._between = to + "|" + _any_of(vocabulary.list_joins(conventions))
        self._references: dict[CitedKind, tuple[re.Pattern[str], re.Pattern[str]]] = {
            kind: (self._compiled(kind, texts), re.compile(self._label(kind))) for kind, texts in patterns.items()
        }

    def found(self, plain: Plain) -> Iterator[TypedReference]:
        """Every reference, in places of the text as it is compared, with its labels as they are typed."""
        for kind, (pattern, label) in self._references.items():
            for match in pattern.finditer(plain.text):
                yield from self._parted(kind, match, label, plain)

    def _parted(
        self, kind: CitedKind, match: re.Match[str], label: re.Pattern[str], plain: Plain
    ) -> Iterator[TypedReference]:
        """The references of a list of numbers: one for all that stand alone, one for each "12 to 15"."""
        places = [each.span() for each in label.finditer(plain.text, *match.span("numbers"))]
        alone = list[str]()
        while places:
            start, end = places.pop(0)
            if places and self._to.fullmatch(plain.text, end, places[0][0]):
                last = places.pop(0)
                # The words before and behind belong to a range only where nothing else is listed.
                whole = not alone and not places and start == match.start("numbers")
                place = match.span() if whole else (start, last[1])
                yield TypedReference(*place, kind, (plain.cut(start, end),), plain.cut(*last))
            else:
                alone.append(plain.cut(start, end))
        if alone:
            yield TypedReference(*match.span(), kind, tuple(alone))

    def _patterns(self, kind: str) -> Iterator[str]:
        for name, texts in self._conventions.references.items():
            if name.partition("_")[0] == kind:
                yield from (plain_form(text) for key, text in texts.items() if key in ("one", "two", "many", "range"))
        yield from map(plain_form, self._conventions.recognition.references.get(kind, ()))

    def _compiled(self, kind: CitedKind, patterns: Sequence[str]) -> re.Pattern[str]:
        """One expression for all words of a kind, with the numbers as a group."""
        label = self._label(kind)
        numbers = rf"(?P<numbers>(?:{label})(?:(?:{self._between})(?:{label}))*)"
        before = _any_of({text[: text.index("{")] for text in patterns})
        behind = _any_of({text[text.rindex("}") + 1 :] for text in patterns})
        edge = r"(?<!\w)" if self._conventions.script in ("latin", "cyrillic") else ""
        end = r"(?!\w)" if self._conventions.script != "han" else ""
        return re.compile(rf"{edge}(?i:{before}){numbers}(?:{behind}){end}")

    def _label(self, kind: CitedKind) -> str:
        rule = self._conventions.labels
        match kind:
            case "para":
                parts = "|".join(self._expression(text) for text in rule.subparagraphs[:2])
                return rf"{self._expression(counter(rule.paragraphs))}(?: ?(?:{parts}))*"
            case "section":
                levels = [self._expression(counter(text)) for text in rule.headings[:3]]
                joined = rf"(?:{re.escape(plain_form(rule.joined))}|[. ]|, )"
                return f"(?:{levels[0]})(?:{joined}(?:{levels[1]}))?(?:{joined}(?:{levels[2]}))?"
            case "table":
                return self._expression(counter(rule.tables))
            case "figure":
                return self._expression(counter(rule.figures))
            case "box":
                return self._expression(counter(rule.boxes))
            case "annex":
                return self._expression(counter(rule.annexes))
            case "appendix":
                return self._expression(counter(rule.appendices))

    def _expression(self, pattern: str) -> str:
        """The expression of a label: its counter as letters or figures, the rest as it stands."""
        parts = _FIELD.split(plain_form(pattern))
        return "".join(
            _counter(self._conventions.labels, part) if number % 2 else re.escape(part)
            for number, part in enumerate(parts)
        )


def _counter(rule: LabelRules, name: str) -> str:
    if name in _COUNTERS:
        return _COUNTERS[name]
    series: tuple[str, ...] = getattr(rule, name)
    return f"(?:{_any_of(map(plain_form, series))})"


def _any_of(texts: Iterable[str]) -> str:
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))
