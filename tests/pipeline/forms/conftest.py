"""The real report in a folder of its own, with forms of one of its sections, made once."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.pipeline.forms.asked import FormMaker, written_form
from reportgen.pipeline.forms.received import ReceivedForms, read_forms
from reportgen.pipeline.numbers import Built
from reportgen.workspace import Workspace
from reportgen.workspace.writing import write_all

ROOT = Path(__file__).parents[3]
SLUG = "e-cn.15-2019-9"


def built(root: Path) -> Built:
    workspace = Workspace.at(root)
    return Built(workspace, pipeline.load(workspace, SLUG))


def form_of(root: Path, tag: str = "en", kind: str = "docx", office: str = "Cairo") -> bytes:
    found = built(root)
    return written_form(found, FormMaker(found).form("middle-east", tag, office), kind)


@pytest.fixture(scope="session")
def forms() -> dict[tuple[str, str], bytes]:
    """The form of a section in Word and as a sheet, in four languages."""
    return {(tag, kind): form_of(ROOT, tag, kind) for tag in ("en", "fr", "ar", "zh") for kind in ("docx", "xlsx")}


@dataclass(frozen=True)
class Desk:
    """The desk of whoever reads forms: a copy of the report, and what comes in."""

    root: Path

    def read(self, *files: bytes, apply: bool = False, suffix: str = ".docx") -> ReceivedForms:
        """Read files that came in, and write what is ready where that is asked for."""
        paths = []
        for number, data in enumerate(files):
            path = self.root / f"form{number}{suffix}"
            path.write_bytes(data)
            paths.append(path)
        found = read_forms(built(self.root), paths)
        if apply:
            write_all(self.root, found.files)
        return found

    def section(self, name: str = "middle-east") -> str:
        """The file of a section as it is now."""
        return (self.root / f"inputs/{SLUG}/sections/{name}.yaml").read_text("utf-8")

    def built(self) -> Built:
        return built(self.root)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    shutil.copytree(ROOT / "inputs" / SLUG, tmp_path / "inputs" / SLUG)
    for path in (ROOT / "locales").glob(f"*/{SLUG}.*"):
        target = tmp_path / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return Desk(tmp_path)
