"""The packed pixels of a PNG file, unpacked as far as its head says that there are some, and thrown away."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples a pixel by the type of colour (PNG specification, 11.2.2)."""

_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits a sample by the type of colour (PNG specification, 11.2.2)."""

_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column and line, and steps between them, of the passes of an interlaced picture (Adam7)."""

_STEP = 1 << 20


def pixels_fault(head: bytes, packed: bytes) -> str:
    """What is wrong with the data of IDAT for what IHDR says; empty where nothing is.

    Never more than a megabyte is held, and nothing is unpacked behind the last line.
    """
    if len(head) != 13:
        return "is damaged: its head is no head of a PNG file"
    width, height, depth, colour, packing, filtering, interlaced = struct.unpack(">IIBBBBB", head)
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlaced > 1:
        return "is damaged: its head names no kind of pixels"
    wanted = sum(_sizes(width, height, depth * _SAMPLES[colour], interlaced == 1))
    unpacker, found, rest = zlib.decompressobj(), 0, packed
    try:
        while found < wanted and rest and not unpacker.eof:
            found += len(unpacker.decompress(rest, _STEP))
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return "is damaged: its pixels cannot be unpacked"
    return "" if found >= wanted else "is cut off: it has fewer pixels than it says"


def _sizes(width: int, height: int, bits: int, interlaced: bool) -> Iterator[int]:
    """The bytes of each pass: every line has one more, for its filter."""
    for left, top, across, down in _PASSES if interlaced else ((0, 0, 1, 1),):
        columns, lines = -(-(width - left) // across), -(-(height - top) // down)
        yield lines * (1 + (columns * bits + 7) // 8) if columns > 0 and lines > 0 else 0
