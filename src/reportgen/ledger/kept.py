"""What was printed at a freeze: `inputs/<slug>/sent/edition-<number>.txt`, one line a language.

# Edition 1 of E/CN.15/2019/9 as it was printed: …
en QlpoOTFBWSZTWQ…
fr QlpoOTFBWSZTWb…

Behind each tag stands a document as it was sent (`tree.sent`), in base64: git sees which languages changed, and merges.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import Path

from reportgen.errors import InputError, Position
from reportgen.record import record
from reportgen.tree.sent import SentDocument, read_sent
from reportgen.workspace import SENT, Workspace

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_HINT = "take it from git again, or delete it: reportgen numbers freeze writes it"


@record
class KeptEdition:
    """The documents of an edition by language, each packed, and the lines they stand in; `shown` names the file."""

    shown: str
    packed: Mapping[str, bytes]
    lines: Mapping[str, int]

    def document(self, tag: str) -> SentDocument | None:
        """The document in a language, None where it was not kept; an `InputError` where the file is damaged."""
        if tag not in self.packed:
            return None
        try:
            return read_sent(self.packed[tag])
        except ValueError as error:
            position = Position(self.shown, self.lines[tag], 1)
            raise InputError(f"the text of {tag} cannot be read: {error}", position, _HINT) from None


def kept_path(workspace: Workspace, slug: str, number: int) -> Path:
    """Where an edition of a report is kept."""
    return workspace.root / "inputs" / slug / SENT / f"edition-{number}.txt"


def load_kept(workspace: Workspace, slug: str, number: int) -> KeptEdition | None:
    """What was printed at a freeze; None where it was not kept, as by older versions of reportgen."""
    path = workspace.find("inputs", slug, SENT, f"edition-{number}.txt")
    return read_kept(workspace.read(path), workspace.shown(path)) if path else None


def read_kept(data: bytes, shown: str) -> KeptEdition:
    """The edition that some bytes keep; an `InputError` with its place where they keep none."""
    packed: dict[str, bytes] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(data.decode("ascii", "replace").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        tag, _, text = line.partition(" ")
        try:
            if _TAG.fullmatch(tag) is None or not text:
                raise ValueError("a tag, a blank and the text")
            packed[tag], lines[tag] = base64.b64decode(text, validate=True), number
        # What base64 refuses is a ValueError too.
        except ValueError:
            raise InputError("this line keeps no language", Position(shown, number, 1), _HINT) from None
    return KeptEdition(shown, packed, lines)


def dump_kept(number: int, symbol: str, packed: Mapping[str, bytes]) -> bytes:
    """The text of the file."""
    head = (
        f"# Edition {number} of {symbol} as it was printed, by language, to compare with what comes back.\n"
        "# Each line is JSON, packed with bzip2, in base64. Written by reportgen numbers freeze.\n"
    )
    rows = (f"{tag} {base64.b64encode(packed[tag]).decode()}\n" for tag in sorted(packed))
    return (head + "".join(rows)).encode()
