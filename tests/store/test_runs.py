"""A build that has nothing to do: it prints what it printed, and imports and reads little."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.cli import replay
from reportgen.store import digest_of_bytes
from reportgen.workspace.witness import Witness

PROGRAM = """
import json, sys
read = []
sys.addaudithook(lambda name, values: read.append(str(values[0])) if name == "open" else None)
from reportgen.cli import main
try:
    main(sys.argv[2:])
finally:
    with open(sys.argv[1], "w") as file:
        json.dump({"modules": sorted(sys.modules), "read": read}, file)
"""
HEAVY = {"click", "docx", "lxml", "jinja2", "pydantic", "babel", "yaml", "typing", "dataclasses", "pathlib", "hashlib"}


class Run:
    """A command in a process of its own: what it printed, imported and read."""

    def __init__(self, root: Path, arguments: tuple[str, ...]) -> None:
        told = root.parent / "told.json"
        # isolated from .pth files, which import much in the environment of tests
        command = [sys.executable, "-S", "-c", PROGRAM, str(told), *arguments]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=_environment())
        self.outcome = (done.returncode, done.stdout, done.stderr)
        found = json.loads(told.read_text())
        self.modules, self.read = set(found["modules"]), found["read"]

    @property
    def replayed(self) -> bool:
        return not self.modules & HEAVY


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture
def build(tiny, translate) -> Callable[..., Run]:
    """Build the tiny report, in English and Chinese."""
    translate()
    return lambda *arguments: Run(tiny.root, ("build", *arguments))


def outputs(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "outputs/tiny").iterdir())}


def test_nothing_changed(build, tiny) -> None:
    first = build()
    made = outputs(tiny.root)
    times = [path.stat().st_mtime_ns for path in (tiny.root / "outputs/tiny").iterdir()]
    second = build()
    assert not first.replayed
    assert second.replayed
    assert second.outcome == first.outcome
    assert outputs(tiny.root) == made
    assert [path.stat().st_mtime_ns for path in (tiny.root / "outputs/tiny").iterdir()] == times


def test_it_opens_no_lexicon(build) -> None:
    first, second = build(), build()
    assert any("/locales/en/lexicon/" in name for name in first.read)
    assert not any("/locales/en/lexicon/" in name for name in second.read)


def test_a_changed_paragraph_imports_nothing_for_templates_and_edits(build, tiny) -> None:
    first = build()
    tiny.paragraphs("- id: opening\n  text: The report is smaller.")
    second = build()
    rare = {"jinja2", "babel", "segno", "lxml", "docx", "reportgen.located.splice"}
    assert not second.replayed
    assert first.modules >= {"jinja2", "babel", "segno"}
    assert not second.modules & rare


def test_no_model_is_built_before_something_is_validated() -> None:
    program = """
import reportgen.pipeline.orders, reportgen.checks
from pydantic import BaseModel, RootModel
waiting, built = [BaseModel], []
while waiting:
    model = waiting.pop()
    waiting += model.__subclasses__()
    if model.__module__.startswith("reportgen.") and model.model_fields and model.__pydantic_complete__:
        built.append(model.__name__)
print(sorted(built))
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=_environment())
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "change",
    [
        lambda tiny: tiny.paragraphs("- id: opening\n  text: The report is smaller."),
        lambda tiny: tiny.write("locales/en/conventions.yaml", _conventions(tiny)),
        lambda tiny: tiny.write("locales/en/lexicon/entities.yaml", "ecosoc: {name: The Council}\n"),
        lambda tiny: tiny.write("templates/en/standing.j2", b"{% block summary %}Outline{% endblock %}"),
        lambda tiny: tiny.write("inputs/tiny/numbering.yaml", "format: 1\n"),
        lambda tiny: tiny.write("inputs/tiny/sections/second.yaml", "id: second\n"),
        lambda tiny: tiny.write("inputs/another/report.yaml", "symbol: A/99/2\n"),
        lambda tiny: tiny.write("locales/fr/tiny.po", ""),
        lambda tiny: (tiny.root / "locales/zh/tiny.po").unlink(),
        lambda tiny: (tiny.root / "outputs/tiny/tiny.en.docx").unlink(),
        lambda tiny: (tiny.root / "outputs/tiny/tiny.zh.md").write_text("changed by hand"),
        lambda tiny: tiny.write(".reportgen-prepared", "{}"),
    ],
)
def test_what_changed_is_seen(build, tiny, change: Callable[..., object]) -> None:
    build()
    assert build().replayed
    change(tiny)
    assert not build().replayed


