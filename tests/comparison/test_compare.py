"""Small sides, one block a line: `id kind path owner: text`."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.comparison.compare import compare
from reportgen.comparison.sides import Piece, of_lines
from reportgen.comparison.table import rows
from reportgen.ledger.read_file import parse_path
from reportgen.tree.line import Line

KYRGYZSTAN = "In Kyrgyzstan the office trained judges in 2018 and supported the reform of juvenile prisons nationwide."
MALAWI = "A helpline for survivors opened in Namibia, while the Prisons Act of Malawi was reviewed by experts there."
PERU = (
    "In 2017, prosecutors from Peru visited shelters in Lima and drafted guidelines on violence against women together."
)
LONG = f"{KYRGYZSTAN} {MALAWI} {PERU}"


def side(text: str, language: str = "en", typed: frozenset[int] = frozenset()) -> list[Piece]:
    """Pieces from lines such as `a 41: text`, `b 41.1: text`, `h heading 1: text`, `n note 1 in a: text`."""
    lines, owners = [], {}
    for index, row in enumerate(filter(None, map(str.strip, text.splitlines()))):
        head, _, words = row.partition(": ")
        name, *rest = head.split(" ")
        kind = rest.pop(0) if rest and rest[0].isalpha() else ""
        if "in" in rest:
            owners[index] = next(at for at, line in enumerate(lines) if line.id == rest[-1])
            rest = rest[: rest.index("in")]
        path = parse_path(" ".join(rest))
        kind = kind or ("subparagraph" if len(path) > 1 else "paragraph")
        lines.append(Line(name.replace("_", ""), kind, path, "", words))
    return of_lines(lines, language, owners, typed)


def told(old: str, new: str, **options: Any) -> list[str]:
    """What is not unchanged, as `id change old-new remark`."""
    languages = options.pop("languages", ("en", "en"))
    typed = options.pop("typed", frozenset())
    found = compare(side(old, languages[0]), side(new, languages[1], typed), **options)
    return [
        f"{each.id or each.old_id} {each.place} {'.'.join(map(str, each.old))}-{'.'.join(map(str, each.new))}"
        f"{' reworded' if each.reworded else ''}{f' by {each.found}' if each.found != 'id' else ''}"
        f"{f': {each.remark}' if each.remark else ''}"
        for each in found
        if each.change != "unchanged" or each.found != "id" or each.astray
    ]


BASE = f"""
    h heading 1: Activities
    a 1: {KYRGYZSTAN}
    b 2: {MALAWI}
    c 3: {PERU}
