"""The ledger of a report with every kind of block: annexes, tables and their cells, notes with letters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.comparison.difference import Difference
from reportgen.comparison.table import rows
from reportgen.errors import UsageError
from reportgen.ledger.read_file import read_ledger
from reportgen.ledger.standing import Standing
from reportgen.ledger.write_file import dump, load
from reportgen.located import parse
from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built
from reportgen.tree.citation import cited, cited_run
from reportgen.workspace.writing import write_all


class Held:
    """The report, frozen in English and Arabic, with its files to be changed."""

    def __init__(self, every: Any, insertions: str = "renumber") -> None:
        self.every = every
        write_all(self.every.root, numbers.freeze(self.built(), ("en", "ar"), insertions=insertions).file())  # type: ignore[arg-type]

    def built(self) -> Built:
        return Built(self.every.workspace, self.every.load())

    def change(self, name: str, *pairs: tuple[str, str]) -> None:
        """Replace pieces of a file of the report, each of which stands there once."""
        path = self.every.root / "inputs" / "tiny" / f"{name}.yaml"
        text = path.read_text()
        for old, new in pairs:
            assert text.count(old) == 1
            text = text.replace(old, new)
        path.write_text(text)

    def standing(self, tag: str = "en") -> Standing:
        found = numbers.check(self.built(), (tag,))
        assert found is not None
        return found.standings[0]

    def accept(self, *ids: str) -> None:
        write_all(self.every.root, numbers.accept(self.built(), ids, "Asked for").file())

    def rows(self) -> list[tuple[str, str, str, str]]:
        return [(row.old, row.new, row.change, row.block) for row in rows(self.standing().differences)]

    def findings(self, code: str = "RG09") -> list[tuple[str, str, str]]:
        found = pipeline.check(self.every.workspace, self.every.load(), ("en", "ar"))
        return [(each.code, each.where, each.message) for each in found if each.code.startswith(code)]


@pytest.fixture
def held(every: Any) -> Held:
    return Held(every)


NEW_ROW = ("[Kenya, 1250, 2018]", "[Chad, 7, 2019], [Kenya, 1250, 2018]")
NEW_PARAGRAPH = (
    "  - {id: meaning,",
    "  - {id: added, text: Words are wonderful.}\n  - {id: meaning,",
)
NEW_TABLE = (
    "  - id: visits\n",
    '  - id: trips\n    table: {caption: Trips, columns: [Way, "Trips[^trip]"], rows: [[Sea, 1]]}\n'
    "    notes: {trip: By ship.}\n  - id: visits\n",
)


@pytest.mark.parametrize(
    ("kind", "path", "said"),
    [
        ("paragraph", ("annex", 1, 3), "para. 3 of annex I"),
        ("subparagraph", ("annex", 1, 3, 2), "para. 3 (b) of annex I"),
        ("paragraph", ("annex", 2, "appendix", 1, "4 bis"), "para. 4 bis of appendix I to annex II"),
        ("heading", ("annex", 4, 1, 2), "heading I.B of annex IV"),
        ("annex", ("annex", 2), "annex II"),
        ("appendix", ("annex", 2, "appendix", 3), "appendix III to annex II"),
        ("table", (2,), "table 2"),
        ("letter-note", ("table", 2, 3), "note c to table 2"),
        ("cell", (), "cell"),
    ],
)
def test_citations(kind: str, path: tuple[int | str, ...], said: str) -> None:
    assert cited(kind, path) == said


def test_a_run_names_its_annex_once() -> None:
    assert cited_run("paragraph", ("annex", 1, 3), ("annex", 1, 5)) == "para. 3–5 of annex I"
    assert cited_run("table", (2,), (4,)) == "table 2–4"


def test_the_file_is_read_as_it_was_written(held: Held) -> None:
    ledger = load(held.every.workspace, "tiny")
    text = dump(ledger)
    assert read_ledger(parse(text, "numbering.yaml")) == ledger
    for line in (
        "meaning: paragraph annex.1.1; mean opening paragraph present report that they what words",
        "noun-proper: subparagraph annex.1.2.1; also person",
        "letters: appendix annex.1.appendix.1; letters",
        "digit: paragraph annex.1.appendix.2.1; there",
        "part: letter-note table.1.2; part",
        "book: note 3 in source-one; many",
    ):
        assert line.split("; ")[0] in text


def test_nothing_has_changed(held: Held) -> None:
    assert {each.change for each in held.standing().differences} == {"unchanged"}
    assert held.standing().is_clean()


def test_a_paragraph_of_an_annex(held: Held) -> None:
    held.change("annexes/terms", NEW_PARAGRAPH)
    assert held.rows() == [
        ("–", "para. 1 of annex I", "inserted", "added"),
        ("para. 1–3 of annex I", "para. 2–4 of annex I", "renumbered", "3 blocks"),
    ]
    assert [each[:2] for each in held.findings()] == [("RG091", "para. 1 of annex I (added)")]
    held.accept("added")
    assert held.standing().is_clean()
    slip = "\n".join(numbers.slip(held.built()).text())
    assert "para. 1 of annex I" in slip
    assert "Asked for" in slip


def test_an_annex_with_all_that_is_in_it(held: Held) -> None:
    held.change("report", ("annexes: [terms, sources]", "annexes: [sources]"))
    held.change("sections/first", ("; see {{ annex('terms') }}", ""), (", see {{ para('meaning') }}", ""))
    gone = {each.id for each in held.standing().differences if each.place == "deleted"}
    assert {"terms", "meaning", "nouns", "nouns-counted", "nouns-counted/2-2", "letters", "digit"} <= gone
    assert ("annex II", "annex I", "renumbered", "sources") in [row[:4] for row in held.rows()]
    held.accept("terms")
    assert held.standing().is_clean()


def test_a_row_is_one_change_of_its_table(held: Held) -> None:
    held.change("sections/first", NEW_ROW)
    changed = [each for each in held.standing().differences if each.change != "unchanged"]
    assert [(each.id, each.change) for each in changed] == [
        ("visits/1-1", "inserted"), ("visits/1-2", "inserted"), ("visits/1-3", "inserted"),
    ]  # fmt: skip
    ((code, where, message),) = [each for each in held.findings() if each[0] == "RG091"]
    assert (code, where) == ("RG091", "table 1 (visits)")
    assert message.startswith("3 parts inserted since edition 1")
    held.accept("visits")
    assert held.standing().is_clean()
    write_all(held.every.root, numbers.freeze(held.built(), ("en", "ar")).file())
    assert {each.change for each in held.standing().differences} == {"unchanged"}


def test_a_row_that_is_deleted(held: Held) -> None:
    held.change("sections/first", ("[Kenya, 1250, 2018], ", ""))
    places = {each.id: each.place for each in held.standing().differences if each.place != "same"}
    assert places == dict.fromkeys(("visits/1-1", "visits/1-2", "visits/1-3"), "deleted")
    ((code, where, message),) = [each for each in held.findings() if each[0] == "RG091"]
    assert (code, where) == ("RG091", "table 1 (visits)")
    assert message.startswith("3 parts deleted since edition 1")
    held.accept("visits")
    assert held.standing().is_clean()
    assert set(held.standing().accepted) == {"was visits/1-1", "was visits/1-2", "was visits/1-3"}


def test_a_row_that_is_inserted_where_another_was_deleted(held: Held) -> None:
    """Two changes have one id then."""
    rows = ("[Kenya, 1250, 2018], ", ""), ('[Total, 1300, ""]', '[Chad, 7, 2019], [Total, 1300, ""]')
    held.change("sections/first", *rows)
    held.accept("visits")
    assert held.standing().is_clean()
    assert len(held.standing().accepted) == 6
    held.change("sections/first", ("[Chad, 7, 2019], ", "[Chad, 7, 2019], [Mali, 8, 2019], "))
    assert held.standing().refused == {"visits/3-1", "visits/3-2", "visits/3-3"}
    held.change("sections/first", ("[Chad, 7, 2019], [Mali, 8, 2019], ", ""))
    assert {each.change for each in held.standing().unmade} == {"inserted"}


def test_an_item_less_is_accepted_under_the_name_of_its_list(held: Held) -> None:
    held.change("sections/first", ("list: [North Sea, ", "list: ["))
    held.accept("seas")
    assert held.standing().is_clean()
    with pytest.raises(UsageError, match="'lands' is unchanged"):
        held.accept("lands")
    with pytest.raises(UsageError, match="there is no block 'land'"):
        held.accept("land")


def test_a_paragraph_that_loses_its_number_is_answered_for(held: Held) -> None:
    held.change("sections/first", ("  - id: opening\n    text:", "  - id: opening\n    plain:"))
    held.change("annexes/terms", ("as in {{ para('opening') }}", "as at first"))
    moved = [each for each in held.standing().differences if each.structural]
    assert [(each.id, each.change, each.remark) for each in moved] == [("opening", "moved", "it has no number now")]
    held.accept("opening")
    assert held.standing().is_clean()


@pytest.mark.parametrize("insertions", ["renumber", "bis"])
def test_the_only_appendix_gets_a_number(every: Any, insertions: str) -> None:
    held = Held(every, insertions)
    new = "{id: years, heading: Years, paragraphs: [{id: year, text: There are many.}]}"
    held.change("annexes/sources", ("text: A name.}]}]", f"text: A name.}}]}}, {new}]"))
    assert held.rows() == [
        ("appendix I to annex II", "appendix I to annex II", "renumbered", "names"),
        ("–", "appendix II to annex II", "inserted", "years"),
        ("–", "para. 1 of appendix II to annex II", "inserted", "year"),
    ]
    held.accept("years")
    assert held.standing().is_clean()
    slip = " ".join("\n".join(numbers.slip(held.built()).text()).split())
    assert "renumbered names it was the only one, without a number" in slip


def test_a_cell_with_other_words(held: Held) -> None:
    held.change("sections/first", ("[Kenya, 1250, 2018]", "[Kenya, 1251, 2018]"))
    assert [row[2:] for row in held.rows()] == [("reworded", "visits/1-2")]
    assert held.standing().is_clean()


def test_an_item_of_a_list(held: Held) -> None:
    held.change("sections/first", ("list: [North Sea", "list: [White Sea, North Sea"))
    assert held.rows() == [("–", "item", "inserted", "seas/1")]


def test_a_table_that_is_inserted(held: Held) -> None:
    held.change("sections/first", NEW_TABLE)
    assert held.rows() == [
        ("–", "table 1", "inserted", "trips"),
        ("–", "note a to table 1", "inserted", "trip"),
        ("table 1–2", "table 2–3", "renumbered", "2 blocks"),
    ]
    held.accept("trips")
    assert held.standing().is_clean()
    assert set(held.standing().accepted) >= {"trips", "trips/head-1", "trips/1-2", "trip"}


def test_a_table_that_is_moved(held: Held) -> None:
    path = held.every.root / "inputs" / "tiny" / "sections" / "first.yaml"
    text = path.read_text()
    start, end = text.index("  - id: visits"), text.index("  - id: chart")
    table = text[start:end]
    path.write_text(text[:start] + text[end:].rstrip("\n") + "\n" + table)
    moved = {each.id for each in held.standing().differences if each.place == "moved"}
    assert moved == {"visits", "all", "part", "visits/source", *(each for each in moved if each.startswith("visits/"))}
    assert len(moved) > 10
    assert [row[3] for row in held.rows()] == ["visits", "all", "part"]


def test_nothing_to_accept_in_a_table(held: Held) -> None:
    with pytest.raises(UsageError, match="'visits' is unchanged"):
        held.accept("visits")


def test_bis_in_an_annex(every: Any) -> None:
    held = Held(every, "bis")
    held.change("annexes/terms", NEW_PARAGRAPH, ("  - id: verbs", "  - id: more\n    heading: More\n  - id: verbs"))
    held.change("annexes/sources", ("{id: source-two", "{id: source-new, text: Maps of seas.}, {id: source-two"))
    paths = {block.id: block.number.path for block in held.every.build().blocks if getattr(block, "number", None)}
    assert paths["added"] == ("annex", 1, "1 ante")
    assert paths["meaning"] == ("annex", 1, 1)
    assert paths["more"] == ("annex", 1, "1 bis")
    assert paths["verbs"] == ("annex", 1, 2)
    assert paths["source-new"] == ("annex", 2, "1 bis")
    assert paths["opening"] == (1,)
    held.accept("added", "more", "source-new")
    assert held.standing().is_clean()
    assert not held.findings("RG01")


FORMATS = ("docx", "md")


def delivered(held: Held, format_name: str, tag: str, folder: Path) -> Path:
    path = folder / f"tiny.{tag}.{format_name}"
    path.write_bytes(pipeline.write(held.every.build(tag), format_name))
    return path


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_file_that_nobody_changed(held: Held, format_name: str, tag: str, tmp_path: Path) -> None:
    compared = numbers.compare_file(held.built(), delivered(held, format_name, tag, tmp_path))
    assert {each.change for each in compared.differences} == {"unchanged"}
    assert compared.citations == ()


def edited(held: Held, folder: Path, *pairs: tuple[str, str]) -> tuple[Sequence[Difference], Sequence[tuple[str, str]]]:
    path = delivered(held, "md", "en", folder)
    text = path.read_text()
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text)
    compared = numbers.compare_file(held.built(), path)
    return [each for each in compared.differences if each.change != "unchanged"], compared.citations


def test_a_row_that_somebody_wrote_into_a_file(held: Held, tmp_path: Path) -> None:
    found, _ = edited(held, tmp_path, ("| Kenya |", "| Chad | 7 | 2019 |\n| Kenya |"))
    assert [(each.change, each.id) for each in found] == [
        ("inserted", "visits/1-1"), ("inserted", "visits/1-2"), ("inserted", "visits/1-3"),
    ]  # fmt: skip


def test_a_number_that_somebody_changed_in_a_file(held: Held, tmp_path: Path) -> None:
    found, citations = edited(held, tmp_path, ("Table 1\\", "Table 3\\"))
    assert ("renumbered", "visits", (1,), (3,)) in [(each.change, each.id, each.old, each.new) for each in found]
    assert ("opening", "says '1', but visits is table 3") in citations


def test_a_reference_to_another_annex(held: Held, tmp_path: Path) -> None:
    _, citations = edited(held, tmp_path, ("see annex [I](#terms).", "see annex [II](#terms)."))
    assert citations == (("opening", "says 'II', but terms is annex I"),)


def test_a_footnote_less_in_a_file_explains_those_behind_it(held: Held, tmp_path: Path) -> None:
    found, _ = edited(held, tmp_path, ("annex [I](#terms).[^1]", "annex [I](#terms)."))
    assert not [each for each in found if each.astray]
