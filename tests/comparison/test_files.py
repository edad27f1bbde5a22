from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportgen.comparison.files import Citation, Comparison, Lines, compare_lines, lines_of, same_language
from reportgen.comparison.table import rows
from reportgen.tree.line import Line

TEXTS = {
    "alpha": "Judges in the juvenile courts of Kenya received training on detention.",
    "beta": "A helpline for survivors was opened; see paragraph 3 (a) and section I.",
    "gamma": "Prosecutors of Peru drafted guidelines on shelters.",
}
REPORT = Lines(
    "report",
    (
        Line("one", "heading", (1,), "I.", "Activities of the Office"),
        Line("alpha", "paragraph", (1,), "1.", TEXTS["alpha"]),
        Line("beta", "paragraph", (2,), "2.", TEXTS["beta"]),
        Line("gamma", "paragraph", (3,), "3.", TEXTS["gamma"]),
        Line("part", "subparagraph", (3, 1), "(a)", "In the capital."),
        Line("source", "note", (1,), "1", "Available online."),
    ),
    marked_in={5: 1},
    citations={2: (Citation("part", "3 (a)"), Citation("one", "I"))},
    sure=True,
)


def edited(**changes: Any) -> Lines:
    """The same lines as a file."""
    return replace(REPORT, name="file", sure=False, **changes)


def told(found: Comparison) -> list[str]:
    return [f"{each.id} {each.change}" for each in found.differences if each.change != "unchanged"]


def test_the_same_lines() -> None:
    found = compare_lines(REPORT, edited())
    assert (told(found), found.citations, found.numbers_differ()) == ([], (), False)
    assert found.recognised() == {"id": 6}


@pytest.mark.parametrize("text", ["3 (a)", "3(a)", "3 a)", "(a)"])
def test_a_reference_may_print_a_number_in_any_language_or_in_part(text: str) -> None:
    lines = list(REPORT.lines)
    lines[2] = replace(lines[2], text=lines[2].text.replace("3 (a)", text))
    found = compare_lines(
        REPORT, edited(lines=tuple(lines), citations={2: (Citation("part", text), Citation("one", "I"))})
    )
    assert (told(found), found.citations) == ([], ())


def test_a_reference_that_was_left_behind() -> None:
    lines = [REPORT.lines[0], Line("", "paragraph", (1,), "1.", "Quite new, by hand.")]
    lines += [
        replace(
            line,
            path=(line.path[0] + 1, *line.path[1:]),
            label=f"{line.path[0] + 1}." if len(line.path) == 1 else "(a)",
        )
        for line in REPORT.lines[1:5]
    ]
    found = compare_lines(
        REPORT, edited(lines=(*lines, REPORT.lines[5]), marked_in={6: 2}, citations={3: REPORT.citations[2]})
    )
    assert told(found) == [" inserted", "alpha renumbered", "beta renumbered", "gamma renumbered", "part renumbered"]
    assert found.citations == (("beta", "says '3 (a)', but part is para. 4 (a)"),)
    assert found.numbers_differ()


def test_a_reference_that_is_gone_and_one_that_is_new() -> None:
    found = compare_lines(REPORT, edited(citations={2: (Citation("one", "I"),), 3: (Citation("alpha", "1"),)}))
    assert found.citations == (
        ("beta", "the cross-reference to part is missing"),
        ("gamma", "a cross-reference to alpha was added"),
    )
    assert found.numbers_differ()


def test_a_note_in_another_paragraph() -> None:
    found = compare_lines(REPORT, edited(marked_in={5: 3}))
    assert told(found) == ["source moved"]


def test_what_stands_round_the_report_is_left_out() -> None:
    around = Line("", "plain", (), "", "United Nations")
    lines = (around, around, *REPORT.lines[:5], around, REPORT.lines[5], around)
    found = compare_lines(REPORT, edited(lines=lines, marked_in={8: 3}, citations={4: REPORT.citations[2]}))
    assert told(found) == [" inserted"]
    assert not found.numbers_differ()


