"""TBX, the lexicon of two languages: `write_tbx(entries, source, target)` and `read_tbx(data, shown)`.

Each form of a name is a term; what is not sure is an admitted term with the reason as a note. All else that an entry
has stands as administrative data, so that the same lexicon comes back. A name of former days is an entry of its own,
with the last day of the name behind its id: place.SZ.2018-04-18.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree

from reportgen.errors import InputError, Position
from reportgen.language.lexicon_entry import LexiconEntry, NameVariants
from reportgen.record import record, replace
from reportgen.translation.xml_text import all_text_of, file_line, xml_attribute, xml_root, xml_text

LARGEST_TBX = 64_000_000
_HINT = "give it as reportgen translations export --to tbx wrote it"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_VARIANTS = ("full", "short", "third")
_TEXTS = ("abbreviation", "introduce", "agreement", "table", "why", "source")
_YEARS = ("first_year", "last_year")
_STATUS, _FORM = "administrativeStatus", "x-form"
_SURE, _DOUBTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@record
class Term:
    """A name in one language, with the line of its file; `says_how_sure` where the file tells whether it is sure."""

    language: str
    entry: LexiconEntry
    line: int = 0
    says_how_sure: bool = True


def write_tbx(terms: Iterable[tuple[Term, ...]], source: str, title: str) -> bytes:
    """The names as a file, each with its languages, in UTF-8; the same names give the same bytes."""
    return "\n".join(_lines(terms, source, title)).encode()


def read_tbx(data: bytes, shown: str) -> tuple[Term, ...]:
    """Every name of a file in each of its languages; an `InputError` where it is no TBX, or not one of ours."""
    root = xml_root(data, shown, _HINT)
    if root.tag != "martif":
        raise InputError("the file is no TBX", Position(shown), _HINT)
    return tuple(_with_earlier([term for entry in root.iter("termEntry") for term in _terms(entry, shown)]))


def _with_earlier(terms: Sequence[Term]) -> Iterator[Term]:
    """The names of today, each with those of former days in its language, the oldest first."""
    earlier: defaultdict[tuple[str, str, str], list[LexiconEntry]] = defaultdict(list)
    for term in terms:
        name, _, day = term.entry.id.rpartition(".")
        if _DAY.fullmatch(day):
            then = replace(term.entry, id=name, last_day=day)
            earlier[term.language, term.entry.kind, name].append(then)
    for term in terms:
        if not _DAY.fullmatch(term.entry.id.rpartition(".")[2]):
            former = earlier[term.language, term.entry.kind, term.entry.id]
            yield replace(
                term, entry=replace(term.entry, earlier=tuple(sorted(former, key=lambda each: each.last_day)))
            )


def _lines(terms: Iterable[tuple[Term, ...]], source: str, title: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">'
    yield f'<martif type="TBX" xml:lang={xml_attribute(source)}>'
    yield f"<martifHeader><fileDesc><sourceDesc><p>{xml_text(title)}</p></sourceDesc></fileDesc></martifHeader>"
    yield "<text><body>"
    for each in _former_apart(terms):
        first = each[0].entry
        day = f".{first.last_day}" if first.last_day else ""
        yield f"<termEntry id={xml_attribute(f'{first.kind}.{first.id}{day}')}>"
        yield f'<descrip type="subjectField">{xml_text(first.kind)}</descrip>'
        for term in each:
            yield from _language_set(term)
        yield "</termEntry>"
    yield from ("</body></text>", "</martif>", "")


def _former_apart(terms: Iterable[tuple[Term, ...]]) -> Iterator[tuple[Term, ...]]:
    """The names of today, behind each those that it had before, by their last day."""
    for each in terms:
        yield each
        former = [replace(term, entry=entry) for term in each for entry in term.entry.earlier]
        for day in sorted({term.entry.last_day for term in former}):
            yield tuple(term for term in former if term.entry.last_day == day)


def _language_set(term: Term) -> Iterator[str]:
    entry = term.entry
    yield f"<langSet xml:lang={xml_attribute(term.language)}>"
    for name in (*_TEXTS, *_YEARS):
        if getattr(entry, name):
            yield f'<admin type="x-{name}">{xml_text(str(getattr(entry, name)))}</admin>'
    for form, phrases in entry.counted.items():
        for category, words in phrases.items():
            yield f"<admin type={xml_attribute(f'x-counted {category} {form}')}>{xml_text(words)}</admin>"
    if not entry.sure:
        yield f"<note>{xml_text(f'not sure: {entry.why}' if entry.why else 'not sure')}</note>"
    status = _SURE if entry.sure else _DOUBTED
    for form, variants in entry.forms.items():
        for variant in _VARIANTS:
            if text := getattr(variants, variant):
                yield f"<tig><term>{xml_text(text)}</term>"
                yield f'<termNote type="{_STATUS}">{status}</termNote>'
                yield f'<termNote type="{_FORM}">{xml_text(f"{variant} {form}".strip())}</termNote></tig>'
    yield "</langSet>"


def _terms(entry: etree._Element, shown: str) -> Iterator[Term]:
    kind, _, name = entry.get("id", "").partition(".")
    for each in entry.iterfind("langSet"):
        if not name:
            message = f"the entry '{kind}' is none of ours"
            raise InputError(message, Position(shown, file_line(entry)), "ids are a kind and an id, as place.ID")
        tag = each.get(_LANGUAGE, "").replace("_", "-").split("-")[0].casefold()
        notes = [_notes(term) for term in each.iterfind("tig")]
        if len(notes) > 1 and not all(_FORM in found for found in notes):
            hint = "leave the notes x-form of its terms as they are"
            raise InputError(
                f"'{kind}.{name}' does not say which form each term is", Position(shown, file_line(each)), hint
            )
        said = any(found.get(_STATUS) in (_SURE, _DOUBTED) for found in notes)
        yield Term(tag, _entry(each, kind, name), file_line(each), said)


def _entry(found: etree._Element, kind: str, name: str) -> LexiconEntry:
    forms: dict[str, dict[str, str]] = {}
    doubted = False
    for term in found.iterfind("tig"):
        notes = _notes(term)
        variant, _, form = notes.get(_FORM, "full").partition(" ")
        if variant in _VARIANTS:
            forms.setdefault(form, {})[variant] = _words(term)
        doubted |= notes.get(_STATUS) == _DOUBTED
    made = {form: NameVariants(*(each.get(name, "") for name in _VARIANTS)) for form, each in forms.items()}
    return LexiconEntry(name, kind, made, sure=not doubted, **_fields(found))


def _fields(found: etree._Element) -> dict[str, Any]:
    """What stands in an entry beside its forms."""
    fields: dict[str, Any] = {}
    counted: dict[str, dict[str, str]] = {}
    for admin in found.iterfind("admin"):
        said, text = admin.get("type", "").removeprefix("x-"), all_text_of(admin)
        if said in _TEXTS:
            fields[said] = text
        elif said in _YEARS and text.isdigit() and len(text) == 4:
            fields[said] = int(text)
        elif said.startswith("counted "):
            category, _, form = said.removeprefix("counted ").partition(" ")
            counted.setdefault(form, {})[category] = text
    return {**fields, "counted": counted}


def _notes(tig: etree._Element) -> dict[str, str]:
    return {each.get("type", ""): all_text_of(each) for each in tig.iterfind("termNote")}


def _words(tig: etree._Element) -> str:
    term = tig.find("term")
    return all_text_of(term) if term is not None else ""
