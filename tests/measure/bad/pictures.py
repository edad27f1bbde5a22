"""Pictures: cut off, of wrong sums, of absurd sizes, of other kinds."""

from __future__ import annotations

import random
import struct
import zlib

from tests.measure.bad.trial import BUILD_ENGLISH, CHECK, SECOND, Trial, base, text_of, trial

_NAME = "inputs/small/chart.png"
_KINDS = [b"GIF89a", b"BM", b"RIFF\0\0\0\0WEBP", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"II*\0", b"", b"\0" * 50, b"<html>",
          b"\xff\xd8\xff\xe0\0\x10JFIF\0", b"\xff\xd8" + b"\xff" * 100, b"\x89PNG\r\n\x1a\n", b"PK\x03\x04"]  # fmt: skip


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, rows: bytes, depth: int = 8, colour: int = 0, interlace: int = 0) -> bytes:
    """A picture that claims a size, with any data."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def jpeg(width: int, height: int, tail: bytes) -> bytes:
    """The frame of a JPEG file that claims a size."""
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    return b"\xff\xd8" + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + tail


_LONGER = png(4, 3, zlib.compress(b"\0" * 10**6))
"""More pixels than the head says: shown as the head says, by Word, LibreOffice and browsers alike."""


def make(chance: random.Random) -> Trial:
    """A picture that no reader could show, and one that all readers show."""
    good = base()[_NAME]
    match chance.randrange(8):
        case 0:
            data = good[: chance.randrange(len(good))]
        case 1:
            at = chance.randrange(len(good))
            data = good[:at] + bytes([good[at] ^ (1 << chance.randrange(8))]) + good[at + 1 :]
        case 2:
            huge = chance.choice(
                [(4_294_967_295, 4_294_967_295), (30_000, 30_000), (1, 2**31), (0, 4), (100_000, 100_000)]
            )
            data = png(*huge, zlib.compress(b"\0" * 100))
        case 3:
            data = png(
                4,
                3,
                chance.choice(
                    [b"", b"no zlib", zlib.compress(b""), zlib.compress(b"\0" * 14), zlib.compress(b"\0" * 10**6)]
                ),
            )
        case 4:
            data = png(
                4, 3, zlib.compress((b"\0" + b"\xff" * 4) * 3), chance.choice([3, 0, 255]), chance.choice([1, 9])
            )
        case 5:
            data = jpeg(
                chance.choice([0, 4, 65_535]), chance.choice([0, 65_535]), chance.choice([b"", b"\0" * 9, b"\xff\xd8"])
            )
        case 6:
            data = chance.choice(_KINDS)
        case _:
            data = good + bytes(20_000_001 - len(good))
    name = chance.choice([_NAME, _NAME, _NAME, "inputs/small/chart.jpg"])
    made = trial(name, data, chance.choice([BUILD_ENGLISH, CHECK]), wrong=data != _LONGER)
    if name.endswith("jpg"):
        made.files[SECOND] = text_of(SECOND).replace("chart.png", "chart.jpg").encode()
    return made


__all__ = ["jpeg", "make", "png"]
