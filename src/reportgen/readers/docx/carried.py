"""What a Word file of ours was printed from, as it carries it; it is unpacked where it is needed, and never trusted."""

from __future__ import annotations

import base64
import binascii

from reportgen.errors import InputError
from reportgen.word.package import Package
from reportgen.word.sent import SENT_NAMESPACE

LARGEST_CARRIED = 8_000_000
_MOST_ITEMS = 20
_ROOT = f"{{{SENT_NAMESPACE}}}sent"


def read_carried(package: Package, main: str) -> bytes:
    """The bytes that `tree.sent.read_sent` reads; none where the file carries nothing that could be such."""
    for name in package.related(main, "customXml")[:_MOST_ITEMS]:
        entry = package.archive.NameToInfo.get(name)
        if entry is not None and entry.file_size <= LARGEST_CARRIED:
            packed = _packed(package, name)
            if packed:
                return packed
    return b""


def _packed(package: Package, name: str) -> bytes:
    try:
        # Items of others may be anything, and are not even parsed.
        if SENT_NAMESPACE.encode() not in package.data(name)[:500]:
            return b""
        root = package.root(name)
        return base64.b64decode(root.text or "", validate=True) if root.tag == _ROOT else b""
    # A file whose text can be read is not refused for what it carries.
    except (InputError, binascii.Error, ValueError):
        return b""