def test_as_data() -> None:
    found = compare_lines(REPORT, edited(lines=REPORT.lines[:4], marked_in={})).as_json()
    assert {name: found[name] for name in ("old", "new", "numbers_differ", "recognised")} == {
        "old": "report", "new": "file", "numbers_differ": True, "recognised": {"id": 4},
    }  # fmt: skip
    assert [(each["id"], each["change"], each["old"], each["new"]) for each in found["differences"]] == [
        ("part", "deleted", [3, 1], []), ("source", "deleted", [1], []),
    ]  # fmt: skip
    assert found["references"] == [{"where": "beta", "message": "the cross-reference to part points to nothing"}]


def test_texts_of_one_language_have_words_in_common() -> None:
    assert same_language(REPORT, edited(lines=REPORT.lines[:3]))
    french = tuple(replace(line, text="Le Bureau a formé des magistrats kényans") for line in REPORT.lines)
    assert not same_language(REPORT, edited(lines=french))


def test_the_lines_of_a_document(book: Any) -> None:
    book.write(one=["alpha", ("beta", '\'See {{ paras("gamma", "epsilon") }}.\'')])
    document = book.built()["en"]
    found = lines_of(document)
    assert found.name == "tiny (en)"
    assert [line.id for line in found.lines] == ["one", "alpha", "beta", "two", "gamma", "delta", "epsilon"]
    assert found.citations == {2: (Citation("gamma", "3"), Citation("epsilon", "5"))}
    assert found.pieces("en")[2].text == "See paragraphs #gamma and #epsilon."
    assert found.sure


def test_what_was_reworded_inserted_and_deleted_is_shown_in_its_words() -> None:
    lines = list(REPORT.lines)
    lines[1] = replace(lines[1], text=TEXTS["alpha"].replace("Kenya", "Uganda"))
    del lines[3]
    found = compare_lines(REPORT, edited(lines=tuple(lines), marked_in={4: 1}))
    shown = [row.words for row in rows(found.differences) if row.words]
    assert shown == [
        "the juvenile courts of [-Kenya-]{+Uganda+} received training on detention",
        "[-Prosecutors of Peru drafted guidelines on shelters.-]",
    ]
    [reworded] = [each for each in found.as_json()["differences"] if each["change"] == "reworded"]
    assert (reworded["old_text"], reworded["new_text"]) == (TEXTS["alpha"], lines[1].text)


def test_a_cross_reference_that_follows_its_target_is_no_new_wording() -> None:
    found = compare_lines(REPORT, edited())
    assert [row.words for row in rows(found.differences)] == []


@pytest.mark.parametrize(
    ("kind", "path", "label", "shown"),
    [
        ("subparagraph", (60, 1, 1, 1, 1, 1), "1.", "1."),
        ("subparagraph", (60, 3), "(c)", "(c)"),
        ("subparagraph", (2, 1, 1), "(i)", "(i)"),
        ("subparagraph", (2, 1), "(a)", "para. 2 (a)"),
        ("subparagraph", (2, 1), "(أ)", "para. 2 (a)"),
        ("subparagraph", (2, 1), "1.", "1."),
        ("paragraph", (3,), "3.", "para. 3"),
        ("paragraph", ("annex", 1, 1), "1.", "para. 1 of annex I"),
        ("heading", (1, 1), "A.", "heading I.A"),
        ("plain", (), "", "plain"),
    ],
)
def test_a_block_from_another_document_has_the_label_that_is_seen(kind: str, path: Any, label: str, shown: str) -> None:
    first = [Line("", "paragraph", (1,), "1.", "The mandate was renewed in May."),
             Line("", "paragraph", (2,), "2.", "All Member States replied to the questionnaire."),
             ]  # fmt: skip
    pasted = Line("", kind, path, label, "Somebody else wrote words like these.")
    last = Line("", "plain", (), "", "The Office thanks everyone for their contributions.")
    end = Line("", "note", (1,), "1", "See the annual account.")
    found = compare_lines(Lines("old", (*first, last, end)), Lines("new", (*first, pasted, last, end)))
    (difference,) = [each for each in found.differences if each.place == "inserted"]
    (row,) = [row for row in rows(found.differences) if row.change == "inserted"]
    assert row.new == shown
    assert difference.label == (shown if shown == label else "")
    assert [each.get("label", "") for each in found.as_json()["differences"]] == [difference.label]
