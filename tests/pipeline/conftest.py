"""PDF files for the tests of the order of steps: as LibreOffice lays them out, each made once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.pipeline.pdf import to_pdf
from reportgen.tree.nodes import Document
from reportgen.workspace import Workspace

WORKSPACES = {
    "every-block": Workspace(Path(__file__).parents[1] / "cases" / "every-block", Workspace.at().installed),
    "e-cn.15-2019-9": Workspace.at(),
}


@cache
def built(slug: str, tag: str) -> Document:
    """A report of the tests in a language."""
    workspace = WORKSPACES[slug]
    return pipeline.build(workspace, pipeline.load(workspace, slug), tag)


@pytest.fixture(scope="session")
def pdf_of() -> Callable[[str, str], tuple[Document, bytes]]:
    """A function: a report of the tests in a language, and its PDF file."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not on this machine: the Debian package libreoffice-writer has it")

    @cache
    def made(slug: str, tag: str) -> tuple[Document, bytes]:
        return built(slug, tag), to_pdf(built(slug, tag))

    return made
