"""The placeholder that prints exactly what stands in its place, once all facts are known; or letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportgen.facts import Names, Value
from reportgen.language.sentences import begins_sentence
from reportgen.printing.alternatives import Alternatives, other_forms, styled
from reportgen.printing.names import FirstUses, named
from reportgen.printing.placeholder import NEVER_SHORT
from reportgen.record import record, replace
from reportgen.recover.answer import SettledKind
from reportgen.recover.flat import MARK
from reportgen.recover.fold import compared
from reportgen.recover.placement import Placement
from reportgen.recover.press import Press, phrase_choice, word_choice
from reportgen.recover.recovery import Recovery
from reportgen.recover.sent import SentPiece
from reportgen.tree.inlines import Bold, Content, Italic, NameUse
from reportgen.tree.printed_from import NameKey
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_inlines
from reportgen.wording import Filter, Placeholder

_NEAR = 200
"""How many letters before a placeholder tell whether it begins a sentence."""

_AS_WRITTEN = str.maketrans({MARK: "", "\t": " ", "\n": " ", "\r": " "})
"""What wording makes of signs that a text may have."""


@record
class PrintedPlace:
    """What a placement prints, and what of that is ours, where it differs from the text."""

    content: Content
    settles: SettledKind | None = None

    @property
    def text(self) -> str:
        """Its letters."""
        return plain_text(self.content)

    @property
    def has_emphasis(self) -> bool:
        """Whether it has italics of its own, as names of books bring them."""
        return any(isinstance(inline, Italic | Bold) for inline in all_inlines(self.content))


def print_exactly(recovery: Recovery, press: Press, placement: Placement, names: FirstUses) -> PrintedPlace | None:
    """Give a placement the placeholder that prints its text, and say what it prints; None where none does.

    `press` has the facts as they are now, `names` what the reader knows of names here.
    """
    piece = placement.piece
    if not isinstance(piece, Placeholder):
        return None
    value = press.values.get(piece.fact)
    if value is None:
        return None
    typed = recovery.new.text[placement.start : placement.end]
    before = recovery.new.text[max(placement.start - _NEAR, 0) : placement.start].translate(_AS_WRITTEN).lstrip()
    at_start = begins_sentence(press.language.conventions, before)
    for way, settles in _ways(press, placement, piece, value, typed):
        content = press.content(way, value, at_start)
        if content is None:
            continue
        chosen = matched(press.parts(way, value, at_start), typed)
        if chosen is None and settles is None:
            continue
        placement.piece = way
        _learn(names, content, chosen or ())
        printed = named(content, names)
        return PrintedPlace(printed, settles if chosen is None else _difference(typed, plain_text(printed)))
    if _is_as_sent(recovery, placement, typed):
        # The lexicon has changed since it was sent: what it prints today is ours.
        content = press.content(piece, value, at_start)
        placement.piece = piece
        return PrintedPlace(named(content, names), "name") if content else None
    return None


def _is_as_sent(recovery: Recovery, placement: Placement, typed: str) -> bool:
    """Whether a placement stands there letter by letter as its atom was sent."""
    if placement.atom < 0 or placement.says != recovery.press.said(recovery.sent.atoms[placement.atom].piece):
        return False
    sent = recovery.sent.atoms[placement.atom]
    return recovery.sent.flat.text[sent.start : sent.end] == typed


def _ways(
    press: Press, placement: Placement, piece: Placeholder, value: Value, typed: str
) -> Iterator[tuple[Placeholder, SettledKind | None]]:
    """The placeholders to try, the likeliest first, each with what may differ from the text all the same."""
    yield piece, None
    if word_choice(piece) or placement.follows:
        yield piece, "agreement"
        return
    yield from ((way, None) for way in styled(piece, value))
    if placement.settles == "agreement":
        way = _with_its_number(press, piece, value, typed)
        own_words = Filter("as", (typed,), (("when", str(placement.says)),))
        without = tuple(each for each in piece.filters if each.name != "as")
        yield (way, "agreement") if way else (replace(piece, filters=(*without, own_words)), None)
    elif placement.settles:
        yield piece, placement.settles
    yield from ((way, None) for way in other_forms(press.language, piece, value))


def _with_its_number(press: Press, piece: Placeholder, value: Value, typed: str) -> Placeholder | None:
    """The placeholder that prints its number as the text has it, in figures or words; None where none does."""
    choice, text = phrase_choice(piece), compared(typed).lower()
    printed = press.content(piece, value, at_start=False)
    if choice and printed and plain_text(printed) in dict(choice.options).values():
        return piece  # a category for one number says it without a figure: one country
    form = tuple(each for each in piece.filters if each.name == "form")
    for way in (piece, *styled(piece, value)):
        style = tuple(each for each in way.filters if each.name in ("figures", "words"))
        number = press.content(replace(piece, filters=(*form, *style)), value, at_start=False)
        said = compared(plain_text(number)).lower() if number else ""
        digits = re.sub(r"\D", "", said)
        if said and (said in text or (digits and digits in re.sub(r"\D", "", text))):
            return way
    return None


def matched(parts: tuple[Alternatives, ...], typed: str) -> tuple[int, ...] | None:
    """Which alternatives of each part make a text together, as texts are compared; None where none do."""
    if not parts:
        return None
    text = compared(typed)
    found = _matched(parts, text)
    if found is None and text[:1].lower() != text[:1].upper():
        # The first letter is ours: a name may stand at another place of its sentence than before.
        swapped = text[0].lower() if text[0].isupper() else text[0].upper()
        found = _matched(parts, swapped + text[1:]) if len(swapped) == 1 else None
    return found


def _matched(parts: tuple[Alternatives, ...], text: str) -> tuple[int, ...] | None:
    """Which alternatives make a text: from every place that the parts before may reach, the longest first."""
    reached: dict[int, tuple[int, ...]] = {0: ()}
    for part in parts:
        texts = sorted(
            ((index, compared(each.text)) for index, each in enumerate(part)), key=lambda each: -len(each[1])
        )
        following: dict[int, tuple[int, ...]] = {}
        for at, chosen in reached.items():
            for index, words in texts:
                if text.startswith(words, at):
                    following.setdefault(at + len(words), (*chosen, index))
        reached = following
    return reached.get(len(text))


def _difference(typed: str, ours: str) -> SettledKind | None:
    """What of a text that was typed is ours, where something else is printed."""
    if typed == ours:
        return None
    if _blanks(typed) == _blanks(ours):
        return "blank"
    if compared(typed) == compared(ours):
        return "signs"
    return "first letter" if compared(typed).casefold() == compared(ours).casefold() else "name"


def _blanks(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def first_uses(recovery: Recovery, press: Press, piece: SentPiece) -> FirstUses:
    """What a reader knew of names before the piece, told by how they were printed in it."""
    names = FirstUses(press.language.conventions.names, Counter(), piece.in_heading, set(piece.introduced))
    met: set[NameKey] = set()
    for atom in recovery.sent.atoms:
        value = press.values.get(atom.piece.fact) if isinstance(atom.piece, Placeholder) else None
        shortened = isinstance(value, Names) and value.kind not in NEVER_SHORT
        if isinstance(atom.piece, Placeholder) and value is not None and shortened:
            typed = recovery.sent.flat.text[atom.start : atom.end]
            for at_start in (False, True):
                content = press.content(atom.piece, value, at_start)
                chosen = matched(press.parts(atom.piece, value, at_start), typed)
                if content and chosen:
                    _learn(names, content, chosen, met)
                    break
    return names


def _learn(names: FirstUses, content: Content, chosen: tuple[int, ...], met: set[NameKey] | None = None) -> None:
    """Take from how a name was printed what its reader had known of it; of names that were met before, nothing.

    `met` are those of the text as it was sent. In a new text, a short form that was typed proves nothing.
    """
    known = names.introduced | set(names.uses) if met is None else met
    for inline, index in zip(content, chosen, strict=False):
        if isinstance(inline, NameUse) and inline.style == "auto" and inline.variants.short:
            key = (inline.kind, inline.id)
            if key not in known:
                # In the order of `possible_words`: full, short, first use.
                names.uses[key] = names.rule.introduce_from if index == 2 else 0
                if met is not None:
                    met.add(key)
                    names.introduced |= {key} if index == 1 else set()
