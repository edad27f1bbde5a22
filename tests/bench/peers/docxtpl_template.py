"""The text by docxtpl: `python -m tests.bench.peers.docxtpl_template PLAIN OUT`. It has no footnotes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

from docx import Document
from docxtpl import DocxTemplate

from tests.bench.peers.python_docx import _number, add_numbers


def main(plain: str, out: str) -> None:
    """Write the file."""
    data = json.loads(Path(plain).read_text("utf-8"))
    blocks = [{"kind": _kind(block), "text": _text(block)} for block in data["blocks"]]
    template = DocxTemplate(_template())
    template.render({"title": data["title"], "blocks": blocks}, autoescape=True)
    template.save(out)


def _kind(block: dict[str, Any]) -> str:
    return f"heading{block['level']}" if block["kind"] == "heading" else str(block["kind"])


def _text(block: dict[str, Any]) -> str:
    return "".join(piece if isinstance(piece, str) else f" [{piece['note']}]" for piece in block["text"])


def _template() -> io.BytesIO:
    """A file with a paragraph for each kind of block, in a loop over all blocks."""
    document = Document()
    add_numbers(document)
    document.add_heading("{{ title }}", 0)
    document.add_paragraph("{%p for block in blocks %}")
    kinds = [*(f"heading{level}" for level in range(1, 7)), "paragraph", "subparagraph", "plain"]
    for kind in kinds:
        document.add_paragraph(f"{{%p if block.kind == '{kind}' %}}")
        if kind.startswith("heading"):
            document.add_heading("{{ block.text }}", int(kind[-1]))
        else:
            paragraph = document.add_paragraph("{{ block.text }}")
            if kind != "plain":
                _number(paragraph, 1 if kind == "subparagraph" else 0)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    data = io.BytesIO()
    document.save(data)
    data.seek(0)
    return data


if __name__ == "__main__":
    main(*sys.argv[1:])
