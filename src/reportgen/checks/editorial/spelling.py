"""The spelling of United Nations documents.

Source: Editorial Manual, spelling: -ize, and the list of words (programme, labour, counter-terrorism).

Passes (en): The organization analysed the programme and advised a promising enterprise that was unsupervised.
Passes (en): It met the World Organisation against Torture and the Carter Center.
Passes (en): It went on stepwise after the judgment.
Fails (en): The organisation met.
Fails (en): Organisation is everything. Labor is short.
Fails (en): The program was reviewed.
Fails (en): A labor court met.
Fails (en): Counterterrorism is a task.
Fails (fr): Les evenements sont clos.
Fails (es): El status del informe es bueno.
Fails (ru): Отчёт готов.
Fails (zh): 帐户已经关闭。
Fails (ar): الاجراءات كثيرة.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.content import CheckedContent
from reportgen.checks.document_text import DocumentText
from reportgen.checks.edition import PIECES, Code, Edition
from reportgen.finding import Finding
from reportgen.language.style import Style

LOOKS_AT = PIECES
CODES = {
    "RG210": Code(
        "a spelling that United Nations documents do not have",
        "English is spelled with -ize, and the Editorial Manual has a list of words; each language has one in "
        "its style (spelling, spellings).",
        severity="warning",
        source="Editorial Manual, spelling; each language as its section has it",
    ),
}


_PREFIXES = ("un", "re", "pre", "mis", "over", "dis", "im", "in", "non", "co", "")
_SHORTEST = 3


def check(edition: Edition) -> Iterator[Finding]:
    """Look for words, and for endings of words, that are spelled otherwise."""
    message, rule = "'{found}' is spelled '{instead}'", CODES["RG210"]
    for document in edition.documents.values():
        text = edition.text_of(document)
        words = text.style.spelling
        for content, start, end, phrase in text.phrases(words):
            if words[phrase] != phrase and not _is_a_name(text, content, start, phrase):
                said = message.format(found=content.text[start:end], instead=words[phrase])
                yield content.finding("RG210", rule.severity, said, text.language, start, end)
        for pattern, instead in text.style.spellings.items():
            for content, start, end, match in text.matches(pattern):
                begin, finish = _word_around(content.text, start, end)
                if not _is_kept(content.text[begin:start], text.style) and not _is_a_name(text, content, begin):
                    new = content.text[begin:start] + match.expand(instead) + content.text[end:finish]
                    said = message.format(found=content.text[begin:finish], instead=new)
                    yield content.finding("RG210", rule.severity, said, text.language, begin, finish)


def _is_a_name(text: DocumentText, content: CheckedContent, start: int, phrase: str = "") -> bool:
    """Whether a word with a capital inside a sentence is part of a name, which its bearer spells: the Carter Center."""
    if not text.style.names_as_spelled or not content.text[start].isupper() or phrase[:1].isupper():
        return False
    return (content.id, start) not in text.places_of_starts


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def _is_kept(stem: str, style: Style) -> bool:
    """Whether a word that begins so is spelled rightly: advise, unsupervised, rise."""
    if not style.kept_stems:
        return False
    small = stem.lower()
    stems = {small.removeprefix(prefix) for prefix in _PREFIXES}
    return len(small) < _SHORTEST or not stems.isdisjoint(style.kept_stems)
