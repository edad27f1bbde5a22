"""PO out and in: what Poedit and Weblate show, and what they may do to a file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from reportgen.catalogue.load import read as read_catalogue
from reportgen.errors import InputError, TranslationError
from reportgen.translation.po import read_po, write_po
from reportgen.translation.units import FactRemark, GuardedPart, Job, NamePart, ReturnedUnit, TranslationUnit, WordsPart

TRAINED = GuardedPart(2, "figure", "trained", "313", "{{ trained }}")
SOURCE = (NamePart(1, "country", "place", "Indonesia"), WordsPart(" trained "), TRAINED, WordsPart(" men."))
TARGET = (NamePart(1, "country", "place", "L’Indonésie"), WordsPart(" a formé "), TRAINED, WordsPart(" hommes."))
FACTS = (
    FactRemark("country", "Indonesia → l’Indonésie; in: en Indonésie", is_name=True),
    FactRemark("trained", "313 (officials)", "313", examples="one: 0, 1 …; other: 2, 3, 4 …"),
)
UNIT = TranslationUnit(
    "one", "para. 1", "First", "d" * 64, "e" * 64, SOURCE, TARGET, "stale", "reworded", FACTS, "Old."
)
OTHERS = """\
msgid ""
msgstr ""
"Project-Id-Version: A/99/1\\n"
"Language: fr\\n"
"Last-Translator: A. Traductrice <a@example.org>\\n"
"X-Generator: Poedit 3.4\\n"

# À vérifier auprès du bureau
#. trained: count 313 (officials)
#. of another tool
#: sections/asia.yaml:4
#, no-wrap
msgctxt "one"
msgid "{{ country }} trained {{ trained }} men."
msgstr "x"
"""


def job(unit: TranslationUnit = UNIT, catalogue: str = OTHERS) -> Job:
    return Job("A/99/1", "en", "fr", (unit,), (lambda: read_catalogue(catalogue, "x.po")) if catalogue else None)


def entry() -> polib.POEntry:
    [found] = polib.pofile(write_po(job()).decode())
    return found


def test_an_entry_is_a_sentence_with_codes() -> None:
    assert entry().msgid == "Indonesia trained {trained} men."
    assert entry().msgstr == "L’Indonésie a formé {trained} hommes."


def test_comments_say_what_is_printed_and_in_which_forms() -> None:
    assert entry().comment.split("\n") == [
        "para. 1 — First",
        "review: reworded",
        "before: Old.",
        "Indonesia → l’Indonésie; in: en Indonésie",
        "{trained} prints 313: 313 (officials)",
        "words beside {trained} agree with its number (one: 0, 1 …; other: 2, 3, 4 …)",
        f"sent: {'d' * 16} {'e' * 16}",
        "of another tool",
    ]


def test_what_others_wrote_is_kept() -> None:
    found = polib.pofile(write_po(job()).decode())
    assert found.metadata["Last-Translator"] == "A. Traductrice <a@example.org>"
    assert (found.metadata["X-Generator"], found.metadata["X-Source-Language"]) == ("Poedit 3.4", "en")
    assert (entry().flags, entry().tcomment) == (["fuzzy", "no-wrap"], "À vérifier auprès du bureau")
    assert entry().occurrences == [("sections/asia.yaml", "4")]


def test_a_file_comes_back_as_it_went() -> None:
    found = read_po(write_po(job()), "job.po")
    assert (found.symbol, found.source, found.target) == ("A/99/1", "en", "fr")
    [unit] = found.units
    assert (unit.id, unit.digest, unit.text_digest, unit.is_done) == ("one", "d" * 16, "e" * 16, False)
    assert [part.text for part in unit.target] == ["L’Indonésie a formé ", "{trained}", " hommes."]


def test_a_new_language_has_a_head_too() -> None:
    found = read_po(write_po(job(catalogue="")), "job.po")
    assert (found.symbol, found.target) == ("A/99/1", "fr")


def with_entry(old: str, new: str) -> ReturnedUnit:
    data = write_po(job()).decode()
    assert old in data
    return read_po(data.replace(old, new).encode(), "job.po").units[0]


def test_a_text_without_the_mark_fuzzy_is_finished() -> None:
    assert with_entry("#, fuzzy, no-wrap", "#, no-wrap").is_done


def test_without_our_comment_the_source_says_what_was_translated() -> None:
    unit = with_entry("#. sent:", "#. lost:")
    assert (unit.digest, unit.source) == ("", "Indonesia trained {trained} men.")


def test_marks_that_are_not_closed_are_a_fault_of_the_unit() -> None:
    assert "not closed" in with_entry("hommes.", "hommes [^.").fault


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"<xliff/>", TranslationError, "this line is not of a gettext catalogue"),
        (b'msgid ""\nmsgstr ""\n', InputError, "does not say of which report"),
        (b"\xff", InputError, "UTF-8"),
    ],
)
def test_files_that_are_refused(data: bytes, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        read_po(data, "job.po")


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs the Debian package gettext")
def test_gettext_takes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "job.po"
    path.write_bytes(write_po(job()))
    told = subprocess.run(["msgfmt", "--check", "-o", "-", path], capture_output=True, check=False)
    assert told.returncode == 0, told.stderr
