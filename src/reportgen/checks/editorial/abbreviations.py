"""An abbreviation is explained at first use, is not used for a name that comes once or twice, and stands in no heading.

Source: Editorial Manual, abbreviations.

Passes (en): Non-governmental organizations (NGOs) met. NGOs did well. NGOs went on.
Passes (en): The Society (TBS) met. The TBS-HIV group has 3 GW and 4 MWh. The TBS met, and the TBS met again.
Passes (en): It sent communication NOR 2/2021.
Passes (en): The WHO staff met.
Fails (en): Many NGOs met.
Fails (en): The XQB-HIV group is here.
Fails (en): It is for R&D.
Fails (fr): Il a écrit au Conseil des levés côtiers (CLC) à ce sujet.
Passes (en): Goal II is met, as is HIV.
Passes (en): "CHARTER OF THE UNITED NATIONS (extracts on the work of its organs)."
Fails (fr): Les ONG se sont réunies.
Fails (es): Las ONG se reunieron.
Fails (ru): НПО провели встречу.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.document_text import DocumentText
from reportgen.checks.edition import Code, Edition
from reportgen.facts import Names
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.tree import nodes as tree

CODES = {
    "RG213": Code(
        "an abbreviation that nobody explains",
        "At first use the full name stands before the short one in brackets. A name of the lexicon does so by "
        "itself: make it a fact.",
        severity="warning",
        source="Editorial Manual, abbreviations",
    ),
    "RG214": Code(
        "an abbreviation in a heading",
        "Titles and headings have full names.",
        severity="warning",
        source="Editorial Manual, abbreviations",
    ),
    "RG209": Code(
        "an abbreviation for a name that comes once or twice",
        "A short form that is used once or twice saves nothing: write the name in full.",
        severity="note",
        source="Editorial Manual, abbreviations",
    ),
}


_SHORT = re.compile(r"[A-ZÀ-ÞА-ЯЁ](?:&[A-Z]|[A-ZÀ-ÞА-ЯЁ][\w-]*)(?<=[A-ZÀ-ÞА-ЯЁs])(?![\w/]|\.\w|-\d| \d+/\d)")
_PART = re.compile(r"[^-]+")
_TITLED = (tree.Heading, tree.Annex)
_ROMAN = re.compile(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_FEW = 3
_SHOUTED = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁ]+[ \u00a0]){2,}[A-ZÀ-ÞА-ЯЁ]+(?!\w)")
"""Three words or more that are all in capitals, which no abbreviations are."""


def check(edition: Edition) -> Iterator[Finding]:
    """Look for runs of capitals that somebody typed."""
    for document in edition.documents.values():
        text = edition.text_of(document)
        if text.style.known_abbreviations and text.style.edges:
            yield from _in_document(text, edition.languages[document.language])


def _in_document(text: DocumentText, language: Language) -> Iterator[Finding]:
    places: dict[str, list[tuple[CheckedContent, int, int]]] = {}
    known = frozenset(text.style.known_abbreviations)
    for content, start, end, word in _short_names(text, known):
        before = content.text[start - 1 : start] if start else ""
        if before.isalnum() or (before and before in "/.") or not word.isupper():
            continue
        is_known = word in known or _ROMAN.match(word)
        if not is_known and not _is_shouted(content.text, start):
            places.setdefault(word, []).append((content, start, end))
    for word, found in places.items():
        yield from _of_one(word, found, language)


def _short_names(text: DocumentText, known: frozenset[str]) -> Iterator[tuple[CheckedContent, int, int, str]]:
    """Each run of capitals with its place, as one would say one of them; those of two bodies, ILO-UNIDO, are two."""
    for content, start, end, match in text.matches(_SHORT):
        word = match.group()
        parts = [] if word in known else list(_PART.finditer(word))
        if len(parts) > 1 and all(len(each.group()) > 1 and each.group().isupper() for each in parts):
            for each in parts:
                yield content, start + each.start(), start + each.end(), each.group()
        elif content.text[start - 1 : start] != "-" or not start:
            yield content, start, end, word.removesuffix("s")


def _is_shouted(text: str, at: int) -> bool:
    """Whether a place lies in words that are all in capitals; a title that is all so is another fault."""
    return text.isupper() or any(each.start() <= at < each.end() for each in _SHOUTED.finditer(text))


def _of_one(word: str, found: list[tuple[CheckedContent, int, int]], language: Language) -> Iterator[Finding]:
    in_text = [each for each in found if not isinstance(each[0].block, _TITLED) and each[0].id != "title"]
    for content, start, end in found:
        if (content, start, end) not in in_text:
            message = f"'{word}' stands in a heading"
            yield content.finding("RG214", CODES["RG214"].severity, message, language.tag, start, end)
    if not in_text:
        return
    content, start, end = in_text[0]
    if content.text[start - 1 : start] not in ("(", "（"):
        if _is_known(language, content.text, start, end):
            return
        message = f"'{word}' is not explained where it is used first"
        yield content.finding("RG213", CODES["RG213"].severity, message, language.tag, start, end)
    elif len(in_text) < _FEW:
        message = f"'{word}' is introduced, and used {len(in_text) - 1} times"
        yield content.finding("RG209", CODES["RG209"].severity, message, language.tag, start, end)


def _is_known(language: Language, text: str, start: int, end: int) -> bool:
    """Whether the lexicon has the name, which is told as one that is typed, with the fact to make of it (RG053)."""
    names = (each for each in language.recognizer.readings(text) if isinstance(each.value, Names))
    return any(each.start <= start and end <= each.end for each in names)
