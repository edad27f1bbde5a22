"""What is left to ask once every part of the text has found its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.facts import Names
from reportgen.language.recognition import Span, longest
from reportgen.language.recognition.span import InText
from reportgen.recover.answer import Question, QuestionKind
from reportgen.recover.atoms import Atom
from reportgen.recover.fact_values import FactValues
from reportgen.recover.fold import compared
from reportgen.recover.placement import Placement
from reportgen.recover.proposals import typed_values
from reportgen.recover.recovery import Recovery
from reportgen.recover.sent import SentPiece
from reportgen.recover.values import said_instead
from reportgen.wording import FootnoteMark, Placeholder, printed_facts

DROP, RESTORE = "drop", "restore"
NEW, SAME = "new", "same"
TAKE, BACK = "take", "back"


def questions(recovery: Recovery, piece: SentPiece, values: FactValues, wording: str) -> Iterator[Question]:
    """All questions but those about values, which were asked when these were decided."""
    yield from _gone(recovery, values)
    yield from _lost_words(recovery)
    yield from _marks(recovery)
    yield from _doubtful_names(recovery, piece)
    # A translation has no facts of its own: what it types is told by its values, where it has one.
    yield from _unprintable(recovery) if piece.is_original else _foreign_figures(recovery, piece.source)
    if piece.of_kind and wording != piece.wording:
        yield _whole_text(recovery, "words of a kind", piece.of_kind, ("text", "keep"))


def _whole_text(recovery: Recovery, kind: QuestionKind, what: str, choices: tuple[str, ...]) -> Question:
    return Question(kind, what, choices, end=recovery.new.shown(len(recovery.new.text)))


def _gone(recovery: Recovery, values: FactValues) -> Iterator[Question]:
    """Numbers that a place prints no more, and names that the piece prints no more."""
    printed = {fact for each in recovery.placed() if isinstance(each.piece, Placeholder) for fact in _facts(each)}
    groups = set(_regrouped(recovery))
    for index, atom in enumerate(recovery.sent.atoms):
        said = recovery.press.said(atom.piece)
        gaps = recovery.gaps(index) if index not in recovery.placements and said is not None else []
        if said is None or not gaps or not isinstance(atom.piece, Placeholder):
            continue
        name = atom.piece.fact
        if name in groups or (isinstance(said, Names) and name in printed):
            continue
        at = recovery.new.shown(gaps[0].start)
        words = recovery.sent.flat.text[atom.start : atom.end]
        typed = [each for each in values.proposed if said_instead(said, each.value) is not None]
        if typed and not isinstance(said, Names):
            yield Question("same fact", f"{words} ► {typed[0].name}", (NEW, SAME), name, at, at)
        else:
            yield Question("gone", words, (DROP, RESTORE), name, at, at)


def _facts(placement: Placement) -> Iterator[str]:
    assert isinstance(placement.piece, Placeholder)
    if placement.says is not None:
        yield from printed_facts(placement.piece)


def _regrouped(recovery: Recovery) -> Iterator[str]:
    """The groups of people whose words stood with a number and stand there no more."""
    for placement in recovery.placements.values():
        sent = recovery.sent.atoms[placement.atom].piece
        if isinstance(sent, Placeholder) and isinstance(placement.piece, Placeholder):
            yield from set(printed_facts(sent)) - set(printed_facts(placement.piece)) - {sent.fact}


def _lost_words(recovery: Recovery) -> Iterator[Question]:
    """Words that filters chose and that were edited: for the other categories nobody has said how they are now."""
    for placement in recovery.placed():
        sent = recovery.sent.atoms[placement.atom] if placement.atom >= 0 else None
        if sent and isinstance(sent.piece, Placeholder) and isinstance(placement.piece, Placeholder):
            kind = _edited_words(sent, placement.piece)
            if kind:
                words = recovery.new.text[placement.start : placement.end]
                start, end = recovery.new.shown(placement.start), recovery.new.shown(placement.end)
                yield Question(kind, words, (TAKE, BACK), placement.piece.fact, start, end)


def _edited_words(sent: Atom, piece: Placeholder) -> QuestionKind | None:
    assert isinstance(sent.piece, Placeholder)
    before, now = ({each.name: each for each in one.filters} for one in (sent.piece, piece))
    if "of" in before and "of" not in now:
        return "words of a group"
    for name in ("counted", "plural", "agree"):
        if name in before and before[name] != now.get(name):
            return "other words" if len(before[name].options) > 1 else None
    return None


def _marks(recovery: Recovery) -> Iterator[Question]:
    """Marks that are gone, so that nothing points to their note, and marks of notes that nobody knows."""
    for index, atom in enumerate(recovery.sent.atoms):
        if isinstance(atom.piece, FootnoteMark) and index not in recovery.placements:
            at = recovery.new.shown(recovery.gaps(index)[0].start)
            yield Question("note", atom.piece.note, (DROP, RESTORE), "", at, at)
    known = {atom.piece.note for atom in recovery.sent.atoms if isinstance(atom.piece, FootnoteMark)}
    for at, note in recovery.new.notes.items():
        if note not in known:
            yield Question("note", note, (TAKE, DROP), "", recovery.new.shown(at), recovery.new.shown(at))


def _unprintable(recovery: Recovery) -> Iterator[Question]:
    """Values that were typed and that no form of a fact prints as they stand there, or that are those of no fact."""
    found: list[InText] = [*typed_values(recovery), *_valueless(recovery)]
    return (_no_form(recovery, each) for each in found)


def _foreign_figures(recovery: Recovery, source: str) -> Iterator[Question]:
    """Figures that are the value of no fact and that a translation has from nowhere in its original."""
    told = typed_values(recovery)
    for span in _valueless(recovery):
        words = recovery.new.text[span.start : span.end]
        if any(each.start < span.end and span.start < each.end for each in told):
            continue  # 20 March 2012 is told by its value, and not again as 20 March
        if not {*re.findall(r"\d+", compared(words))} <= {*re.findall(r"\d+", compared(source))}:
            yield _no_form(recovery, span)


def _no_form(recovery: Recovery, found: InText) -> Question:
    words = recovery.new.text[found.start : found.end]
    return Question("no form", words, ("letters",), "", recovery.new.shown(found.start), recovery.new.shown(found.end))


def _valueless(recovery: Recovery) -> Iterator[Span]:
    """Dates without a year, fractions and bare decimals that were typed: said, since a figure may not pass unseen."""
    last = -1
    for span in longest(recovery.typed_readings.valueless):
        told = span.kind in ("date", "fraction") or "." in "".join(span.means)
        if told and span.start > last and recovery.is_typed(span.start, span.end):
            last = span.start
            yield span


def _doubtful_names(recovery: Recovery, piece: SentPiece) -> Iterator[Question]:
    """Names that were put in or typed and that two ids have, but for those that the piece has as facts."""
    facts = [each.value for each in piece.facts.values() if isinstance(each.value, Names)]
    for placement in recovery.placed():
        said = placement.says
        known = isinstance(said, Names) and any(each.kind == said.kind and said.ids[0] in each.ids for each in facts)
        if not isinstance(said, Names) or known or len(said.ids) != 1 or not isinstance(placement.piece, Placeholder):
            continue
        ids = {
            name
            for each in recovery.readings
            if isinstance(each.value, Names) and each.value.kind == said.kind
            if placement.start <= each.start and each.end <= placement.end
            for name in each.value.ids
            if (each.start, each.end) == _place_of(recovery, placement, said)
        }
        if len(ids) > 1:
            choices = (said.ids[0], *sorted(ids - set(said.ids)))
            words = recovery.new.text[placement.start : placement.end]
            start, end = recovery.new.shown(placement.start), recovery.new.shown(placement.end)
            yield Question("which name", words, choices, placement.piece.fact, start, end)


def _place_of(recovery: Recovery, placement: Placement, said: Names) -> tuple[int, int]:
    """Where the longest reading of a name stands inside its placement."""
    found = [
        (each.start, each.end)
        for each in recovery.readings
        if isinstance(each.value, Names) and each.value.ids == said.ids
        if placement.start <= each.start and each.end <= placement.end
    ]
    return max(found, key=lambda each: each[1] - each[0], default=(placement.start, placement.end))
