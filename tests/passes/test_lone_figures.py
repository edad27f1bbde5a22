"""Figures have roman numbers; one alone in a document has no number and no word (Editorial Manual, maps)."""

from __future__ import annotations

import pytest

import reportgen
from reportgen.tree.nodes import Figure
from reportgen.tree.text import plain_text
from tests.tools.pictures import png

TAGS = ("en", "fr", "es", "ru", "zh", "ar")
ONE = """\
id: first
heading: One
paragraphs:
  - id: chart
    figure: {file: c.png, caption: A chart, alternative: Bars}
"""
TWO = "  - id: curve\n    figure: {file: c.png, caption: A curve, alternative: A line}\n"
SEE = '  - id: see\n    text: See {{ figure("chart") }}.\n'


@pytest.fixture
def with_section(tiny):
    def write(section: str) -> reportgen.Report:
        tiny.write("inputs/tiny/sections/first.yaml", section)
        (tiny.root / "inputs/tiny/c.png").write_bytes(png(40, 30))
        return reportgen.load(tiny.root / "inputs/tiny")

    return write


def labels(report: reportgen.Report, tag: str) -> list[str]:
    document = reportgen.build(report, tag)
    return [block.number.label for block in document.blocks if isinstance(block, Figure) and block.number]


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("en", ["Figure I", "Figure II"]), ("fr", ["Figure\u00a0I", "Figure\u00a0II"]),
        ("es", ["Gráfico\u00a0I", "Gráfico\u00a0II"]), ("ru", ["Диаграмма\u00a0I", "Диаграмма\u00a0II"]),
        ("zh", ["图一", "图二"]), ("ar", ["الشكل الأول", "الشكل الثاني"]),
    ],
)  # fmt: skip
def test_figures_are_counted_in_roman_numbers(with_section, tag: str, wanted: list[str]) -> None:
    assert labels(with_section(ONE + TWO), tag) == wanted


@pytest.mark.parametrize("tag", TAGS)
def test_a_figure_alone_has_no_label(with_section, tag: str) -> None:
    assert labels(with_section(ONE + SEE), tag) == [""]


def test_a_reference_to_the_only_figure(with_section) -> None:
    document = reportgen.build(with_section(ONE + SEE), "en")
    assert plain_text(document.blocks[-1].content) == "See the figure."


def test_a_figure_alone_is_read_back_from_every_file(with_section, run, tiny) -> None:
    with_section(ONE + SEE)
    assert run("build", "tiny", "-q", "-t", "md", "-t", "docx").exit_code == 0
    printed = run("numbers", "show", "tiny").out
    assert "figure" in printed
    for ending in ("md", "docx"):
        assert (
            run("numbers", "show", f"outputs/tiny/tiny.en.{ending}").out.splitlines()[-3:] == printed.splitlines()[-3:]
        )
