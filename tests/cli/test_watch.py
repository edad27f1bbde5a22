"""reportgen build --watch: each build is told as `build` tells it, and errors end nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.pipeline.watch import WatchedReport

WAITING = "waiting for the next change; Ctrl-C ends it\n"


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """What is saved while the command waits, in turn, and then Ctrl-C."""
    todo: list[Callable[[], object]] = []

    def wait(_: WatchedReport) -> None:
        if not todo:
            raise KeyboardInterrupt
        todo.pop(0)()

    monkeypatch.setattr(WatchedReport, "wait", wait)
    return todo


def test_it_builds_again_what_is_saved(run, tiny, saves) -> None:
    saves.append(lambda: tiny.paragraphs("- id: opening\n  text: The report has 3 parts.\n"))
    outcome = run("build", "--watch", "-t", "md")
    assert outcome.exit_code == 130
    assert outcome.out == "outputs/tiny/tiny.en.md\n" * 2
    assert outcome.err.startswith(WAITING + "inputs/tiny/sections/first.yaml:5:")
    assert "RG051" in outcome.err
    assert "3 parts" in (tiny.root / "outputs/tiny/tiny.en.md").read_text("utf-8")


def test_an_error_is_told_and_does_not_end_it(run, tiny, saves) -> None:
    saves += [
        lambda: tiny.paragraphs("- id: opening\n  txet: Words.\n"),
        lambda: tiny.paragraphs("- id: opening\n  text: Words.\n"),
    ]
    outcome = run("build", "--watch", "-q", "-t", "md")
    assert outcome.out == ""
    assert outcome.err.count("there is no field 'txet' here") == 1
    assert "Words." in (tiny.root / "outputs/tiny/tiny.en.md").read_text("utf-8")


@pytest.mark.parametrize("option", ["--final", "--all", "--notes", "--pages", "--changes-since=1"])
def test_other_options_do_not_go_with_it(run, option: str) -> None:
    outcome = run("build", "--watch", option)
    assert outcome.exit_code == 2
    assert outcome.err.startswith("--watch goes with -l, -t, -o and -q alone\n  hint: ")
