"""What a file and the report that it became say, line by line, each number before its text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportgen import pipeline
from reportgen.pipeline.adopt import Adoption
from reportgen.readers import read
from reportgen.tree.line import Line
from reportgen.workspace import Workspace


def printed_again(workspace: Workspace, adoption: Adoption, path: Path, tag: str = "") -> list[Line]:
    """The lines of the Word file that the adopted report builds, written to a path and read back."""
    planned = workspace.with_planned(adoption.files)
    report = pipeline.load(planned, adoption.slug)
    path.write_bytes(pipeline.write(pipeline.build(planned, report, tag or report.language), "docx"))
    return read(path)


def said(lines: Iterable[Line]) -> list[str]:
    """What lines say: number and text, with single blanks; lines that say nothing are left out."""
    texts = (" ".join(f"{line.label} {line.text}".split()) for line in lines if line.kind != "alternative")
    return [text for text in texts if text]
