"""Numbers typed in the text: "12.", "(a)", "一.", "أولا -". What they mean, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportgen.readers.numerals import numeral
from reportgen.record import record
from reportgen.tree.path import PathStep, Step


@record
class Typed:
    """A number in the text.

    `readings` are the series it can belong to with its value in each. The smallest comes first as the likeliest: "i" is
    more often roman one than the ninth letter, "c" more often the third letter than a hundred;
    `parents` are the steps before the last one of "1.2.3"; `suffix` is "bis", "ter" …; `shape` is how it is set.
    `bare` says that nothing but one blank stands between the figure and the text, so that it may be a part of that.
    """

    label: str
    rest: str
    shape: str
    readings: tuple[tuple[str, int], ...]
    parents: tuple[int, ...] = ()
    suffix: str = ""
    bare: bool = False

    def value(self, before: int | None) -> int:
        """The value that follows the one before it ("12 bis" follows 12), else the first, else the likeliest."""
        values = [value for _, value in self.readings]
        wanted = 1 if before is None else before + (not self.suffix)
        return wanted if wanted in values else values[0]

    def step(self, before: int | None) -> PathStep:
        """The last step of the path: a number, or "12 bis"."""
        return Step(self.value(before), self.suffix).written

    def may_be(self, series: str) -> bool:
        """Whether the number can belong to a series."""
        return any(name == series for name, _ in self.readings)


def typed_number(text: str, sure: bool = False) -> Typed | None:
    """The number at the beginning of a text, or None; the rest of the text is never empty.

    `sure` says that a number is expected (in a heading, after an anchor): then "A." and "1.2" need no tab behind them.
    A year before a text ("2030 Agenda") is no number even there.
    """
    beginning = text.lstrip()
    # The order of the shapes decides: a stricter pattern stands before the one that would match its beginning.
    for shape, pattern, needs_tab in _SHAPES:
        match = pattern.match(beginning)
        if match is None:
            continue
        rest = beginning[match.end() :]
        if not rest.strip() or (needs_tab and not sure and not _is_set_apart(match["core"], rest)):
            continue
        found = _typed(shape, match, rest)
        if found:
            return found
    return None


def label_number(label: str) -> Typed | None:
    """What a label says that stands by itself, such as the literal text of a level in Word."""
    # The tab and the full stop stand for the text without which nothing is a number.
    return typed_number(f"{label.strip()}\t.", sure=True)


def is_typed_again(label: str, text: str) -> bool:
    """Whether a text repeats the number that Word counts: the same shape and about the same value."""
    own, typed = label_number(label), typed_number(text)
    if own is None or typed is None or own.shape != typed.shape:
        return False
    values = dict(own.readings)
    return any(abs(value - values[series]) <= _NEAR for series, value in typed.readings if series in values)


def _is_set_apart(core: str, rest: str) -> bool:
    """Whether a tab stands between a number and its text, or blanks as wide as one.

    Two blanks may be a slip of the hand in a sentence: then the text begins as sentences do, and the number is no year.
    """
    if rest.startswith("\t"):
        return True
    return _WIDE_BLANK.match(rest) is not None and not _YEAR.fullmatch(core)


def _typed(shape: str, match: re.Match[str], rest: str) -> Typed | None:
    *parents, core = match["core"].split(".") if shape == "dotted" else [match["core"]]
    readings = tuple(sorted(_readings(core), key=lambda reading: reading[1]))
    if not readings:
        return None
    suffix = (match.groupdict().get("suffix") or "").strip()
    above = tuple(int(parent) for parent in parents)
    label = match.group().strip()
    bare = label == core and core.isdecimal() and not _is_set_apart(core, rest)
    if bare and _YEAR.fullmatch(core):
        return None
    return Typed(label, rest.strip(), shape, readings, above, suffix, bare)


def _readings(core: str) -> Iterator[tuple[str, int]]:
    """The series that a numeral can belong to."""
    if core.isdecimal():
        yield "decimal", int(core)
        return
    plain = _plain(core)
    for series in _SERIES:
        value = _values(series).get(plain)
        if value:
            yield series, value


def _plain(core: str) -> str:
    """Arabic without vowel signs, joiners and lengthening, and with the bare form of alif."""
    return re.sub("[\u0640\u064b-\u0652\u200c\u200d]", "", core).replace("أ", "ا").replace("إ", "ا")


_ARABIC_ORDINALS = [
    "أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا", "حادي_عشر", "ثاني_عشر",
    "ثالث_عشر", "رابع_عشر", "خامس_عشر", "سادس_عشر", "سابع_عشر", "ثامن_عشر", "تاسع_عشر", "عشرون",
]  # fmt: skip
_ARABIC_LETTERS = [
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون", "سين", "عين",
    "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد", "ظاء", "غين",
]  # fmt: skip
_SERIES = {
    "upperRoman": 200,
    "lowerRoman": 200,
    "upperLetter": 104,
    "lowerLetter": 104,
    "chineseCounting": 999,
    "russianUpper": 58,
    "russianLower": 58,
    "arabicAbjad": 28,
    "ideographEnclosedCircle": 10,
    "decimalEnclosedCircle": 20,
    "arabicOrdinal": len(_ARABIC_ORDINALS),
    "arabicLetterName": len(_ARABIC_LETTERS),
}
"""Series that are recognised, with the largest number of each."""

_NAMED = {"arabicOrdinal": _ARABIC_ORDINALS, "arabicLetterName": _ARABIC_LETTERS}


@lru_cache(maxsize=len(_SERIES))
def _values(series: str) -> dict[str, int]:
    """Each numeral of a series with its value."""
    if series in _NAMED:
        return {_plain(name.replace("_", " ")): value for value, name in enumerate(_NAMED[series], 1)}
    return {_plain(numeral(value, series)): value for value in range(1, _SERIES[series] + 1)}


_NEAR = 3
"""How far a typed number may lie from the counted one: after some edits it may be that of a neighbour."""

_HAN = "[一二三四五六七八九十百零〇]{1,6}"
_ARABIC = "[\u0621-\u064a\u200d]{1,3}"
_WORDS = "|".join(
    re.sub("ا$", "\u064b?ا\u064b?", name.replace("_", " "))  # أولا, أولاً, أولًا
    for name in sorted((*_ARABIC_ORDINALS, *_ARABIC_LETTERS), key=len, reverse=True)
)
_LETTERS = "[A-Za-z]{1,8}|[а-яА-Я]{1,4}"
_TIMES = (
    "bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies|duodecies|terdecies|quaterdecies|quindecies|"
    "sexdecies|septdecies|octodecies|novodecies|vicies"
)
_SUFFIX = f"(?P<suffix> (?:ante )?(?:{_TIMES})| ante)?"
_END = r"(?=\s)"
_YEAR = re.compile(r"\d{4,}")
_WIDE_BLANK = re.compile(r"(?:[ \u00a0]{2,}|[ \u00a0]*[\u2002\u2003\u3000])[\s\u00a0]*(?=[^\W\d_])(?![a-zà-ÿα-ωа-я])")
_TO_HAN = r"(?=[ \u00a0\u3000]*[*《“「【（(]{0,3}[\u4e00-\u9fff])"
"""A Chinese text follows, before which no blank is needed."""
_UNIT = (
    r"(?![ \u00a0]*(?:[%％‰亿万千百十个倍元吨米度岁克升]|公里|公斤|公顷|公尺|平方|立方|小时|分钟|分之|秒钟"
    r"|美元|欧元|港元|日元|英镑|人民币|以上|以下|左右|至|到|版))"
)
"""Units of measure that must not follow a dotted number, since it is then a decimal fraction: 2.5 亿元."""
_CHAPTERS = {"编": "chapter", "篇": "chapter", "章": "chapter", "部分": "chapter", "节": "section", "条": "article"}
_SHAPES = tuple(
    (shape, re.compile(pattern), needs_tab)
    for shape, pattern, needs_tab in (
        *(
            (shape, rf"第 ?(?P<core>{_HAN}|\d{{1,3}}) ?{word}{end}", needs_tab)
            for word, shape in _CHAPTERS.items()
            for end, needs_tab in ((r"(?=[\s　：:])[：:]?", False), ("", True))
        ),
        ("enclosed", rf"\((?P<core>\d{{1,3}}|{_LETTERS}|{_HAN}|{_ARABIC}){_SUFFIX}\){_END}", False),
        ("enclosed", rf"\((?P<core>\d{{1,3}}|{_HAN})\){_TO_HAN}", False),
        ("enclosed", rf"[（](?P<core>\d{{1,3}}|{_HAN}|{_LETTERS}){_SUFFIX}[）]", False),
        ("quoted", rf"[’‘](?P<core>\d{{1,3}}){_SUFFIX}[’‘]{_END}", False),
        ("enclosed", rf"(?P<core>[㈠-㈩①-⑳]){_SUFFIX}", False),
        ("closed", rf"(?P<core>\d{{1,3}}|{_LETTERS}|{_ARABIC}){_SUFFIX}\){_END}", False),
        ("closed", rf"(?P<core>\d{{1,3}}|{_HAN})[)）]{_TO_HAN}", False),
        ("pointed", rf"(?P<core>{_HAN}){_SUFFIX}[、．.](?![\d一二三四五六七八九十])", False),  # not 一、二审
        ("pointed", rf"(?P<core>{_HAN}){_SUFFIX}[、．.](?!\d)", True),
        ("pointed", rf"(?P<core>\d{{1,3}}){_SUFFIX}[.．、]{_END}", False),
        ("pointed", rf"(?P<core>\d{{1,3}})[.．、]{_TO_HAN}", False),
        ("dotted", rf"(?P<core>\d{{1,3}}(?:\.\d{{1,3}}){{1,8}})\.{_END}", False),
        ("dotted", rf"(?P<core>[1-9]\d?(?:\.[1-9]\d?){{1,8}})(?![\d.]){_UNIT}{_TO_HAN}", False),
        ("dotted", rf"(?P<core>\d{{1,3}}(?:\.\d{{1,3}}){{1,8}}){_END}", True),
        ("pointed", rf"(?P<core>{_LETTERS}){_SUFFIX}\.{_END}", True),
        ("dashed", rf"(?P<core>{_WORDS}|\d{{1,4}}){_SUFFIX} ?[-–]{_END}(?=\s+[\u0600-\u06ff])", False),
        ("dashed", rf"(?P<core>{_WORDS}|{_ARABIC}|\d{{1,5}}){_SUFFIX} ?[-–]{_END}", True),
        ("pointed", rf"(?P<core>\d{{1,5}}){_SUFFIX}\.?{_END}", True),
    )
)
"""Shape and pattern of a number, and whether a tab must follow it where no number is expected."""
