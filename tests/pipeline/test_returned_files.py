"""What came back is told by its contents, and no file is read more often than once for it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reportgen import pipeline, workspace
from reportgen.pipeline.forms.asked import FormMaker, written_form
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.other_formats import read_any
from reportgen.pipeline.returned_files import kind_of_file
from reportgen.pipeline.translators.exported import exported_job
from reportgen.translation.formats import JOB_FORMATS
from reportgen.tree.nodes import Document
from reportgen.workspace import Workspace
from reportgen.writers import written_bytes


@pytest.fixture(scope="module")
def built() -> Built:
    own = Workspace.at()
    return Built(own, pipeline.load(own, "e-cn.15-2019-9"))


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file was read whole, by its name."""
    found: Counter[str] = Counter()
    read = workspace._read

    def counted(path: Path, *rest: object) -> bytes:
        found[path.name] += 1
        return read(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(workspace, "_read", counted)
    return found


def test_the_kind_is_told_from_one_reading(
    built: Built, real_documents: dict[str, Document], tmp_path: Path, times: Counter[str]
) -> None:
    form = FormMaker(built).form("middle-east", "en", "Cairo")
    job = exported_job(built, "fr", every=True)
    files = {
        "form.docx": ("form", written_form(built, form, "docx")),
        "form.xlsx": ("form", written_form(built, form, "xlsx")),
        "job.docx": ("translation", JOB_FORMATS["docx"].write(job)),
        "job.xlf": ("translation", JOB_FORMATS["xliff"].write(job)),
        "report.docx": ("document", written_bytes(real_documents["en"], "docx")),
        "report.md": ("document", written_bytes(real_documents["en"], "md")),
    }
    for name, (kind, data) in files.items():
        (tmp_path / name).write_bytes(data)
        times.clear()
        assert kind_of_file(tmp_path / name) == kind, name
        assert times[name] <= 1, name


def test_a_word_file_is_read_once(real_documents: dict[str, Document], tmp_path: Path, times: Counter[str]) -> None:
    (tmp_path / "report.docx").write_bytes(written_bytes(real_documents["en"], "docx"))
    assert read_any(tmp_path / "report.docx", "report.docx").blocks
    assert times["report.docx"] == 1
