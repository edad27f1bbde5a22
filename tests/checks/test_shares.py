"""Percentages beside the counts that they are computed from."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.checks.versions import shares
from reportgen.pipeline.build import build_all, checked_edition

_FACTS = {"whole": "{count: 179}", "part": "{count: 95}", "wrong": "{percent: 35.1}", "near": "{percent: 53.9}"}


def said(tiny: Any, text: str) -> list[str]:
    tiny.report("symbol: A/99/1\ntitle: T\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    facts = "".join(f"    {name}: {fact}\n" for name, fact in _FACTS.items() if name in text)
    tiny.section(f'id: first\nheading: H\nparagraphs:\n- id: one\n  text: "{text}"\n  facts:\n{facts}')
    report = tiny.load()
    edition = checked_edition(tiny.workspace, report, build_all(tiny.workspace, report, ["en"]))
    return [each.message for each in shares.check(edition)]


@pytest.mark.parametrize(
    "text",
    [
        "Of {{ whole }}, {{ part }} ({{ wrong }}) closed.",
        "Of {{ whole }} States, out of all {{ whole }}, {{ part }} ({{ wrong }}) closed.",
        "Of {{ whole }} and {{ whole }} and {{ whole }}, {{ part }} and {{ part }} and {{ part }} and {{ part }} "
        "closed, or {{ near }}.",
    ],
)
def test_a_count_that_is_printed_twice_is_one(tiny: Any, text: str) -> None:
    assert len(said(tiny, text)) == 1
