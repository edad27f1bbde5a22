"""Names that come back in a TBX file: what of it is written into the lexicons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.errors import InputError
from reportgen.language import lexicon as lexicons
from reportgen.language.lexicon_entry import LexiconEntry, NameVariants
from reportgen.pipeline.translators.names_imported import ImportedNames, import_names
from reportgen.record import replace
from reportgen.translation.tbx import Term, write_tbx
from reportgen.workspace import Workspace
from reportgen.workspace.writing import write_all

TAGS = ("ar", "en", "es", "fr", "ru", "zh")
PLACES = """\
# Ours
TS:
  name: le Tests  # a comment
  forms: {bare: Tests, in: au Tests}
  class: m
  source: A/99/1
TT:
  name: {full: la Tetsa, short: Tetsa}
  forms:
    bare: {full: Tetsa, short: T}
  sure: false
  why: nobody looked
"""


def names_of(workspace: Workspace, tag: str) -> lexicons.Lexicon:
    return pipeline.language(workspace, tag).lexicon


@pytest.fixture
def back(tiny, tmp_path: Path) -> Callable[..., tuple[ImportedNames, str]]:
    """Write a lexicon, change a name of it as a reviser would, and read the file back."""
    path = tiny.root / "locales" / "fr" / "lexicon" / "places.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLACES, "utf-8")

    def read(name: str, edit: Callable[[LexiconEntry], LexiconEntry], said: Callable[[bytes], bytes] = lambda x: x):
        entry = edit(names_of(tiny.workspace, "fr").entry("place", name))
        file = tmp_path / "names.tbx"
        file.write_bytes(said(write_tbx([(Term("fr", entry),)], "en", "Names")))
        imported = import_names(tiny.workspace, file)
        return imported, imported.files.get(path, b"").decode()

    return read


def with_form(form: str, *texts: str) -> Callable[[LexiconEntry], LexiconEntry]:
    return lambda entry: replace(entry, forms={**entry.forms, form: NameVariants(*texts)})


@pytest.mark.parametrize("tag", TAGS)
def test_a_lexicon_that_nobody_touched_writes_nothing(tag: str, tmp_path: Path) -> None:
    path = tmp_path / "names.tbx"
    path.write_bytes(write_tbx([(Term(tag, each),) for each in names_of(Workspace.at(), tag).entries()], "en", "All"))
    imported = import_names(Workspace.at(), path)
    assert (imported.changes, imported.files) == ((), {})


@pytest.mark.parametrize("tag", TAGS)
def test_a_workspace_without_names_gets_the_same_lexicon(
    tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = list(names_of(Workspace.at(), tag).entries())
    folder = tmp_path / "locales" / tag
    folder.mkdir(parents=True)
    for each in Workspace.at().root.joinpath("locales", tag).glob("*.yaml"):
        folder.joinpath(each.name).write_bytes(each.read_bytes())
    empty = Workspace(tmp_path, tmp_path)
    tmp_path.joinpath("names.tbx").write_bytes(write_tbx([(Term(tag, each),) for each in entries], "en", "All"))
    files = import_names(empty, tmp_path / "names.tbx").files
    write_all(tmp_path, files, "")
    found = {(each.kind, each.id): each for each in names_of(Workspace(tmp_path, tmp_path), tag).entries()}
    assert found == {(each.kind, each.id): each for each in entries}


@pytest.mark.parametrize(
    ("name", "form", "texts", "old", "new"),
    [
        ("TS", "in", ("dans le Tests",), "in: au Tests", "in: dans le Tests"),
        ("TS", "of", ("du Tests",), "in: au Tests}", "in: au Tests, of: du Tests}"),
        ("TS", "", ("le Test",), "le Tests  #", "le Test  #"),
        ("TT", "bare", ("Tetsa", "Ts"), "short: T}", "short: Ts}"),
        ("TT", "", ("la Tetsa", "Tetsa", "elle"), "short: Tetsa}", "short: Tetsa, third: elle}"),
        ("TS", "bare", ("Tests", "T"), "bare: Tests, ", ""),
    ],
)
def test_a_form_is_written_and_all_else_stays(
    back, name: str, form: str, texts: tuple[str, ...], old: str, new: str
) -> None:
    imported, text = back(name, with_form(form, *texts))
    assert [each.name.forms[form] for each in imported.changes] == [NameVariants(*texts)]
    # A form that had one text alone and has two is written anew, at the end of its neighbours.
    expected = PLACES.replace(old, new)
    assert text == (expected if new else expected.replace("au Tests}", "au Tests, bare: {full: Tests, short: T}}"))


def test_a_name_that_was_confirmed_is_sure(back) -> None:
    imported, text = back("TT", lambda entry: replace(entry, sure=True))
    assert [*imported.changes[0].said()] == ["it is sure now"]
    assert text == PLACES.replace("  sure: false\n  why: nobody looked\n", "  sure: true\n")


def test_what_a_tool_lost_stays(back) -> None:
    def lose(data: bytes) -> bytes:
        lines = data.decode().replace("<tig>", "\n<tig>").split("\n")
        kept = [each for each in lines if "<admin" not in each and "<note>" not in each]
        status = '<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote>'
        return "\n".join(kept).replace(status, "").encode()

    imported, _ = back("TT", lambda entry: entry, lose)
    assert imported.changes == ()


def test_an_installed_name_gets_an_entry_of_ones_own(tiny, tmp_path: Path) -> None:
    entry = with_form("in", "dedans")(names_of(tiny.workspace, "fr").entry("place", "ID"))
    tmp_path.joinpath("names.tbx").write_bytes(write_tbx([(Term("fr", entry),)], "en", "Names"))
    imported = import_names(tiny.workspace, tmp_path / "names.tbx")
    assert list(imported.files) == [tiny.root / "locales/fr/lexicon/places.yaml"]
    assert [*imported.changes[0].said()] == ["in: 'en Indonésie' → 'dedans'"]
    now = tiny.workspace.opened_anew(imported.files, with_made=False)
    assert names_of(now, "fr").entry("place", "ID") == entry


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data.replace(b'"place.TS"', b'"planet.TS"'), "'planet' is no kind of name"),
        (lambda data: data.replace(b'xml:lang="fr"', b'xml:lang="xx"'), "the language 'xx' is not known here"),
        (lambda data: data.replace(b'type="x-form"', b'type="x-other"'), "does not say which form each term is"),
        (lambda data: data.replace(b">full<", b">short<"), "has no name without a form"),
    ],
)
def test_what_is_refused(back, change: Callable[[bytes], bytes], message: str) -> None:
    with pytest.raises(InputError, match=message):
        back("TS", lambda entry: entry, change)
