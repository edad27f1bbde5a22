"""Ways to break a text: characters, lines, encodings; and ways to break data: keys and values of YAML."""

from __future__ import annotations

import random
from typing import Any

import yaml

BIG = "1" * 5000
_NASTY_TEXT = [
    "\t", "\0", "\x07", "\x1b[31m", "\u202e", "\ufeff", "\u2028", "\x85", "\U0001f600", "\ud7ff", ":", ": ", " #", "- ",
    "'", '"', "{", "}", "[", "]", "|", ">", "*a", "&a ", "!!python/object:os.system ", "!tag ", "%YAML 9.9\n", "---\n",
    "...\n", "? ", "<<: ", "\\", "@", "`", ",", "{{", "}}", "{%", "%}", "{#", "\r", "\r\n", "\n\n", "  ", BIG, "é", "~",
]  # fmt: skip
NASTY_VALUES: list[Any] = [
    None, True, False, 0, -1, 1, 2, 9_999, 10_000, 10**20, "__BIG__", "-__BIG__", 1.5, 1e308, float("inf"), float("nan"),
    "", " ", "x", "x" * 300, "x" * 70_000, "\u202eabc", "a\nb", "{{", "{{ x }}", "{{ unodc", "../x", "/etc/passwd", "a/b",
    "a\0b", "..", ".", "CON", "2019-02-30", "2019-13-01", "1e999999999", "no", "[]", "<b>", [], {}, [[]], [None], {"a": {}},
    {"id": "x"}, {"count": 1}, {"place": "XX"}, {"entity": "nobody"}, {"count": "__BIG__"}, {"ordinal": 10_000},
    {"date": "2019-02-30"}, {"percent": -1}, {"money": 1, "currency": "x"}, {"range": [2, 1]}, {"period": 10**15, "unit": "day"},
    ["a"] * 50, list(range(60)), {"a": [{"b": [{"c": []}]}]}, 0.1, "0x1F", "1_000", "١٢", "ﷺ", "\u200b",
]  # fmt: skip
_NASTY_KEYS = [
    "",
    "x",
    "id",
    "text",
    "facts",
    "kind",
    "0",
    "null",
    "a b",
    "id ",
    "ID",
    "__class__",
    "model_config",
    "\u202e",
    "x" * 300,
]


def text_broken(chance: random.Random, text: str) -> bytes:
    """The text as bytes, broken in one to three places, or in its encoding."""
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        text = chance.choice(_TEXT)(chance, text)
    return encoded(chance, text)


def encoded(chance: random.Random, text: str) -> bytes:
    """The text in UTF-8, seldom in something else."""
    data = text.encode("utf-8", "surrogatepass")
    match chance.randrange(24):
        case 0:
            return text.encode("utf-16")
        case 1:
            return b"\xef\xbb\xbf" + data
        case 2:
            return data.replace(b"\n", b"\r\n")
        case 3:
            at = chance.randrange(len(data) + 1)
            return data[:at] + bytes([chance.choice([0x80, 0xFF, 0xC3, 0xED, 0x00])]) + data[at:]
        case 4:
            return text.encode("cp1252", "replace")
        case 5:
            return data[: chance.randrange(len(data) + 1)]
        case _:
            return data


def _insert(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_NASTY_TEXT) + text[at:]


def _delete(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice([1, 1, 2, 5, 30]) :]


def _line_out(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def _line_twice(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines.insert(chance.randrange(len(lines)), lines[at])
    return "\n".join(lines)


def _indented(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice([" ", "  ", "\t", "      "]) + lines[at] if chance.random() < 0.6 else lines[at].lstrip()
    return "\n".join(lines)


def _swapped(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _doubled(_: random.Random, text: str) -> str:
    return text + text


def _other(chance: random.Random, _: str) -> str:
    deep = chance.choice([50, 200, 5_000, 100_000])
    return chance.choice(
        ["", "\n", "# nothing\n", "[]", "a", "42", "- a\n- b\n", "a: &x 1\nb: *x\n", "{}", "null", "---\n---\n", "? [a]\n: b\n",
         "[" * deep, "a: " + "[" * deep + "]" * deep, "{a: " * deep + "}" * deep, "- " * deep + "a", "a: !!binary aGk=\n",
         "a: &a [1]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n", "<<: {a: 1}\n", BIG, f"a: {BIG}\n", "\0"]
    )  # fmt: skip


_TEXT = [
    _insert,
    _insert,
    _insert,
    _delete,
    _delete,
    _line_out,
    _line_twice,
    _indented,
    _indented,
    _swapped,
    _doubled,
    _other,
]


def data_broken(chance: random.Random, text: str) -> bytes:
    """YAML with one to three keys or values changed, written anew."""
    data = yaml.load(text, yaml.BaseLoader)
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        data = changed(chance, data)
    return dumped(data)


def dumped(data: Any) -> bytes:
    """Data as YAML; figures of any length are written as they are."""
    written = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    return written.replace("__BIG__", BIG).encode("utf-8", "surrogatepass")


class _Plain(yaml.SafeDumper):
    """Writes texts that look like figures without quotes, as they were written."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    style = None if value and "\n" not in value and not set(value) & set("{}[]#&*!|>'\"%@`,:") else '"'
    tag = (
        "tag:yaml.org,2002:int" if style is None and value.strip("-+.0123456789_BIG") == "" else "tag:yaml.org,2002:str"
    )
    return dumper.represent_scalar(tag, value, style)


_Plain.add_representer(str, _text)


def changed(chance: random.Random, data: Any) -> Any:
    """The data with one key or value changed somewhere: the deeper, the more places there are."""
    places = list(_places(data, ()))
    if not places:
        return chance.choice(NASTY_VALUES)
    path = chance.choice(places)
    around = data
    for step in path[:-1]:
        around = around[step]
    _change_at(chance, around, path[-1])
    return data


def _change_at(chance: random.Random, around: Any, step: Any) -> None:
    what = chance.randrange(8)
    if what == 0:
        del around[step]
    elif what == 1 and isinstance(around, dict):
        around[chance.choice(_NASTY_KEYS)] = around.pop(step)
    elif what == 2 and isinstance(around, dict):
        around[chance.choice(_NASTY_KEYS)] = chance.choice(NASTY_VALUES)
    elif what == 3 and isinstance(around, list):
        around.append(around[step])
    else:
        around[step] = chance.choice(NASTY_VALUES)


def _places(data: Any, path: tuple[Any, ...]) -> Any:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        yield (*path, step)
        yield from _places(value, (*path, step))
