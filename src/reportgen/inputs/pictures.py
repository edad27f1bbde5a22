"""Pictures that an author gives: read, measured, refused where Word could not show them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from reportgen.errors import InputError, Position, suggestion
from reportgen.inputs.pixels import pixels_fault
from reportgen.model.report import PictureFile, Report
from reportgen.workspace import Workspace, is_name_below

_LONGEST_SIDE = 30_000
_MOST_PIXELS = 100_000_000
"""About six times an A3 page at 300 dots an inch: more is a mistake, or an attempt to fill the memory."""

_SUFFIXES = (".png", ".jpg", ".jpeg")


def read_picture(workspace: Workspace, report: Report, name: str, position: Position | None) -> PictureFile:
    """The picture of a file in the report's folder; an `InputError` where it is missing, damaged or no PNG or JPEG."""
    if name not in report.pictures:
        report.pictures[name] = _picture(workspace, report.slug, name, position)
    return report.pictures[name]


def _picture(workspace: Workspace, slug: str, name: str, position: Position | None) -> PictureFile:
    # The folder of a report that is only planned is not there yet.
    folder = workspace.find("inputs", slug) or workspace.root / "inputs" / slug
    if not is_name_below(name) or not workspace.has_name(folder / name):
        hint = suggestion(name, workspace.names(folder, *_SUFFIXES))
        raise InputError(f"there is no file '{name}'", position, hint or f"put it into inputs/{slug}/")
    try:
        data = workspace.read(folder / name)
    except InputError as error:
        raise InputError(f"the picture '{name}': {error.message}", position, error.hint) from None
    return checked_picture(data, name, position)


def checked_picture(data: bytes, name: str, position: Position | None) -> PictureFile:
    """The picture that some bytes are; an `InputError` where they are damaged, or no PNG or JPEG."""
    # Telephones store pictures lying and mark them as turned.
    if _is_turned(data):
        hint = "Word shows it as it is stored, browsers turn it; save it upright"
        raise InputError(f"the picture '{name}' is stored lying on its side or mirrored", position, hint)
    for suffix, measure in (("png", _png_size), ("jpeg", _jpeg_size)):
        size = measure(data)
        if size and all(size):
            if fault := _fault(data, suffix, size):
                raise InputError(f"the picture '{name}' {fault}", position, "fetch it or save it anew")
            return PictureFile(data, suffix, size)
    raise InputError(f"'{name}' is neither PNG nor JPEG", position, "save it as one of the two")


def _fault(data: bytes, suffix: str, size: tuple[int, int]) -> str:
    """What is wrong with a picture whose beginning can be read; empty where nothing is."""
    if max(size) > _LONGEST_SIDE or size[0] * size[1] > _MOST_PIXELS:
        return f"says that it has {size[0]:,} × {size[1]:,} pixels, more than {_MOST_PIXELS:,}"
    if suffix == "png":
        return _png_fault(data)
    # EOI ends a JPEG file; some cameras write more behind it.
    return "" if b"\xff\xd9" in data else "is cut off"


def _png_fault(data: bytes) -> str:
    """What is wrong with the chunks of a PNG file (length, type, data, check sum); empty where nothing is."""
    at, packed = 8, bytearray()
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            return "is cut off"
        if zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
            return "is damaged: a check sum does not fit"
        kind = data[at + 4 : at + 8]
        if kind == b"IDAT":
            packed += data[at + 8 : end]
        elif kind == b"IEND":
            return pixels_fault(_png_head(data), bytes(packed)) if packed else "has no pixels"
        at = end + 4
    return "is cut off"


def _png_head(data: bytes) -> bytes:
    """What stands in the first chunk of a PNG file."""
    return data[16 : 16 + int.from_bytes(data[8:12], "big")]


def _png_size(data: bytes) -> tuple[int, int] | None:
    """The size that the header of a PNG file gives."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR" or len(data) < 24:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """The size that the frame header of a JPEG file gives."""
    for marker, segment in _segments(data):
        # Frame headers; the three exceptions in their range are tables and an extension.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC) and len(segment) >= 5:
            height, width = struct.unpack(">HH", segment[1:5])
            return width, height
    return None


def _is_turned(data: bytes) -> bool:
    """Whether a JPEG file is to be turned when shown (EXIF orientation other than 1)."""
    for marker, segment in _segments(data):
        if marker == 0xE1 and segment.startswith(b"Exif\0\0"):
            return _orientation(segment[6:]) not in (0, 1)
    return False


def _orientation(tiff: bytes) -> int:
    """The orientation in the first directory of EXIF data, 0 where there is none."""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        entries = (struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * index) for index in range(count))
        return next((int(value) for tag, _, _, value in entries if tag == 0x0112), 0)
    except struct.error:
        return 0


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The markers of a JPEG file before its pixels, each with its data; extra 0xFF before a marker are padding."""
    at = 2
    while data.startswith(b"\xff\xd8") and at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        if data[at + 1] == 0xFF:
            at += 1
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        yield data[at + 1], data[at + 4 : at + 2 + length]
        at += 2 + length
