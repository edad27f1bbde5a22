"""The report that the measure's own prose makes, written as inputs and catalogues in six languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import yaml

SLUG = "planted-prose"
_DATA = Path(__file__).parent / "prose.yaml"
_TITLE = {
    "en": "Assistance to prisons and harbours",
    "fr": "Assistance aux prisons et aux ports",
    "es": "Asistencia a prisiones y puertos",
    "ru": "Помощь тюрьмам и портам",
    "zh": "对监狱和港口的援助",
    "ar": "تقديم المساعدة إلى السجون والموانئ",
}
Texts = dict[str, str]


def loaded_prose() -> dict[str, Any]:
    """The prose as it is written down: facts, and sections with their texts in six languages."""
    data: dict[str, Any] = yaml.safe_load(_DATA.read_text("utf-8"))
    return data


def write_prose(folder: Path, data: dict[str, Any] | None = None) -> str:
    """Write the report into a folder; its slug. Texts that a language does not have are left out of its catalogue."""
    data = data or loaded_prose()
    own = data.get("language", "en")
    inputs = folder / "inputs" / SLUG
    (inputs / "sections").mkdir(parents=True, exist_ok=True)
    _write_yaml(inputs / "report.yaml", _report(data))
    texts = {"title": _TITLE}
    for section in data["sections"]:
        _write_yaml(inputs / "sections" / f"{section['id']}.yaml", _section(section, texts, own))
    for tag in {*_TITLE} & {tag for each in texts.values() if each is not _TITLE for tag in each} - {own}:
        _write_catalogue(folder / "locales" / tag / f"{SLUG}.po", tag, texts)
    return SLUG


def _report(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "symbol": "E/CN.15/2020/98",
        "language": data.get("language", "en"),
        "title": _TITLE[data.get("language", "en")],
        "masthead": {"organ": "ecosoc", "body": "ccpcj", "session": 29},
        "facts": data["facts"],
        "sections": [each["id"] for each in data["sections"]],
    }


def _section(section: dict[str, Any], texts: dict[str, Texts], own: str) -> dict[str, Any]:
    texts[section["id"]] = section["heading"]
    written = {"id": section["id"], "heading": section["heading"][own]}
    written["paragraphs"] = [_paragraph(each, texts, own) for each in section["paragraphs"]]
    if "sections" in section:
        written["sections"] = [_section(each, texts, own) for each in section["sections"]]
    return written


def _paragraph(paragraph: dict[str, Any], texts: dict[str, Texts], own: str) -> dict[str, Any]:
    if "list" in paragraph:
        texts.update({f"{paragraph['id']}/{number}": each for number, each in enumerate(paragraph["list"], 1)})
        return {"id": paragraph["id"], "list": [each[own] for each in paragraph["list"]]}
    texts[paragraph["id"]] = {tag: paragraph[tag] for tag in _TITLE if tag in paragraph}
    written = {"id": paragraph["id"], "facts": paragraph.get("facts", {}), "text": paragraph[own]}
    notes = paragraph.get("notes", {})
    if notes:
        written["notes"] = {name: each[own] for name, each in notes.items()}
        texts.update(notes)
    return written


def _write_yaml(path: Path, data: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100_000), "utf-8")


def _write_catalogue(path: Path, tag: str, texts: dict[str, Texts]) -> None:
    catalogue = polib.POFile(wrapwidth=100_000)
    catalogue.metadata = {"Language": tag, "Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(_entries(tag, texts))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(str(catalogue), "utf-8")


def _entries(tag: str, texts: dict[str, Texts]) -> Iterator[polib.POEntry]:
    for name, by_tag in texts.items():
        if tag not in by_tag:
            continue
        text = _with_hard_blanks(by_tag[tag]) if tag == "fr" else by_tag[tag]
        yield polib.POEntry(msgctxt=name, msgid=by_tag["en"], msgstr=text)


def _with_hard_blanks(text: str) -> str:
    """French has a no-break blank before high signs and inside its quotation marks."""
    return re.sub(r" (?=[;:?!»])|(?<=«) ", "\u00a0", text)
