"""Texts and numbers as YAML in the style of another scalar, so that they read back as exactly the value they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import yaml

from reportgen.errors import InputError
from reportgen.located.data import WrittenFloat
from reportgen.located.edits import Scalar
from reportgen.located.parts import line_start, words_end
from reportgen.located.yaml import check_characters, parse
from reportgen.record import record

LIKELY_WIDTH = 120
"""The most characters of a written line, even in files with longer ones."""

_LEAST_WIDTH = 60
_TOKEN = re.compile(r"(?:\{\{.*?\}\}|[^ ])+")
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')


@record
class ScalarStyle:
    """How a scalar is written: its opening (empty if plain), the head of a block, its indent and width.

    `old` are the lines of the scalar that is replaced, without their indents; lines that stay are not broken anew.
    """

    opening: str = ""
    head: str = ""
    indent: int = 2
    column: int = 0
    width: int = LIKELY_WIDTH
    old: tuple[str, ...] = ()
    in_flow: bool = False


def style_of(text: str, node: yaml.ScalarNode, in_flow: bool, width: int) -> ScalarStyle:
    """The style of a scalar that stands in a text."""
    start = node.start_mark.index
    raw = text[start : words_end(text, node)]
    first, *rest = raw.split("\n")
    filled = [line for line in rest if line.strip()]
    here = text[line_start(text, start) :]
    outer = len(here) - len(re.sub(r"^[ -]*", "", here))
    indent = len(filled[0]) - len(filled[0].lstrip(" ")) if filled else outer + 2
    opening = node.style or ""
    if opening in ("|", ">"):
        head = first.partition(" #")[0].rstrip()
        return ScalarStyle(opening, head, indent, 0, width, tuple(line[indent:] for line in rest), in_flow)
    column = start - line_start(text, start)
    if opening:
        first, last = first[1:], (rest[-1] if rest else first[1:])
        lines = (first, *rest[:-1], last[:-1]) if rest else (last[:-1],)
    else:
        lines = (first, *rest)
    return ScalarStyle(opening, "", indent, column, width, tuple(line.strip(" \t") for line in lines), in_flow)


def file_width(text: str) -> int:
    """The length that lines of a file have: its longest one, within reason."""
    longest = max((len(line) for line in text.split("\n")), default=0)
    return min(max(longest, _LEAST_WIDTH), LIKELY_WIDTH)


def scalar_text(value: Scalar, style: ScalarStyle) -> str:
    """A value as YAML; an `InputError` where it has a character that no document can hold."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, int | float | Decimal):
        return scalar_number(value)
    text = str(value)
    # Control characters can be escaped in YAML, but no Word or Markdown file can hold them.
    check_characters(text, "")
    # Trying and reading back is surer than the rules for what YAML allows in plain scalars.
    for written in _candidates(text, style):
        if written is not None and _reads_as(written, text, style.in_flow):
            return written
    raise AssertionError("double quotes hold every text")


def scalar_number(value: Scalar) -> str:
    """A number as it was written, where it comes from a file."""
    return value.written if isinstance(value, WrittenFloat) else str(value)


def _candidates(text: str, style: ScalarStyle) -> Iterator[str | None]:
    long = style.column + len(text) > style.width
    if style.opening in ("|", ">") and text.strip():
        yield _literal(text, style) if style.opening == "|" else _folded(text, style)
        if "\n" in text.rstrip("\n"):
            yield _literal(text, style)
    if style.opening == "" and text.strip() and not (long and not style.in_flow and len(style.old) < 2):
        yield _filled(text, style, "")
    if style.opening == "'":
        yield _filled(text.replace("'", "''"), style, "'")
    # Long plain text is folded, as authors write it.
    if style.opening == "" and long and not style.in_flow and text.strip() and "\n" not in text:
        yield _folded(text, style)
    # Double quotes can hold every text, so one candidate always succeeds.
    yield _filled(_SPECIAL.sub(_escape, text), style, '"')


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character in _ESCAPED:
        return _ESCAPED[character]
    return f"\\x{ord(character):02x}" if ord(character) < 256 else f"\\u{ord(character):04x}"


