"""Labels that are words: "Table 2", "Annexe II", "附件一", "المرفق الأول". What they say, and where the text begins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from reportgen.readers.typed import label_number
from reportgen.tree.path import Path, Step

CaptionKind = Literal["table", "figure", "box", "annex", "appendix"]

_WORDS: dict[CaptionKind, str] = {
    "table": "table|tableau|cuadro|tabla|таблица|表|الجدول|جدول",
    "figure": "figure|graphique|figura|gráfico|диаграмма|рисунок|图|الشكل|شكل",
    "box": "box|encadré|recuadro|вставка|方框|الإطار|إطار",
    "annex": "annex|annexe|anexo|приложение|附件|المرفق|مرفق",
    "appendix": "appendix|appendice|apéndice|добавление|附录|التذييل|تذييل",
}
_SOURCES = "sources?|fuentes?|источники?|المصدر|المصادر|资料来源|来源"
_ORDINALS = (
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
    "الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر",
)  # fmt: skip
_NUMBER = "|".join(
    (
        r"\d{1,4}(?:\.\d{1,3})*",
        "[IVXLC]{1,8}",
        "[A-Z]",
        "[一二三四五六七八九十]{1,3}",
        # Longest first, else الثاني would match the beginning of الثاني عشر.
        *sorted(_ORDINALS, key=len, reverse=True),
    )
)
_LABEL = re.compile(
    "(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS.items()) + ")"
    rf"(?:[ \u00a0]?(?P<number>(?-i:{_NUMBER}))(?!\w)|(?!\w))",
    re.IGNORECASE,
)  # fmt: skip
_LAST = re.compile(r"(\d+(?: [a-z]+)?)\Z|(?<=[ \u00a0])([IVXLC]{1,8}|[A-Z])\Z")
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_BETWEEN = " \t\n\u00a0\u2003.:：．。–—-"
_SOURCE = re.compile(rf"(?:{_SOURCES})[ \u00a0]?[:：][ \u00a0\u2003]*", re.IGNORECASE)
_ANY_SOURCE = re.compile(r"[^:：]{1,40}[:：][ \u00a0\u2003]*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label in words at the beginning of a text; `number` is empty where it has none."""

    kind: CaptionKind
    label: str
    number: str
    rest: str


def labelled(text: str) -> Labelled | None:
    """The label that a text begins with in one of the six languages, or None."""
    beginning = text.lstrip()
    match = _LABEL.match(beginning)
    if match is None:
        return None
    kind: CaptionKind = next(kind for kind in _WORDS if match[kind])
    return Labelled(kind, match.group(), match["number"] or "", beginning[match.end() :].lstrip(_BETWEEN))


def caption_number(label: str) -> str:
    """The number at the end of a label, whatever words stand before it; empty where it has none."""
    known = labelled(label)
    if known and known.number:
        return label.removeprefix(known.label.removesuffix(known.number))
    match = _LAST.search(label)
    return match.group() if match else ""


def steps_of(number: str, before: int) -> Path:
    """The steps that a number means (II, 2, 2.1, 二, الثاني, 2 bis); for an empty or unknown one, `before` plus 1."""
    if number in _ORDINALS:
        return (_ORDINALS.index(number) + 1,)
    if _DOTTED.fullmatch(number):
        return tuple(int(step) for step in number.split("."))
    typed = label_number(f"{number}.") if number else None
    return (typed.step(before),) if typed else (before + 1,)


def source_text(text: str, sure: bool = False) -> str | None:
    """The text behind "Source:" in one of the six languages, or None; `sure`: it is one, whatever its first word."""
    match = _SOURCE.match(text) or (_ANY_SOURCE.match(text) if sure else None)
    return text[match.end() :] if match else None


@dataclass
class Course:
    """The tables, figures, boxes and annexes so far: the last number of each series, and the annex that is open.

    `kind`, `path` and `name` are those of the last table, figure or box, `letter` the last one below it.
    """

    last: Counter[Path] = field(default_factory=Counter)
    prefix: Path = ()
    kind: str = "table"
    path: Path = ()
    name: str = ""
    letter: int = 0

    def captioned(self, kind: str, number: str, name: str, counted: int | None = None) -> Path:
        """The path of a table, a figure or a box; `counted` is what a field has counted."""
        # The field's own count wins over its printed result, which may be out of date.
        steps = (counted,) if counted is not None else steps_of(number, self.last[(kind,)])
        self.last[(kind,)] = Step.of(steps[-1]).figure
        self.kind, self.path, self.name, self.letter = kind, steps, name, 0
        return steps

    def annexed(self, kind: str, number: str, counted: int | None = None) -> Path:
        """The path of an annex or an appendix, which becomes the prefix of all that follows."""
        series = (*self.prefix[:2], kind) if kind == "appendix" else (kind,)
        steps = (counted,) if counted is not None else steps_of(number, self.last[series])
        self.last[series] = Step.of(steps[-1]).figure
        self.prefix = (*series, steps[-1])
        return self.prefix

    def lettered(self, letter: str) -> Path:
        """The path of a note below the last table, figure or box."""
        typed = label_number(f"({letter})")
        value = typed.value(self.letter) if typed else self.letter + 1
        self.letter = value
        return (self.kind, *self.path, value)
