"""A document as it was sent is the same when it is read again, and nothing else is read as one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reportgen import pipeline
from reportgen.facts import Count, Names
from reportgen.tree.inlines import Bold, Content, Inline, Italic, PrintedFact, Text
from reportgen.tree.nodes import Document, PlainParagraph
from reportgen.tree.printed import identity_of, printed_digest
from reportgen.tree.printed_from import PieceWording
from reportgen.tree.sent import LARGEST_SENT, SentDocument, dump_sent, read_sent, sent_document
from reportgen.workspace import Workspace

CASES = Path(__file__).parents[1] / "cases"
REAL = ("ar", "en", "es", "fr", "ru", "zh")
NAMES = (*REAL, "every block en", "every block ar")


@pytest.fixture(scope="module")
def documents(real_documents: dict[str, Document]) -> dict[str, Document]:
    case = Workspace.at(CASES / "every-block")
    report = pipeline.load(case, "every-block")
    return real_documents | {f"every block {tag}": pipeline.build(case, report, tag) for tag in ("en", "ar")}


def with_origins(content: Content) -> Iterator[tuple[Inline, object]]:
    for inline in content:
        yield inline, getattr(inline, "origin", None)
        if isinstance(inline, Italic | Bold):
            yield from with_origins(inline.content)


@pytest.mark.parametrize("name", NAMES)
def test_all_is_read_again(documents: dict[str, Document], name: str) -> None:
    sent = sent_document(documents[name])
    found = read_sent(dump_sent(sent))
    assert found == sent
    assert found.identity == identity_of(documents[name])
    assert printed_digest(found.pieces) == found.identity.digest
    worded = [each for each in sent.pieces if each.id in sent.printed_from.wordings]
    again = [each for each in found.pieces if each.id in sent.printed_from.wordings]
    # Equality says nothing of origins, by which printed text is followed back to its wording.
    assert [list(with_origins(each.content)) for each in again] == [list(with_origins(each.content)) for each in worded]


@pytest.mark.parametrize("name", NAMES)
def test_pieces_know_their_wording(documents: dict[str, Document], name: str) -> None:
    source = documents[name].printed_from
    pieces = sent_document(documents[name]).pieces
    assert source.language == "en"
    assert set(source.wordings) <= {each.id for each in pieces}
    without = {each.id for each in pieces if each.id not in source.wordings}
    # Numbers in cells, words that every report has, and lines of the masthead are worded by nobody.
    kinds = {each.kind for each in pieces if each.id in without}
    assert kinds <= {"masthead", "summary", "contents", "cell", "note"}


def test_the_same_document_gives_the_same_lines(documents: dict[str, Document]) -> None:
    assert dump_sent(sent_document(documents["fr"])) == dump_sent(sent_document(documents["fr"]))


def test_words_of_a_wording_are_kept_once(documents: dict[str, Document]) -> None:
    text = dump_sent(sent_document(documents["en"]))
    assert text.count("should include in its agenda a standing item concerning the existing") == 1


def test_facts_are_those_of_the_report_and_of_each_block(tiny: Any) -> None:
    tiny.report(
        "symbol: A/99/1\nlanguage: en\ntitle: A title\nmasthead: {organ: ecosoc}\nfacts: {all: {count: 9}}\n"
        "sections: [first]\n"
    )
    tiny.paragraphs(
        """
        - id: one
          facts: {trained: {count: 313}}
          text: Some {{ trained }} of {{ all }}.[^n]
          notes: {n: "About {{ trained }}."}
        - id: two
          text: None.
        """
    )
    source = tiny.build().printed_from
    assert {owner: values for owner, values in source.facts.items() if owner != "masthead"} == {
        "": {"all": Count(9)}, "one": {"trained": Count(313)},
    }  # fmt: skip
    assert source.facts["masthead"]["organ"] == Names("entity", ("ecosoc",))
    assert source.wordings["one"] == PieceWording("Some {{ trained }} of {{ all }}.[^n]", "one")
    assert source.wordings["n"] == PieceWording("About {{ trained }}.", "one")
    assert source.wordings["two"] == PieceWording("None.", "two")
    assert source.wordings["title"] == PieceWording("A title")


def test_a_piece_that_is_not_translated_has_no_wording(every: Any) -> None:
    catalogue = every.root / "locales/fr/tiny.po"
    catalogue.write_text(catalogue.read_text("utf-8").replace('msgstr "Texte First:', 'msgstr "" #', 1), "utf-8")
    for name, wording in every.build("fr").printed_from.wordings.items():
        assert wording.text.startswith("Texte") or wording.kind == "masthead", name
    every.catalogue("", "fr")
    source = every.build("fr").printed_from
    assert {wording.text for wording in source.wordings.values() if not wording.kind} == {""}
    assert read_sent(dump_sent(sent_document(every.build("fr")))) == sent_document(every.build("fr"))


@pytest.mark.parametrize("tag", REAL)
def test_a_paragraph_of_a_kind_has_the_words_of_its_template(real_documents: dict[str, Document], tag: str) -> None:
    source = real_documents[tag].printed_from
    kinds = {name: each for name, each in source.wordings.items() if each.kind not in ("", "masthead")}
    assert {each.kind for each in kinds.values()} == {"assessment", "training"}
    for name, wording in kinds.items():
        assert wording.owner == name
        assert "{{ " in wording.text


def changed(sent: SentDocument, change: Callable[[dict[str, Any]], object]) -> str:
    """The lines with something changed: the head has the pieces too, as long as they are changed."""
    head, *rows = map(json.loads, dump_sent(sent).split("\n"))
    data = {**head, "pieces": rows}
    change(data)
    rows = data.pop("pieces")
    return "\n".join(map(json.dumps, [data, *rows]))


def put(*path: Any) -> Callable[[dict[str, Any]], None]:
    """Put the last of the arguments where the others lead."""
    *steps, last, value = path

    def change(data: Any) -> None:
        for step in steps:
            data = data[step]
        data[last] = value

    return change


nested: Any = "text"
for _ in range(30):
    nested = ["i", [nested]]

BAD: dict[str, Callable[[dict[str, Any]], object]] = {
    "another format": put("format", 2),
    "no facts": lambda data: data.pop("facts"),
    "a piece that is none": put("pieces", 0, None),
    "a short piece": put("pieces", 0, ["id", "kind"]),
    "a path that is none": put("pieces", 0, 2, ["../x"]),
    "a path of true": put("pieces", 0, 2, [True]),
    "a long path": put("pieces", 0, 2, [1] * 30),
    "inlines that are none": put("pieces", 0, 4, {"full": [["x", 1]]}),
    "inlines nested too deep": put("pieces", 0, 4, {"full": [nested]}),
    "no inlines": put("pieces", 0, 4, {}),
    "prints of no wording": put("pieces", 0, 4, {"prints": []}),
    "a print too many": lambda data: data["pieces"][-1][4]["prints"].append(["x"]),
    "a print that is missing": lambda data: data["pieces"][-1].__setitem__(5, "{{ a }}" * 50),
    "what stands behind a wording is none": lambda data: data["pieces"][-1][4].__setitem__("behind", [["x"]]),
    "a wording that is none": lambda data: data["pieces"][-1].__setitem__(5, "{{ a"),
    "a wording too long": lambda data: data["pieces"][-1].__setitem__(5, "a" * 100_001),
    "a wording without its owner": lambda data: data["pieces"][-1].__delitem__(slice(6, None)),
    "a value that is none": put("facts", "", {"a": ["Count", "x", "exact", ""]}),
    "facts that are none": put("facts", "", [1]),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_refused(real_documents: dict[str, Document], name: str) -> None:
    sent = sent_document(real_documents["en"])
    with pytest.raises(ValueError, match=r".") as error:
        read_sent(changed(sent, BAD[name]))
    assert type(error.value) in (ValueError, json.JSONDecodeError)


@pytest.mark.parametrize("text", ["", "{}", "3", "[" * 100_000, "[]\n[]", '{"format": 1}', "no JSON"])
def test_lines_that_say_nothing(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_sent(text)


def test_more_than_any_report_has_is_not_parsed() -> None:
    for text in (" " * (LARGEST_SENT + 1), "[" * 3_000_001, "\n" * 45_001):
        with pytest.raises(ValueError, match="more"):
            read_sent(text)


def test_the_lines_hold_no_character_that_xml_has_not(document_of: Callable[..., Document]) -> None:
    text = "a<b>&c]]>\u007f\u0085\ufffe\ud800\x07\u2028\nd"
    sent = sent_document(document_of(pipeline.language(Workspace.at(), "en"), PlainParagraph("p", (Text(text),))))
    lines = dump_sent(sent)
    root = etree.fromstring("<r>" + "".join(f"<l>{line}</l>" for line in lines.split("\n")) + "</r>")
    assert [each.text for each in root] == lines.split("\n")
    assert read_sent(lines) == sent


def test_a_document_without_a_report_is_kept_in_full(document_of: Callable[..., Document], real_documents: Any) -> None:
    document = replace(real_documents["en"], printed_from=type(real_documents["en"].printed_from)())
    assert read_sent(dump_sent(sent_document(document))) == sent_document(document)


def test_inlines_of_another_wording_are_kept_in_full(real_documents: dict[str, Document]) -> None:
    document = real_documents["en"]
    first = next(each for each in document.blocks if each.id == "report-mandate")
    other = replace(first, content=(Text("Other "), PrintedFact("a", "count", "1", (Text("1"),))))
    blocks = tuple(other if each is first else each for each in document.blocks)
    sent = sent_document(replace(document, blocks=blocks))
    assert read_sent(dump_sent(sent)) == sent
