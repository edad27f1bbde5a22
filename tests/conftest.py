"""What tests share: a workspace with one tiny report, and the option that rewrites recorded outputs."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from textwrap import dedent

import pytest
from hypothesis import settings

from reportgen import language as languages
from reportgen import pipeline
from reportgen.assemble.document import looks_of
from reportgen.catalogue import Translation
from reportgen.catalogue.update import updated_catalogue
from reportgen.errors import ReportgenError, printed_message
from reportgen.language import Language
from reportgen.model.report import Report, wordings
from reportgen.store.program import program_digest
from reportgen.tree.inlines import Text
from reportgen.tree.nodes import Block, Document, Masthead, Note
from reportgen.workspace import Workspace
from tests.tools.pictures import png

pytest_plugins = [
    "tests.tools.book",
    "tests.tools.command_line",
    "tests.tools.word_file",
    "tests.tools.sent_files",
    "tests.tools.came_back",
    "tests.tools.mutations",
    "tests.tools.issued_report",
]

# Commands of tests keep what they work out for one another, and never in the store of whoever runs the tests.
_STORE = tempfile.TemporaryDirectory(prefix="reportgen-tests-")
os.environ["REPORTGEN_CACHE"] = _STORE.name
program_digest()  # now, since nothing is kept for a program that is edited after its process began

settings.register_profile("same on every machine", deadline=None, derandomize=True)
settings.load_profile("same on every machine")

REPORT = """\
symbol: A/99/1
language: en
title: A small report
masthead: {organ: ecosoc}
facts:
  unodc: {entity: unodc}
sections: [first]
"""

SECTION = """\
id: first
heading: The first section
paragraphs:
  - id: opening
    text: The report is small.
"""


@dataclass(frozen=True)
class TinyReport:
    """A workspace in a folder of its own with one report, inputs/tiny; texts lose their common indent."""

    root: Path
    slug: str = "tiny"

    @property
    def workspace(self) -> Workspace:
        return Workspace.at(self.root)

    def write(self, name: str, text: str | bytes) -> Path:
        """Write any file, by its name from the folder."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
        return path

    def report(self, text: str | bytes) -> Path:
        """Write report.yaml."""
        return self.write(f"inputs/{self.slug}/report.yaml", text)

    def section(self, text: str | bytes, name: str = "first") -> Path:
        """Write a file of sections/."""
        return self.write(f"inputs/{self.slug}/sections/{name}.yaml", text)

    def paragraphs(self, text: str) -> Path:
        """Write sections/first.yaml with these paragraphs: the first of their lines is line 4 of the file."""
        body = "".join(f"  {line}\n" if line.strip() else "\n" for line in dedent(text).strip("\n").split("\n"))
        return self.section(f"id: first\nheading: The first section\nparagraphs:\n{body}")

    def catalogue(self, text: str | bytes, tag: str = "zh") -> Path:
        """Write the catalogue of a language."""
        return self.write(f"locales/{tag}/{self.slug}.po", text)

    def load(self) -> Report:
        """Read the report anew."""
        return pipeline.load(self.workspace, self.slug)

    def refusal(self, tag: str = "") -> str:
        """What reading the report says is wrong with it; with a tag, what building it says."""
        try:
            broken = self.build(tag).broken if tag else self.load() and ()
        except ReportgenError as error:
            return str(error)
        assert broken, "nothing is wrong"
        return "\n".join(printed_message(each.message, each.position, each.hint) for each in broken)

    def build(self, tag: str = "en") -> Document:
        """Read the report anew and build it."""
        return pipeline.build(self.workspace, self.load(), tag)


@pytest.fixture
def tiny(tmp_path: Path) -> TinyReport:
    """A report that loads as it is; a test overwrites the file that it is about."""
    report = TinyReport(tmp_path)
    report.report(REPORT)
    report.section(SECTION)
    return report


EVERY_REPORT = """\
symbol: A/99/2
language: en
title: A report with every block
masthead: {organ: ecosoc}
contents: 2
summary: summary
sections: [first]
annexes: [terms, sources]
"""

EVERY_SUMMARY = """\
paragraphs:
  - {id: in-short, text: All that there is.}
"""

EVERY_SECTION = """\
id: first
heading: The first section
paragraphs:
  - id: opening
    text: >
      It is in {{ table('visits') }}, {{ figure('chart') }} and {{ box('advice') }}; see {{ annex('terms') }}.[^seen]
    notes: {seen: "As of today, see {{ para('meaning') }}."}
  - {id: aside, plain: "This has no number, nor has (a)."}
  - {id: motto, quotation: "“All *in* order.”"}
  - id: lands
    list:
      - {text: Africa, list: [{text: North, list: [Coast]}, South]}
      - 2. Asia
  - {id: seas, list: [North Sea, Black Sea]}
  - id: advice
    box: {heading: "Advice[^expert]", paragraphs: ["(a) Count first.", Then write.]}
    source: Own counts.
    notes: {expert: By an expert.}
  - id: visits
    table:
      caption: "Visits | by *year*"
      columns: [{head: Place, share: 2}, "Visits[^all]", {head: Year, numbers: plain}]
      rows: [[Kenya, 1250, 2018], ["1. Peru[^part]", ..., null], [Total, 1300, ""]]
      total: true
    source: "The {{ para('request') }} says so."
    notes: {all: All visits., part: In part.}
  - id: chart
    figure: {file: chart.png, caption: Visits, alternative: "Two [2] bars, *one* higher"}
  - id: request
    recommendation: true
    text: "It is recommended:[^why]"
    subparagraphs: [{id: request-count, text: To *count*;}, {id: request-write, text: To write.}]
    notes: {why: For good reasons.}
"""

