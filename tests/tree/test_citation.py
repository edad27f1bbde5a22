from __future__ import annotations

import pytest

from reportgen.tree.citation import cited, listed, number_text


@pytest.mark.parametrize(
    ("kind", "path", "text"),
    [
        ("paragraph", (41,), "para. 41"),
        ("paragraph", ("41 bis",), "para. 41 bis"),
        ("subparagraph", (76, 2), "para. 76 (b)"),
        ("subparagraph", ("76 bis", 2, 4), "para. 76 bis (b)(iv)"),
        ("subparagraph", (76, "2 bis"), "para. 76 (b bis)"),
        ("heading", (4, 1, 2), "heading IV.A.2"),
        ("heading", ("4 bis",), "heading IV bis"),
        ("note", (3,), "note 3"),
        ("plain", (), "plain"),
        ("paragraph", (), "paragraph"),
        ("paragraph", (1, 2, 3, 4, 5, 6), "para. 1 (b)(iii)(d)(v)(6)"),
    ],
)
def test_numbers_as_people_cite_them(kind: str, path: tuple[int | str, ...], text: str) -> None:
    assert cited(kind, path) == text


def test_zero_is_a_figure() -> None:
    assert number_text("heading", (0,)) == "0"


def test_names_are_listed_up_to_five() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert listed(list("abcdefg")) == "a, b, c, d, e and 2 more"
