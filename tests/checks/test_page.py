from __future__ import annotations

from pathlib import Path

from reportgen.checks import codes

_PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_lists_every_rule() -> None:
    rows = _PAGE.read_text("utf-8").partition("\n## All rules\n")[2].splitlines()
    expected = [
        f"| {code} | {rule.severity}{', proof' if rule.proof else ''} | {rule.title} |"
        for code, rule in codes().items()
    ]
    assert [row for row in rows if row.startswith("| RG")] == expected
