"""Marks of what is not finished.

Source: nothing that is issued says TODO.

Passes (en): The report is short.
Passes (en): It follows its resolution 3499 (XXX) and rule XXXIII, and the TODOS group.
Fails (en): The report TODO is short.
Fails (fr): Le rapport ??? est court.
Fails (es): El informe XXX es corto.
Fails (ru): Доклад [to be completed] короткий.
Fails (zh): 报告TODO很短。
Fails (ar): التقرير TODO قصير.
Fails (en): The report [to be confirmed] is short.
Passes (en): The report [Original: Arabic] is short.
Fails (fr): Le rapport [à compléter] est court.
Fails (es): El informe [por confirmar] es corto.
Fails (ru): Доклад [уточнить] короткий.
Fails (zh): 报告【待补充】很短。
Fails (ar): التقرير [يستكمل لاحقا] قصير.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.checks.looking import listed_patterns
from reportgen.finding import Finding

LOOKS_AT = PIECES
CODES = {
    "RG232": Code(
        "a text that is not finished",
        "TODO, XXX, ??? and notes in square brackets such as [to be completed] are for drafts.",
        severity="error",
        source="all languages",
    ),
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for the marks that the style of a language names, and for notes to the drafter in square brackets."""
    message = "'{found}' says that the text is not finished"
    yield from listed_patterns(edition, "RG232", CODES["RG232"], lambda style: style.draft_notes, message, "[【")
    for document in edition.documents.values():
        text = edition.text_of(document)
        for mark in text.style.unfinished:
            if mark not in text.text:
                continue
            for content in text.contents:
                found = _place_of(mark, content.text)
                if found and content.is_typed(*found):
                    said = message.format(found=mark)
                    yield content.finding("RG232", CODES["RG232"].severity, said, text.language, *found)


def _place_of(mark: str, text: str) -> tuple[int, int] | None:
    """Where a mark stands first, and is no part of a word, nor a Roman number: rule XXXIII, resolution 3499 (XXX)."""
    pattern = rf"(?<![A-Za-z0-9]){re.escape(mark)}(?![A-Za-z0-9])" if mark.isalpha() else re.escape(mark)
    for found in re.finditer(pattern, text):
        if not (mark.strip("XVI") == "" and text[: found.start()].endswith("(") and text.startswith(")", found.end())):
            return found.span()
    return None
