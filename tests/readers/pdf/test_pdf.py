"""PDF: what stands at the edges of pages, notes at their feet, and files that are none."""

from __future__ import annotations

import random
from contextlib import nullcontext, suppress

import pymupdf
import pytest

from reportgen.errors import InputError
from reportgen.readers.document import ReadDocument
from reportgen.readers.pdf import parse_pdf, without_furniture_of_pages

PAGES = [
    ["E/CN.15/2019/9", "I. Introduction", "1. The rules are kept in all of the many places where they hold,1 and in",
     "other places too.", "1 See the report of the Office.", "V.19-1 1/3"],
    ["E/CN.15/2019/9", "2. In 2018, 81 experts met in all of the many places that they named", "for it.", "V.19-1 2/3"],
    ["E/CN.15/2019/9", "3. They met again in all of the many places that they had named before", "then.", "V.19-1 3/3"],
]  # fmt: skip


def pdf(pages: list[list[str]]) -> bytes:
    with pymupdf.open() as made:
        for lines in pages:
            made.new_page().insert_text((50, 50), lines)
        data: bytes = made.tobytes()
    return data


def read(pages: list[list[str]]) -> ReadDocument:
    return parse_pdf(pdf(pages), "file.pdf")


def test_paragraphs_without_furniture() -> None:
    found = read(PAGES)
    assert [(each.line.kind, each.line.path) for each in found.blocks] == [
        ("heading", (1,)), ("paragraph", (1,)), ("paragraph", (2,)), ("paragraph", (3,)),
    ]  # fmt: skip
    text = " ".join(each.line.text for each in found.blocks)
    assert "CN.15" not in text
    assert "/3" not in text


def test_a_note_at_the_foot_and_its_mark() -> None:
    found = read(PAGES)
    (note,) = found.notes
    assert (note.line.label, note.line.text, note.marked_in) == ("1", "See the report of the Office.", (1,))
    assert found.blocks[1].line.text.startswith("The rules are kept in all of the many places where they hold, and")
    assert [mark.label for mark in found.blocks[1].marks] == ["1"]


def test_what_stands_on_one_page_is_text() -> None:
    pages = [[f"1.{page} text {'abc'[page]}", "more"] for page in range(3)]
    assert without_furniture_of_pages([["only here"], ["there"], ["and there"]]) == [
        ["only here"],
        ["there"],
        ["and there"],
    ]
    assert without_furniture_of_pages([["head", *page, "7"] for page in pages])[0] == ["1.0 text a"]


def test_a_running_foot_beside_and_without_a_page_number() -> None:
    feet = ["V.19-01520", "2/4 V.19-01520", "V.19-01520 3/4", "4/4 V.19-01520"]
    pages = [[f"{'abcd'[at]} text", foot] for at, foot in enumerate(feet)]
    assert without_furniture_of_pages(pages) == [["a text"], ["b text"], ["c text"], ["d text"]]


def test_blanks_beside_chinese_signs_are_those_of_the_line() -> None:
    with pymupdf.open() as made:
        lines = ["1. 目标5 和16 下的 Barbar Khazen 女子监狱", "3.1 范围"]
        made.new_page().insert_text((50, 50), lines, fontname="china-s")
        data: bytes = made.tobytes()
    found = parse_pdf(data, "file.pdf")
    assert [each.line.text for each in found.blocks] == ["目标5和16下的Barbar Khazen女子监狱", "范围"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"hello", random.Random(1).randbytes(3000)])
def test_what_is_no_pdf(data: bytes) -> None:
    with pytest.raises(InputError, match="cannot be read as PDF"):
        parse_pdf(data, "file.pdf")


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_broken_file_is_read_or_refused(part: float) -> None:
    data = pdf(PAGES)
    with suppress(InputError):
        assert parse_pdf(data[: int(len(data) * part)], "file.pdf").blocks


@pytest.mark.parametrize(
    ("line", "is_refused"), [("ثمة حاجة إلى إحصاءات موثوقة", False), ("ة))اج))ة إلى إحص))ثم", True)]
)
def test_arabic_letters_in_the_order_of_the_page(monkeypatch, line: str, is_refused: bool) -> None:
    monkeypatch.setattr("reportgen.readers.pdf._pages", lambda *_: iter([[line]]))
    refused = pytest.raises(InputError, match="not in the order in which it is read")
    with refused if is_refused else nullcontext():
        assert parse_pdf(b"", "file.pdf").blocks[0].line.text == line


def test_pictures_of_text() -> None:
    with pytest.raises(InputError, match="has no text"):
        read([[]])


def test_a_protected_file() -> None:
    with pymupdf.open() as made:
        made.new_page().insert_text((50, 50), "text")
        data = made.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="secret", owner_pw="secret")
    with pytest.raises(InputError) as error:
        parse_pdf(data, "file.pdf")
    assert error.value.exit_code == 3
