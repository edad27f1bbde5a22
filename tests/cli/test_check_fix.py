"""reportgen check --fix: what is safe is mended, comments and layout stay, and a second time nothing is left."""

from __future__ import annotations

import re

SECTION = """\
# The first section.
id: first
heading: The first section
paragraphs:
  - id: opening   # the beginning
    text: >
      The State's  report is "short" - and
      good , it is.
  - {id: second, text: 'It''s *here*  now...'}
"""

CHINESE = """\
# A note of the translator.
msgctxt "opening"
msgid "The State's  report is \\"short\\" - and good , it is."
msgstr "报告很短, 但是 很好."
"""


def test_what_is_safe_is_mended(run, tiny) -> None:
    tiny.section(SECTION)
    tiny.catalogue(CHINESE)
    outcome = run("check", "--fix")
    section = (tiny.root / "inputs/tiny/sections/first.yaml").read_text("utf-8")
    assert re.findall("#.*", section) == re.findall("#.*", SECTION)
    words = " ".join(section.split())
    assert "The State’s report is “short” – and good, it is." in words
    assert "It’s *here* now…" in words
    catalogue = (tiny.root / "locales/zh/tiny.po").read_text("utf-8")
    assert catalogue.startswith("# A note of the translator.\n")
    assert 'msgstr "报告很短，但是很好。"' in catalogue
    assert "findings mended" in outcome.err


def test_a_second_time_nothing_is_left(run, tiny) -> None:
    tiny.section(SECTION)
    tiny.catalogue(CHINESE)
    run("check", "--fix")
    before = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    assert "0 findings mended" in run("check", "--fix").err
    assert {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()} == before


def test_translations_are_no_older_for_it(run, tiny, translate) -> None:
    tiny.section("id: first\nheading: The first section\nparagraphs: [{id: opening, text: The report  is small.}]\n")
    translate()
    path = tiny.root / "locales/zh/tiny.po"
    path.write_text(path.read_text("utf-8").replace("The report is small.", "The report  is small."), "utf-8")
    assert "RG042" not in run("check").out
    run("check", "--fix")
    assert "RG042" not in run("check").out
    assert 'msgid "The report is small."' in path.read_text("utf-8")
    assert not (tiny.root / "locales/zh/tiny.state.yaml").exists()


def test_nothing_is_written_where_nothing_is_wrong(run, tiny, translate) -> None:
    translate()
    before = {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()}
    assert "0 findings mended" in run("check", "--fix").err
    assert {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file()} == before
