"""TMX out and in: the same memory comes back, and those of other tools are read as text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import etree

from reportgen.errors import InputError
from reportgen.translation.tmx import AlignedSegment, read_tmx, write_tmx
from reportgen.translation.units import GuardedPart, MarkedPart, NamePart, WordsPart
from tests.tools.omegat import needs_omegat, omegat_file

SOURCE = (
    WordsPart("In "),
    NamePart(1, "country", "place", "Côte d’Ivoire"),
    WordsPart(" <and> "),
    GuardedPart(2, "figure", "trained", "313", '{{ trained | counted(one="# man", other="# men") }}'),
    GuardedPart(3, "note", "why", "", "[^why]"),
    MarkedPart(4, "italic", (WordsPart("old "), GuardedPart(5, "reference", "a,b", "paras. 1 & 2", 'paras("a", "b")'))),
)
SEGMENTS = (
    AlignedSegment("one", "A/99/1", "para. 1", (("en", SOURCE), ("fr", (WordsPart("Bref"),))), "2026-01-31", 6),
    AlignedSegment("two/1-2", "", "", (("en", (WordsPart("Small"),)), ("ar", (WordsPart("صغير"),))), "", 12),
)  # fmt: skip


def read(data: bytes) -> list[AlignedSegment]:
    return list(read_tmx(io.BytesIO(data), "memory.tmx"))


def unit(inner: str, head: str = "") -> bytes:
    tuvs = f'<tuv xml:lang="EN-GB"><seg>{inner}</seg></tuv><tuv lang="fr_CA"><seg>Un</seg></tuv>'
    return f'{head}<tmx version="1.4"><header/><body><tu>{tuvs}</tu></body></tmx>'.encode()


def test_the_same_memory_comes_back() -> None:
    assert read(write_tmx(SEGMENTS, "en")) == list(SEGMENTS)


@needs_omegat
def test_the_file_is_valid_by_the_definition_of_tmx(tmp_path: Path) -> None:
    definition = etree.DTD(io.BytesIO(omegat_file("schemas/tmx14.dtd")))
    data = write_tmx(SEGMENTS, "en")
    assert definition.validate(etree.fromstring(data)), definition.error_log
    assert not definition.validate(etree.fromstring(data.replace(b"<seg>", b"<text>").replace(b"</seg>", b"</text>")))


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('A <bpt i="1">{b}</bpt>bold<ept i="1">{/b}</ept> word', "A bold word"),
        ('A <ph x="1">&lt;br/&gt;</ph>line', "A line"),
        ('A <hi type="term">word</hi>', "A word"),
        ("A <!-- of the tool -->word", "A word"),
    ],
)
def test_codes_of_other_tools_are_left_out(inner: str, text: str) -> None:
    [found] = read(unit(inner))
    assert found.texts == (("en", (WordsPart(text),)), ("fr", (WordsPart("Un"),)))


def test_a_unit_with_one_language_is_left_out() -> None:
    assert read(unit("")) == []


def test_a_document_type_of_the_standard_is_nothing_to_refuse() -> None:
    assert len(read(unit("A", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'))) == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is not XML"),
        (b"<tmx><body><tu>", "the file is not XML"),
        (b"<martif/>", "the file is no TMX"),
        (unit("&a;", '<!DOCTYPE tmx [<!ENTITY a "b">]>'), "the file declares entities"),
    ],
)
def test_files_that_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(data)
