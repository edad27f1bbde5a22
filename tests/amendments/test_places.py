from __future__ import annotations

import pytest

from reportgen import language as languages
from reportgen.amendments.places import places_of_pieces
from reportgen.assemble.corrections import CorrectionWords
from reportgen.tree.nodes import Document
from reportgen.tree.sent import sent_document
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace

TAGS = ("en", "ar", "es", "fr", "ru", "zh")


def worded(document: Document) -> dict[str, str]:
    language = languages.load(Workspace.at(), document.language)
    words = CorrectionWords(language)
    return {
        name: plain_text(words.place(place))
        for name, place in places_of_pieces(sent_document(document).pieces, language).items()
    }


def test_each_kind_of_block_has_its_place(every_documents: dict[str, Document]) -> None:
    found = worded(every_documents["en"])
    wanted = {
        "title": "First page, title",
        "in-short": "Summary, first paragraph",
        "first": "Section I, heading",
        "opening": "Paragraph 1",
        "motto": "Paragraph 1, unnumbered text that follows, second paragraph",
        "lands/1-1-1": "Paragraph 1, unnumbered text that follows, fifth paragraph",
        "advice": "Box 1, title",
        "advice/2": "Box 1, second paragraph",
        "expert": "Box 1, note a",
        "visits": "Table 1, title",
        "visits/head-2": "Table 1, head of the second column",
        "visits/2-1": "Table 1, row 2, first column",
        "visits/source": "Table 1, source",
        "part": "Table 1, note b",
        "chart": "Figure, title",
        "request-write": "Paragraph 2 (b)",
        "terms": "Annex I, title",
        "meaning": "Annex I, paragraph 1",
        "nouns": "Annex I, section I, heading",
        "letter": "Annex I, appendix I, paragraph 1",
        "name-one": "Annex II, appendix, paragraph 1",
        "seen": "Footnote 1",
    }
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("en", "Figure, title"), ("fr", "Figure, titre"), ("es", "Gráfico, título"),
        ("ru", "Диаграмма, название"), ("zh", "图，标题"), ("ar", "الشكل، العنوان"),
    ],
)  # fmt: skip
def test_a_figure_alone_has_no_number_in_its_place(tag: str, wanted: str, every_documents: dict[str, Document]) -> None:
    assert worded(every_documents[tag])["chart"] == wanted


def test_what_has_no_number_is_counted_behind_what_has(budget_documents: dict[str, Document]) -> None:
    found = worded(budget_documents["en"])
    wanted = {
        "gao-camp": "Paragraph 20, first unnumbered heading that follows",
        "equipment-movement": "Section II.C.(a), heading",
        "indicators/head-2": "Paragraph 57, first unnumbered table that follows, head of the second column",
        "outputs/2-3": "Paragraph 57, second unnumbered table that follows, row 2, third column",
        "military-contingents/1-2": "Section IV, first unnumbered table that follows, row 1, second column",
        "formed-police-units/1-3": "Paragraph 61, first unnumbered table that follows, row 1, third column",
    }
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize("tag", TAGS)
def test_no_two_places_have_the_same_words(
    tag: str, every_documents: dict[str, Document], real_documents, budget_documents
) -> None:
    for document in (every_documents[tag], real_documents[tag], budget_documents[tag]):
        found = worded(document)
        assert len(set(found.values())) == len(found) > 40
