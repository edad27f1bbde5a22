"""What was sent is found by the digest of the file, and its pieces are those that recovery needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.errors import InputError
from reportgen.ledger.kept import kept_path
from reportgen.pipeline import numbers
from reportgen.pipeline.numbers import Built
from reportgen.pipeline.sent import cited_numbers, find_sent, sent_pieces, sources_of
from reportgen.readers import ReadDocument, read_document
from reportgen.recover import SentFact, SentPiece, recover
from reportgen.tree.inlines import Content, CrossReference, Inline, NoteMark
from reportgen.tree.nodes import Document
from reportgen.tree.printed import identity_of, printed_pieces
from reportgen.tree.seen import seen
from reportgen.tree.sent import dump_sent, read_sent, sent_document
from reportgen.tree.text import plain_text
from reportgen.tree.walk import map_leaves
from reportgen.workspace import Workspace
from reportgen.workspace.writing import write_all
from tests.tools.sent_pieces import TAGS, case_pieces, real_pieces

CASES = Path(__file__).parents[1] / "cases"


def kept_pieces(document: Document) -> dict[str, SentPiece]:
    """The pieces of a document that was written and read again."""
    sent = read_sent(dump_sent(sent_document(document)))
    return sent_pieces(sent, pipeline.language(Workspace.at(), document.language))


def without_numbers(content: Content) -> Content:
    """The inlines without what `sent_pieces` of the tools does not know: numbers of notes, where references stand."""

    def change(inline: Inline) -> Inline:
        if isinstance(inline, NoteMark):
            return replace(inline, label="")
        return replace(inline, content=()) if isinstance(inline, CrossReference) else inline

    return map_leaves(content, change)


def origins(content: Content) -> list[object]:
    return [getattr(each, "origin", None) for each in content]


def differs(one: SentPiece, other: SentPiece) -> list[str]:
    """What differs between two pieces that were made in two ways."""
    same = {
        "wording": one.wording.rstrip("\n") == other.wording,
        "content": without_numbers(one.content) == without_numbers(other.content),
        "origins": origins(one.content) == origins(other.content),
        "facts": {name: (each.value, each.scope) for name, each in one.facts.items()}
        == {name: (each.value, each.scope) for name, each in other.facts.items()},
        "numbers": {each for each in other.numbers.items() if each[0][0] != "letter-note"} <= {*one.numbers.items()},
        **{
            name: getattr(one, name) == getattr(other, name)
            for name in ("of_kind", "is_original", "in_heading", "introduced")
        },
    }
    return [name for name, is_same in same.items() if not is_same]


@pytest.mark.parametrize("tag", TAGS)
def test_pieces_are_those_that_are_made_of_the_sources(real_documents: dict[str, Document], tag: str) -> None:
    found = kept_pieces(real_documents[tag])
    wanted = [each.piece for each in real_pieces(tag)]
    assert len(wanted) > 90
    assert {each.id: differs(found[each.id], each) for each in wanted if differs(found[each.id], each)} == {}


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_pieces_of_every_kind_of_block(tag: str, tmp_path: Path) -> None:
    workspace = Workspace.at(CASES / "every-block")
    found = kept_pieces(pipeline.build(workspace, pipeline.load(workspace, "every-block"), tag))
    wanted = [each.piece for each in case_pieces(tag, tmp_path, ["every-block"])]
    assert len(wanted) > 200
    assert {each.id: differs(found[each.id], each) for each in wanted if differs(found[each.id], each)} == {}


@pytest.mark.parametrize("tag", TAGS)
def test_what_was_printed_is_its_wording(real_documents: dict[str, Document], tag: str) -> None:
    language = pipeline.language(Workspace.at(), tag)
    for piece in kept_pieces(real_documents[tag]).values():
        assert recover(piece, seen(piece.content), language).wording == piece.wording


def test_places_are_the_other_pieces_that_print_a_fact(tiny: Any) -> None:
    tiny.report(
        "symbol: A/99/1\nlanguage: en\ntitle: A title\nmasthead: {organ: ecosoc}\nfacts: {all: {count: 9}}\n"
        "sections: [first]\n"
    )
    tiny.paragraphs(
        """
        - id: one
          facts: {here: {count: 3}}
          text: "{{ all }} and {{ here }}.[^n]"
          notes: {n: "{{ here }} of {{ all }}."}
        - id: two
          facts: {here: {count: 4}}
          text: "{{ here }}."
        """
    )
    document = tiny.build()
    found = sent_pieces(sent_document(document), pipeline.language(tiny.workspace, "en"))
    count = document.printed_from.facts
    assert found["one"].facts == {
        "all": SentFact(count[""]["all"], "report"),
        "here": SentFact(count["one"]["here"], "piece", ("n",)),
    }
    assert found["n"].facts["here"].places == ("one",)
    assert found["two"].facts["here"] == SentFact(count["two"]["here"], "piece", ())


def test_a_piece_that_waits_for_its_translation(every: Any) -> None:
    every.catalogue("", "fr")
    sent = sent_document(every.build("fr"))
    found = sent_pieces(sent, pipeline.language(every.workspace, "fr"))
    assert {each.wording for each in found.values() if each.of_kind != "masthead"} == {""}
    assert not any(each.is_original for each in found.values())
    assert dict(sources_of(sent)) == dict(sources_of(sent_document(every.build("en"))))


CITED = {
    "en": {("para", "1"): "opening", ("table", "1"): "visits", ("annex", "I"): "terms"},
    "fr": {("para", "1"): "opening", ("table", "1"): "visits", ("annex", "I"): "terms"},
    "zh": {("section", "一"): "first"},
    "ar": {("section", "أولا"): "first"},
}


@pytest.mark.parametrize("tag", CITED)
def test_numbers_as_they_are_cited(every: Any, tag: str) -> None:
    language = pipeline.language(every.workspace, tag)
    found = cited_numbers(list(printed_pieces(every.build(tag))), language)
    assert CITED[tag].items() <= found.items()


# Where it is found.


@pytest.fixture
def returned(tiny: Any, tmp_path: Path) -> Callable[..., ReadDocument]:
    """A function: the report as a file that came back."""

    def read(format_name: str = "docx") -> ReadDocument:
        path = tmp_path / f"back.{format_name}"
        path.write_bytes(pipeline.write(tiny.build(), format_name))
        return read_document(path)

    return read


def built(tiny: Any) -> Built:
    return Built(tiny.workspace, tiny.load())


def freeze(tiny: Any) -> None:
    write_all(tiny.root, numbers.freeze(built(tiny), ("en",)).files())


def edit(tiny: Any, text: str) -> None:
    tiny.section(f"id: first\nheading: The first section\nparagraphs: [{{id: opening, text: {text}}}]\n")


def said(tiny: Any, file: ReadDocument) -> tuple[str, str] | None:
    """How what was sent is called, and its paragraph."""
    found = find_sent(built(tiny), file, "en")
    if found is None:
        return None
    return found.name, next(plain_text(each.content) for each in found.document.pieces if each.id == "opening")


def test_a_frozen_edition_is_found_by_its_digest(tiny: Any, returned: Callable) -> None:
    before = returned("md")
    freeze(tiny)
    after = returned("md")
    edit(tiny, "Reworded.")
    assert (before.identity.edition, after.identity.edition) == (0, 1)
    # The file that was written before the freeze is the same text, and says another edition.
    assert said(tiny, before) == said(tiny, after) == ("edition 1", "The report is small.")
    freeze(tiny)
    assert said(tiny, returned("md")) == ("edition 1", "Reworded.")
    assert said(tiny, after) is None


def test_a_draft_carries_what_it_was_printed_from(tiny: Any, returned: Callable) -> None:
    file = returned()
    edit(tiny, "Reworded.")
    assert said(tiny, file) == ("what the file was printed from", "The report is small.")
    # Markdown carries nothing, and today's text is another one.
    assert said(tiny, replace(file, carried="")) is None


def test_a_file_of_today_is_todays_build(tiny: Any, returned: Callable) -> None:
    assert said(tiny, returned("md")) == ("today's build", "The report is small.")


def test_a_file_that_says_nothing(tiny: Any, returned: Callable) -> None:
    file = replace(returned(), identity=None)
    assert said(tiny, file) == ("what the file was printed from", "The report is small.")
    assert said(tiny, replace(file, carried="")) is None


def test_what_a_file_of_another_text_carries_is_not_believed(tiny: Any, returned: Callable) -> None:
    file = returned()
    edit(tiny, "Reworded.")
    other = returned()
    edit(tiny, "Reworded again.")
    assert said(tiny, replace(other, carried=file.carried)) is None
    assert said(tiny, replace(other, carried="damaged")) is None


def test_what_a_file_of_another_report_carries_is_not_believed(tiny: Any, returned: Callable) -> None:
    file = replace(returned(), identity=None)
    tiny.report((tiny.root / "inputs/tiny/report.yaml").read_text("utf-8").replace("A/99/1", "A/99/2"))
    assert said(tiny, file) is None


def test_an_older_edition_is_found(tiny: Any, returned: Callable) -> None:
    freeze(tiny)
    first = returned("md")
    tiny.section(
        "id: first\nheading: The first section\n"
        "paragraphs: [{id: new, text: New.}, {id: opening, text: The report is small.}]\n"
    )
    write_all(tiny.root, numbers.accept(built(tiny), ["new"], "Asked for").file())
    freeze(tiny)
    assert said(tiny, first) == ("edition 1", "The report is small.")
    assert said(tiny, returned("md")) == ("edition 2", "The report is small.")


def test_a_damaged_edition_is_an_error_of_its_file(tiny: Any, returned: Callable) -> None:
    file = returned("md")
    freeze(tiny)
    path = kept_path(tiny.workspace, "tiny", 1)
    path.write_bytes(path.read_bytes()[:-40] + b"\n")
    with pytest.raises(InputError, match="edition-1") as error:
        said(tiny, file)
    assert error.value.exit_code == 3


def test_the_identity_of_the_kept_edition_is_that_of_its_files(tiny: Any, returned: Callable) -> None:
    freeze(tiny)
    found = find_sent(built(tiny), returned(), "en")
    assert found is not None
    assert found.document.identity == identity_of(tiny.build()) == returned().identity
