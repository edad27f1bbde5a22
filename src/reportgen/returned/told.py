"""What came back, as lines that a person reads: `told_changes(changes)`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from reportgen.catalogue.notes import ReviewNote
from reportgen.comparison.words import changed_words
from reportgen.errors import printable
from reportgen.returned.changes import CHANGE_STATES, Change, ReturnedFact, ReturnedNote

_HIDDEN = ("done",)
_SAID = {"ready": "", "open": "OPEN", "conflict": "CONFLICT", "kept": "kept as it is", "settled": "printed our way"}
_MOST_NAMED = 4


def told_changes(
    changes: Sequence[Change], notes: Sequence[ReviewNote], numbers: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """The lines of all changes, each with what was said of its piece; comments on other pieces come last.

    `numbers` are those of pieces, as people cite them.
    """
    left = list(notes)
    for change in changes:
        if change.state in _HIDDEN:
            continue
        yield _head(change)
        yield from (f"    {printable(line)}" for line in _body(change))
        mine = [note for note in left if note.piece == change.id]
        yield from (f"    {told_note(note)}" for note in mine)
        left = [note for note in left if note not in mine]
    for piece in dict.fromkeys(note.piece for note in left):
        yield printable("  ".join(filter(None, (numbers.get(piece, ""), piece, "commented"))))
        yield from (f"    {told_note(note)}" for note in left if note.piece == piece)


def summary_of(changes: Sequence[Change], notes: Sequence[ReviewNote], written: bool) -> str:
    """How many places are ready, open, in conflict, and how many comments are new: 3 written, 1 open, 2 comments."""
    counts = Counter(change.state for change in changes)
    words = {"ready": "written" if written else "ready", "conflict": "in conflict", "settled": "printed our way"}
    parts = [f"{counts[state]} {words.get(state, state)}" for state in reversed(CHANGE_STATES) if counts[state]]
    if notes:
        parts.append("1 comment" if len(notes) == 1 else f"{len(notes)} comments")
    return ", ".join(parts) or "nothing differs"


def told_note(note: ReviewNote) -> str:
    """A comment in one line: who said what of which words, and when."""
    by = f" by {note.author}" if note.author else ""
    on = f" on “{note.quote}”" if note.quote else ""
    date = f", {note.date.partition('T')[0]}" if note.date else ""
    return printable(f"comment{by}{on}{date}: {' '.join(note.text.split())}")


def _head(change: Change) -> str:
    kin = {"split": " from ", "merged": " with "}.get(change.word, "") + ", ".join(change.kin) if change.kin else ""
    where = "  ".join(filter(None, (change.where, change.id or "(no id)", change.word + kin)))
    files = f"  ({', '.join(change.files)})" if len(change.files) > 1 else ""
    return printable("  ".join(filter(None, (where, _SAID[change.state]))) + files)


def _body(change: Change) -> Iterator[str]:
    old, new = change.texts
    # Of what is printed our way, only the places are told: those of the file are no edits.
    if change.state != "settled" and old != new:
        yield changed_words(old, new)
    elif change.state == "ready" and change.word == "reworded":
        # It came back as it was sent, and today there is no text at all.
        yield changed_words("", new)
    yield from (_fact(each, change.id) for each in change.facts)
    yield from map(_note, change.notes)
    yield from change.why
    for place in change.settled:
        yield f"{place.kind}: “{new[place.start : place.end]}” is printed as “{place.ours}”"


def _fact(fact: ReturnedFact, piece: str) -> str:
    match fact.word:
        case "changed":
            said = f"fact '{fact.name}': {fact.old_stated} → {fact.new_stated}"
        case "typed":
            said = f"new fact '{fact.name}': {fact.new_stated}"
        case "gone":
            said = f"fact '{fact.name}' is printed no more"
    at = f", kept at {fact.at}" if fact.at else ""
    return said + at + _printed(fact, piece)


def _note(note: ReturnedNote) -> str:
    if note.word == "inserted":
        return f"new note '{note.id}': {changed_words('', note.text)}"
    return f"note '{note.id}' is gone: {changed_words(note.text, '')}"


def _printed(fact: ReturnedFact, piece: str) -> str:
    """Which languages and other pieces print a fact: also printed in ar, fr; in opening, title (en, fr)."""
    alone = [tag for tag, ids in fact.printed.items() if ids == (piece,)]
    others: dict[tuple[str, ...], list[str]] = {}
    for tag, ids in fact.printed.items():
        if tag not in alone:
            others.setdefault(tuple(each for each in ids if each != piece), []).append(tag)
    parts = [", ".join(alone)] if alone else []
    for ids, tags in others.items():
        more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
        parts.append(f"{', '.join(ids[:_MOST_NAMED])}{more} ({', '.join(tags)})")
    return f"; also printed in {'; in '.join(parts)}" if parts else ""
