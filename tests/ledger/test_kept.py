"""What was printed at each freeze, beside the ledger."""

from __future__ import annotations

import base64
import bz2
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportgen.errors import InputError, Position
from reportgen.ledger import kept as kept_room
from reportgen.ledger.kept import KeptEdition, KeptLanguage, dump_kept, kept_language, kept_path, load_kept, read_kept
from reportgen.ledger.write_file import load as load_ledger
from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built, LedgerChange
from reportgen.tree.printed import identity_of
from reportgen.tree.sent import SentDocument, sent_document
from reportgen.tree.text import plain_text
from reportgen.workspace.journal import settle
from reportgen.workspace.writing import changing, write_all
from tests.workspace.conftest import Died, stopped_at

ONE = "- {id: one, text: First.}\n"
TWO = "- {id: two, text: Second.}\n"


@pytest.fixture
def frozen(tiny: Any) -> Callable[..., LedgerChange]:
    """A function that freezes some languages of the report, which has Chinese beside English."""
    tiny.paragraphs(ONE)
    catalogue(tiny, "一。")

    def freeze(*tags: str, **options: Any) -> LedgerChange:
        change = numbers.freeze(Built(tiny.workspace, tiny.load()), tags, **options)
        write_all(tiny.root, change.files())
        return change

    return freeze


def catalogue(tiny: Any, text: str) -> None:
    tiny.catalogue(f'msgid ""\nmsgstr ""\n\nmsgctxt "one"\nmsgid "First."\nmsgstr "{text}"\n')


def kept(tiny: Any, number: int, tag: str) -> SentDocument | None:
    edition = load_kept(tiny.workspace, "tiny", number)
    assert edition is not None
    return edition.document(tag)


def text(tiny: Any, number: int, tag: str, name: str = "one") -> str:
    sent = kept(tiny, number, tag)
    assert sent is not None
    return next(plain_text(each.content) for each in sent.pieces if each.id == name)


def test_a_freeze_keeps_what_is_printed(tiny: Any, frozen: Callable) -> None:
    change = frozen("en", "zh")
    assert [path.relative_to(tiny.root).as_posix() for path in change.files()] == [
        "inputs/tiny/numbering.yaml", "inputs/tiny/sent/edition-1.txt",
    ]  # fmt: skip
    for tag in ("en", "zh"):
        # The report is held to the edition now, and its files say so.
        assert kept(tiny, 1, tag) == sent_document(tiny.build(tag))
        assert tiny.build(tag).edition == 1
    assert kept(tiny, 1, "fr") is None
    assert load_kept(tiny.workspace, "tiny", 2) is None


def test_nothing_is_written_where_nothing_changed(tiny: Any, frozen: Callable) -> None:
    frozen("en", "zh")
    assert frozen("en", "zh").files() == {}


def test_a_language_is_kept_as_it_was_frozen(tiny: Any, frozen: Callable) -> None:
    frozen("en", "zh")
    catalogue(tiny, "二。")
    frozen("en")
    assert text(tiny, 1, "zh") == "一。"
    frozen("zh")
    assert text(tiny, 1, "zh") == "二。"


def test_a_new_edition_keeps_all_languages_that_are_held(tiny: Any, frozen: Callable) -> None:
    frozen("en", "zh")
    tiny.paragraphs(TWO + ONE)
    write_all(tiny.root, numbers.accept(Built(tiny.workspace, tiny.load()), ["two"], "Asked for").file())
    catalogue(tiny, "二。")
    frozen("en")
    assert text(tiny, 1, "zh") == "一。"
    assert text(tiny, 2, "zh") == "二。"
    assert [each.label for each in kept(tiny, 2, "en").pieces if each.kind == "paragraph"] == ["1.", "2."]  # type: ignore[union-attr]
    assert kept(tiny, 2, "zh").identity.edition == 2  # type: ignore[union-attr]


def test_an_issued_language_that_differs_is_not_in_the_new_edition(tiny: Any, frozen: Callable) -> None:
    frozen("en", "zh")
    frozen("zh", state="issued")
    tiny.paragraphs(TWO + ONE)
    write_all(tiny.root, numbers.accept(Built(tiny.workspace, tiny.load()), ["two"], "Asked for").file())
    frozen("en")
    assert kept(tiny, 2, "zh") is None
    assert text(tiny, 1, "zh") == "一。"


