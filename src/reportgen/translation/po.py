"""The gettext catalogue of a report: one entry a piece of wording, `msgctxt` its id, merged by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polib

from reportgen.language.catalogue import Translation
from reportgen.model.facts import WrittenFact
from reportgen.model.report import Paragraph, Report, paragraph_facts, wordings
from reportgen.wording import Fault, placeholders, scan

_HEADERS = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}


def update(report: Report, tag: str, old: Translation, texts: Mapping[str, str] | None = None) -> str:
    """The catalogue of a report in a language, brought up to date by id.

    A text whose source has changed is kept, marked fuzzy, with the source it was made from; a text whose id is gone
    is kept as an obsolete entry. `texts` are new texts by id. Position plays no part: moving a paragraph changes
    nothing but the order of entries.
    """
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {"Project-Id-Version": report.symbol, "Language": tag, **_HEADERS}
    given = texts or {}
    seen = set()
    for name, wording, paragraph in wordings(report):
        seen.add(name)
        catalogue.append(_entry(report, name, _folded(wording.text), paragraph, old, given.get(name)))
    for name, entry in old.entries.items():
        if name not in seen and entry.text:
            catalogue.append(polib.POEntry(msgctxt=name, msgid=entry.source, msgstr=entry.text, obsolete=True))
    return str(catalogue) + "\n"


def _entry(
    report: Report, name: str, source: str, paragraph: Paragraph | None, old: Translation, text: str | None
) -> polib.POEntry:
    before = old.get(name)
    kept = before.text if before else ""
    changed = bool(before and kept and text is None and before.source != source)
    entry = polib.POEntry(msgctxt=name, msgid=source, msgstr=_folded(text) if text is not None else kept)
    entry.comment = "\n".join(_remarks(report, source, paragraph))
    if changed and before:
        entry.previous_msgid = before.source
    if changed or (before and before.fuzzy and text is None):
        entry.flags.append("fuzzy")
    return entry


def _folded(text: str) -> str:
    return " ".join(text.split("\n")).strip()


def _remarks(report: Report, source: str, paragraph: Paragraph | None) -> Iterable[str]:
    """What translators should know: the values of the facts and what they count."""
    facts: dict[str, WrittenFact] = {**report.facts, **(paragraph_facts(paragraph) if paragraph else {})}
    try:
        names = dict.fromkeys(each.fact for each in placeholders(scan(source)))
    except Fault:
        return
    for name in names:
        fact = facts.get(name)
        if fact and (paragraph is None or name not in report.facts):
            about = f" ({fact.of})" if fact.of else ""
            yield f"{name}: {fact.value.kind} {fact.value}{about}"
