"""Catalogues as they are written: kept by id, marked where the source changed, accepted by gettext."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen import pipeline
from reportgen.catalogue import Translated, Translation, load, read
from reportgen.catalogue.update import updated_catalogue
from reportgen.model.report import Report, wordings
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
EMPTY = Translation("", {})

PARAGRAPHS = """\
- id: opening
  facts:
    trained: {count: 313, of: officials trained}
    country: {place: ID}
  text: >
    {{ unodc }} trained {{ trained }} officials
    in {{ country }}.[^source]
  notes:
    source: "The \\"source\\"."
- id: outlook
  text: "It will:"
  subparagraphs:
    - id: outlook-go-on
      text: Go on.
"""

HEAD = """\
#
msgid ""
msgstr ""
"Project-Id-Version: A/99/1\\n"
"Language: zh\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""

FRESH = (
    HEAD
    + """
msgctxt "title"
msgid "A small report"
msgstr ""

msgctxt "first"
msgid "The first section"
msgstr ""

#. trained: count 313 (officials trained)
#. country: place ID
msgctxt "opening"
msgid "{{ unodc }} trained {{ trained }} officials in {{ country }}.[^source]"
msgstr ""

msgctxt "source"
msgid "The \\"source\\"."
msgstr ""

msgctxt "outlook"
msgid "It will:"
msgstr ""

msgctxt "outlook-go-on"
msgid "Go on."
msgstr ""
"""
)


@pytest.fixture
def report(tiny) -> Report:
    tiny.paragraphs(PARAGRAPHS)
    return tiny.load()


def changed(tiny, old: str, new: str) -> Report:
    """The report after a change to its paragraphs."""
    tiny.paragraphs(PARAGRAPHS.replace(old, new))
    return tiny.load()


def entry_of(text: str, name: str) -> str:
    """The lines of an entry, obsolete or not."""
    return next(block for block in text.split("\n\n") if f'msgctxt "{name}"' in block).strip()


def translated(report: Report) -> str:
    texts = {name: f"译文 {name}" for name, _, _ in wordings(report)}
    return updated_catalogue(report, "zh", EMPTY, texts)


def test_a_new_catalogue_has_every_piece_in_reading_order(report: Report) -> None:
    assert updated_catalogue(report, "zh", EMPTY) == FRESH


def test_texts_are_kept_by_id(report: Report) -> None:
    old = translated(report)
    assert updated_catalogue(report, "zh", read(old, "")) == old
    assert entry_of(old, "outlook") == 'msgctxt "outlook"\nmsgid "It will:"\nmsgstr "译文 outlook"'


def test_an_update_leaves_nothing_to_update(tiny, report: Report) -> None:
    first = updated_catalogue(changed(tiny, "Go on.", "Stop."), "zh", read(translated(report), ""))
    assert updated_catalogue(tiny.load(), "zh", read(first, "")) == first
    assert "#, fuzzy" in first


def test_a_reworded_source_marks_its_text_fuzzy(tiny, report: Report) -> None:
    text = updated_catalogue(changed(tiny, "Go on.", "Go on and on."), "zh", read(translated(report), ""))
    assert entry_of(text, "outlook-go-on") == (
        '#, fuzzy\n#| msgid "Go on."\nmsgctxt "outlook-go-on"\nmsgid "Go on and on."\nmsgstr "译文 outlook-go-on"'
    )
    assert text.count("fuzzy") == 1


def test_a_source_reworded_twice_keeps_the_one_the_text_was_made_from(tiny, report: Report) -> None:
    once = updated_catalogue(changed(tiny, "Go on.", "Go on and on."), "zh", read(translated(report), ""))
    twice = updated_catalogue(changed(tiny, "Go on.", "Stop."), "zh", read(once, ""))
    assert entry_of(twice, "outlook-go-on") == (
        '#, fuzzy\n#| msgid "Go on."\nmsgctxt "outlook-go-on"\nmsgid "Stop."\nmsgstr "译文 outlook-go-on"'
    )


