"""Every page by the rules of WCAG 2.1 AA as axe-core has them, in light and in dark; nothing comes from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tools.served import SLUG, Story

ROW = "row-indonesia-extremist-prisoners"
PAGES = [
    "read?l=en,ar", "read?l=en,fr&only=finding", "facts?kind=count", "translate?tag=fr&only=every",
    "translate?tag=ar&only=every", "overview", "coverage", "numbers", "files", "read?only=none", "nothing",
]  # fmt: skip


@pytest.fixture(scope="session")
def axe(npm: Callable[[str], Path]) -> str:
    return (npm("axe") / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def violations(page: Any, axe: str, within: str = "html") -> list[str]:
    """What axe finds in a part of a page; of the whole of a long one it takes half a minute."""
    page.evaluate(axe + "; undefined")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
    found = page.evaluate(
        "([within, tags]) => axe.run({include: within}, {runOnly: tags})",
        [[[each] for each in within.split(", ")], tags],
    )
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]} {each['nodes'][0]['failureSummary'][:300]}"
        for each in found["violations"]
    ]


@pytest.mark.external
@pytest.mark.parametrize(
    ("name", "scheme"),
    [*((name, "light") for name in PAGES), ("read?l=en,ar", "dark"), ("overview", "dark"), ("files", "dark")],
)
def test_axe_finds_nothing(story: Story, axe: str, name: str, scheme: str) -> None:
    story.page.emulate_media(color_scheme=scheme)
    page = story.go(name)
    if name.startswith("overview"):
        page.locator("#by-rule table, #by-rule p:not(.hint)").first.wait_for()
    if name.startswith("translate"):
        page.locator("#target .editor").wait_for()
    assert violations(page, axe) == []


@pytest.mark.external
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_somebody_writes(story: Story, axe: str, scheme: str) -> None:
    story.page.emulate_media(color_scheme=scheme)
    page = story.go(f"read?l=en,ar,zh#{ROW}")
    row = page.locator(f"#{ROW}")
    row.locator(".cell").first.focus()
    page.keyboard.press("Enter")
    row.locator(".editor").wait_for()
    page.keyboard.type(" It trained 57 judges of /keny")
    page.locator(".offers li").first.wait_for()
    page.get_by_text("new fact").first.wait_for()
    assert violations(page, axe, f"#{ROW}, .offers, .toolbar") == []


@pytest.mark.external
def test_axe_finds_nothing_in_dialogs(story: Story, axe: str) -> None:
    page = story.go("read?l=en,fr")
    page.locator(".chunk .row").first.wait_for()
    page.keyboard.press("?")
    page.locator("#keys-dialog[open]").wait_for()
    assert violations(page, axe) == []
    page = story.go("facts?kind=count")
    page.locator(".edit-fact").first.click()
    page.locator("#fact-typed").fill("421")
    page.locator("#fact-said p[lang]").first.wait_for()
    assert violations(page, axe) == []


@pytest.mark.parametrize("name", ["read?l=en,ar", "translate?tag=fr&only=every", "overview", "coverage", "files"])
def test_nothing_comes_from_elsewhere(story: Story, name: str) -> None:
    asked: list[str] = []
    story.page.on("request", lambda request: asked.append(request.url))
    story.go(name)
    story.page.wait_for_timeout(300)
    own = f"http://127.0.0.1:{story.server.port}/"
    assert [url for url in asked if not url.startswith((own, "data:", "blob:"))] == []
    assert any(f"/r/{SLUG}/" in url for url in asked)


def test_a_page_prints_all_of_the_report(story: Story) -> None:
    page = story.go("read?l=en,fr")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }; undefined")
    page.locator("#print").click()
    page.locator("body[data-printed=yes]").wait_for()
    rows = len(page.locator(".chunk").evaluate_all("chunks => chunks.flatMap(each => each.dataset.ids.split(','))"))
    assert page.locator(".chunk .row").count() == rows
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert not page.locator(".chunk .margin").first.is_visible()
