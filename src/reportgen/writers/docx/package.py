"""Parts packed into one DOCX file: the same parts give the same bytes on every machine.

They are stored, not compressed: what deflate gives depends on the zlib that Python was built with (zlib-ng, which newer
systems ship, gives other bytes than zlib at every level), and Word, LibreOffice and mail take both.
"""

from __future__ import annotations

import io
import zipfile

from reportgen.word.sent import SENT_PART, SENT_PROPERTIES
from reportgen.writers.docx.xml import HEADER

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "word/comments.xml": f"{_WORD}.comments+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    SENT_PART: "application/xml",
    SENT_PROPERTIES: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_PICTURES = {"jpg": "jpeg", "tif": "tiff", "svg": "svg+xml", "emf": "x-emf", "wmf": "x-wmf"}
# The earliest date that a zip file can hold; the clock would change the bytes of every build.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def package(parts: dict[str, bytes]) -> bytes:
    """The zip file of some parts by name; the list of content types comes first, the rest in order of names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in [("[Content_Types].xml", _content_types(parts)), *sorted(parts.items())]:
            entry = zipfile.ZipInfo(name, _EPOCH)
            # create_system says on which system the file was made (0: MS-DOS); Python would write its own.
            entry.compress_type, entry.create_system = zipfile.ZIP_STORED, 0
            archive.writestr(entry, data)
    return buffer.getvalue()


def _content_types(parts: dict[str, bytes]) -> bytes:
    rows = [
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
    ]
    # Pictures by their ending, and only those that are there: an unused default is noise in a comparison.
    endings = sorted({name.rpartition(".")[2] for name in parts if name.startswith("word/media/")})
    rows += [
        f'<Default Extension="{ending}" ContentType="image/{_PICTURES.get(ending, ending)}"/>' for ending in endings
    ]
    rows += [f'<Override PartName="/{name}" ContentType="{_type(name)}"/>' for name in sorted(parts) if _type(name)]
    namespace = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{HEADER}<Types xmlns="{namespace}">{"".join(rows)}</Types>'.encode()


def _type(name: str) -> str:
    if name.startswith("word/header"):
        return f"{_WORD}.header+xml"
    if name.startswith("word/footer"):
        return f"{_WORD}.footer+xml"
    return _TYPES.get(name, "")
