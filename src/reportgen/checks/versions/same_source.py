"""One text of the original has one translation, and one translation one original.

Source: a reviser's first look; memories of translations ask the same.

Passes (fr): The report is short. → Le rapport est court.
Passes (fr): The report of the year is short. ¶ The report of the year is short. → Rapport court. ¶ Rapport court.
Fails (fr): The report of the year is short. ¶ The report of the year is short. → Rapport court. ¶ Rapport bref.
Passes (ru): Short. ¶ Short. → Коротко. ¶ Кратко.
Fails (es): The report of the year is short. ¶ The plan of the year is long. → Informe corto. ¶ Informe corto.
Fails (zh): The report of the year is short. ¶ The plan of the year is long. → 报告很短。 ¶ 报告很短。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from reportgen.catalogue import Translated
from reportgen.checks.edition import Code, Edition
from reportgen.finding import Finding
from reportgen.model.report import wordings

CODES = {
    "RG304": Code(
        "the same text of the original in two translations",
        "Two places say the same in the original and something else in the translation. Take one of the two.",
        severity="note",
        source="revision of translations",
    ),
    "RG305": Code(
        "the same translation for two texts of the original",
        "Two places say different things in the original and the same in the translation: one of them may have been "
        "pasted over the other.",
        severity="warning",
        source="revision of translations",
    ),
}

_LEAST = 24
"""Characters from which a text is no word that may mean two things."""


def check(edition: Edition) -> Iterator[Finding]:
    """Compare the texts of each catalogue with one another."""
    sources = {name: " ".join(wording.text.split()) for name, wording, _ in wordings(edition.report)}
    for tag, translation in edition.translations.items():
        entries = {name: each for name, each in translation.entries.items() if each.text and name in sources}
        yield from _differing(entries, sources, tag)
        yield from _alike(entries, sources, tag)


def _differing(entries: Mapping[str, Translated], sources: Mapping[str, str], tag: str) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for name, entry in entries.items():
        other = first.setdefault(sources[name], name)
        if len(sources[name]) >= _LEAST and entries[other].text != entry.text:
            message = f"the original is that of '{other}', the translation another one"
            yield Finding("RG304", CODES["RG304"].severity, message, tag, name, entry.position())


def _alike(entries: Mapping[str, Translated], sources: Mapping[str, str], tag: str) -> Iterator[Finding]:
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for name, entry in entries.items():
        if len(sources[name]) >= _LEAST:
            texts[entry.text].append(name)
    for names in texts.values():
        for name in names[1:]:
            if sources[name] != sources[names[0]]:
                message = f"the translation is that of '{names[0]}', the original another one"
                yield Finding("RG305", CODES["RG305"].severity, message, tag, name, entries[name].position())
