"""The scanner: prose with placeholders and light markup, in one go."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.wording.expression import read_expression
from reportgen.wording.pieces import (
    Address,
    Fault,
    FootnoteMark,
    Marked,
    Placeholder,
    ReferenceCall,
    TypedText,
    WordingPiece,
    Words,
)

_TOKEN = re.compile(
    r"""(?P<escape>\\[\\*\[\]{}<>#])
      | (?P<open>\{\{)
      | (?P<forbidden>\{%|\{\#|\}\}|%\}|\#\})
      | (?P<bold>\*\*)
      | (?P<italic>\*)
      | \[\^(?P<note>[^\]\s]*)\]
      | <(?P<url>https?://[^\s<>{}]+)>
      | (?P<unclosed>\[\^|<https?://)
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"[\\{}%#*\[<]")
"""What every token begins with; looked for first, since a set of characters is found much more quickly."""

_FORBIDDEN = {
    "{%": ("statements ({% … %}) are not part of wording", "use plural, counted or agree for words that change"),
    "{#": ("comments ({# … #}) are not part of wording", "put a remark for translators into 'of' of a fact"),
    "}}": ("'}}' without '{{' before it", "write \\}\\} if the braces are meant literally"),
    "%}": ("'%}' is not part of wording", "take it out, or write %\\} if it is meant literally"),
    "#}": ("'#}' is not part of wording", "take it out, or write \\#\\} if it is meant literally"),
    "[^": ("a footnote mark that is not closed", "write [^id], or \\[^ if the bracket is meant literally"),
    "<http://": ("an address that is not closed", "write <https://…> without spaces or braces"),
    "<https://": ("an address that is not closed", "write <https://…> without spaces or braces"),
}


@lru_cache(maxsize=16384)
def scan(text: str) -> tuple[WordingPiece, ...]:
    """The pieces of a text; a `Fault` at the first thing that is not part of the wording language.

    Kept, since loading, checks and printing scan the same texts.
    """
    return _Scanner(text).content()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.open: list[str] = []

    def content(self, closing: str = "", opened: int = 0) -> tuple[WordingPiece, ...]:
        """The pieces up to the closing mark-up sign, or to the end of the text."""
        pieces: list[WordingPiece] = []
        words, begin = "", self.at
        while match := self.token():
            # Escapes end no words: the text before and behind them is one piece.
            words += self.text[self.at : match.start()]
            self.at = match.end()
            kind = match.lastgroup
            if kind == "escape":
                words += match.group()[1]
                continue
            if words:
                pieces.append(Words(words, begin, match.start()))
            if closing and self.closes(match, closing):
                self.at = match.start() + len(closing)
                return tuple(pieces)
            pieces.append(self.piece(match, str(kind)))
            words, begin = "", self.at
        if closing:
            raise Fault(opened, f"'{closing}' is not closed", "write \\* for an asterisk that is meant literally")
        words += self.text[self.at :]
        self.at = len(self.text)
        if words:
            pieces.append(Words(words, begin, self.at))
        return tuple(pieces)

    def closes(self, match: re.Match[str], closing: str) -> bool:
        """Whether a token closes what was opened last; of three asterisks the first closes italics."""
        return match.group() == closing or (closing == "*" and self.text.startswith("***", match.start()))

    def token(self) -> re.Match[str] | None:
        """The next token of the text, or none."""
        at = self.at
        while sign := _SIGN.search(self.text, at):
            if match := _TOKEN.match(self.text, sign.start()):
                return match
            at = sign.end()
        return None

    def piece(self, match: re.Match[str], kind: str) -> WordingPiece:
        start = match.start()
        match kind:
            case "open":
                return self.placeholder(start)
            case "bold" | "italic":
                return self.marked(match.group(), start)
            case "note":
                if not match["note"]:
                    raise Fault(start, "a footnote mark without an id", "write [^id]")
                return FootnoteMark(match["note"], start, self.at)
            case "url":
                return Address(match["url"], start, self.at)
            case _:
                message, hint = _FORBIDDEN[match.group()]
                raise Fault(start, message, hint)

    def marked(self, sign: str, start: int) -> Marked:
        # Markup must nest: the sign closes an outer pair while the inner one is still open.
        if sign in self.open:
            raise Fault(start, f"'{self.open[-1]}' is not closed before '{sign}'", "close first what was opened last")
        self.open.append(sign)
        content = self.content(sign, start)
        self.open.pop()
        return Marked("bold" if sign == "**" else "italic", content, start, self.at)

    def placeholder(self, start: int) -> Placeholder | ReferenceCall | TypedText:
        if self.text[self.at : self.at + 1] in ("-", "+"):
            raise Fault(start, f"'{{{{{self.text[self.at]}' is not part of wording", "write {{ without the sign")
        piece, self.at = read_expression(self.text, self.at, start)
        return piece
