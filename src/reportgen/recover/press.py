"""What placeholders print in one language with the facts of one piece: asked before any of them is put over a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from math import prod

from reportgen.errors import ReportgenError
from reportgen.facts import Count, Money, Names, Percent, Range, Spread, Time, Value, Year, ends_of
from reportgen.language import Language
from reportgen.language.formats import FormError
from reportgen.printing.alternatives import Alternatives, possible_parts
from reportgen.printing.placeholder import Printer
from reportgen.printing.request import Refusal
from reportgen.printing.series import figured_series
from reportgen.recover.fold import compared
from reportgen.tree.inlines import Content
from reportgen.tree.text import raised
from reportgen.wording import Filter, Placeholder

_MOST_TEXTS = 400
"""How many texts of one placeholder are written out: a list of six bodies may be printed in more than 700 ways."""


@dataclass
class Press:
    """Prints placeholders; `values` are the facts of the piece by name, `figured` the series that stand in figures."""

    language: Language
    values: Mapping[str, Value]
    figured: frozenset[str] = frozenset()
    _texts: dict[tuple[object, ...], tuple[str, ...]] = field(default_factory=dict)

    def with_values(self, values: Mapping[str, Value]) -> Press:
        """The same language with other values of facts."""
        return Press(self.language, values, figured_series(values.values(), self.language))

    def content(self, placeholder: Placeholder, value: Value, at_start: bool) -> Content | None:
        """The inlines that a placeholder prints for a value; None where the value cannot be printed so."""
        try:
            return Printer(self.language, self.values.get, self.figured).fact(placeholder, value, at_start)
        except (Refusal, FormError, ReportgenError, KeyError):
            return None

    def parts(self, placeholder: Placeholder, value: Value, at_start: bool) -> tuple[Alternatives, ...]:
        """What a placeholder may become, part after part; nothing where the value cannot be printed so."""
        content = self.content(placeholder, value, at_start)
        try:
            return possible_parts(content, self.language) if content else ()
        except ReportgenError:
            return ()

    def texts(self, placeholder: Placeholder, value: Value) -> tuple[str, ...]:
        """Every text that a placeholder may become, wherever it stands, as it is compared; the longest first."""
        key = (placeholder.fact, placeholder.item, placeholder.filters, value)
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = tuple(sorted(set(self._all(placeholder, value)), key=lambda each: -len(each)))
        return found

    def said(self, piece: object) -> Value | None:
        """What a piece of wording says of its fact; None for what prints no fact."""
        if not isinstance(piece, Placeholder) or word_choice(piece):
            return None
        whole = self.values.get(piece.fact)
        return None if whole is None else said_value(piece, whole)

    def _all(self, placeholder: Placeholder, value: Value) -> Iterator[str]:
        series = {value.series} if isinstance(value, Count) and value.series else set[str]()
        for figured in {self.figured, self.figured | series, self.figured - series}:
            press = replace(self, figured=frozenset(figured))
            for at_start in (False, True):
                yield from map(compared, written_out(press.parts(placeholder, value, at_start)))


def word_choice(placeholder: Placeholder) -> Filter | None:
    """The filter of a placeholder that prints no fact, only a word that agrees with it; None for all others."""
    return next((each for each in placeholder.filters if each.name in ("plural", "agree")), None)


def choice_texts(choice: Filter) -> Iterator[str]:
    """The words among which a filter chooses as they are compared, also raised as at the start of a sentence."""
    for _, words in choice.options:
        yield compared(words)
        yield compared(raised(words))


def phrase_choice(placeholder: Placeholder) -> Filter | None:
    """The filter counted() of a placeholder, whose words stand together with the number."""
    return next((each for each in placeholder.filters if each.name == "counted"), None)


def written_out(parts: tuple[Alternatives, ...]) -> Iterator[str]:
    """The texts that some parts make together; of very many, those whose names are all of one kind."""
    texts = [[each.text for each in part] for part in parts]
    if not texts:
        return
    if prod(map(len, texts)) <= _MOST_TEXTS:
        yield from map("".join, product(*texts))
        return
    for index in range(max(map(len, texts))):
        yield "".join(part[min(index, len(part) - 1)] for part in texts)


def whole_value(placeholder: Placeholder, whole: Value, said: Value) -> tuple[Placeholder, Value] | None:
    """The placeholder and the value of its fact with which it says a value: of one end of a range, or one item."""
    item = placeholder.item
    match whole, said:
        case _ if not item:
            return placeholder, said
        case Range(), Count():
            ends = (said.number, whole.high) if item == "low" else (whole.low, said.number)
            return placeholder, Range(*ends)
        case Spread(), Percent() | Money() | Year() | Time() if said.kind == whole.low.kind:
            low, high = (said, whole.high) if item == "low" else (whole.low, said)
            return placeholder, replace(whole, low=low, high=high)
        case Names(), Names() if len(said.ids) == 1 and whole.kind == said.kind:
            ids = tuple(said.ids[0] if item == id_as_item(each) else each for each in whole.ids)
            return replace(placeholder, item=id_as_item(said.ids[0])), replace(whole, ids=ids)
        case _:
            return None


def said_value(placeholder: Placeholder, whole: Value) -> Value:
    """What a placeholder says of the value of its fact: all, one end of a range, or one item of a list."""
    item = placeholder.item
    match whole:
        case Range() | Spread() if item in ("low", "high"):
            ends = ends_of(whole)
            return ends[item == "high"] if ends else whole
        case Names() if item:
            ids = tuple(each for each in whole.ids if item in (each, id_as_item(each)))
            return replace(whole, ids=ids, many=False)
        case _:
            return whole


def id_as_item(name: str) -> str:
    """The id of a name as it stands behind the dot: un_women of un-women."""
    return name.replace("-", "_")
