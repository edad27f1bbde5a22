"""Names with the forms that prose needs; an entry is parsed when it is first asked for (docs/lexicon.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, StrictBool
from pydantic_core import PydanticCustomError

from reportgen.errors import InputError, Position, close_word, suggestion
from reportgen.facts import NAME_KINDS
from reportgen.language.compiled import digest_of_parts, find_compiled, keep_compiled
from reportgen.language.formats import FormError
from reportgen.located import LocatedDict, normalized, parse
from reportgen.located.validate import Loc, Terms, validated
from reportgen.record import field, record
from reportgen.store import digest_of_bytes
from reportgen.workspace import Workspace

FILES: dict[str, tuple[str, ...]] = {
    **{kind: (plural,) for kind, plural in NAME_KINDS.items()},
    "place": ("countries", "places"),
    "sdg": ("goals",),
}
"""The files of each kind of names, mostly named by its plural."""

# A scan for the ids takes a fraction of the time of parsing: a build needs some dozens of names out of thousands.
_ENTRY = re.compile(r"^(?P<quote>[\"']?)(?P<id>[A-Za-z0-9][\w.-]*)(?P=quote):", re.MULTILINE)
_ID_HINT = "letters, figures, '-', '_' and '.' at the beginning of a line, then a colon"
_VARIANTS = frozenset({"full", "short", "third", "running", "list"})


@record
class NameVariants:
    """One form of a name: each variant is wording with light markup, empty where there is none."""

    full: str
    short: str = ""
    third: str = ""


@record
class LexiconEntry:
    """One name: `forms` by their names, the default one under ""."""

    id: str
    kind: str
    forms: dict[str, NameVariants]
    counted: dict[str, dict[str, str]] = field(default_factory=dict)
    abbreviation: str = ""
    introduce: Literal["", "always", "never"] = ""
    agreement: str = ""
    table: str = ""
    sure: bool = True
    why: str = ""
    position: Position | None = field(default=None, compare=False)

    def form(self, form: str) -> NameVariants:
        """The variants of a form; a `FormError` where the entry has no such form."""
        if form == "table":
            return NameVariants(self.table)
        if form not in self.forms:
            raise FormError(form, tuple(name for name in self.forms if name))
        return self.forms[form]


def _variants(written: Any) -> NameVariants:
    """The variants of a written form; running and list forms of places become full and short."""
    if isinstance(written, dict) and set(written) <= _VARIANTS and not {"full", "running"} <= set(written):
        texts = {key: "" if text is None else str(text) for key, text in written.items()}
        full, short = texts.get("full") or texts.get("running"), texts.get("short") or texts.get("list")
        if full:
            return NameVariants(full, short or "", texts.get("third", ""))
    # An entry such as 2030 is read as a number by YAML.
    elif isinstance(written, str | int) and str(written):
        return NameVariants(str(written))
    raise PydanticCustomError("name", "a name is a text, or 'full' with 'short', or 'running' with 'list'")


WrittenName = Annotated[NameVariants, PlainValidator(_variants)]
OptionalText = Annotated[str, BeforeValidator(lambda written: "" if written is None else written)]


class WrittenEntry(BaseModel):
    """A name as a file of the lexicon has it; `counted` are phrases behind a number by form and plural category."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    name: WrittenName
    forms: dict[str, WrittenName] = {}
    counted: dict[str, dict[str, str]] = {}
    abbreviation: OptionalText = ""
    introduce: Literal["always", "never"] | None = None
    agreement: OptionalText = Field(default="", alias="class")
    table: OptionalText = ""
    sure: StrictBool = True
    why: OptionalText = ""
    note: OptionalText = ""


LexiconFiles = tuple[tuple[str, str, bytes], ...]
"""The files of a lexicon, each a kind of names, its name in messages, and its bytes; later ones go before earlier."""


def lexicon_files(workspace: Workspace, tag: str) -> LexiconFiles:
    """The files of the lexicon of a language."""
    # Reversed, so that the user's own file, which comes first, overwrites the installed entries.
    paths = (
        (kind, path)
        for kind, names in FILES.items()
        for name in names
        for path in reversed(workspace.all("locales", tag, "lexicon", f"{name}.yaml"))
    )
    return tuple((kind, workspace.shown(path), workspace.read(path)) for kind, path in paths)


