"""A piece that somebody has opened to write in it: as it was printed then, in all languages that are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.errors import UsageError, suggestion
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.read import CopyReader, ReadChoices
from reportgen.pipeline.session import SessionView
from reportgen.record import record
from reportgen.recover import SentPiece
from reportgen.returned.layout import Layout
from reportgen.returned.pieces import PieceReader
from reportgen.tree import nodes as tree
from reportgen.tree.printed import PrintedPiece
from reportgen.tree.printed_from import NameKey


@record
class ShownPiece:
    """A piece in one language: what was sent of it, and the document that it stands in."""

    sent: SentPiece
    document: tree.Document

    @property
    def frequent(self) -> frozenset[NameKey]:
        """The names that the document has short forms of."""
        return frozenset(name for names in self.document.printed_from.introduced.values() for name in names)


@record
class OpenedPiece:
    """A piece that is open in `language`: `printed` is what its writer saw, `shown` what stood in each language."""

    slug: str
    language: str
    printed: PrintedPiece
    shown: Mapping[str, ShownPiece]
    reader: PieceReader

    @property
    def id(self) -> str:
        """The id of the piece."""
        return self.printed.id

    @property
    def sent(self) -> SentPiece:
        """The piece in the language in which it is open."""
        return self.shown[self.language].sent


def open_piece(view: SessionView, report: str, piece: str, tag: str, shown: Sequence[str] = ()) -> OpenedPiece:
    """A piece of a report, opened in a language and printed in others; a `UsageError` where it has no wording."""
    slug = view.slug(report)
    side = view.side(slug, tag)
    printed = next((each for each in side.pieces if each.id == piece and piece in side.sent), None)
    if printed is None:
        raise UsageError(f"'{piece}' is no text that can be edited", hint=suggestion(piece, side.sent))
    tags = dict.fromkeys((tag, *shown))
    pieces = {each: (view.side(slug, each).sent.get(piece), view.document(slug, each)) for each in tags}
    found = {each: ShownPiece(sent, document) for each, (sent, document) in pieces.items() if sent is not None}
    return OpenedPiece(slug, tag, printed, found, piece_reader(view, slug, tag))


def piece_reader(view: SessionView, slug: str, tag: str, why: str = "") -> PieceReader:
    """What reads the pieces of a language as they are now; a reason opens a frozen report."""
    return copy_reader(view, slug, tag, why).pieces(tag, view.side(slug, tag).sources)


def copy_reader(view: SessionView, slug: str, tag: str, why: str = "") -> CopyReader:
    """The reader of files that come back, which knows the layout of the report and what it is held to."""
    choices = ReadChoices(tag, "take", two_way=True, why=why)
    return view.once(("reader", slug, tag, why), lambda: CopyReader(built_now(view, slug), choices))


def built_now(view: SessionView, slug: str) -> Built:
    """The report whose documents are built when they are asked for, from what the session remembers."""
    return Built(view.workspace, view.report(slug), DocumentsOfView(view, slug))


class DocumentsOfView(dict[str, tree.Document]):
    """The documents of a report by language, each taken from the session when it is first asked for."""

    def __init__(self, view: SessionView, slug: str) -> None:
        super().__init__()
        self.view, self.slug = view, slug

    def __contains__(self, tag: object) -> bool:
        return isinstance(tag, str) and tag in self.view.workspace.languages()

    def __missing__(self, tag: str) -> tree.Document:
        self[tag] = document = self.view.document(self.slug, tag)
        return document


def layout_now(view: SessionView, slug: str, tag: str) -> Layout:
    """How the report is put together now."""
    return copy_reader(view, slug, tag).layout
