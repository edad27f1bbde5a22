"""Names that a document introduces and the lexicon lacks: `found_stubs(texts, language)`, as entries to be confirmed.

Only a short form that spells the words before it, "Global Office of Sample Testing (GOST)", makes it sure where a name
begins. All other capitals stay letters, and are told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from reportgen.facts import Names
from reportgen.language import Language
from reportgen.located.edits import YamlData
from reportgen.located.render import Renderer
from reportgen.located.scalars import LIKELY_WIDTH
from reportgen.model.new_ids import id_stem, is_id
from reportgen.record import record

_IN_BRACKETS = re.compile(r" ?[(（](?P<short>[^\W\d_][\w&/-]{1,14})[)）]")
_WORD_PART = re.compile(r"[^\W\d_]+")
_PARTS_NAMES = re.compile(r"[.,;:!?()\"“”«»\n\d]")
_MOST_WORDS = 14
KIND_OF_STUBS = "entity"
"""What has a name and a short form is a body more often than all else; whoever confirms the name moves it."""


@record
class NameStub:
    """A name as a text introduces it; `article` is the word before it, with its blank, where the language has one."""

    full: str
    short: str
    article: str = ""


def found_stubs(texts: Iterable[str], language: Language) -> dict[str, NameStub]:
    """The names by their new ids, in reading order; a short form that is introduced for two names is left out."""
    found: dict[str, NameStub] = {}
    doubtful: set[str] = set()
    for text in texts:
        for stub in _introduced(text, language):
            known = found.setdefault(stub.short, stub)
            if known.full != stub.full:
                doubtful.add(stub.short)
    named = ((_id_of(stub, language), stub) for stub in found.values() if stub.short not in doubtful)
    return {name: stub for name, stub in named if name}


def stub_entries(stubs: Mapping[str, NameStub], where: str) -> str:
    """The entries of a file of the lexicon (docs/lexicon.md); `where` names the document, for whoever confirms them."""
    renderer = Renderer("", LIKELY_WIDTH)
    return "".join(renderer.entry(name, _entry(stub, where), 0, ()) for name, stub in stubs.items())


def _entry(stub: NameStub, where: str) -> dict[str, YamlData]:
    bare: dict[str, YamlData] = {"full": stub.full, "short": stub.short}
    entry: dict[str, YamlData] = {"name": {**bare, "full": stub.article + stub.full}}
    if stub.article:
        entry["forms"] = {"bare": bare}
    why = f"as introduced in {where}; kind and forms are not confirmed"
    # The document puts the short form in brackets, however seldom it has the name.
    return {**entry, "introduce": "always", "sure": False, "why": why}


def _introduced(text: str, language: Language) -> Iterator[NameStub]:
    for match in _IN_BRACKETS.finditer(text):
        short = match["short"]
        full = _spelled_out(text[: match.start()], short)
        if full and not _is_known(full, short, language):
            start = match.start() - len(full)
            yield NameStub(full, short, _article(text[:start], language))


def _spelled_out(before: str, short: str) -> str:
    """The words at the end of a text that a short form stands for; empty where it stands for none, or for common words.

    All words in capitals begin with a letter of the short form, the first and the last word among them.
    """
    letters = _plain("".join(filter(str.isupper, short)))
    words = before.rstrip().split(" ")[-_MOST_WORDS:]
    names = [words[-count:] for count in range(1, len(words) + 1 if len(letters) > 1 else 0)]
    names = list(takewhile(lambda name: not _PARTS_NAMES.search(name[0]), names))
    # Words such as "of" have a letter in some short forms, and none in most.
    for small in ("", "?"):
        for name in names:
            # The first word of a sentence has its capital from there, so it alone makes no name.
            is_name = name[0][:1].isupper() and any(word[:1].isupper() for word in name[1:])
            if is_name and re.fullmatch(_spelling(name, small), letters):
                return " ".join(name)
    return ""


def _spelling(words: Sequence[str], small: str) -> str:
    """The pattern of the short forms of some words, with a letter for a small word in the middle where there may be."""
    parts = [part for word in words for part in _WORD_PART.findall(word)]
    return "".join(
        _plain(part[0]) if index in (0, len(parts) - 1) or part[0].isupper() else small and _plain(part[0]) + small
        for index, part in enumerate(parts)
    )


def _plain(text: str) -> str:
    """Letters without accents and capitals."""
    return "".join(each for each in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(each))


def _is_known(full: str, short: str, language: Language) -> bool:
    """Whether the lexicon has the name, or its short form for another one."""
    text = f"{full} ({short})"
    names = (each for each in language.recognizer.readings(text) if isinstance(each.value, Names))
    return any((each.start == 0 and each.end >= len(full)) or each.start > len(full) for each in names)


def _article(before: str, language: Language) -> str:
    """The article at the end of a text; where a language has more words before names these may be prepositions."""
    words = language.conventions.recognition.before_names
    if len(words) != 1 or not re.search(rf"(?<!\w){re.escape(words[0])} \Z", before, re.IGNORECASE):
        return ""
    return f"{words[0]} "


def _id_of(stub: NameStub, language: Language) -> str:
    """An id that no name has: the short form, else the first words; empty where both are taken."""
    names = (_plain(stub.short), id_stem(stub.full))
    return next((name for name in names if is_id(name) and language.lexicon.kind_of(name) is None), "")
