"""Edits of YAML files in their text: what an edit does not touch keeps its bytes, whatever the file looks like."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.errors import InputError
from reportgen.located import Delete, Edit, Insert, Move, Replace, digest_of, parse
from reportgen.located.kept_text import normalized
from reportgen.located.splice import splice

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for pattern in ("inputs/**/*.yaml", "locales/*/conventions.yaml", "tests/cases/**/*.yaml", "templates/*.yaml")
    for path in ROOT.glob(pattern)
)
FILE = "a.yaml"

TEXT = """\
# The head of the file.
id: first   # behind
heading: "Of \\"that\\""
paragraphs:
  # about one
  - id: one
    facts: {a: {count: 4.50}, b: {places: [NO, "SE"]}}
    text: >
      In {{ a }} words
      of many.

      # no comment

  - id: two  # behind two
    text: |
      Line by
        line.
    # still of two
  # stray, and far away

  -
    id: three
    text: 'It''s so,
      and so on'
  - - deep
    - deeper
notes:
- {seen: "Yes", also: no more}
- plain text
  on two lines
last: end"""


def spliced(edits: list[Edit], text: str = TEXT) -> str:
    return splice(text.encode(), edits, FILE).decode()


def change(old: str, new: str, edits: list[Edit], text: str = TEXT) -> None:
    """The edits change these lines of the text, and nothing else."""
    assert text.count(old) == 1
    assert spliced(edits, text) == text.replace(old, new)


def test_no_edit_changes_nothing() -> None:
    assert spliced([]) == TEXT


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("id",), "second", "id: first   # behind", "id: second   # behind"),
        (("id",), "a: b", "id: first ", 'id: "a: b" '),
        (("id",), "12", "id: first ", 'id: "12" '),
        (("id",), 12, "id: first ", "id: 12 "),
        (("id",), "# not a comment", "id: first ", 'id: "# not a comment" '),
        (("id",), True, "id: first ", "id: true "),
        (("id",), "", "id: first ", 'id: "" '),
        (("id",), " blank ", "id: first ", 'id: " blank " '),
        (("id",), "two\nlines", "id: first ", 'id: "two\\nlines" '),
        (("heading",), 'Of "this"', '"Of \\"that\\""', '"Of \\"this\\""'),
        (("last",), "the end", "last: end", "last: the end"),
        (("paragraphs", 0, "facts", "a", "count"), Decimal("4.60"), "count: 4.50", "count: 4.60"),
        (("paragraphs", 0, "facts", "b", "places", 0), "DK", "[NO, ", "[DK, "),
        (("paragraphs", 0, "facts", "b", "places", 1), "DK", '"SE"', '"DK"'),
        (("paragraphs", 0, "facts", "b", "places", 0), "a, b", "[NO, ", '["a, b", '),
        (("paragraphs", 2, "text"), "It's over", "'It''s so,\n      and so on'", "'It''s over'"),
        (("paragraphs", 2, "text"), "It's so, and so forth", "and so on'", "and so forth'"),
        (("paragraphs", 1, "text"), "Line by\n  two.\n", "        line.", "        two."),
        (("notes", 1), "plain words on two lines", "plain text", "plain words"),
    ],
)
def test_another_value_in_the_same_style(path: Any, value: Any, old: str, new: str) -> None:
    change(old, new, [Replace(path, value)])


def test_lines_of_a_folded_block_that_stay_are_not_broken_anew() -> None:
    text = "a: >\n  one two three\n  four five six\n  seven eight\n\nb: c\n"
    change(
        "four five six",
        "four 5 and half a six",
        [Replace(("a",), "one two three four 5 and half a six seven eight")],
        text,
    )
    change("\n  seven eight", "", [Replace(("a",), "one two three four five six")], text)


def test_a_line_that_goes_leaves_the_others() -> None:
    text = "a: >\n  one two\n  three four\n  five six\n"
    change("  three four\n", "", [Replace(("a",), "one two five six")], text)


def test_a_block_keeps_its_last_line_break() -> None:
    for head in (">", "|", ">-", "|-"):
        text = f"a: {head}\n  one\nb: c\n"
        assert spliced([Replace(("a",), "two")], text) == text.replace("one", "two")
    assert spliced([Replace(("a",), "two\n")], "a: >-\n  one\nb: c\n") == "a: >\n  two\nb: c\n"
    assert parse(spliced([Replace(("a",), "two\n\n")], "a: >\n  one\nb: c\n"), FILE) == {"a": "two\n\n", "b": "c"}
    assert spliced([Replace(("a",), "two\n\n")], "a: |+\n  one\n\nb: c\n") == "a: |+\n  two\n\nb: c\n"


def test_a_value_that_is_not_there_gets_one() -> None:
    assert spliced([Replace(("a",), "b")], "a:\nc: d\n") == "a: b\nc: d\n"
    assert spliced([Replace(("a",), "b")], "a: # what?\nc: d\n") == "a: b # what?\nc: d\n"


def test_a_text_too_long_for_its_line_is_folded() -> None:
    text = "a: " + "x" * 70 + "\nb: short\n"
    words = "word " * 30 + "end"
    assert spliced([Replace(("b",), words)], text) == (
        "a: " + "x" * 70 + "\nb: >\n  " + ("word " * 14)[:-1] + "\n  " + ("word " * 14)[:-1] + "\n  word word end\n"
    )


def test_placeholders_are_not_broken() -> None:
    text = f'a: >\n  {"x" * 40} {{{{ fact | form("in") }}}}\n'
    found = spliced([Replace(("a",), "y" * 50 + ' {{ fact | form("in") }} z')], text)
    assert found == f'a: >\n  {"y" * 50}\n  {{{{ fact | form("in") }}}} z\n'


def test_items_with_their_comments() -> None:
    change(TEXT[TEXT.index("  # about one") : TEXT.index("  - id: two")], "", [Delete(("paragraphs", 0))])
    change(
        "\n  - id: two  # behind two\n    text: |\n      Line by\n        line.\n    # still of two\n",
        "",
        [Delete(("paragraphs", 1))],
    )
    change("\n  -\n    id: three\n    text: 'It''s so,\n      and so on'\n", "\n", [Delete(("paragraphs", 2))])


def test_a_new_item_copies_the_style_of_its_neighbour() -> None:
    new = {"id": "new", "facts": {"c": {"count": 3}}, "text": "New words."}
    change(
        "      # no comment\n",
        "      # no comment\n\n  - id: new\n    facts: {c: {count: 3}}\n    text: >\n      New words.\n",
        [Insert(("paragraphs", 1), new)],
    )
    change("also: no more}", "also: no more, new: thing}", [Insert(("notes", 0, "new"), "thing")])
    change("{seen: ", "{new: thing, seen: ", [Insert(("notes", 0, "new"), "thing", before="seen")])
    change("- plain text", "- new\n- plain text", [Insert(("notes", 1), "new")])
    change("last: end", 'last: end\nnew: "12"', [Insert(("new",), "12")])


def test_a_new_key_copies_the_style_of_the_same_key_of_the_other_items() -> None:
    text = "of:\n  items:\n    - id: one\n      text: >\n        Folded.\n    - id: two\nlast: end\n"
    change(
        "- id: two\n", "- id: two\n      text: >\n        New.\n", [Insert(("of", "items", 1, "text"), "New.")], text
    )


def test_the_first_key_behind_a_dash() -> None:
    change("- id: two  # behind two\n    text", "- text", [Delete(("paragraphs", 1, "id"))])
    change("- id: two", "- kind: new\n    id: two", [Insert(("paragraphs", 1, "kind"), "new", before="id")])
    change("  - - deep\n    - deeper", "  - - deeper", [Delete(("paragraphs", 3, 0))])
    text = "a:\n  - b: 1 # one\n    # of c\n    c: 2\n"
    assert spliced([Delete(("a", 0, "b"))], text) == "a:\n  -\n    # of c\n    c: 2\n"


def test_the_last_part_leaves_empty_brackets() -> None:
    text = "a: # all\n  # of b\n  - b\n\nc:\n  d: 1\ne: [f]\ng:\n  - h: 1\n"
    edits: list[Edit] = [Delete(("a", 0)), Delete(("c", "d")), Delete(("e", 0)), Delete(("g", 0, "h"))]
    assert spliced(edits, text) == "a: [] # all\n\nc: {}\ne: []\ng:\n  - {}\n"
    with pytest.raises(InputError, match=r"^a\.yaml:1:4: the last key of a file cannot be deleted"):
        spliced([Delete(("a",))], "a: b\n")


def test_empty_brackets_are_filled() -> None:
    text = "a: [] # all\nb: {}\nc: [{}]\n"
    edits: list[Edit] = [Insert(("a", 0), {"id": "x", "text": "y"}), Insert(("b", "k"), "v"), Insert(("c", 0, "k"), 1)]
    assert spliced(edits, text) == "a: # all\n  - {id: x, text: y}\nb: {k: v}\nc: [{k: 1}]\n"


def test_many_edits_are_of_the_places_as_they_were_read() -> None:
    text = "a:\n  - one\n  - two\n  - three\n  - four\n"
    edits: list[Edit] = [
        Delete(("a", 0)), Insert(("a", 1), "x"), Insert(("a", 1), "y"), Replace(("a", 1), "2"), Delete(("a", 3)),
        Insert(("a", 4), "z"),
    ]  # fmt: skip
    for shuffled in (edits, [*edits[3:], *edits[:3]]):
        assert spliced(shuffled, text) == 'a:\n  - x\n  - y\n  - "2"\n  - three\n  - z\n'


def test_all_items_may_go_and_others_come() -> None:
    text = "a:\n  - one\n  - two\nb: 1\n"
    assert spliced([Delete(("a", 0)), Delete(("a", 1))], text) == "a: []\nb: 1\n"
    assert spliced([Delete(("a", 0)), Delete(("a", 1)), Insert(("a", 2), "x")], text) == "a:\n  - x\nb: 1\n"


def test_what_moves_takes_its_comments_with_it() -> None:
    text = "a:\n  # of one\n  - one  # behind\n\n  - two\n\n  - three\nb: 1\n"
    moved = "a:\n  - two\n\n  # of one\n  - one  # behind\n\n  - three\nb: 1\n"
    assert spliced([Move(("a", 0), ("a", 2))], text) == moved
    assert spliced([Move(("a", 1), ("a", 0))], moved) == text
    assert spliced([Move(("a", 2), ("a", 0)), Replace(("a", 2), "3")], text) == (
        'a:\n  - "3"\n\n  # of one\n  - one  # behind\n\n  - two\nb: 1\n'
    )
    assert spliced([Move(("b",), ("b",), before="a")], text) == "b: 1\n" + text[:-5]


def test_what_moves_further_in_is_indented() -> None:
    text = "a:\n  - id: one\n    text: >\n      Some words\n      in lines.\n  - id: two\n    sub:\n      - id: three\n"
    assert spliced([Move(("a", 0), ("a", 1, "sub", 1))], text) == (
        "a:\n  - id: two\n    sub:\n      - id: three\n      - id: one\n        text: >\n          Some words\n"
        "          in lines.\n"
    )


def test_comments_in_brackets() -> None:
    text = "a: [\n  one, # of one\n  # of two\n  two,\n  three\n]\n"
    assert spliced([Delete(("a", 1))], text) == "a: [\n  one, # of one\n  three\n]\n"
    assert spliced([Delete(("a", 0))], text) == "a: [\n  # of two\n  two,\n  three\n]\n"
    assert spliced([Insert(("a", 3), "four")], text) == text.replace("three", "three,\n  four")
    with pytest.raises(InputError, match="a comment stands in the brackets"):
        spliced([Delete(("a", 1))], "a: [one, two, # of two\n  three]\n")


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        (
            [Replace(("heads",), "x")],
            "1:1: there is no key 'heads' here\n  hint: one of: heading, id, last, notes, paragraphs",
        ),
        ([Delete(("paragraphs", 9))], "5:3: there is no item 9 in this list of 4"),
        ([Insert(("paragraphs", 9), "x")], "5:3: there is no place 9 in this list of 4"),
        ([Replace(("paragraphs", "one"), "x")], "5:3: there is no key 'one' here"),
        ([Insert(("id", "x"), "y")], "1:5: 'x' cannot be put here"),
        ([Replace(("paragraphs",), "x")], "1:1: 'paragraphs' is a list or a mapping, not a value"),
        ([Replace(("id",), "x"), Delete(("id",))], "'id' is changed twice"),
        ([Delete(("paragraphs", 0)), Replace(("paragraphs", 0, "id"), "x")], "'paragraphs.0.id' is changed inside"),
        ([Move(("paragraphs", 0), ("paragraphs", 0, "facts", "x"))], "'paragraphs.0' cannot move into what moves"),
        ([Insert(("id",), "again")], "the key 'id' stands twice"),
        ([Replace(("id",), "\x00")], "the character U+0000 cannot stand in a text"),
        ([Delete(())], "1:1: the whole file is no item"),
    ],
)
def test_edits_that_cannot_be_made(edits: list[Edit], message: str) -> None:
    with pytest.raises(InputError) as caught:
        spliced(edits, TEXT.partition("\n")[2])
    assert str(caught.value).startswith(f"{FILE}:") or message[0] == "'"
    assert message in str(caught.value)


def test_anchors_are_not_touched() -> None:
    with pytest.raises(InputError, match=r"^a\.yaml:1:4: 'a' has an anchor or a tag\n  hint: make this change by hand"):
        spliced([Replace(("a",), "x")], "a: &x y\nb: z\n")
    assert spliced([Replace(("b",), "x")], "a: &x y\nb: z\n") == "a: &x y\nb: x\n"


def test_a_file_that_changed_since_it_was_read_is_refused() -> None:
    read = digest_of("a: b\n")
    assert splice(b"\xef\xbb\xbfa: b\r\n", [Replace(("a",), "c")], FILE, read) == b"\xef\xbb\xbfa: c\r\n"
    with pytest.raises(InputError, match=r"^a\.yaml: the file has changed since it was read\n  hint: "):
        splice(b"a: d\n", [Replace(("a",), "c")], FILE, read)


def test_line_ends_of_each_line_are_kept() -> None:
    data = b"a: >\r\n  one\n  two\r\nb:\r\n- c\n- d\r\ne: f"
    edits: list[Edit] = [Replace(("a",), "one two three"), Insert(("b", 2), "x"), Replace(("e",), "g")]
    assert splice(data, edits, FILE) == b"a: >\r\n  one\n  two three\r\nb:\r\n- c\n- d\r\n- x\r\ne: g"


@lru_cache(maxsize=64)
def contents(path: Path, kind: str) -> tuple[bytes, Any]:
    data = variant(path.read_bytes(), kind)
    return data, parse(normalized(data, str(path)), str(path))


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield path, data
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from places(value, (*path, step))


def variant(data: bytes, kind: str) -> bytes:
    """The file as other systems write it."""
    if kind == "no end":
        return data.rstrip(b"\n")
    windows = data.replace(b"\n", b"\r\n") if "windows" in kind else data
    return b"\xef\xbb\xbf" + windows if "mark" in kind else windows


VARIANTS = st.sampled_from(["", "no end", "windows", "mark", "windows, mark"])
TEXTS = st.one_of(
    st.text(max_size=60).filter(lambda text: text.isprintable()),
    st.sampled_from(
        ["a: b", "- a", "# a", "{{ a }} of *b*", 'it\'s "so"', "null", "12", "a\nb\n", "word " * 60, "\u2028"]
    ),
)


@given(st.sampled_from(FILES), VARIANTS, TEXTS, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_any_scalar_of_a_real_file(path: Path, kind: str, text: str, chance: random.Random) -> None:
    data, tree = contents(path, kind)
    where, own = chance.choice([each for each in places(tree) if not isinstance(each[1], dict | list)])
    assert splice(data, [Replace(where, own)], FILE) == data
    if not isinstance(own, str):
        return
    new = splice(data, [Replace(where, text)], FILE)
    found = dict(places(parse(normalized(new, FILE), FILE)))
    assert found.pop(where) in (text, f"{text}\n")
    for name, value in places(tree):
        assert isinstance(value, dict | list) or name == where or value == found[name]
    assert splice(new, [Replace(where, own)], FILE).count(b"\r\n") >= data.count(b"\r\n") - 60


VALUES = st.sampled_from(
    [
        "short",
        7,
        ["a", "b"],
        {"id": "new", "facts": {"a": {"count": 3}}, "text": "Words. " * 30, "notes": {"n": "See."}},
    ]
)


@given(st.sampled_from(FILES), VARIANTS, VALUES, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_inserting_and_deleting_again_gives_the_file_back(
    path: Path, kind: str, value: Any, chance: random.Random
) -> None:
    data, tree = contents(path, kind)
    where, owner = chance.choice([each for each in places(tree) if isinstance(each[1], dict | list) and each[1]])
    if isinstance(owner, list):
        place = (*where, chance.randrange(len(owner) + 1))
        edit = Insert(place, value)
    else:
        place = (*where, "new_key")
        edit = Insert(place, value, before=chance.choice([*owner, ""]))
    new = splice(data, [edit], FILE)
    assert dict(places(parse(normalized(new, FILE), FILE)))[place] is not None
    assert splice(new, [Delete(place)], FILE) == data


@given(st.sampled_from(FILES), VARIANTS, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_moving_there_and_back_gives_the_data_back(path: Path, kind: str, chance: random.Random) -> None:
    data, tree = contents(path, kind)
    lists = [each for each in places(tree) if isinstance(each[1], list) and len(each[1]) > 1]
    if not lists:
        return
    where, items = chance.choice(lists)
    start = chance.randrange(len(items))
    end = chance.choice([place for place in range(len(items) + 1) if place not in (start, start + 1)])
    new = splice(data, [Move((*where, start), (*where, end))], FILE)
    landed = end if end < start else end - 1
    back = start if start < landed else start + 1
    again = splice(new, [Move((*where, landed), (*where, back))], FILE)
    assert parse(normalized(again, FILE), FILE) == tree
