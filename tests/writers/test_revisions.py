"""Tracked changes of Word files: whoever accepts them gets the newer edition, whoever rejects them the older one."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx_scalpel
import pytest

from reportgen import pipeline
from reportgen.tree import nodes as tree
from reportgen.tree.walk import plain_blocks
from tests.tools.edited_documents import EDITS
from tests.tools.opened_word import parts_of
from tests.tools.tracked_judges import Office, by_trackdiff
from tests.tools.two_editions import AUTHOR, DATE, SIDES, EditionPair, as_read, edited_pair
from tests.tools.validators import VALIDATORS

TAGS = ("en", "ar", "zh", "fr", "es", "ru")
KINDS = tuple(EDITS)
Documents = dict[str, tree.Document]


def pairs(kind: str, every: Documents, real: Documents, most: int = 3) -> list[EditionPair]:
    """Pairs of a kind in some languages, of both reports."""
    turn = KINDS.index(kind)
    tags = [TAGS[(turn + step) % 6] for step in range(6)]
    found = (edited_pair(every if step % 2 == turn % 2 else real, tag, kind, step) for step, tag in enumerate(tags))
    return [pair for pair in found if pair][:most]


@pytest.mark.parametrize("kind", KINDS)
def test_our_reader_gets_both_editions(
    kind: str, every_documents: Documents, real_documents: Documents, tmp_path: Path
) -> None:
    for pair in pairs(kind, every_documents, real_documents):
        tracked = pair.tracked(tmp_path)
        for side in SIDES:
            assert as_read(tracked, side) == as_read(pair.written(side, tmp_path)), (pair.name, side)


@pytest.mark.parametrize("kind", KINDS)
def test_other_programs_get_both_editions(
    kind: str, every_documents: Documents, real_documents: Documents, tmp_path: Path
) -> None:
    for pair in pairs(kind, every_documents, real_documents, most=2):
        tracked = pair.tracked(tmp_path)
        old, new = (pair.written(side, tmp_path) for side in SIDES)
        assert by_trackdiff(tracked, old, new) == [], pair.name
        resolve = (docx_scalpel.docx_diff_reject_revisions, docx_scalpel.docx_diff_accept_revisions)
        for side, resolved, plain in zip(SIDES, resolve, (old, new), strict=True):
            path = tmp_path / "resolved.docx"
            path.write_bytes(resolved(tracked.read_bytes()))
            assert as_read(path) == as_read(plain), (pair.name, side)


def test_python_redlines_finds_no_difference(every_documents: Documents, tmp_path: Path) -> None:
    redlines = pytest.importorskip("python_redlines", reason="python-redlines has wheels for Linux alone")
    engine = redlines.DocxodusEngine(target_path=str(tmp_path / "engine"))
    for kind in ("row out", "storm"):
        pair = edited_pair(every_documents, "en", kind, 1)
        assert pair
        tracked = pair.tracked(tmp_path).read_bytes()
        resolve = (docx_scalpel.docx_diff_reject_revisions, docx_scalpel.docx_diff_accept_revisions)
        for side, resolved in zip(SIDES, resolve, strict=True):
            plain = pair.written(side, tmp_path).read_bytes()
            found, *_ = engine.run_redline("Judge", plain, resolved(tracked), detect_format_changes=False)
            # The QR code has another number in a file that holds two, so pictures are left out.
            texts = [
                part.decode("utf-8", "replace") for name, part in parts_of(found).items() if "footer-first" not in name
            ]
            assert not any(re.search("<w:(ins|del|moveFrom)[ >]", text) for text in texts), (kind, side)


@pytest.mark.external
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs the Debian package libreoffice-writer")
def test_libreoffice_shows_both_editions(every_documents: Documents, real_documents: Documents, tmp_path: Path) -> None:
    """Text, numbers and cross-references as it shows them, which it counts itself."""
    # Of two paragraphs made one behind the mark of a note it makes a move, and puts other looks behind it.
    kinds = [kind for kind in KINDS if kind != "paragraphs merged"]
    found = [pair for kind in kinds for pair in pairs(kind, every_documents, every_documents, most=1)]
    found += pairs("paragraphs merged", real_documents, real_documents, most=2)
    asked = []
    for number, pair in enumerate(found):
        folder = tmp_path / str(number)
        folder.mkdir()
        tracked = pair.tracked(folder)
        asked += [(tracked, "RejectAllTrackedChanges"), (pair.written("old", folder), "")]
        asked += [(tracked, "AcceptAllTrackedChanges"), (pair.written("new", folder), "")]
    texts = Office(tmp_path).texts(asked)
    for number, pair in enumerate(found):
        rejected, old, accepted, new = texts[4 * number : 4 * number + 4]
        assert (rejected, accepted) == (old, new), pair.name


def storm(documents: Documents, tag: str) -> EditionPair:
    pair = edited_pair(documents, tag, "storm", 5)
    assert pair
    return pair


@pytest.mark.parametrize("tag", TAGS)
def test_validators_find_no_fault(tag: str, every_documents: Documents, tmp_path: Path) -> None:
    for seed in (1, 2):
        pair = edited_pair(every_documents, tag, "storm", seed)
        assert pair
        path = pair.tracked(tmp_path)
        assert {name: find(path) for name, find in VALIDATORS.items()} == {name: [] for name in VALIDATORS}


def test_every_change_has_an_id_of_its_own_the_author_and_the_date(every_documents: Documents, tmp_path: Path) -> None:
    parts = parts_of(storm(every_documents, "ar").tracked(tmp_path).read_bytes())
    texts = [part.decode() for name, part in parts.items() if name.startswith("word/") and name.endswith(".xml")]
    changes = [each for text in texts for each in re.findall("<w:(?:ins|del|pPrChange) [^>]*>", text)]
    assert changes
    assert all(f'w:author="{AUTHOR}" w:date="{DATE}"' in each for each in changes)
    ids = Counter(re.findall('w:id="([0-9]+)"', "".join(changes)))
    assert ids.most_common(1)[0][1] == 1
    names = Counter(re.findall('<w:bookmarkStart w:id="[0-9]+" w:name="([^"]*)"', "".join(texts)))
    assert names.most_common(1)[0][1] == 1


def test_the_same_editions_give_the_same_bytes(every_documents: Documents) -> None:
    one, other = (storm(every_documents, "zh") for _ in range(2))
    assert pipeline.write(one.both, "docx") == pipeline.write(other.both, "docx")


def test_text_that_is_deleted_is_no_text(every_documents: Documents, tmp_path: Path) -> None:
    text = parts_of(storm(every_documents, "fr").tracked(tmp_path).read_bytes())["word/document.xml"].decode()
    deleted = re.findall("<w:del [^/>]*>.*?</w:del>", text)
    assert deleted
    assert not any("<w:t>" in each or "<w:t " in each or "<w:instrText" in each for each in deleted)
    assert not re.search("<w:(ins|del) [^/>]*><w:hyperlink", text)


def test_a_heading_in_words_has_both_labels(every_documents: Documents, tmp_path: Path) -> None:
    """Arabic headings have literal labels, which no program counts: the list of a paragraph is tracked too."""
    document = every_documents["ar"]
    blocks = list(plain_blocks(document))
    at = next(index for index, block in enumerate(blocks) if block.id == "verbs")
    before = tree.Number(("annex", 1, 1), "أولا - ")
    heading = blocks[at]
    assert isinstance(heading, tree.Heading)
    blocks[at] = replace(heading, number=before)
    pair = EditionPair("labels", replace(document, blocks=tuple(blocks)), document)
    tracked = pair.tracked(tmp_path)
    assert "<w:pPrChange" in parts_of(tracked.read_bytes())["word/document.xml"].decode()
    for side in SIDES:
        assert as_read(tracked, side) == as_read(pair.written(side, tmp_path)), side
