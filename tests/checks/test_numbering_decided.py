"""Numbers that the ledger has decided: 2 bis follows 2, and a retired number is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reportgen.checks import Edition, numbering
from reportgen.ledger.standing import Audit
from reportgen.tree.nodes import Document, Number
from reportgen.tree.path import Path

PARAGRAPHS = "\n".join(f"    - id: p-{name}\n      text: Text." for name in "abcd")
CHINESE = {f"p-{name}": "文。" for name in "abcd"}


@pytest.fixture
def said(edition: Callable[..., Edition]) -> Callable[..., list[str]]:
    """A function: what the rule says of four paragraphs with these last steps."""

    def check(steps: list[int | str], audit: Audit | None) -> list[str]:
        made = edition(PARAGRAPHS, CHINESE)
        original, other = (_numbered(each, steps) for each in (made.original, made.documents["zh"]))
        changed = replace(made, original=original, documents={"en": original, "zh": other}, audit=audit)
        return [str(finding) for finding in numbering.check(changed) if finding.language == "en"]

    return check


def _numbered(document: Document, steps: list[int | str]) -> Document:
    following = iter(steps)
    blocks = tuple(
        replace(block, number=Number((next(following),), "")) if block.id.startswith("p-") else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def bis(*retired: int) -> Audit:
    paths: list[tuple[str, Path]] = [("paragraph", (number,)) for number in retired]
    return Audit((), bis=True, retired=frozenset(paths))


@pytest.mark.parametrize(
    ("steps", "audit"),
    [
        ([1, 2, 3, 4], None),
        ([1, 2, 3, 4], bis()),
        ([1, "1 bis", "1 ter", 2], bis()),
        (["1 ante", 1, 2, "2 bis"], bis()),
        ([1, 3, 5, 6], bis(2, 4)),
        ([1, "2 bis", 3, 4], bis(2)),
        ([1, "1 ter", "1 bis", 2], bis()),
    ],
)
def test_what_follows(said: Callable[..., list[str]], steps: list[int | str], audit: Audit | None) -> None:
    assert said(steps, audit) == []


@pytest.mark.parametrize(
    ("steps", "audit", "message"),
    [
        ([1, "1 bis", 2, 3], None, "para. 1 bis (p-b): expected number 2 here, found 1 bis"),
        ([1, "1 bis", 2, 3], Audit(()), "para. 1 bis (p-b): expected number 2 here, found 1 bis"),
        ([1, "3 bis", 2, 3], bis(), "para. 3 bis (p-b): expected number 2 here, found 3 bis"),
        ([1, "1 bis", "1 bis", 2], bis(), "para. 1 bis (p-c): expected number 2 here, found 1 bis"),
        ([1, 2, 4, 5], bis(), "para. 4 (p-c): expected number 3 here, found 4"),
        ([1, 2, 3, 4], bis(3), "para. 3 (p-c): expected number 4 here, found 3"),
    ],
)
def test_what_does_not_follow(
    said: Callable[..., list[str]], steps: list[int | str], audit: Audit | None, message: str
) -> None:
    assert f"RG011 error en {message}" in [row.split(": ", 1)[1] if row.startswith("inputs") else row
                                          for row in said(steps, audit)]  # fmt: skip
