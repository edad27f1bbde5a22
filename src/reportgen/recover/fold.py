"""What counts as the same text: one kind of blank, quotation mark, dash and digit, and no letter moves."""

from __future__ import annotations

import unicodedata

from reportgen.language.recognition.plain import folded


class _Digits(dict[int, str]):
    """Every decimal digit as 0 to 9; other characters as they are."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = str(unicodedata.decimal(character)) if code > 127 and character.isdecimal() else character
        return self[code]


_DIGITS = _Digits()


def compared(text: str) -> str:
    """The text as it is compared, of the same length."""
    small = folded(text)
    return small if small.isascii() else small.translate(_DIGITS)