"""


def test_nothing_changed() -> None:
    assert told(BASE, BASE) == []


def test_inserted_and_those_behind_it_renumbered() -> None:
    new = f"h heading 1: Activities\n a 1: {KYRGYZSTAN}\n x 2: Quite new.\n b 3: {MALAWI}\n c 4: {PERU}"
    assert told(BASE, new) == ["x inserted -2", "b renumbered 2-3", "c renumbered 3-4"]


def test_deleted_stands_where_it_stood() -> None:
    new = f"h heading 1: Activities\n a 1: {KYRGYZSTAN}\n c 2: {PERU}"
    assert told(BASE, new) == ["b deleted 2-", "c renumbered 3-2"]


def test_reworded() -> None:
    assert told(BASE, BASE.replace("judges", "lawyers")) == ["a same 1-1 reworded"]


@pytest.mark.parametrize(
    ("order", "result"),
    [
        ("bac", ["b renumbered 2-1", "a moved 1-2"]),
        ("cab", ["c moved 3-1", "a renumbered 1-2", "b renumbered 2-3"]),
        ("cba", ["c moved 3-1", "a moved 1-3"]),
    ],
)
def test_moved_are_as_few_as_can_be_and_those_of_another_number(order: str, result: list[str]) -> None:
    texts = {"a": KYRGYZSTAN, "b": MALAWI, "c": PERU}
    new = "h heading 1: Activities\n" + "\n".join(f"{name} {at}: {texts[name]}" for at, name in enumerate(order, 1))
    assert told(BASE, new) == result


def test_a_move_that_is_known_accuses_no_other() -> None:
    new = f"h heading 1: Activities\n b 1: {MALAWI}\n a 2: {KYRGYZSTAN}\n c 3: {PERU}"
    assert told(BASE, new, moved={"b"}) == ["b moved 2-1", "a renumbered 1-2"]


def test_a_paragraph_goes_to_another_section() -> None:
    old = f"h heading 1: One\n a 1: {KYRGYZSTAN}\n i heading 2: Two\n b 2: {MALAWI}"
    new = f"h heading 1: One\n i heading 2: Two\n a 1: {KYRGYZSTAN}\n b 2: {MALAWI}"
    assert told(old, new) == ["a moved 1-1"]


def test_a_part_that_belongs_to_another_paragraph_was_moved() -> None:
    old = f"a 1: {KYRGYZSTAN}\n s 1.1: A part\n b 2: {MALAWI}"
    new = f"a 1: {KYRGYZSTAN}\n x 2: Between\n s 2.1: A part\n b 3: {MALAWI}"
    assert told(old, new) == ["x inserted -2", "s moved 1.1-2.1", "b renumbered 2-3"]


def test_a_part_follows_its_paragraph() -> None:
    old = f"a 1: {KYRGYZSTAN}\n b 2: {MALAWI}\n s 2.1: A part"
    new = f"b 1: {MALAWI}\n s 1.1: A part"
    assert told(old, new) == ["a deleted 1-", "b renumbered 2-1", "s renumbered 2.1-1.1"]


def test_a_note_that_is_marked_elsewhere_was_moved() -> None:
    old = f"a 1: {KYRGYZSTAN}\n b 2: {MALAWI}\n n note 1 in a: A source"
    assert told(old, old.replace("in a", "in b")) == ["n moved 1-1"]


def test_a_heading_that_rises() -> None:
    old = f"h heading 1: One\n i heading 1.1: Two\n a 1: {KYRGYZSTAN}\n j heading 1.2: Three\n b 2: {MALAWI}"
    new = f"h heading 1: One\n i heading 1.1: Two\n a 1: {KYRGYZSTAN}\n j heading 2: Three\n b 2: {MALAWI}"
    assert told(old, new) == ["j moved 1.2-2"]


def test_a_paragraph_that_becomes_a_part() -> None:
    old = f"a 1: {KYRGYZSTAN}\n b 2: {MALAWI}"
    assert told(old, old.replace("b 2", "b 1.1")) == ["b moved 2-1.1: it was a paragraph"]


@pytest.mark.parametrize(
    ("was", "said"), [("52", "para. 52"), ("52.2", "para. 52 (b)"), ("heading 4.2", "heading IV.B")]
)
def test_what_has_no_number_now_is_cited_as_what_it_was(was: str, said: str) -> None:
    found = compare(side(f"a {was}: {KYRGYZSTAN}"), side(f"a plain: {KYRGYZSTAN}"))
    assert [(row.old, row.new) for row in rows(found)] == [(said, "plain")]


@pytest.mark.parametrize("cut", [len(KYRGYZSTAN), len(KYRGYZSTAN) + len(MALAWI) // 2])
def test_split(cut: int) -> None:
    new = f"a 1: {LONG[:cut]}\n x 2: {LONG[cut:]}\n b 3: Other words."
    assert told(f"a 1: {LONG}\n b 2: Other words.", new) == [
        "a same 1-1 reworded", "x inserted -2: split from a", "b renumbered 2-3",
    ]  # fmt: skip


def test_the_first_half_has_a_new_id() -> None:
    new = f"x 1: {KYRGYZSTAN} {MALAWI}\n a 2: {PERU}"
    assert told(f"a 1: {LONG}", new) == ["x inserted -1: split from a", "a renumbered 1-2 reworded"]


@pytest.mark.parametrize("kept_first", [True, False])
@pytest.mark.parametrize("between", range(4))
def test_a_split_is_seen_up_to_three_paragraphs_away(between: int, kept_first: bool) -> None:
    strangers = [f"s{number}: Wholly other words stand here, {number}." for number in range(between)]
    rows = [f"a: {KYRGYZSTAN} {MALAWI}", *strangers, f"x: {PERU}"]
    new = [row.replace(":", f" {at}:", 1) for at, row in enumerate(rows if kept_first else rows[::-1], 1)]
    said = [row for row in told(f"a 1: {LONG}", "\n".join(new)) if row.startswith("x ")]
    assert said == [f"x inserted -{between + 2 if kept_first else 1}{': split from a' if between < 3 else ''}"]


def test_merged() -> None:
    old = f"a 1: {KYRGYZSTAN}\n b 2: {MALAWI}\n c 3: {PERU}"
    new = f"a 1: {KYRGYZSTAN} {MALAWI}\n c 2: {PERU}"
    assert told(old, new) == ["a same 1-1 reworded", "b deleted 2-: merged into a", "c renumbered 3-2"]


def test_an_insertion_beside_a_reworded_paragraph_is_no_split() -> None:
    new = f"a 1: {KYRGYZSTAN}\n x 2: {PERU}"
    assert told(f"a 1: {KYRGYZSTAN} More.", new) == ["a same 1-1 reworded", "x inserted -2"]


def test_another_id_with_the_same_text_is_the_same_block() -> None:
    assert told(BASE, BASE.replace("b 2", "z 2")) == ["z same 2-2 by text"]


def test_an_author_who_replaces_a_paragraph_did_not_reword_it() -> None:
    new = BASE.replace("b 2", "z 2").replace(
        MALAWI, MALAWI.replace("Namibia", "Kenya").replace("Malawi", "Uganda")[:70]
    )
    assert told(BASE, new) == ["b deleted 2-", "z inserted -2"]


# Files: ids are bookmarks, which may be missing or left behind.


def test_without_ids_texts_are_recognised() -> None:
    new = f"_ heading 1: Activities\n _ 1: {KYRGYZSTAN}\n _ 2: {MALAWI} And so on.\n _ 3: {PERU}"
    assert told(BASE, new, sure=False) == [
        "h same 1-1 by text", "a same 1-1 by text", "b same 2-2 reworded by text", "c same 3-3 by text",
    ]  # fmt: skip


def test_a_bookmark_that_was_left_behind_does_not_count() -> None:
    new = f"h heading 1: Activities\n a 1: {MALAWI}\n b 2: {KYRGYZSTAN}\n c 3: {PERU}"
    assert told(BASE, new, sure=False) == ["a renumbered 2-1 by text", "b moved 1-2 by text"]


def test_a_bookmark_counts_where_nothing_is_like_it() -> None:
    new = BASE.replace(MALAWI, "All of it was written anew.")
    assert told(BASE, new, sure=False) == ["b same 2-2 reworded"]


def test_a_paragraph_without_bookmark_that_was_written_anew() -> None:
    new = BASE.replace(f"b 2: {MALAWI}", "_ 2: All of it was written anew.")
    assert told(BASE, new, sure=False) == ["b same 2-2 reworded by number"]


def test_a_number_typed_by_hand() -> None:
    assert told(BASE, BASE, sure=False, typed=frozenset({2})) == ["b same 2-2: its number is typed by hand"]


def test_a_list_that_restarts() -> None:
    new = BASE.replace("b 2", "b 1").replace("c 3", "c 2")
    assert told(BASE, new, sure=False) == ["b renumbered 2-1: the list restarts here", "c renumbered 3-2"]


def test_a_number_that_jumps() -> None:
    new = BASE.replace("b 2", "b 7").replace("c 3", "c 8")
    assert told(BASE, new, sure=False) == ["b renumbered 2-7: the number jumps here: expected 2", "c renumbered 3-8"]


def test_a_number_that_stands_twice() -> None:
    new = BASE.replace("c 3", "_ 2: Typed into the file.\n c 3")
    assert told(BASE, new, sure=False) == [" inserted -2: its number stands twice"]


def test_a_gap_that_the_report_has_too() -> None:
    old = f"a 1: {KYRGYZSTAN}\n b 3: {MALAWI}\n b2 3 bis: {PERU}\n c 4: Last."
    new = f"_ 1: New.\n a 2: {KYRGYZSTAN}\n b 4: {MALAWI}\n b2 4 bis: {PERU}\n c 5: Last."
    assert [row for row in told(old, new, sure=False) if ":" in row] == []


def test_a_number_that_is_gone() -> None:
    new = BASE.replace("b 2", "b plain").replace("c 3", "c 2")
    assert told(BASE, new, sure=False) == ["b renumbered 2-: it has no number now", "c renumbered 3-2"]


# Two languages.

FRENCH = """
    _ heading 1: Activités
    _ 1: Au Kirghizistan, le Bureau a formé des juges en 2018 et a soutenu la réforme des prisons pour mineurs.
    _ 2: Une ligne d’assistance a été ouverte en Namibie et la loi du Malawi sur les prisons a été revue par des juges.
    _ 3: En 2017, des procureurs du Pérou ont visité des refuges à Lima et ont rédigé des directives sur la violence.
"""


def test_two_languages_without_ids_by_figures_and_place() -> None:
    found = told(BASE, FRENCH, sure=False, languages=("en", "fr"))
    assert found == ["h same 1-1 by number", "a same 1-1 by number", "b same 2-2 by number", "c same 3-3 by number"]


def test_two_languages_of_which_one_has_a_paragraph_less() -> None:
    rows = FRENCH.splitlines()
    new = "\n".join([*rows[:3], rows[4].replace("3:", "2:")])
    found = told(BASE, new, sure=False, languages=("en", "fr"))
    assert [row for row in found if "same" not in row] == ["b deleted 2-", "c renumbered 3-2 by number"]


def test_two_languages_of_an_author_go_by_id_alone() -> None:
    new = FRENCH.replace("_ heading", "h heading").replace("_ 1", "a 1").replace("_ 2", "b 2").replace("_ 3", "z 3")
    assert told(BASE, new, languages=("en", "fr")) == ["c deleted 3-", "z inserted -3"]
