from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import pipeline, writers
from reportgen.cli.build import build
from reportgen.errors import UsageError
from reportgen.tree.nodes import Document

FOLDER = Path(writers.__file__).parent


def test_every_file_and_folder_is_registered_and_nothing_else() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    folders = {path.parent.name for path in FOLDER.glob("*/__init__.py")}
    assert files | folders == set(writers.FORMATS.values())
    assert len(set(writers.FORMATS.values())) == len(writers.FORMATS)


def test_the_command_line_offers_every_format() -> None:
    (option,) = [each for each in build.params if each.name == "formats"]
    assert set(writers.FORMATS) <= set(option.type.choices)


@pytest.mark.parametrize(
    ("name", "ending"), [("docx", "docx"), ("md", "md"), ("json", "json"), ("outline", "outline.txt")]
)
def test_endings_of_files(name: str, ending: str) -> None:
    assert writers.extension(name) == ending


@pytest.mark.parametrize("name", writers.FORMATS)
def test_every_format_writes_the_same_bytes_twice(real_documents: dict[str, Document], name: str) -> None:
    first = pipeline.write(real_documents["zh"], name)
    assert first == pipeline.write(real_documents["zh"], name)
    assert len(first) > 1000


def test_a_format_that_is_not_there(real_documents: dict[str, Document]) -> None:
    with pytest.raises(UsageError) as caught:
        pipeline.write(real_documents["en"], "doc")
    assert str(caught.value) == "there is no format 'doc'\n  hint: did you mean 'docx'?"
    assert caught.value.exit_code == 2
