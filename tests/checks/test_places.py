"""How findings name a place in every kind of block."""

from __future__ import annotations

import pytest

from reportgen.checks.content import name_of
from reportgen.tree.nodes import (
    Alternative,
    Annex,
    Block,
    Box,
    Cell,
    Figure,
    Heading,
    LetterNote,
    ListItem,
    Note,
    Number,
    Paragraph,
    Picture,
    Subparagraph,
    Table,
)

PICTURE = Picture(b"", "png", (1, 1), "")
PLACES: list[tuple[Block | Note, str]] = [
    (Heading("x", 2, (), Number((2, 1), "A.")), "heading A (x)"),
    (Paragraph("x", (), Number((41,), "41.")), "para. 41 (x)"),
    (Subparagraph("x", 1, (), Number((41, 2), "(b)")), "para. 41 (b) (x)"),
    (Paragraph("x", (), Number(("annex", 2, 3), "3.")), "para. 3 of annex II (x)"),
    (Subparagraph("x", 1, (), Number(("annex", 2, 3, 1), "(a)")), "para. 3 (a) of annex II (x)"),
    (Paragraph("x", (), Number(("annex", 2, "appendix", 1, 3), "3.")), "para. 3 of appendix I to annex II (x)"),
    (Heading("x", 1, (), Number(("annex", 2, "appendix", 1, 3), "III.")), "heading III of appendix I to annex II (x)"),
    (Annex("x", 1, (), Number(("annex", 2), "Annex II")), "annex II (x)"),
    (Annex("x", 2, (), Number(("annex", 2, "appendix", 1), "Appendix")), "appendix I to annex II (x)"),
    (Table("x", (), (), (), (), (), number=Number((4,), "Table 4")), "table 4 (x)"),
    (Figure("x", (), PICTURE, 100, Alternative("y", ()), number=Number((1,), "Figure 1")), "figure 1 (x)"),
    (Box("x", (), (), number=Number((2,), "Box 2")), "box 2 (x)"),
    (LetterNote("x", (), Number(("table", 4, 2), "b")), "note b to table 4 (x)"),
    (Cell("t/2-1", ()), "t/2-1"),
    (ListItem("l/1", 1, ()), "l/1"),
    (Note("x", (), Number((7,), "7")), "note 7 (x)"),
]


@pytest.mark.parametrize(("block", "place"), PLACES, ids=[place for _, place in PLACES])
def test_a_place_is_named_by_its_kind_and_number(block: Block | Note, place: str) -> None:
    assert name_of(block) == place