EVERY_TERMS = """\
id: terms
heading: Terms
paragraphs:
  - {id: meaning, text: "Words mean what they say, as in {{ para('opening') }}."}
sections:
  - id: nouns
    heading: Nouns
    paragraphs:
      - {id: noun, text: A noun names., subparagraphs: [{id: noun-proper, text: Also a person.}]}
      - {id: nouns-counted, table: {caption: Nouns, columns: [Noun, Number], rows: [[House, 2], [Tree, 3]]}}
  - id: verbs
    heading: Verbs
    paragraphs: [{id: verb, text: A verb does.}]
appendices:
  - {id: letters, heading: Letters, paragraphs: [{id: letter, text: There are some.}]}
  - {id: figures, heading: Figures, paragraphs: [{id: digit, text: There are ten.}]}
"""

EVERY_SOURCES = """\
id: sources
heading: Sources
paragraphs: [{id: source-one, text: "Books.[^book]", notes: {book: Many.}}, {id: source-two, text: People.}]
appendices: [{id: names, heading: Names, paragraphs: [{id: name-one, text: A name.}]}]
"""


@pytest.fixture
def every(tiny: TinyReport) -> TinyReport:
    """A small report with every kind of block, in six languages: its translations are its own words under a word."""
    return write_every(tiny)


@pytest.fixture(scope="session")
def every_documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """The small report with every kind of block in its six languages."""
    report = write_every(TinyReport(tmp_path_factory.mktemp("every")))
    return {tag: report.build(tag) for tag in ("en", "ar", "zh", "fr", "es", "ru")}


def write_every(tiny: TinyReport) -> TinyReport:
    """Write the report with every kind of block and its translations."""
    tiny.report(EVERY_REPORT)
    tiny.section(EVERY_SECTION)
    tiny.section(EVERY_SUMMARY, "summary")
    tiny.write("inputs/tiny/annexes/terms.yaml", EVERY_TERMS)
    tiny.write("inputs/tiny/annexes/sources.yaml", EVERY_SOURCES)
    tiny.write("inputs/tiny/chart.png", png(4, 3))
    report = tiny.load()
    for tag, word in {"fr": "Texte", "es": "Texto", "ru": "Текст", "zh": "案文", "ar": "نص"}.items():
        texts = {name: f"{word} {wording.text}" for name, wording, _ in wordings(report)}
        tiny.catalogue(updated_catalogue(report, tag, Translation("", {}), texts), tag)
    return tiny


@pytest.fixture
def invented(tiny: TinyReport) -> TinyReport:
    """The tiny report with two languages that are none: xx, and xr from right to left (tests/invented)."""
    copytree(Path(__file__).parent / "invented", tiny.root, dirs_exist_ok=True)
    return tiny


@pytest.fixture
def invented_language(invented: TinyReport) -> Language:
    """The invented language xx: genders, cases, four plural categories, joins and prepositions that change."""
    return languages.load(invented.workspace, "xx")


@pytest.fixture(scope="session")
def real_documents() -> dict[str, Document]:
    """The real report in its six languages."""
    return _documents("e-cn.15-2019-9")


@pytest.fixture(scope="session")
def budget_documents() -> dict[str, Document]:
    """The budget report in its six languages: many tables, most of them without a number."""
    return _documents("a-80-590")


def _documents(slug: str) -> dict[str, Document]:
    workspace = Workspace.at()
    return pipeline.build_all(workspace, pipeline.load(workspace, slug))


@pytest.fixture(scope="session")
def document_of() -> Callable[..., Document]:
    """A function: the document of a language with these blocks and notes, under a short masthead, nothing settled."""
    return _document


def _document(language: Language, *blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    masthead = Masthead(
        united_nations="United Nations",
        organ=(Text("Council"),),
        information=((Text("Distr.: General"),),),
        information_language="en",
        body=(),
        session=(),
        place_and_dates=(),
        agenda_item=(),
        agenda_title=(),
        title=(Text("A title"),),
        author=(Text("Report"),),
        job_number="",
    )
    looks = looks_of(language, "vienna")
    return Document("A/99/1", "tiny", language.tag, language.conventions.direction, masthead, blocks, looks, notes)


@pytest.fixture(scope="session")
def npm(request: pytest.FixtureRequest) -> Callable[[str], Path]:
    """A function: the folder in the cache of pytest that holds the npm packages which tests/npm/<name> has locked."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not on this machine: the Debian package npm has it")

    def installed(name: str) -> Path:
        locked = Path(__file__).parent / "npm" / name
        digest = sha256((locked / "package-lock.json").read_bytes()).hexdigest()
        folder = Path(request.config.cache.mkdir("npm")) / f"{name}-{digest[:16]}"
        if not folder.is_dir():
            _install(locked, folder)
        return folder

    return installed


def _install(locked: Path, folder: Path) -> None:
    """Install into a folder that gets its name when it is whole: another worker may be doing the same."""
    waiting = folder.with_name(f"{folder.name}.{os.getpid()}")
    copytree(locked, waiting)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--fetch-retries=1", "--prefix", str(waiting)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(waiting, ignore_errors=True)
        pytest.skip(f"npm cannot install what tests/npm/{locked.name} locks: {done.stderr.strip().splitlines()[:2]}")
    try:
        waiting.rename(folder)
    except OSError:
        shutil.rmtree(waiting)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="Rewrite recorded outputs with what is printed now.")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether recorded outputs are to be rewritten."""
    return bool(request.config.getoption("--accept"))
