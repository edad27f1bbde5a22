"""Names as a form offers them and as people type them: `NameAnswers(language).of(question, text)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.errors import close_word
from reportgen.facts import Names, is_country
from reportgen.forms.questions import FormQuestion
from reportgen.forms.words import AnswerFault
from reportgen.language import Language
from reportgen.language.lexicon_entry import LexiconEntry
from reportgen.language.recognition import longest
from reportgen.language.recognition.plain import plain_form
from reportgen.language.recognition.span import Span
from reportgen.printing.names import named_with
from reportgen.printing.placeholder import Printer
from reportgen.tree.inlines import Content
from reportgen.tree.text import plain_text
from reportgen.wording import Placeholder

_BETWEEN = re.compile(r"\s*[;；؛\n]\s*|、")
_ADJECTIVE = "adj"


@dataclass(frozen=True)
class NameAnswers:
    """The names of one language."""

    language: Language

    def choices(self, question: FormQuestion) -> list[str]:
        """The names that a question may be answered with, in the order of the language."""
        return [self.shown(kind, each) for kind in question.kinds for each in self._ids(question, kind)]

    def shown(self, kind: str, name: str) -> str:
        """A name as a list shows it: without an article, and with its id where two names are the same words."""
        entry = self.language.name(kind, name)
        text = (entry.table or entry.forms[""].full).replace("*", "")
        return text if len(self._index(kind).get(_folded(text), ())) < 2 else f"{text} ({name})"

    def of(self, question: FormQuestion, text: str) -> Names | tuple[AnswerFault, str]:
        """The names that a text gives, or what is wrong with which words of it."""
        found: list[tuple[str, str]] = []
        for part in self._parts(question, text):
            known = self._meant(question, part)
            if len(known) != 1:
                return ("several_names" if known else "unknown"), part
            found += known
        if len(found) > 1 and not question.many:
            return "one_name", text
        if len(set(found)) < len(found):
            return "repeated", text
        if len({kind for kind, _ in found}) > 1:
            return "one_name", text
        standing = question.value
        many = len(found) > 1 or bool(isinstance(standing, Names) and standing.many)
        is_sorted = found[0][0] == "place" and many
        order = standing.order if isinstance(standing, Names) else "sorted" if is_sorted else "given"
        return Names(found[0][0], tuple(name for _, name in found), many, order)

    def example(self, question: FormQuestion, wrong: str) -> str:
        """A name that could have been meant, else the first one there is."""
        choices = self.choices(question)
        return close_word(wrong, choices) or next(iter(choices), "")

    def _ids(self, question: FormQuestion, kind: str) -> Sequence[str]:
        ids = [each for each in self.language.lexicon.ids(kind) if self._may_be(question, kind, each)]
        return self.language.sorted_ids(kind, ids)

    def _may_be(self, question: FormQuestion, kind: str, name: str) -> bool:
        return is_country(name) if question.takes_countries and kind == "place" else True

    def _meant(self, question: FormQuestion, text: str) -> list[tuple[str, str]]:
        """The names that a text may be; where one of several stands there already, it alone."""
        known = [each for each in self._known(question.kinds, text) if self._may_be(question, *each)]
        standing = question.value.ids if isinstance(question.value, Names) else ()
        return [each for each in known if each[1] in standing] or known

    def _parts(self, question: FormQuestion, text: str) -> list[str]:
        """The names of a text: all of it, or what stands between semicolons, or the names of a list in words."""
        if self._known(question.kinds, text):
            return [text]
        parts = [each for each in _BETWEEN.split(text) if each.strip()]
        if len(parts) > 1:
            return parts
        return self._listed(question, text) or [text]

    def _listed(self, question: FormQuestion, text: str) -> list[str]:
        """The names of a list, where the language prints just this text for them: Egypt, Iraq and Jordan."""
        readings = self.language.recognizer.readings(text)
        spans = [
            Span(each.start, each.end, "name", each.value.ids)
            for each in readings
            if isinstance(each.value, Names) and each.value.kind in question.kinds
        ]
        found = longest(spans)
        if len(found) < 2 or len(question.kinds) > 1:
            return []
        value = Names(question.kinds[0], tuple(each.means[0] for each in found), True, "given")
        printed = {_folded(each) for each in self._printed(value)}
        return [text[each.start : each.end] for each in found] if _folded(text) in printed else []

    def _printed(self, value: Names) -> Iterator[str]:
        """The texts that a list may be printed as, its names full or short."""
        content: Content = Printer(self.language, {"list": value}.get).fact(
            Placeholder("list", "", (), 0), value, False
        )
        entries = [self.language.name(value.kind, each) for each in value.ids]
        for style in ("full", "short"):
            words = (getattr(each.forms[""], style) or each.forms[""].full for each in entries)
            yield plain_text(named_with(content, words))

    def _known(self, kinds: Sequence[str], text: str) -> list[tuple[str, str]]:
        wanted = _folded(text)
        return [(kind, name) for kind in kinds for name in self._index(kind).get(wanted, ())]

    def _index(self, kind: str) -> dict[str, tuple[str, ...]]:
        if kind not in self._indexes:
            found: dict[str, dict[str, None]] = {}
            for key in self.language.lexicon.ids(kind):
                name = key.removeprefix("sdg-") if kind == "sdg" else key
                for text in _texts(self.language.name(kind, key)):
                    found.setdefault(_folded(text), {})[name] = None
                    found.setdefault(_folded(f"{text} ({name})"), {})[name] = None
            self._indexes[kind] = {text: tuple(ids) for text, ids in found.items()}
        return self._indexes[kind]

    @cached_property
    def _indexes(self) -> dict[str, dict[str, tuple[str, ...]]]:
        return {}


def _texts(entry: LexiconEntry) -> Iterator[str]:
    """All that an entry may be called, without the adjective made of it."""
    yield from (entry.id, entry.table, entry.abbreviation)
    for name, form in entry.forms.items():
        if not name.startswith(_ADJECTIVE):
            yield from (form.full, form.short)


def _folded(text: str) -> str:
    return " ".join(plain_form(text.replace("*", "")).casefold().split())
