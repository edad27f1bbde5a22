"""PO for Poedit and Weblate: `write_po(job)` and `read_po(data, shown)`.

Entries are finished sentences in which `{trained}` stands for a figure and names are words; the comments say what each
code prints and which forms a name has. The header, comments and flags of others are those of the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import polib

from reportgen.catalogue.blocks import EntryBlock, flag_lines, text_of, width_of, written_block
from reportgen.catalogue.load import Translated, Translation
from reportgen.catalogue.load import read as read_catalogue
from reportgen.errors import InputError, Position
from reportgen.located.kept_text import KeptText
from reportgen.translation.marked_text import marked_text, read_marked
from reportgen.translation.units import FactRemark, Job, ReturnedJob, ReturnedUnit, TranslationUnit, UnitState

_SENT = "sent: "
_NO_TEXT = "-"
_SOURCE_LANGUAGE = "X-Source-Language"
_FIELD = re.compile(r'"([A-Za-z-]+): (.*?)\\n"')
_DIGEST = 16
_OPEN: tuple[UnitState, ...] = ("stale", "needs review")
_OURS = re.compile(r"#\. ?(?:review: |sent: |[a-z][a-z0-9_]*: [a-z]+ \S)")


def write_po(job: Job) -> bytes:
    """The job as a file, in UTF-8; the same job gives the same bytes."""
    today = job.catalogue() if job.catalogue else Translation("", {})
    known = today.blocks
    kept = {block.id: block for block in known if not block.obsolete}
    width = width_of(known)
    blocks = [_head(kept.get("", EntryBlock("", False, ())), job)]
    blocks += (_entry(unit, kept.get(unit.id), width) for unit in job.units)
    return text_of([*(block.closed(is_last=False) for block in blocks[:-1]), blocks[-1].closed(is_last=True)]).encode()


def read_po(data: bytes, shown: str) -> ReturnedJob:
    """What a file has; a `TranslationError` where it is no PO, an `InputError` where it does not say of what."""
    found = read_catalogue(KeptText.of(data, shown).text, shown)
    fields: dict[str, str] = {}
    for block in found.blocks:
        if not block.id and not block.obsolete:
            fields |= dict(_FIELD.findall("\n".join(block.of("msgstr"))))
    symbol, target = fields.get("Project-Id-Version", ""), fields.get("Language", "")
    if not symbol or not target:
        hint = "export it anew: its head has Project-Id-Version and Language"
        raise InputError("the file does not say of which report it is, or in which language", Position(shown), hint)
    units = tuple(map(_unit, found.entries.values()))
    return ReturnedJob(symbol, fields.get(_SOURCE_LANGUAGE, ""), target.replace("_", "-").split("-")[0], units)


def _head(block: EntryBlock, job: Job) -> EntryBlock:
    lines = block.of("msgstr")
    fields = dict(_FIELD.findall("\n".join(lines)))
    ours = {"Project-Id-Version": job.symbol, "Language": job.target, _SOURCE_LANGUAGE: job.source}
    if not lines:
        catalogue = polib.POFile()
        catalogue.metadata = {**ours, "MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8"}
        made = catalogue.metadata_as_entry().__unicode__(-1).rstrip("\n").split("\n")
        block = EntryBlock("", False, (("remark", "#"), ("msgid", made[0]), ("blank", "")))
        return block.with_part("msgstr", made[1:])
    return block.with_part("msgstr", [*lines, *(f'"{name}: {ours[name]}\\n"' for name in ours if name not in fields)])


def _entry(unit: TranslationUnit, block: EntryBlock | None, width: int) -> EntryBlock:
    source, target = marked_text(unit.source, is_coded=True), marked_text(unit.target, is_coded=True)
    # Poedit and Weblate compare the codes of both sides; figures that a language says in words have none.
    entry = polib.POEntry(msgctxt=unit.id, msgid=source, msgstr=target)
    made = written_block(entry, (), width)
    others = [line for line in block.of("extracted") if not _OURS.match(line)] if block else []
    made = made.with_part("extracted", [*(f"#. {line}" for line in _remarks(unit)), *others])
    flags = flag_lines(block or made, fuzzy=bool(target) and unit.state in _OPEN)
    made = made.with_part("flags", flags).with_part("remark", block.of("remark") if block else [])
    return made.with_part("references", block.of("references") if block else [])


def _remarks(unit: TranslationUnit) -> Iterator[str]:
    yield f"{unit.where}{f' — {unit.heading}' if unit.heading else ''}"
    if unit.why:
        yield f"review: {unit.why}"
    if unit.previous:
        yield f"before: {unit.previous}"
    for each in unit.facts:
        yield from _of_fact(each)
    yield f"{_SENT}{unit.digest[:_DIGEST]} {unit.text_digest[:_DIGEST] or _NO_TEXT}"


def _of_fact(remark: FactRemark) -> Iterator[str]:
    if remark.is_name:
        yield remark.said
        return
    yield f"{{{remark.name}}} prints {remark.printed or 'nothing yet'}: {remark.said}"
    if remark.examples:
        yield f"words beside {{{remark.name}}} agree with its number ({remark.examples})"


def _unit(entry: Translated) -> ReturnedUnit:
    digests = next((line.removeprefix(_SENT).split() for line in entry.extracted if line.startswith(_SENT)), [])
    digest, text_digest = digests if len(digests) == 2 else ("", "")
    parts, fault = read_marked(entry.text)
    return ReturnedUnit(
        entry.id, digest, "" if text_digest == _NO_TEXT else text_digest, parts, entry.line,
        is_done=bool(entry.text) and not entry.fuzzy, source=entry.source, fault=fault,
    )  # fmt: skip
