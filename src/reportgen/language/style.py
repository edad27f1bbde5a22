"""The style of a language from `locales/<tag>/style.yaml`: the words and signs that rules of style look for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from reportgen.language.compiled import compiled, digest_of_parts
from reportgen.language.kept_rules import rules_as_data, rules_from_data
from reportgen.language.rules import ClosedRules
from reportgen.located import parse, read_text
from reportgen.located.validate import Terms, validated
from reportgen.workspace import Workspace

_PAGE = "docs/checks.md says what stands in a file of style"


def _readable(value: Any) -> Any:
    for pattern, instead in ((value, ""),) if isinstance(value, str) else tuple(value.items()):
        try:
            # A reference to a group that is not there would fail only where the pattern is found.
            match = re.compile(pattern + "|").match("")
            assert match is not None
            match.expand(instead)
        except (re.error, IndexError) as error:
            message = "'{text}' is no regular expression: {fault}"
            raise PydanticCustomError("pattern", message, {"text": pattern, "fault": str(error)}) from None
    return value


Pattern = Annotated[str, AfterValidator(_readable)]
Patterns = Annotated[dict[str, str], AfterValidator(_readable)]
"""Regular expressions with what is written instead; \\1 is a group of theirs."""

Instead = dict[str, str]
"""Words with what is written instead of them."""


def _distinct(words: Instead) -> Instead:
    seen: set[str] = set()
    for word in words:
        if word.lower() in seen:
            message = "'{word}' stands here twice, with other capitals: these words are looked for in any case"
            raise PydanticCustomError("twice", message, {"word": word})
        seen.add(word.lower())
    return words


InsteadInAnyCase = Annotated[Instead, AfterValidator(_distinct)]
"""The same, looked for in small letters and in capitals."""

StyleWords = tuple[Annotated[str, Field(min_length=1)], ...]


class Style(ClosedRules):
    """What the rules of style look for in one language; what is left out is not looked for."""

    edges: bool = Field(default=True, description="words stand between blanks: false in Chinese")
    signs: Patterns = Field(default={}, description="signs that are written otherwise, and safely mended")
    blanks: Patterns = Field(default={}, description="blanks that are too many, missing or may break, safely mended")
    quotes: str = Field(
        default="", description="the quotation marks and apostrophes of other languages, which are wrong"
    )
    wrong_quotes: tuple[Pattern, ...] = Field(default=(), description="quotation marks turned round, or of two signs")
    quote_pairs: StyleWords = Field(default=(), description="pairs that open and close: “”")
    repeated: StyleWords = Field(default=(), description="words that may stand twice: nous nous")
    stops: str = Field(default=".!?…", description="what ends a sentence")
    after_stops: str = Field(default='”’»")）》', description="what may stand behind a stop")
    item_stops: str = Field(default="", description="what no item of a list ends with")
    serial: Pattern = Field(default="", description="a comma before the last item of a list")
    spelling: InsteadInAnyCase = {}
    names_as_spelled: bool = Field(
        default=False, description="words with a capital inside a sentence are names, and spelled as they are"
    )
    spellings: Patterns = Field(default={}, description="ends of words by regular expressions: -ise for -ize")
    kept_stems: StyleWords = Field(default=(), description="beginnings of words whose ends are right: adv- in advise")
    capitals: InsteadInAnyCase = Field(default={}, description="words with a capital, or without: member states")
    other_capitals: StyleWords = Field(default=(), description="what is right for others: member States of a body")
    unabbreviated: Instead = Field(default={}, description="what is never abbreviated: UN")
    known_abbreviations: StyleWords = Field(default=(), description="short forms that need no full name: UN-Women")
    latin: InsteadInAnyCase = Field(default={}, description="e.g., etc., contractions and signs that prose writes out")
    inclusive: InsteadInAnyCase = Field(default={}, description="words of one gender for all: chairman")
    old_names: Instead = Field(default={}, description="names that are out of date or not the official ones: Burma")
    references: Patterns = Field(default={}, description="cross-references that are typed in words")
    joints: Patterns = Field(default={}, description="what two words become where they meet: de le")
    edge_joints: Patterns = Field(default={}, description="the same, with a | between typed and printed text: de |le")
    possessives: tuple[Pattern, ...] = Field(default=(), description="a possessive behind a printed name: |’s")
    governed: dict[str, StyleWords] = Field(default={}, description="the forms of names that a preposition takes")
    replaced: dict[str, str] = Field(default={}, description="the form of names that stands instead of a preposition")
    raised: bool = Field(default=False, description="sentences begin with a capital")
    title_case: StyleWords = Field(default=(), description="small words that say nothing of the case of a title")
    numbers_first: bool = Field(default=True, description="a sentence may begin with a figure")
    dates_first: bool = Field(default=False, description="a sentence may begin with a date")
    per_cent: InsteadInAnyCase = Field(default={}, description="signs for per cent that prose does not have: %")
    negations: StyleWords = Field(default=(), description="words that deny a sentence")
    soft_negations: StyleWords = Field(
        default=(), description="words that another language may say as a denial: without"
    )
    privatives: StyleWords = Field(
        default=(), description="soft negations that every language says with a word that denies: without"
    )
    no_denials: StyleWords = Field(default=(), description="what has such a word and denies nothing: not only")
    negative_prefixes: StyleWords = Field(default=(), description="beginnings of words that deny: un, non")
    plural_endings: dict[str, Pattern] = Field(
        default={}, description="how words of a category never end beside those of another: {one other: s}"
    )
    plural_phrases: dict[str, Pattern] = Field(
        default={},
        description="what the words of a category never are, with those of others a line each: {one other: …}",
    )
    long_sentence: int = Field(default=0, description="the most words or characters of a sentence; 0: any")
    long_paragraph: int = Field(default=0, description="the most words or characters of a paragraph; 0: any")
    unfinished: StyleWords = ("TODO", "TBD", "TBC", "XXX", "FIXME", "???", "[…]", "lorem ipsum")
    draft_notes: Patterns = Field(default={}, description="notes to the drafter in square brackets: [to be completed]")


def load(workspace: Workspace, tag: str) -> Style:
    """The style of a tag, an empty one without a file; an `InputError` with the place where it is wrong."""
    path = workspace.find("locales", tag, "style.yaml")
    return Style() if path is None else _style(tag, read_text(workspace, path), workspace.shown(path))


def digest_of_style(workspace: Workspace, tag: str) -> bytes:
    """The digest of the style of a tag; that of an empty one without a file."""
    path = workspace.find("locales", tag, "style.yaml")
    return digest_of_parts(read_text(workspace, path) if path else None)


@lru_cache(maxsize=16)
def _style(tag: str, text: str, shown: str) -> Style:
    """The style of a text, validated unless it was valid before."""
    found: Style = rules_from_data(compiled(LOOKED_FOR, tag, digest_of_parts(text), lambda: _as_data(text, shown)))
    return found


def compiled_style(workspace: Workspace, tag: str) -> tuple[bytes, Any] | None:
    """The digest of the text that the style of a tag is made of, and the style as plain data; None without a file."""
    path = workspace.find("locales", tag, "style.yaml")
    if path is None:
        return None
    text = read_text(workspace, path)
    return digest_of_parts(text), _as_data(text, workspace.shown(path))


def _as_data(text: str, shown: str) -> Any:
    return rules_as_data(validated(Style, parse(text, shown), _TERMS))


LOOKED_FOR = "style"
"""The kind of what is compiled here."""

_TERMS = Terms(file="style", sentences=frozenset({"pattern"}), hint=_PAGE, named=True)
