"""A server that is killed in the middle of a save leaves every file as it was, or as it was to be."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from reportgen.workspace.journal import settle
from tests.tools.served import SLUG, copied_sample

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is killed otherwise there")

# The process stops where a writer moves its files, as a power cut would stop it.
PROGRAM = """
import os, signal, sys
from reportgen.workspace import writing
real = os.replace
def replace(old, new):
    if str(new).endswith(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    real(old, new)
writing.os.replace = replace
from reportgen.cli import main
main(["-C", sys.argv[1], "serve"])
"""


@pytest.mark.parametrize("where", [".reportgen-replacing", f"{SLUG}.po", f"{SLUG}.state.yaml"])
def test_a_server_that_is_killed_while_it_saves(tmp_path: Path, where: str) -> None:
    root = copied_sample(tmp_path)
    files = [root / "locales" / "fr" / f"{SLUG}.po", root / "locales" / "fr" / f"{SLUG}.state.yaml"]
    before = [path.read_bytes() if path.exists() else None for path in files]
    command = [sys.executable, "-c", PROGRAM, str(root), where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        ask = entered(server.stdout.readline().strip())
        opened = ask("open", {"piece": "indonesia-extremist-prisoners", "tag": "fr", "l": ["fr"]})
        runs = [*opened["runs"], {"t": " Ces travaux continuent."}]
        with pytest.raises(OSError, match=r".*"):
            ask("save", {"key": opened["key"], "runs": runs})
        assert server.wait(20) == -signal.SIGKILL
    settle(root)
    after = [path.read_bytes() if path.exists() else None for path in files]
    is_new = b"Ces travaux continuent" in (after[0] or b"")
    assert is_new == (where != ".reportgen-replacing")
    if not is_new:
        assert after == before
    else:
        assert after[1] is not None
    assert not [path for path in root.rglob("*") if path.name.startswith(".reportgen-") and "lock" not in path.name]


def entered(address: str):
    """A function that asks the server, with the cookie."""
    host = address.partition("/?")[0]
    connection = http.client.HTTPConnection(host.removeprefix("http://"), timeout=30)
    connection.request("GET", address.removeprefix(host))
    answer = connection.getresponse()
    cookie = str(answer.getheader("set-cookie")).partition(";")[0]
    connection.close()

    def ask(name: str, data: object) -> dict[str, Any]:
        headers = {"origin": host, "cookie": cookie, "content-type": "application/json"}
        request = urllib.request.Request(f"{host}/r/{SLUG}/{name}", json.dumps(data).encode(), headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read())

    return ask
