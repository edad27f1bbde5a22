"""Word files of a few lines, built from the XML that a test is about."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = " ".join(
    (
        f'xmlns:w="{W}"',
        f'xmlns:r="{R}"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
    )
)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


@dataclass
class WordFile:
    """A Word file in the making: what its parts hold, without their root elements."""

    folder: Path
    parts: dict[str, str] = field(default_factory=dict)

    def write(self, body: str, name: str = "file.docx", strict: bool = False, **parts: str) -> Path:
        """Write the file with this body and these parts: numbering, styles, footnotes, endnotes, settings."""
        path = self.folder / name
        contents = {"styles": NORMAL, **parts}
        if 'w:default="1"' not in contents["styles"]:
            contents["styles"] = NORMAL + contents["styles"]
        files = {
            "[Content_Types].xml": _content_types(contents),
            "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": _relationships({kind: f"{kind}.xml" for kind in contents}),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            **{f"word/{kind}.xml": f"<w:{kind} {NAMESPACES}>{text}</w:{kind}>" for kind, text in contents.items()},
        }
        return self.zip(files if not strict else {part: _strict(text) for part, text in files.items()}, name=path.name)

    def zip(self, files: Mapping[str, str | bytes], name: str = "file.docx") -> Path:
        """Write a zip file of these members."""
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, text in files.items():
                archive.writestr(member, text)
        return path

    def bytes(self, data: bytes, name: str = "file.docx") -> Path:
        """Write any bytes."""
        path = self.folder / name
        path.write_bytes(data)
        return path


def _content_types(parts: Mapping[str, str]) -> str:
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{PARTS}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **{kind: kind for kind in parts}}.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{defaults}{rows}</Types>'


def _relationships(targets: Mapping[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{kind}" Type="{R}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _strict(text: str) -> str:
    """The part in the namespaces of ISO/IEC 29500 Strict."""
    return text.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
        R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )


@pytest.fixture
def word(tmp_path: Path) -> WordFile:
    """Word files in a folder of their own."""
    return WordFile(tmp_path)


@pytest.fixture(scope="session")
def word_in() -> Callable[[Path], WordFile]:
    """Word files in a folder that a test names."""
    return WordFile
