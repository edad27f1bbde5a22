"""Operations as edits of files: the report that is read afterwards is the one that was meant, other bytes are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest

from reportgen.facts import Count, Money, Names, Year
from reportgen.inputs.places import written_places
from reportgen.model.report import wordings
from reportgen.returned.operations import (
    AddFact,
    AddNote,
    DeleteBlock,
    DeleteEntry,
    DeleteTableRow,
    DropFact,
    DropNote,
    InsertBlock,
    InsertEntry,
    InsertTableRow,
    MoveBlock,
    NewBlock,
    Operation,
    SetFact,
    SetWording,
)
from reportgen.returned.place_edits import place_edits
from reportgen.returned.value_edits import value_edits

FIRST = """\
id: first
heading: The first section
paragraphs:
  # about the opening
  - id: opening
    facts: {trained: {count: 313, of: officials}}   # counted
    text: >
      It trained {{ trained }} officials in {{ year }}.
  - id: second
    text: "Two.[^seen]"
    notes:
      seen: As of today.

  - id: third   # the third
    text: Three.
    subparagraphs:
      - {id: third-a, text: One;}
      - {id: third-b, text: Two.}
"""
SECOND = """\
id: second-section
heading: More
paragraphs:
  - {id: fourth, text: Four.}
  - id: lands
    list:
      - {text: Africa, list: [North, South]}
      - Asia
  - id: visits
    table:
      caption: Visits
      columns: [Place, Number]
      rows:
        - [Kenya, 12]
        - ["Peru", 4.50]
sections:
  - {id: inner, heading: Inner}
