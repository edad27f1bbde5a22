"""Servers of reports, and one browser for all stories."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from reportgen.workbench.run import WorkbenchServer
    from tests.tools.served import Asker, Story

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture
def served(tiny) -> Iterator[WorkbenchServer]:
    """A server of the tiny report."""
    from tests.tools.served import serving

    with serving(tiny.root) as server:
        yield server


@pytest.fixture
def ask(served: WorkbenchServer) -> Asker:
    """A page that has the cookie."""
    from tests.tools.served import Asker

    return Asker(served).enter()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all stories; skipped where it is missing."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip)")
    if CHROMIUM is None:
        pytest.skip("needs the Debian package chromium")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def sample_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkbenchServer]:
    """A server of a copy of the sample report, which a module shares."""
    from tests.tools.served import SLUG, copied_sample, serving

    root = copied_sample(tmp_path_factory.mktemp("workbench"))
    with serving(root) as server:
        server.workbench.session.findings(SLUG)  # rules are compiled once
        yield server


@pytest.fixture(scope="module")
def entered(sample_server: WorkbenchServer, browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1500, "height": 950}, accept_downloads=True)
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto(sample_server.address)
    page.close()
    yield context
    context.close()


@pytest.fixture
def story(sample_server: WorkbenchServer, entered: Any) -> Iterator[Story]:
    """A story on the sample report, which is as it was before; errors of scripts fail it."""
    from tests.tools.served import Story

    page = entered.new_page()
    found = Story(sample_server.workbench.session.now.workspace.root, sample_server, entered, page)
    entered.on("weberror", lambda error: found.faults.append(str(error.error)))
    page.on("console", lambda said: found.faults.append(said.text) if _is_fault(said) else None)
    yield found
    for each in entered.pages:
        each.close(run_before_unload=False)
    found.restore()
    assert not found.faults


def _is_fault(said: Any) -> bool:
    """Whether a line of the console tells a fault, and not an answer that refuses something."""
    return said.type == "error" and "status of 4" not in said.text
