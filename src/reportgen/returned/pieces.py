"""One piece that came back other than it was sent: recovered, laid on today's sources, and what is written of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportgen.errors import Position
from reportgen.facts import COMMON_NOUNS, Count, Names, Ordinal, Period, Value, value_said
from reportgen.inputs.places import MASTHEAD_OWNER
from reportgen.language import Language
from reportgen.model.report import AGENDA_NOTE
from reportgen.record import field, record, replace
from reportgen.recover import Recovered, SentPiece, recover
from reportgen.returned.alarms import alarms
from reportgen.returned.changes import Change, ChangeState, Reason, ReturnedFact, worst
from reportgen.returned.decisions import (
    FactsChoice,
    FactSides,
    Holds,
    kept_back,
    questions_decided,
    same_value,
    unclear,
    words_decided,
)
from reportgen.returned.operations import AddFact, Operation, SetFact, SetTranslation, SetWording
from reportgen.returned.printed_facts import facts_in, letters_of, notes_in, shown_facts
from reportgen.returned.sides import looks_alike
from reportgen.tree.citation import cited
from reportgen.tree.inlines import Content
from reportgen.tree.path import whole_of
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.seen import signed_looks
from reportgen.tree.text import plain_text

PrintedIn = Callable[[str, str], Mapping[str, tuple[str, ...]]]
"""The pieces that print a fact, by language; the fact by the block that keeps it (empty: the report) and its name."""


@record
class TodaysFacts:
    """Where facts are kept today: `owners` gives the block whose facts a piece prints, `own` the names of those it
    keeps itself, `at` the place of each."""

    owners: Mapping[str, str]
    own: Mapping[str, frozenset[str]]
    at: Callable[[str, str], Position | None]
    printed: PrintedIn

    def keeper(self, piece: str, name: str) -> str:
        """The block that keeps a fact which a piece prints; empty where the whole report does."""
        owner = MASTHEAD_OWNER if is_in_masthead(piece) else self.owners.get(piece, "")
        return owner if name in self.own.get(owner, ()) else ""


def is_in_masthead(piece: str) -> bool:
    """Whether a piece is a line of the masthead, or its note."""
    return whole_of(piece) == MASTHEAD_OWNER or piece == AGENDA_NOTE


_SMALL = 2
"""Languages say one and two in many ways: as an article, by a form, as both."""


def _found(value: Value) -> ChangeState:
    """What is to be done where a translation and the original do not state the same value: a sure sign stops it."""
    match value:
        case Count() | Period() | Ordinal():
            return "ready" if value.number <= _SMALL else "open"
        case Names():
            # A translation may say a common noun in words of its own.
            return "ready" if value.kind in COMMON_NOUNS else "open"
        case _:
            return "open"


@record
class PieceReader:
    """Reads pieces of one language.

    `original` is the language of the report where that is another one, `sources` are the texts that a translation was
    made from, by id.
    """

    language: Language
    original: Language | None
    choice: FactsChoice
    facts: TodaysFacts
    sources: Mapping[str, str] = field(default_factory=dict)
    holds: Holds = field(default_factory=Holds)

    @property
    def is_original(self) -> bool:
        """Whether the language is that of the report."""
        return self.original is None

    def is_lost(self, sent: SentPiece | None, today: SentPiece | None) -> bool:
        """Whether a translation that was sent has no text today, so that the file fills it."""
        return not self.is_original and bool(sent and sent.wording and today and not today.wording)

    def read(self, sent: SentPiece, printed: PrintedPiece, back: Content, today: SentPiece | None) -> Change:
        """What became of a piece."""
        return self.change(sent, printed, back, today, self.recovered(sent, back, today))

    def recovered(self, sent: SentPiece, back: Content, today: SentPiece | None) -> Recovered:
        """The wording of a piece; facts that it has only today are known too."""
        piece = replace(sent, facts={**(today.facts if today else {}), **sent.facts})
        found = recover(piece, back, self.language)
        answers = kept_back(found) if self.choice == "keep" else {}
        return recover(piece, back, self.language, answers) if answers else found

    def change(
        self,
        sent: SentPiece,
        printed: PrintedPiece,
        back: Content,
        today: SentPiece | None,
        recovered: Recovered,
        words: Reason | None = None,
    ) -> Change:
        """The change of a piece whose text was turned back into wording; `words` is what is to be done with it, if
        that is known already."""
        texts = plain_text(sent.content), plain_text(back)
        sides = [self._sides(each.name, each.old, each.new, today) for each in recovered.changed]
        held = self.holds.facts(sent.id)
        reasons = [each.decided(self.choice, self.is_original, held) for each in sides]
        words = words or words_decided(sent.wording, recovered.wording, today.wording if today else None)
        translated = list(self._of_translated_facts(sent.id, recovered, today))
        reasons += [words, *translated, *unclear(recovered)]
        if worst(reasons) != "done":
            notes = notes_in(self.sources.get(sent.id, ""))
            reasons += questions_decided(recovered, self.choice, self.is_original, notes)
        if worst(reasons) in ("ready", "open") and self.holds.issued:
            reasons.append(("conflict", self.holds.issued))
        if worst(reasons) == "done" and recovered.settled and not sides and recovered.wording == sent.wording:
            reasons.append(("settled", ""))
        return Change(
            sent.id,
            printed.kind,
            cited(printed.kind, printed.path),
            self.language.tag,
            "reworded",
            texts=texts if recovered.settled else _told_texts(sent.content, back),
            facts=tuple(self._told_facts(sent.id, recovered)),
            questions=recovered.questions,
            settled=recovered.settled,
            alarms=(*alarms(recovered, *texts, self.language.recognizer), *_said(translated)),
            operations=tuple(self._operations(sent.id, recovered, words, sides)),
        ).decided(reasons)

    def _sides(self, name: str, old: Value, new: Value, today: SentPiece | None) -> FactSides:
        now = today.facts.get(name) if today else None
        shown = self._shown(now.value) if now else ""
        return FactSides(name, old, new, now.value if now else None, bool(now and now.scope == "computed"), shown)

    def _shown(self, value: Value) -> str:
        """A value as a translator knows it: names in the language, since nobody there knows our ids."""
        if not isinstance(value, Names):
            return value_said(value)
        return ", ".join(self._name(value.kind, each) for each in value.ids)

    def _name(self, kind: str, name: str) -> str:
        there = name in self.language.lexicon.ids(kind)
        return self.language.name(kind, name).forms[""].full if there else name

    def _of_translated_facts(self, piece: str, recovered: Recovered, today: SentPiece | None) -> Iterator[Reason]:
        """What is said of values that a translation types, or does not print: facts are the original's alone."""
        if self.original is None:
            return
        known, source = today.facts if today else {}, self.sources.get(piece, "")
        said = {each.value for each in self.original.recognizer.readings(letters_of(source))}
        for value in dict.fromkeys(recovered.typed):
            if value not in said:
                yield _found(value), f"the original has no fact that prints {self._shown(value)}"
        missing = shown_facts(source) & known.keys() - facts_in(recovered.wording)
        for name in sorted({*missing, *recovered.gone}):
            value_today = known[name].value if name in known else None
            state = "ready" if self.choice == "keep" or value_today is None else _found(value_today)
            printed = self._shown(value_today) if value_today else "gone today"
            yield state, f"the original prints '{name}' ({printed}), and this text does not"

    def _told_facts(self, piece: str, recovered: Recovered) -> Iterator[ReturnedFact]:
        for each in recovered.changed:
            keeper = self.facts.keeper(piece, each.name)
            printed = self._elsewhere(piece, keeper, each.name)
            at = self.facts.at(keeper, each.name)
            yield ReturnedFact(each.name, "changed", each.old, each.new, keeper, at, printed)
        for typed in recovered.proposed:
            yield ReturnedFact(typed.name, "typed", None, typed.value, self.facts.owners.get(piece, ""))
        for name in recovered.gone:
            keeper = self.facts.keeper(piece, name)
            at, printed = self.facts.at(keeper, name), self._elsewhere(piece, keeper, name)
            yield ReturnedFact(name, "gone", None, None, keeper, at, printed)

    def _elsewhere(self, piece: str, keeper: str, name: str) -> Mapping[str, tuple[str, ...]]:
        """The other pieces that print a fact, by language; of this language without the piece itself."""
        printed = self.facts.printed(keeper, name)
        own = tuple(each for each in printed.get(self.language.tag, ()) if each != piece)
        return {tag: ids for tag, ids in {**printed, self.language.tag: own}.items() if ids}

    def _operations(
        self, piece: str, recovered: Recovered, words: Reason, sides: list[FactSides]
    ) -> Iterator[Operation]:
        if not self.is_original:
            yield SetTranslation(self.language.tag, piece, self.sources.get(piece, ""), recovered.wording)
            return
        if words[0] == "ready":
            yield SetWording(piece, recovered.wording)
            owner = self.facts.owners.get(piece, "")
            yield from (AddFact(owner, each.name, each.value) for each in recovered.proposed)
        if self.choice == "take":
            for each in sides:
                if not same_value(each.back, each.today):
                    yield SetFact(self.facts.keeper(piece, each.name), each.name, each.back)


def _told_texts(old: Content, new: Content) -> tuple[str, str]:
    """Two texts as they are told: with signs for their looks where nothing else differs."""
    texts = plain_text(old), plain_text(new)
    return texts if texts[0] != texts[1] or looks_alike(old, new) else (signed_looks(old), signed_looks(new))


def _said(reasons: Iterable[Reason]) -> Iterator[str]:
    """What is to be told aloud, since it is open and no question asks for it."""
    return (said for state, said in reasons if state == "open")
