"""The text by python-docx: `python -m tests.bench.peers.python_docx PLAIN OUT`. It has no footnotes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

_NUMBERS = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="99"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
</w:abstractNum>"""


def main(plain: str, out: str) -> None:
    """Write the file."""
    data = json.loads(Path(plain).read_text("utf-8"))
    document = Document()
    add_numbers(document)
    document.add_heading(data["title"], 0)
    for block in data["blocks"]:
        text = "".join(piece if isinstance(piece, str) else f" [{piece['note']}]" for piece in block["text"])
        if block["kind"] == "heading":
            document.add_heading(text, block["level"])
            continue
        paragraph = document.add_paragraph(text)
        if block["kind"] != "plain":
            _number(paragraph, 1 if block["kind"] == "subparagraph" else 0)
    document.save(out)


def add_numbers(document: Any) -> None:
    """Add a list of its own to the numbering of a document, under the number 99."""
    numbering = document.part.numbering_part.element
    # Lists stand before their numbers, as the schema wants it.
    numbering.insert(0, parse_xml(_NUMBERS))
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "99")
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), "99")
    number.append(reference)
    numbering.append(number)


def _number(paragraph: Any, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = 99


if __name__ == "__main__":
    main(*sys.argv[1:])
