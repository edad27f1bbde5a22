"""The names of a lexicon as phrases, in every form, with and without the article or preposition before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.language.lexicon_entry import LexiconEntry
from reportgen.language.recognition.phrases import Phrase
from reportgen.language.recognition.span import SpanKind

_WITH_WORDS_BEFORE: dict[SpanKind, SpanKind] = {
    "name": "name form", "short name": "short name form", "third name": "third name",
}  # fmt: skip


class NameWords:
    """Makes phrases of names; `before` are articles and prepositions, `glued` letters written onto the next word."""

    def __init__(self, before: Iterable[str], glued: Iterable[str]) -> None:
        self._before = _words_before(before)
        self._glued = tuple(glued)

    def phrases(self, entries: Iterable[LexiconEntry]) -> Iterator[Phrase]:
        """Every form of every name, full and short, and each without what stands before it.

        A short form that is never introduced (the Council) means something only after the full name, so its kind is
        "short name".
        """
        for entry in entries:
            forms = {phrase.text: phrase for phrase in reversed([*_forms(entry)])}
            bare = {self._bare(text): phrase for text, phrase in forms.items()}
            for text in {**forms, **bare}:
                # A name that is a number (Goal 5, target 10.2) is one only behind the word for its kind.
                if len(text) > 1 and any(map(str.isalpha, text)):
                    phrase = forms.get(text) or bare[text]
                    is_bare = self._bare(text) == text and not self._is_glued(text, bare)
                    kind = phrase.kind if is_bare else _WITH_WORDS_BEFORE[phrase.kind]
                    yield Phrase(text, kind, f"{entry.kind}/{entry.id}", True, phrase.form, phrase.variant)

    def _bare(self, text: str) -> str:
        """A name without the words that stand before it: Indonésie of "de l’Indonésie"."""
        return text[self._before.match(text).end() :]  # type: ignore[union-attr]  # it matches nothing, too

    def _is_glued(self, text: str, texts: Iterable[str]) -> bool:
        """Whether a text is another one with glued letters, which are skipped when texts are read: لكينيا, كينيا."""
        return any(text.startswith(letters) and text[len(letters) :] in texts for letters in self._glued)


def _words_before(words: Iterable[str]) -> re.Pattern[str]:
    """What matches all articles and prepositions at the beginning of a name, the longest of each first."""
    longest = sorted(words, key=len, reverse=True)
    choices = [re.escape(word) + (" *" if word[-1] in "’'" else " +") for word in longest]
    return re.compile(f"(?:{'|'.join(choices)})*" if choices else "")


def _forms(entry: LexiconEntry) -> Iterator[Phrase]:
    """The texts of a name, the one that tells its form best first."""
    short_kind: SpanKind = "short name" if entry.introduce == "never" else "name"
    for form, variants in entry.forms.items():
        full, short = _plain(variants.full), _plain(variants.short)
        yield Phrase(full, "name", form=form, variant="full" if short and short != full else "")
        if short and short != full:
            yield Phrase(short, short_kind, form=form, variant="short")
        if variants.third:
            yield Phrase(_plain(variants.third), "third name", form=form, variant="third")
    yield Phrase(_plain(entry.table), short_kind, form="table")
    yield Phrase(_plain(entry.abbreviation), short_kind, variant="short")


def _plain(text: str) -> str:
    return text.replace("*", "")
