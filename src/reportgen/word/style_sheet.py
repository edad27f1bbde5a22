"""The looks of a Word file of the user's, as plain frozen values: XML is text with the prefixes w, w14 and r alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Pieces = tuple[tuple[str, str], ...]
"""Elements in their order: the name without prefix, and the XML."""


@dataclass(frozen=True, slots=True)
class SheetStyle:
    """A style: `head` stands before its paragraph properties, `tail` behind them; `list_number` is the list it has."""

    id: str
    name: str
    kind: str
    based_on: str = ""
    default: bool = False
    custom: bool = False
    head: str = ""
    paragraph: Pieces = ()
    tail: str = ""
    list_number: int | None = None


@dataclass(frozen=True, slots=True)
class SheetList:
    """A list of the file: its number, and the XML inside w:num (behind the abstract list) and w:abstractNum."""

    number: int
    abstract: int
    overrides: str
    content: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a part refers to: the name of a part of the file, or an address outside it."""

    kind: str
    name: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A header, a footer or the theme as it is written, with what it refers to by relationship id."""

    xml: str
    targets: Mapping[str, Target] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Page set-up of the last section in twips, None where the file does not say; `left` has the gutter in it."""

    width: int | None = None
    height: int | None = None
    landscape: bool = False
    left: int | None = None
    right: int | None = None
    top: int | None = None
    bottom: int | None = None
    header: int | None = None
    footer: int | None = None
    gutter: int = 0
    columns: int = 1
    between: int = 720


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All that a document takes from a Word file; `shown` is the file's name in messages.

    `furniture` are headers and footers by kind and pages (header, even), none where ours are to stand; `media` are
    the pictures of all parts by name; `settings` are switches that are on (evenAndOddHeaders).
    """

    shown: str
    styles: tuple[SheetStyle, ...]
    run_defaults: Pieces = ()
    paragraph_defaults: Pieces = ()
    latent: str = ""
    lists: tuple[SheetList, ...] = ()
    page: SheetPage = SheetPage()
    section: Pieces = ()
    settings: frozenset[str] = frozenset()
    furniture: Mapping[tuple[str, str], SheetPart] = field(default_factory=dict)
    theme: SheetPart | None = None
    fonts: str = ""
    media: Mapping[str, bytes] = field(default_factory=dict)
