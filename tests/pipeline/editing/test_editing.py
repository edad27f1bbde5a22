"""A piece as it is typed: what it prints meanwhile is what a build prints, and what is saved is what was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.errors import OutputError, UsageError
from reportgen.facts import Count
from reportgen.language import Language
from reportgen.pipeline import language
from reportgen.pipeline.editing import (
    SavedSteps,
    added_block,
    deleted_block,
    edited_fact,
    edited_piece,
    fact_rows,
    moved_block,
    open_piece,
    printed_alone,
    printed_while_typed,
    printed_with,
    read_typed,
)
from reportgen.pipeline.editing.offers import offers_for
from reportgen.pipeline.editing.opened import ShownPiece
from reportgen.pipeline.editing.queue import queue_of, queued_piece
from reportgen.pipeline.session import Session
from reportgen.returned.sides import looks_alike
from reportgen.tree.inlines import Content, Text
from reportgen.tree.text import plain_text

ROOT = Path(__file__).parents[3]
SLUG = "e-cn.15-2019-9"
INDONESIA = "indonesia-extremist-prisoners"


@pytest.fixture(scope="module")
def session() -> Session:
    """The sample report; nothing of these tests is written."""
    return Session(ROOT)


def typed(session: Session, piece: str, tag: str, before: str, after: str) -> tuple[str, Content]:
    """The text of a piece with other words in it."""
    text = plain_text(next(each.content for each in session.now.side(SLUG, tag).pieces if each.id == piece))
    assert before in text
    return text, (Text(text.replace(before, after)),)


def shown_pieces(session: Session, tag: str) -> list[tuple[ShownPiece, Content]]:
    side, document = session.now.side(SLUG, tag), session.now.document(SLUG, tag)
    found = [(side.sent[each.id], each.content) for each in side.pieces if each.id in side.sent]
    return [(ShownPiece(sent, document), content) for sent, content in found if sent.wording and not sent.of_kind]


@pytest.mark.parametrize("tag", ["en", "ar", "es", "fr", "ru", "zh"])
def test_a_piece_alone_prints_what_a_build_prints(session: Session, tag: str) -> None:
    own: Language = language(session.now.workspace, tag)
    pieces = shown_pieces(session, tag)
    assert len(pieces) > 80
    for shown, content in pieces:
        assert looks_alike(printed_alone(own, shown, shown.sent.wording), content), shown.sent.id


def test_a_figure_that_is_typed_changes_in_all_languages(session: Session) -> None:
    tags = session.languages(SLUG)
    opened = open_piece(session.now, SLUG, INDONESIA, "en", tags)
    _, content = typed(session, INDONESIA, "en", "313", "421")
    found = read_typed(session.now, opened, content)
    assert [(each.name, each.new) for each in found.recovered.changed] == [("trained", Count(421))]
    printed = printed_while_typed(session.now.workspace, opened, found.recovered)
    assert list(printed) == list(tags)
    for text in printed.values():
        assert not isinstance(text, Exception)
        assert "421" in plain_text(text)
        assert "313" not in plain_text(text)


def test_what_was_shown_is_what_the_saved_file_prints(session: Session) -> None:
    opened = open_piece(session.now, SLUG, INDONESIA, "en", session.languages(SLUG))
    _, content = typed(session, INDONESIA, "en", "313 officials", "5 officials")
    found = edited_piece(session, opened, content)
    shown = printed_while_typed(session.now.workspace, opened, found.recovered)
    after = session.with_files(found.files)
    for tag, text in shown.items():
        built = next(each.content for each in after.side(SLUG, tag).pieces if each.id == INDONESIA)
        assert not isinstance(text, Exception)
        assert looks_alike(text, built), tag


def test_a_translation_changes_no_facts(session: Session) -> None:
    opened = open_piece(session.now, SLUG, INDONESIA, "fr", ("en", "fr"))
    _, content = typed(session, INDONESIA, "fr", "313", "421")
    found = edited_piece(session, opened, content)
    assert found.change.state == "open"
    assert not found.files
    assert any("correct this text, or change it there" in why for why in found.change.why)


def test_what_another_changed_meanwhile_is_a_conflict_of_that_piece(session: Session) -> None:
    opened = open_piece(session.now, SLUG, INDONESIA, "en")
    _, mine = typed(session, INDONESIA, "en", "prisons.", "prisons and beyond.")
    _, theirs = typed(session, INDONESIA, "en", "prisons.", "prisons everywhere.")
    saved = edited_piece(session, opened, theirs)
    other = Session(ROOT)
    for path, data in saved.files.items():
        other.change(path.relative_to(ROOT), data)
    found = edited_piece(other, opened, mine)
    assert (found.change.state, dict(found.files)) == ("conflict", {})
    # Of another piece in the same file nothing is in conflict.
    neighbour = open_piece(session.now, SLUG, "myanmar-survivor-centred-response", "en")
    text = plain_text(neighbour.printed.content)
    assert edited_piece(other, neighbour, (Text(f"{text} It goes on."),)).change.state == "ready"


def test_a_piece_without_a_wording_is_not_opened(session: Session) -> None:
    with pytest.raises(UsageError, match="no text that can be edited") as caught:
        open_piece(session.now, SLUG, "indonesia-extremist-prisoner", "en")
    assert INDONESIA in caught.value.hint


def test_a_new_paragraph_has_its_facts_and_an_id_of_its_words(session: Session) -> None:
    found = added_block(session, SLUG, INDONESIA, (Text("In Kenya, UNODC trained 57 judges on bail."),))
    assert found.id == "kenya-unodc-trained-judges"
    [data] = found.files.values()
    assert "      judges: {count: 57}" in data.decode()
    after = session.with_files(found.files)
    ids = [each.id for each in after.document(SLUG, "en").blocks]  # type: ignore[union-attr]
    assert ids.index(found.id) == ids.index(INDONESIA) + 1
    first = added_block(session, SLUG, "asia", (Text("It is new."),), "of-my-own")
    ids = [each.id for each in session.with_files(first.files).document(SLUG, "en").blocks]  # type: ignore[union-attr]
    assert ids.index("of-my-own") == ids.index("asia") + 1


@pytest.mark.parametrize(("text", "name"), [("", ""), ("  ", ""), ("Words.", INDONESIA)])
def test_no_paragraph_without_words_or_with_an_id_that_is_taken(session: Session, text: str, name: str) -> None:
    with pytest.raises(UsageError):
        added_block(session, SLUG, INDONESIA, (Text(text),), name)


def test_a_paragraph_goes_and_moves(session: Session) -> None:
    gone = session.with_files(deleted_block(session, SLUG, INDONESIA).files).document(SLUG, "fr")
    assert INDONESIA not in [each.id for each in gone.blocks]  # type: ignore[union-attr]
    moved = moved_block(session, SLUG, INDONESIA, "africa")
    ids = [each.id for each in session.with_files(moved.files).document(SLUG, "fr").blocks]  # type: ignore[union-attr]
    assert ids.index(INDONESIA) == ids.index("africa") + 1
    assert deleted_block(session, SLUG, "asia").why
    with pytest.raises(UsageError):
        moved_block(session, SLUG, "asia", INDONESIA)


def test_a_fact_is_edited_as_its_language_prints_it(session: Session) -> None:
    value, files = edited_fact(session, SLUG, (INDONESIA, "trained"), "1,250")
    assert value == Count(1250)
    printed = printed_with(session, SLUG, files, [INDONESIA])[INDONESIA]
    assert set(printed) == set(session.languages(SLUG))
    for before, after in printed.values():
        assert "313" in plain_text(before)
        assert "313" not in plain_text(after)
    row = next(each for each in fact_rows(session.now, SLUG) if (each.owner, each.name) == (INDONESIA, "trained"))
    assert (row.printed, row.pieces) == ("313", (INDONESIA,))


@pytest.mark.parametrize("text", ["", "many", "313", "Kenya", "<b>5</b>", "5 6"])
def test_what_is_no_value_of_its_kind_is_refused(session: Session, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        edited_fact(session, SLUG, (INDONESIA, "trained"), text)
    assert "313" in caught.value.hint


def test_offers_are_facts_names_with_forms_and_references(session: Session) -> None:
    opened = open_piece(session.now, SLUG, INDONESIA, "fr")
    kinds = {each.kind for each in offers_for(session.now, SLUG, "fr", opened, "")}
    assert kinds == {"fact"}
    assert offers_for(session.now, SLUG, "fr", opened, "313")[0].fact == "trained"
    names = [each.text for each in offers_for(session.now, SLUG, "fr", opened, "keny")]
    assert "le Kenya" in names
    assert "au Kenya" in names
    [reference, *_] = offers_for(session.now, SLUG, "fr", opened, "para 12")
    assert (reference.kind, "12" in reference.text) == ("reference", True)


def test_the_queue_of_a_language_shows_what_changed_in_the_source(session: Session) -> None:
    assert not [each for each in queue_of(session.now, SLUG, "fr").pieces if each.state != "translated"]
    opened = open_piece(session.now, SLUG, INDONESIA, "en")
    _, content = typed(session, INDONESIA, "en", "in prisons.", "in prisons everywhere.")
    after = session.with_files(edited_piece(session, opened, content).files)
    [waiting] = [each for each in queue_of(after, SLUG, "fr").pieces if each.state == "stale"]
    assert waiting.id == INDONESIA
    assert "{+everywhere" in queued_piece(after, SLUG, "fr", INDONESIA).change.replace(" ", "")


def test_steps_are_taken_back_and_done_again(tiny) -> None:
    path = tiny.root / "inputs/tiny/sections/first.yaml"
    before, steps, new = path.read_bytes(), SavedSteps(tiny.root), tiny.root / "locales/zh/tiny.po"
    steps.write("one", lambda: [path], lambda: {path: before + b"# one\n", new: b"new"})
    assert (steps.last, steps.next) == ("one", "")
    assert steps.undo() == "one"
    assert (path.read_bytes(), new.exists()) == (before, False)
    assert steps.redo() == "one"
    assert new.read_bytes() == b"new"
    path.write_bytes(before + b"# by hand\n")
    with pytest.raises(OutputError, match="changed since"):
        steps.undo()
    assert path.read_bytes() == before + b"# by hand\n"
    with pytest.raises(UsageError, match="nothing to redo"):
        steps.redo()
