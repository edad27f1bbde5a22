"""The gettext catalogue of a report brought up to date: one entry a piece of wording, `msgctxt` its id, merged by id.

Babel's update attaches texts to the wrong paragraph and msgmerge guesses; here a text goes where its id goes, and an
entry that does not change keeps its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import polib

from reportgen.catalogue.blocks import (
    EntryBlock,
    EntryPart,
    flag_lines,
    printed_parts,
    text_of,
    width_of,
    written_block,
)
from reportgen.catalogue.decided import decided_by_facts
from reportgen.catalogue.load import Translated, Translation
from reportgen.catalogue.order import arranged
from reportgen.catalogue.state import REVIEW, Decided, Recorded, Review, review
from reportgen.language import Language
from reportgen.model.blocks import Item
from reportgen.model.report import Report, wordings
from reportgen.record import record, replace
from reportgen.wording import Fault, placeholders, scan

_HEADERS = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
_VERSION = re.compile(r'"Project-Id-Version: .*\\n"\Z')
_OWN_REMARK = re.compile(rf"{REVIEW}|[a-z][a-z0-9_]*: [a-z]+ \S")
_NO_BLOCK = EntryBlock("", False, ())


@record
class Updated:
    """An updated catalogue, and what to record of its pieces, obsolete ones included."""

    text: str
    recorded: Mapping[str, Recorded]


def updated_catalogue(report: Report, tag: str, old: Translation, texts: Mapping[str, str] | None = None) -> str:
    """The catalogue of a report in a language, brought up to date by id where nothing is recorded of its review."""
    return _Update(report, tag, old, texts or {}).made().text


def update_reviewed(report: Report, language: Language, old: Translation, recorded: Mapping[str, Recorded]) -> Updated:
    """The catalogue of a report in a language, brought up to date by id, and what is to be recorded of its pieces.

    A text whose source changed is kept and marked fuzzy, with the source it was made from. A text whose id is gone is
    kept as an obsolete entry and taken up again when the id returns. Moving a paragraph only changes the order of
    entries. The id of a cell or list item is its place, so there the text goes with the source within that table or
    list.
    """
    return _Update(report, language.tag, old, {}, language, recorded).made()


@dataclass
class _Update:
    report: Report
    tag: str
    old: Translation
    texts: Mapping[str, str]
    language: Language | None = None
    recorded: Mapping[str, Recorded] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.old_blocks = self.old.blocks
        self.width = width_of(self.old_blocks)
        # Current entries come last and so win over obsolete ones with the same id.
        blocks = sorted(self.old_blocks, key=lambda block: not block.obsolete)
        self.blocks = {block.id: block for block in blocks if block.id}
        self.pieces = [(name, folded_lines(wording.text), item) for name, wording, item in wordings(self.report)]

    def made(self) -> Updated:
        entries = self._entries()
        decided = self._decided(entries)
        blocks: dict[str, EntryBlock] = {}
        records: dict[str, Recorded] = {}
        for name, source, item in self.pieces:
            entry = entries.get(name)
            found = self._review(name, source, entry, decided.get(name, {}))
            blocks[name] = self._block(name, source, entry, found, _remarks(self.report, source, item, found))
            if found.record:
                records[name] = found.record
        # Entries without a text hold nobody's work and are dropped.
        gone = [self._obsolete(each) for each in self.old.entries.values() if each.id not in blocks and each.text]
        left = {name for name in (*self.old.obsolete, *(block.id for block in gone)) if name not in records}
        records.update({name: self.recorded[name] for name in left if name in self.recorded})
        first = [] if any(_is_head(block) for block in self.old_blocks) else [_new_head(self.report, self.tag)]
        kept = [_with_version(block, self.report) for block in self.old_blocks]
        return Updated(text_of(arranged([*first, *kept], blocks, gone)), records)

    def _entries(self) -> dict[str, Translated]:
        """The entry that each piece had before, or gets now, by the piece's id."""
        known = {**self.old.obsolete, **self.old.entries}
        parts = _Parts(known.values(), ((name, source) for name, source, _ in self.pieces))
        found = {}
        for name, source, _ in self.pieces:
            before = parts.before(name, source, known.get(name))
            if name in self.texts:
                found[name] = Translated(name, source, folded_lines(self.texts[name]), False, self.old.shown, 0)
            elif before:
                found[name] = before
        return found

    def _decided(self, entries: Mapping[str, Translated]) -> Mapping[str, Decided]:
        if self.language is None:
            return {}
        return decided_by_facts(self.report, self.language, Translation(self.old.shown, entries))

    def _review(self, name: str, source: str, entry: Translated | None, decided: Decided) -> Review:
        record = self.recorded.get(entry.id) if entry and name not in self.texts else None
        return review(source, entry, record, decided)

    def _block(
        self, name: str, source: str, entry: Translated | None, found: Review, remarks: Sequence[str]
    ) -> EntryBlock:
        """The lines of a piece's entry: the old ones, except for fields that changed."""
        previous = found.made_from if found.state == "stale" and found.made_from != source else ""
        flags = ["fuzzy"] if found.is_fuzzy else []
        text = entry.text if entry else ""
        written = polib.POEntry(msgctxt=name, msgid=source, msgstr=text, flags=flags, previous_msgid=previous or None)
        before = self.blocks.get(entry.id, _NO_BLOCK) if entry else self.blocks.get(name, _NO_BLOCK)
        if not before.lines:
            return written_block(written, remarks, self.width)
        block = replace(before.struck(obsolete=False), id=name)
        parts = printed_parts(written, self.width)
        known = self.old.entries.get(before.id) or self.old.obsolete[before.id]
        block = block.with_part("flags", flag_lines(block, found.is_fuzzy))
        if known.previous != previous:
            block = block.with_part("previous", parts.get("previous", []))
        fields: dict[EntryPart, tuple[str, str]] = {
            "msgctxt": (known.id, name), "msgid": (known.source, source), "msgstr": (known.text, text),
        }  # fmt: skip
        for part, (old, new) in fields.items():
            block = block.with_part(part, parts[part]) if old != new else block
        return _with_remarks(block, remarks)

    def _obsolete(self, gone: Translated) -> EntryBlock:
        """The entry of a text whose piece is gone, with the source that it was made from."""
        block = _with_remarks(self.blocks.get(gone.id, _NO_BLOCK), ())
        source = gone.previous or gone.source
        if gone.previous:
            written = polib.POEntry(msgctxt=gone.id, msgid=source, msgstr=gone.text)
            block = block.with_part("previous", []).with_part("msgid", printed_parts(written, self.width)["msgid"])
            block = block.with_part("flags", flag_lines(block, fuzzy=False))
        return block.struck(obsolete=True)