"""


@pytest.fixture
def edited(tiny) -> Callable[[Callable[..., Any], Sequence[Operation]], dict[str, str]]:
    """A function: the texts of the two sections and of report.yaml after operations, which are loaded once more."""
    tiny.report(
        "symbol: A/99/1\ntitle: A small report\nmasthead: {organ: ecosoc}\nfacts: {year: {year: 2018}}\n"
        "sections: [first, more]\n"
    )
    tiny.section(FIRST)
    tiny.section(SECOND, "more")
    tiny.load()

    def made(edits: Callable[..., Any], operations: Sequence[Operation]) -> dict[str, str]:
        places = written_places(tiny.workspace, "tiny")
        found = edits(operations, places)
        files = found.made(places, {path: path.read_bytes() for path in found.files(places)})
        for path, data in files.items():
            path.write_bytes(data)
        tiny.load()
        return {path.stem: data.decode() for path, data in files.items()}

    return made


def changed(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_new_texts_and_values(edited) -> None:
    found = edited(
        value_edits,
        [
            SetWording("opening", "It has {{ trained }} of {{ people }} officials in {{ year }}."),
            SetFact("opening", "trained", Count(331, "more_than")),
            AddFact("opening", "people", Count(400)),
            SetFact("", "year", Year(2019)),
            SetWording("title", "A short report"),
            SetWording("third-b", "Zwei."),
        ],
    )
    assert found["first"] == changed(
        FIRST,
        (
            "It trained {{ trained }} officials in {{ year }}.",
            "It has {{ trained }} of {{ people }} officials in\n      {{ year }}.",
        ),
        (
            "facts: {trained: {count: 313, of: officials}}   # counted",
            "facts: {trained: {count: 331, qualifier: more_than, of: officials}, people: {count: 400}}   # counted",
        ),
        ("text: Two.}", "text: Zwei.}"),
    )
    assert "facts: {year: {year: 2019}}\n" in found["report"]
    assert "title: A short report\n" in found["report"]


def test_the_first_facts_and_notes_of_a_block(edited) -> None:
    found = edited(
        value_edits,
        [
            SetWording("third", "It cost {{ cost }} in {{ place }}.[^when]"),
            AddFact("third", "cost", Money(Decimal("1500000"), "USD")),
            AddFact("third", "place", Names("place", ("KE",))),
            AddNote("third", "when", "Last year."),
        ],
    )
    assert found["first"] == changed(
        FIRST,
        (
            "  - id: third   # the third\n    text: Three.\n",
            "  - id: third   # the third\n"
            "    facts: {cost: {money: 1500000, currency: USD}, place: {place: KE}}\n"
            "    text: It cost {{ cost }} in {{ place }}.[^when]\n",
        ),
        ("text: Two.}\n", "text: Two.}\n    notes:\n      when: Last year.\n"),
    )


def test_the_last_facts_and_notes_of_a_block(edited) -> None:
    found = edited(
        value_edits,
        [
            SetWording("opening", "It trained officials in {{ year }}."),
            DropFact("opening", "trained"),
            SetWording("second", "Two."),
            DropNote("second", "seen"),
        ],
    )
    assert found["first"] == changed(
        FIRST,
        ("    facts: {trained: {count: 313, of: officials}}   # counted\n", ""),
        ("It trained {{ trained }} officials in {{ year }}.", "It trained officials in {{ year }}."),
        ('"Two.[^seen]"\n    notes:\n      seen: As of today.\n', '"Two."\n'),
    )


def test_cells(edited) -> None:
    found = edited(value_edits, [SetWording("visits/1-2", "14"), SetWording("visits/2-2", "4.60")])
    assert found == {"more": changed(SECOND, ("[Kenya, 12]", "[Kenya, 14]"), ("4.50", "4.60"))}


def test_blocks_are_inserted_behind_others_and_below_headings(edited) -> None:
    new = [NewBlock("new-one", "text", "It has {{ n }}.", (("n", Count(3)),)), NewBlock("new-two", "plain", "Aside.")]
    found = edited(
        place_edits,
        [
            InsertBlock(new[0], "opening"),
            InsertBlock(new[1], "new-one"),
            InsertBlock(NewBlock("top", "text", "Top."), "second-section", inside=True),
            InsertBlock(NewBlock("third-c", "text", "Three."), "third-b"),
            InsertBlock(NewBlock("fourth-a", "text", "A."), "fourth", inside=True),
            InsertBlock(NewBlock("within", "text", "In."), "inner", inside=True),
        ],
    )
    added = (
        "  - id: new-one\n    facts: {n: {count: 3}}\n    text: It has {{ n }}.\n  - id: new-two\n    plain: Aside.\n"
    )
    assert added in found["first"].replace("text: >\n      It has {{ n }}.", "text: It has {{ n }}.")
    assert "      - {id: third-c, text: Three.}\n" in found["first"]


def test_blocks_are_deleted_with_their_comments(edited) -> None:
    found = edited(place_edits, [DeleteBlock("opening"), DeleteBlock("third-a"), DeleteBlock("lands")])
    assert "opening" not in found["first"]
    assert found["first"].startswith("id: first\nheading: The first section\nparagraphs:\n  - id: second\n")
    assert "third-a" not in found["first"]
    assert "third-b" in found["first"]
    assert "Africa" not in found["more"]


def test_a_section_is_deleted_from_the_list_that_names_it(edited, tiny) -> None:
    found = edited(place_edits, [DeleteBlock("second-section")])
    assert list(found) == ["report"]
    assert "sections: [first]\n" in found["report"]


def test_a_block_moves_with_its_comments(edited, tiny) -> None:
    found = edited(place_edits, [MoveBlock("opening", "second")])
    assert found["first"].index("# about the opening") > found["first"].index("As of today.")
    assert [item.id for item in tiny.load().all_items()][:3] == ["second", "opening", "third"]


def test_a_block_moves_to_another_file(edited, tiny) -> None:
    edited(place_edits, [MoveBlock("third", "fourth"), MoveBlock("lands", "opening")])
    report = tiny.load()
    assert [item.id for item in report.all_items()] == ["opening", "lands", "second", "fourth", "third", "visits"]
    assert "third-b" in [name for name, _, _ in wordings(report)]


def test_blocks_change_places(edited, tiny) -> None:
    edited(
        place_edits,
        [
            MoveBlock("third", "first", inside=True),
            InsertBlock(NewBlock("new", "text", "New."), "third"),
            DeleteBlock("second"),
            MoveBlock("lands", "visits"),
        ],
    )
    assert [item.id for item in tiny.load().all_items()] == ["third", "new", "opening", "fourth", "visits", "lands"]


def test_items_and_rows(edited) -> None:
    found = edited(
        place_edits,
        [
            InsertEntry("lands", (0, 1), "East"),
            InsertEntry("lands", (1,), "America"),
            DeleteEntry("lands", (1,)),
            InsertTableRow("visits", 1, ("Chile", "7")),
            DeleteTableRow("visits", 1),
        ],
    )
    assert found["more"] == changed(
        SECOND,
        ("[North, South]", "[North, East, South]"),
        ("      - Asia\n", "      - America\n"),
        ('        - ["Peru", 4.50]\n', "        - [Chile, 7]\n"),
    )


def test_rows_of_a_csv_file(tiny) -> None:
    path = tiny.write("inputs/tiny/visits.csv", "Town,Count\nKenya,12\nPeru,3\n")
    tiny.paragraphs("- id: visits\n  table:\n    caption: Visits\n    file: visits.csv\n")
    places = written_places(tiny.workspace, "tiny")
    found = place_edits([InsertTableRow("visits", 1, ("Chile, east", "7")), DeleteTableRow("visits", 0)], places)
    [data] = found.made(places, {path: path.read_bytes()}).values()
    assert data == b'Town,Count\n"Chile, east",7\nPeru,3\n'
    found = value_edits([SetWording("visits/2-2", "4"), SetWording("visits/head-1", "City")], places)
    [data] = found.made(places, {path: path.read_bytes()}).values()
    assert data == b"City,Count\nKenya,12\nPeru,4\n"


def test_what_is_said_twice_is_done_once(edited) -> None:
    twice = [SetFact("opening", "trained", Count(331)), SetWording("third", "Drei.")] * 2
    assert edited(value_edits, twice)["first"] == changed(FIRST, ("313", "331"), ("Three.", "Drei."))
