"""PDF files say what they are: PDF/UA-1 in six languages, by two programs of others and by a proof that sees faults."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from reportgen.pipeline.tagged import claim_faults, tagged
from reportgen.pipeline.tagged.content import mark_page
from reportgen.pipeline.tagged.fonts import Font
from reportgen.pipeline.tagged.structure import Structure, is_element, kids
from reportgen.tree.nodes import Document, ListItem, Paragraph, Subparagraph
from reportgen.tree.walk import all_blocks

CLAIM = b"pdfuaid:part"
FILES = [
    *(("e-cn.15-2019-9", tag) for tag in ("ar", "en", "es", "fr", "ru", "zh")),
    *(("every-block", tag) for tag in ("ar", "en", "zh")),
]

pytestmark = pytest.mark.external


@pytest.mark.parametrize(("slug", "tag"), FILES)
def test_a_file_is_what_it_claims_to_be(
    slug: str, tag: str, pdf_of: Callable[[str, str], tuple[Document, bytes]], tmp_path: Path
) -> None:
    document, data = pdf_of(slug, tag)
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    assert CLAIM in data
    assert claim_faults(data) == []
    assert conformance_errors(path) == []
    assert [found.message for found in pdfua.validate(str(path)).findings] == []
    labels = labels_of(data)
    assert list(map(letters, labels["LI"])) == list(map(letters, list_labels(document)))
    notes = (*document.masthead.notes, *document.notes)
    assert labels["Note"] == [note.number.label for note in notes if note.number]


def conformance_errors(path: Path) -> list[str]:
    """What outloud finds against a rule of the standard; its warnings of small shares of glyphs are rules too."""
    found = outloud.check(str(path)).sorted_findings()
    return [f"{each.rule} {each.message}" for each in found if each.severity == "error" or each.rule in STRICT]


STRICT = ("TAG-001", "TXT-003", "NOTE-003", "LST-002", "LST-004", "PAG-001", "TAG-020")


def labels_of(data: bytes) -> dict[str, list[str]]:
    """The texts of the labels of list items and of notes, in reading order."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        fonts: dict[int, Font] = {}
        pages = [mark_page(pdf, page, fonts) for page in pdf.pages]
        texts = {(page.number, mark): text for page in pages for mark, text in page.texts.items()}
        structure = Structure(pdf)
        return {
            kind: [
                "".join(texts.get(content, "") for content in structure.contents_under(label))
                for item in structure.of_kind(kind)
                for label in kids(item)
                if is_element(label) and structure.kind(label) == "Lbl"
            ]
            for kind in ("LI", "Note")
        }


def list_labels(document: Document) -> list[str]:
    """The labels of what Word numbers or marks as lists, headings apart."""
    found = []
    for block in all_blocks(document):
        if isinstance(block, ListItem):
            found.append("•–·"[block.level - 1])
        elif isinstance(block, Paragraph | Subparagraph) and block.number:
            found.append(block.number.label)
    return found


CIRCLED = dict(zip("㈠㈡㈢㈣", "①②③④", strict=True))


def letters(label: str) -> list[str]:
    """The characters of a label in no order, since Arabic is painted from the left, without hamza and small signs.

    LibreOffice prints Chinese numerals of this kind as figures in circles.
    """
    shown = unicodedata.normalize("NFKD", "".join(CIRCLED.get(each, each) for each in label)).replace("\u0640", "")
    return sorted(each for each in shown if unicodedata.category(each)[0] not in "MZC")


def test_the_same_report_gives_the_same_bytes(pdf_of: Callable[[str, str], tuple[Document, bytes]]) -> None:
    from reportgen.pipeline.pdf import to_pdf

    document, data = pdf_of("e-cn.15-2019-9", "en")
    assert to_pdf(document) == data


def test_what_is_right_stays_as_it_is(pdf_of: Callable[[str, str], tuple[Document, bytes]]) -> None:
    """A LibreOffice that makes better tags is not put wrong."""
    document, data = pdf_of("e-cn.15-2019-9", "en")
    again = tagged(data, set(list_labels(document)))
    assert tree_of(again) == tree_of(data)
    assert claim_faults(again) == []


def tree_of(data: bytes) -> list[tuple[str, int]]:
    with Pdf.open(io.BytesIO(data)) as pdf:
        return [(str(element.S), len(kids(element))) for element in Structure(pdf).elements()]


# The proof sees what would make the claim untrue.


def first(structure: Structure, kind: str) -> pikepdf.Object:
    return structure.of_kind(kind)[0]


def without_heads(structure: Structure) -> None:
    for head in structure.of_kind("TH"):
        head.S = Name.TD


def unlabelled(structure: Structure) -> None:
    item = first(structure, "LI")
    item.K = Array(kids(item)[1:])


def nested_wrong(structure: Structure) -> None:
    first(structure, "TR").S = Name.Div


def without_numbering(structure: Structure) -> None:
    del first(structure, "L").A


def without_scope(structure: Structure) -> None:
    del first(structure, "TH").A


def longer_row(structure: Structure) -> None:
    row = structure.of_kind("TR")[1]
    row.K = Array([*kids(row), structure.new("TD", row, None, ())])


