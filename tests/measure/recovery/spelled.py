"""Numbers spelled out by rules of their own, apart from those that print and read them."""

from __future__ import annotations


def _listed(words: str) -> list[str]:
    return words.split()


_EN = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_EN_TENS = _listed("_ _ twenty thirty forty fifty sixty seventy eighty ninety")
_FR = _listed(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
_FR_TENS = _listed("_ _ vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
_ES = _listed(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
)
_ES_TENS = _listed("_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = _listed(
    "_ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
_RU = _listed(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
_RU_TENS = _listed("_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
_RU_HUNDREDS = _listed("_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")
_ZH = "零一二三四五六七八九"
_AR_TENS = _listed("_ _ عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون")
_AR = _listed("صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة")


def spelled(tag: str, number: int) -> str | None:
    """A number from 13 to 9,999 in words; None where these rules do not spell it."""
    return {"en": _english, "fr": _french, "es": _spanish, "ru": _russian, "zh": _chinese, "ar": _arabic}[tag](number)


def _english(number: int) -> str | None:
    if number < 20:
        return _EN[number]
    if number < 100:
        return _EN_TENS[number // 10] + (f"-{_EN[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_EN[number // 100]} hundred" + (f" and {_english(number % 100)}" if number % 100 else "")
    if number < 10_000:
        rest = number % 1000
        joined = f" and {_english(rest)}" if 0 < rest < 100 else f" {_english(rest)}" if rest else ""
        return f"{_EN[number // 1000]} thousand{joined}"
    return None


def _french(number: int) -> str | None:
    if number < 20:
        return _FR[number]
    if number < 100:
        ten, unit = divmod(number, 10)
        if ten in (7, 9):
            unit += 10
        if unit == 0:
            return _FR_TENS[ten] + ("s" if ten == 8 else "")
        joined = " et " if unit in (1, 11) and ten < 8 else "-"
        return f"{_FR_TENS[ten]}{joined}{_FR[unit]}"
    if number < 1000:
        hundred, rest = divmod(number, 100)
        head = "cent" if hundred == 1 else f"{_FR[hundred]} cent{'' if rest else 's'}"
        return head + (f" {_french(rest)}" if rest else "")
    if number < 10_000:
        thousand, rest = divmod(number, 1000)
        head = "mille" if thousand == 1 else f"{_FR[thousand]} mille"
        return head + (f" {_french(rest)}" if rest else "")
    return None


def _spanish(number: int) -> str | None:
    if number < 30:
        return _ES[number]
    if number < 100:
        return _ES_TENS[number // 10] + (f" y {_ES[number % 10]}" if number % 10 else "")
    if number == 100:
        return "cien"
    if number < 1000:
        return _ES_HUNDREDS[number // 100] + (f" {_spanish(number % 100)}" if number % 100 else "")
    if number < 10_000:
        thousand, rest = divmod(number, 1000)
        head = "mil" if thousand == 1 else f"{_ES[thousand]} mil"
        return head + (f" {_spanish(rest)}" if rest else "")
    return None


def _russian(number: int) -> str | None:
    if number < 20:
        return _RU[number]
    if number < 100:
        return _RU_TENS[number // 10] + (f" {_RU[number % 10]}" if number % 10 else "")
    if number < 1000:
        return _RU_HUNDREDS[number // 100] + (f" {_russian(number % 100)}" if number % 100 else "")
    if number < 10_000:
        thousand, rest = divmod(number, 1000)
        head = "тысяча" if thousand == 1 else "две тысячи" if thousand == 2 else f"{_RU[thousand]} " + (
            "тысячи" if thousand < 5 else "тысяч"
        )  # fmt: skip
        return head + (f" {_russian(rest)}" if rest else "")
    return None


def _chinese(number: int) -> str | None:
    if number >= 10_000:
        return None
    text, gap = "", False
    for place, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if gap and text else "") + _ZH[digit] + sign
            gap = False
        else:
            gap = bool(text)
    return text.removeprefix("一") if 10 <= number < 20 else text


def _arabic(number: int) -> str | None:
    ten, unit = divmod(number, 10)
    if not 20 <= number < 100:
        return None
    return _AR_TENS[ten] if not unit else f"{_AR[unit]} و{_AR_TENS[ten]}"
