"""Names with the forms that prose needs; an entry is parsed when it is first asked for (docs/lexicon.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportgen.errors import close_word
from reportgen.facts import NAME_KINDS
from reportgen.language.compiled import digest_of_parts, find_compiled, keep_compiled
from reportgen.language.lexicon_entry import LexiconEntry, entry_kept_as, kept_entry
from reportgen.language.lexicon_files import PlacedText, placed_entries, read_name
from reportgen.located import normalized
from reportgen.store import digest_of_bytes
from reportgen.workspace import Workspace

FILES: dict[str, tuple[str, ...]] = {
    **{kind: (plural,) for kind, plural in NAME_KINDS.items()},
    "place": ("countries", "capitals", "territories", "places"),
    "entity": (
        "organs", "authors", "secretariat", "funds", "agencies", "treaty-bodies", "missions", "organizations",
        "entities",
    ),
    "instrument": ("treaties", "frameworks", "instruments"),
    "event": ("conferences", "events"),
    "publication": ("documents", "publications"),
    "sdg": ("targets", "goals"),
}  # fmt: skip
"""The files of each kind of names; the last one is for names that belong to none of the others."""

LexiconFiles = tuple[tuple[str, str, bytes], ...]
"""The files of a lexicon, each a kind of names, its name in messages, and its bytes; later ones go before earlier."""

NAMES = "names"
"""The kind of what is compiled here."""

_Kept = dict[str, dict[str, bytes]]
"""Every entry as bytes, by kind and by the id that its file has."""


def lexicon_files(workspace: Workspace, tag: str) -> LexiconFiles:
    """The files of the lexicon of a language; the user’s come last, so that they overwrite all installed ones."""
    names = [(kind, f"{name}.yaml") for kind, names in FILES.items() for name in names]
    folders = [layer / "locales" / tag / "lexicon" for layer in reversed(workspace.layers)]
    paths = ((kind, folder / name) for folder in folders for kind, name in names)
    return tuple(
        (kind, workspace.shown(path), workspace.read(path)) for kind, path in paths if workspace.has_name(path)
    )


def lexicon_file(tag: str, kind: str) -> Path:
    """Where names of a kind that belong in no other file stand, below a workspace."""
    return Path("locales", tag, "lexicon", f"{FILES[kind][-1]}.yaml")


class Lexicon:
    """The names of one language; a user's entries go before the installed ones."""

    def __init__(self, tag: str, files: LexiconFiles) -> None:
        self.tag = tag
        self._entries: dict[tuple[str, str], LexiconEntry] = {}
        self.digest = digest_of_parts(*((kind, shown, digest_of_bytes(data)) for kind, shown, data in files))
        # Where all entries were read once, by whomever, none of their files is decoded again.
        self._kept: _Kept | None = find_compiled(NAMES, tag, self.digest)
        self._placed: dict[str, dict[str, PlacedText]] = {kind: {} for kind in FILES}
        for kind, shown, data in files if self._kept is None else ():
            self._placed[kind].update(placed_entries(normalized(data, shown), shown))

    @property
    def _ids(self) -> Mapping[str, Mapping[str, object]]:
        """The ids of each kind, as keys."""
        return self._placed if self._kept is None else self._kept

    def kind_of(self, name: str) -> str | None:
        """The kind of an id, or none."""
        return next((kind for kind, ids in self._ids.items() if name in ids), None)

    def ids(self, kind: str) -> tuple[str, ...]:
        """All ids of a kind."""
        return tuple(self._ids[kind])

    def entry(self, kind: str, name: str) -> LexiconEntry:
        """The entry of an id; a `KeyError` where there is none."""
        found = self._entries.get((kind, name))
        if found:
            return found
        key = f"sdg-{name}" if kind == "sdg" and name[:1].isdigit() else name
        if (kind, key) not in self._entries:
            kept = self._kept
            made = read_name(kind, key, self._placed[kind][key]) if kept is None else entry_kept_as(kept[kind][key])
            self._entries[kind, key] = made
        return self._entries[kind, key]

    def entries(self) -> Iterator[LexiconEntry]:
        """Every entry of the language, read and checked."""
        for kind, ids in self._ids.items():
            for name in ids:
                yield self.entry(kind, name)
        if self._kept is None:
            keep_compiled(NAMES, *self.compiled())

    def compiled(self) -> tuple[bytes, _Kept]:
        """The digest of its files, and every entry as bytes, by kind and by the id that its file has."""
        return self.digest, {
            kind: {name: kept_entry(self.entry(kind, name)) for name in ids} for kind, ids in self._ids.items()
        }

    def hint(self, kind: str, name: str) -> str:
        """A hint at what an unknown id was meant to be."""
        other = self.kind_of(name)
        if other:
            return f"'{name}' is of the kind '{other}'"
        if kind == "place" and len(name) == 2:
            return "countries go by their ISO 3166-1 alpha-2 code in capitals"
        add = f"add it to {lexicon_file(self.tag, kind).as_posix()}"
        close = close_word(name, self._ids[kind])
        return f"did you mean '{close}'? If not, {add}" if close else add
