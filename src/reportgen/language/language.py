"""A language as one frozen value: its conventions, its lexicon, its plural rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Literal

from reportgen.language import amounts, labels, plurals, style
from reportgen.language import conventions as reading
from reportgen.language.compiled import cldr_version, compiled_file, digest_of_parts, file_name
from reportgen.language.conventions import Conventions
from reportgen.language.lexicon import NAMES, Lexicon, LexiconFiles, lexicon_files
from reportgen.language.lexicon_entry import LexiconEntry
from reportgen.language.names_in_time import LexiconOfDay
from reportgen.language.recognition import WORDS, Recognizer
from reportgen.language.sorting import sort_key
from reportgen.language.style import Style
from reportgen.workspace import Workspace

LabelKind = Literal[
    "heading", "paragraph", "subparagraph", "note", "table", "figure", "box", "annex", "appendix", "letter-note"
]
_FIELDS: dict[LabelKind, str] = {
    "paragraph": "paragraphs",
    "note": "notes",
    "table": "tables",
    "figure": "figures",
    "box": "boxes",
    "annex": "annexes",
    "appendix": "appendices",
    "letter-note": "letter_notes",
}


@dataclass(frozen=True)
class Language:
    """Everything that reportgen knows of one language, with the names of a `day`, or of today."""

    tag: str
    conventions: Conventions
    workspace: Workspace
    digest_of_conventions: bytes
    day: str = ""

    @cached_property
    def digest(self) -> bytes:
        """The digest of all that texts of the language are printed by: conventions, names, those that it sorts by."""
        lexicons = self.lexicon.digest, self._sorting_lexicon.digest
        return digest_of_parts(self.tag, self.digest_of_conventions, *lexicons, *cldr_version())

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names of the language."""
        return _of_day(_lexicon(self.workspace, self.tag), self.day)

    @cached_property
    def style(self) -> Style:
        """What the rules of style look for."""
        return style.load(self.workspace, self.tag)

    @cached_property
    def digest_of_style(self) -> bytes:
        """The digest of what the rules of style look for."""
        return style.digest_of_style(self.workspace, self.tag)

    @cached_property
    def recognizer(self) -> Recognizer:
        """What finds figures, names and qualifiers in running text; its words are compiled when first asked for."""
        # Reading the whole lexicon takes time that builds without checks should not spend.
        return _recognizer(_Words(self.conventions, _lexicon(self.workspace, self.tag)))

    @cached_property
    def _sorting_lexicon(self) -> Lexicon:
        return _of_day(_lexicon(self.workspace, self.conventions.sorting.by or self.tag), self.day)

    @cached_property
    def _plural_rules(self) -> plurals.PluralRules:
        return tuple(self.conventions.plurals.items())

    def plural_categories(self) -> tuple[str, ...]:
        """The plural categories that wording must give, in CLDR's order."""
        return plurals.categories(self._plural_rules)

    def plural_category(self, number: int | Decimal) -> str:
        """The plural category of a number as it is printed: 2 000 000 in millions is of that of millions."""
        return amounts.printed_category(self.conventions, number, amounts.is_large(self.conventions, number))

    def numbers_of(self, category: str, least: int = 0) -> tuple[int, ...]:
        """The first whole numbers of a plural category, five at most, from the least that a value may have.

        Where all numbers of the category are below `least`, these; empty where it holds for fractions alone.
        """
        numbers = plurals.numbers_by_category(self._plural_rules).get(category, ())
        return tuple(number for number in numbers if number >= least) or numbers

    def says_by_noun(self, number: int) -> bool:
        """Whether a noun alone says a number, as in languages with a dual: one workshop, two workshops."""
        return "two" in self.plural_categories() and self.numbers_of(self.plural_category(number)) == (number,)

    def sorted_ids(self, kind: str, ids: Sequence[str]) -> tuple[str, ...]:
        """The ids in the order in which the language lists their names."""
        # Chinese documents keep the English order of States, so another language's lexicon may sort.
        lexicon, rule, keys = self._sorting_lexicon, self.conventions.sorting, self._sort_keys
        for each in ids:
            # The same few names stand in many lists, and their keys take longer than sorting by them.
            if (kind, each) not in keys:
                keys[kind, each] = sort_key(lexicon.entry(kind, each).table, rule)
        return tuple(sorted(ids, key=lambda each: keys[kind, each]))

    @cached_property
    def _sort_keys(self) -> dict[tuple[str, str], tuple[str, str]]:
        return {}

    def name(self, kind: str, name: str) -> LexiconEntry:
        """The lexicon entry of a name; a `KeyError` where there is none."""
        return self.lexicon.entry(kind, name)

    def label(self, kind: LabelKind, level: int, figure: int, suffix: str = "") -> str:
        """The label of a number of that kind at that level, from 1: "I.", "41.", "(b)", "Table 2", "41 bis."."""
        return labels.filled_label(self._pattern(kind, level), figure, self._series, suffix)

    def counter(self, kind: LabelKind, figure: int) -> str:
        """The number of a label without its words: "2" for "Table 2"."""
        return labels.filled_label(labels.counter(self._pattern(kind, 1)), figure, self._series)

    def uncounted(self, kind: LabelKind) -> str:
        """The words of a label without a number: "Annex"."""
        return labels.uncounted(self._pattern(kind, 1))

    def stands_alone(self, kind: LabelKind, label: str) -> bool:
        """Whether a printed label is that of the only one of its kind: "Annex", or none at all over a figure."""
        return label.strip() in ("", self.uncounted(kind))

    def _pattern(self, kind: LabelKind, level: int) -> str:
        rule = self.conventions.labels
        match kind:
            case "heading":
                return rule.headings[level - 1]
            case "subparagraph":
                return rule.subparagraphs[level - 1]
            case _:
                return str(getattr(rule, _FIELDS[kind]))

    @cached_property
    def _series(self) -> dict[str, tuple[str, ...]]:
        return {name: getattr(self.conventions.labels, name) for name in labels.SERIES}


