"""A workbench that is served from a copy of a report, asked as a browser does, or otherwise."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

pytest.importorskip("starlette", reason="starlette is not installed: pip install reportgen[workbench]")
pytest.importorskip("uvicorn", reason="uvicorn is not installed: pip install reportgen[workbench]")

from reportgen.workbench.run import WorkbenchServer

ROOT = Path(__file__).parents[2]
SLUG = "e-cn.15-2019-9"


@dataclass
class Asker:
    """Asks a server as a page of it does, or otherwise."""

    server: WorkbenchServer
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.port}"

    def __call__(
        self, path: str, data: Any = None, method: str = "", **headers: str
    ) -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        body = data if isinstance(data, bytes) or data is None else json.dumps(data).encode()
        sent = {"host": self.host, "origin": f"http://{self.host}", "cookie": self.cookie}
        sent |= {"content-type": "application/json"} if body is not None else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        kind = method or ("GET" if body is None else "POST")
        connection.request(kind, path, body, {name: value for name, value in sent.items() if value})
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text

    def json(self, path: str, data: Any = None) -> Any:
        status, _, text = self(path, data)
        found = json.loads(text)
        assert status == 200, found
        return found

    def enter(self) -> Asker:
        """Exchange the token, as a browser does."""
        path = self.server.address.partition(self.host)[2]
        status, headers, _ = self(path)
        assert status == 303
        self.cookie = headers["set-cookie"].partition(";")[0]
        return self


@contextmanager
def serving(root: Path, only: str = "") -> Iterator[WorkbenchServer]:
    server = WorkbenchServer(root, only)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        thread.join(10)


def copied_sample(root: Path) -> Path:
    """The sample report alone, under git, so that what was written shows."""
    shutil.copytree(ROOT / "inputs" / SLUG, root / "inputs" / SLUG)
    for path in ROOT.glob(f"locales/*/{SLUG}.*"):
        target = root / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "as it was"]):
        git(root, *command)
    return root


def git(root: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=A tester", "-c", "user.email=tester@example.org", "-c", "core.autocrlf=false"]
    done = subprocess.run(["git", *identity, *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout


@dataclass
class Story:
    """A report that is open in a browser: a page with the cookie, and what was written since the story began."""

    root: Path
    server: WorkbenchServer
    context: Any
    page: Any
    faults: list[str] = field(default_factory=list)

    def go(self, name: str) -> Any:
        """Open a page of the report and wait for its script."""
        self.page.goto(f"http://127.0.0.1:{self.server.port}/r/{SLUG}/{name}")
        return self.page

    def another(self, name: str) -> Any:
        """A second window."""
        page = self.context.new_page()
        page.goto(f"http://127.0.0.1:{self.server.port}/r/{SLUG}/{name}")
        return page

    def diff(self) -> list[str]:
        """The lines that were written since, those taken out with -, those put in with +."""
        lines = git(self.root, "diff", "-U0").splitlines()
        return [line for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))]

    def restore(self) -> None:
        git(self.root, "checkout", "-q", ".")
        git(self.root, "clean", "-qfd")
        self.server.workbench.refresh()
