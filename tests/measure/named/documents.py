"""The names of a document, counted: how many stand in it, and which of them the lexicon lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.facts import Names
from reportgen.language import Language
from reportgen.readers.docx import read_word
from tests.measure.named.candidates import candidates, lowered_words

FOLDER = "REPORTGEN_NAMES"
"""The variable that names a folder with documents."""

ENDINGS = (".txt", ".docx")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BLANKS = re.compile(r"[ \t\r\n]+")
"""No-break ones are not among them, which are right where they stand."""

_LOST_HYPHEN = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]{3})")
"""They leave a hyphen out that stands at the end of a line: SecretaryGeneral."""

_SPACED_HYPHEN = re.compile(r"(?<=[a-z]) -(?=[a-z])")
"""Programs that read PDF put a blank before a hyphen: seventy -fifth."""


_BODY = re.compile(
    r"\b(?:Assembly|Council|Committee|Subcommittee|Commission|Office|Department|Division|Fund|Programme|Organi[sz]ation"
    r"|Union|Bank|Agency|Authority|Court|Tribunal|Mechanism|Mission|Force|Centre|Institute|University|Board|Forum"
    r"|Conference|Convention|Covenant|Protocol|Treaty|Agreement|Declaration|Charter|Statute|Agenda|Framework|Compact|Pact"
    r"|Rules|Principles|Guidelines|Strategy|Plan|Goals|Secretariat|Group|Initiative|Summit|Partnership|Panel|Facility"
    r"|Decade|Platform|Commitment|Congress|Accords|League|Community|Association|Federation|Service|Regulations)s?\b"
)


@dataclass(frozen=True)
class CountedNames:
    """How often each name stands in a document, by its words, and those of them that the lexicon lacks.

    `bodies` are those with a word such as Committee or Convention: bodies and instruments, not persons, posts and
    villages.
    """

    there: Counter[str]
    missing: Counter[str]

    @property
    def bodies(self) -> Counter[str]:
        """The names of bodies and instruments."""
        return _of_bodies(self.there)

    @property
    def bodies_missing(self) -> Counter[str]:
        """The names of bodies and instruments that the lexicon lacks."""
        return _of_bodies(self.missing)


def _of_bodies(names: Counter[str]) -> Counter[str]:
    return Counter({words: times for words, times in names.items() if " " in words and _BODY.search(words)})


def counted_names(language: Language, paragraphs: list[str]) -> CountedNames:
    """What looks like a name in a document; found is one whose every word belongs to a name of the lexicon."""
    there, missing = Counter[str](), Counter[str]()
    lowered = lowered_words("\n".join(paragraphs))
    for text in paragraphs:
        known = _known(language, text)
        for each in candidates(language, text, lowered):
            words = text[each.start : each.end]
            there[words] += 1
            missing[words] += not all(place in known for start, end in each.words for place in (start, end - 1))
    return CountedNames(there, +missing)


def _known(language: Language, text: str) -> set[int]:
    """The places of a text that belong to a name of the lexicon."""
    readings = language.recognizer.readings(text)
    named = (each for each in readings if isinstance(each.value, Names))
    return {place for each in named for place in range(each.start, each.end)}


def paragraphs_of(path: Path) -> list[str]:
    """The paragraphs of a document that is plain text or a Word file."""
    if path.suffix == ".docx":
        return [line.text for line in read_word(path.read_bytes(), path.name).lines]
    return list(_joined(path.read_text("utf-8", "replace")))


def _joined(text: str) -> Iterator[str]:
    """The paragraphs of plain text, each on one line."""
    for paragraph in _BLANK_LINE.split(text.replace("\f", "\n\n")):
        line = _BLANKS.sub(" ", paragraph).strip(" ")
        if line:
            yield _LOST_HYPHEN.sub("-", _SPACED_HYPHEN.sub("-", line))
