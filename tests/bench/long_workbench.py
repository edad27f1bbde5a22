"""The workbench with the sample report many times over: `python -m tests.bench.long_workbench [COPIES] [FOLDER]`.

A server of its own process, and Chromium: until when a report of 7,600 paragraphs is seen, how long the longest task is
while it is scrolled from top to end, and the memory of the server with two and with all languages shown. Tasks are
measured by the time of the processor, since others may be at work on the machine.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from tests.bench.enlarge import PARAGRAPHS, SLUG, enlarge
from tests.bench.subjects import ROOT

COPIES = 100
LONGEST_TASK, FIRST_VIEW, MOST_MEMORY = 100, 1500, 1000
"""Milliseconds of the longest task while scrolling and until the first view, and megabytes of the server."""

TWO, SIX = "en,fr", "en,fr,es,ru,ar,zh"

_SCROLLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  let frames = 0;
  for (let y = 0; y < document.documentElement.scrollHeight; y += 800, frames += 1) { scrollTo(0, y); await frame(); }
  await new Promise((done) => setTimeout(done, 1000));
  const last = [...document.querySelectorAll(".chunk")].at(-1);
  return { frames, isLastThere: last.children.length > 0 };
}"""
_COMMAND = "from reportgen.cli import main; main()"
_PAINTED = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
  .observe({ type: "largest-contentful-paint", buffered: true }))"""


@contextmanager
def served(workspace: Path) -> Iterator[tuple[str, int]]:
    """The address of a server and the id of its process, which ends with the block."""
    command = [sys.executable, "-c", _COMMAND, "-C", str(workspace), "serve", SLUG]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        address = next(word for line in server.stdout for word in line.split() if "token=" in word)
        yield address, server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def memory_of(process: int, field: str = "VmRSS") -> int:
    """Megabytes that a process holds; `VmHWM`: the most that it ever held."""
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith(f"{field}:"))


def first_view(page: Any, address: str) -> float:
    """Milliseconds until the first paragraphs are painted."""
    page.goto(address)
    page.locator(".chunk .row").first.wait_for()
    return float(page.evaluate(_PAINTED))


def scrolled(page: Any) -> tuple[int, list[tuple[float, float]]]:
    """From top to end: the frames, and of every task of the page its milliseconds by the clock and of its own."""
    browser = page.context.browser
    browser.start_tracing(page=page, categories=["toplevel"])
    found = page.evaluate(_SCROLLED)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    assert found["isLastThere"], "the end of the report was not reached"
    main = {(each["pid"], each["tid"]) for each in events if each.get("args", {}).get("name") == "CrRendererMain"}
    tasks = [each for each in events if each["name"].endswith("RunTask") and (each["pid"], each["tid"]) in main]
    return found["frames"], [(each.get("dur", 0) / 1000, each.get("tdur", 0) / 1000) for each in tasks]


def _measured(page: Any, address: str, process: int) -> Iterator[tuple[str, float, float]]:
    """What is measured, its figure and its limit."""
    base = address.partition("/?")[0] + f"/r/{SLUG}/read"
    page.goto(address)
    for columns in (TWO, SIX):
        said = f"{len(columns.split(','))} languages"
        began = time.perf_counter()
        page.goto(f"{base}?l={columns}")
        page.locator(".chunk .row").first.wait_for()
        print(f"{said}: built and shown in {time.perf_counter() - began:.1f} s, once")
        yield f"{said}: first view (ms)", first_view(page, f"{base}?l={columns}"), FIRST_VIEW
        frames, tasks = scrolled(page)
        longest = ", ".join(f"{on_clock:.0f}" for on_clock in sorted((each[0] for each in tasks), reverse=True)[:5])
        print(f"{said}: {frames} frames; longest tasks by the clock, others' work included: {longest} ms")
        yield f"{said}: longest task while scrolling (ms of its own)", max(own for _, own in tasks), LONGEST_TASK
        yield f"{said}: memory of the server (MB)", memory_of(process), MOST_MEMORY
    yield "the most memory of the server (MB)", memory_of(process, "VmHWM"), MOST_MEMORY


def main(copies: str = str(COPIES), folder: str = "") -> int:
    """Print what was measured; 1 where anything is over its limit."""
    from playwright.sync_api import sync_playwright

    workspace = enlarge(ROOT, Path(folder or Path(gettempdir()) / f"reportgen-long-{copies}"), int(copies))
    print(f"{int(copies) * PARAGRAPHS:,} paragraphs, load {os.getloadavg()[0]:.1f}")
    is_over = False
    with served(workspace) as (address, process), sync_playwright() as started:
        browser = started.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1500, "height": 950})
        page.set_default_timeout(300_000)
        for said, figure, limit in _measured(page, address, process):
            is_over = is_over or figure >= limit
            print(f"{said}: {figure:.0f}, asked: under {limit}", flush=True)
        browser.close()
    return int(is_over)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