def _reads_as(written: str, text: str, in_flow: bool) -> bool:
    """Whether the YAML reads back as the text; a block may add the line break at its end."""
    try:
        value = parse(f"k: [{written}]\n" if in_flow else f"k: {written}\n", "")["k"]
    except InputError:
        return False
    if in_flow:
        value = value[0] if len(value) == 1 else None
    is_block = written[:1] in ("|", ">")
    return isinstance(value, str) and (value == text or (is_block and value == text + "\n"))


def _filled(text: str, style: ScalarStyle, quote: str) -> str | None:
    """A plain or quoted text, on one line or broken where the old scalar was; None if it has line breaks."""
    if "\n" in text:
        return None
    if len(style.old) < 2:
        return f"{quote}{text}{quote}"
    lines = refilled(style.old, text, style.width, style.column + len(quote), style.indent)
    return quote + ("\n" + " " * style.indent).join(lines) + quote


def _head(text: str, style: ScalarStyle) -> str:
    """The head of a block (>, >-, |+) that keeps the line breaks at the end of the text; the old one if it does."""
    breaks = len(text) - len(text.rstrip("\n"))
    head = re.sub(r"[0-9]", "", style.head) or style.opening or ">"
    bare = head.replace("+", "").replace("-", "")
    # Only + keeps more than one line break at the end.
    if breaks > 1:
        return bare + "+"
    if ("-" in head and breaks) or ("+" in head and not breaks):
        return bare if breaks else bare + "-"
    return head


def _literal(text: str, style: ScalarStyle) -> str:
    head = _head(text, style).replace(">", "|")
    return "\n".join([head, *_indented(text.rstrip("\n").split("\n"), style), *_breaks(text)])


def _folded(text: str, style: ScalarStyle) -> str | None:
    body = text.rstrip("\n")
    if "\n" in body:
        lines = [line for part in body.split("\n") for line in ("", *wrapped(part, style.width, style.indent))][1:]
    else:
        old = style.old if style.opening == ">" and "" not in style.old else ()
        lines = refilled(old, body, style.width, style.indent, style.indent)
    head = _head(text, style)
    return "\n".join([head if head.startswith(">") else ">", *_indented(lines, style), *_breaks(text)])


def _indented(lines: list[str], style: ScalarStyle) -> Iterator[str]:
    return (" " * style.indent + line if line else "" for line in lines)


def _breaks(text: str) -> list[str]:
    """Empty lines for the line breaks beyond the first at the end of a text."""
    return [""] * max(len(text) - len(text.rstrip("\n")) - 1, 0)


def refilled(old: tuple[str, ...], text: str, width: int, first: int, indent: int) -> list[str]:
    """The text in lines: old lines at its beginning and end stay, so that git shows only what really changed."""
    head: list[str] = []
    tail: list[str] = []
    start, end = 0, len(text)
    for line in old:
        after = start + len(line)
        if not line or not text.startswith(line, start) or text[after : after + 1] != " ":
            break
        head.append(line)
        start = after + 1
    for line in reversed(old[len(head) :]):
        before = end - len(line)
        if not line or before < start or not text.startswith(line, before) or text[before - 1] != " ":
            break
        tail.insert(0, line)
        end = before - 1
    if start >= end:
        return [*head, *tail]
    between = text[start:end]
    grown = len(head) + len(tail) == len(old)
    if head and grown and (indent if head[1:] else first) + len(head[-1]) + 1 + len(between.partition(" ")[0]) <= width:
        between = f"{head.pop()} {between}"
    return [*head, *wrapped(between, width, indent if head else first, indent), *tail]


def wrapped(text: str, width: int, first: int, indent: int | None = None) -> list[str]:
    """The text broken at single blanks outside placeholders; `first` is the column of its first line."""
    lines, line, room = [], "", width - first
    end = 0
    for found in _TOKEN.finditer(text):
        gap, word = text[end : found.start()], found.group()
        end = found.end()
        if line and gap == " " and len(line) + 1 + len(word) > room:
            lines.append(line)
            line, room = word, width - (first if indent is None else indent)
        else:
            line += gap + word
    return [*lines, line + text[end:]]
