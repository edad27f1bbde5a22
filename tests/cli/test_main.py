"""What all verbs share: help, version, errors without traceback, faults of our own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version

import click
import pytest

import reportgen as package
from reportgen.cli.commands import reportgen
from reportgen.pipeline import orders


def verbs(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from verbs(child, (*path, name))


VERBS = dict(verbs(reportgen))
FORMATS = ("-t", "docx", "-t", "md", "-t", "json", "-t", "outline")


@pytest.mark.parametrize("path", VERBS, ids=lambda path: " ".join(path) or "reportgen")
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_verb_has_help(run, path: tuple[str, ...], option: str) -> None:
    outcome = run(*path, option)
    assert (outcome.exit_code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Usage: {' '.join(['reportgen', *path])} ")


@pytest.mark.parametrize("path", VERBS, ids=lambda path: " ".join(path) or "reportgen")
def test_every_option_says_what_it_does(path: tuple[str, ...]) -> None:
    command = VERBS[path]
    assert command.help
    silent = [each.name for each in command.params if isinstance(each, click.Option) and not each.help]
    assert silent == []


@pytest.mark.parametrize(
    "verb", ["build", "check", "status", "numbers show", "translations update", "new", "schema", "explain"]
)
def test_verbs(verb: str) -> None:
    assert tuple(verb.split()) in VERBS


def test_version(run) -> None:
    assert run("--version") == (0, f"reportgen, version {package.__version__}\n", "")
    assert version("reportgen") == package.__version__


def test_an_unknown_verb(run) -> None:
    outcome = run("biuld")
    assert (outcome.exit_code, outcome.out) == (2, "")
    assert "No such command 'biuld'." in outcome.err


def test_an_unknown_option(run) -> None:
    outcome = run("build", "--fast")
    assert (outcome.exit_code, outcome.out) == (2, "")
    assert "No such option" in outcome.err


def fails_with(error: BaseException):
    def fail(*_: object) -> None:
        raise error

    return fail


def test_a_fault_of_our_own_is_one_line(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPORTGEN_TRACEBACK", raising=False)
    monkeypatch.setattr(orders, "load", fails_with(RuntimeError("no such thing")))
    message = "reportgen has a fault: RuntimeError: no such thing\n  hint: REPORTGEN_TRACEBACK=1 shows where\n"
    assert run("build") == (70, "", message)


def test_a_fault_of_our_own_shows_where_when_asked(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_TRACEBACK", "1")
    monkeypatch.setattr(orders, "load", fails_with(RuntimeError("no such thing")))
    with pytest.raises(RuntimeError, match="no such thing"):
        run("build")


def test_an_interruption_is_no_fault(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "load", fails_with(KeyboardInterrupt()))
    assert run("build").exit_code == 130


def test_several_errors_are_printed_one_after_the_other(run, tiny) -> None:
    tiny.section("id: First\nheding: x\nheading: 3\n")
    first = "inputs/tiny/sections/first.yaml"
    assert run("check") == (
        3,
        "",
        f"{first}:1:5: 'First' is not a valid id\n  hint: lower-case words joined by hyphens\n"
        f"{first}:2:1: there is no field 'heding' here\n  hint: did you mean 'heading'?\n"
        f"{first}:3:10: expected a text for 'heading', found the number 3\n  hint: put quotes round it: \"3\"\n",
    )


def shell(*arguments: str, **options) -> subprocess.Popen[bytes]:
    program = "import sys; from reportgen.cli import main; main(sys.argv[1:])"
    return subprocess.Popen([sys.executable, "-c", program, *arguments], **{"stderr": subprocess.PIPE, **options})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals for a test")
def test_a_terminal_shows_progress_and_keeps_the_result_clean(tiny) -> None:
    terminal, ours = os.openpty()
    folder = ("-C", str(tiny.root))
    process = shell(*folder, "build", *FORMATS, stdout=subprocess.PIPE, stderr=ours)
    out, _ = process.communicate()
    os.write(ours, b"\n")
    assert "building" in os.read(terminal, 100_000).decode()
    os.close(ours)
    os.close(terminal)
    names = [line.rsplit("/", 1)[-1] for line in out.decode().splitlines()]
    assert names == ["tiny.en.docx", "tiny.en.md", "tiny.en.json", "tiny.en.outline.txt"]


def test_a_reader_that_goes_away_is_no_fault() -> None:
    process = shell("schema", stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, errors = process.communicate()
    assert errors == b""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_output_is_utf_8_wherever_it_runs(tiny, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    tiny.paragraphs("- id: opening\n  text: “Größe” 数.\n")
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    out, errors = shell("-C", str(tiny.root), "numbers", "show", stdout=subprocess.PIPE).communicate()
    assert (out.decode().splitlines()[-1].split("  ")[-1].strip(), errors) == ("“Größe” 数.", b"")


def test_what_a_verb_does_not_need_is_not_imported() -> None:
    heavy = "{'docx', 'jinja2', 'babel', 'pydantic', 'rich', 'yaml'}"
    program = f"import sys, reportgen.cli; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_what_the_system_refuses_is_no_fault(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "load", fails_with(OSError(28, "No space left on device", "out.docx")))
    outcome = run("build")
    assert outcome.exit_code == 7
    assert outcome.err.startswith("out.docx: cannot read or write: No space left on device\n  hint: ")


def test_too_little_memory_is_no_fault(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "load", fails_with(MemoryError()))
    assert run("build").exit_code == 7


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_a_stdout_that_is_full() -> None:
    main = "import sys; from reportgen.cli import main; main(sys.argv[1:])"
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-c", main, "explain"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 7
    assert done.stderr.decode().startswith("cannot read or write: No space left on device\n  hint: ")
