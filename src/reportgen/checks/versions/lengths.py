"""A translation is about as long as translations of this report are, and has as many sentences.

Source: a reviser's first look; how long a language is beside the original is learned from the report itself.

Passes (fr): The report is short. → Le rapport est court.
Fails (fr): The report is short. → .
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.language.sentences import split_sentences
from reportgen.record import replace

CODES = {
    "RG302": Code(
        "a translation that is much shorter or longer than others",
        "Beside its original the text is much shorter, or longer, than the other texts of this report in this "
        "language: see whether something is missing, or stands twice.",
        severity="warning",
        source="revision of translations",
    ),
    "RG303": Code(
        "a sentence may be missing",
        "The translation has fewer sentences than the original, and is shorter than others beside theirs.",
        severity="warning",
        source="revision of translations",
    ),
}

_LEAST = 60
"""Characters of an original from which its length says something."""
_ENOUGH = 10
_SHORT, _LONG = 0.55, 1.7
_SHORTER, _AS_LONG, _JOINING = 0.82, 1.08, {"han": 0.98}
"""A text with fewer sentences and this much shorter lacks one; a longer one has joined two, as Chinese often does."""


_Pair = tuple[CheckedContent, CheckedContent]
"""A text of the original, and the same one of another language."""


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the length of each text with the usual one, and its sentences where it is shorter."""
    own = edition.languages.get(edition.report.language)
    originals = {each.id: each for each in edition.text_of(edition.original).contents} if own else {}
    for document in edition.others() if own else ():
        pairs = [
            (originals[each.id], each)
            for each in edition.text_of(document).contents
            if each.id in originals and not edition.is_worded_by_templates(each.id)
        ]
        for original, content in pairs:
            if not _says_anything(content) and _says_anything(original):
                yield _about(content, "RG302", f"'{content.text}' has no words", document.language)
        # An address is as long in every language.
        long = [pair for pair in pairs if len(pair[0].text) >= _LEAST and "://" not in pair[1].text]
        if own and len(long) >= _ENOUGH:
            yield from _compared(long, own, edition.languages[document.language])


def _says_anything(content: CheckedContent) -> bool:
    return any(map(str.isalnum, content.text))


def _compared(pairs: Sequence[_Pair], own: Language, language: Language) -> Iterator[Finding]:
    usual = median(len(each.text) / len(original.text) for original, each in pairs)
    for original, content in pairs:
        ratio = len(content.text) / len(original.text) / usual
        if not _SHORT <= ratio <= _LONG:
            word = "shorter" if ratio < 1 else "longer"
            message = f"the text has {round(100 * ratio)} per cent of the usual length: much {word} than others"
            yield _about(content, "RG302", message, language.tag)
        elif ratio < _JOINING.get(language.conventions.script, _AS_LONG):
            here, there = _count_sentences(content, language), _count_sentences(original, own)
            if here < there:
                found = _about(content, "RG303", f"the text has {here} sentences, the original {there}", language.tag)
                yield replace(found, severity="warning" if ratio < _SHORTER else "note")


def _count_sentences(content: CheckedContent, language: Language) -> int:
    return len(split_sentences(language.conventions, content.text))


def _about(content: CheckedContent, code: str, message: str, tag: str) -> Finding:
    return content.finding(code, CODES[code].severity, message, tag, 0, len(content.text))