def test_a_source_without_text_is_not_fuzzy(tiny, report: Report) -> None:
    old = read(updated_catalogue(report, "zh", EMPTY), "")
    text = updated_catalogue(changed(tiny, "Go on.", "Stop."), "zh", old)
    assert entry_of(text, "outlook-go-on") == 'msgctxt "outlook-go-on"\nmsgid "Stop."\nmsgstr ""'


def test_a_source_folded_otherwise_is_not_reworded(tiny, report: Report) -> None:
    old = translated(report)
    again = changed(tiny, "officials\n    in {{ country }}", "officials in\n    {{ country }}")
    assert updated_catalogue(again, "zh", read(old, "")) == old


def test_a_changed_value_changes_the_remark_alone(tiny, report: Report) -> None:
    old = translated(report)
    text = updated_catalogue(changed(tiny, "count: 313", "count: 314"), "zh", read(old, ""))
    assert text == old.replace("#. trained: count 313", "#. trained: count 314")


def test_a_moved_paragraph_changes_no_text(tiny, report: Report) -> None:
    old = translated(report)
    opening, outlook = PARAGRAPHS.split("- id: outlook\n")
    tiny.paragraphs(f"- id: outlook\n{outlook}{opening}")
    text = updated_catalogue(tiny.load(), "zh", read(old, ""))
    assert sorted(text.strip().split("\n\n")) == sorted(old.strip().split("\n\n"))
    assert list(read(text, "").entries) == ["title", "first", "outlook", "outlook-go-on", "opening", "source"]


def listed(tiny, *items: str) -> Report:
    tiny.paragraphs(f"- {{id: seas, list: [{', '.join(items)}]}}\n- {{id: lands, list: [Asia, Peru]}}")
    return tiny.load()


def test_an_item_that_stands_at_another_place_keeps_its_text(tiny) -> None:
    old = translated(listed(tiny, "North Sea", "Black Sea", "Peru"))
    found = read(
        updated_catalogue(listed(tiny, "Red Sea", "Black Sea", "North Sea", "Asia"), "zh", read(old, "")), ""
    ).entries
    texts = {name: each.text for name, each in found.items() if name.startswith(("seas", "lands"))}
    assert texts == {
        "seas/1": "", "seas/2": "译文 seas/2", "seas/3": "译文 seas/1", "seas/4": "",
        "lands/1": "译文 lands/1", "lands/2": "译文 lands/2",
    }  # fmt: skip
    assert not any(each.fuzzy for each in found.values())


def test_a_reworded_item_at_its_place_is_fuzzy(tiny) -> None:
    old = translated(listed(tiny, "North Sea", "Black Sea"))
    found = read(updated_catalogue(listed(tiny, "North Sea", "The Black Sea"), "zh", read(old, "")), "").entries
    assert {name: each.fuzzy for name, each in found.items() if "seas/" in name} == {"seas/1": False, "seas/2": True}
    assert found["seas/2"].text == "译文 seas/2"


def test_a_paragraph_that_is_gone_keeps_its_text_as_an_obsolete_entry(tiny, report: Report) -> None:
    gone = changed(tiny, "  subparagraphs:\n    - id: outlook-go-on\n      text: Go on.\n", "")
    text = updated_catalogue(gone, "zh", read(translated(report), ""))
    obsolete = '#~ msgctxt "outlook-go-on"\n#~ msgid "Go on."\n#~ msgstr "译文 outlook-go-on"'
    assert entry_of(text, "outlook-go-on") == obsolete
    assert entry_of(updated_catalogue(gone, "zh", read(text, "")), "outlook-go-on") == obsolete


def test_a_paragraph_that_comes_back_takes_up_its_text(tiny, report: Report) -> None:
    gone = changed(tiny, "  subparagraphs:\n    - id: outlook-go-on\n      text: Go on.\n", "")
    text = updated_catalogue(gone, "zh", read(translated(report), ""))
    assert updated_catalogue(report, "zh", read(text, "")) == translated(report)


