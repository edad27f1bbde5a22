"""TBX, the lexicon of two languages: `write_tbx(entries, source, target)` and `read_tbx(data, shown)`.

Each form of a name is a term; what is not sure is an admitted term with the reason as a note. All else that an entry
has stands as administrative data, so that the same lexicon comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from reportgen.errors import InputError, Position
from reportgen.language.lexicon_entry import LexiconEntry, NameVariants
from reportgen.record import record
from reportgen.translation.xml_text import all_text_of, file_line, xml_attribute, xml_root, xml_text

LARGEST_TBX = 64_000_000
_HINT = "give it as reportgen translations export --to tbx wrote it"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_VARIANTS = ("full", "short", "third")
_TEXTS = ("abbreviation", "introduce", "agreement", "table", "why", "source")
_YEARS = ("first_year", "last_year")
_STATUS, _FORM = "administrativeStatus", "x-form"
_SURE, _DOUBTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"


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
    return tuple(term for entry in root.iter("termEntry") for term in _terms(entry, shown))


def _lines(terms: Iterable[tuple[Term, ...]], source: str, title: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">'
    yield f'<martif type="TBX" xml:lang={xml_attribute(source)}>'
    yield f"<martifHeader><fileDesc><sourceDesc><p>{xml_text(title)}</p></sourceDesc></fileDesc></martifHeader>"
    yield "<text><body>"
    for each in terms:
        first = each[0].entry
        yield f"<termEntry id={xml_attribute(f'{first.kind}.{first.id}')}>"
        yield f'<descrip type="subjectField">{xml_text(first.kind)}</descrip>'
        for term in each:
            yield from _language_set(term)
        yield "</termEntry>"
    yield from ("</body></text>", "</martif>", "")


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