def same_ids(structure: Structure) -> None:
    one, two, *_ = structure.of_kind("Note")
    one.ID = two.ID


def without_id(structure: Structure) -> None:
    del first(structure, "Note").ID


def without_alternative(structure: Structure) -> None:
    del first(structure, "Figure").Alt


def skipped_level(structure: Structure) -> None:
    first(structure, "H2").S = Name.H3


def untagged_link(structure: Structure) -> None:
    link = first(structure, "Link")
    link.K = Array([kid for kid in kids(link) if isinstance(kid, int)])


def unordered_links(structure: Structure) -> None:
    del structure.pdf.pages[0].obj.Tabs


def undescribed_link(structure: Structure) -> None:
    del structure.pdf.pages[0].obj.Annots[0].Contents


def other_annotation(structure: Structure) -> None:
    structure.pdf.pages[0].obj.Annots.append(structure.pdf.make_indirect(Dictionary(Subtype=Name.Text)))


def unknown_role(structure: Structure) -> None:
    first(structure, "P").S = Name("/Thing")


def standard_role(structure: Structure) -> None:
    structure.root.RoleMap["/Quote"] = Name.P


def lost_text(structure: Structure) -> None:
    del first(structure, "P").K


def untagged_text(structure: Structure) -> None:
    page = structure.pdf.pages[0]
    page.contents_add(b"BT /F1 12 Tf 1 0 0 1 9 9 Tm <01> Tj ET")


def untagged_line(structure: Structure) -> None:
    structure.pdf.pages[0].contents_add(b"0 0 m 9 9 l S")


def without_font(structure: Structure) -> None:
    for font in structure.pdf.pages[0].resources.Font.values():
        del font.FontDescriptor.FontFile2


def unmapped_glyphs(structure: Structure) -> None:
    for font in structure.pdf.pages[0].resources.Font.values():
        del font.ToUnicode


def without_language(structure: Structure) -> None:
    del structure.pdf.Root.Lang


def without_title(structure: Structure) -> None:
    with structure.pdf.open_metadata() as metadata:
        del metadata["dc:title"]


def hidden_title(structure: Structure) -> None:
    del structure.pdf.Root.ViewerPreferences


def unmarked(structure: Structure) -> None:
    del structure.pdf.Root.MarkInfo


def without_tags(structure: Structure) -> None:
    del structure.pdf.Root.StructTreeRoot


FAULTS = {
    without_heads: "7.5: a table has no heads",
    without_scope: "7.5: a head of a table does not say what it heads",
    longer_row: "7.2: the rows of a table are not of one length",
    nested_wrong: "7.2: Table holds Div",
    unlabelled: "7.6: a list item is not a label and a body",
    without_numbering: "7.6: a list does not say how it is numbered",
    same_ids: "7.9: notes have the same id",
    without_id: "7.9: 1 notes have no id",
    without_alternative: "7.3: a figure has no alternative text",
    skipped_level: "7.4: a heading of level 3 follows one of level 1",
    untagged_link: "7.18.5: a link on page 1 has no tag",
    unordered_links: "7.18.3: the links of page 1 do not follow the order of the tags",
    undescribed_link: "7.18.5: a link on page 1 has no description",
    other_annotation: "7.18.1: page 1 has annotations that are no links",
    unknown_role: "7.1: no role is given for Thing",
    standard_role: "7.1: the standard kind Quote has another role",
    lost_text: "7.1: a text on page 1 is not in exactly one tag",
    untagged_text: "7.1: 1 texts on page 1 are in no tag",
    untagged_line: "7.1: 1 lines or pictures are neither in a tag nor decoration",
    without_font: r"7.21.4: .* is not embedded",
    unmapped_glyphs: r"7.21.7: \d+ glyphs of .* stand for no text",
    without_language: "7.2: the file names no language",
    without_title: "7.1: the metadata have no title",
    hidden_title: "7.1: the title is not shown in the title bar",
    unmarked: "6.2: the file is not tagged",
    without_tags: "6.2: the file is not tagged",
}


@pytest.mark.parametrize("spoil", FAULTS, ids=lambda spoil: spoil.__name__)
def test_the_proof_sees_a_fault(
    spoil: Callable[[Structure], None], pdf_of: Callable[[str, str], tuple[Document, bytes]]
) -> None:
    _, data = pdf_of("every-block", "en")
    found = claim_faults(spoiled(data, spoil))
    assert [line for line in found if re.fullmatch(FAULTS[spoil], line)], found


@pytest.mark.parametrize("spoil", [without_heads, without_alternative, without_language, untagged_text])
def test_a_file_that_cannot_be_mended_claims_nothing(
    spoil: Callable[[Structure], None], pdf_of: Callable[[str, str], tuple[Document, bytes]]
) -> None:
    _, data = pdf_of("every-block", "en")
    assert CLAIM not in tagged(spoiled(data, spoil), set())


def spoiled(data: bytes, spoil: Callable[[Structure], None]) -> bytes:
    stream = io.BytesIO()
    with Pdf.open(io.BytesIO(data)) as pdf:
        spoil(Structure(pdf))
        pdf.save(stream)
    return stream.getvalue()
