"""The four verbs of the public API."""

from __future__ import annotations

import io
import json
import zipfile

import docx
import pytest

import reportgen
from reportgen.errors import UsageError


def test_the_public_names() -> None:
    assert sorted(reportgen.__all__) == [
        "Session",
        "__version__",
        "adopt_many",
        "build",
        "build_many",
        "check",
        "compare_many",
        "edit",
        "load",
        "write",
    ]


def test_from_a_folder_to_bytes(tiny) -> None:
    report = reportgen.load(tiny.root / "inputs" / "tiny")
    document = reportgen.build(report)
    assert (report.symbol, report.slug, document.language) == ("A/99/1", "tiny", "en")
    assert reportgen.write(document, "md").decode().endswith("1\\. The report is small.\n")
    assert json.loads(reportgen.write(document, "json"))["blocks"][1]["text"] == "The report is small."
    assert zipfile.ZipFile(io.BytesIO(reportgen.write(document, "docx"))).testzip() is None


def test_a_folder_as_text(tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny.root)
    assert reportgen.load("inputs/tiny").workspace == tiny.workspace


def test_another_language(tiny) -> None:
    tiny.catalogue('msgctxt "opening"\nmsgid "The report is small."\nmsgstr "报告很短。"\n')
    document = reportgen.build(reportgen.load(tiny.root / "inputs" / "tiny"), language="zh")
    assert reportgen.write(document, "md").decode().endswith("1\\. 报告很短。\n")


def test_editing_by_program(tiny) -> None:
    word = reportgen.edit(tiny.build())
    paragraph = next(each for each in word.paragraphs if each.text == "The report is small.")
    assert paragraph.style.name == "Numbered Paragraph"
    paragraph.insert_paragraph_before("One more.", style="Numbered Paragraph")
    buffer = io.BytesIO()
    word.save(buffer)
    assert zipfile.ZipFile(io.BytesIO(buffer.getvalue())).testzip() is None


def test_the_looks_of_a_word_file(tiny) -> None:
    house = docx.Document()
    house.styles["Heading 1"].font.name = "Arial"
    house.save(str(tiny.root / "house.docx"))
    document = tiny.build()
    for reference in (tiny.root / "house.docx", str(tiny.root / "house.docx")):
        word = docx.Document(io.BytesIO(reportgen.write(document, "docx", reference=reference)))
        assert word.styles["Heading 1"].font.name == "Arial"
    with pytest.raises(UsageError, match=r"^the format 'md' takes no looks from a file\n  hint: one of: docx, pdf$"):
        reportgen.write(document, "md", reference=tiny.root / "house.docx")


def test_checks(tiny) -> None:
    report = tiny.load()
    assert reportgen.check(report) == []
    assert [finding.code for finding in reportgen.check(report, ["zh"])] == ["RG041", "RG041", "RG041"]


def test_a_format_that_is_not_there(tiny) -> None:
    with pytest.raises(UsageError, match=r"^there is no format 'odt'\n"):
        reportgen.write(tiny.build(), "odt")
