"""The sample report many times over, with other words in every copy: nothing kept from one serves for another.

`enlarge(project, folder, copies)`: 76 paragraphs a copy, in six languages. Ids and notes get an ending,
cross-references follow, and in every copy some words outside of placeholders end otherwise, alike in the source and in
the catalogues.
"""

from __future__ import annotations

import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import yaml

SLUG = "e-cn.15-2019-9"
PARAGRAPHS = 76

_LONGEST_ID = 40
_PLACEHOLDER = re.compile(r"(\{\{.*?\}\}|\[\^[^\]]+\]|<[^>]*>)", re.DOTALL)
_REFERENCE = re.compile(r"\{\{\s*(paras?|section|table|figure)\(")
_ALPHABETS = (
    (re.compile(r"(?<![^\W\d_])[a-zA-Zà-ÿ]{5,}(?![^\W\d_])"), "abcdefghijklmnop"),
    (re.compile(r"(?<![^\W\d_])[\u0400-\u04ff]{5,}(?![^\W\d_])"), "авгдеиклмнопрсту"),
    (re.compile(r"(?<![^\W\d_])[\u0621-\u064a]{5,}(?![^\W\d_])"), "بتجحدرسصطعفقلمنه"),
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]{6,}")


def enlarge(project: Path, folder: Path, copies: int) -> Path:
    """A workspace with the sample report so many times over in one report; made once a folder."""
    if (folder / "outputs").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    kept = frozenset(_kept_words(project))
    _write_sections(project / "inputs" / SLUG, folder / "inputs" / SLUG, copies, kept)
    # Conventions, names and templates are the installed ones, as for most users.
    for catalogue in sorted((project / "locales").glob(f"*/{SLUG}.po")):
        path = folder / "locales" / catalogue.parent.name / catalogue.name
        path.parent.mkdir(parents=True)
        shutil.copyfile(catalogue, path)
        _write_catalogue(path, copies, kept)
    (folder / "outputs").mkdir()
    return folder


def _kept_words(project: Path) -> Iterator[str]:
    """Words that must stay: those of qualifiers and numbers, of which the rules would speak."""
    for path in (project / "locales").glob("*/conventions.yaml"):
        rules = yaml.safe_load(path.read_text("utf-8"))
        told = [rules.get(name) for name in ("qualifiers", "numbers", "recognition", "units", "dates", "ordinals")]
        yield from (word.lower() for word in re.findall(r"[^\W\d_]+", str(told)))


def _write_sections(source: Path, target: Path, copies: int, kept: frozenset[str]) -> None:
    (target / "sections").mkdir(parents=True)
    for path in sorted((source / "sections").glob("*.yaml")):
        data = _folded(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
        for copy in range(copies if path.stem != "summary" else 1):
            name = f"{path.stem}-x{copy}" if copy else path.stem
            copied = _renamed(data, copy, kept) if copy else data
            (target / "sections" / f"{name}.yaml").write_text(_yaml(copied), "utf-8")
    report = (source / "report.yaml").read_text("utf-8")
    sections = re.compile(r"^sections: \[([^\]]+)\]", re.MULTILINE)
    match = sections.search(report)
    assert match, "report.yaml names its sections in brackets"
    names = [name.strip() for name in match[1].split(",")]
    every = ", ".join(f"{name}-x{copy}" if copy else name for copy in range(copies) for name in names)
    (target / "report.yaml").write_text(sections.sub(f"sections: [{every}]", report), "utf-8")


def _write_catalogue(path: Path, copies: int, kept: frozenset[str]) -> None:
    catalogue = polib.pofile(str(path), wrapwidth=110)
    once = ("title", "agenda-title")
    entries = [
        each
        for each in catalogue
        if not each.obsolete and each.msgctxt not in once and not each.msgctxt.startswith("summary")
    ]
    text = [str(catalogue)]
    for copy in range(1, copies):
        for each in entries:
            entry = polib.POEntry(
                msgctxt=_new_id(each.msgctxt, copy),
                msgid=_with_other_words(each.msgid, copy, kept),
                msgstr=_with_other_words(each.msgstr, copy, kept),
            )
            text.append(entry.__unicode__(110))
    path.write_text("\n".join(text), "utf-8")


def _new_id(old: str, copy: int) -> str:
    name = f"{old}-x{copy}"
    short = f"{old[:24].rstrip('-')}-{zlib.crc32(old.encode()) % 10**5}-x{copy}"
    return name if len(name) <= _LONGEST_ID else short


def _with_other_words(text: str, copy: int, kept: frozenset[str]) -> str:
    """The text with other words; its placeholders, notes and addresses as they are, but for their ids."""
    parts = _PLACEHOLDER.split(text)
    for index, part in enumerate(parts):
        parts[index] = _pointing(part, copy) if index % 2 else _reworded(part, copy, kept)
    return "".join(parts)


def _pointing(part: str, copy: int) -> str:
    part = re.sub(r"\[\^([a-z0-9-]+)\]", lambda found: f"[^{_new_id(found[1], copy)}]", part)
    if _REFERENCE.match(part):
        return re.sub(r'"([a-z0-9-]+)"', lambda found: f'"{_new_id(found[1], copy)}"', part)
    return part


def _reworded(part: str, copy: int, kept: frozenset[str]) -> str:
    digits = [int(digit, 16) for digit in f"{copy:x}"]
    for words, alphabet in _ALPHABETS:
        ending = "".join(alphabet[digit] for digit in digits)

        def changed(found: re.Match[str], ending: str = ending) -> str:
            word = found[0]
            chosen = zlib.crc32(f"{word}{copy}".encode()) % 6 == 0 and word.lower() not in kept
            return word + ending if chosen else word

        part = words.sub(changed, part)
    sign = "".join(chr(0x5E00 + digit) for digit in digits)
    return _CHINESE.sub(lambda found: found[0][:3] + sign + found[0][3:], part)


def _renamed(node: Any, copy: int, kept: frozenset[str], key: str = "") -> Any:
    match node:
        case dict():
            return {
                _new_id(name, copy) if key == "notes" else name: _renamed(value, copy, kept, name)
                for name, value in node.items()
            }
        case list() if key == "sections":
            return [f"{name}-x{copy}" for name in node]
        case list():
            return [_renamed(value, copy, kept, key) for value in node]
        case _ if key == "id":
            return _new_id(node, copy)
        case _ if key in ("text", "heading") or (key not in ("kind", "of") and ("{{" in node or " " in node)):
            return _with_other_words(node, copy, kept)
        case _:
            return node


def _folded(node: Any) -> Any:
    """The data with every text on one line."""
    match node:
        case dict():
            return {key: _folded(value) for key, value in node.items()}
        case list():
            return [_folded(value) for value in node]
        case _:
            return " ".join(node.split())


class _Plain(yaml.SafeDumper):
    """Writes every scalar as it was read: plain where YAML allows it, so that 313 stays a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}


def _yaml(data: Any) -> str:
    text: str = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**9)
    return text
