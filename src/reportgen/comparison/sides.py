"""One side of a comparison as a list of pieces: from an edition, from built documents, from the lines of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from reportgen.comparison.fingerprints import MISSING, Digest, Fingerprint, digest
from reportgen.comparison.stable_lines import document_lines, note_owners, worded_lines
from reportgen.record import field, record, replace
from reportgen.tree import nodes as tree
from reportgen.tree.line import Line
from reportgen.tree.path import ANNEXES, PartId, Path, scope_of
from reportgen.tree.text import UNTRANSLATED

_NOTED = ("table", "figure", "box")


@record
class Piece:
    """One block; `owner` is the index of what it belongs to, `digests` stand for its text by language.

    `printed` is the text as it is read, with the numbers of cross-references that `text` leaves out, `label` its number
    as a reader of a file sees it. `words` is the sketch where `text` is not known; `id` is empty where a file does not
    give one.
    """

    id: str
    kind: str
    path: Path = ()
    text: str = ""
    owner: int = -1
    digests: Mapping[str, Digest] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    typed: bool = False
    printed: str = field(default="", compare=False)
    label: str = field(default="", compare=False)

    @property
    def family(self) -> str:
        """Paragraphs and their parts are counted together; every other kind by itself."""
        return "paragraph" if self.kind == "subparagraph" else self.kind

    @property
    def base(self) -> str:
        """The id of the table, figure or box that it is a part of by its own id (t/2-3); empty for others."""
        part = PartId.of(self.id)
        return part.whole if part else ""

    def fingerprint(self) -> Fingerprint:
        """The words to know it again by."""
        return Fingerprint.of(self.text) if self.text else Fingerprint.sampled(self.words)


def of_documents(original: tree.Document, documents: Mapping[str, tree.Document]) -> list[Piece]:
    """The pieces of one report: structure and text of the original, digests of all the languages."""
    found = document_lines(original)
    digests = {
        tag: _digests(document, found if document is original else document_lines(document))
        for tag, document in documents.items()
    }
    pieces = []
    for line in found:
        known = {tag: each[line.id] for tag, each in digests.items() if line.id in each}
        pieces.append(Piece(line.id, line.kind, line.path, line.text, digests=known))
    places = {piece.id: index for index, piece in enumerate(pieces)}
    return owned(pieces, {places[note]: places[block] for note, block in note_owners(original).items()})


def in_languages(pieces: Sequence[Piece], tags: Collection[str]) -> list[Piece]:
    """The pieces with the digests of some of their languages alone."""
    return [
        replace(piece, digests={tag: digest for tag, digest in piece.digests.items() if tag in tags})
        for piece in pieces
    ]


def of_lines(
    found: Sequence[Line], language: str, owners: Mapping[int, int], typed: frozenset[int] = frozenset()
) -> list[Piece]:
    """The pieces of the lines of a file; `typed` are the indexes of those whose number was typed by hand."""
    pieces = [
        Piece(line.id, line.kind, line.path, line.text, digests={language: Digest(digest(line.text))},
              typed=index in typed, label=line.label)
        for index, line in enumerate(found)
    ]  # fmt: skip
    return owned(pieces, owners)


def owned(pieces: Sequence[Piece], notes: Mapping[int, int]) -> list[Piece]:
    """The pieces, each with its owner.

    A heading belongs to a higher heading or its annex, a subparagraph to its paragraph, a cell or a lettered note to
    its table, a footnote to the block that marks it.
    """
    owners = _Owners()
    result: list[Piece] = []
    for index, piece in enumerate(pieces):
        owner = notes.get(index, -1) if piece.kind == "note" else owners.owner(index, piece)
        result.append(replace(piece, owner=owner) if owner != piece.owner else piece)
    return result


def alone(pieces: Sequence[Piece]) -> frozenset[int]:
    """The indexes of annexes and appendices that are the only one of their series; these are cited without a number."""
    found = {index: piece.path[:-1] for index, piece in enumerate(pieces) if piece.kind in ANNEXES and piece.path}
    times = Counter(found.values())
    return frozenset(index for index, series in found.items() if times[series] == 1)


class _Owners:
    """What later pieces may belong to: annexes by path, the open headings and paragraphs, the last table."""

    def __init__(self) -> None:
        self.annexes: dict[Path, int] = {}
        self.above: dict[str, list[int]] = {"heading": [], "paragraph": []}
        self.places: dict[str, int] = {}
        self.noted = -1

    def owner(self, index: int, piece: Piece) -> int:
        """The index of what a piece belongs to, -1 for nothing."""
        if piece.kind in ANNEXES:
            return self._annex(index, piece)
        # Their paths name a table by its number, which may change; the last block above owns them.
        if piece.kind == "letter-note":
            return self.noted
        if piece.kind in _NOTED:
            self.noted = index
            self.places.update({piece.id: index} if piece.id else {})
        elif piece.family in self.above and piece.path:
            return self._numbered(index, piece)
        return self.places.get(piece.base, -1)

    def _annex(self, index: int, piece: Piece) -> int:
        self.annexes[piece.path] = index
        self.above = {"heading": [], "paragraph": []}
        # An appendix stands under its annex; its path ends with the kind and number of its own (annex.1.appendix.2).
        return self.annexes.get(piece.path[:-2], -1)

    def _numbered(self, index: int, piece: Piece) -> int:
        scope = scope_of(piece.path)
        chain = self.above[piece.family]
        # A piece closes all those of its depth and deeper; what is left in the chain stands above it.
        del chain[len(piece.path) - len(scope) - 1 :]
        owner = chain[-1] if chain else self.annexes.get(scope, -1)
        chain.append(index)
        return owner


def _digests(document: tree.Document, found: Sequence[Line]) -> dict[str, Digest]:
    """The digest of each line's text, by its id."""
    digests = {}
    for line, worded in zip(found, worded_lines(document), strict=True):
        printed = MISSING if line.text.startswith(UNTRANSLATED[0]) else digest(line.text)
        digests[line.id] = Digest(
            printed, printed if worded.text == line.text or printed == MISSING else digest(worded.text)
        )
    return digests
