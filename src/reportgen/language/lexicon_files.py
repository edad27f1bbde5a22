"""Files of a lexicon: where each entry stands in their text, and what is written there (docs/lexicon.md)."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, StrictBool
from pydantic_core import PydanticCustomError

from reportgen.errors import InputError, Position, suggestion
from reportgen.facts import COMMON_NOUNS
from reportgen.language.lexicon_entry import LexiconEntry, NameVariants
from reportgen.located import LocatedDict, parse
from reportgen.located.validate import Loc, Terms, validated
from reportgen.record import replace

# A scan for the ids takes a fraction of the time of parsing: a build needs some dozens of names out of thousands.
_ENTRY = re.compile(r"^(?P<quote>[\"']?)(?P<id>[A-Za-z0-9][\w.-]*)(?P=quote):", re.MULTILINE)
_ID_HINT = "letters, figures, '-', '_' and '.' at the beginning of a line, then a colon"
_VARIANTS = frozenset({"full", "short", "third", "running", "list"})

PlacedText = tuple[str, int, str]
"""An entry that is not read yet: the name of its file, its first line, its text."""


def placed_entries(text: str, shown: str) -> dict[str, PlacedText]:
    """The entries of a file's text by their ids, in order; an `InputError` where an id stands twice."""
    starts = list(_ENTRY.finditer(text))
    ends = [*(match.start() for match in starts[1:]), len(text)][: len(starts)]
    head = text[: starts[0].start()] if starts else text
    for number, row in enumerate(head.split("\n"), 1):
        if row.strip() and not row.lstrip().startswith("#"):
            raise InputError("expected the id of a name", Position(shown, number, 1), _ID_HINT)
    index: dict[str, PlacedText] = {}
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


def _variants(written: Any) -> NameVariants:
    """The variants of a written form; running and list forms of places become full and short."""
    if isinstance(written, dict) and set(written) <= _VARIANTS and not {"full", "running"} <= set(written):
        texts = {key: _line(text) for key, text in written.items()}
        full, short = texts.get("full") or texts.get("running"), texts.get("short") or texts.get("list")
        if full:
            return NameVariants(full, short or "", texts.get("third", ""))
    # An entry such as 2030 is read as a number by YAML.
    elif isinstance(written, str | int) and str(written):
        return NameVariants(_line(written))
    raise PydanticCustomError("name", "a name is a text, or 'full' with 'short', or 'running' with 'list'")


def _line(written: Any) -> str:
    """A text that may be folded over several lines, without the line break that YAML puts at the end of such a text."""
    return "" if written is None else str(written).rstrip("\n")


WrittenVariants = Annotated[NameVariants, PlainValidator(_variants)]


def _optional_line(written: Any) -> Any:
    """The same of a text that may be missing; what is no text is told as such."""
    return _line(written) if written is None or isinstance(written, str) else written


OptionalText = Annotated[str, BeforeValidator(_optional_line)]
NameYear = Annotated[int, Field(ge=1900, le=2100)]


def _last_day(written: Any) -> str:
    """The last day of a name; a year alone is its last one."""
    with suppress(ValueError):
        text = f"{written}-12-31" if re.fullmatch(r"\d{4}", str(written)) else str(written)
        return date.fromisoformat(text).isoformat()
    raise PydanticCustomError("day", "'to' is the last day of the name: 2018-05-30, or a year")


LastDay = Annotated[str, PlainValidator(_last_day)]


class WrittenName(BaseModel):
    """A name as a file of the lexicon has it; `counted` are phrases behind a number by form and plural category."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, defer_build=True)

    name: WrittenVariants
    forms: dict[str, WrittenVariants] = {}
    counted: dict[str, dict[str, OptionalText]] = {}
    abbreviation: OptionalText = ""
    introduce: Literal["always", "never"] | None = None
    agreement: OptionalText = Field(default="", alias="class")
    table: OptionalText = ""
    sure: StrictBool | None = None
    why: OptionalText = ""
    source: OptionalText = ""
    note: OptionalText = ""


class WrittenEarlierName(WrittenName):
    """A name that something had before, to its last day."""

    last_day: LastDay = Field(alias="to")


class WrittenEntry(WrittenName):
    """What has a name: `from` and `to` are its own years, `earlier` the names that it had before."""

    first_year: NameYear | None = Field(default=None, alias="from")
    last_year: NameYear | None = Field(default=None, alias="to")
    earlier: tuple[WrittenEarlierName, ...] = ()


_NO_SOURCE = "no document or page was found that has it"


def read_name(kind: str, name: str, placed: PlacedText) -> LexiconEntry:
    """The entry of an id, read and checked; an `InputError` where it is wrong."""
    shown, line, text = placed
    data = parse(text, shown, line)
    for key in data.keys() - {name}:
        raise InputError(f"'{key}' is not the id of a name", data.keys_at[key].position, _ID_HINT)
    body = data[name]
    if not isinstance(body, LocatedDict):
        raise InputError(f"the entry '{name}' has no 'name'", data.keys_at[name].position, "see docs/lexicon.md")
    written, position = validated(WrittenEntry, body, _TERMS), data.keys_at[name].position
    earlier = [
        replace(_entry(kind, name, each, position), last_day=each.last_day)
        for each in sorted(written.earlier, key=lambda each: each.last_day)
    ]
    years = written.first_year or 0, written.last_year or 0
    entry = _entry(kind, name, written, position)
    return replace(entry, first_year=years[0], last_year=years[1], earlier=tuple(earlier))


def _entry(kind: str, name: str, written: WrittenName, position: Position) -> LexiconEntry:
    bare = written.forms.get("bare") or written.name
    has_source = bool(written.source) or kind in COMMON_NOUNS
    sure = has_source if written.sure is None else written.sure
    return LexiconEntry(
        id=name.removeprefix("sdg-") if kind == "sdg" else name,
        kind=kind,
        forms={"": written.name, **written.forms},
        counted=written.counted,
        abbreviation=written.abbreviation or bare.short,
        introduce=written.introduce or "",
        agreement=written.agreement,
        table=written.table or bare.short or bare.full,
        sure=sure,
        why=written.why or ("" if sure or has_source else _NO_SOURCE),
        source=written.source,
        position=position,
    )


def _unknown(_: Loc, name: str, position: Position) -> InputError:
    fields = (field.alias or name for name, field in WrittenEntry.model_fields.items())
    return InputError(f"there is no field '{name}' here", position, suggestion(name, fields))


_TERMS = Terms(file="entry", sentences=frozenset({"name"}), extra=_unknown, hint="see docs/lexicon.md")