def test_the_edition_of_an_older_ledger_is_kept_from_its_next_freeze_on(tiny: Any, frozen: Callable) -> None:
    frozen("en", "zh")
    kept_path(tiny.workspace, "tiny", 1).unlink()
    ledger = load_ledger(tiny.workspace, "tiny")
    assert load_kept(tiny.workspace, "tiny", 1) is None
    change = frozen("en")
    assert (change.file(), len(change.files())) == ({}, 1)
    assert load_ledger(tiny.workspace, "tiny") == ledger
    # What Chinese was when it was frozen, nobody knows any more.
    assert (kept(tiny, 1, "zh"), text(tiny, 1, "en")) == (None, "First.")


def test_a_freeze_that_is_stopped_writes_both_files_or_none(tiny: Any, frozen: Callable) -> None:
    frozen("en", "zh")
    catalogue(tiny, "二。")
    change = numbers.freeze(Built(tiny.workspace, tiny.load()), ("en", "zh"))
    before = {path: path.read_bytes() for path in change.files()}
    ends = set()
    for call in range(1, 200):
        write_all(tiny.root, before)
        try:
            with changing(tiny.root, lambda: tiny.workspace.sources("tiny")) as writer, stopped_at(call):
                writer.write(change.files())
        except Died:
            settle(tiny.root)
            found = {path: path.read_bytes() for path in before}
            assert found in (before, change.files())
            ends.add(found == before)
        else:
            break
    assert ends == {True, False}


def test_the_file_is_one_that_commands_change(tiny: Any, frozen: Callable) -> None:
    frozen("en", "zh")
    assert kept_path(tiny.workspace, "tiny", 1) in tiny.workspace.sources("tiny")


HEAD = "# Edition 1\n"
DIGEST = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 0),
        ("fr\n", 2),
        ("fr QUJD\n", 2),
        (f"fr {DIGEST} !!!\n", 2),
        (f"fr {DIGEST} QUI\n", 2),
        (f"fr {DIGEST}\n", 2),
        (f"../fr {DIGEST} QUJD\n", 2),
        (f"\n\nfr: {DIGEST} QUJD\n", 4),
        (f"fr {DIGEST} QUJD\u00e9\n", 2),
        (f"fr {DIGEST[1:]} QUJD\n", 2),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(content: str, line: int) -> None:
    if not line:
        assert read_kept((HEAD + content).encode(), "edition-1.txt").texts == {}
        return
    with pytest.raises(InputError, match="keeps no language") as error:
        read_kept((HEAD + content).encode(), "edition-1.txt")
    assert error.value.position == Position("edition-1.txt", line, 1)


def test_a_damaged_language_is_refused_when_it_is_read() -> None:
    packed = base64.b64encode(b"BZh9 and no more").decode()
    edition = read_kept(f"{HEAD}# More\nfr {DIGEST} {packed}\n".encode(), "edition-1.txt")
    with pytest.raises(InputError, match="the text of fr cannot be read") as error:
        edition.document("fr")
    assert error.value.position == Position("edition-1.txt", 3, 1)


@pytest.mark.parametrize("data", [b"", b"BZh9", b"\0" * 90, bz2.compress(b"\xff"), bz2.compress(b"{}") + b"x"])
def test_bytes_that_cannot_be_unpacked(data: bytes) -> None:
    with pytest.raises(InputError, match="the text of fr cannot be read"):
        KeptEdition("x", {"fr": KeptLanguage(DIGEST, data)}).document("fr")


def test_more_than_any_report_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_room, "_LARGEST", 1_000)
    with pytest.raises(InputError, match="too much"):
        KeptEdition("x", {"fr": KeptLanguage(DIGEST, bz2.compress(b" " * 50_000_000))}).document("fr")


def test_the_file_is_read_as_it_was_written(real_documents: Any) -> None:
    texts = {tag: kept_language(real_documents[tag]) for tag in ("zh", "ar", "en")}
    data = dump_kept(3, "A/80/1", texts)
    assert data.startswith(b"# Edition 3 of A/80/1 as it was printed")
    assert [line.split()[0] for line in data.decode().splitlines()[2:]] == ["ar", "en", "zh"]
    found = read_kept(data, "x")
    assert found.texts == texts
    assert found.document("ar") == sent_document(real_documents["ar"])
    assert found.texts["ar"].digest == identity_of(real_documents["ar"]).digest


def test_a_file_that_leads_out_of_the_workspace_is_refused(tiny: Any, tmp_path: Path, frozen: Callable) -> None:
    frozen("en")
    path = kept_path(tiny.workspace, "tiny", 1)
    outside = tmp_path.parent / "outside.txt"
    outside.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(outside)
    with pytest.raises(InputError, match="outside of the workspace"):
        load_kept(tiny.workspace, "tiny", 1)