class _Parts:
    """Entries of parts (t/2-3) by their table or list and their source; `now` are the pairs in the report."""

    def __init__(self, known: Iterable[Translated], now: Iterable[tuple[str, str]]) -> None:
        self.known = {(_whole(each.id), each.source): each for each in known if _whole(each.id) and not each.fuzzy}
        self.now = {(_whole(name), source) for name, source in now}

    def before(self, name: str, source: str, by_id: Translated | None) -> Translated | None:
        """The old entry of a piece; a part may have moved, and another part may now have its id."""
        whole = _whole(name)
        if not whole or (by_id and by_id.source == source):
            return by_id
        found = self.known.get((whole, source))
        return found or (by_id if by_id and (whole, by_id.source) not in self.now else None)


def _whole(name: str) -> str:
    """What a part belongs to; empty where the id is no place."""
    whole, slash, place = name.partition("/")
    return whole if slash and place[:1].isdigit() else ""


def folded_lines(text: str) -> str:
    """A piece of wording as it stands in a catalogue: on one line."""
    return " ".join(text.split("\n")).strip()


def _is_head(block: EntryBlock) -> bool:
    return not block.id and bool(block.of("msgstr"))


def _new_head(report: Report, tag: str) -> EntryBlock:
    catalogue = polib.POFile()
    catalogue.metadata = {"Project-Id-Version": report.symbol, "Language": tag, **_HEADERS}
    parts = printed_parts(catalogue.metadata_as_entry(), -1)
    block = EntryBlock("", False, (("remark", "#"), ("blank", "")))
    return block.with_part("msgid", parts["msgid"]).with_part("msgstr", parts["msgstr"])


def _with_version(block: EntryBlock, report: Report) -> EntryBlock:
    """The head of a catalogue with the symbol of its report; all other fields are the translators'."""
    if not _is_head(block):
        return block
    said = f'"Project-Id-Version: {report.symbol}\\n"'
    return block.with_part("msgstr", [_VERSION.sub(lambda _: said, line) for line in block.of("msgstr")])


def _with_remarks(block: EntryBlock, remarks: Sequence[str]) -> EntryBlock:
    """The entry with what translators should know now; remarks of other tools stay."""
    lines = block.of("extracted")
    own = [line for line in lines if _OWN_REMARK.match(line[2:].strip())]
    if [line[2:].strip() for line in own] == list(remarks):
        return block
    others = [line for line in lines if line not in own]
    return block.with_part("extracted", [*others, *(f"#. {remark}" for remark in remarks)])


def _remarks(report: Report, source: str, item: Item | None, found: Review) -> list[str]:
    """What translators should know: the values of the facts and what they count; why a text of this source is fuzzy."""
    asked = found.state == "stale" and found.made_from == source
    return [*_values(report, source, item), *([f"{REVIEW}{found.why}"] if asked else [])]


def _values(report: Report, source: str, item: Item | None) -> Iterator[str]:
    facts = report.facts_of(item)
    try:
        names = dict.fromkeys(each.fact for each in placeholders(scan(source)))
    except Fault:
        return
    for name in names:
        fact = facts.get(name)
        # Facts of the whole report are the same names everywhere; repeating them would bury the others.
        if fact and (item is None or name not in report.facts):
            about = f" ({fact.of})" if fact.of else ""
            yield f"{name}: {fact.value.kind} {fact.value}{about}"
