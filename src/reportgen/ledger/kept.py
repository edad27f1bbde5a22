"""What was printed at a freeze: `inputs/<slug>/sent/edition-<number>.txt`, one line a language.

# Edition 1 of E/CN.15/2019/9 as it was printed: …
en 4b4a6a572e66433d6ccd5bc874d4d718 QlpoOTFBWSZTWQ…
fr 94f0c2d61f3c4cbb0b86d5d11d7bd8ab QlpoOTFBWSZTWb…

Behind each tag stands the digest of what was printed, then the document as it was sent (`tree.sent`), in base64: git
sees which languages changed, and merges.
"""

from __future__ import annotations

import base64
import binascii
import bz2
import re
from collections.abc import Mapping
from pathlib import Path

from reportgen.errors import InputError, Position
from reportgen.record import field, record
from reportgen.tree import nodes as tree
from reportgen.tree.sent import SentDocument, dump_sent, read_sent, sent_document
from reportgen.workspace import SENT, Workspace

_LINE = re.compile(
    r"(?P<tag>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}) (?P<digest>[0-9a-f]{32}) (?P<packed>[A-Za-z0-9+/=]+)"
)
_LARGEST = 60_000_000
"""The most bytes of a language that are unpacked: letters of Russian and Arabic have two each."""

_HINT = "take it from git again, or delete it: reportgen numbers freeze writes it"


@record
class KeptLanguage:
    """A language of an edition: the digest of what was printed, the packed document, the line it stands in."""

    digest: str
    packed: bytes
    line: int = field(default=0, compare=False)


@record
class KeptEdition:
    """The languages of an edition; `shown` is the file's name in messages."""

    shown: str
    texts: Mapping[str, KeptLanguage]

    def document(self, tag: str) -> SentDocument | None:
        """The document in a language, None where it was not kept; an `InputError` where the file is damaged."""
        text = self.texts.get(tag)
        if text is None:
            return None
        try:
            return read_sent(_unpacked(text.packed))
        except (ValueError, OSError) as error:
            position = Position(self.shown, text.line, 1)
            raise InputError(f"the text of {tag} cannot be read: {error}", position, _HINT) from None


def kept_language(document: tree.Document) -> KeptLanguage:
    """A document as it is kept."""
    return kept_sent(sent_document(document))


def kept_sent(sent: SentDocument) -> KeptLanguage:
    """What was sent as it is kept."""
    # bzip2 gives the same bytes everywhere; of deflate, every library makes others.
    return KeptLanguage(sent.identity.digest, bz2.compress(dump_sent(sent).encode()))


def _unpacked(data: bytes) -> str:
    packed = bz2.BZ2Decompressor()
    # One byte more than allowed tells that there is too much, without unpacking all of it.
    unpacked = packed.decompress(data, _LARGEST + 1)
    if len(unpacked) > _LARGEST or not packed.eof or packed.unused_data:
        raise ValueError("too much, or cut off")
    return unpacked.decode()


def kept_path(workspace: Workspace, slug: str, number: int) -> Path:
    """Where an edition of a report is kept."""
    return workspace.root / "inputs" / slug / SENT / f"edition-{number}.txt"


def load_kept(workspace: Workspace, slug: str, number: int) -> KeptEdition | None:
    """What was printed at a freeze; None where it was not kept, as by older versions of reportgen."""
    path = workspace.find("inputs", slug, SENT, f"edition-{number}.txt")
    return read_kept(workspace.read(path), workspace.shown(path)) if path else None


def read_kept(data: bytes, shown: str) -> KeptEdition:
    """The edition that some bytes keep; an `InputError` with its place where they keep none."""
    texts: dict[str, KeptLanguage] = {}
    for number, line in enumerate(data.decode("ascii", "replace").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        match = _LINE.fullmatch(line)
        try:
            packed = base64.b64decode(match["packed"], validate=True) if match else b""
        except binascii.Error:
            packed = b""
        if match is None or not packed:
            raise InputError("this line keeps no language", Position(shown, number, 1), _HINT)
        texts[match["tag"]] = KeptLanguage(match["digest"], packed, number)
    return KeptEdition(shown, texts)


def dump_kept(number: int, symbol: str, texts: Mapping[str, KeptLanguage]) -> bytes:
    """The text of the file."""
    head = (
        f"# Edition {number} of {symbol} as it was printed, by language, to compare with what comes back.\n"
        "# Each line: a digest; then JSON, packed with bzip2, in base64. Written by reportgen numbers freeze.\n"
    )
    rows = (f"{tag} {texts[tag].digest} {base64.b64encode(texts[tag].packed).decode()}\n" for tag in sorted(texts))
    return (head + "".join(rows)).encode()
