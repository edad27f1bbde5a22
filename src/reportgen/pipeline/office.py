"""LibreOffice as a program that lays out a document: its PDF, tagged, with title, language and bookmarks."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import OutputError

if TYPE_CHECKING:
    from reportgen.tree.nodes import Document
    from reportgen.word.style_sheet import StyleSheet

_SECONDS = 120
_OPTIONS = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "InitialView": 1,
    "DisplayPDFDocumentTitle": True,
}


def laid_out(document: Document, sheet: StyleSheet | None) -> bytes:
    """The pages of a document as PDF; an `OutputError` with the install line where LibreOffice is not there."""
    from reportgen import pipeline

    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        hint = "apt-get install libreoffice-writer, brew install --cask libreoffice, or libreoffice.org"
        raise OutputError("LibreOffice is needed to lay pages out and is not on this machine", hint=hint)
    data = pipeline.write(_with_settled_references(_with_installed_fonts(document)), "docx", sheet)
    with tempfile.TemporaryDirectory(prefix="reportgen-") as folder:
        return _converted(office, data, Path(folder))


def _converted(office: str, data: bytes, folder: Path) -> bytes:
    source = folder / "document.docx"
    source.write_bytes(data)
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        f"pdf:writer_pdf_Export:{_filter_options()}",
        "--outdir",
        str(folder),
        str(source),
    ]
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise OutputError(f"LibreOffice did not finish within {_SECONDS} seconds") from None
    target = source.with_suffix(".pdf")
    if not target.is_file():
        said = (result.stderr or result.stdout).strip().splitlines()
        raise OutputError("LibreOffice wrote no PDF", hint=said[-1] if said else "")
    return target.read_bytes()


def _filter_options() -> str:
    kinds = {bool: "boolean", int: "long"}
    return json.dumps(
        {key: {"type": kinds[type(value)], "value": str(value).lower()} for key, value in _OPTIONS.items()}
    )


def _with_settled_references(document: Document) -> Document:
    """The document with text in place of the fields that LibreOffice would fill in otherwise.

    It takes no more from a number than the full stop at its end, so that it would cite 41 - in Arabic.
    """
    from reportgen.tree.inlines import Content, CrossReference, Inline, NumberReference, Text
    from reportgen.tree.nodes import Heading, Paragraph, Subparagraph
    from reportgen.tree.walk import all_blocks, map_block, map_leaves, map_notes

    listed = (block for block in all_blocks(document) if isinstance(block, Heading | Paragraph | Subparagraph))
    shown = {block.id: block.number.label.rstrip(". ") for block in listed if block.number}

    def settled(content: Content) -> Content:
        return map_leaves(content, inline_settled)

    def inline_settled(inline: Inline) -> Inline:
        match inline:
            case CrossReference():
                return replace(inline, content=tuple(map(part_settled, inline.content)))
            case _:
                return inline

    def part_settled(part: Text | NumberReference) -> Text | NumberReference:
        if isinstance(part, NumberReference) and shown.get(part.target, part.label) != part.label:
            return Text(part.label)
        return part

    blocks = tuple(map_block(block, settled) for block in document.blocks)
    return replace(document, blocks=blocks, notes=map_notes(document.notes, settled))


def _with_installed_fonts(document: Document) -> Document:
    """The document with free fonts in place of those that this machine has not."""
    fonts = tuple((script, _installed(name)) for script, name in document.looks.fonts)
    return replace(document, looks=replace(document.looks, fonts=fonts))


def _installed(font: str) -> str:
    from reportgen.tree.looks import FALLBACKS

    matcher = shutil.which("fc-match")
    if matcher is None:
        return font
    found = subprocess.run([matcher, "-f", "%{family}", font], capture_output=True, text=True, check=False).stdout
    return font if font in found else FALLBACKS.get(font, font)
