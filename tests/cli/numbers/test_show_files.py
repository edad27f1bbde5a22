"""reportgen numbers show FILE: what a reader of the file sees, printed like the numbers of a report."""

from __future__ import annotations

import json
import zipfile

import pytest

from tests.readers.docx.test_counting import abstract, level, num, q
from tests.tools.word_file import WordFile

REPORT = """\
[
 {
  "id": "first",
  "kind": "heading",
  "path": [
   1
  ],
  "label": "I.",
  "text": "The first section"
 },
 {
  "id": "opening",
  "kind": "paragraph",
  "path": [
   1
  ],
  "label": "1.",
  "text": "The report is small."
 }
]
"""
ORDINALS = abstract(1, level(0, "%1.", "ordinalText")) + num(1, 1)
TYPED = """\
# A title

1. counted

(a) typed by hand
"""


@pytest.mark.parametrize("name", ["tiny.en.docx", "tiny.en.md"])
def test_files_are_printed_like_the_report(run, tiny, name: str) -> None:
    assert run("build", "-o", "out", "--quiet").exit_code == 0
    outcome = run("numbers", "show", f"out/{name}", "--format", "json")
    assert outcome.exit_code == 0
    assert outcome.err == ""
    rows = [row for row in json.loads(outcome.out) if row["id"]]
    assert rows == json.loads(REPORT)
    assert run("numbers", "show", "--format", "json").out == REPORT


def test_numbers_typed_by_hand_are_marked(run, tiny) -> None:
    tiny.write("file.md", TYPED)
    assert run("numbers", "show", "file.md").out == (
        "          plain                                                   A title\n"
        "      1.  paragraph                                               counted\n"
        "     (a)  subparagraph                                            typed by hand  (typed)\n"
    )
    rows = json.loads(run("numbers", "show", "file.md", "--format", "json").out)
    assert [row.get("typed") for row in rows] == [None, None, True]


def test_labels_that_are_not_known_are_marked(run, tiny) -> None:
    WordFile(tiny.root).write(q("a") + q("b", mark='<w:lang w:val="fr-FR"/>'), numbering=ORDINALS)
    assert run("numbers", "show", "file.docx").out == (
        "  1. (?)  paragraph                                               a\n"
        "Deuxième.  paragraph                                               b\n"
    )
    rows = json.loads(run("numbers", "show", "file.docx", "--format", "json").out)
    assert [(row["label"], row.get("label_known")) for row in rows] == [("1.", False), ("Deuxième.", None)]


def test_tracked_changes(run, tiny) -> None:
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = '<w:p><w:r><w:t>now</w:t></w:r><w:del w:id="1"><w:r><w:delText> then</w:delText></w:r></w:del></w:p>'
    with zipfile.ZipFile(tiny.root / "file.docx", "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {namespace}><w:body>{body}</w:body></w:document>")
    texts = {
        view: json.loads(run("numbers", "show", "file.docx", "--format", "json", *view.split()).out)[0]["text"]
        for view in ("", "--as accepted", "--as original")
    }
    assert texts == {"": "now", "--as accepted": "now", "--as original": "now then"}


SEEN = "\n  hint: a name is as seen from the folder one is in\n"


@pytest.mark.parametrize(
    ("arguments", "exit_code", "err"),
    [
        (["no.docx"], 2, f"there is no file 'no.docx'{SEEN}"),
        (["no.md"], 2, f"there is no file 'no.md'{SEEN}"),
        (["old.doc"], 3, "old.doc: this is not a Word file\n  hint: save it as .docx\n"),
        (["file.txt"], 3, "file.txt:1:1: the file is neither Word nor Markdown\n  hint: give a .docx or a .md file\n"),
        (["file.md", "-l", "en"], 2, "a file is in one language\n  hint: leave -l out\n"),
        (["--as", "original"], 2,
         "a report has no tracked changes\n  hint: leave --as out, or name a Word file\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown(run, tiny, arguments: list[str], exit_code: int, err: str) -> None:
    for name in ("old.doc", "file.txt", "file.md"):
        tiny.write(name, "text")
    assert run("numbers", "show", *arguments) == (exit_code, "", err)
