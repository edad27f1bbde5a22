"""A phrase of the original that comes again has one translation, and not another one in one of its places.

Source: conventions.md C.4: one term, several forms; memories of translations ask the same.

Passes (fr): The report is short. → Le rapport est court.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import ceil

from reportgen.checks.document_text import DocumentText
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.store import digest_of_bytes, store_key
from reportgen.store.packs import open_pack

CODES = {
    "RG313": Code(
        "a phrase that is translated otherwise in one place",
        "In this report the phrase of the original has the same words of the translation wherever it stands, but not "
        "here. Take the usual words, unless the sentence needs others; which they are is learned from the report.",
        severity="note",
        source="revision of translations",
    ),
}

Gram = tuple[str, ...]
Odd = tuple[str, str, str]
"""The id of a piece, a phrase of the original, and its usual words, shortened to their stems."""

_LEAST, _STEM = 6, 5
"""Pieces in which a phrase stands, and letters by which a word is known whatever its ending."""
_WORDS, _SIGNS = range(1, 5), range(2, 9)
"""How many words a run has, and how many signs in Chinese."""
_FIT = 0.88
"""How well the words of a translation stand for a phrase: the harmonic mean of both shares of pieces with the other."""
_MOST = 200
_WORD = re.compile(r"[^\W\d_][\w’-]*")
_HAN = re.compile(r"[一-鿿]+")
_PREFIX = re.compile(r"(?:وال|بال|لل|ال|و|ب|ل)(?=...)")


def check(edition: Edition) -> Iterator[Finding]:
    """Look for the pieces that lack the words which stand for a phrase everywhere else."""
    others = tuple(edition.others())
    if not others:
        return
    small = frozenset(edition.languages[edition.report.language].conventions.function_words)
    sources = {each.id: each.literal for each in edition.text_of(edition.original).contents}
    phrases = _recurring(sources, small)
    for document in others:
        text = edition.text_of(document)
        for id, phrase, usual in _kept(phrases, text):
            content = next(each for each in text.contents if each.id == id)
            message = f"'{phrase}' is translated otherwise than elsewhere ({usual}…)"
            yield content.finding("RG313", CODES["RG313"].severity, message, text.language, 0, len(content.text))


def _kept(phrases: Mapping[Gram, Sequence[str]], text: DocumentText) -> Sequence[Odd]:
    """The odd pieces, learned anew only where a translation or a phrase has changed: no rule takes longer."""
    pack = open_pack("renderings", store_key("renderings", text.language), _MOST)
    translated = {each.id: each.text for each in text.contents}
    key = digest_of_bytes(repr((phrases, translated)).encode("utf-8", "surrogatepass")).hex()
    found: tuple[Odd, ...] | None = pack.find(key)
    if found is None:
        found = tuple(odd_pieces(phrases, translated))
        pack.put(key, found)
    return found


def odd_pieces(phrases: Mapping[Gram, Sequence[str]], translated: Mapping[str, str]) -> Iterator[Odd]:
    """Each piece with the phrases that it alone translates otherwise, one a piece.

    `phrases` are those of the original with the ids of their pieces, the longest first, `translated` the texts by id.
    """
    here = common_grams(translated, _least_with(_LEAST))
    everywhere = Counter(chain.from_iterable(here.values()))
    told = set[str]()
    for phrase, places in phrases.items():
        names = [name for name in places if name in translated]
        usual, having = _usual_words(names, here, everywhere) if len(names) >= _LEAST else ((), 0)
        odd = [name for name in names if usual and not _has_most(usual, here[name])]
        if odd and len(odd) <= max(1, len(names) // 8) and having >= _LEAST - 1 and told.isdisjoint(odd):
            told.update(odd)
            yield from ((name, " ".join(phrase), " ".join(usual)) for name in odd)


def _has_most(usual: Gram, grams: frozenset[Gram]) -> bool:
    """Whether a piece has the words, or at least half of them: then it is only their order or an article."""
    return usual in grams or 2 * sum((stem,) in grams for stem in usual) >= len(usual)


def _recurring(sources: Mapping[str, str], small: frozenset[str]) -> dict[Gram, list[str]]:
    """Phrases that stand in several pieces, the longest first, with the ids of these."""
    places: defaultdict[Gram, list[str]] = defaultdict(list)
    for name, text in sources.items():
        words = tuple(word.casefold() for word in _WORD.findall(text))
        for gram in set(_runs([words])):
            # Small words at either end are no part of a term.
            if len(gram) > 1 and len(gram[0]) > 1 and small.isdisjoint((gram[0], gram[-1])):
                places[gram].append(name)
    found = ((gram, names) for gram, names in places.items() if len(names) >= _LEAST)
    return dict(sorted(found, key=lambda each: (-len(each[0]), each[0])))


def _usual_words(
    names: Sequence[str], here: Mapping[str, frozenset[Gram]], everywhere: Mapping[Gram, int]
) -> tuple[Gram, int]:
    """The words that stand for a phrase in most of its pieces and in few others, and in how many of them."""
    size = len(names)
    least = _least_with(size)
    best: tuple[float, int, Gram, int] = (_FIT, 0, (), 0)
    for gram, count in Counter(chain.from_iterable(here[name] for name in names)).items():
        if count >= least:
            best = max(best, (2 * count / (everywhere[gram] + size), len(gram), gram, count))
    return best[2], best[3]


def _least_with(size: int) -> int:
    """In how many of so many pieces with a phrase a run of words stands at least that fits it."""
    return ceil(_FIT * size / (2 - _FIT))


def common_grams(texts: Mapping[str, str], least: int) -> dict[str, frozenset[Gram]]:
    """The runs of stems of each text, of one to four words, that stand in so many; in Chinese of two to eight signs."""
    stretches = {name: _HAN.findall(text) or [_stems(text)] for name, text in texts.items()}
    common = _common((_runs(each, is_shortest=True) for each in stretches.values()), least)
    # No run is common that has an uncommon part, so that most of them need not be made.
    every = {name: frozenset(_runs(_cut(each, common))) for name, each in stretches.items()}
    common = _common(every.values(), least)
    return {name: each & common for name, each in every.items()}


def _common(grams: Iterable[Iterable[Gram]], least: int) -> frozenset[Gram]:
    """The runs that stand in so many texts."""
    counted = Counter(chain.from_iterable(map(frozenset, grams)))
    return frozenset(gram for gram, count in counted.items() if count >= least)


def _stems(text: str) -> Gram:
    return tuple(map(_stem, _WORD.findall(text)))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return _PREFIX.sub("", word)[:_STEM].casefold()


def _cut(stretches: Iterable[Gram | str], common: frozenset[Gram]) -> Iterator[Gram | str]:
    """The parts of some stretches in which every shortest run is a common one."""
    for stretch in stretches:
        begin, size = 0, _sizes(stretch)[0]
        for at, run in enumerate(_runs_of(stretch, size)):
            if run not in common:
                if begin < at:
                    yield stretch[begin : at + size - 1]
                begin = at + 1
        yield stretch[begin:]


def _runs(stretches: Iterable[Gram | str], is_shortest: bool = False) -> Iterator[Gram]:
    """The runs of some stretches in all sizes, or in the smallest alone."""
    most = 1 if is_shortest else None
    return chain.from_iterable(_runs_of(each, size) for each in stretches for size in _sizes(each)[:most])


def _runs_of(stretch: Gram | str, size: int) -> Iterable[Gram]:
    if isinstance(stretch, str):
        return [(stretch[at : at + size],) for at in range(len(stretch) - size + 1)]
    return zip(*(stretch[at:] for at in range(size)), strict=False)


def _sizes(stretch: Gram | str) -> Sequence[int]:
    """How many signs of Chinese, or words, a run has."""
    return _SIGNS if isinstance(stretch, str) else _WORDS
