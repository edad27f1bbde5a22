"""The parts of a Word file, opened with care: any file may be handed in, and none may cost more than a moment.

Limits are checked before anything is inflated. XML may have no document type, hence no entities, and is never nested
deeper than the parser allows (256).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from reportgen.errors import InputError, Position

LARGEST_FILE = 100_000_000
LARGEST_PART = 40_000_000
LARGEST_MARKUP = 1_500_000
"""Tags and attributes of all parts that are read: a report of 7,600 paragraphs has less than half of this."""

LARGEST_COUNT = 80_000
"""Paragraphs, beginnings and ends of bookmarks, and notes of a story: a report of 7,600 paragraphs has 28,000."""

MOST_PARAGRAPHS = 30_000
MOST_NOTES = 15_000
MOST_CHARACTERS = 7_000_000
"""Of text in all stories: a report of 7,600 paragraphs, and 200 tables of 20 rows, has 5,600,000."""

LONGEST_PARAGRAPH = 40_000
LONGEST_ATTRIBUTE = 65_536
MOST_STYLES = 10_000
"""Word itself keeps 4,079 styles."""

MOST_LISTS = 4_000
"""The most lists of a reference file, since each is copied; Word itself keeps 2,047."""

MOST_LOOKS = 100_000
"""Elements of the styles, lists or fonts of a reference file; the styles of python-docx's template are 9,070."""

MOST_FURNITURE = 20_000
"""Elements of one of its headers or footers."""

