"""The masthead of a report against the lines above the text of a file."""

from __future__ import annotations

import pytest

from reportgen.comparison.mastheads import above_the_text, compare_mastheads
from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built, compare_file
from reportgen.tree.line import Line
from reportgen.writers.docx import write as write_word
from reportgen.writers.markdown import write as write_markdown

PARTS = (
    ("name", "United Nations"),
    ("symbol", "E/CN.15/2020/9"),
    ("information", "Distr.: General"),
    ("session", "Twenty-ninth session"),
    ("title", "Use of standards and norms"),
    ("author", "Report of the Secretary-General"),
)
WHOLE = " ".join(text for _, text in PARTS)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2020/9", "2020/19", ["the symbol 'E/CN.15/2020/9' is 'E/CN.15/2020/19'"]),
        ("standards and", "standards,", ["the title 'Use of standards and norms' is 'Use of standards, norms'"]),
        ("session", "8 May session", ["the session 'Twenty-ninth session' is 'Twenty-ninth 8 May session'"]),
        ("Twenty-ninth session ", "", ["the session 'Twenty-ninth session' is missing"]),
        (WHOLE, "Something else", ["it is not in the file"]),
        (WHOLE, WHOLE + " A paragraph that follows.", []),
        ("norms", "norms*", []),
        ("United", "\u200fUnited", []),
    ],
)  # fmt: skip
def test_what_differs_is_told(old: str, new: str, told: list[str]) -> None:
    assert list(compare_mastheads(PARTS, WHOLE.replace(old, new))) == told


def test_a_masthead_ends_where_the_text_begins() -> None:
    above = [Line("", "cell", (), "", "United Nations"), Line("", "alternative", (), "", "Emblem")]
    for line in (
        Line("", "summary", (), "", "Summary"),
        Line("x", "plain", (), "", "x"),
        Line("", "paragraph", (1,), "1.", "x"),
    ):
        assert above_the_text([*above, line]) == "United Nations"


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_a_delivered_file_with_another_symbol_and_title(every, tmp_path, kind: str) -> None:
    built = Built(every.workspace, every.load())
    write = write_word if kind == "docx" else write_markdown
    path = tmp_path / f"file.{kind}"
    path.write_bytes(write(built["en"]))
    assert compare_file(built, path, "en").masthead == ()
    assert not compare_file(built, path, "en").numbers_differ()
    report = (every.root / "inputs/tiny/report.yaml").read_text("utf-8")
    every.report(report.replace("A/99/2", "A/99/3").replace("with every block", "with blocks"))
    compared = compare_file(Built(every.workspace, every.load()), path, "en")
    assert [message for message in compared.masthead if "symbol" in message or "title" in message] == [
        "the symbol 'A/99/3' is 'A/99/2'",
        "the title 'A report with blocks' is 'A report with every block'",
    ]
    assert compared.numbers_differ()
    assert compared.as_json()["masthead"] == list(compared.masthead)
    assert numbers.lines_of_file(every.workspace, path).masthead == ()
