"""Pictures that an author gives: read, measured, refused where Word could not show them."""

from __future__ import annotations

import struct

from reportgen.errors import InputError, Position, suggestion
from reportgen.tree.nodes import Picture
from reportgen.workspace import Workspace

_TOO_LARGE = 20_000_000
_SUFFIXES = (".png", ".jpg", ".jpeg")


def read_picture(workspace: Workspace, slug: str, name: str, description: str, position: Position | None) -> Picture:
    """The picture of a file in the report's folder; an `InputError` where there is none or it is no PNG or JPEG."""
    folder = workspace.find("inputs", slug)
    path = folder.joinpath(name).resolve() if folder else None
    if path is None or not path.is_file() or not path.is_relative_to(folder.resolve() if folder else path):
        there = [each.name for each in folder.iterdir() if each.suffix.lower() in _SUFFIXES] if folder else []
        hint = suggestion(name, there)
        raise InputError(f"there is no file '{name}'", position, hint or f"put it into inputs/{slug}/")
    data = path.read_bytes()
    if len(data) > _TOO_LARGE:
        raise InputError(f"the picture '{name}' has {len(data):,} bytes, more than {_TOO_LARGE:,}", position)
    for suffix, measure in (("png", _png_size), ("jpeg", _jpeg_size)):
        size = measure(data)
        if size and all(size):
            return Picture(data, suffix, size, description)
    raise InputError(f"'{name}' is neither PNG nor JPEG", position, "save it as one of the two")


def _png_size(data: bytes) -> tuple[int, int] | None:
    """The size that the header of a PNG file gives."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR" or len(data) < 24:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """The size that the frame header of a JPEG file gives."""
    if not data.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