def load(workspace: Workspace, tag: str, day: str = "") -> Language:
    """The language of a tag, with the names of a day, by default today's (2019-03-15 or 2019-03).

    An `InputError` where its files are wrong or missing.
    """
    return workspace.once(("language", tag, day), lambda: _loaded(workspace, tag, day))


def _loaded(workspace: Workspace, tag: str, day: str) -> Language:
    conventions, digest = reading.load(workspace, tag)
    return Language(tag, conventions, workspace, digest, day)


def _of_day(lexicon: Lexicon, day: str) -> Lexicon:
    return LexiconOfDay(lexicon, day) if day else lexicon


def _lexicon(workspace: Workspace, tag: str) -> Lexicon:
    """The names of a language, read once, also for the languages that sort by it."""
    return workspace.once(("lexicon", tag), lambda: _indexed(tag, lexicon_files(workspace, tag)))


# What follows is the same for all workspaces whose files hold the same, however often they are opened.
@lru_cache(maxsize=16)
def _indexed(tag: str, files: LexiconFiles) -> Lexicon:
    return Lexicon(tag, files)


class _Words:
    """Conventions and a lexicon, compared by being the same objects, since their contents are large."""

    def __init__(self, conventions: Conventions, lexicon: Lexicon) -> None:
        self.conventions, self.lexicon = conventions, lexicon

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Words) and other.conventions is self.conventions and other.lexicon is self.lexicon

    def __hash__(self) -> int:
        return hash((id(self.conventions), id(self.lexicon)))


def compiled_language(workspace: Workspace, tag: str) -> dict[str, bytes]:
    """The files of a language that the wheel brings, by their names: nothing is compiled on the machines of users."""
    language = load(workspace, tag)
    names, words = language.lexicon.compiled(), language.recognizer.compiled()
    rules = {reading.CONVENTIONS: reading.compiled_rules(workspace, tag)}
    look = style.compiled_style(workspace, tag)
    made = {**rules, NAMES: names, WORDS: words, **({style.LOOKED_FOR: look} if look else {})}
    return {file_name(tag, kind): compiled_file(*each) for kind, each in made.items()}


@lru_cache(maxsize=16)
def _recognizer(words: _Words) -> Recognizer:
    return Recognizer(words.conventions, words.lexicon)
