"""Zip files of other libraries with nothing of the clock in them: the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(?=<)")
_DAY = rb"\g<1>1980-01-01T00:00:00Z"


def fixed_archive(data: bytes, packed: bool = False) -> bytes:
    """The file with its members in their order, stored as writers.docx does, and one day for every date of its own.

    Those of a `packed` one are deflated: versions of zlib may write that otherwise, but it goes by e-mail.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            content = before.read(name)
            archive.writestr(entry, _DATES.sub(_DAY, content) if name == "docProps/core.xml" else content)
    return stream.getvalue()
