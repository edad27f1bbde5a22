"""The wording language: prose with placeholders and light markup, read in one scan (docs/wording.md).

The placeholders are a subset of Jinja2's expressions. Prose is never executed: what the scanner does not know is an
error with its place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NoReturn

from reportgen.errors import suggestion

FILTERS = frozenset(
    {"figures", "words", "form", "plural", "counted", "of", "agree", "as", "full", "short", "third", "brief", "bare"}
)
REFERENCES = ("para", "paras", "section", "table", "figure", "box", "annex")

Category = Literal["zero", "one", "two", "few", "many", "other"]


class Fault(Exception):
    """What is wrong at one character of a text."""

    def __init__(self, offset: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.offset, self.message, self.hint = offset, message, hint


@dataclass(frozen=True, slots=True)
class Filter:
    """`name(arguments, key=option)` behind a bar; all values are constant strings."""

    name: str
    arguments: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Literal text."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`{{ fact.item | filter }}`."""

    fact: str
    item: str
    filters: tuple[Filter, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Reference:
    """`{{ paras("a", to="d") | filter }}`."""

    function: str
    ids: tuple[str, ...]
    to: str
    filters: tuple[Filter, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Marked:
    """Text between `*` (italic) or `**` (bold)."""

    style: Literal["italic", "bold"]
    content: tuple[Piece, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Mark:
    """`[^note]`: the place of a footnote's number."""

    note: str
    offset: int


@dataclass(frozen=True, slots=True)
class Address:
    """`<https://…>`."""

    url: str
    offset: int


Piece = Words | Placeholder | Reference | Marked | Mark | Address

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
_EXPRESSION = re.compile(
    r"""\s*(?:(?P<name>[^\W\d]\w*)
      | (?P<number>0|[1-9][0-9]*)
      | (?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
      | (?P<sign>[|.,()=]|}}))
    """,
    re.VERBOSE,
)
_RESERVED = frozenset({"true", "false", "none", "True", "False", "None", "not"})
_FORBIDDEN = {
    "{%": ("statements ({% … %}) are not part of wording", "use plural, counted or agree for words that change"),
    "{#": ("comments ({# … #}) are not part of wording", "put a remark for translators into 'of' of a fact"),
    "}}": ("'}}' without '{{' before it", "write \\}\\} if the braces are meant literally"),
    "%}": ("'%}' is not part of wording", ""),
    "#}": ("'#}' is not part of wording", ""),
    "[^": ("a footnote mark that is not closed", "write [^id], or \\[^ if the bracket is meant literally"),
    "<http://": ("an address that is not closed", "write <https://…> without spaces or braces"),
    "<https://": ("an address that is not closed", "write <https://…> without spaces or braces"),
}


@lru_cache(maxsize=65536)
def scan(text: str) -> tuple[Piece, ...]:
    """The pieces of a piece of wording; a `Fault` at the first thing that is not of the language."""
    return _Scanner(text).content()


def placeholders(pieces: tuple[Piece, ...]) -> Iterator[Placeholder]:
    """All placeholders of facts, in reading order."""
    for piece in pieces:
        if isinstance(piece, Placeholder):
            yield piece
        elif isinstance(piece, Marked):
            yield from placeholders(piece.content)


def marks(pieces: tuple[Piece, ...]) -> Iterator[Mark]:
    """All footnote marks, in reading order."""
    for piece in pieces:
        if isinstance(piece, Mark):
            yield piece
        elif isinstance(piece, Marked):
            yield from marks(piece.content)


def references(pieces: tuple[Piece, ...]) -> Iterator[Reference]:
    """All cross-references, in reading order."""
    for piece in pieces:
        if isinstance(piece, Reference):
            yield piece
        elif isinstance(piece, Marked):
            yield from references(piece.content)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.open: list[str] = []

    def content(self, closing: str = "", opened: int = 0) -> tuple[Piece, ...]:
        """The pieces up to the closing mark-up sign, or to the end of the text."""
        pieces: list[Piece] = []
        words, begin = "", self.at
        while match := _TOKEN.search(self.text, self.at):
            words += self.text[self.at : match.start()]
            self.at = match.end()
            kind = match.lastgroup
            if kind == "escape":
                words += match.group()[1]
                continue
            if words:
                pieces.append(Words(words, begin))
            if closing and match.group() == closing:
                return tuple(pieces)
            pieces.append(self.piece(match, str(kind)))
            words, begin = "", self.at
        if closing:
            raise Fault(opened, f"'{closing}' is not closed", "write \\* for an asterisk that is meant literally")
        words += self.text[self.at :]
        self.at = len(self.text)
        if words:
            pieces.append(Words(words, begin))
        return tuple(pieces)

    def piece(self, match: re.Match[str], kind: str) -> Piece:
        start = match.start()
        match kind:
            case "open":
                return self.placeholder(start)
            case "bold" | "italic":
                return self.marked(match.group(), start)
            case "note":
                if not match["note"]:
                    raise Fault(start, "a footnote mark without an id", "write [^id]")
                return Mark(match["note"], start)
            case "url":
                return Address(match["url"], start)
            case _:
                message, hint = _FORBIDDEN[match.group()]
                raise Fault(start, message, hint)

    def marked(self, sign: str, start: int) -> Marked:
        if sign in self.open:
            raise Fault(start, f"'{self.open[-1]}' is not closed before '{sign}'", "close first what was opened last")
        self.open.append(sign)
        content = self.content(sign, start)
        self.open.pop()
        return Marked("bold" if sign == "**" else "italic", content, start)

    def placeholder(self, start: int) -> Placeholder | Reference:
        if self.text[self.at : self.at + 1] in ("-", "+"):
            raise Fault(start, f"'{{{{{self.text[self.at]}' is not part of wording", "write {{ without the sign")
        return _Expression(self, start).read()


class _Expression:
    """Reads what stands between `{{` and `}}`."""

    def __init__(self, scanner: _Scanner, start: int) -> None:
        self.scanner, self.start = scanner, start
        self.kind, self.value, self.offset = "", "", start
        self.advance()

    def advance(self) -> None:
        text, at = self.scanner.text, self.scanner.at
        match = _EXPRESSION.match(text, at)
        if match:
            self.kind = str(match.lastgroup)
            self.value = match[self.kind]
            self.offset = match.start(self.kind)
            self.scanner.at = match.end()
            return
        rest = text[at:].lstrip()
        self.offset = len(text) - len(rest)
        if rest[:1] in ("'", '"') and "}}" in rest:
            raise Fault(self.offset, "a quotation mark is not closed", f"close the words with {rest[0]}")
        self.fail(rest[:1])

    def fail(self, found: str = "") -> NoReturn:
        found = found or self.value
        before, closing, _ = self.scanner.text[self.start + 2 :].partition("}}")
        if not closing or "{{" in before:
            raise Fault(self.start, "'{{' is not closed", "close the placeholder with }}")
        if found == "}}" and not before.strip():
            raise Fault(self.start, "an empty placeholder", "write the name of a fact between {{ and }}")
        hint = "a placeholder is {{ fact }}, {{ fact.ITEM }} or {{ fact | filter }}"
        raise Fault(self.offset, f"'{found}' cannot stand here in a placeholder", hint)

    def take(self, kind: str, value: str = "") -> str:
        if self.kind != kind or (value and self.value != value):
            self.fail()
        taken = self.value
        if not (kind == "sign" and value == "}}"):
            self.advance()
        return taken

    def read(self) -> Placeholder | Reference:
        if self.kind == "name" and self.value in _RESERVED:
            raise Fault(self.offset, f"'{self.value}' is no name of a fact", "give the fact another name")
        name = self.take("name")
        if self.value == "(" and self.kind == "sign":
            return self.reference(name)
        item = self.item() if self.value == "." else ""
        filters = self.filters()
        self.take("sign", "}}")
        return Placeholder(name, item, filters, self.start)

    def item(self) -> str:
        self.take("sign", ".")
        if self.kind not in ("name", "number"):
            self.fail()
        if self.value.startswith("_"):
            hint = "after the dot stands the id of one item of a list: {{ countries.MW }}"
            raise Fault(self.offset, f"'.{self.value}' is not an item of a fact", hint)
        return self.take(self.kind)

    def reference(self, function: str) -> Reference:
        if function not in REFERENCES:
            hint = f"only cross-references are called: {', '.join(REFERENCES)}"
            raise Fault(self.start, f"'{function}(…)' is not part of wording", hint)
        arguments, options = self.arguments()
        unknown = [key for key, _ in options if key != "to"]
        if unknown or not arguments:
            raise Fault(self.start, f"{function}() takes ids and, for a range, to=", 'write {{ para("id") }}')
        filters = self.filters()
        self.take("sign", "}}")
        return Reference(function, arguments, dict(options).get("to", ""), filters, self.start)

    def filters(self) -> tuple[Filter, ...]:
        found: list[Filter] = []
        while self.kind == "sign" and self.value == "|":
            self.advance()
            if self.kind == "name" and self.value not in FILTERS:
                hint = suggestion(self.value, FILTERS) or f"one of: {', '.join(sorted(FILTERS))}"
                raise Fault(self.offset, f"there is no filter '{self.value}'", hint)
            name = self.take("name")
            opened = self.kind == "sign" and self.value == "("
            arguments, options = self.arguments() if opened else ((), ())
            found.append(Filter(name, arguments, options))
        return tuple(found)

    def arguments(self) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        arguments: list[str] = []
        options: dict[str, str] = {}
        self.take("sign", "(")
        while not (self.kind == "sign" and self.value == ")"):
            if self.kind == "name":
                key, at = self.value, self.offset
                self.advance()
                self.take("sign", "=")
                if key in options:
                    raise Fault(at, f"'{key}=' stands twice")
                options[key] = self.string()
            elif options:
                self.fail()
            else:
                arguments.append(self.string())
            if not (self.kind == "sign" and self.value in (",", ")")):
                self.fail()
            if self.value == ",":
                self.advance()
        self.advance()
        return tuple(arguments), tuple(options.items())

    def string(self) -> str:
        offset = self.offset
        quoted = self.take("string")
        escape = re.search(r"\\[^\\'\"]", re.sub(r"\\[\\'\"]", "  ", quoted))
        if escape:
            hint = "only \\\\, \\' and \\\" are written with a backslash here"
            raise Fault(offset + escape.start(), f"'{escape.group()}' cannot stand in the words of a filter", hint)
        text = re.sub(r"\\(.)", r"\1", quoted[1:-1])
        if "{{" in text or "}}" in text:
            raise Fault(offset, "a placeholder inside the words of a filter", "end the words before the placeholder")
        return text