def _conventions(tiny) -> bytes:
    return (tiny.workspace.installed / "locales/en/conventions.yaml").read_bytes() + b"# changed\n"


def test_other_arguments_are_another_run(build, tiny) -> None:
    build()
    assert not build("-q").replayed
    assert build("-q").replayed
    assert build("-q").outcome == (0, "", build().outcome[2])
    assert not build("-l", "en").replayed


def test_another_folder_is_written_all_the_same(build, tiny) -> None:
    build("-o", "elsewhere")
    assert build("-o", "elsewhere").replayed
    shutil.rmtree(tiny.root / "elsewhere")
    assert not build("-o", "elsewhere").replayed
    assert (tiny.root / "elsewhere/tiny.en.docx").exists()


def test_findings_and_the_exit_code_are_the_same(build, tiny) -> None:
    tiny.paragraphs("- id: opening\n  text: The report has 3 parts.")
    first = build()
    assert first.outcome[0] == 1
    assert "RG051" in first.outcome[2]
    assert build().replayed
    assert build().outcome == first.outcome


def test_a_run_that_stops_is_done_again(build, tiny) -> None:
    tiny.paragraphs("- id: opening\n  text: The {{ unknown }} report.")
    first, second = build(), build()
    assert first.outcome[0] == 4
    assert second.outcome == first.outcome
    assert not second.replayed


def test_the_folder_of_the_store_may_be_deleted(build, tiny, store: Path) -> None:
    first = build()
    assert build().replayed
    shutil.rmtree(store)
    assert build().outcome == first.outcome
    assert build().replayed


def test_nothing_is_replayed_where_the_store_is_off(build, monkeypatch: pytest.MonkeyPatch, store: Path) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", "off")
    build()
    assert not build().replayed
    assert not store.exists()


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "--every", "--format", "json"), ("numbers", "check", "tiny")]
)
def test_a_check_of_what_nobody_changed_is_told_again(arguments: tuple[str, ...], build, tiny) -> None:
    tiny.paragraphs("- id: opening\n  text: The report has 3 parts.")
    first, second = Run(tiny.root, arguments), Run(tiny.root, arguments)
    assert not first.replayed
    assert second.replayed
    assert second.outcome == first.outcome
    tiny.paragraphs("- id: opening\n  text: The report has 4 parts.")
    third = Run(tiny.root, arguments)
    assert not third.replayed
    assert ("4" in "".join(third.outcome[1:])) == (arguments[0] == "check")


@pytest.mark.parametrize("ending", ["docx", "md"])
def test_a_delivered_file_that_was_checked_is_not_read_again(ending: str, build, tiny) -> None:
    build()
    arguments = "numbers", "check", "tiny", f"outputs/tiny/tiny.en.{ending}"
    first, second = Run(tiny.root, arguments), Run(tiny.root, arguments)
    assert not first.replayed
    assert second.replayed
    assert second.outcome == first.outcome
    tiny.paragraphs("- id: opening\n  text: The report is smaller.")
    build()
    assert not Run(tiny.root, arguments).replayed
    (tiny.root / arguments[-1]).unlink()
    gone = Run(tiny.root, arguments)
    assert not gone.replayed
    assert gone.outcome[0] == 3


def test_what_a_check_mends_is_mended_each_time(build, tiny) -> None:
    for _ in range(2):
        assert not Run(tiny.root, ("check", "--fix")).replayed


def test_colours_of_a_terminal_are_not_kept(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[object] = []
    monkeypatch.setattr(replay, "keep_for_replay", lambda *run: kept.append(run))
    witness = Witness(digest_of_bytes)
    replay.print_and_keep(witness, [("out", "\x1b[31mred\x1b[0m")], 0)
    assert not kept
    replay.print_and_keep(witness, [("out", "plain")], 0)
    assert kept
