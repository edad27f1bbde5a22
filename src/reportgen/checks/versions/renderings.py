"""A phrase of the original that comes again has one translation, and not another one in one of its places.

Source: conventions.md C.4: one term, several forms; memories of translations ask the same.

Passes (fr): The report is short. → Le rapport est court.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from math import ceil

from reportgen.checks.document_text import DocumentText
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.language.conventions import Conventions
from reportgen.record import record
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
TextWords = tuple[str, ...]
RunSource = Gram | str
"""Stems one after another, or signs of Chinese."""
Odd = tuple[str, str, str]
"""The id of a piece, a phrase of the original, and its usual words, as another piece has them."""

_LEAST, _STEM, _SHORTEST = 6, 5, 3
"""Pieces in which a phrase stands, letters by which a word is known whatever its ending, and its fewest."""
_WORDS, _SIGNS = range(1, 5), range(2, 9)
"""How many words a run has, and how many signs in Chinese."""
_FIT = 0.88
"""How well the words of a translation stand for a phrase: the harmonic mean of both shares of pieces with the other."""
_ODD = 5
"""Of so many pieces one may translate a phrase otherwise, and the words of the others still are the usual ones."""

_MOST = 200
_WORD = re.compile(r"[^\W\d_][\w’-]*")
_HAN = re.compile(r"[一-鿿]+")


def check(edition: Edition) -> Iterator[Finding]:
    """Look for the pieces that lack the words which stand for a phrase everywhere else."""
    others = tuple(edition.others())
    if not others:
        return
    small = frozenset(edition.languages[edition.report.language].conventions.function_words)
    sources = {each.id: _words_of(each.words_and_figures) for each in edition.text_of(edition.original).contents}
    phrases = _Phrases(sources, small)
    for document in others:
        text = edition.text_of(document)
        runs = _Runs.of(edition.languages[document.language].conventions)
        for id, phrase, usual in _kept(phrases, text, runs):
            content = next(each for each in text.contents if each.id == id)
            message = f"'{phrase}' is translated otherwise than elsewhere ({usual})"
            yield content.finding("RG313", CODES["RG313"].severity, message, text.language, 0, len(content.text))


@dataclass
class _Phrases:
    """The phrases of an original that come again: its words by id, and the small words that begin and end none."""

    sources: Mapping[str, TextWords]
    small: frozenset[str]

    @cached_property
    def digest(self) -> bytes:
        """The digest of the phrases themselves: most changes of an original leave them as they are."""
        return digest_of_bytes(repr(self.recurring).encode("utf-8", "surrogatepass"))

    @cached_property
    def recurring(self) -> Mapping[Gram, Sequence[str]]:
        """The phrases with the ids of their pieces, the longest first."""
        return _recurring(self.sources, self.small)


def _kept(phrases: _Phrases, text: DocumentText, runs: _Runs) -> Sequence[Odd]:
    """The odd pieces, learned anew only where words of a translation or phrases have changed: no rule takes longer."""
    pack = open_pack("renderings", store_key("renderings", text.language), _MOST)
    # A phrase in a name that a placeholder prints is the name's, and says nothing about the words for it elsewhere.
    translated = {each.id: runs.words(each.words_and_figures) for each in text.contents}
    key = digest_of_bytes(repr((phrases.digest, translated, runs)).encode("utf-8", "surrogatepass")).hex()
    found: tuple[Odd, ...] | None = pack.find(key)
    if found is None:
        found = tuple(_odd_pieces(phrases.recurring, translated, runs))
        pack.put(key, found)
    return found


def _odd_pieces(
    phrases: Mapping[Gram, Sequence[str]], translated: Mapping[str, TextWords], runs: _Runs
) -> Iterator[Odd]:
    """Each piece with the phrases that it alone translates otherwise, one a piece.

    `phrases` are those of the original with the ids of their pieces, the longest first, `translated` the words by id.
    """
    here = common_grams({name: runs.stretches(words) for name, words in translated.items()}, _least_with(_LEAST))
    everywhere = Counter(chain.from_iterable(here.values()))
    told = set[str]()
    for phrase, places in phrases.items():
        names = [name for name in places if name in translated]
        usual, having = _usual_words(names, here, everywhere) if len(names) >= _LEAST else ((), 0)
        odd = [name for name in names if usual and not _has_most(usual, here[name])]
        if odd and len(odd) <= max(1, len(names) // _ODD) and having >= _LEAST - 1 and told.isdisjoint(odd):
            told.update(odd)
            example = next(translated[name] for name in names if usual in here[name])
            yield from ((name, " ".join(phrase), runs.as_written(usual, example)) for name in odd)


def _has_most(usual: Gram, grams: frozenset[Gram]) -> bool:
    """Whether a piece has the words, or at least half of them: then it is only their order or an article."""
    return usual in grams or 2 * sum((stem,) in grams for stem in usual) >= len(usual)


def _recurring(sources: Mapping[str, TextWords], small: frozenset[str]) -> dict[Gram, list[str]]:
    """Phrases that stand in several pieces, the longest first, with the ids of these."""
    places: defaultdict[Gram, list[str]] = defaultdict(list)
    stretches = {name: [tuple(word.casefold() for word in words)] for name, words in sources.items()}
    for name, grams in common_grams(stretches, _LEAST).items():
        for gram in grams:
            # Small words at either end are no part of a term.
            if len(gram) > 1 and len(gram[0]) > 1 and small.isdisjoint((gram[0], gram[-1])):
                places[gram].append(name)
    return dict(sorted(places.items(), key=lambda each: (-len(each[0]), each[0])))


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


@record
class _Runs:
    """How a language is taken apart: a run of Chinese characters, else of stems of words without `glued` letters."""

    script: str
    glued: tuple[str, ...]

    @classmethod
    def of(cls, conventions: Conventions) -> _Runs:
        """That of a language; the longest of the letters that are glued to words first, since وال is more than و."""
        return cls(conventions.script, tuple(sorted(conventions.recognition.glued, key=len, reverse=True)))

    def words(self, text: str) -> TextWords:
        """All of a text that runs can come from: its words, or its stretches of Chinese characters."""
        return tuple(_HAN.findall(text)) if self.script == "han" else _words_of(text)

    def stretches(self, words: TextWords) -> Sequence[RunSource]:
        """What runs are taken from: the stretches of Chinese characters, else the stems of all words as one."""
        return words if self.script == "han" else [self._stems(words)]

    def as_written(self, gram: Gram, words: TextWords) -> str:
        """The words of a text that a run of stems stands for; the run itself where it has none."""
        words = words if self.script != "han" else ()
        runs = _runs_of(self._stems(words), len(gram))
        at = next((at for at, run in enumerate(runs) if run == gram), None)
        return " ".join(gram if at is None else words[at : at + len(gram)])

    def _stems(self, words: Sequence[str]) -> Gram:
        return tuple(_stem(word, self.glued) for word in words)


def _words_of(text: str) -> TextWords:
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=32768)
def _stem(word: str, glued: tuple[str, ...]) -> str:
    # All of them, one after another: a word that begins with such a letter then is the same with an article.
    while before := next((each for each in glued if word.startswith(each)), ""):
        if len(word) - len(before) < _SHORTEST:
            break
        word = word.removeprefix(before)
    return word[:_STEM].casefold()


def common_grams(stretches: Mapping[str, Sequence[RunSource]], least: int) -> dict[str, frozenset[Gram]]:
    """The runs of each text, of one to four stems, that stand in so many; in Chinese of two to eight signs."""
    common = _common((_runs(each, is_shortest=True) for each in stretches.values()), least)
    # No run is common that has an uncommon part, so that most of them need not be made.
    every = {name: frozenset(_runs(_cut(each, common))) for name, each in stretches.items()}
    common = _common(every.values(), least)
    return {name: each & common for name, each in every.items()}


def _common(grams: Iterable[Iterable[Gram]], least: int) -> frozenset[Gram]:
    """The runs that stand in so many texts."""
    counted = Counter(chain.from_iterable(map(frozenset, grams)))
    return frozenset(gram for gram, count in counted.items() if count >= least)


def _cut(stretches: Iterable[RunSource], common: frozenset[Gram]) -> Iterator[RunSource]:
    """The parts of some stretches in which every shortest run is a common one."""
    for stretch in stretches:
        begin, size = 0, _sizes(stretch)[0]
        for at, run in enumerate(_runs_of(stretch, size)):
            if run not in common:
                if begin < at:
                    yield stretch[begin : at + size - 1]
                begin = at + 1
        yield stretch[begin:]


def _runs(stretches: Iterable[RunSource], is_shortest: bool = False) -> Iterator[Gram]:
    """The runs of some stretches in all sizes, or in the smallest alone."""
    most = 1 if is_shortest else None
    return chain.from_iterable(_runs_of(each, size) for each in stretches for size in _sizes(each)[:most])


def _runs_of(stretch: RunSource, size: int) -> Iterable[Gram]:
    if isinstance(stretch, str):
        return [(stretch[at : at + size],) for at in range(len(stretch) - size + 1)]
    return zip(*(stretch[at:] for at in range(size)), strict=False)


def _sizes(stretch: RunSource) -> Sequence[int]:
    """How many signs of Chinese, or words, a run has."""
    return _SIGNS if isinstance(stretch, str) else _WORDS
