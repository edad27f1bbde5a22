"""The barcode of a job number: bars that say the number, whatever fonts a machine has."""

from __future__ import annotations

import io
from itertools import groupby
from zipfile import ZipFile

from PIL import Image

from reportgen.writers.docx.barcode import barcode

# Written from ISO/IEC 16388 once more: wide elements of every sign, counted from one.
WIDE = {"0": (4, 5, 7), "1": (1, 4, 9), "2": (3, 4, 9), "5": (1, 4, 5), "9": (3, 4, 7), "*": (2, 5, 7)}


def read(png: bytes) -> str:
    image = Image.open(io.BytesIO(png)).convert("L")
    row = [image.getpixel((x, image.height // 2)) for x in range(image.width)]
    elements = [len(list(group)) for _, group in groupby(row)]
    narrow = min(elements)
    signs = [elements[start : start + 9] for start in range(0, len(elements), 10)]
    wide = [tuple(place for place, size in enumerate(sign, 1) if size > narrow) for sign in signs]
    return "".join(next(sign for sign, places in WIDE.items() if places == each) for each in wide)


def test_the_bars_say_the_number() -> None:
    png, (width, height) = barcode("*1901520*")
    assert read(png) == "*1901520*"
    assert height == 12
    assert 60 < width < 130


def test_the_foot_of_the_first_page_has_it(run, tiny) -> None:
    masthead = "masthead: {organ: ecosoc, job_numbers: {en: V.19-01520}}"
    path = tiny.root / "inputs/tiny/report.yaml"
    path.write_text(path.read_text("utf-8").replace("masthead: {organ: ecosoc}", masthead), "utf-8")
    assert run("build", "tiny", "-q", "-t", "docx").exit_code == 0
    with ZipFile(tiny.root / "outputs/tiny/tiny.en.docx") as file:
        foot = file.read("word/footer-first.xml").decode()
        pictures = [file.read(name) for name in file.namelist() if name.startswith("word/media/footer-first")]
    assert 'descr="*1901520*"' in foot
    assert barcode("*1901520*")[0] in pictures
