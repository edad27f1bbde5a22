"""The barcode of a job number, drawn: Code 39 as a picture, since the machine of a reader may lack a barcode font."""

from __future__ import annotations

import struct
import zlib
from itertools import cycle

# Bars and spaces by turns, wide (w) or narrow (n); ISO/IEC 16388.
_ELEMENTS = {
    "0": "nnnwwnwnn", "1": "wnnwnnnnw", "2": "nnwwnnnnw", "3": "wnwwnnnnn", "4": "nnnwwnnnw", "5": "wnnwwnnnn",
    "6": "nnwwwnnnn", "7": "nnnwnnwnw", "8": "wnnwnnwnn", "9": "nnwwnnwnn", "*": "nwnnwnwnn",
}  # fmt: skip
_NARROW, _WIDE, _HEIGHT = 2, 5, 48
"""Pixels of a narrow and of a wide element, and of the height of the bars; scanners want a ratio of 2 to 3."""

POINTS_A_PIXEL = 0.25
"""So that the bars are 12 points high, as those of the barcode font in issued documents."""


def barcode(text: str) -> tuple[bytes, tuple[float, float]]:
    """A PNG with the bars of figures between asterisks, and its size in points; the same bytes for the same text."""
    row = _pixels(text)
    header = struct.pack(">IIBBBBB", len(row), _HEIGHT, 8, 0, 0, 0, 0)
    # Stored and not compressed, so that every version of zlib gives the same bytes.
    data = zlib.compress((b"\0" + row) * _HEIGHT, 0)
    parts = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    png = b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)
    return png, (len(row) * POINTS_A_PIXEL, _HEIGHT * POINTS_A_PIXEL)


def _pixels(text: str) -> bytes:
    """Black and white pixels of one row; a narrow space stands between two signs."""
    signs = []
    for sign in text:
        shades = zip(_ELEMENTS[sign], cycle((b"\0", b"\xff")), strict=False)
        signs.append(b"".join(shade * (_WIDE if element == "w" else _NARROW) for element, shade in shades))
    return (b"\xff" * _NARROW).join(signs)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
