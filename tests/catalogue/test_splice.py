"""Edits of catalogues in their text, and updates: entries that do not change keep their bytes, whoever wrote them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen import pipeline
from reportgen.catalogue import load, read
from reportgen.catalogue.splice import AddEntry, DropEntry, MoveEntry, SetText, splice_entries
from reportgen.catalogue.update import updated_catalogue
from reportgen.errors import InputError, TranslationError
from reportgen.located import digest_of
from reportgen.located.kept_text import KeptText
from reportgen.pipeline import translations
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted(ROOT.glob("locales/*/*.po"))
FILE = "a.po"

TEXT = """\
# French wording of the report.
# Copyright: nobody.
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: A/99/1\\n"
"Language: zh\\n"
"PO-Revision-Date: 2019-01-02 03:04+0100\\n"
"Last-Translator: A. B. <a@example.org>\\n"
"Language-Team: French\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"X-Generator: Poedit 2.0\\n"

#. A remark of another tool
#: report.yaml:3
#, no-wrap
msgctxt "title"
msgid "A small report"
msgstr "Un petit"
" rapport"
# Directly behind.
msgctxt "first"
msgid "The first section"
msgstr "La première section"


# Ask the author.
#,python-format,  fuzzy
#| msgid "The report was small."
msgctxt "opening"
msgid "The report is small."
msgstr ""
"Le rapport est petit."

#, fuzzy
#~| msgid "Older"
#~ msgctxt "gone"
#~ msgid "Long gone"
#~ msgstr "Parti"

# A last word."""


def spliced(*edits: Any, text: str = TEXT) -> str:
    return splice_entries(text.encode(), edits, FILE).decode()


def test_no_edit_changes_nothing() -> None:
    assert spliced() == TEXT
    assert spliced(SetText("title", "Un petit rapport"), SetText("opening", "Le rapport est petit.")) == TEXT


def test_another_text_changes_its_lines_alone() -> None:
    assert spliced(SetText("title", "Rapport « court »")) == TEXT.replace(
        'msgstr "Un petit"\n" rapport"', 'msgstr "Rapport « court »"'
    )
    assert spliced(SetText("opening", "Court.", fuzzy=False)) == TEXT.replace(
        'msgstr ""\n"Le rapport est petit."', 'msgstr "Court."'
    ).replace("#,python-format,  fuzzy\n", "#, python-format\n")
    assert spliced(SetText("first", "La première section", fuzzy=True)) == TEXT.replace(
        "# Directly behind.\nmsgctxt", "# Directly behind.\n#, fuzzy\nmsgctxt"
    )


def test_entries_come_go_and_move() -> None:
    new = 'msgctxt "new"\nmsgid "New"\nmsgstr "Neuf"\n\n'
    assert spliced(AddEntry("new", "New", "Neuf", behind="opening")) == TEXT.replace(
        "#, fuzzy\n#~|", f"{new}#, fuzzy\n#~|"
    )
    added = spliced(AddEntry("new", "New", "Neuf"))
    assert added == TEXT.replace("#. A remark", f"{new}#. A remark")
    assert spliced(DropEntry("new"), text=added) == TEXT
    moved = spliced(MoveEntry("opening"))
    assert list(read(moved, FILE).entries) == ["opening", "title", "first"]
    assert '# Ask the author.\n#,python-format,  fuzzy\n#| msgid "The report was small."\nmsgctxt "opening"' in moved


def test_line_ends_and_mark_are_kept() -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    found = splice_entries(data, [SetText("first", "Section")], FILE)
    assert found == data.replace("La première section".encode(), b"Section")
    mixed = b'msgctxt "a"\r\nmsgid "b"\nmsgstr "c"\n\nmsgctxt "d"\r\nmsgid "e"\r\nmsgstr "f"\n'
    assert splice_entries(mixed, [SetText("a", "x")], FILE) == mixed.replace(b'"c"', b'"x"')


def test_edits_that_cannot_be_made() -> None:
    with pytest.raises(TranslationError, match=r"^a\.po: there is no entry 'none'\n  hint: its id stands in msgctxt"):
        spliced(SetText("none", "x"))
    with pytest.raises(TranslationError, match=r"^a\.po: there is no entry 'gone'"):
        spliced(DropEntry("gone"))
    with pytest.raises(TranslationError, match=r"^a\.po:1:1: the entry 'title' is there already"):
        spliced(AddEntry("title", "x"))
    with pytest.raises(InputError, match=r"^a\.po: the file has changed since it was read"):
        splice_entries(TEXT.encode(), [], FILE, digest_of(TEXT + "\n"))


