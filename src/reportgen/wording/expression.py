"""What stands between the braces of a placeholder: a subset of Jinja2's expressions."""

from __future__ import annotations

import re
from typing import NoReturn

from reportgen.errors import suggestion
from reportgen.wording.pieces import Fault, Filter, Placeholder, ReferenceCall, TypedText

FILTERS = frozenset(
    {"figures", "words", "form", "plural", "counted", "of", "agree", "as", "full", "short", "third", "brief", "bare"}
)
TYPED = "typed"
"""The function that prints figures which are no fact."""

REFERENCES = ("para", "paras", "section", "table", "figure", "box", "annex")

_EXPRESSION = re.compile(
    r"""\s*(?:(?P<name>[^\W\d]\w*)
      | (?P<number>0|[1-9][0-9]*)
      | (?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
      | (?P<sign>[|.,()=]|}}))
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s*(?:\|\s*(?P<filter>[^\W\d]\w*)\s*)?\}\}")
# Jinja2 would read these as constants or an operator, and wording is to be a subset of its language.
_RESERVED = frozenset({"true", "false", "none", "True", "False", "None", "not"})


def read_expression(text: str, at: int, start: int) -> tuple[Placeholder | ReferenceCall | TypedText, int]:
    """The placeholder whose braces begin at `start`, and where it ends; a `Fault` where it is not one."""
    plain = _PLAIN.match(text, at)  # most are a name, or a name with one filter
    if plain and plain["name"] not in _RESERVED and (plain["filter"] or "full") in FILTERS:
        filters = (Filter(plain["filter"]),) if plain["filter"] else ()
        return Placeholder(plain["name"], "", filters, start, plain.end()), plain.end()
    expression = _Expression(text, at, start)
    return expression.read(), expression.at


class _Expression:
    """Reads an expression between `{{` and `}}`; `at` is the next character, `start` that of the placeholder."""

    def __init__(self, text: str, at: int, start: int) -> None:
        self.text, self.at, self.start = text, at, start
        self.kind, self.value, self.offset = "", "", start
        self.advance()

    def advance(self) -> None:
        text, at = self.text, self.at
        match = _EXPRESSION.match(text, at)
        if match:
            self.kind = str(match.lastgroup)
            self.value = match[self.kind]
            self.offset = match.start(self.kind)
            self.at = match.end()
            return
        rest = text[at:].lstrip()
        self.offset = len(text) - len(rest)
        if rest[:1] in ("'", '"') and "}}" in rest:
            raise Fault(self.offset, "a quotation mark is not closed", f"close the words with {rest[0]}")
        self.fail(rest[:1])

    def fail(self, found: str = "") -> NoReturn:
        found = found or self.value
        before, closing, _ = self.text[self.start + 2 :].partition("}}")
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

    def read(self) -> Placeholder | ReferenceCall | TypedText:
        if self.kind == "name" and self.value in _RESERVED:
            raise Fault(self.offset, f"'{self.value}' is no name of a fact", "give the fact another name")
        name = self.take("name")
        if self.value == "(" and self.kind == "sign":
            return self.typed() if name == TYPED else self.reference(name)
        item = self.item() if self.value == "." else ""
        filters = self.filters()
        self.take("sign", "}}")
        return Placeholder(name, item, filters, self.start, self.at)

    def item(self) -> str:
        self.take("sign", ".")
        if self.kind not in ("name", "number"):
            self.fail()
        if self.value.startswith("_"):
            hint = "after the dot stands the id of one item of a list: {{ countries.MW }}"
            raise Fault(self.offset, f"'.{self.value}' is not an item of a fact", hint)
        return self.take(self.kind)

    def typed(self) -> TypedText:
        arguments, options = self.arguments()
        why = dict(options).get("why", "")
        if len(arguments) != 1 or not arguments[0].strip() or not why.strip() or len(options) != 1:
            raise Fault(self.start, "typed() takes one text, and the reason", 'write typed("…", why="…")')
        self.take("sign", "}}")
        return TypedText(arguments[0], why, self.start, self.at)

    def reference(self, function: str) -> ReferenceCall:
        if function not in REFERENCES:
            hint = f"only cross-references and typed() are called: {', '.join(REFERENCES)}"
            raise Fault(self.start, f"'{function}(…)' is not part of wording", hint)
        arguments, options = self.arguments()
        unknown = [key for key, _ in options if key != "to"]
        if unknown or not arguments:
            raise Fault(self.start, f"{function}() takes ids and, for a range, to=", 'write {{ para("id") }}')
        filters = self.filters()
        self.take("sign", "}}")
        return ReferenceCall(function, arguments, dict(options).get("to", ""), filters, self.start, self.at)

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
                    raise Fault(at, f"'{key}=' stands twice", f"leave one '{key}=' in the brackets")
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
        # \n or \u would mean something else in Jinja2 than it looks; only escapes of signs are taken.
        escape = re.search(r"\\[^\\'\"]", re.sub(r"\\[\\'\"]", "  ", quoted))
        if escape:
            hint = "only \\\\, \\' and \\\" are written with a backslash here"
            raise Fault(offset + escape.start(), f"'{escape.group()}' cannot stand in the words of a filter", hint)
        text = re.sub(r"\\(.)", r"\1", quoted[1:-1])
        # A placeholder there would be printed literally, and nobody would notice.
        if "{{" in text or "}}" in text:
            raise Fault(offset, "a placeholder inside the words of a filter", "end the words before the placeholder")
        return text
