"""What tests share: a workspace with one tiny report, and the option that rewrites recorded outputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from textwrap import dedent

import pytest
from hypothesis import settings

from reportgen import language as languages
from reportgen import pipeline
from reportgen.assemble.document import looks_of
from reportgen.errors import ReportgenError
from reportgen.language import Language
from reportgen.model.report import Report
from reportgen.tree.inlines import Text
from reportgen.tree.nodes import Block, Document, Masthead, Note
from reportgen.workspace import Workspace

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
        with pytest.raises(ReportgenError) as caught:
            self.build(tag) if tag else self.load()
        return str(caught.value)

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
def document_of() -> Callable[..., Document]:
    """A function: the document of a language with these blocks and notes, under a short masthead, nothing settled."""
    return _document


def _document(language: Language, *blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    masthead = Masthead(
        united_nations="United Nations",
        organ="Council",
        information=("Distr.: General",),
        body="",
        session="",
        place_and_dates="",
        agenda_item=(),
        agenda_title=(),
        title=(Text("A title"),),
        author=(Text("Report"),),
        job_number="",
    )
    looks = looks_of(language, "vienna")
    return Document("A/99/1", "tiny", language.tag, language.conventions.direction, masthead, blocks, looks, notes)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="Rewrite recorded outputs with what is printed now.")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether recorded outputs are to be rewritten."""
    return bool(request.config.getoption("--accept"))
