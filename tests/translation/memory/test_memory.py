"""A memory in its file: what is added, what is found for a text, and what is refused."""

from __future__ import annotations

import sqlite3
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.errors import InputError, OutputError, UsageError
from reportgen.language import Language
from reportgen.translation.memory import Memory, MemorySegment, aligned_sentences, database, offered_text
from reportgen.workspace import Workspace

Languages = tuple[Language, Language]
TRAINED = MemorySegment(
    "In Indonesia, UNODC trained 313 officials in May 2018.",
    "En Indonésie, l’ONUDC a formé 313 fonctionnaires en mai 2018.",
    "A/99/1",
    "para. 3",
    "training",
)
HELD = MemorySegment(
    "A workshop was held for judges.", "Un atelier a été tenu pour des juges.", "A/99/1", "para. 4", "workshop"
)


@pytest.fixture(scope="module")
def languages() -> Languages:
    workspace = Workspace.at()
    return pipeline.language(workspace, "en"), pipeline.language(workspace, "fr")


@pytest.fixture
def memory(tmp_path: Path, languages: Languages) -> Iterator[Memory]:
    with Memory.at(tmp_path / "kept" / "a.memory", is_new=True) as kept:
        assert kept.add(languages, [TRAINED, HELD]) == 2
        yield kept


def test_other_values_are_no_difference(memory: Memory, languages: Languages) -> None:
    text = "In Nepal, UNODC trained 40 officials in July 2024."
    [match] = memory.find(languages, text)
    assert (match.score, match.is_same, match.origin) == (100, False, "A/99/1, para. 3")
    offered = offered_text(match, languages, text)
    assert (offered.text, offered.left) == ("Au Népal, l’ONUDC a formé 40 fonctionnaires en juillet 2024.", ())


def test_the_same_text_is_found_as_the_same(memory: Memory, languages: Languages) -> None:
    [match] = memory.find(languages, TRAINED.source)
    assert match.is_same
    assert offered_text(match, languages, TRAINED.source).text == TRAINED.target


def test_other_words_cost_and_too_many_are_no_match(memory: Memory, languages: Languages) -> None:
    [match] = memory.find(languages, "A seminar was held for judges.")
    assert 65 <= match.score < 100
    assert memory.find(languages, "A seminar was held for judges.", least=95) == []
    assert memory.find(languages, "Prisons are overcrowded everywhere.") == []


def test_a_value_that_today_lacks_is_told(memory: Memory, languages: Languages) -> None:
    text = "In Indonesia, UNODC trained officials in May 2018."
    [match] = memory.find(languages, text)
    assert offered_text(match, languages, text).left == ("313",)


@pytest.mark.parametrize("text", ["", "a", "of", '"', "OR NOT *", "x" * 5000])
def test_any_text_may_be_looked_for(memory: Memory, languages: Languages, text: str) -> None:
    assert memory.find(languages, text) == []


def test_a_document_takes_the_place_of_itself(memory: Memory, languages: Languages) -> None:
    assert memory.add(languages, [TRAINED], "A/99/1") == 0
    assert memory.pairs() == {("en", "fr"): 1}
    assert memory.find(languages, HELD.source) == []


def test_languages_are_apart(memory: Memory, languages: Languages) -> None:
    english, french = languages
    assert memory.find((french, english), TRAINED.target) == []


def test_where_a_text_stood_earlier(memory: Memory, languages: Languages) -> None:
    found = memory.earlier(languages[0], "In Kenya, UNODC trained 7 officials in June 2020.")
    assert found is not None
    assert found.segment == TRAINED
    assert memory.earlier(languages[0], "In Kenya, nobody was trained.") is None


def test_all_is_added_or_nothing(memory: Memory, languages: Languages) -> None:
    def broken() -> Iterator[MemorySegment]:
        yield MemorySegment("One more text.", "Un texte de plus.")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        memory.add(languages, broken())
    assert memory.pairs() == {("en", "fr"): 2}


def test_two_may_write_at_once(tmp_path: Path, languages: Languages) -> None:
    path = tmp_path / "a.memory"
    Memory.at(path, is_new=True).__exit__(None, None, None)

    def add(name: str) -> None:
        with Memory.at(path) as kept:
            kept.add(languages, [MemorySegment(f"The {name} text {'abc'[n % 3] * n}.", "Texte.") for n in range(1, 30)])

    threads = [threading.Thread(target=add, args=(name,)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Memory.at(path) as kept:
        assert kept.pairs() == {("en", "fr"): 58}


@pytest.mark.skipif(sys.platform == "win32", reason="folders of a user are that user's alone")
def test_the_file_is_for_its_user_alone(memory: Memory, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}


def test_sentences_of_a_piece_where_they_are_as_many(languages: Languages) -> None:
    piece = MemorySegment("One came. Two left.", "Un est venu. Deux sont partis.", "A/1", "para. 1", "came")
    assert [(each.source, each.target, each.level) for each in aligned_sentences(languages, piece)] == [
        ("One came.", "Un est venu.", "sentence"),
        ("Two left.", "Deux sont partis.", "sentence"),
    ]
    assert list(aligned_sentences(languages, MemorySegment("One came. Two left.", "Un est venu."))) == []


def test_a_memory_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no memory"):
        Memory.at(tmp_path / "none.memory")
    assert not list(tmp_path.iterdir())


def test_a_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    text, other = tmp_path / "a.txt", tmp_path / "other.sqlite"
    text.write_text("Not a database, and long enough to be looked at as one. " * 40)
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE mine (x)")
    connection.close()
    for path, message in ((text, "the memory is damaged"), (other, "the file is no memory")):
        before = path.read_bytes()
        with pytest.raises(InputError, match=message):
            Memory.at(path)
        assert path.read_bytes() == before


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="the memory cannot be written"):
        Memory.at(tmp_path / "file" / "a.memory", is_new=True)


def test_without_trigrams_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "has_trigrams", lambda: False)
    with pytest.raises(UsageError, match="has no FTS5 with trigrams"):
        Memory.at(tmp_path / "a.memory", is_new=True)
