from __future__ import annotations

from reportgen.readers.outline import Outline, Path
from reportgen.readers.typed import typed_number


def read(*labels: str, outline: Outline | None = None) -> list[tuple[str, Path]]:
    outline = outline or Outline()
    found = [typed_number(f"{label}\ttext", sure=True) for label in labels]
    return [outline.read(typed) for typed in found if typed]


def test_paragraphs_with_parts() -> None:
    assert read("1.", "2.", "(a)", "(b)", "(i)", "(ii)", "(c)", "3.", "(a)") == [
        ("paragraph", (1,)),
        ("paragraph", (2,)),
        ("subparagraph", (2, 1)),
        ("subparagraph", (2, 2)),
        ("subparagraph", (2, 2, 1)),
        ("subparagraph", (2, 2, 2)),
        ("subparagraph", (2, 3)),
        ("paragraph", (3,)),
        ("subparagraph", (3, 1)),
    ]


def test_the_letter_i_after_h() -> None:
    labels = [f"({letter})" for letter in "abcdefghi"]
    assert read("1.", *labels)[-1] == ("subparagraph", (1, 9))


def test_headings_of_reports() -> None:
    assert read("I.", "II.", "A.", "B.", "C.", "D.", "III.", "A.") == [
        ("heading", (1,)),
        ("heading", (2,)),
        ("heading", (2, 1)),
        ("heading", (2, 2)),
        ("heading", (2, 3)),
        ("heading", (2, 4)),
        ("heading", (3,)),
        ("heading", (3, 1)),
    ]


def test_the_ninth_letter_and_the_first_chapter() -> None:
    letters = [f"{letter}." for letter in "ABCDEFGHI"]
    assert read("I.", *letters)[-1] == ("heading", (1, 9))


def test_arabic_headings() -> None:
    assert [path for _, path in read("أولا -", "ألف -", "باء -", "ثانيا -")] == [(1,), (1, 1), (1, 2), (2,)]


def test_what_is_said_counts_not_what_was_before() -> None:
    assert [path for _, path in read("1.", "7.", "(c)")] == [(1,), (7,), (7, 3)]


def test_parts_of_a_counted_paragraph() -> None:
    outline = Outline()
    outline.counted("paragraph", (41,))
    outline.counted("subparagraph", (41, 1))
    assert read("(b)", outline=outline) == [("subparagraph", (41, 2))]


def test_between_two_numbers() -> None:
    assert [path for _, path in read("41.", "41 bis.", "(a)", "(a bis)", "(b)", "42.")] == [
        (41,),
        ("41 bis",),
        ("41 bis", 1),
        ("41 bis", "1 bis"),
        ("41 bis", 2),
        (42,),
    ]


def test_skipped_levels_count_as_one() -> None:
    outline = Outline()
    assert outline.heading_at(3, 2) == (1, 1, 2)
    outline.counted("paragraph", (5,))
    assert outline.part_at(2, 1) == (5, 1, 1)


def test_letters_begin_anew_where_no_number_stands_between() -> None:
    assert [path for _, path in read("1.", "(a)", "(b)", "(i)", "(a)", "(b)", "(i)")] == [
        (1,),
        (1, 1),
        (1, 2),
        (1, 2, 1),
        (1, 1),
        (1, 2),
        (1, 2, 1),
    ]


def test_no_path_is_deeper_than_a_list_of_word() -> None:
    labels = ["(a)", "(i)", "(A)", "(I)", "(1)", "㈠", "（一）", "(а)", "(А)", "(أ)", "①"]
    assert len(read("1.", *labels)[-1][1]) == 10