@given(st.sampled_from(CATALOGUES), st.randoms(use_true_random=False), st.sampled_from([b"\n", b"\r\n"]))
def test_any_entry_of_a_real_catalogue(path: Path, chance: Any, end: bytes) -> None:
    data = path.read_bytes().replace(b"\n", end)
    before = read(KeptText.of(data, FILE).text, FILE)
    name = chance.choice(list(before.entries))
    text = chance.choice(["Mot à mot", 'Il dit "non"', "a\\b", " mots " * 60, "x\ny"])
    after = splice_entries(data, [SetText(name, text)], FILE)
    found = read(KeptText.of(after, FILE).text, FILE)
    assert {each.id: each.text for each in found.entries.values()} == {
        **{each.id: each.text for each in before.entries.values()}, name: text
    }  # fmt: skip
    other = splice_entries(after, [AddEntry("new-one", "New", text, behind=name)], FILE)
    assert splice_entries(other, [DropEntry("new-one")], FILE) == after


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.name)
def test_polib_reads_catalogues_as_we_do(path: Path) -> None:
    own = read(path.read_text("utf-8"), FILE)
    theirs = polib.pofile(str(path))
    assert [(entry.msgctxt, entry.msgid, entry.msgstr, entry.fuzzy) for entry in theirs if not entry.obsolete] == [
        (entry.id, entry.source, entry.text, entry.fuzzy) for entry in own.entries.values()
    ]


def updated(tiny: Any, text: str) -> str:
    return updated_catalogue(tiny.load(), "zh", read(text, FILE))


def test_an_update_keeps_head_flags_comments_and_wrapping(tiny: Any) -> None:
    first = updated(tiny, TEXT)
    assert (
        first.splitlines()[: TEXT.splitlines().index("# Ask the author.")]
        == (TEXT.splitlines()[: TEXT.splitlines().index("# Ask the author.")])
    )
    assert first == TEXT + "\n"
    tiny.section("id: first\nheading: Another section\nparagraphs: [{id: opening, text: The report is small.}]\n")
    assert updated(tiny, TEXT) == TEXT.replace(
        '# Directly behind.\nmsgctxt "first"\nmsgid "The first section"',
        '# Directly behind.\n#, fuzzy\n#| msgid "The first section"\nmsgctxt "first"\nmsgid "Another section"',
    ) + "\n"  # fmt: skip


def test_a_new_symbol_changes_one_line_of_the_head(tiny: Any) -> None:
    tiny.report("symbol: A/99/2\ntitle: A small report\nmasthead: {organ: ecosoc}\nsections: [first]\n")
    assert updated(tiny, TEXT) == TEXT.replace("Project-Id-Version: A/99/1", "Project-Id-Version: A/99/2") + "\n"


def test_an_entry_that_is_gone_keeps_the_remarks_of_others(tiny: Any) -> None:
    tiny.section("id: first\nheading: The first section\nparagraphs: [{id: new, text: New.}]\n")
    text = updated(tiny, TEXT)
    gone = '# Ask the author.\n#, python-format\n#~ msgctxt "opening"\n#~ msgid "The report was small."\n#~ msgstr ""\n'
    assert text.endswith(gone + '#~ "Le rapport est petit."\n')
    assert '\n\nmsgctxt "new"\nmsgid "New."\nmsgstr ""\n\n#, fuzzy\n#~| msgid "Older"\n' in text
    assert updated(tiny, text) == text


@pytest.mark.parametrize("tag", ["fr", "ar"])
@pytest.mark.parametrize("kind", ["windows", "mark", "no end"])
def test_an_update_of_the_real_report_keeps_every_byte(tiny: Any, tag: str, kind: str) -> None:
    shutil.copytree(ROOT / "inputs" / "e-cn.15-2019-9", tiny.root / "inputs" / "e-cn.15-2019-9")
    data = (ROOT / "locales" / tag / "e-cn.15-2019-9.po").read_bytes()
    data = {"windows": data.replace(b"\n", b"\r\n"), "mark": b"\xef\xbb\xbf" + data, "no end": data.rstrip(b"\n")}[kind]
    path = tiny.write(f"locales/{tag}/e-cn.15-2019-9.po", data)
    workspace = Workspace.at(tiny.root)
    report = pipeline.load(workspace, "e-cn.15-2019-9")
    files = translations.update(workspace, report, [pipeline.language(workspace, tag)])
    assert files[path] == data
    assert len(load(workspace, report.slug, tag).entries) > 90
