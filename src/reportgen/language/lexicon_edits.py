"""A name that is to be otherwise in a file of the lexicon: `entry_edits(text, old, new)`, for `located.splice`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.facts import COMMON_NOUNS
from reportgen.language.lexicon_entry import LexiconEntry, NameVariants
from reportgen.located import parse
from reportgen.located.edits import Delete, Edit, Insert, Replace, Scalar, YamlData, YamlPath

_VARIANTS = ("full", "short", "third")
_OF_PLACES = {"full": "running", "short": "list"}
_FIELDS = {
    "abbreviation": "abbreviation", "introduce": "introduce", "agreement": "class", "table": "table", "sure": "sure",
    "why": "why", "source": "source", "first_year": "from", "last_year": "to",
}  # fmt: skip
"""The fields of an entry with the keys that they have in a file."""


def file_key(entry: LexiconEntry) -> str:
    """The key of an entry in its file."""
    return f"sdg-{entry.id}" if entry.kind == "sdg" and entry.id[:1].isdigit() else entry.id


def written_entry(entry: LexiconEntry) -> dict[str, YamlData]:
    """What a file has of an entry; what follows from the rest is left out."""
    name = entry.forms[""]
    bare = entry.forms.get("bare", name)
    has_source = bool(entry.source) or entry.kind in COMMON_NOUNS
    forms = {form: _written(each) for form, each in entry.forms.items() if form}
    former: list[YamlData] = [{"to": each.last_day, **written_entry(each)} for each in entry.earlier]
    said: dict[str, YamlData] = {
        "abbreviation": entry.abbreviation if entry.abbreviation != bare.short else "",
        "introduce": entry.introduce,
        "class": entry.agreement,
        "table": entry.table if entry.table != (bare.short or bare.full) else "",
        "source": entry.source,
        "from": entry.first_year,
        "to": entry.last_year,
    }
    return {
        "name": _written(name),
        **({"forms": forms} if forms else {}),
        **({"counted": entry.counted} if entry.counted else {}),
        **{key: value for key, value in said.items() if value},
        **({"sure": entry.sure} if entry.sure != has_source else {}),
        **({"why": entry.why} if entry.why and not entry.sure else {}),
        **({"earlier": former} if former else {}),
    }


def entry_edits(text: str, shown: str, old: LexiconEntry, new: LexiconEntry) -> Iterator[Edit]:
    """The edits that make an entry of a file's text the new one; a form that the new one lacks stays as it is."""
    key = file_key(old)
    body = parse(text, shown)[key]
    for form, variants in new.forms.items():
        if old.forms.get(form) != variants:
            yield from _form_edits((key, "forms", form) if form else (key, "name"), body, form, variants)
    for form, phrases in new.counted.items():
        before = old.counted.get(form, {})
        for category, words in phrases.items():
            if before.get(category) != words:
                yield from _set((key, "counted", form, category), words, body)
    for field, name in _FIELDS.items():
        value = getattr(new, field)
        if value != getattr(old, field) and (value or field == "sure"):
            yield from _set((key, name), value, body)
    if new.sure and "why" in body:
        yield Delete((key, "why"))


def _form_edits(path: YamlPath, body: Mapping[str, Any], form: str, new: NameVariants) -> Iterator[Edit]:
    there = body.get("forms", {}).get(form) if form else body["name"]
    if there is None or (isinstance(there, dict) is isinstance(_written(new), str)):
        yield from _set(path, _written(new), body)
        return
    if not isinstance(there, dict):
        yield Replace(path, new.full)
        return
    for variant in _VARIANTS:
        name = next((each for each in (variant, _OF_PLACES.get(variant, "")) if each in there), variant)
        words = getattr(new, variant)
        if words and there.get(name) != words:
            yield Replace((*path, name), words) if name in there else Insert((*path, name), words)


def _set(path: YamlPath, value: Scalar | dict[str, YamlData], body: Mapping[str, Any]) -> Iterator[Edit]:
    """Give a key of an entry a value; mappings on the way to it are made where they are missing."""
    there: Any = body
    for depth, step in enumerate(path[1:], 2):
        if step not in there:
            made: YamlData = value
            for inner in reversed(path[depth:]):
                made = {str(inner): made}
            yield Insert(path[:depth], made)
            return
        there = there[step]
    if isinstance(there, dict) or isinstance(value, dict):
        yield from (Delete(path), Insert(path, value))
    else:
        yield Replace(path, value)


def _written(variants: NameVariants) -> str | dict[str, YamlData]:
    """A name as a string, or as a mapping where it has more than a full form."""
    if not variants.short and not variants.third:
        return variants.full
    return {name: getattr(variants, name) for name in _VARIANTS if getattr(variants, name)}
