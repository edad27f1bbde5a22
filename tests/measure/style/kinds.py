"""Every kind of fault by the code of the rule that should find it, with all codes that say the same of its place."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.measure.meaning import changes
from tests.measure.meaning import words as meaning_words
from tests.measure.meaning.changes import Wording
from tests.measure.style import name_plants, number_plants, plants, words
from tests.measure.style import parity_plants as parity
from tests.measure.style.plants import ALL, BLANKS, Plant, typed

WidePlant = Callable[[random.Random, Wording, Sequence[Wording]], str | None]


@dataclass(frozen=True)
class Kind:
    """A kind of fault: its name, the codes that are right for it, and how it is planted in a text among others.

    Faults that are found by comparing texts with one another are planted one by one, `apart`, the others in one report.
    """

    name: str
    codes: frozenset[str]
    plant: WidePlant
    apart: bool = False


def _kind(codes: str, name: str, plant: Plant, apart: bool = False) -> Kind:
    first, *others = codes.split()
    return Kind(f"{first} {name}", frozenset([first, *others]), lambda chance, piece, _: plant(chance, piece), apart)


def _wide(code: str, name: str, plant: WidePlant) -> Kind:
    return Kind(f"{code} {name}", frozenset([code]), plant, apart=True)


def _typed(codes: str, name: str, by_tag: Mapping[str, Sequence[str]], with_capital: bool = False) -> Kind:
    return _kind(codes, name, typed(by_tag, with_capital))


def _typed_apart(codes: str, name: str, by_tag: Mapping[str, Sequence[str]]) -> Kind:
    return _kind(codes, name, typed(by_tag), apart=True)


_PARITY = (
    _kind("RG021", "note mark dropped", plants.of_translations(parity.note_dropped)),
    _kind("RG022", "reference dropped", plants.of_translations(parity.cited_dropped)),
    _kind("RG023", "references exchanged", plants.of_translations(parity.cited_exchanged)),
    _kind("RG031", "figure dropped, doubled", plants.of_translations(parity.figure_other_times)),
    _kind("RG032", "name dropped", plants.of_translations(parity.name_dropped)),
    _kind("RG033", "name added", plants.of_translations(parity.name_added)),
    _kind("RG038", "counts exchanged", plants.of_translations(changes.swapped("count"))),
    _kind("RG040", "broken placeholder", plants.of_translations(parity.broken)),
    _kind("RG041", "no text", plants.of_translations(parity.emptied)),
    _kind("RG045", "words of an older value", parity.as_older),
    _kind("RG046", "words without value", parity.as_always),
    _kind("RG047", "noun of another number", number_plants.noun_apart),
    _kind("RG048", "words of another number", changes.as_other),
    _kind("RG049", "words without number", parity.without_number),
    _kind("RG051", "figure typed", parity.figure_typed),
    _typed("RG052", "month typed", meaning_words.MONTHS),
    _typed("RG052", "currency typed", meaning_words.CURRENCIES),
    _typed("RG053", "State typed", meaning_words.COUNTRIES),
    _typed("RG053", "body typed", meaning_words.AGENCIES),
    _kind("RG061", "look-alike letter", changes.lookalike),
    _kind("RG062 RG061 RG040", "original left", parity.original_left),
    _kind("RG063 RG061", "hidden character", changes.typed(meaning_words.HIDDEN)),
    _kind("RG071", "qualifier lost, turned", parity.qualifier_lost),
    _kind("RG072", "qualifier added", changes.qualifier_added),
    _kind("RG081", "note mark misplaced", parity.note_moved),
)
_SIGNS = (
    _kind("RG201", "two blanks", plants.at_gap("  ", *BLANKS)),
    _kind("RG201", "blank before a stop", plants.replaced(r"(?<=[^\W\d_])([.,،])(?= )", r" \1", *BLANKS)),
    _kind("RG201", "blank in a bracket", plants.enclosed("( ", ")", *BLANKS)),
    _kind("RG201", "blank between characters", plants.replaced(r"([一-鿿])([一-鿿])", r"\1 \2", "zh")),
    _kind("RG201", "no blank before a sign", plants.replaced("[\u00a0]([:;»])", r"\1", "fr")),
    _kind("RG201", "blank that breaks", plants.replaced("[\u00a0]([:;»])", r" \1", "fr")),
    _kind("RG201", "no blank after a sign", plants.replaced(r"(?<=[^\W\d_])([,;،؛]) (?=[^\W\d_])", r"\1", *BLANKS)),
    _kind("RG202", "straight apostrophe", plants.replaced(r"(?<=\w)’(?=\w|\W)", "'", "en", "fr")),
    _kind("RG202", "hyphen for a dash", plants.at_gap(" - ", "en", "fr", "es", "ru")),
    _kind("RG202", "sign of another script", plants.exchanged(words.SIGNS)),
    _kind("RG203", "word twice", plants.doubled),
    _kind("RG203 RG241", "article before its name", parity.article_twice),
    _kind("RG204", "foreign quotation marks", plants.quoted),
    _kind("RG205", "half of a pair", plants.half_open),
    _kind("RG206", "no stop", plants.without_stop),
    _kind("RG206", "two stops", plants.with_two_stops),
    _kind("RG207", "heading with a stop", plants.heading_with_stop),
    _kind("RG208", "serial comma",
          plants.replaced(r"(\w+, [^\W\d_]+(?: [^\W\d_]+)?)( (?:and|or|et|ou|y|e|и|или) [^\W\d_]+)(?=[.;,]| \()",
                          r"\1,\2", "en", "fr", "es", "ru")),
    _kind("RG208", "serial comma in Chinese", plants.replaced(r"(、[一-鿿]{1,6})(和|或)(?=[一-鿿])", r"\1、\2", "zh")),
    _kind("RG233", "kashida", plants.stretched),
    _kind("RG233", "accents apart", plants.taken_apart),
    _kind("RG242", "small letter", plants.small_letter),
)  # fmt: skip
_WORDS = (
    _typed_apart("RG209", "short name said once", words.INTRODUCED),
    _typed("RG210", "spelling", words.SPELLINGS, with_capital=True),
    _kind("RG210", "-ise", plants.replaced(r"(?<=[a-z]{3})iz(?=e|ed|ing|ation)", "is", "en")),
    _typed("RG211", "capitals typed", words.CAPITALS),
    _kind("RG211 RG242", "capital changed", plants.exchanged(words.GOVERNMENTS)),
    _typed("RG212", "never abbreviated", words.SHORT),
    _typed_apart("RG213", "unexplained abbreviation", words.ABBREVIATIONS),
    _kind("RG214", "abbreviation in a heading", plants.heading_with_short_name, apart=True),
    _typed("RG215 RG053", "old name", words.OLD_NAMES),
    _typed("RG216", "one gender", words.GENDERED, with_capital=True),
    _typed("RG217", "typed reference", words.REFERENCES),
    _typed("RG218", "e.g., etc.", words.LATIN),
    _kind("RG219", "figure first", number_plants.first_figure),
    _kind("RG220", "forced", number_plants.forced),
    _kind("RG222 RG051 RG073", "per cent", number_plants.beside_a_number(words.PER_CENT)),
    _kind("RG225", "long paragraph", plants.long_paragraph),
    _kind("RG226", "long sentence", plants.long_sentence),
    _kind("RG227", "title case", plants.another_heading),
    _typed("RG228", "bare address", {tag: ["www.unodc.org", "https://www.un.org/en", "http://undocs.org/A/80/1",
                                           "unstats.un.org/sdgs"] for tag in ALL}),
    _kind("RG230", "bold", plants.enclosed("**", "**", *ALL)),
    _kind("RG231", "item with a stop", plants.item_with_stop, apart=True),
    _typed("RG232", "not finished", words.UNFINISHED),
    _typed("RG241 RG203", "joint", words.JOINTS),
    _kind("RG243", "possessive", name_plants.possessive),
    _kind("RG244", "form of a name", name_plants.wrong_form),
    _typed("RG247", "no symbol", dict.fromkeys(ALL, words.SYMBOLS)),
)  # fmt: skip
_VERSIONS = (
    _kind("RG301", "negation", plants.of_translations(parity.denied)),
    _kind("RG302 RG303", "shorter, longer", plants.of_translations(parity.shorter_or_longer), apart=True),
    _kind("RG303 RG302", "sentence dropped", plants.of_translations(parity.sentence_dropped), apart=True),
    _wide("RG304", "translated otherwise", parity.rendered_otherwise),
    _wide("RG305", "pasted over", parity.pasted),
    _kind("RG306", "another address", plants.of_translations(parity.address_changed)),
    _kind("RG307", "note marks exchanged", plants.of_translations(parity.notes_exchanged)),
    _kind("RG311", "italics added", plants.of_translations(plants.enclosed("*", "*", *ALL))),
    _wide("RG313", "other words for a phrase", name_plants.other_words),
    _kind("RG309", "words of a plural exchanged", plants.for_tags(number_plants.plurals_exchanged, "en", "fr", "es")),
)
KINDS = (*_PARITY, *_SIGNS, *_WORDS, *_VERSIONS)
