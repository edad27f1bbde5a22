"""What a file that came back is: `kind_of_file(path)`, from one reading of it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from reportgen.pipeline.forms.received import is_form
from reportgen.translation.bilingual_file import is_bilingual
from reportgen.word.package import LARGEST_FILE
from reportgen.workspace import read_beginning, read_file

FileKind = Literal["form", "translation", "document"]

OF_TRANSLATORS = (".xlf", ".xliff", ".po", ".pot", ".xlsx", ".xlsm")
_PACKED = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rt")
"""How the files begin that may be forms: Word and OpenDocument, files of old Word, RTF."""


def kind_of_file(path: Path) -> FileKind:
    """A form of a field office, a file of translators, or a document; an `InputError` where it cannot be read.

    Of a Word file its contents tell, of others that are no form their ending.
    """
    shown, ending = str(path), path.suffix.casefold()
    by_ending: FileKind = "translation" if ending in OF_TRANSLATORS else "document"
    if not read_beginning(path, shown, 4).startswith(_PACKED):
        return by_ending
    data = read_file(path, shown, LARGEST_FILE)
    if is_form(data, shown):
        return "form"
    # What is no Word file at all is told by the reader of documents.
    if ending == ".docx" and data.startswith(b"PK"):
        return "translation" if is_bilingual(data, shown) else "document"
    return by_ending
