"""Files of a report as they were sent out, and what a comparison must say of them when they come back edited."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import docx
import pytest

from reportgen import pipeline
from reportgen.comparison.difference import Difference
from reportgen.comparison.files import Comparison, Lines, compare_lines, lines_of
from reportgen.model.report import Report
from reportgen.pipeline import numbers
from reportgen.tree.nodes import Document
from reportgen.workspace import Workspace
from tests.tools.libreoffice import saved_by_libreoffice


@dataclass(frozen=True)
class Sent:
    """What was sent out in a language, and the report that it was made of."""

    workspace: Workspace
    document: Document
    report: Lines
    files: dict[str, bytes]

    def compared(self, path: Path) -> Comparison:
        """The file against the report."""
        return compare_lines(self.report, numbers.lines_of_file(self.workspace, path))


def sent_out(workspace: Workspace, report: Report, tags: Sequence[str]) -> dict[str, Sent]:
    """The report as Word and Markdown files, by language."""
    return {
        tag: Sent(workspace, each, lines_of(each), {name: pipeline.write(each, name) for name in ("docx", "md")})
        for tag, each in pipeline.build_all(workspace, report, tags).items()
    }


@dataclass
class Told:
    """What the comparison must say: ids by what became of them, its remarks, and how many pieces without ids are new.

    `along` may be said to have moved with others; of `swapped` either one has moved; `astray` are numbers that leave
    their course. `renumbered` holds tables, figures and boxes alone, `citations` parts of what is said of
    cross-references.
    """

    inserted: int = 0
    deleted: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    along: set[str] = field(default_factory=set)
    swapped: set[str] = field(default_factory=set)
    reworded: set[str] = field(default_factory=set)
    astray: dict[str, str] = field(default_factory=dict)
    remarks: set[str] = field(default_factory=set)
    renumbered: dict[str, tuple[int | str, ...]] = field(default_factory=dict)
    citations: tuple[str, ...] = ()


def placed(differences: Sequence[Difference], place: str) -> list[str]:
    """The ids of what was inserted, deleted or moved."""
    return [each.id for each in differences if each.place == place]


def assert_told(comparison: Comparison, told: Told) -> None:
    """What was done is said by id, and of nothing else anything."""
    found = comparison.differences
    assert len(placed(found, "inserted")) == told.inserted
    assert set(placed(found, "deleted")) == told.deleted
    moved = placed(found, "moved")
    if told.swapped:
        assert len(moved) == 1
        assert set(moved) < told.swapped
    else:
        assert set(moved) - told.along == told.moved
    assert {each.id for each in found if each.reworded} == told.reworded
    assert {each.id: each.remark for each in found if each.astray} == told.astray
    assert {each.remark for each in found if each.remark and not each.astray} == told.remarks


def assert_nothing_told(comparison: Comparison) -> None:
    """Every piece is what it was."""
    assert comparison.differences != ()
    assert [each for each in comparison.differences if each.change != "unchanged" or each.astray] == []
    assert comparison.citations == ()
    assert not comparison.numbers_differ()


def saved_by_python_docx(data: bytes, folder: Path, tag: str) -> Path:
    """The file as python-docx writes it anew."""
    path = folder / f"saved.{tag}.docx"
    docx.Document(io.BytesIO(data)).save(str(path))
    return path


def saved_by_office(data: bytes, folder: Path, tag: str) -> Path:
    """The file as LibreOffice writes it anew; the test is left out where there is none."""
    path = folder / f"sent.{tag}.docx"
    path.write_bytes(saved_by_libreoffice(data, "docx", filter_name="MS Word 2007 XML"))
    return path


@pytest.fixture(
    params=[
        pytest.param(saved_by_python_docx, id="python-docx"),
        pytest.param(saved_by_office, id="libreoffice", marks=pytest.mark.external),
    ]
)
def saved_again(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[bytes, str], Path]:
    """A function: a Word file in a language as another program writes it anew."""
    return lambda data, tag: request.param(data, tmp_path, tag)
