"""The pieces of a report that earlier runs have printed, kept in the store: a run prints anew what has changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.assemble.pieces import PiecePlace
from reportgen.facts import Value
from reportgen.language import Language
from reportgen.model.report import Report
from reportgen.store import digest_of_bytes, store_key
from reportgen.store.packs import Pack
from reportgen.tree.inlines import Content
from reportgen.tree.kept_content import Locate, content_of_kept, kept_content
from reportgen.workspace import Workspace

_MOST = 100_000
"""Pieces of one report and language that are kept: one of 7,600 paragraphs has about 10,000."""


class StoredPieces:
    """Pieces in the store: those of one report in one language, printed by these conventions and names.

    `printed` counts those that were not kept.
    """

    def __init__(self, workspace: Workspace, report: Report, language: Language, original: Language) -> None:
        parts = str(workspace.root), report.slug, language.tag, language.digest, original.digest
        self.printed = 0
        self._pack = Pack("pieces", store_key("pieces", *parts), _MOST)

    def find(self, key: Any, locate: Locate) -> Content | None:
        """The piece of a key, its cross-references placed by `locate`; None where it is not kept."""
        data = self._pack.find(_name(key))
        return None if data is None else content_of_kept(data, locate)

    def shared(self, values: Mapping[str, Value]) -> Mapping[str, Value]:
        """The values as they are."""
        return values

    def again(self, place: PiecePlace, seen: Any, locate: Locate) -> None:
        """Nothing: a run asks once for each piece."""

    def see(self, place: PiecePlace, seen: Any) -> None:
        """Remember nothing."""

    def put(self, key: Any, content: Content) -> None:
        """Keep a piece."""
        self.printed += 1
        self._pack.put(_name(key), kept_content(content))


def _name(key: Any) -> str:
    return digest_of_bytes(repr(key).encode("utf-8", "surrogatepass")).hex()
