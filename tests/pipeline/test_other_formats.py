"""Files of LibreOffice and of old Word are read by way of a Word file, or refused with one line."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.errors import InputError
from reportgen.pipeline import numbers, office, other_formats
from reportgen.pipeline.other_formats import read_any
from reportgen.readers import read_document
from reportgen.tree.nodes import Document
from reportgen.workspace import Workspace

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs the Debian package libreoffice-writer")
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def open_document(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = "application/vnd.oasis.opendocument.text"
        archive.writestr(zipfile.ZipInfo("mimetype"), kind)
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[bytes, str], Path]:
    def save(data: bytes, name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return save


@pytest.fixture(scope="module")
def converted(
    real_documents: dict[str, Document], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Path, Path]]:
    """The real report in French as .odt and .doc files, each with the Word file that it was made of."""
    folder = tmp_path_factory.mktemp("converted")
    word = pipeline.write(real_documents["fr"], "docx")
    (folder / "sent.docx").write_bytes(word)
    found = {}
    for ending, target in (("odt", "odt:writer8"), ("doc", "doc:MS Word 97")):
        path = folder / f"back.{ending}"
        path.write_bytes(office._converted(word, "docx", target, "test", office.OF_OTHERS))
        found[ending] = path, folder / "sent.docx"
    return found


@pytest.mark.external
@needs_office
@pytest.mark.parametrize("ending", ["odt", "doc"])
def test_files_of_other_formats(converted: dict[str, tuple[Path, Path]], ending: str, tmp_path: Path) -> None:
    path, sent = converted[ending]
    found, before = read_any(path, "back"), read_document(sent)
    assert found.identity == before.identity
    assert [each.line for each in found.blocks] == [each.line for each in before.blocks]
    # A name says nothing of what a file holds.
    renamed = tmp_path / "back.docx"
    renamed.write_bytes(path.read_bytes())
    assert read_any(renamed, "back") == found
    workspace = Workspace.at()
    built = numbers.Built(workspace, pipeline.load(workspace, "e-cn.15-2019-9"))
    assert numbers.compare_file(built, path).recognised() == numbers.compare_file(built, sent).recognised()


REFUSED: dict[str, tuple[bytes, str]] = {
    "a .doc file": (OLD_WORD, "LibreOffice is needed to read .doc files and is not on this machine"),
    "an .odt file": (open_document(), "LibreOffice is needed to read .odt files and is not on this machine"),
    "a Word file with a password": (OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "no document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is a file of Word 97 to 2003 (.doc)"),
    "a spreadsheet": (
        open_document().replace(b"opendocument.text", b"opendocument.calc"),
        "this is an OpenDocument file, not Word",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_without_libreoffice(saved: Callable, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    data, said = REFUSED[name]
    with pytest.raises(InputError) as error:
        read_any(saved(data, "back.docx"), "back.docx")
    assert said in error.value.message
    assert error.value.position is not None
    assert error.value.position.file == "back.docx"
    assert error.value.exit_code == 3
    assert "save it" in error.value.hint


def test_what_is_too_large_when_unpacked_is_not_handed_on(saved: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(office, "word_of", lambda *said: asked.append(said))
    monkeypatch.setattr(other_formats, "_LARGEST", 1_000)
    with pytest.raises(InputError, match="more than 1,000 bytes when unpacked"):
        read_any(saved(open_document(content=b" " * 2_000), "back.odt"), "back.odt")
    assert asked == []


@pytest.mark.external
@needs_office
def test_a_damaged_file_is_refused(saved: Callable) -> None:
    with pytest.raises(InputError) as error:
        read_any(saved(open_document(content=b"<broken"), "back"), "back")
    assert error.value.exit_code == 3


@pytest.mark.parametrize("name", ["a.md", "a.docx"])
def test_all_other_files_are_read_as_before(tiny: Any, saved: Callable, name: str) -> None:
    path = saved(pipeline.write(tiny.build(), name.partition(".")[2]), name)
    assert read_any(path, "x") == read_document(path, shown="x")
