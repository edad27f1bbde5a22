"""What the original denies the translation denies, and nothing else, sentence by sentence.

Source: a reviser's first look; the words that deny stand in `locales/<tag>/style.yaml`.

Passes (fr): The plan was not adopted. → Le plan n’a pas été adopté.
Passes (fr): The plan was adopted without a vote. → Le plan a été adopté sans qu’il soit procédé à un vote.
Fails (ru): It was adopted without a vote. → Он был принят с голосованием.
Passes (ru): It was searched without damage to it. → Его досмотрели, не повреждая.
Fails (fr): The plan was adopted. → Le plan n’a pas été adopté.
Fails (fr): The plan was not adopted. → Le plan a été adopté.
Fails (es): The plan was adopted. → El plan no se aprobó.
Fails (es): The plan was not adopted. → El plan se aprobó.
Fails (ru): The plan was adopted. → План не был принят.
Passes (ru): At least some plans were adopted. → Было принято не менее ряда планов.
Fails (zh): The plan was adopted. → 计划没有通过。
Fails (zh): The plan was not adopted. → 计划已经通过。
Fails (ar): The plan was adopted. → لم تعتمد الخطة.
Fails (ar): The plan was not adopted. → اعتمدت الخطة.
Passes (fr): The plan was not adopted. {{ country }} agreed. → {{ country }} était d’accord. Le plan n’a pas été adopté.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from reportgen.checks.content import CheckedContent
from reportgen.checks.edition import PAIRS, Code, Edition
from reportgen.finding import Finding
from reportgen.language import Language
from reportgen.language.sentences import split_sentences
from reportgen.language.style import Style

LOOKS_AT = PAIRS
CODES = {
    "RG301": Code(
        "a negation that the original has not, or the reverse",
        "A sentence denies what the original says, or says what it denies. Where both mean the same in other words "
        "(few, unless), the word that does so belongs into the style of the language (soft_negations).",
        severity="warning",
        source="revision of translations",
    ),
}

Denial = tuple[str, bool, str]
"""The first word that denies a stretch of text, whether any may be said as a denial, and one that must be (without)."""

_Stretch = tuple[int, int]
"""Where a sentence begins and ends in the literal text."""

_WORD = re.compile(r"[^\W\d_]+")


def check(edition: Edition) -> Iterator[Finding]:
    """Compare each piece of a translation with the original."""
    own = edition.languages.get(edition.report.language)
    if own is None or not own.style.negations:
        return
    source = edition.text_of(edition.original)
    originals = {each.id: each for each in source.contents}
    denied = source.pieces_with((*own.style.negations, *own.style.privatives))
    for document in edition.others():
        language, text = edition.languages[document.language], edition.text_of(document)
        asked = denied | text.pieces_with(language.style.negations) if language.style.negations else frozenset()
        for content in text.contents:
            if content.id in asked and content.block and content.id in originals:
                yield from _compared(originals[content.id], own, content, language)


def _compared(
    original: CheckedContent, own: Language, content: CheckedContent, language: Language
) -> Iterator[Finding]:
    there, here = _sentences(original, own), _sentences(content, language)
    # Translations part and join sentences: then the whole text is one.
    if len(there) != len(here):
        there, here = [(0, len(original.literal))], [(0, len(content.literal))]
    found = list(_said_otherwise(original, own, content, language, list(zip(there, here, strict=True))))
    if found and len(there) > 1:
        # Translators exchange sentences too: what one seems to deny another one denies in the original.
        moved = list(_said_otherwise(original, own, content, language, _by_facts(original, there, content, here)))
        found = min(found, moved, key=len)
    yield from found


def _by_facts(
    original: CheckedContent, there: Sequence[_Stretch], content: CheckedContent, here: Sequence[_Stretch]
) -> list[tuple[_Stretch, _Stretch]]:
    """The sentences in pairs that print the most facts in common; of equals, those that stand nearest each other."""
    wanted, printed = _facts(original, there), _facts(content, here)

    def unlike(pair: tuple[int, int]) -> tuple[float, int]:
        one, other = wanted[pair[0]], printed[pair[1]]
        return -((one & other).total() + 1) / ((one | other).total() + 1), abs(pair[0] - pair[1])

    pairs: dict[int, int] = {}
    for before, now in sorted(product(range(len(there)), range(len(here))), key=unlike):
        if before not in pairs and now not in pairs.values():
            pairs[before] = now
    return [(there[before], here[now]) for before, now in pairs.items()]


def _facts(content: CheckedContent, sentences: Sequence[_Stretch]) -> list[Counter[str]]:
    """The facts that each sentence prints; one that it begins with is a blank before it."""
    starts = [0, *(end for _, end in sentences)]
    return [content.facts_between(start, end) for start, (_, end) in zip(starts, sentences, strict=False)]


def _said_otherwise(
    original: CheckedContent,
    own: Language,
    content: CheckedContent,
    language: Language,
    pairs: Iterable[tuple[_Stretch, _Stretch]],
) -> Iterator[Finding]:
    """What one sentence of each pair denies and the other one does not."""
    for (start, end), (first, last) in pairs:
        denied, may_deny, without = denial(original.literal[start:end], own.style)
        found, may_say_so, _ = denial(content.literal[first:last], language.style)
        if found and not denied and not may_deny:
            at = _place(content, found, first)
            message, severity = f"'{found}' denies what the original says", CODES["RG301"].severity
            yield content.finding("RG301", severity, message, language.tag, at, at + len(found))
        elif (denied or without) and not found and not may_say_so:
            message = f"the original denies it ('{denied or without}')"
            yield content.finding("RG301", CODES["RG301"].severity, message, language.tag, 0, len(content.text))


def _place(content: CheckedContent, word: str, before: int) -> int:
    """Where a word of the typed text stands that follows so many characters of it; 0 where that is not known."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)" if word.isascii() else re.escape(word), re.IGNORECASE)
    earlier = sum(1 for _ in pattern.finditer(content.literal[:before]))
    found = [each.start() for each in pattern.finditer(content.text) if content.is_typed(*each.span())]
    return found[earlier] if earlier < len(found) else (found or [0])[0]


def _sentences(content: CheckedContent, language: Language) -> list[tuple[int, int]]:
    # Names of the lexicon may deny something, and do so in every language.
    return split_sentences(language.conventions, content.literal)


def denial(text: str, style: Style) -> Denial:
    """What denies a text, and whether it has a word that another language may say as a denial."""
    lowered = text.lower()
    for phrase in style.no_denials:
        lowered = lowered.replace(phrase, "  ")
    hard, soft = _sets(style.negations), _sets(style.soft_negations)
    if not style.edges:
        found = next((each for each in hard if each in lowered), "")
        without = next((each for each in style.privatives if each in lowered), "")
        return found, any(each in lowered for each in soft), without
    words = _WORD.findall(lowered)
    found = next((each for each in words if each in hard), "")
    is_soft = not soft.isdisjoint(words) or any(each.startswith(style.negative_prefixes) for each in words)
    return found, is_soft, next((each for each in style.privatives if each in words), "")


@lru_cache(maxsize=32)
def _sets(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)