class Lexicon:
    """The names of one language; a user's entries go before the installed ones."""

    def __init__(self, tag: str, files: LexiconFiles) -> None:
        self.tag = tag
        self._entries: dict[tuple[str, str], LexiconEntry] = {}
        self.digest = digest_of_parts(*((kind, shown, digest_of_bytes(data)) for kind, shown, data in files))
        # Where all entries were read once, by whomever, none of their files is decoded again.
        self._kept: dict[str, dict[str, Any]] | None = find_compiled(NAMES, tag, self.digest)
        self._places: dict[str, dict[str, Any]] = self._kept or {kind: {} for kind in FILES}
        for kind, shown, data in files if self._kept is None else ():
            self._places[kind].update(_index(normalized(data, shown), shown))

    def kind_of(self, name: str) -> str | None:
        """The kind of an id, or none."""
        return next((kind for kind, places in self._places.items() if name in places), None)

    def ids(self, kind: str) -> tuple[str, ...]:
        """All ids of a kind."""
        return tuple(self._places[kind])

    def entry(self, kind: str, name: str) -> LexiconEntry:
        """The entry of an id; a `KeyError` where there is none."""
        found = self._entries.get((kind, name))
        if found:
            return found
        key = f"sdg-{name}" if kind == "sdg" and name.isdigit() else name
        if (kind, key) not in self._entries:
            found = self._places[kind][key]
            self._entries[kind, key] = _made(found) if self._kept else _read(kind, key, *found)
        return self._entries[kind, key]

    def entries(self) -> Iterator[LexiconEntry]:
        """Every entry of the language, read and checked."""
        for kind, places in self._places.items():
            for name in places:
                yield self.entry(kind, name)
        if self._kept is None:
            keep_compiled(NAMES, *self.compiled())

    def compiled(self) -> tuple[bytes, dict[str, dict[str, Any]]]:
        """The digest of its files, and every entry as plain data, by kind and by the id that its file has."""
        return self.digest, {
            kind: {name: _fields(self.entry(kind, name)) for name in places} for kind, places in self._places.items()
        }

    def hint(self, kind: str, name: str) -> str:
        """A hint at what an unknown id was meant to be."""
        other = self.kind_of(name)
        if other:
            return f"'{name}' is of the kind '{other}'"
        if kind == "place" and len(name) == 2:
            return "countries go by their ISO 3166-1 alpha-2 code in capitals"
        add = f"add it to locales/{self.tag}/lexicon/{FILES[kind][-1]}.yaml"
        close = close_word(name, self._places[kind])
        return f"did you mean '{close}'? If not, {add}" if close else add


def _index(text: str, shown: str) -> dict[str, tuple[str, int, str]]:
    """Where each entry of a file's text stands: name of the file, first line, text."""
    starts = list(_ENTRY.finditer(text))
    ends = [*(match.start() for match in starts[1:]), len(text)][: len(starts)]
    head = text[: starts[0].start()] if starts else text
    for number, row in enumerate(head.split("\n"), 1):
        if row.strip() and not row.lstrip().startswith("#"):
            raise InputError("expected the id of a name", Position(shown, number, 1), _ID_HINT)
    index: dict[str, tuple[str, int, str]] = {}
    line, at = 1, 0
    for match, end in zip(starts, ends, strict=True):
        line += text.count("\n", at, match.start())
        at = match.start()
        if match["id"] in index:
            first = index[match["id"]][1]
            raise InputError(
                f"the name '{match['id']}' stands twice", Position(shown, line, 1), f"first on line {first}"
            )
        index[match["id"]] = (shown, line, text[match.start() : end])
    return index


NAMES = "names"
"""The kind of what is compiled here."""


def _fields(entry: LexiconEntry) -> tuple[Any, ...]:
    """An entry as plain data."""
    forms = {name: (each.full, each.short, each.third) for name, each in entry.forms.items()}
    at = (entry.position.file, entry.position.line, entry.position.column) if entry.position else None
    return (
        entry.id, entry.kind, forms, entry.counted, entry.abbreviation, entry.introduce, entry.agreement, entry.table,
        entry.sure, entry.why, at,
    )  # fmt: skip


def _made(fields: tuple[Any, ...]) -> LexiconEntry:
    """The entry of plain data."""
    id, kind, forms, counted, abbreviation, introduce, agreement, table, sure, why, at = fields
    variants = {name: NameVariants(*texts) for name, texts in forms.items()}
    position = Position(*at) if at else None
    return LexiconEntry(id, kind, variants, counted, abbreviation, introduce, agreement, table, sure, why, position)


def _read(kind: str, name: str, shown: str, line: int, text: str) -> LexiconEntry:
    return _read_entry(kind, name, parse(text, shown, line))


def _read_entry(kind: str, name: str, data: LocatedDict) -> LexiconEntry:
    for key in data.keys() - {name}:
        raise InputError(f"'{key}' is not the id of a name", data.keys_at[key].position, _ID_HINT)
    body = data[name]
    if not isinstance(body, LocatedDict):
        raise InputError(f"the entry '{name}' has no 'name'", data.keys_at[name].position, "see docs/lexicon.md")
    written = validated(WrittenEntry, body, _TERMS)
    bare = written.forms.get("bare") or written.name
    return LexiconEntry(
        id=name.removeprefix("sdg-") if kind == "sdg" else name,
        kind=kind,
        forms={"": written.name, **written.forms},
        counted=written.counted,
        abbreviation=written.abbreviation or bare.short,
        introduce=written.introduce or "",
        agreement=written.agreement,
        table=written.table or bare.short or bare.full,
        sure=written.sure,
        why=written.why,
        position=data.keys_at[name].position,
    )


def _unknown(_: Loc, name: str, position: Position) -> InputError:
    fields = (field.alias or name for name, field in WrittenEntry.model_fields.items())
    return InputError(f"there is no field '{name}' here", position, suggestion(name, fields))


_TERMS = Terms(file="entry", sentences=frozenset({"name"}), extra=_unknown, hint="see docs/lexicon.md")
