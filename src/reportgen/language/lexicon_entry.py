"""A name with the forms that prose needs, as plain data or as an entry."""

from __future__ import annotations

from typing import Any, Literal

from reportgen.errors import Position
from reportgen.language.compiled import packed, unpacked
from reportgen.language.formats import FormError
from reportgen.record import field, record


@record
class NameVariants:
    """One form of a name: each variant is wording with light markup, empty where there is none."""

    full: str
    short: str = ""
    third: str = ""


@record
class LexiconEntry:
    """One name: `forms` by their names, the default one under ""; first and last year, 0 where it has none.

    `source` is the document symbol or the address where the name was found; without one it is not sure. `earlier` are
    the names that it had before, the oldest first, each with its `last_day` as 2018-05-30.
    """

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
    source: str = ""
    first_year: int = 0
    last_year: int = 0
    earlier: tuple[LexiconEntry, ...] = ()
    last_day: str = ""
    position: Position | None = field(default=None, compare=False)

    def form(self, form: str) -> NameVariants:
        """The variants of a form; a `FormError` where the entry has no such form."""
        if form == "table":
            return NameVariants(self.table)
        if form not in self.forms:
            raise FormError(form, tuple(name for name in self.forms if name))
        return self.forms[form]

    def on(self, day: str) -> LexiconEntry:
        """The entry with the name of a day, written 2019-03-15 or 2019-03; with today's where the day is empty."""
        return next((each for each in self.earlier if day and day <= each.last_day), self)


def kept_entry(entry: LexiconEntry) -> bytes:
    """An entry as bytes, so that a lexicon is loaded without making an object of each of its names."""
    forms = {name: (each.full, each.short, each.third) for name, each in entry.forms.items()}
    at = (entry.position.file, entry.position.line, entry.position.column) if entry.position else None
    fields = (
        entry.id, entry.kind, forms, entry.counted, entry.abbreviation, entry.introduce, entry.agreement, entry.table,
        entry.sure, entry.why, entry.source, entry.first_year, entry.last_year,
        tuple(map(kept_entry, entry.earlier)), entry.last_day, at,
    )  # fmt: skip
    return packed(fields)


def entry_kept_as(data: bytes) -> LexiconEntry:
    """The entry that was kept as these bytes, which only reportgen itself writes."""
    fields: tuple[Any, ...] = unpacked(data)
    *named, earlier, last_day, at = fields
    id, kind, forms, counted, abbreviation, introduce, agreement, table, sure, why, source, first, last = named
    variants = {name: NameVariants(*texts) for name, texts in forms.items()}
    return LexiconEntry(
        id, kind, variants, counted, abbreviation, introduce, agreement, table, sure, why, source, first, last,
        tuple(map(entry_kept_as, earlier)), last_day, Position(*at) if at else None,
    )  # fmt: skip
