"""Catalogues as they are read, and what a build and a check make of what is missing, stale, fuzzy or left over."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.catalogue import Translation, load, read
from reportgen.catalogue.load import _known
from reportgen.errors import Position, TranslationError
from reportgen.tree.line import lines

loading = sys.modules["reportgen.catalogue.load"]  # the room has a function of that name
FILE = "locales/zh/tiny.po"
NO_LINE = (
    'this line is not of a gettext catalogue\n  hint: expected msgctxt, msgid or msgstr, each with its text in "…"'
)


def entry(name: str, source: str, text: str, flags: str = "") -> str:
    return f'{flags}msgctxt "{name}"\nmsgid "{source}"\nmsgstr "{text}"\n\n'


CATALOGUE = """\
# Head of the file
msgid ""
msgstr ""
"Language: zh\\n"

# Ask the author.
#  And the reviser.
#. n: count 3
#: opening
#, fuzzy, no-wrap
#| msgid ""
#| "The {{ n }} "
#| "cases"
msgctxt "opening"
msgid ""
"The {{ n }} \\"cases\\" "
"are\\tfew\\\\"
msgstr ""
"这 {{ n }} \\"个\\""
"\\n案件"

msgctxt "first"
msgid "The first section"
msgstr ""

#~ msgctxt "gone"
#~ msgid "Long "
#~ "gone"
#~ msgstr "早已不在"
"""


def test_an_entry_with_all_its_parts() -> None:
    entry = read(CATALOGUE, FILE).entries["opening"]
    assert (entry.id, entry.source, entry.text) == (
        "opening",
        'The {{ n }} "cases" are\tfew\\',
        '这 {{ n }} "个"\n案件',
    )
    assert (entry.fuzzy, entry.previous, entry.remark) == (
        True,
        "The {{ n }} cases",
        "Ask the author.\nAnd the reviser.",
    )
    assert (entry.file, entry.line) == (FILE, 18)


def test_a_catalogue_that_was_read_once_is_the_same_from_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path))
    found = []
    for _ in range(2):
        _known.cache_clear()
        found.append(read(CATALOGUE, FILE))
        assert found[-1].blocks
        monkeypatch.setattr(loading, "_entries", None)
    first, again = found
    assert first is not again
    assert (first, first.blocks) == (again, again.blocks)
    assert [each.written for each in first.entries.values()] == [each.written for each in again.entries.values()]
    _known.cache_clear()
    assert read(CATALOGUE, "another.po").entries["opening"].position().file == "another.po"


def test_entries_without_text_and_without_flags() -> None:
    translation = read(CATALOGUE, FILE)
    assert list(translation.entries) == ["opening", "first"]
    entry = translation.entries["first"]
    assert (entry.source, entry.text, entry.fuzzy, entry.previous, entry.remark) == (
        "The first section",
        "",
        False,
        "",
        "",
    )


def test_obsolete_entries_are_kept_apart() -> None:
    obsolete = read(CATALOGUE, FILE).obsolete
    assert {name: (entry.source, entry.text) for name, entry in obsolete.items()} == {"gone": ("Long gone", "早已不在")}


@pytest.mark.parametrize(
    ("letter", "line", "column"),
    [("这", 19, 2), ("{", 19, 4), ('"', 19, 12), ("个", 19, 14), ("\n", 20, 2), ("案", 20, 4), ("件", 20, 5)],
)
def test_the_place_of_a_character(letter: str, line: int, column: int) -> None:
    entry = read(CATALOGUE, FILE).entries["opening"]
    assert entry.position(entry.text.index(letter)) == Position(FILE, line, column)


def test_the_place_of_a_character_of_one_line() -> None:
    entry = read('msgctxt "a"\nmsgid "b"\nmsgstr "a\\\\b c"\n', FILE).entries["a"]
    assert [str(entry.position(offset)) for offset in (0, 1, 2, 4)] == [f"{FILE}:3:{n}" for n in (9, 10, 12, 14)]


def test_a_place_behind_the_end_is_that_of_the_text() -> None:
    entry = read('msgctxt "a"\nmsgid "b"\nmsgstr "c"\n\nmsgctxt "d"\nmsgid "e"\nmsgstr "f"\n', FILE).entries["a"]
    assert entry.position(99) == Position(FILE, 3, 1)


def test_entries_need_no_blank_line_between_them() -> None:
    text = entry("a", "b", "c") + entry("d", "e", "f") + entry("g", "h", "", "#, fuzzy\n")
    entries = read(text.replace("\n\n", "\n"), FILE).entries
    assert {name: (found.text, found.fuzzy) for name, found in entries.items()} == {
        "a": ("c", False),
        "d": ("f", False),
        "g": ("", True),
    }


def test_blank_lines_inside_an_entry_do_not_end_it() -> None:
    entries = read('msgctxt "a"\n\nmsgid "b"\n\nmsgstr ""\n\n"c"\n', FILE).entries
    assert {name: entry.text for name, entry in entries.items()} == {"a": "c"}


FAULTS = {
    'msgctxt "a"\nmsgid "b"\nmsgstr "c"\n\nmsgctxt "a"\nmsgid "d"\nmsgstr "e"\n': (
        "5:1: the entry 'a' stands twice\n  hint: first on line 3"
    ),
    'msgctxt "a"\nmsgid "b"\nmsgstr "c\n': f"3:1: {NO_LINE}",
    'msgctxt "a"\nmsgid "b"\nmsgstr "c" d\n': f"3:1: {NO_LINE}",
    'msgctxt "a"\nmsgid "b"\nmsgstr "c "d" e"\n': f"3:1: {NO_LINE}",
    'msgctxt "a"\nmsgid "b"\nmsgstr c\n': f"3:1: {NO_LINE}",
    'msgctxt "a"\nmsgid "b"\nmsgstr[0] "c"\n': f"3:1: {NO_LINE}",
    'msgctxt "a"\nmsgid "b"\n<<<<<<< ours\nmsgstr "c"\n': f"3:1: {NO_LINE}",
    '"c"\n': f"1:1: {NO_LINE}",
    'msgctxt "a"\nmsgid "b"\n\nmsgctxt "c"\nmsgid "d"\nmsgstr ""\n': (
        "4:1: msgctxt stands twice in an entry\n  hint: an entry is msgctxt, msgid and msgstr"
    ),
    'msgctxt "a"\nmsgid "b"\nmsgstrr "c"\n': f"3:1: {NO_LINE}",
    'msgid "b"\nmsgstr "c"\n': "1:1: an entry without an id\n  hint: its id stands in msgctxt, before msgid",
    'msgctxt "a"\nmsgid "b"\n': "1:1: the entry 'a' has no msgstr\n  hint: an entry is msgctxt, msgid and msgstr",
    'msgctxt "a"\nmsgstr "b"\n': "1:1: the entry 'a' has no msgid\n  hint: an entry is msgctxt, msgid and msgstr",
}


@pytest.mark.parametrize("text", FAULTS)
def test_broken_catalogues(text: str) -> None:
    with pytest.raises(TranslationError) as caught:
        read(text, FILE)
    assert str(caught.value) == f"{FILE}:{FAULTS[text]}"
    assert caught.value.exit_code == 5


def test_a_language_without_a_catalogue_has_no_entries(tiny) -> None:
    assert load(tiny.workspace, "tiny", "zh") == Translation("locales/zh/tiny.po", {})


def test_line_ends_of_other_systems(tiny) -> None:
    tiny.catalogue(b'\xef\xbb\xbfmsgctxt "a"\r\nmsgid "b"\r\nmsgstr ""\r\n"c"\r\n')
    assert load(tiny.workspace, "tiny", "zh").entries["a"].text == "c"


def test_a_catalogue_that_changed_is_read_again(tiny) -> None:
    for text in ("c", "d", "c"):
        tiny.catalogue(entry("a", "b", text))
        assert load(tiny.workspace, "tiny", "zh").entries["a"].text == text


def test_a_catalogue_that_is_not_utf_8(tiny) -> None:
    tiny.catalogue('msgctxt "a"\nmsgid "b"\nmsgstr "é"\n'.encode("latin-1"))
    with pytest.raises(Exception, match=r"^locales/zh/tiny\.po:3:1: the file is not UTF-8"):
        load(tiny.workspace, "tiny", "zh")


WHOLE = entry("title", "A small report", "一份短报告") + entry("first", "The first section", "第一节")


def findings(tiny, catalogue: str) -> list[tuple[str, str, str, str]]:
    tiny.catalogue(catalogue)
    found = pipeline.check(tiny.workspace, tiny.load())
    return [(each.code, each.severity, each.where, str(each.position or "")) for each in found]


def test_a_catalogue_with_every_text_has_no_findings(tiny) -> None:
    assert findings(tiny, WHOLE + entry("opening", "The report is small.", "报告很短。")) == []


def test_a_missing_text_is_found_and_printed_between_brackets(tiny) -> None:
    catalogue = WHOLE + entry("opening", "The report is small.", "")
    assert findings(tiny, catalogue) == [("RG041", "error", "opening", "locales/zh/tiny.po:11:1")]
    assert findings(tiny, WHOLE) == [("RG041", "error", "opening", "inputs/tiny/sections/first.yaml:5:11")]
    assert [line.text for line in lines(tiny.build("zh"))] == ["第一节", "⟦The report is small.⟧"]


def test_a_missing_text_prints_its_facts_as_the_original_does(tiny) -> None:
    tiny.paragraphs("- id: opening\n  facts: {n: {count: 3}, c: {place: ID}}\n  text: '{{ n }} cases in {{ c }}.'\n")
    tiny.catalogue(WHOLE)
    assert [line.text for line in lines(tiny.build("zh"))][-1] == "⟦Three cases in Indonesia.⟧"


def test_a_text_of_an_older_source_is_found(tiny) -> None:
    catalogue = WHOLE + entry("opening", "The report was small.", "报告很短。")
    assert findings(tiny, catalogue) == [("RG042", "warning", "opening", "locales/zh/tiny.po:11:9")]


def test_a_fuzzy_text_is_found_and_printed(tiny) -> None:
    catalogue = WHOLE + entry("opening", "The report is small.", "报告很短。", "#, fuzzy\n")
    assert findings(tiny, catalogue) == [("RG043", "warning", "opening", "locales/zh/tiny.po:12:9")]
    assert [line.text for line in lines(tiny.build("zh"))][-1] == "报告很短。"


def test_texts_that_belong_to_nothing_are_found_in_the_order_of_the_file(tiny) -> None:
    catalogue = WHOLE + entry("opening", "The report is small.", "报告很短。")
    catalogue += "".join(entry(name, "x", "字") for name in ("zebra", "apple", "mango"))
    assert findings(tiny, catalogue) == [
        ("RG044", "warning", "zebra", "locales/zh/tiny.po:15:9"),
        ("RG044", "warning", "apple", "locales/zh/tiny.po:19:9"),
        ("RG044", "warning", "mango", "locales/zh/tiny.po:23:9"),
    ]
