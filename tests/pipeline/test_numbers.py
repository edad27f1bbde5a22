"""Reports, ledgers and files brought together: the real report in every language."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import combinations
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.comparison.files import Comparison, compare_lines
from reportgen.errors import InputError
from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built, WrittenLedgerFile
from reportgen.workspace import Workspace

WORKSPACE = Workspace.at(Path(__file__).parents[1])
REPORT = pipeline.load(WORKSPACE, "e-cn.15-2019-9")
LANGUAGES = pipeline.report_languages(WORKSPACE, REPORT)
DROPPED = "expert-meetings"


@pytest.fixture(scope="module")
def built() -> Built:
    return Built(WORKSPACE, REPORT)


@pytest.fixture(scope="module")
def files(built: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """For each language: the Word file, one without bookmarks, one that lacks a paragraph too, and the Markdown."""
    folder = tmp_path_factory.mktemp("files")
    found = {}
    for tag in LANGUAGES:
        data = pipeline.write(built[tag], "docx")
        kinds = {
            "docx": data,
            "bare": changed(data),
            "short": changed(data, DROPPED),
            "md": pipeline.write(built[tag], "md"),
        }
        for number, (kind, each) in enumerate(kinds.items()):
            found[tag, kind] = folder / f"{LANGUAGES.index(tag)}-{number}.{'md' if kind == 'md' else 'docx'}"
            found[tag, kind].write_bytes(each)
    return found


def changed(data: bytes, dropped: str = "") -> bytes:
    """A Word file without bookmarks, and without one paragraph."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                mark = f'w:name="{dropped.replace("-", "_")}"'
                paragraphs = re.split("(?<=</w:p>)", part.decode())
                text = "".join(each for each in paragraphs if not dropped or mark not in each)
                part = re.sub("<w:bookmark(Start|End)[^>]*/>", "", text).encode()
            copy.writestr(name, part)
    return target.getvalue()


def changes(comparison: Comparison) -> set[tuple[str, str]]:
    return {(each.id, each.change) for each in comparison.differences if each.change not in ("unchanged", "renumbered")}


@pytest.mark.parametrize("kind", ["docx", "md"])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_file_is_compared_with_the_report_in_its_language(built: Built, files, tag: str, kind: str) -> None:
    found = numbers.compare_file(built, files[tag, kind])
    assert found.old == f"e-cn.15-2019-9 ({tag})"
    assert {each.change for each in found.differences} == {"unchanged"}
    assert not found.numbers_differ()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_without_bookmarks_all_are_recognised_by_text(built: Built, files, tag: str) -> None:
    found = numbers.compare_file(built, files[tag, "bare"], tag)
    assert changes(found) == set()
    assert set(found.recognised()) == {"text"}
    assert changes(numbers.compare_file(built, files[tag, "short"], tag)) == {(DROPPED, "deleted")}


@pytest.mark.parametrize(("one", "other"), list(combinations(LANGUAGES, 2)))
def test_two_files_in_two_languages(built: Built, files, one: str, other: str) -> None:
    assert changes(numbers.compare_sources(WORKSPACE, files[one, "docx"], files[other, "md"])) == set()
    bare, short = (numbers.lines_of_file(WORKSPACE, files[other, kind]) for kind in ("bare", "short"))
    first = numbers.lines_of_file(WORKSPACE, files[one, "bare"])
    assert changes(compare_lines(first, bare)) == set()
    [deleted] = [
        each for each in compare_lines(first, short).differences if each.change not in ("unchanged", "renumbered")
    ]
    assert (deleted.change, deleted.old) == ("deleted", (8,))


def test_a_language_may_be_said(built: Built, files) -> None:
    found = numbers.compare_file(built, files["en", "docx"], "zh")
    assert found.old == "e-cn.15-2019-9 (zh)"
    assert changes(found) == set()


def test_the_language_is_taken_from_the_name_where_the_text_is_of_it(built: Built, files, tmp_path: Path) -> None:
    for name in ("copy.en.docx", "copy.zh.docx"):
        path = tmp_path / name
        path.write_bytes(files["en", "docx"].read_bytes())
        assert numbers.compare_file(built, path).old == "e-cn.15-2019-9 (en)"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_ledger_against_a_file(built: Built, files, tag: str) -> None:
    ledger = numbers.freeze(built, LANGUAGES).after
    found = numbers.compare_sources(WORKSPACE, ledger, files[tag, "short"])
    assert changes(found) == {(DROPPED, "deleted")}
    assert changes(numbers.compare_sources(WORKSPACE, ledger, files[tag, "docx"])) == set()


def test_a_ledger_against_a_report(built: Built) -> None:
    ledger = numbers.freeze(built, ["zh"]).after
    assert changes(numbers.compare_sources(WORKSPACE, ledger, WrittenLedgerFile(built))) == set()
    assert changes(numbers.compare_sources(WORKSPACE, WrittenLedgerFile(built, "en"), ledger)) == set()


def test_nothing_is_written_where_nothing_changed(built: Built) -> None:
    change = numbers.freeze(built, ["en"])
    assert list(change.file()) == [WORKSPACE.root / "inputs/e-cn.15-2019-9/numbering.yaml"]
    assert numbers.LedgerChange(change.path, change.after, change.after).file() == {}


@pytest.mark.parametrize(
    ("limit", "most", "said"),
    [
        ("_MOST_LINES", 2, "the file has 3 paragraphs, cells and notes; at most 2 are compared"),
        ("_MOST_TEXT", 11, "the file has 16 characters; at most 11 are compared"),
    ],
)
def test_files_that_cost_too_much_to_compare_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int, said: str
) -> None:
    path = tmp_path / "long.md"
    path.write_text("First.\n\nNext.\n\nLast.\n")
    monkeypatch.setattr(numbers, limit, most)
    with pytest.raises(InputError) as raised:
        numbers.lines_of_file(WORKSPACE, path)
    assert (raised.value.message, raised.value.hint) == (said, "compare its parts, each as a file of its own")
