"""A text as it is compared: one kind of blank, dash, quotation mark and digit, nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from array import array

_TYPOGRAPHY = {
    **dict.fromkeys("\t\n\v\f\r\u00a0\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("’‘ʼ＇", "'"), **dict.fromkeys("“”„«»＂", '"'), **dict.fromkeys("～〜∼", "~"),
    **dict.fromkeys("٪％", "%"), "．": ".", "／": "/", "（": "(", "）": ")", "＄": "$", "￥": "¥",
}  # fmt: skip
_LETTERS = {**dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("ىی", "ي"), "ک": "ك", "ё": "е", "Ё": "Е", "○": "〇"}
"""Letters that people type for others: without hamza, without the dots of ё, from a Persian keyboard."""

_MARKS = "\u0300-\u036f\u0640\u064b-\u065f\u0670"
"""Accents and vowel signs written after their letter, and the stroke that stretches Arabic words."""

_UNSEEN = f"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff{_MARKS}]|(?<= ) "
_HAN = "\u3400-\u9fff"
_NOT_COMPARED = {
    True: re.compile(_UNSEEN),
    # Chinese has no blanks between words, but some put one on either side of figures.
    False: re.compile(f"{_UNSEEN}|(?<=[0-9]) (?=[{_HAN}])|(?<=[{_HAN}]) (?=[0-9])"),
}
"""What is left out, by whether blanks part the words of the language."""

_FIGURE = re.compile(r"\d")
_MARK = re.compile(f"[{_MARKS}]")
_LETTER_WITH_ACCENTS = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")


class _OneKind(dict[int, str]):
    """Characters with those that stand for them, and every decimal digit as 0 to 9; others as they are."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = str(unicodedata.decimal(character)) if code > 127 and character.isdecimal() else character
        return self[code]


_FOLDED = _OneKind({ord(each): other for each, other in _TYPOGRAPHY.items()})
_LIKE = _OneKind({ord(each): other for each, other in (_TYPOGRAPHY | _LETTERS).items()})


def folded(text: str) -> str:
    """The text with one kind of blank, dash, quotation mark and digit; no character is moved."""
    return text if text.isascii() and text.isprintable() else text.translate(_FOLDED)


def plain_form(text: str) -> str:
    """The text folded, with one letter for those that people confuse, and without what cannot be seen."""
    return _NOT_COMPARED[True].sub("", unicodedata.normalize("NFC", text).translate(_LIKE))


def lowered(text: str) -> str:
    """The text in lower case, of the same length: a letter that would become two (İ) is left as it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


class Plain:
    """A text as it is compared (`text`, in lower case `small`), and the places where its characters stand.

    `has_figures` says whether there is a digit in it.
    """

    __slots__ = ("_has_edges", "_original", "_places", "has_figures", "small", "text")

    def __init__(self, original: str, blanks: bool = True, glued: bool = False) -> None:
        self._original = original
        self._has_edges = blanks and not glued
        self.text, self._places = _without_unseen(original.translate(_LIKE), _NOT_COMPARED[blanks])
        self.small = lowered(self.text)
        # Most texts have none, since figures are facts; looked for once for all that begins with one.
        self.has_figures = _FIGURE.search(self.text) is not None

    @property
    def moved(self) -> bool:
        """Whether any place is another than in the original."""
        return self._places is not None

    def start(self, at: int) -> int:
        """The place in the original of the character at a place."""
        return self._places[at] if self._places else at

    def has_before(self, words: str, at: int) -> bool:
        """Whether these words stand right before a place, and not as the end of a longer word (on of upon)."""
        start = at - len(words)
        if not words or not self.small.endswith(words, 0, at):
            return not words
        inside = words[0].isalnum() and self.small[start - 1 : start].isalnum()
        # Without blanks between words, and where letters are written onto them, any letter may stand before.
        return not inside or not self._has_edges

    def cut(self, start: int, end: int) -> str:
        """The original text between two places."""
        return self._original[self.start(start) : self.end(end)]

    def end(self, at: int) -> int:
        """The place in the original behind the character before a place, with the accents written after it."""
        if not self._places:
            return at
        end = self._places[at - 1] + 1
        while end < len(self._original) and _MARK.match(self._original, end):
            end += 1
        return end


def _without_unseen(text: str, unseen: re.Pattern[str]) -> tuple[str, array[int] | None]:
    """The text as it is compared, and where each of its characters stood; None where nothing was moved."""
    if not unseen.search(text):
        return text, None
    joined = _LETTER_WITH_ACCENTS.sub(_joined, text)
    # An array takes a tenth of the memory of a list, and many texts are kept.
    pieces, places, at = list[str](), array("I"), 0
    # Piece by piece, since most of what cannot be seen are the blanks for facts that stand between two words.
    for match in unseen.finditer(text):
        pieces.append(joined[at : match.start()])
        places.extend(range(at, match.start()))
        at = match.end()
    pieces.append(joined[at:])
    places.extend(range(at, len(text)))
    return "".join(pieces), places


def _joined(match: re.Match[str]) -> str:
    """A letter joined to its accents, which stay behind it; one that cannot be joined is left out later."""
    return unicodedata.normalize("NFC", match.group())[:1] + match.group()[1:]
