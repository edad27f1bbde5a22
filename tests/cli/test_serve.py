"""reportgen open and serve: without the extra they say what is missing, and with it where the workbench is."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from types import SimpleNamespace

import pytest


def test_without_the_extra_the_message_names_it(run, tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name in ("starlette", "uvicorn") else real(name)
    )
    for command in ("open", "serve"):
        found = run(command)
        assert found.exit_code == 2
        assert "starlette and uvicorn" in found.err
        assert "pip install reportgen[workbench]" in found.err


def test_no_other_command_needs_the_extra() -> None:
    names = "[each for each in sys.modules if each.partition('.')[0] in ('starlette', 'uvicorn', 'anyio')]"
    program = f"import sys, reportgen.cli.commands; print({names})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_port_that_is_taken_is_told(run, tiny) -> None:
    pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install reportgen[workbench]")
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        found = run("serve", "--port", str(taken.getsockname()[1]))
    assert found.exit_code == 2
    assert "cannot listen at port" in found.err


def test_open_starts_the_browser_with_the_address(run, tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    run_module = pytest.importorskip(
        "reportgen.workbench.run", reason="starlette is not installed: pip install reportgen[workbench]"
    )
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(
        run_module,
        "WorkbenchServer",
        lambda *_: SimpleNamespace(address="http://127.0.0.1:1/?token=x", run=lambda: None),
    )
    found = run("open", "tiny")
    assert (found.exit_code, found.out) == (0, "http://127.0.0.1:1/?token=x\n")
    assert opened == ["http://127.0.0.1:1/?token=x"]
    assert run("serve").exit_code == 0
    assert len(opened) == 1
    assert run("open", "none").exit_code == 2
