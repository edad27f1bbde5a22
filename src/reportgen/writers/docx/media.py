"""Pictures in the package: the emblem and figures that a user gives, and the QR code that we make."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import lru_cache

from reportgen.store import kept
from reportgen.writers.docx.xml import R, escape

POINT = 12700
"""English metric units in a point."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
DRAWING_NAMESPACES = (
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)
"""Namespaces declared on the root of a story with pictures; pandoc looks for them nowhere else."""


@dataclass
class Pictures:
    """The pictures of one story: their parts by name and their relationships by id."""

    story: str
    parts: dict[str, bytes] = field(default_factory=dict)
    relationships: dict[str, tuple[str, str]] = field(default_factory=dict)

    def inline(self, data: bytes, suffix: str, size: tuple[float, float], description: str) -> str:
        """A run with a picture that stands in the line; size in points."""
        name = self._add(data, suffix)
        extent = _extent(size)
        content = f"{extent}{self._properties(description)}{self._graphic(name, size, description)}"
        inline = f'<wp:inline distT="0" distB="0" distL="0" distR="0">{content}</wp:inline>'
        return f"<w:r><w:drawing>{inline}</w:drawing></w:r>"

    def placed(
        self, data: bytes, suffix: str, size: tuple[float, float], at: tuple[float, float], description: str
    ) -> str:
        """A run with a picture at a place of the page, from its left upper corner, in points."""
        name = self._add(data, suffix)
        position = _position("H", at[0]) + _position("V", at[1])
        content = (
            f'<wp:simplePos x="0" y="0"/>{position}{_extent(size)}'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f"{self._properties(description)}{self._graphic(name, size, description)}"
        )
        settings = (
            'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
            ' layoutInCell="1" allowOverlap="1"'
        )
        return f"<w:r><w:drawing><wp:anchor {settings}>{content}</wp:anchor></w:drawing></w:r>"

    def _add(self, data: bytes, suffix: str) -> str:
        number = len(self.parts) + 1
        target = f"media/{self.story}-{number}.{suffix}"
        self.parts[f"word/{target}"] = data
        self.relationships[f"rIdPicture{number}"] = (f"{R}/image", target)
        return f"rIdPicture{number}"

    def _properties(self, description: str) -> str:
        # Ids of drawings must be unique in the file, and each story counts its own pictures.
        number = (100 if self.story == "document" else 10_000) + len(self.parts)
        return f'<wp:docPr id="{number}" name="Picture {number}" descr="{escape(description)}"/><wp:cNvGraphicFramePr/>'

    def _graphic(self, name: str, size: tuple[float, float], description: str) -> str:
        width, height = (round(side * POINT) for side in size)
        return (
            f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{len(self.parts)}" name="{name}" descr="{escape(description)}"/>'
            "<pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        )


def _position(axis: str, offset: float) -> str:
    place = f"<wp:posOffset>{round(offset * POINT)}</wp:posOffset>"
    return f'<wp:position{axis} relativeFrom="page">{place}</wp:position{axis}>'


def _extent(size: tuple[float, float]) -> str:
    width, height = (round(side * POINT) for side in size)
    return f'<wp:extent cx="{width}" cy="{height}"/>'


@lru_cache(maxsize=16)
def qr_code(text: str) -> bytes:
    """A PNG with the QR code of a text; uncompressed, so that it has the same bytes with every version of zlib."""
    png: bytes = kept("qr", (text,), lambda: _new_qr_code(text))
    return png


def _new_qr_code(text: str) -> bytes:
    import segno

    buffer = io.BytesIO()
    # Error correction M, and full size: micro codes are not read by most telephones.
    segno.make(text, error="m", micro=False).save(buffer, kind="png", scale=8, border=0, compresslevel=0)
    return buffer.getvalue()
