"""The small report with every kind of block, issued in six languages: the fixture `issued`."""

from __future__ import annotations

import pytest

from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built
from tests.conftest import TinyReport


@pytest.fixture
def issued(every: TinyReport) -> TinyReport:
    """The report in a workspace of its own, with its ledger and what was sent."""
    put(every, numbers.freeze(Built(every.workspace, every.load()), state="issued").files())
    return every


def put(report: TinyReport, files: object) -> None:
    """Write files of the workspace of a report, by their paths."""
    assert isinstance(files, dict)
    for path, data in files.items():
        report.write(path.relative_to(report.root).as_posix(), data)


def change(report: TinyReport, old: str, new: str, name: str = "inputs/tiny/sections/first.yaml") -> None:
    """Exchange a text that stands in a file of the workspace."""
    text = (report.root / name).read_text("utf-8")
    assert old in text
    report.write(name, text.replace(old, new))
