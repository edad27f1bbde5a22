"""The review state of each piece of a translation, computed from the catalogue and from what was recorded.

Recorded is what a text was made from: digests of source and text, and what the facts decided then. That a text is
stale follows from this and is never stored, so a source that is put back makes its text fresh again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Literal

from reportgen.catalogue.load import Translated, Translation
from reportgen.record import field, record, replace
from reportgen.wording import Fault, needs_no_words, scan

GrantedState = Literal["reviewed", "final"]
"""What somebody has to answer for."""

FinishedState = Literal["translated", "reviewed", "final"]
"""A text that waits for nobody, unless the report asks for more."""

ReviewState = Literal["new", "stale", "needs review", "translated", "reviewed", "final"]
REVIEW_STATES: tuple[ReviewState, ...] = ("new", "stale", "needs review", "translated", "reviewed", "final")
"""From the one that lacks most to the one that lacks nothing."""

GRANTED: tuple[GrantedState, ...] = ("reviewed", "final")
FINISHED: tuple[FinishedState, ...] = ("translated", "reviewed", "final")
REVIEW = "review: "
"""The beginning of our remarks that tell the translator why to review a text although its source is the same."""

Decided = Mapping[str, str]
"""What each fact of a piece decides in a language, by its name: "few, figures", "one, words", "f"."""


@record
class Recorded:
    """What a text was made from, and who granted its state, and when; `why` a text of an older source was accepted."""

    source: str
    target: str
    state: FinishedState | Literal["needs review"] = "translated"
    decided: Decided = field(default_factory=dict)
    by: str = ""
    on: str = ""
    why: str = ""


@record
class Review:
    """The state of a piece; `why` says what has changed.

    `made_from` is the source of the text, if known; `record` is what to record of it, None without a text.
    """

    state: ReviewState
    why: str = ""
    made_from: str = ""
    record: Recorded | None = None

    @property
    def is_fuzzy(self) -> bool:
        """Whether gettext's tools should ask for a look at it."""
        return self.state in ("stale", "needs review")


def digest_of_wording(text: str) -> str:
    """SHA-256 of a source or of a text, in hexadecimal figures."""
    return hashlib.sha256(text.encode()).hexdigest()


def review_all(
    sources: Mapping[str, str],
    translation: Translation,
    recorded: Mapping[str, Recorded],
    decided: Mapping[str, Decided],
) -> dict[str, Review]:
    """How far each piece of a report is, by id; `sources` are its texts in the original."""
    entries = translation.entries
    return {
        name: review(source, entries.get(name), recorded.get(name), decided.get(name, {}))
        for name, source in sources.items()
    }


def review(source: str, entry: Translated | None, record: Recorded | None, decided: Decided) -> Review:
    """How far one piece is."""
    if entry is None or not entry.text:
        return Review("translated" if is_the_same_in_all_languages(source) else "new")
    now = _record_now(source, entry, record, decided)
    made_from = _source_of(entry, now.source)
    if now.source != digest_of_wording(source):
        return Review("stale", "the source has changed since", made_from, now)
    # Facts added or taken out change the source anyway, so only those on both sides are compared.
    changed = [name for name in decided if name in now.decided and decided[name] != now.decided[name]]
    if changed:
        told = ", ".join(f"{name} (was {now.decided[name]}; is {decided[name]})" for name in changed)
        return Review("stale", f"a fact asks for other words: {told}", made_from, now)
    if now.state == "needs review":
        return Review("needs review", "the translation is marked fuzzy", made_from, now)
    return Review(now.state, "", made_from, now)


def is_the_same_in_all_languages(source: str) -> bool:
    """Whether a text is facts alone, such as the name of a country in a cell, and needs no translation."""
    try:
        return needs_no_words(scan(source))
    except Fault:
        return False


def _record_now(source: str, entry: Translated, record: Recorded | None, decided: Decided) -> Recorded:
    """What now holds for a text: its record, or what its translator has done since.

    Translators use any tool, and tools show their work only in the text and the mark fuzzy.
    """
    target, shown_source = digest_of_wording(entry.text), digest_of_wording(entry.source)
    asked = any(line.startswith(REVIEW) for line in entry.extracted)
    # A changed text without the mark was finished by its translator, for the source that the entry shows.
    if record is None or (record.target != target and not entry.fuzzy):
        return _unrecorded(source, entry, target, decided)
    if record.target != target:
        return Recorded(record.source, target, "needs review", record.decided)
    if entry.fuzzy:
        # the mark is ours where the source shown, or a remark of ours, gives a reason for it
        ours = shown_source != record.source or asked
        return record if ours else replace(record, target=target, state="needs review")
    if shown_source != record.source or asked or record.state == "needs review":
        return Recorded(shown_source, target, "translated", decided)  # the mark was taken away
    return record


def _unrecorded(source: str, entry: Translated, target: str, decided: Decided) -> Recorded:
    """What the catalogue alone tells: fuzzy with an older source was set by us, without one by the translator."""
    made_from = entry.previous or entry.source
    fuzzy = entry.fuzzy and not entry.previous
    return Recorded(digest_of_wording(made_from), target, "needs review" if fuzzy else "translated", decided)


def _source_of(entry: Translated, digest: str) -> str:
    """The source with a digest, among those that stand in an entry; empty where it is not there."""
    return next((text for text in (entry.source, entry.previous) if text and digest_of_wording(text) == digest), "")
