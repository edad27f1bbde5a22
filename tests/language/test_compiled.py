"""What a language is compiled to is what its files give, and is thrown away when they change."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.errors import InputError
from reportgen.language import compiled, compiled_language, conventions, load, style
from reportgen.language.language import Language
from reportgen.workspace import Workspace, installed_data

TAGS = ("ar", "en", "es", "fr", "ru", "zh")
TEXT = "In May 2018 the Government of Kenya trained 12 officers, more than half of them in Nairobi."


def seen_by_a_user(folder: Path) -> Workspace:
    """An empty folder over the installed data."""
    return Workspace(folder, installed_data())


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed data in which compiled languages lie, as a wheel has it; nothing is kept in the store."""
    monkeypatch.setenv("REPORTGEN_CACHE", "off")
    data = tmp_path / "data"
    (data / compiled.FOLDER).mkdir(parents=True)
    monkeypatch.setattr(compiled, "installed_data", lambda: data)
    return data / compiled.FOLDER


def ship(shipped: Path, folder: Path, tag: str) -> None:
    """Lay the files of a language down as a wheel brings them."""
    for name, data in compiled_language(seen_by_a_user(folder), tag).items():
        (shipped / name).write_bytes(data)


def fresh(folder: Path, tag: str) -> Language:
    """A language read anew, whatever was read before."""
    load.__globals__["_indexed"].cache_clear()
    load.__globals__["_recognizer"].cache_clear()
    conventions._conventions.cache_clear()
    style._style.cache_clear()
    return load(seen_by_a_user(folder), tag)


@pytest.mark.parametrize("tag", TAGS)
def test_what_is_shipped_is_what_the_files_give(tag: str, shipped: Path, tmp_path: Path) -> None:
    made = fresh(tmp_path, tag)
    made_style = made.style
    entries, recognized = list(made.lexicon.entries()), made.recognizer.spans(TEXT)
    ship(shipped, tmp_path, tag)
    found = fresh(tmp_path, tag)
    assert compiled.find_compiled("names", tag, found.lexicon.digest) is not None
    assert found.conventions == made.conventions
    assert repr(found.conventions) == repr(made.conventions)
    assert repr(found.style) == repr(made_style)
    assert found.style == made_style
    assert list(found.lexicon.entries()) == entries
    assert [each.position for each in found.lexicon.entries()] == [each.position for each in entries]
    assert found.recognizer.spans(TEXT) == recognized
    assert found.recognizer.compiled() == made.recognizer.compiled()


def test_the_same_files_give_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from reportgen.language import compiled_language;"
        "from reportgen.workspace import Workspace, installed_data;"
        "made = compiled_language(Workspace(Path(sys.argv[1]), installed_data()), 'fr');"
        "sys.stdout.buffer.write(b''.join(made[name] for name in sorted(made)))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=True).stdout
        for _ in range(2)
    ]
    assert runs[0] == runs[1]


def test_a_style_that_was_valid_is_not_validated_again(
    shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(shipped, tmp_path, "en")
    asked: list[object] = []
    monkeypatch.setattr(style, "validated", lambda *arguments: asked.append(arguments))
    assert fresh(tmp_path, "en").style.signs
    assert not asked


def test_a_changed_style_is_compiled_anew(shipped: Path, tmp_path: Path) -> None:
    ship(shipped, tmp_path, "en")
    own = tmp_path / "locales" / "en"
    own.mkdir(parents=True)
    (own / "style.yaml").write_text("spelling: {colour: color}\n")
    assert fresh(tmp_path, "en").style.spelling == {"colour": "color"}
    (own / "style.yaml").write_text("spellings: {'(': x}\n")
    with pytest.raises(InputError, match="no regular expression"):
        _ = fresh(tmp_path, "en").style


def test_a_word_of_the_style_stands_once_whatever_its_case(shipped: Path, tmp_path: Path) -> None:
    ship(shipped, tmp_path, "en")
    own = tmp_path / "locales" / "en"
    own.mkdir(parents=True)
    (own / "style.yaml").write_text("capitals: {member states: Member States, Member states: Member States}\n")
    with pytest.raises(InputError, match="'Member states' stands here twice"):
        _ = fresh(tmp_path, "en").style


def test_a_changed_name_is_compiled_anew(shipped: Path, tmp_path: Path) -> None:
    ship(shipped, tmp_path, "en")
    own = tmp_path / "locales" / "en" / "lexicon"
    own.mkdir(parents=True)
    (own / "countries.yaml").write_text("KE:\n  name: Kenia\n")
    assert fresh(tmp_path, "en").name("place", "KE").forms[""].full == "Kenia"


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 5000])
def test_a_damaged_file_is_as_none(damage: bytes, shipped: Path, tmp_path: Path) -> None:
    ship(shipped, tmp_path, "en")
    for path in shipped.iterdir():
        path.write_bytes(damage)
    assert fresh(tmp_path, "en").name("place", "KE").forms[""].full == "Kenya"


def test_an_error_in_a_name_that_nobody_asks_for_stops_nothing(shipped: Path, tmp_path: Path) -> None:
    own = tmp_path / "locales" / "en" / "lexicon"
    own.mkdir(parents=True)
    (own / "laws.yaml").write_text("broken:\n  nam: x\n")
    language = fresh(tmp_path, "en")
    assert language.name("place", "KE").forms[""].full == "Kenya"
    with pytest.raises(Exception, match="there is no field 'nam' here"):
        list(language.lexicon.entries())


@pytest.mark.parametrize("tag", TAGS)
def test_conventions_that_are_shipped_are_not_validated_again(
    tag: str, shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = fresh(tmp_path, tag).conventions
    ship(shipped, tmp_path, tag)
    monkeypatch.setattr(conventions, "validated", None)
    found = fresh(tmp_path, tag).conventions
    assert found is not made
    assert found == made
    assert found.model_fields_set == made.model_fields_set
    assert found.model_dump() == made.model_dump()


def test_changed_conventions_are_validated(shipped: Path, tmp_path: Path) -> None:
    ship(shipped, tmp_path, "en")
    text = (seen_by_a_user(tmp_path).installed / "locales/en/conventions.yaml").read_text("utf-8")
    path = tmp_path / "locales/en/conventions.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text.replace("own_name: English", "own_name: Anglais"), "utf-8")
    assert fresh(tmp_path, "en").conventions.own_name == "Anglais"
    path.write_text(text + "\nmore: 1\n", "utf-8")
    with pytest.raises(InputError, match="there is no field 'more' here"):
        fresh(tmp_path, "en")
