"""What the rules say of a report; of a long one another process asks them, and gives its memory back when it ends."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from threading import Lock

from reportgen import pipeline
from reportgen.finding import Finding
from reportgen.workbench.asked import Asked
from reportgen.workbench.rows import is_long
from reportgen.workspace import Workspace

_ONE_AT_A_TIME = Lock()


def rule_findings(asked: Asked, tags: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """All findings about a report in some languages, by default in all of them."""
    view, slug = asked.view, asked.slug
    # What nobody has saved is in the memory of this process alone.
    if not is_long(view, slug) or view.workspace.planned:
        return view.findings(slug, tags)
    return view.once(("apart", slug, tags), lambda: _asked_apart(view.workspace.root, slug, tags), _ONE_AT_A_TIME)


def _asked_apart(root: Path, slug: str, tags: tuple[str, ...]) -> tuple[Finding, ...]:
    # Forking would copy the threads' locks as they stand.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return tuple(pool.submit(_checked, root, slug, tags).result())


def _checked(root: Path, slug: str, tags: tuple[str, ...]) -> list[Finding]:
    workspace = Workspace.at(root)
    return pipeline.check(workspace, pipeline.load(workspace, slug), tags)
