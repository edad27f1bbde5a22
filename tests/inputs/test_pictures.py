"""JPEG files as cameras and programs write them: turned, padded, broken off."""

from __future__ import annotations

import struct

import pytest

from reportgen import pipeline
from reportgen.errors import InputError
from reportgen.tree import nodes

FRAME = b"\xff\xc2\0\x0b\x08\0\x10\0\x20\x03" + bytes(8)
FIGURE = "- id: f\n  figure: {file: x.jpg, caption: x, alternative: x}\n"


def exif(orientation: int, order: str = ">", before: int = 0) -> bytes:
    """A segment with an orientation, behind other entries of the directory."""
    entries = [struct.pack(f"{order}HHIH2x", 0x010E, 3, 1, 6)] * before
    entries.append(struct.pack(f"{order}HHIH2x", 0x0112, 3, 1, orientation))
    head = (b"MM" if order == ">" else b"II") + struct.pack(f"{order}HIH", 42, 8, len(entries))
    data = b"Exif\0\0" + head + b"".join(entries)
    return b"\xff\xe1" + struct.pack(">H", len(data) + 2) + data


def picture(tiny, *segments: bytes) -> nodes.Picture:
    tiny.paragraphs(FIGURE)
    tiny.write("inputs/tiny/x.jpg", b"\xff\xd8" + b"".join(segments) + b"\xff\xd9")
    (figure,) = tiny.build().blocks[1:]
    assert isinstance(figure, nodes.Figure)
    return figure.picture


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_picture_that_is_stored_on_its_side_is_refused(tiny, orientation: int, order: str) -> None:
    with pytest.raises(InputError) as caught:
        picture(tiny, exif(orientation, order, before=2), FRAME)
    assert str(caught.value) == (
        "inputs/tiny/sections/first.yaml:5:20: the picture 'x.jpg' is stored lying on its side or mirrored\n"
        "  hint: Word shows it as it is stored, browsers turn it; save it upright"
    )


@pytest.mark.parametrize(
    "segments",
    [
        (exif(1),),
        (exif(0, "<"),),
        (b"\xff\xe1\0\x0dhttp://ns\0\0",),
        (b"\xff\xe1\0\x08Exif\0\0",),
        (b"\xff\xe1\0\x14Exif\0\0MM\0\x2a\0\0\xff\xff\0\0\0\0",),
        (b"\xff\xff", exif(1), b"\xff"),
    ],
    ids=["upright", "not said", "XMP", "empty EXIF", "broken EXIF", "bytes that fill"],
)
def test_an_upright_picture_has_the_size_of_its_frame(tiny, segments: tuple[bytes, ...]) -> None:
    assert picture(tiny, *segments, FRAME).size == (32, 16)


@pytest.mark.parametrize("data", [b"", b"\xff", exif(1), b"\xff\xc0\0\x04\0\0", b"\xff\xda\0\x04ab" + FRAME, b"abc"])
def test_what_has_no_frame_is_no_picture(tiny, data: bytes) -> None:
    with pytest.raises(InputError, match="is neither PNG nor JPEG"):
        picture(tiny, data)


def test_a_picture_is_read_once_for_all_languages(tiny) -> None:
    tiny.paragraphs(FIGURE)
    file = tiny.write("inputs/tiny/x.jpg", b"\xff\xd8" + FRAME + b"\xff\xd9")
    report = tiny.load()
    english = pipeline.build(tiny.workspace, report, "en")
    file.unlink()
    chinese = pipeline.build(tiny.workspace, report, "zh")
    figures = [each.blocks[-1] for each in (english, chinese)]
    assert all(isinstance(each, nodes.Figure) for each in figures)
    assert figures[0].picture.data is figures[1].picture.data
    assert [each.picture.description for each in figures] == ["x", "⟦x⟧"]
