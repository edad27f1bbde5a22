"""Names, status, translations, checks and builds of a report with every kind of block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner

from reportgen import catalogue, checks, pipeline
from reportgen.cli.commands import reportgen
from reportgen.errors import OutputError
from reportgen.model.report import wordings
from reportgen.pipeline.status import language_status
from reportgen.tree.nodes import Annex, Block, Box, Document, Figure, Number, Table
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of

UNODC = "United Nations Office on Drugs and Crime"


def texts(document: Document) -> dict[str, str]:
    return {block.id: plain_text(content_of(block)) for block in all_blocks(document)}


@pytest.fixture
def run(every: Any) -> Callable[..., Any]:
    return lambda *words: CliRunner().invoke(reportgen, ["-C", str(every.root), *words])


def test_names_are_not_introduced_where_nobody_reads_them(every: Any) -> None:
    every.section(
        """\
        id: first
        heading: The first section
        paragraphs:
          - id: chart
            figure: {file: chart.png, caption: A chart, alternative: "Bars of {{ unodc }}"}
          - {id: one, text: "It is {{ unodc }}."}
          - {id: two, plain: "Again {{ unodc }}."}
          - {id: three, list: ["Always {{ unodc }}"]}
        """
    )
    every.report(
        "symbol: A/99/2\nlanguage: en\ntitle: T\nmasthead: {organ: ecosoc}\nfacts: {unodc: {entity: unodc}}\n"
        "sections: [first]\nannexes: [terms]\n"
    )
    every.write("inputs/tiny/annexes/terms.yaml", "id: terms\nheading: 'Terms of {{ unodc }}'\n")
    found = texts(every.build())
    assert found["chart/alternative"].endswith(UNODC)
    assert found["one"] == f"It is the {UNODC} (UNODC)."
    assert found["two"] == "Again UNODC."
    assert found["three/1"] == "Always UNODC"
    assert found["terms"].endswith(UNODC)


def test_what_is_not_printed_is_no_word(every: Any) -> None:
    report = every.load()
    language = pipeline.language(every.workspace, "en")
    document = pipeline.build(every.workspace, report, "en")
    before = language_status(every.workspace, report, document, language).length
    figure = next(block for block in document.blocks if isinstance(block, Figure))
    silent = replace(figure, alternative=replace(figure.alternative, content=()))
    blocks = tuple(silent if block is figure else block for block in document.blocks)
    assert language_status(every.workspace, report, replace(document, blocks=blocks), language).length == before


def test_every_piece_of_wording_is_an_entry(every: Any, run: Callable[..., Any]) -> None:
    names = [name for name, _, _ in wordings(every.load())]
    assert len(set(names)) == len(names)
    wanted = {
        "visits", "visits/head-2", "visits/2-1", "visits/source", "all", "part", "chart", "chart/alternative", "advice",
        "advice/1", "advice/2", "advice/source", "expert", "lands/1-1-1", "motto", "aside", "terms", "letters",
    }  # fmt: skip
    assert wanted <= set(names)
    assert not {"visits/1-2", "visits/2-2", "visits/2-3"} & set(names)
    assert run("translations", "update", "tiny", "-l", "fr").exit_code == 0
    entries = catalogue.load(every.workspace, "tiny", "fr").entries
    assert [name for name in names if name not in entries] == []
    assert entries["visits/2-1"].source == "1. Peru[^part]"


def test_a_cell_of_other_words_asks_for_a_new_translation(every: Any, run: Callable[..., Any]) -> None:
    path = every.root / "inputs" / "tiny" / "sections" / "first.yaml"
    path.write_text(path.read_text().replace("[Kenya, 1250, 2018]", "[Uganda, 1250, 2018]"))
    run("translations", "update", "tiny", "-l", "fr")
    entry = catalogue.load(every.workspace, "tiny", "fr").entries["visits/1-1"]
    assert (entry.source, entry.previous, entry.fuzzy) == ("Uganda", "Kenya", True)


def test_a_row_more_leaves_the_translations_of_the_others(every: Any, run: Callable[..., Any]) -> None:
    path = every.root / "inputs" / "tiny" / "sections" / "first.yaml"
    text = path.read_text().replace("[Kenya, 1250, 2018]", "[Chad, 7, 2019], [Kenya, 1250, 2018]")
    path.write_text(text.replace("list: [North Sea", "list: [White Sea, North Sea"))
    run("translations", "update", "tiny", "-l", "fr")
    found = catalogue.load(every.workspace, "tiny", "fr").entries
    names = ("visits/1-1", "visits/2-1", "visits/3-1", "visits/4-1", "seas/1", "seas/2", "seas/3")
    assert {name: found[name].text for name in names} == {
        "visits/1-1": "", "visits/2-1": "Texte Kenya", "visits/3-1": "Texte 1. Peru[^part]",
        "visits/4-1": "Texte Total", "seas/1": "", "seas/2": "Texte North Sea", "seas/3": "Texte Black Sea",
    }  # fmt: skip
    assert not [name for name in names if found[name].fuzzy]


def test_the_status_counts_open_cells(every: Any, run: Callable[..., Any]) -> None:
    path = every.root / "locales" / "fr" / "tiny.po"
    path.write_text(path.read_text().replace('msgstr "Texte Kenya"', 'msgstr ""'))
    shown = run("status", "tiny", "-l", "fr").output
    assert "1 pieces not translated" in shown


def numbering(every: Any, document: Document) -> list[tuple[str, str, str]]:
    edition = checks.Edition(every.load(), every.build(), {"en": document}, {}, {})
    from reportgen.checks import numbering as rule

    return [(each.code, each.where, each.message) for each in rule.check(edition)]


def test_six_languages_have_no_gap(every: Any) -> None:
    report = every.load()
    found = pipeline.check(every.workspace, report, ("en", "fr", "es", "ru", "zh", "ar"))
    assert [str(each) for each in found if each.code in ("RG011", "RG012", "RG013")] == []


def renumbered(document: Document, kind: type[Block], label: str, *path: int | str) -> Document:
    first = next(block for block in document.blocks if isinstance(block, kind))
    other = replace(first, number=Number(path, label))  # type: ignore[call-arg]
    return replace(document, blocks=tuple(other if block is first else block for block in document.blocks))


@pytest.mark.parametrize(
    ("kind", "label", "path", "where"),
    [
        (Table, "Table 2", (2,), "table 2 (visits)"),
        (Figure, "Figure 3", (3,), "figure 3 (chart)"),
        (Box, "Box 2", (2,), "box 2 (advice)"),
        (Annex, "Annex IV", ("annex", 4), "annex IV (terms)"),
    ],
)
def test_gaps(every: Any, kind: type[Block], label: str, path: tuple[int | str, ...], where: str) -> None:
    found = numbering(every, renumbered(every.build(), kind, label, *path))
    assert ("RG011", where, f"expected number 1 here, found {path[-1]}") in found
    assert [each[:2] for each in found if each[0] == "RG012"] == [("RG012", where)]


def test_gaps_in_letters_and_annexes(every: Any) -> None:
    document = every.build()
    table = next(block for block in document.blocks if isinstance(block, Table))
    notes = (replace(table.notes[0], number=Number(("table", 1, 2), "b")), *table.notes[1:])
    blocks = tuple(replace(table, notes=notes) if block is table else block for block in document.blocks)
    found = numbering(every, replace(document, blocks=blocks))
    assert ("RG011", "note b to table 1 (all)", "expected number 1 here, found 2") in found
    noun = next(block for block in document.blocks if block.id == "noun")
    moved = replace(noun, number=Number(("annex", 1, 7), "7."))  # type: ignore[call-arg]
    found = numbering(every, replace(document, blocks=tuple(moved if b is noun else b for b in document.blocks)))
    assert ("RG011", "para. 7 of annex I (noun)", "expected number 2 here, found 7") in found


def test_pictures_are_written_beside_the_markdown(every: Any, run: Callable[..., Any]) -> None:
    folder = every.root / "out"
    done = run("build", "tiny", "-l", "en", "-l", "fr", "-t", "md", "-o", str(folder))
    assert done.exit_code == 1  # digits are typed in the report: findings, with which it is written all the same
    assert {path.name for path in folder.iterdir()} == {"tiny.en.md", "tiny.fr.md", "tiny"}
    picture = folder / "tiny" / "chart.png"
    assert picture.read_bytes() == (every.root / "inputs" / "tiny" / "chart.png").read_bytes()
    assert done.output.count("chart.png") == 1


def test_nothing_is_written_where_a_picture_cannot_be(every: Any, run: Callable[..., Any]) -> None:
    folder = every.root / "out"
    folder.mkdir()
    (folder / "tiny").write_text("a file where a folder should be")
    done = run("build", "tiny", "-l", "en", "-t", "md", "-o", str(folder))
    assert isinstance(done.exception, OutputError)
    assert [path.name for path in folder.iterdir()] == ["tiny"]


def test_no_picture_without_markdown(every: Any, run: Callable[..., Any]) -> None:
    folder = every.root / "out"
    run("build", "tiny", "-l", "en", "-t", "docx", "-o", str(folder))
    assert [path.name for path in folder.iterdir()] == ["tiny.en.docx"]