_MOST_MEMBERS = 10_000
# The first member of an OpenDocument file says what it is, stored and not compressed (ODF 1.3, part 2, 3.3).
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_RTF = b"{\\rtf"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WIDE = (
    (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"), (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)  # fmt: skip
"""The beginnings of parts in UTF-16 and UTF-32, with and without a byte order mark.

Four bytes come before two, since a UTF-32 mark begins like a UTF-16 one.
"""

_DECLARED = re.compile(r"\s*<\?xml\b[^>]*?(?:encoding\s*=\s*[\"']([^\"'>]*)[\"'][^>]*)?\?>")
_SIMPLE = re.compile(r"utf-?8|us-ascii|ascii|iso-8859-\d+|iso_8859-\d+|latin-?1|windows-125\d|cp125\d", re.IGNORECASE)
"""Encodings in which markup is written in ASCII."""

_LONG_ATTRIBUTE = re.compile(rb"=\s*(?:\"[^\"<]{%d}|'[^'<]{%d})" % (LONGEST_ATTRIBUTE, LONGEST_ATTRIBUTE))
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


@dataclass
class Package:
    """An open Word file; `shown` is its name in messages."""

    archive: zipfile.ZipFile
    shown: str
    classes: etree.ElementClassLookup | None = None
    markup: int = 0
    characters: int = 0

    def main_part(self) -> str:
        """The name of the part with the text."""
        found = self.related("", "officeDocument")
        name = found[0] if found else "word/document.xml"
        if name not in self.archive.NameToInfo:
            # OpenDocument files are zip files too, and this member tells them.
            if "mimetype" in self.archive.NameToInfo:
                raise self.error("this is an OpenDocument file, not Word", "save it as .docx")
            raise self.error(f"the file has no part '{name}'", "it is damaged, or no Word file: save it anew from Word")
        return name

    def related(self, part: str, kind: str) -> list[str]:
        """The names of the parts of a kind (styles, numbering, footnotes …) that a part refers to."""
        folder = posixpath.dirname(part)
        rows = (row for row in self.relationships(part) if row.get("Type", "") == _TYPES + kind)
        return [resolved(folder, row.get("Target", "")) for row in rows]

    def relationships(self, part: str) -> Iterator[etree._Element]:
        """What a part refers to, as it is written."""
        folder, name = posixpath.split(part)
        relationships = posixpath.join(folder, "_rels", f"{name}.rels")
        if relationships in self.archive.NameToInfo:
            yield from self.root(relationships).iter(_RELATIONSHIP)

    def related_root(self, part: str, kind: str) -> etree._Element | None:
        """The root element of the part of a kind, or None where nothing refers to one."""
        names = self.related(part, kind)
        return self.present(names[0]) if names else None

    def present(self, name: str) -> etree._Element:
        """The root element of a part that something refers to; an error where it is missing."""
        self.check_present(name)
        return self.root(name)

    def root(self, name: str) -> etree._Element:
        """The root element of a part, in the transitional namespaces."""
        data = self._checked(name, self.data(name))
        # Strict files (ISO/IEC 29500-1) have other namespaces for the same elements.
        if b"purl.oclc.org" in data:
            for strict, transitional in _STRICT:
                data = data.replace(strict, transitional)
        try:
            root = etree.fromstring(data, _parser(self.classes))
        except etree.XMLSyntaxError as error:
            raise self.error(f"the part '{name}' is not XML: {_reason(error)}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.error(f"the part '{name}' has a document type, as no Word file has")
        return root

    def check_present(self, name: str) -> None:
        """An error where there is no part of this name."""
        if name not in self.archive.NameToInfo:
            raise self.error(f"the part '{name}' is missing", "the file is damaged: save it anew from Word")

    def check_elements(self, root: etree._Element, what: str, most: int) -> None:
        """Raise an `InputError` where a part that will be copied has more elements than any real one."""
        self.check_count(sum(1 for _ in root.iter()), f"elements in its {what}", most)

    def check_count(self, count: int, what: str, most: int | None = None) -> None:
        """An error where there is more of something than any report has."""
        limit = LARGEST_COUNT if most is None else most
        if count > limit:
            raise self.error(f"the file has more than {limit:,} {what}")

    def check_text(self, length: int) -> None:
        """An error where a paragraph of so many characters is too long, or makes the text of the file so."""
        self.characters += length
        self.check_count(self.characters, "characters of text", MOST_CHARACTERS)
        if length > LONGEST_PARAGRAPH:
            raise self.error(f"a paragraph has more than {LONGEST_PARAGRAPH:,} characters")

    def error(self, message: str, hint: str = "save the file anew from Word, or part it") -> InputError:
        """An error about the file."""
        return InputError(message, Position(self.shown), hint)

    def data(self, name: str) -> bytes:
        """The bytes of a part."""
        entry = self.archive.NameToInfo[name]
        # Bit 0 of the general purpose flags: encrypted (APPNOTE.TXT, 4.4.4).
        if entry.flag_bits & 1:
            raise self.error("the file is protected by a password", "save it without one")
        if entry.file_size > LARGEST_PART:
            raise self.error(f"the part '{name}' has {entry.file_size:,} bytes, more than {LARGEST_PART:,}")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.error(f"the part '{name}' is packed in a way that no Word file is")
        try:
            return self.archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            raise self.error(f"the part '{name}' is damaged", "save the file anew from Word") from None

    def _checked(self, name: str, data: bytes) -> bytes:
        """The XML in UTF-8; an error where it has a document type, too much markup or too long an attribute.

        Checked on the bytes, before the parser could spend time or memory on them.
        """
        data = self._in_utf_8(name, data)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise self.error(f"the part '{name}' has a document type, as no Word file has")
        self.markup += data.count(b"<") + data.count(b"=")
        if self.markup > LARGEST_MARKUP:
            raise self.error(f"the file has {self.markup:,} tags and attributes, more than {LARGEST_MARKUP:,}")
        if len(data) > LONGEST_ATTRIBUTE and _LONG_ATTRIBUTE.search(data):
            raise self.error(f"the part '{name}' has an attribute of more than {LONGEST_ATTRIBUTE:,} bytes")
        return data

    def _in_utf_8(self, name: str, data: bytes) -> bytes:
        """The part in UTF-8, so that a document type cannot hide from the search in another encoding."""
        encoding = next((encoding for beginning, encoding in _WIDE if data.startswith(beginning)), "")
        if encoding:
            return _DECLARED.sub("", data.decode(encoding, "replace").removeprefix("\ufeff"), count=1).encode()
        declared = _DECLARED.match(data[:1000].decode("latin-1").removeprefix("\u00ef\u00bb\u00bf"))
        if declared and declared[1] and not _SIMPLE.fullmatch(declared[1]):
            raise self.error(f"the part '{name}' is written in {declared[1][:40]}", "save the file anew from Word")
        return data


def other_format(data: bytes) -> str:
    """The ending of a file that is no Word file and that LibreOffice reads: doc, odt, rtf; empty for all others."""
    if data.startswith(_RTF):
        return "rtf"
    if data[30:].startswith(_OPEN_DOCUMENT):
        return "odt"
    is_old = data.startswith(_OLE) and "WordDocument".encode("utf-16-le") in data
    return "doc" if is_old and "EncryptedPackage".encode("utf-16-le") not in data else ""


def open_package(data: bytes, shown: str, classes: etree.ElementClassLookup | None = None) -> Package:
    """A Word file; an `InputError` with one clear line where it is none.

    `classes` are those of the elements that are read, where a library has some of its own.
    """
    return Package(_archive(data, shown), shown, classes)


def _archive(data: bytes, shown: str) -> zipfile.ZipFile:
    if not data.startswith(b"PK"):
        raise _no_archive(data, shown)
    # `zipfile` makes an object of every member before anything can be checked.
    if _members(data) > _MOST_MEMBERS:
        raise InputError(f"the file has more than {_MOST_MEMBERS:,} parts", Position(shown), "save it anew from Word")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        raise InputError("the file is cut off or damaged", Position(shown), "fetch it or save it anew") from None


def _members(data: bytes) -> int:
    """How many members a zip file has by its own count, read before `zipfile` reads the whole list."""
    at = data.rfind(b"PK\x05\x06", -65_557)
    members = int.from_bytes(data[at + 10 : at + 12], "little") if at >= 0 else 0
    if members < 0xFFFF:
        return members
    wide = data.rfind(b"PK\x06\x06", 0, at)
    return int.from_bytes(data[wide + 32 : wide + 40], "little") if wide >= 0 else members


def _no_archive(data: bytes, shown: str) -> InputError:
    """What is wrong with a file that is no zip file."""
    where, hint = Position(shown), "save it as .docx"
    if not data:
        return InputError("the file is empty", where, "save it anew from Word")
    if data.startswith(_OLE):
        # An encrypted .docx is stored in the container of the old .doc.
        if "EncryptedPackage".encode("utf-16-le") in data:
            return InputError("the file is protected by a password", where, "save it without one")
        return InputError("this is a file of Word 97 to 2003 (.doc)", where, hint)
    if data.startswith(_RTF):
        return InputError("this is an RTF file", where, hint)
    if b"http://schemas.microsoft.com/office/2006/xmlPackage" in data[:4096]:
        return InputError("this is a Word file as one piece of XML", where, hint)
    return InputError("this is not a Word file", where, hint)


def resolved(folder: str, target: str) -> str:
    """The name of a part from where it is referred to."""
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _parser(classes: etree.ElementClassLookup | None) -> etree.XMLParser:
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    parser.set_element_class_lookup(classes)
    return parser


def _reason(error: etree.XMLSyntaxError) -> str:
    message = (error.msg or "").split(", line")[0]
    if "depth" in message.casefold():
        return "it is nested too deep"
    if "too long" in message:
        return "it has too long a text"
    return message[:1].lower() + message[1:]
