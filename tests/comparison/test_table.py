from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportgen.comparison.difference import Difference
from reportgen.comparison.table import as_json, is_shown, numbers_differ, rows, states_text, summary, table_lines


def paragraph(name: str, place: Any = "renumbered", old: Any = (), new: Any = (), **fields: Any) -> Difference:
    return Difference(name, "subparagraph" if len(old or new) > 1 else "paragraph", place, old, new, **fields)


def lines(*differences: Difference) -> list[str]:
    return list(table_lines(rows(differences)))


def test_a_run_of_new_numbers_is_one_row() -> None:
    run = [paragraph(f"p-{number}", old=(number,), new=(number + 1,)) for number in range(4, 9)]
    assert lines(*run) == [
        "old        new        change      block",
        "para. 4–8  para. 5–9  renumbered  5 blocks  p-4 to p-8",
    ]


def test_a_run_goes_on_over_what_did_not_change_and_over_parts_of_its_paragraphs() -> None:
    assert lines(
        paragraph("a", old=(4,), new=(5,)),
        Difference("h", "heading", "same", (2,), (2,)),
        paragraph("b", old=(5,), new=(6,)),
        paragraph("b-a", old=(5, 1), new=(6, 1)),
        paragraph("c", old=(6,), new=(7,)),
    )[1:] == ["para. 4–6  para. 5–7  renumbered  3 blocks  a to c"]


@pytest.mark.parametrize(
    "other",
    [
        paragraph("b", old=(5,), new=(6,), reworded=("en",)),
        paragraph("b", old=(5,), new=(6,), found="text"),
        paragraph("b", old=(5,), new=(6,), old_id="z"),
        paragraph("b", old=(5,), new=(7,)),
        paragraph("b", old=(6,), new=(6,)),
        paragraph("b", old=(5,), new=()),
    ],
)
def test_a_run_ends_where_more_is_to_be_said(other: Difference) -> None:
    assert len(lines(paragraph("a", old=(4,), new=(5,)), other)) == 3


def test_each_row_says_all_that_happened() -> None:
    assert lines(
        paragraph("a", "moved", (3,), (1,), reworded=("en", "fr"), remark="it was a heading"),
        paragraph("b", "same", (4,), (4,), old_id="z", found="text"),
        paragraph("", "inserted", (), (5,)),
        paragraph("c", "same", (6,), (6,), reworded=("",)),
        paragraph("d", "moved", (8,), (7,), reworded=("",)),
        Difference("s", "summary", "deleted"),
    ) == [
        "old      new      change     block",
        "para. 3  para. 1  moved      a        it was a heading; reworded in en, fr",
        "para. 4  para. 4  unchanged  b        its id was z; recognised by text",
        "–        para. 5  inserted   (no id)",
        "para. 6  para. 6  reworded   c",
        "para. 8  para. 7  moved      d        reworded",
        "summary  –        deleted    s",
    ]


def test_nothing_to_say() -> None:
    same = paragraph("a", "same", (1,), (1,))
    assert lines(same) == []
    assert not is_shown(same)
    assert is_shown(replace(same, astray=True))


def test_when_a_citation_would_go_wrong() -> None:
    assert numbers_differ(paragraph("a", "renumbered", (1,), (2,)))
    assert numbers_differ(paragraph("a", "same", (1,), (1,), astray=True))
    assert numbers_differ(Difference("s", "summary", "deleted"))
    assert not numbers_differ(Difference("", "plain", "inserted"))
    assert not numbers_differ(paragraph("a", "same", (1,), (1,), reworded=("en",)))


def test_a_summary_and_states() -> None:
    found = [paragraph("a", "same", (1,), (1,)), paragraph("b", "inserted", (), (2,)), paragraph("c", "same")]
    assert summary(found) == "1 inserted, 2 unchanged"
    assert summary([]) == ""
    assert states_text({"en": "issued", "fr": "frozen", "ru": "frozen"}) == "en issued; fr, ru frozen"


def test_as_data() -> None:
    found = as_json(paragraph("a", "moved", (3,), ("1 bis",), reworded=("en",), old_id="z", found="text"), {"a": "Why"})
    assert found == {
        "id": "a", "kind": "paragraph", "change": "moved", "old": [3], "new": ["1 bis"], "reworded": ["en"],
        "reprinted": [], "found": "text", "remark": "", "old_id": "z", "accepted": "Why",
    }  # fmt: skip
