"""Files that are remembered: the report is the one that reading everything gives, and what is unchanged is not read."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from reportgen.errors import ReportgenError
from reportgen.inputs import by_file, load
from reportgen.inputs.by_file import RememberedModels
from reportgen.model.report import Report, wordings
from reportgen.model.written import Written
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[2]


def told(value: Any) -> Any:
    """A model with all that it holds, and where it stands."""
    if isinstance(value, Written):
        places = {key: str(origin.position) for key, origin in value.origins.items()}
        return type(value), {name: told(getattr(value, name)) for name in type(value).model_fields}, places
    if isinstance(value, tuple | list):
        return [told(each) for each in value]
    return {key: told(each) for key, each in value.items()} if isinstance(value, dict) else value


def loaded(workspace: Workspace, slug: str, known: RememberedModels | None) -> Any:
    """What a report holds, or what is wrong with it."""
    try:
        report = load(workspace, slug, known)
    except ReportgenError as error:
        return str(error)
    places = [(name, str(wording.position()), str(wording.position(3))) for name, wording, _ in wordings(report)]
    return told(report), places, report.slug, report.workspace


@pytest.fixture
def validations(monkeypatch: pytest.MonkeyPatch) -> list[type]:
    """The models that files are validated as."""
    found: list[type] = []
    validated = by_file.validated
    monkeypatch.setattr(
        by_file, "validated", lambda kind, data, terms: found.append(kind) or validated(kind, data, terms)
    )
    return found


@pytest.mark.parametrize("source", [ROOT, ROOT / "tests/cases/every-block"])
def test_the_report_is_the_same(source: Path, tmp_path: Path, validations: list[type]) -> None:
    copytree(source / "inputs", tmp_path / "inputs")
    workspace, known = Workspace.at(tmp_path), RememberedModels()
    slug = workspace.reports()[0]
    assert loaded(workspace, slug, known) == loaded(workspace, slug, None)
    files = len(validations)
    assert files == len(list((tmp_path / "inputs" / slug).rglob("*.yaml")))
    assert loaded(Workspace.at(tmp_path), slug, known) == loaded(workspace, slug, None)
    assert len(validations) == files


def test_a_report_that_is_loaded_again_has_its_own_workspace_and_pictures(tiny) -> None:
    known = RememberedModels()
    first, second = load(tiny.workspace, "tiny", known), load(tiny.workspace, "tiny", known)
    assert first.pictures is not second.pictures
    assert first.workspace is not second.workspace
    assert first.sections[0] is second.sections[0]


Change = Callable[[str, random.Random], str]
CHANGES: list[Change] = [
    lambda text, chance: text.replace("the", chance.choice(["a", "one"]), 1),
    lambda text, _: text + "\n",
    lambda text, _: "# a comment\n" + text,
    lambda text, chance: text.replace("id: ", "id: x", 1) if chance.random() < 0.3 else text,
    lambda text, chance: text[: chance.randrange(len(text))] if chance.random() < 0.3 else text,
    lambda text, _: text.replace("count:", "cuont:", 1),
    lambda text, _: text.replace("  - ", "  -  ", 1),
]


@pytest.mark.parametrize("seed", range(6))
def test_random_changes(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    copytree(ROOT / "tests/cases/every-block/inputs", tmp_path / "inputs")
    [slug] = Workspace.at(tmp_path).reports()
    files = sorted(path for path in tmp_path.rglob("*.*") if path.suffix in (".yaml", ".csv"))
    before = {path: path.read_text("utf-8") for path in files}
    known = RememberedModels()
    for _ in range(12):
        path = chance.choice(files)
        text = path.read_text("utf-8")
        path.write_text(before[path] if chance.random() < 0.4 else chance.choice(CHANGES)(text, chance), "utf-8")
        workspace = Workspace.at(tmp_path)
        assert loaded(workspace, slug, known) == loaded(workspace, slug, None)


def test_files_that_are_named_no_more_are_forgotten(tiny) -> None:
    known = RememberedModels()
    load(tiny.workspace, "tiny", known)
    tiny.report((tiny.root / "inputs/tiny/report.yaml").read_text().replace("[first]", "[second]"))
    tiny.section("id: second\nheading: Another\nparagraphs: [{id: a, text: Words.}]\n", "second")
    assert isinstance(load(tiny.workspace, "tiny", known), Report)
    assert {key[1] for key in known._now} == {"inputs/tiny/report.yaml", "inputs/tiny/sections/second.yaml"}