def test_a_paragraph_that_is_gone_and_had_no_text_leaves_nothing(tiny, report: Report) -> None:
    gone = changed(tiny, "  subparagraphs:\n    - id: outlook-go-on\n      text: Go on.\n", "")
    assert "outlook-go-on" not in updated_catalogue(gone, "zh", read(updated_catalogue(report, "zh", EMPTY), ""))


def test_a_renamed_paragraph_guesses_no_text(tiny, report: Report) -> None:
    text = updated_catalogue(changed(tiny, "outlook-go-on", "outlook-onward"), "zh", read(translated(report), ""))
    assert entry_of(text, "outlook-onward") == 'msgctxt "outlook-onward"\nmsgid "Go on."\nmsgstr ""'
    assert entry_of(text, "outlook-go-on").startswith("#~ ")


def test_what_translators_note_is_kept(tiny, report: Report) -> None:
    noted = translated(report).replace('msgctxt "outlook"', '# Ask the author.\n# Again.\n#, fuzzy\nmsgctxt "outlook"')
    assert updated_catalogue(report, "zh", read(noted, "")) == noted
    gone = changed(tiny, PARAGRAPHS[PARAGRAPHS.index("- id: outlook") :], "")
    assert "# Ask the author.\n# Again.\n#, fuzzy\n#~ msgctxt" in updated_catalogue(gone, "zh", read(noted, ""))


def test_new_texts_replace_old_ones_and_are_not_fuzzy(tiny, report: Report) -> None:
    reworded = changed(tiny, "Go on.", "Stop.")
    text = updated_catalogue(reworded, "zh", read(translated(report), ""), {"outlook-go-on": "停止。\n"})
    assert entry_of(text, "outlook-go-on") == 'msgctxt "outlook-go-on"\nmsgid "Stop."\nmsgstr "停止。"'


@pytest.fixture(scope="module")
def small_report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    root = tmp_path_factory.mktemp("small")
    folder = root / "inputs" / "tiny"
    folder.mkdir(parents=True)
    section = "{id: first, heading: The first section}"
    text = f"symbol: A/99/1\ntitle: A small report\nmasthead: {{organ: ecosoc}}\nsections: [{section}]\n"
    folder.joinpath("report.yaml").write_text(text, "utf-8")
    return pipeline.load(Workspace.at(root), "tiny")


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t"), min_size=1, max_size=300)


@given(TEXTS)
@example("a" * 300)
@example('{{ n | plural(one="a", other="b\\c") }} ' * 12)
@example("\\n \\" + '" \\"')
def test_any_text_is_read_as_it_was_written(small_report: Report, text: str) -> None:
    old = Translation("", {"first": Translated("first", "The first section", text, False, "", 1)})
    found = read(updated_catalogue(small_report, "zh", old), "").entries["first"]
    assert (found.source, found.text, found.fuzzy) == ("The first section", text, False)


def test_the_catalogue_of_the_real_report_is_read_as_it_was_written() -> None:
    workspace = Workspace.at(ROOT)
    report = pipeline.load(workspace, "e-cn.15-2019-9")
    old = load(workspace, report.slug, "zh")
    once = updated_catalogue(report, "zh", old)
    assert updated_catalogue(report, "zh", read(once, "")) == once
    assert {name: each.text for name, each in read(once, "").entries.items()} == {
        name: each.text for name, each in old.entries.items() if name in read(once, "").entries
    }


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt is not here: it is in the package gettext")
def test_gettext_accepts_the_catalogue(tiny, report: Report, tmp_path: Path) -> None:
    gone = changed(tiny, "- id: outlook\n", "- id: onward\n")
    text = updated_catalogue(gone, "zh", read(translated(report).replace("译文", '\\"\\\\ {{ n }}'), ""))
    path = tmp_path / "tiny.po"
    path.write_text(text, "utf-8")
    done = subprocess.run(["msgfmt", "--check", "-o", tmp_path / "tiny.mo", path], capture_output=True, text=True)
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if not line.endswith("missing in header")] == []
