"""LibreOffice is run so that it does no harm: no network, no macro, an end of its time, nothing left behind."""

from __future__ import annotations

import http.server
import io
import os
import shutil
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.errors import OutputError
from reportgen.pipeline import office
from reportgen.workspace import Workspace

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs the Debian package libreoffice-writer")
needs_sessions = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs the processes of Linux")

LINKED = """\
<w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="99" name="x"/><a:graphic>\
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>\
<pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rIdX"/><a:stretch>\
<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm>\
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
</w:drawing></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">\
 INCLUDEPICTURE "{url}field.png" \\d </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
<w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""
RELATIONSHIP = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
    ' Target="{url}linked.png" TargetMode="External"/></Relationships>'
)


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it was asked for."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", paths
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.external
@needs_office
def test_nothing_that_a_file_links_to_is_fetched(asked: tuple[str, list[str]]) -> None:
    url, paths = asked
    assert office.pdf_of(linking(url)).startswith(b"%PDF")
    assert paths == []


def linking(url: str) -> bytes:
    """The real report with a picture and a field from elsewhere."""
    document = pipeline.build(Workspace.at(), pipeline.load(Workspace.at(), "e-cn.15-2019-9"), "en")
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pipeline.write(document, "docx"))) as source, zipfile.ZipFile(stream, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:body>", b"<w:body>" + LINKED.replace("{url}", url).encode(), 1)
            if name == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", RELATIONSHIP.replace("{url}", url).encode())
            made.writestr(name, data)
    return stream.getvalue()


def test_the_profile_lets_no_macro_run(tmp_path: Path) -> None:
    path = tmp_path / "user" / "settings.xcu"
    office._write_settings(path)
    settings = path.read_text()
    for name, value in {"DisableMacrosExecution": "true", "MacroSecurityLevel": "3", "Link": "0"}.items():
        assert f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value>' in settings


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary folders."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program in the place of LibreOffice."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@needs_sessions
def test_when_its_time_is_over_all_that_it_started_is_ended(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, f"sleep 600 & echo $! > {tmp_path}/child; wait")
    monkeypatch.setattr(office, "OF_OURS", office.OfficeBounds(1, 1 << 30))
    with pytest.raises(OutputError, match="LibreOffice did not finish within 1 seconds"):
        office.pdf_of(b"")
    assert not runs(int((tmp_path / "child").read_text()))
    assert list(temporary.iterdir()) == []


def runs(process: int) -> bool:
    """Whether a process is there and not only waits to be forgotten."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_what_it_says_when_it_writes_nothing(tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "echo first; echo source file could not be loaded >&2")
    with pytest.raises(OutputError) as caught:
        office.pdf_of(b"")
    assert str(caught.value) == "LibreOffice wrote no PDF\n  hint: source file could not be loaded"
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_it_has_a_profile_of_its_own(tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, f'echo "$@" > {tmp_path}/arguments')
    with pytest.raises(OutputError):
        office.pdf_of(b"")
    arguments = (tmp_path / "arguments").read_text().split()
    assert arguments[0].startswith(f"-env:UserInstallation={temporary.as_uri()}/reportgen-")
    assert "--headless" in arguments


@needs_sessions
def test_a_file_of_others_has_sixty_seconds_and_a_gigabyte(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A program that has begun is bound: the script waits until it is.
    stand_in(tmp_path, monkeypatch, f"sleep 0.5; sh -c 'ulimit -d' > {tmp_path}/bound")
    with pytest.raises(OutputError):
        office.word_of(b"", "odt")
    assert (tmp_path / "bound").read_text().split() == [str((1 << 30) // 1024)]
    assert office.OF_OTHERS.seconds == 60


@pytest.mark.external
@needs_office
@needs_sessions
def test_libreoffice_that_needs_more_memory_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "OF_OTHERS", office.OfficeBounds(60, 100 << 20))
    with pytest.raises(OutputError, match="LibreOffice wrote no DOCX"):
        office.word_of(b"{\\rtf1 A text.}", "rtf")
