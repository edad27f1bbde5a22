"""Blocks of other kinds that an author got wrong: what is said, and at which line and column."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest

from reportgen.tree.nodes import Figure, Table
from tests.tools.messages import as_expected

FIRST = "inputs/tiny/sections/first.yaml"
CSV = "inputs/tiny/x.csv"
FEWER = "\n  hint: an empty cell is written '', in a CSV file as nothing between two separators"
MORE = "\n  hint: a cell with a separator in it stands in quotes"
QUOTES = '\n  hint: a text that YAML reads as something else stands in quotes: "true"'
ROWS = "\n  hint: add 'rows:', or 'file:' with the name of a CSV file"
CAPTION = "- id: t\n  table:\n    caption: Words\n"
TABLE = CAPTION + "    columns: [A, B]\n    rows:\n      - [1, 2]\n"
FIGURE = "- id: f\n  figure:\n    caption: Words\n    alternative: Words\n"
SMALL = "    columns: [A]\n    rows: [[1]]\n"


def rows(*lines: str) -> str:
    """A table of two columns with these rows, the first of them in line 9."""
    return CAPTION + "    columns: [A, B]\n    rows:\n" + "".join(f"      - {line}\n" for line in lines)


TABLES = {
    "a row that is too short": (rows("[1, 2]", "[1]"), f"10:11: row 2 has 1 cell, and the table has 2 columns{FEWER}"),
    "a row that is too long": (rows("[1, 2, 3]"), f"9:11: row 1 has 3 cells, and the table has 2 columns{MORE}"),
    "a row that is none": (rows("3"), "9:11: expected a list in 'rows', found the number 3"),
    "a cell that is true": (rows("[1, true]"), f"9:15: a cell is a number, a text or nothing{QUOTES}"),
    "a cell that is a mapping": (rows("[1, a: b]"), f"9:15: a cell is a number, a text or nothing{QUOTES}"),
    "a cell that is a list": (rows("[1, [2]]"), f"9:15: a cell is a number, a text or nothing{QUOTES}"),
    "no rows": (CAPTION + "    columns: [A]\n", f"6:7: the field 'rows' is missing{ROWS}"),
    "rows that are empty": (CAPTION + "    columns: [A]\n    rows: []\n", "8:13: 'rows' is empty"),
    "no columns": (
        CAPTION + "    rows: [[1]]\n",
        "6:7: the field 'columns' is missing\n  hint: add 'columns:'",
    ),
    "too many columns": (
        CAPTION + f"    columns: [{', '.join('abcdefghijklmnopqrstu')}]\n    rows: [[1]]\n",
        "7:16: 'columns' has 21 items, more than 20",
    ),
    "a head of no kind": (
        CAPTION + "    columns: [{head: A, hed: B}]\n    rows: [[1]]\n",
        "7:27: there is no field 'hed' here\n  hint: did you mean 'head'?",
    ),
    "a share of nothing": (
        CAPTION + "    columns: [{head: A, share: 0}]\n    rows: [[1]]\n",
        "7:34: 'share' is 0, less than 1",
    ),
    "a text for a table": (
        "- id: t\n  table: training.csv\n",
        "5:12: expected a mapping of keys to values for 'table', found the text 'training.csv'",
    ),
    "a misspelt key beside": (
        TABLE + "  sources: Words\n",
        "10:5: there is no field 'sources' here\n  hint: did you mean 'source'?",
    ),
    "a key of another block beside": (
        TABLE + "  subparagraphs: []\n",
        "10:5: there is no field 'subparagraphs' here\n  hint: one of: facts, id, notes, quoted, source, table",
    ),
    "two kinds": (
        TABLE + "  figure: {file: x.png}\n",
        "10:5: a block has one kind, not both 'table' and 'figure'\n  hint: write two blocks",
    ),
    "a table and a text": (
        TABLE + "  text: Words\n",
        "10:5: a block has one kind, not both 'table' and 'text'\n  hint: write two blocks",
    ),
    "plain text and text": (
        "- id: a\n  text: Words\n  plain: Words\n",
        "5:5: a block has one kind, not both 'plain' and 'text'\n  hint: write two blocks",
    ),
    "a misspelt kind": (
        "- id: a\n  qoutation: Words\n",
        "5:5: there is no field 'qoutation' here\n  hint: did you mean 'quotation'?",
    ),
    "an unknown kind": (
        "- id: a\n  zzzz: Words\n",
        "5:5: there is no field 'zzzz' here\n"
        "  hint: one of: facts, id, kind, notes, quoted, recommendation, subparagraphs, text",
    ),
    "an id that is too long": (
        TABLE.replace("id: t", f"id: {'t' * 31}"),
        "4:9: 'id' has 31 characters, more than 30",
    ),
    "two blocks of one id": (
        TABLE + "- id: t\n  list: [Words]\n",
        f"10:9: the id 't' stands twice\n  hint: first at {FIRST}:4:9",
    ),
    "a block and a note of another": (
        TABLE + "- id: l\n  list: ['Words[^t]']\n  notes: {t: Words}\n",
        f"12:16: the id 't' stands twice\n  hint: first at {FIRST}:4:9",
    ),
    "the id of the contents": (
        "- id: contents\n  plain: Words\n",
        "4:9: the id 'contents' stands twice\n  hint: reportgen uses this id itself",
    ),
    "a note that is not marked": (
        TABLE + "  notes:\n    n: Words\n",
        "11:10: the footnote 'n' is never referred to\n  hint: put [^n] into the text of t",
    ),
    "a mark without a note": (
        rows('[1, "Words[^n]"]'),
        "9:21: the footnote 'n' has no text\n  hint: add it under 'notes:' of t",
    ),
    "an unknown fact": (
        rows("[1, 2]", "[1, 'Words of {{ unodcc }}']"),
        "10:28: no fact 'unodcc' in table t\n  hint: did you mean 'unodc'?",
    ),
    "an unknown fact in a head": (
        CAPTION + "    columns: ['{{ unodcc }}']\n    rows: [[1]]\n",
        "7:21: no fact 'unodcc' in table t\n  hint: did you mean 'unodc'?",
    ),
    "a fact that is not printed": (
        TABLE + "  facts:\n    state: {place: ID}\n",
        "11:22: the fact 'state' of table t is not printed\n"
        "  hint: write {{ state }} in its text, or take the fact out",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), TABLES.values(), ids=TABLES)
def test_tables(tiny, text: str, message: str) -> None:
    tiny.paragraphs(text)
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:{message}"


def test_a_note_may_be_marked_in_a_caption(tiny) -> None:
    tiny.paragraphs(TABLE.replace("Words", "Words[^n]") + "  notes: {n: The note}\n")
    table = tiny.build().blocks[-1]
    assert isinstance(table, Table)
    assert [(note.id, note.number.label) for note in table.notes if note.number] == [("n", "a")]


def test_a_group_that_of_names_is_printed(tiny) -> None:
    tiny.paragraphs(
        "- id: a\n  facts:\n    n: {count: 20}\n    whom: {group: judges}\n  text: They met {{ n | of('whom') }}.\n"
    )
    assert tiny.load().sections[0].paragraphs[0].id == "a"


FILES = {
    "a misspelt name": ("trainng.csv", "7:13: there is no file 'trainng.csv'\n  hint: did you mean 'training.csv'?"),
    "a file of another name": ("zzz", "7:13: there is no file 'zzz'\n  hint: one of: training.csv"),
    "a file elsewhere": ("../tiny.csv", "7:13: there is no file '../tiny.csv'\n  hint: one of: training.csv"),
    "nothing": ("", "7:12: expected the name of a CSV file for 'file'\n  hint: such as training.csv"),
    "a number": ("3", "7:13: expected the name of a CSV file for 'file'\n  hint: such as training.csv"),
    "rows beside the file": (
        "training.csv\n    rows: [[1]]",
        "7:13: a table has either 'rows' or 'file'\n  hint: take one of the two out",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "message"), FILES.values(), ids=FILES)
def test_the_file_of_a_table(tiny, name: str, message: str) -> None:
    tiny.write("inputs/tiny/training.csv", "A\n1\n")
    tiny.write("inputs/tiny.csv", "A\n1\n")
    tiny.paragraphs(f"{CAPTION}    file: {name}\n")
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:{message}"


@pytest.mark.parametrize("name", ["x.csv", "sections"])
def test_a_folder_in_place_of_rows(tiny, name: str) -> None:
    (tiny.root / "inputs/tiny/x.csv").mkdir()
    tiny.paragraphs(f"{CAPTION}    file: {name}\n")
    message = f"inputs/tiny/{name}:1:1: cannot read the file: a folder has this name"
    assert tiny.refusal() == f"{message}\n  hint: put a file there"


def test_a_file_where_there_is_none(tiny) -> None:
    tiny.paragraphs(CAPTION + "    file: x.csv\n")
    assert tiny.refusal() == f"{FIRST}:7:13: there is no file 'x.csv'\n  hint: put it into inputs/tiny"


NO_ROWS = "1:1: the file has no rows\n  hint: the first row are the heads, unless the table has 'columns'"
DOUBLED = '\n  hint: a cell with a quotation mark stands in quotes, the mark doubled: "a ""b"" c"'
IN_FILES: dict[str, tuple[str | bytes, str]] = {
    "Latin-1": ("A,B\n1,café\n".encode("latin-1"), "2:1: the file is not UTF-8\n  hint: save it as UTF-8"),
    "a quotation mark that is not closed": (
        'A,B\n1,"x\n2,3\n',
        f"2:1: this is not CSV: a quotation mark is never closed{DOUBLED}",
    ),
    "text behind a quotation mark": ('A,B\n1,2\n1,"x" y\n', f"3:1: this is not CSV: ',' expected after '\"'{DOUBLED}"),
    "a null character": ("A,B\n1,\0\n", "2:3: the character U+0000 cannot stand in a text\n  hint: take it out"),
    "a row that is too short": ("A,B\n1,2\n\n3\n", f"4:1: row 2 has 1 cell, and the table has 2 columns{FEWER}"),
    "a row that is too long": ("A;B\n1,5;2\n3;4;5\n", f"3:1: row 2 has 3 cells, and the table has 2 columns{MORE}"),
    "nothing": ("", NO_ROWS),
    "heads alone": ("A,B\n\n", NO_ROWS),
    "an unknown fact": (
        "A,B\n1,Words of {{ unodcc }}\n",
        "2:15: no fact 'unodcc' in table t\n  hint: did you mean 'unodc'?",
    ),
    "an unknown fact in a head": (
        "A,B {{ unodcc }}\n1,2\n",
        "1:8: no fact 'unodcc' in table t\n  hint: did you mean 'unodc'?",
    ),
    "an unknown fact behind a cell of two lines": (
        'A,B\n"x,\ny","z {{ unodcc }}"\n',
        "3:10: no fact 'unodcc' in table t\n  hint: did you mean 'unodc'?",
    ),
    "an unknown fact in the second line of a cell": (
        'A,B\n1,"x,\ny {{ unodcc }}"\n',
        "3:6: no fact 'unodcc' in table t\n  hint: did you mean 'unodc'?",
    ),
    "an unknown fact behind quotation marks": (
        'A,B\n1,"a ""b"" {{ unodcc }}"\n',
        "2:15: no fact 'unodcc' in table t\n  hint: did you mean 'unodc'?",
    ),
    "an unknown fact behind one mark": (
        "A,B\n1,> {{ unodcc }}\n",
        "2:8: no fact 'unodcc' in table t\n  hint: did you mean 'unodc'?",
    ),
    "an unknown fact in the second of two cells": (
        "A,B\n{{ unodc }},{{ unodc }} {{ unodcc }}\n",
        "2:28: no fact 'unodcc' in table t\n  hint: did you mean 'unodc'?",
    ),
    "a mark without a note": (
        "A,B\n1,Words[^n]\n",
        "2:8: the footnote 'n' has no text\n  hint: add it under 'notes:' of t",
    ),
}


@pytest.mark.parametrize(("text", "message"), IN_FILES.values(), ids=IN_FILES)
def test_csv_files(tiny, text: str | bytes, message: str) -> None:
    tiny.paragraphs(CAPTION + "    file: x.csv\n")
    tiny.write(CSV, text)
    assert tiny.refusal() == f"{CSV}:{message}"


OTHERS = {
    "a list four deep": (
        "- id: l\n  list:\n    - text: a\n      list:\n        - text: b\n          list:\n"
        "            - text: c\n              list:\n                - d\n",
        "12:21: lists have three levels, and this is the fourth",
    ),
    "an empty list": ("- id: l\n  list: []\n", "5:11: 'list' is empty"),
    "an empty item": (
        "- id: l\n  list: ['']\n",
        "5:12: 'list' has an item that is empty\n  hint: write it, or leave it out",
    ),
    "no item": ("- id: l\n  list: [~]\n", "5:12: expected a text in 'list', found nothing"),
    "an item without text": (
        "- id: l\n  list: [{list: [b]}]\n",
        "5:12: the field 'text' is missing\n  hint: add 'text:'",
    ),
    "a misspelt key of an item": (
        "- id: l\n  list: [{text: a, lst: [b]}]\n",
        "5:22: there is no field 'lst' here\n  hint: did you mean 'list'?",
    ),
    "a text for a list": ("- id: l\n  list: x\n", "5:11: expected a list for 'list', found the text 'x'"),
    "a long id of a list": (f"- id: {'l' * 31}\n  list: [a]\n", "4:9: 'id' has 31 characters, more than 30"),
    "an empty quotation": ("- id: q\n  quotation: ''\n", "5:16: 'quotation' is empty"),
    "a box without paragraphs": (
        "- id: b\n  box: {heading: Words}\n",
        "5:10: the field 'paragraphs' is missing\n  hint: add 'paragraphs:'",
    ),
    "a box of nothing": ("- id: b\n  box: {heading: Words, paragraphs: []}\n", "5:39: 'paragraphs' is empty"),
    "a figure without a file": (FIGURE, "6:7: the field 'file' is missing\n  hint: add 'file:'"),
    "a figure without words for it": (
        "- id: f\n  figure: {file: x.png, caption: Words}\n",
        "5:13: the field 'alternative' is missing\n  hint: add 'alternative:'",
    ),
    "a figure that is too wide": (FIGURE + "    file: x.png\n    width: 900\n", "9:14: 'width' is 900, more than 365"),
}


@pytest.mark.parametrize(("text", "message"), OTHERS.values(), ids=OTHERS)
def test_other_blocks(tiny, text: str, message: str) -> None:
    tiny.paragraphs(text)
    assert as_expected(tiny.refusal(), message) == f"{FIRST}:{message}"


def test_a_block_of_one_piece_may_have_a_long_id(tiny) -> None:
    tiny.paragraphs(f"- id: {'q' * 40}\n  quotation: Words\n")
    assert [block.id for block in tiny.build().blocks] == ["first", "q" * 40]


def png(width: int, height: int, packed: bytes | None = None, depth: int = 8, colour: int = 0, laced: int = 0) -> bytes:
    """A grey picture, or one with any data for its pixels."""
    line = b"\0" + b"\x80" * width
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, laced)
    chunks = {b"IHDR": head, b"IDAT": zlib.compress(line * height) if packed is None else packed}
    parts = [struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
             for name, data in (chunks | {b"IEND": b""}).items()]  # fmt: skip
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


NEITHER = "'x.png' is neither PNG nor JPEG\n  hint: save it as one of the two"
CUT_OFF = "the picture 'x.png' is cut off\n  hint: fetch it or save it anew"
DAMAGED = "the picture 'x.png' is damaged: a check sum does not fit\n  hint: fetch it or save it anew"
UNPACKED = "the picture 'x.png' is damaged: its pixels cannot be unpacked\n  hint: fetch it or save it anew"
FEWER = "the picture 'x.png' is cut off: it has fewer pixels than it says\n  hint: fetch it or save it anew"
HEAD = "the picture 'x.png' is damaged: its head names no kind of pixels\n  hint: fetch it or save it anew"
PICTURES: dict[str, tuple[Callable[[], bytes], str]] = {
    "another format": (lambda: b"GIF89a" + bytes(100), NEITHER),
    "nothing": (bytes, NEITHER),
    "the beginning of a PNG": (lambda: png(2, 2)[:20], NEITHER),
    "a PNG of no size": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(40), NEITHER),
    "a PNG without height": (lambda: png(2, 2)[:20] + bytes(40), NEITHER),
    "the beginning of a JPEG": (lambda: b"\xff\xd8\xff\xe0\0\x10" + bytes(20), NEITHER),
    "a JPEG that ends early": (lambda: b"\xff\xd8\xff", NEITHER),
    "a PNG cut off": (lambda: png(2, 2)[:-6], CUT_OFF),
    "a PNG cut off in its pixels": (lambda: png(2, 2)[:50], CUT_OFF),
    "a PNG of a wrong sum": (lambda: png(2, 2)[:-1] + b"x", DAMAGED),
    "a PNG whose pixels are rubbish": (lambda: png(2, 2, b"rubbish"), UNPACKED),
    "a PNG whose pixels turn to rubbish": (
        lambda: png(9, 99, zlib.compress(bytes(range(256)) * 4)[:200] + b"x" * 99),
        UNPACKED,
    ),
    "a PNG of a palette with too many bits": (lambda: png(2, 2, zlib.compress(bytes(99)), depth=16, colour=3), HEAD),
    "a PNG with too few lines": (lambda: png(2, 2, zlib.compress(b"\0" * 5)), FEWER),
    "a PNG with too few bits": (lambda: png(2, 2, zlib.compress(b"\0" * 6), depth=16), FEWER),
    "a PNG with too little of its last pass": (lambda: png(3, 3, zlib.compress(bytes(14)), laced=1), FEWER),
    "a PNG of no kind of colour": (lambda: png(2, 2, colour=9), HEAD),
    "a PNG of no depth": (lambda: png(2, 2, depth=3), HEAD),
    "a PNG of too many pixels": (
        lambda: png(2, 2)[:16] + b"\xff" * 8 + png(2, 2)[24:],
        "the picture 'x.png' says that it has 4,294,967,295 × 4,294,967,295 pixels, more than 100,000,000\n"
        "  hint: fetch it or save it anew",
    ),
    "too large": (
        lambda: bytes(20_000_001),
        "the picture 'x.png': the file has 20,000,001 bytes, more than 20,000,000\n"
        "  hint: part it, or take out what nobody reads",
    ),
}


@pytest.mark.parametrize(("data", "message"), PICTURES.values(), ids=PICTURES)
def test_pictures(tiny, data: Callable[[], bytes], message: str) -> None:
    tiny.paragraphs(FIGURE + "    file: x.png\n")
    tiny.write("inputs/tiny/x.png", data())
    assert tiny.refusal("en") == f"{FIRST}:8:13: {message}"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("chrt.png", "did you mean 'chart.png'?"),
        ("../chart.png", "did you mean 'chart.png'?"),
        ("zzzzzzzz", "one of: chart.png"),
    ],
)
def test_a_picture_that_is_not_there(tiny, name: str, hint: str) -> None:
    tiny.paragraphs(FIGURE + f"    file: {name}\n")
    tiny.write("inputs/tiny/chart.png", png(1, 1))
    assert tiny.refusal("en") == f"{FIRST}:8:13: there is no file '{name}'\n  hint: {hint}"


@pytest.mark.parametrize("name", ["chart.png", "sections"])
def test_a_folder_in_place_of_a_picture(tiny, name: str) -> None:
    tiny.paragraphs(FIGURE + f"    file: {name}\n")
    (tiny.root / "inputs/tiny/chart.png").mkdir()
    message = f"the picture '{name}': cannot read the file: a folder has this name"
    assert tiny.refusal("en") == f"{FIRST}:8:13: {message}\n  hint: put a file there"


@pytest.mark.parametrize(
    "data",
    [
        png(9, 9),
        png(9, 9, zlib.compress(bytes(9 * 3)), depth=1),
        png(9, 9, zlib.compress(bytes(9 * (1 + 9 * 8))), depth=16, colour=6),
        png(2, 2, zlib.compress(bytes(100_000_000))),
        png(3, 3, zlib.compress(bytes(2 + 2 + 3 + 4 + 4)), laced=1),
    ],
    ids=["grey", "one bit", "64 bits", "more than its lines", "interlaced"],
)
def test_pixels_that_can_be_unpacked(tiny, data: bytes) -> None:
    tiny.paragraphs(FIGURE + "    file: x.png\n")
    tiny.write("inputs/tiny/x.png", data)
    assert tiny.build().blocks


def test_a_picture_where_there_is_none(tiny) -> None:
    tiny.paragraphs(FIGURE + "    file: x.png\n")
    assert tiny.refusal("en") == f"{FIRST}:8:13: there is no file 'x.png'\n  hint: put it into inputs/tiny/"


@pytest.mark.parametrize("size", [(1, 1), (4000, 2500)])
def test_a_picture_of_any_size(tiny, size: tuple[int, int]) -> None:
    tiny.paragraphs(FIGURE + "    file: x.png\n")
    tiny.write("inputs/tiny/x.png", png(*size))
    figure = tiny.build().blocks[-1]
    assert isinstance(figure, Figure)
    assert (figure.picture.size, figure.picture.suffix, figure.width) == (size, "png", 360)
    assert figure.picture.description == "Words"
