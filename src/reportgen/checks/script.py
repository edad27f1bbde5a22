"""Text in the script of its language: no English left over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.edition import Code, Edition, contents, literal_text, own_contents
from reportgen.finding import Finding

CODES = {
    "RG061": Code(
        "text in another script",
        "Words in Latin letters stand in Arabic, Chinese or Russian prose only as part of a name, and names stand in "
        "the lexicon. Letters of another alphabet inside a word are a slip of the keyboard.",
    ),
    "RG062": Code(
        "a translation is the same as the original",
        "The text is word for word that of the original language.",
    ),
}

_LETTERS = {
    "latin": r"A-Za-zÀ-ɏ",
    "cyrillic": r"Ѐ-ӿ",
    "han": r"㐀-鿿",
    "arabic": r"؀-ۿ",
}


def check(edition: Edition) -> Iterator[Finding]:
    """Look for letters that are not of the language's script."""
    originals = {name: literal_text(content) for name, _, content in contents(edition.original)}
    for document in edition.documents.values():
        script = edition.languages[document.language].conventions.script
        foreign = re.compile(rf"[{''.join(letters for name, letters in _LETTERS.items() if name != script)}]+")
        for name, where, content in own_contents(document):
            text = literal_text(content)
            for found in dict.fromkeys(foreign.findall(text)):
                yield Finding("RG061", "error", f"'{found}' is not {script} script", document.language, where)
            words = re.findall(r"\w{3,}", text)
            if document.language != edition.report.language and len(words) > 1 and text == originals.get(name):
                yield Finding("RG062", "warning", "the text is that of the original", document.language, where)
