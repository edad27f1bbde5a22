"""Text in the letters and the words of its language: no English left over, nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PAIRS, Code, Edition
from reportgen.finding import Finding
from reportgen.language import Language

LOOKS_AT = PAIRS
CODES = {
    "RG061": Code(
        "letters of another script",
        "Words in Latin letters stand in Arabic, Chinese or Russian prose only as part of a name, and names stand in "
        "the lexicon. Letters of another alphabet inside a word, ligatures, full-width and mathematical letters are a "
        "slip of the keyboard or of a converter. The letters of a language stand in its conventions (letters).",
    ),
    "RG062": Code(
        "words of the original are left in a translation",
        "The text, or a run of words, is word for word that of the original language, or has small words of another "
        "language (conventions: function_words), as 'the' or 'of' in French. Translate it; names are facts.",
    ),
    "RG063": Code(
        "a character that cannot be seen",
        "Marks that turn the direction of text, characters without width, soft hyphens, control characters and blanks "
        "of odd widths change what is read or found without being seen. Delete them; what a language needs stands in "
        "its conventions (unseen).",
    ),
}

_SCRIPTS = {"latin": "LATIN", "cyrillic": "CYRILLIC", "han": "CJK", "arabic": "ARABIC"}
"""The beginning of Unicode's names for the letters of each script."""

_LETTERS = {
    "latin": "A-Za-zÀ-ÖØ-öø-\u0130\u0134-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u017e",
    "cyrillic": "\u0400-\u052f",
    "han": "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af々〇",
    "arabic": "\u0620-\u065f\u066e-\u06d3",
}
"""The letters of each script, for languages whose conventions do not list their own."""

_ITEM_PARTS = re.compile(r"(?<![^\W\d])\(?[a-z]{1,5}\)")
"""The part of an agenda item, which has Latin letters in Chinese and Russian too: 3(a)(ii), 3 a) ii)."""

_SEEN_BLANKS = " \u00a0\u202f\u2009"
_RUN = 3
"""How many words in a row must equal the original's; fewer may be equal by chance."""


def check(edition: Edition) -> Iterator[Finding]:
    """Look for letters and words that are not of the language, and for what cannot be seen."""
    originals = edition.originals()
    for document in edition.documents.values():
        language = edition.languages[document.language]
        letters, foreign = _Letters(language), _foreign_words(edition, language)
        for content in edition.contents(document):
            if content.is_own:
                yield from _characters(content, letters)
                is_translated = document.language != edition.report.language and content.id in originals
                yield from _words(content, originals[content.id] if is_translated else None, foreign, language)


class _Letters:
    """What characters are in a language, each looked at once: a long text has a few dozen."""

    def __init__(self, language: Language) -> None:
        self.tag, self.rule = language.tag, language.conventions
        self.letters = re.compile(f"[{self.rule.letters or _LETTERS[self.rule.script]}]")
        self.kinds: dict[str, str] = {}
        self.right: set[str] = set()

    def kind(self, character: str) -> str:
        """What is wrong with a character; empty where nothing is."""
        if character not in self.kinds:
            found = _kind(character, self.letters, self.rule.unseen, _SCRIPTS[self.rule.script])
            self.kinds[character] = found
            if not found:
                self.right.add(character)
        return self.kinds[character]


def _characters(content: CheckedContent, letters: _Letters) -> Iterator[Finding]:
    """Findings for runs of letters that the language lacks, and for characters that cannot be seen."""
    text, rule = content.words_and_figures, letters.rule
    if content.id.endswith("agenda-item"):
        text = _ITEM_PARTS.sub("", text)
    if letters.right.issuperset(text):
        return
    found = (("".join(group), kind) for kind, group in groupby(text, letters.kind) if kind)
    for run, kind in dict.fromkeys(found):
        if kind == "unseen":
            names = ", ".join(dict.fromkeys(_named(each) for each in run))
            yield Finding("RG063", "error", f"{names}: cannot be seen", letters.tag, content.where, words=run)
        elif kind == "foreign":
            message = f"'{run}' is not {rule.script} script"
            yield Finding("RG061", "error", message, letters.tag, content.where, words=run)
        else:
            names = ", ".join(dict.fromkeys(_named(each) for each in run))
            message = f"'{run}' is no letter of {rule.name}: {names}"
            yield Finding("RG061", "error", message, letters.tag, content.where, words=run)


def _kind(character: str, letters: re.Pattern[str], unseen: str, script: str) -> str:
    """What is wrong with a character: "unseen", "foreign", "odd" (of the script, but no letter of the language)."""
    category = unicodedata.category(character)
    if category[0] in "LM":
        if letters.match(character):
            return ""
        return "odd" if unicodedata.name(character, "").startswith(script) or category[0] == "M" else "foreign"
    if category[0] == "C" or (category[0] == "Z" and character not in _SEEN_BLANKS):
        return "" if character in unseen or character in "\n\t" else "unseen"
    # Letters in circles and squares (Ⓐ) are symbols to Unicode.
    enclosed = category == "So" and unicodedata.normalize("NFKC", character).strip("()").isalpha()
    return "odd" if enclosed else ""


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'without a name')}"


def _foreign_words(edition: Edition, language: Language) -> dict[str, str]:
    """Small words of other languages in the same script, unknown to this one, each with its language's name."""
    own, found = language.conventions, dict[str, str]()
    for other in edition.languages.values():
        if other.conventions.script == own.script:
            found |= dict.fromkeys(other.conventions.function_words, other.conventions.name)
    return {word: name for word, name in found.items() if word not in own.function_words and name != own.name}


def _words(
    content: CheckedContent, original: CheckedContent | None, foreign: dict[str, str], language: Language
) -> Iterator[Finding]:
    """Findings for words left from the original, or taken from another language."""
    if not original and not foreign:
        return
    words = content.words
    # Short texts (a name, a symbol) may well be the same in two languages.
    if original and content.literal == original.literal and sum(len(word) > 2 for word in words) > 1:
        yield Finding("RG062", "warning", "the text is that of the original", language.tag, content.where)
        return
    left = _first_run(words, original.words) if original else None
    if left is not None:
        shown = " ".join(words[left : left + _RUN])
        yield Finding("RG062", "error", f"words of the original are left: '{shown}…'", language.tag, content.where)
        return
    for name in dict.fromkeys(foreign[word] for word in words if word in foreign):
        shown = ", ".join(f"'{word}'" for word in dict.fromkeys(words) if foreign.get(word) == name)
        yield Finding("RG062", "error", f"{shown} in the text: {name}", language.tag, content.where)


def _first_run(words: tuple[str, ...], there: tuple[str, ...]) -> int | None:
    """Where the first of so many words in a row begins that stand in the other text as well; None where none does."""
    # Most translations have hardly a word in common with the original.
    if set(words).isdisjoint(there):
        return None
    runs = {there[at : at + _RUN] for at in range(len(there) - _RUN + 1)}
    return next((at for at in range(len(words) - _RUN + 1) if words[at : at + _RUN] in runs), None)
