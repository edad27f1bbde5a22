"""reportgen build --all: every report of the workspace, each told by itself."""

from __future__ import annotations

import pytest


@pytest.fixture
def two(tiny) -> None:
    """A second report beside the tiny one."""
    tiny.write("inputs/other/report.yaml", (tiny.root / "inputs/tiny/report.yaml").read_text())
    tiny.write("inputs/other/sections/first.yaml", (tiny.root / "inputs/tiny/sections/first.yaml").read_text())


def test_every_report_is_built(run, files, two) -> None:
    written = [f"outputs/{slug}/{slug}.en.{name}" for slug in ("other", "tiny") for name in ("docx", "md")]
    assert run("build", "--all") == (0, "".join(f"{name}\n" for name in written), "")
    assert files("outputs") == written
    assert run("build", "--all") == (0, "".join(f"{name}\n" for name in written), "")


def test_those_that_fail_are_told_at_the_end(run, files, tiny, two) -> None:
    tiny.write("inputs/other/report.yaml", "symbol: A/99/1\n")
    outcome = run("build", "--all", "-t", "md")
    assert outcome.exit_code == 3
    assert outcome.out == "outputs/tiny/tiny.en.md\n"
    assert outcome.err.startswith("inputs/other/report.yaml:1:1: the field 'title' is missing\n")
    assert outcome.err.endswith("\n1 of 2 reports failed: other\n")
    assert files("outputs") == ["outputs/tiny/tiny.en.md"]


def test_findings_make_exit_code_1(run, tiny, two) -> None:
    tiny.paragraphs("- id: opening\n  text: The report has 3 parts.")
    outcome = run("build", "--all", "-q")
    assert (outcome.exit_code, outcome.out) == (1, "")
    assert "RG051" in outcome.err


def test_another_folder_has_one_for_each_report(run, files, two) -> None:
    assert run("build", "--all", "-t", "md", "-o", "there").exit_code == 0
    assert files("there") == ["there/other/other.en.md", "there/tiny/tiny.en.md"]


def test_all_takes_no_report(run) -> None:
    assert run("build", "--all", "tiny") == (2, "", "--all takes no report\n  hint: leave it or --all out\n")


def test_a_workspace_without_reports(run, tiny, monkeypatch: pytest.MonkeyPatch, tmp_path_factory) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    outcome = run("build", "--all")
    assert outcome.exit_code == 2
    assert outcome.err.startswith("no report in ")
