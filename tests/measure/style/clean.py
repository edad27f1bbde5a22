"""Texts that others wrote, as reports: goals and targets in six languages, and documents that lie in a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from reportgen.wording.written import literal
from tests.measure.named.documents import ENDINGS, FOLDER, paragraphs_of

_ROOT = Path(__file__).parents[3]
GOALS = "goals and targets"
TAGS = ("en", "fr", "es", "ru", "zh", "ar")
_HEADING = {"en": "Text", "fr": "Texte", "es": "Texto", "ru": "Текст", "zh": "案文", "ar": "النص"}
_SHORTEST = 60
"""Characters of the shortest paragraph of a document: shorter lines are titles, dates and what a page repeats."""

CleanReport = dict[str, Any]


def sources() -> list[str]:
    """The names of what there is: the goals, and the files of the folder that REPORTGEN_NAMES names."""
    folder = os.environ.get(FOLDER)
    files = sorted(Path(folder).iterdir()) if folder else []
    return [GOALS, *(str(path) for path in files if path.suffix in ENDINGS)]


def tags_of(source: str) -> tuple[str, ...]:
    """The languages of a source; a document says its own at the end of its name, charter.fr.txt, else it is English."""
    if source == GOALS:
        return TAGS
    tag = Path(source).stem.rpartition(".")[2]
    return (tag if tag in TAGS else "en",)


def clean_report(source: str) -> CleanReport:
    """The report that a source makes, as `write_prose` writes it; every paragraph is one of the source's."""
    if source == GOALS:
        return _report(list(_goals()), "en")
    tag = tags_of(source)[0]
    texts = [text for text in paragraphs_of(Path(source)) if len(text) >= _SHORTEST // (3 if tag == "zh" else 1)]
    return _report([{tag: _escaped(text)} for text in texts], tag)


def _report(texts: list[dict[str, str]], tag: str) -> CleanReport:
    paragraphs = [{"id": f"clean-{number}", **each} for number, each in enumerate(texts, 1)]
    section = {"id": "clean-texts", "heading": _HEADING, "paragraphs": paragraphs}
    return {"language": tag, "facts": {}, "sections": [section]}


def _goals() -> Iterator[dict[str, str]]:
    """The titles of all goals and targets as sentences, in six languages."""
    for name in ("goals", "targets"):
        by_tag = {tag: _titles(tag, name) for tag in TAGS}
        for key in by_tag["en"]:
            texts = {tag: found[key] for tag, found in by_tag.items() if key in found}
            yield {tag: _sentence(text, tag) for tag, text in texts.items()}


@lru_cache(maxsize=16)
def _titles(tag: str, name: str) -> dict[str, str]:
    data = yaml.safe_load((_ROOT / "locales" / tag / "lexicon" / f"{name}.yaml").read_text("utf-8"))
    return {key: each["forms"]["title"] for key, each in data.items() if "title" in each.get("forms", {})}


def _sentence(text: str, tag: str) -> str:
    stop = "。" if tag == "zh" else "."
    return _escaped(text if text.endswith(stop) else text + stop)


def _escaped(text: str) -> str:
    """The text as wording that prints it; blanks that do not break are the text's own."""
    return literal(re.sub(r"[ \t\r\n]+", " ", text).strip(" "))
