"""The gettext catalogue of a report: one entry a piece of wording, `msgctxt` its id, merged by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polib

from reportgen.catalogue.load import Translated, Translation
from reportgen.model.blocks import Item
from reportgen.model.report import Report, wordings
from reportgen.wording import Fault, placeholders, scan

_HEADERS = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}


def update(report: Report, tag: str, old: Translation, texts: Mapping[str, str] | None = None) -> str:
    """The catalogue of a report in a language, brought up to date by id.

    A text whose source has changed is kept, marked fuzzy, with the source it was made from; a text whose id is gone
    is kept as an obsolete entry, and taken up again when the id comes back. `texts` are new texts by id. Position
    plays no part: moving a paragraph changes nothing but the order of entries. A cell of a table or an item of a list,
    whose id is its place, keeps the text of the same source in that table or list.
    """
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {"Project-Id-Version": report.symbol, "Language": tag, **_HEADERS}
    given = texts or {}
    known = {**old.obsolete, **old.entries}
    seen = set()
    pieces = list(wordings(report))
    parts = _Parts(known.values(), ((name, _folded(wording.text)) for name, wording, _ in pieces))
    for name, wording, item in pieces:
        seen.add(name)
        source = _folded(wording.text)
        entry = _entry(name, source, parts.before(name, source, known.get(name)), given.get(name))
        entry.comment = "\n".join(_remarks(report, entry.msgid, item))
        catalogue.append(entry)
    for name, gone in known.items():
        if name not in seen and gone.text:
            catalogue.append(_obsolete(gone))
    return str(catalogue).rstrip("\n") + "\n"


class _Parts:
    """Entries of parts (t/2-3) by what they are a part of and their source; `now` are those that the report has."""

    def __init__(self, known: Iterable[Translated], now: Iterable[tuple[str, str]]) -> None:
        self.known = {(_whole(each.id), each.source): each for each in known if _whole(each.id) and not each.fuzzy}
        self.now = {(_whole(name), source) for name, source in now}

    def before(self, name: str, source: str, by_id: Translated | None) -> Translated | None:
        """The entry that a piece had before: a part may stand at another place now, and another one at its own."""
        whole = _whole(name)
        if not whole or (by_id and by_id.source == source):
            return by_id
        found = self.known.get((whole, source))
        return found or (by_id if by_id and (whole, by_id.source) not in self.now else None)


def _whole(name: str) -> str:
    """What a part belongs to; empty where the id is no place."""
    whole, slash, place = name.partition("/")
    return whole if slash and place[:1].isdigit() else ""


def _entry(name: str, source: str, before: Translated | None, text: str | None) -> polib.POEntry:
    """The entry of a piece of wording: a new text, or the one from before, fuzzy where its source was another."""
    entry = polib.POEntry(msgctxt=name, msgid=source, tcomment=before.remark if before else "")
    if text is not None:
        entry.msgstr = _folded(text)
    elif before and before.text:
        made_from = before.previous or before.source
        entry.msgstr = before.text
        if made_from != source:
            entry.previous_msgid = made_from
        if before.fuzzy or made_from != source:
            entry.flags.append("fuzzy")
    return entry


def _obsolete(gone: Translated) -> polib.POEntry:
    flags = ["fuzzy"] if gone.fuzzy else []
    source = gone.previous or gone.source
    return polib.POEntry(
        msgctxt=gone.id, msgid=source, msgstr=gone.text, tcomment=gone.remark, flags=flags, obsolete=True
    )


def _folded(text: str) -> str:
    return " ".join(text.split("\n")).strip()


def _remarks(report: Report, source: str, item: Item | None) -> Iterable[str]:
    """What translators should know: the values of the facts and what they count."""
    facts = report.facts_of(item)
    try:
        names = dict.fromkeys(each.fact for each in placeholders(scan(source)))
    except Fault:
        return
    for name in names:
        fact = facts.get(name)
        if fact and (item is None or name not in report.facts):
            about = f" ({fact.of})" if fact.of else ""
            yield f"{name}: {fact.value.kind} {fact.value}{about}"
