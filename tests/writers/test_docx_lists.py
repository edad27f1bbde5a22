"""Numbers that Word would count otherwise, "41 bis" and those behind a gap: readers of the file see them all."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import docx_scalpel
import openxml_audit
import pytest

from reportgen import language as languages
from reportgen.passes.number import number_blocks
from reportgen.readers import read
from reportgen.tree.inlines import Text
from reportgen.tree.line import Line, lines
from reportgen.tree.nodes import Document, Heading, Paragraph, Subparagraph
from reportgen.workspace import Workspace
from reportgen.writers import docx, markdown

WORKSPACE = Workspace.at()
STEPS = {
    "h-bis": "1 bis", "b": "1 bis", "c": "1 ter", "d": 2, "d-bis": "1 bis", "e": 5, "f-bis": "5 bis", "g": 6, "g-c": 3,
    "k": 9,
}  # fmt: skip


def text(name: str) -> tuple[Text, ...]:
    return (Text(f"Text of {name} that goes on for a while."),)


def blocks() -> list[Heading | Paragraph | Subparagraph]:
    rows = [
        ("h", 0), ("a", 1), ("a-a", 2), ("a-b", 2), ("b", 1), ("b-a", 2), ("b-b", 2), ("c", 1), ("d", 1), ("d-a", 2),
        ("d-bis", 2), ("d-bis-i", 3), ("d-b", 2), ("h-bis", 0), ("h-bis-a", -1), ("e", 1), ("f-bis", 1), ("x", -1),
        ("g", 1), ("g-a", 2), ("g-c", 2), ("i", 0), ("i-a", -1), ("k", 1),
    ]  # fmt: skip
    found: list[Heading | Paragraph | Subparagraph] = []
    for name, level in rows:
        if level < 1:
            found.append(Heading(name, 1 - level, text(name)))
        else:
            found.append(Paragraph(name, text(name)) if level == 1 else Subparagraph(name, level - 1, text(name)))
    return found


@pytest.fixture(params=["en", "ar"])
def decided(request: pytest.FixtureRequest, document_of: Callable[..., Document]) -> Document:
    """A document in which the ledger decided some numbers."""
    language = languages.load(WORKSPACE, request.param)
    steps = {**STEPS, "x": "1 bis"}
    return number_blocks(document_of(language, *blocks()), language, steps)


@pytest.fixture
def file(decided: Document, tmp_path: Path) -> Path:
    path = tmp_path / f"decided.{decided.language}.docx"
    path.write_bytes(docx.write(decided))
    return path


def numbered(found: list[Line]) -> list[Line]:
    return [line for line in found if line.path]


def test_decided_numbers(decided: Document) -> None:
    paths = [".".join(map(str, line.path)) for line in lines(decided)]
    assert paths == [
        "1", "1", "1.1", "1.2", "1 bis", "1 bis.1", "1 bis.2", "1 ter", "2", "2.1", "2.1 bis", "2.1 bis.1", "2.2",
        "1 bis", "1 bis.1", "5", "5 bis", "1 bis.1 bis", "6", "6.1", "6.3", "2", "2.1", "9",
    ]  # fmt: skip


def test_the_reader_sees_them_in_word(decided: Document, file: Path) -> None:
    assert numbered(read(file)) == list(lines(decided))


def test_the_reader_sees_them_in_markdown(decided: Document, tmp_path: Path) -> None:
    path = tmp_path / "decided.md"
    path.write_bytes(markdown.write(decided))
    assert numbered(read(path)) == list(lines(decided))


def test_what_no_list_decides_needs_no_list_of_its_own(document_of: Callable[..., Document]) -> None:
    language = languages.load(WORKSPACE, "en")
    plain = number_blocks(document_of(language, *blocks()), language)
    data = docx.write(plain)
    assert data == docx.write(number_blocks(document_of(language, *blocks()), language, {}))
    assert b"lvlOverride" not in data


def test_libreoffice_shows_them(decided: Document, file: Path, tmp_path: Path) -> None:
    soffice = which("soffice")
    if soffice is None:
        pytest.skip("libreoffice-writer is not installed")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=120)
    shown = re.findall(r"^\s*(.*?) Text of", file.with_suffix(".txt").read_text("utf-8-sig"), re.MULTILINE)
    wanted = [line.label.strip() for line in lines(decided)]
    # LibreOffice writes the bare letter alif for the first of the abjad
    assert [label.replace("ا)", "أ)").rstrip("\u00a0") for label in shown] == wanted


def test_docxodus_shows_them(decided: Document, file: Path) -> None:
    if decided.language != "en":
        pytest.skip("docx-scalpel writes Arabic letters otherwise")
    rows = re.findall("<p[ >].*?</p>", docx_scalpel.convert_docx_to_html(file.read_bytes()), re.DOTALL)
    rows += re.findall("<h[1-6][ >].*?</h[1-6]>", docx_scalpel.convert_docx_to_html(file.read_bytes()), re.DOTALL)
    texts = [" ".join(re.sub("<[^>]+>", "", row).split()) for row in rows]
    labels = [text.partition("Text of")[0].strip() for text in texts if "Text of" in text]
    assert sorted(labels) == sorted(line.label for line in lines(decided))


def test_the_open_xml_sdk_has_no_finding(file: Path, sdk_validator: Path) -> None:
    done = subprocess.run([sdk_validator, file], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []


def test_openxml_audit_has_no_finding(file: Path) -> None:
    assert openxml_audit.OpenXmlValidator().validate(file).errors == []


def test_no_fault_that_validators_do_not_see(file: Path, faults: Callable[[bytes], list[str]]) -> None:
    assert faults(file.read_bytes()) == []
