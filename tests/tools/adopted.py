"""What a file and the report that it became say, line by line, each number before its text."""

from __future__ import annotations

from pathlib import Path

from reportgen import pipeline
from reportgen.adoption.lines import text_with_marks
from reportgen.pipeline.adopting.adopt import Adoption
from reportgen.readers import ReadDocument, read_document
from reportgen.workspace import Workspace


def printed_again(workspace: Workspace, adoption: Adoption, path: Path, tag: str = "") -> ReadDocument:
    """The Word file that the adopted report builds, written to a path and read back."""
    planned = workspace.with_planned(adoption.files)
    report = pipeline.load(planned, adoption.slug)
    path.write_bytes(pipeline.write(pipeline.build(planned, report, tag or report.language), "docx"))
    return read_document(path)


def said(document: ReadDocument) -> list[str]:
    """What lines say: number and text with the marks of notes, single blanks; lines that say nothing are left out."""
    lines = (each for each in (*document.blocks, *document.notes) if each.line.kind != "alternative")
    texts = (" ".join(f"{each.line.label} {text_with_marks(each.content)}".split()) for each in lines)
    return [text for text in texts if text]
