"""Files as other systems write them, with a byte order mark and other line ends: the same documents come out."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from reportgen import pipeline
from reportgen.errors import ReportgenError
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[1]
CASE = ROOT / "tests/cases/every-block"
READ = (".yaml", ".po", ".csv", ".j2")


def written(root: Path) -> dict[str, bytes]:
    """The documents of the report with every block, in English and Arabic."""
    workspace = Workspace.at(root)
    documents = pipeline.build_all(workspace, pipeline.load(workspace, "every-block"))
    return {tag: pipeline.write(document, "md") for tag, document in documents.items()}


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_the_same_documents_come_out(tmp_path: Path, end: bytes) -> None:
    copytree(CASE, tmp_path, dirs_exist_ok=True)
    for name in ("templates", "locales"):
        for tag in ("en", "ar"):
            copytree(ROOT / name / tag, tmp_path / name / tag, dirs_exist_ok=True)
    before = written(tmp_path)
    for path in tmp_path.rglob("*"):
        if path.suffix in READ:
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", end))
    assert written(tmp_path) == before
    assert sorted(before) == ["ar", "en"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_another_encoding_is_told_with_its_line(tmp_path: Path, encoding: str) -> None:
    copytree(CASE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "inputs/every-block/report.yaml"
    path.write_bytes(path.read_text("utf-8").replace("title:", "title: é #", 1).encode(encoding))
    with pytest.raises(ReportgenError, match=r"report\.yaml:\d+:1: the file is not UTF-8\n  hint: save it as UTF-8"):
        written(tmp_path)
