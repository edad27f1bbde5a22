"""Tables, figures, lists, quotations and annexes of Markdown, ours and of others."""

from __future__ import annotations

from reportgen.readers.markdown import parse_markdown

Row = tuple[str, tuple[int | str, ...], str, str]


def rows(text: str) -> list[Row]:
    return [(line.kind, line.path, line.label, line.text) for line in parse_markdown(text).lines()]


def ids(text: str) -> list[str]:
    return [line.id for line in parse_markdown(text).lines()]


def test_a_table_of_others() -> None:
    text = "Table 3. Visits\n\n| Place | Visits |\n|---|--:|\n| Kenya | 1 |\n\nSource: Own.\n\n<sup>a</sup> Note.\n"
    assert rows(text) == [
        ("table", (3,), "Table 3", "Visits"),
        ("cell", (), "", "Place"),
        ("cell", (), "", "Visits"),
        ("cell", (), "", "Kenya"),
        ("cell", (), "", "1"),
        ("source", (), "", "Own."),
        ("letter-note", ("table", 3, 1), "a", "Note."),
    ]


def test_a_table_without_bars_at_its_edges() -> None:
    assert rows("Text\n\na | b\n--|--\n1 | 2\n\nx | y\n") == [
        ("plain", (), "", "Text"),
        *(("cell", (), "", text) for text in ("a", "b", "1", "2")),
        ("plain", (), "", "x | y"),
    ]


def test_cells_of_ours_have_the_ids_of_their_places() -> None:
    text = '<a id="t"></a>Table 1\\\n**Visits**\n\n| *A* | *B* |\n|:--|--:|\n| x |  |\n|  | y |\n\n| z |\n|---|\n'
    assert ids(text) == ["t", "t/head-1", "t/head-2", "t/1-1", "t/2-2", ""]


def test_a_sentence_about_a_table_is_no_caption() -> None:
    assert rows("Table 3 shows it.\n\nMore.\n")[0] == ("plain", (), "", "Table 3 shows it.")


def test_figures() -> None:
    text = "![Two *bars*](a.png)\n\nFigure 2: Visits\n\nAn ![inline](b.png) picture\n"
    assert rows(text) == [
        ("alternative", (), "", "Two bars"),
        ("figure", (2,), "Figure 2", "Visits"),
        ("plain", (), "", "An inline picture"),
    ]


def test_annexes() -> None:
    text = (
        "# Title\n\n1\\. First\n\n## Annex II: Terms\n\n1. one\n2. two\n   1. inner\n\n### Appendix\n\n1. one\n\n"
        "## Annexes\n"
    )
    assert rows(text) == [
        ("plain", (), "", "Title"),
        ("paragraph", (1,), "1.", "First"),
        ("annex", ("annex", 2), "Annex II", "Terms"),
        ("paragraph", ("annex", 2, 1), "1.", "one"),
        ("paragraph", ("annex", 2, 2), "2.", "two"),
        ("subparagraph", ("annex", 2, 2, 1), "1.", "inner"),
        ("appendix", ("annex", 2, "appendix", 1), "Appendix", ""),
        ("paragraph", ("annex", 2, "appendix", 1, 1), "1.", "one"),
        ("heading", (), "", "Annexes"),
    ]


def test_quotations_and_lists() -> None:
    assert rows("> One\n>\n> Two\n\n> Three\n\n- a\n  - b\n") == [
        ("quotation", (), "", "One"),
        ("quotation", (), "", "Two"),
        ("quotation", (), "", "Three"),
        ("item", (), "", "a"),
        ("item", (), "", "b"),
    ]


def test_contents_are_no_lines() -> None:
    text = (
        '<a id="contents"></a>**Contents**\u2003*Pages*\n\n- [I. One](#one)\u20031–2\n  - [A](#a)\n\n- [link](#one)\n'
    )
    assert rows(text)[0] == ("contents", (), "", "Contents")
    assert rows("- [I. One](#one)\n") == [("item", (), "", "I. One")]


def test_a_box_of_a_language_that_nobody_knows() -> None:
    text = (
        '> <a id="b"></a>Kasten 2\\\n> **Rat<sup>*a*</sup>**\n>\n> <a id="b/1"></a>Zuerst\n>\n'
        '> <a id="b/source"></a>*Quelle:* X\n'
    )
    assert rows(text) == [
        ("box", (2,), "Kasten 2", "Rat"),
        ("plain", (), "", "Zuerst"),
        ("source", (), "", "X"),
    ]
    assert ids(text) == ["b", "b/1", "b/source"]
