"""How Word writes a number in each of its number formats (ECMA-376, 17.18.59 ST_NumberFormat).

Deliberately not that of `language.labels`: a reader that counts with the writer's own tables proves nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from reportgen.readers.number_words import WORDED, in_words

LARGEST_NUMERAL = 32767
"""The largest number that Word counts to; a larger one is written in figures."""

_ABJAD = [
    "أ",
    "ب",
    "ج",
    "د",
    "ه\u200d",
    "و",
    "ز",
    "ح",
    "ط",
    "ي",
    "ك",
    "ل",
    "م",
    "ن",
    "س",
    "ع",
    "ف",
    "ص",
    "ق",
    "ر",
    "ش",
    "ت",
    "ث",
    "خ",
    "ذ",
    "ض",
    "ظ",
    "غ",
]  # heh as it joins: هـ
_ALPHA = [
    "أ",
    "ب",
    "ت",
    "ث",
    "ج",
    "ح",
    "خ",
    "د",
    "ذ",
    "ر",
    "ز",
    "س",
    "ش",
    "ص",
    "ض",
    "ط",
    "ظ",
    "ع",
    "غ",
    "ف",
    "ق",
    "ك",
    "ل",
    "م",
    "ن",
    "ه",
    "و",
    "ي",
]
_RUSSIAN = list("абвгдежзиклмнопрстуфхцчшщыэюя")
_LATIN = list("abcdefghijklmnopqrstuvwxyz")
_HEBREW = list("אבגדהוזחטיכלמנסעפצקרשת")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_PLAIN = ("零一二三四五六七八九", "十百千万")
_TRADITIONAL = ("零一二三四五六七八九", "十百千萬")
_LEGAL_SIMPLIFIED = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟万")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟萬")


@lru_cache(maxsize=4096)
def numeral(number: int, number_format: str, language: str = "") -> str:
    """A number as Word writes it in a format; in figures where that is not known or the format has no such number.

    `language` is the tag of the text (fr-FR), which ordinals and number words follow.
    """
    if number_format == "none":
        return ""
    if number_format in WORDED:
        return in_words(number, number_format, language) or str(number)
    write = NUMERAL_FORMATS.get(number_format)
    if write is None or not 1 <= number <= LARGEST_NUMERAL:
        return f"{number:02d}" if number_format == "decimalZero" and number >= 0 else str(number)
    return write(number)


def is_numeral_known(number: int, number_format: str, language: str = "") -> bool:
    """Whether it is known how Word writes a number: neither a format of tomorrow nor the words of another language."""
    if number_format in WORDED:
        return in_words(number, number_format, language) is not None
    return number_format == "none" or number_format in NUMERAL_FORMATS


def counted_roman(number: int) -> str:
    """I, II, III, IV; thousands are repeated."""
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def counted_chinese(number: int, signs: tuple[str, str] = _PLAIN) -> str:
    """十一, 二十八, 一百零五, 一万二千: digits and units of one of the series of signs."""
    digits, units = signs
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        return (
            counted_chinese(high, signs)
            + units[3]
            + ((digits[0] if low < 1000 else "") + counted_chinese(low, signs)) * (low > 0)
        )
    text, zero = "", False
    for power, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += (digits[0] if zero and text else "") + digits[digit] + unit
        zero = not digit
    short = digits[1] + units[0]
    # Ten is 十 and not 一十, save in the formal figures of money.
    return text[1:] if text.startswith(short) and signs in (_PLAIN, _TRADITIONAL) else text


def _repeated(letters: list[str]) -> Callable[[int], str]:
    """a … z, aa, bb … as Word repeats a letter; after 30 of one letter it begins again."""

    def write(number: int) -> str:
        # Word repeats the letter (aa, bbb). LibreOffice counts on in another base past the end of Arabic and Cyrillic.
        repeats, index = divmod((number - 1) % (30 * len(letters)), len(letters))
        return letters[index] * (repeats + 1)

    return write


def _listed(signs: str) -> Callable[[int], str]:
    """One sign after another, then figures."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _digits(signs: str) -> Callable[[int], str]:
    """Digit by digit."""
    return lambda number: str(number).translate({ord("0") + value: sign for value, sign in enumerate(signs)})


def _japanese(number: int) -> str:
    """As in Chinese, without 一 before a unit and without a sign for what is left out: 百五."""
    text = counted_chinese(number).replace("零", "")
    return text.replace("一十", "十").replace("一百", "百").replace("一千", "千")


def _gematria(number: int) -> str:
    """Hebrew numerals: letters worth 400 to 1; 15 and 16 are written 9+6 and 9+7."""
    if number > 999:
        return str(number)
    text = ""
    values = (*range(1, 10), *range(10, 100, 10), *range(100, 500, 100))
    for value, letter in sorted(zip(values, _HEBREW, strict=True), reverse=True):
        if number in (15, 16):
            return text + "ט" + "וז"[number - 15]
        count, number = divmod(number, value)
        text += letter * count
    return text


_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)

NUMERAL_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _listed("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedCircleChinese": _listed("①②③④⑤⑥⑦⑧⑨⑩"),
    "decimalEnclosedFullstop": _listed("".join(map(chr, range(0x2488, 0x249C)))),
    "decimalEnclosedParen": _listed("".join(map(chr, range(0x2474, 0x2488)))),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "upperRoman": counted_roman,
    "lowerRoman": lambda number: counted_roman(number).lower(),
    "upperLetter": lambda number: _repeated(_LATIN)(number).upper(),
    "lowerLetter": _repeated(_LATIN),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": lambda number: _repeated(_RUSSIAN)(number).upper(),
    "arabicAbjad": _repeated(_ABJAD),
    "arabicAlpha": _repeated(_ALPHA),
    "hebrew1": _gematria,
    "hebrew2": _repeated(_HEBREW),
    "chicago": _repeated(list("*†‡§")),
    "chineseCounting": counted_chinese,
    "chineseCountingThousand": counted_chinese,
    "taiwaneseCounting": lambda number: counted_chinese(number, _TRADITIONAL),
    "taiwaneseCountingThousand": lambda number: counted_chinese(number, _TRADITIONAL),
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": lambda number: counted_chinese(number, _LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": lambda number: counted_chinese(number, _LEGAL_TRADITIONAL),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "ideographEnclosedCircle": _listed("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"),
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
}
"""What is known of the formats of Word, but for ordinals and number words, which follow the language."""
