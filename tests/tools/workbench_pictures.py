"""The pictures of docs/workbench.md: `python -m tests.tools.workbench_pictures` makes them from the sample report."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from tests.tools.served import ROOT, SLUG, copied_sample, serving

TARGET = ROOT / "docs" / "workbench"
ROW = "#row-indonesia-extremist-prisoners"


def main() -> None:
    """Make all pictures."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(copied_sample(Path(folder))) as server,
        sync_playwright() as started,
    ):
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 800})
        page.set_default_timeout(60_000)
        page.goto(server.address)
        base = f"http://127.0.0.1:{server.port}/r/{SLUG}"
        for name, make in (("read", _read), ("write", _write), ("translate", _translate), ("coverage", _coverage)):
            make(page, base)
            page.screenshot(path=str(TARGET / f"{name}.png"))
        browser.close()


def _read(page: Any, base: str) -> None:
    page.goto(f"{base}/read?l=en,ar,zh{ROW}")
    page.locator(ROW).wait_for()
    page.wait_for_timeout(800)
    page.mouse.wheel(0, -140)
    page.wait_for_timeout(400)
    page.locator(f"{ROW} .cell[lang=en] .fact").nth(2).hover()
    page.locator("#card:not([hidden])").wait_for()


def _write(page: Any, base: str) -> None:
    page.goto(f"{base}/read?l=en,fr,ru{ROW}")
    page.reload()
    page.locator(f"{ROW} .cell").first.focus()
    page.keyboard.press("Enter")
    page.locator(".editor").wait_for()
    page.keyboard.type(" It also trained 57 judges.")
    page.locator(".editor .chip", has_text="313").click()
    page.keyboard.type("421")
    page.keyboard.press("Enter")
    page.get_by_text("313 → 421").wait_for()


def _translate(page: Any, base: str) -> None:
    page.evaluate("() => { window.onbeforeunload = null; }")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{base}/translate?tag=ar&only=every&piece=indonesia-extremist-prisoners")
    page.locator("#target .editor").wait_for()
    page.wait_for_timeout(500)


def _coverage(page: Any, base: str) -> None:
    page.goto(f"{base}/coverage")
    page.locator(".picture").first.wait_for()


if __name__ == "__main__":
    main()
