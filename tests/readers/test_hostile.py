"""Files built to cost time or memory: each is refused with one line, by what is counted before the work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.comparison.table import rows, table_lines
from reportgen.errors import InputError
from reportgen.pipeline.numbers import compare_sources
from reportgen.readers import read, read_document
from reportgen.workspace import Workspace

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARAGRAPH = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"
REFERENCE = '<w:r><w:footnoteReference w:id="{0}"/></w:r>'


def text(length: int, times: int = 1) -> str:
    return f"<w:p><w:r><w:t>{'a ' * (length // 2)}</w:t></w:r></w:p>" * times


def notes(number: int) -> dict[str, str]:
    body = "".join(map(REFERENCE.format, range(number)))
    return {
        "body": f"<w:p>{body}</w:p>",
        "footnotes": "".join(f'<w:footnote w:id="{each}"/>' for each in range(number)),
    }


def styles(number: int) -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="S{each}"><w:name w:val="S{each}"/></w:style>' for each in range(number)
    )


def lists(number: int) -> str:
    return '<w:abstractNum w:abstractNumId="1"/>' + "".join(
        f'<w:num w:numId="{each}"><w:abstractNumId w:val="1"/></w:num>' for each in range(1, number + 1)
    )


def in_encoding(word, encoding: str, declared: str = "") -> Path:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    xml = f'<!DOCTYPE d [<!ENTITY a "b">]><w:document xmlns:w="{W}"><w:body>{PARAGRAPH}</w:body></w:document>'
    return word.zip({"word/document.xml": f"{declaration}{xml}".encode(encoding)})


HOSTILE: dict[str, tuple[dict[str, str], str]] = {
    "text-of-9-MB-four-times": ({"body": text(9_000_000, 4)}, "more than 7,000,000 characters of text"),
    "text-of-2-MB": ({"body": text(2_000_000)}, "a paragraph has more than 40,000 characters"),
    "much-text": ({"body": text(39_000, 200)}, "more than 7,000,000 characters of text"),
    "79,000-paragraphs": ({"body": PARAGRAPH * 79_000}, "more than 30,000 paragraphs"),
    "60,000-footnotes": (notes(60_000), "more than 15,000 footnotes and endnotes"),
    "70,000-styles": ({"body": PARAGRAPH, "styles": styles(70_000)}, "more than 10,000 styles"),
    "attribute-of-9-MB": (
        {"body": f'<w:p><w:bookmarkStart w:id="1" w:name="{"a" * 9_000_000}"/></w:p>'},
        "the part 'word/document.xml' has an attribute of more than 65,536 bytes",
    ),
    "attribute-in-single-quotes": (
        {"body": f"<w:p w:rsidR = '{'a' * 70_000}'/>"},
        "the part 'word/document.xml' has an attribute of more than 65,536 bytes",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_word_files(word, name: str) -> None:
    parts, said = HOSTILE[name]
    with pytest.raises(InputError) as error:
        read(word.write(**parts))
    assert error.value.message.endswith(said)
    assert error.value.exit_code == 3


def test_lists_of_a_reference_file(word) -> None:
    with pytest.raises(InputError, match="more than 4,000 lists"):
        pipeline.style_sheet(word.write(PARAGRAPH, styles=styles(1), numbering=lists(40_000)))


def test_pictures_in_the_headers_of_a_reference_file(word) -> None:
    with pytest.raises(InputError, match="pictures of its headers and footers have more than 20,000,000 bytes"):
        pipeline.style_sheet(with_pictures(word, 3))
    assert len(pipeline.style_sheet(with_pictures(word, 2)).media) == 2


REFERENCES: dict[str, tuple[dict[str, str], str]] = {
    "styles": (
        {"styles": f'<w:style w:styleId="A"><w:name w:val="A"/><w:rPr>{"<w:b/>" * 100_000}</w:rPr></w:style>'},
        "more than 100,000 elements in its styles",
    ),
    "lists": (
        {
            "styles": styles(1),
            "numbering": "<w:abstractNum/>" * 100_000,
        },
        "more than 100,000 elements in its lists",
    ),
    "fonts": (
        {"styles": styles(1), "fontTable": "<w:font/>" * 100_000},
        "more than 100,000 elements in its list",
    ),
}


@pytest.mark.parametrize("name", REFERENCES)
def test_elements_of_a_reference_file(word, name: str) -> None:
    parts, said = REFERENCES[name]
    with pytest.raises(InputError, match=said):
        pipeline.style_sheet(word.write(PARAGRAPH, **parts))


def with_pictures(word, number: int) -> Path:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    root = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    main = f'<Relationship Id="s" Type="{kinds}/styles" Target="styles.xml"/>'
    main += f'<Relationship Id="h" Type="{kinds}/header" Target="header.xml"/>'
    rows = (f'<Relationship Id="p{n}" Type="{kinds}/image" Target="{n}.png"/>' for n in range(number))
    used = "".join(f'<w:p r:embed="p{n}"/>' for n in range(number))
    body = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    names = f'xmlns:w="{W}" xmlns:r="{kinds}"'
    return word.zip(
        {
            "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships {root}>{main}</Relationships>",
            "word/styles.xml": f"<w:styles {names}>{styles(1)}</w:styles>",
            "word/header.xml": f"<w:hdr {names}>{used}</w:hdr>",
            "word/_rels/header.xml.rels": f"<Relationships {root}>{''.join(rows)}</Relationships>",
            **{f"word/{n}.png": bytes(9_000_000) for n in range(number)},
        }
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-16", "utf-32-le", "utf-32-be", "utf-32"])
def test_a_document_type_in_any_encoding(word, encoding: str) -> None:
    for declared in ("", encoding):
        with pytest.raises(InputError, match="has a document type, as no Word file has"):
            read(in_encoding(word, encoding, declared))


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "EBCDIC-CP-US"])
def test_an_encoding_that_hides_markup(word, encoding: str) -> None:
    path = word.zip({"word/document.xml": f'<?xml version="1.0" encoding="{encoding}"?><w:document/>'.encode()})
    with pytest.raises(InputError, match=f"is written in {encoding}"):
        read(path)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a " * 9_500_000, "characters, more than 7,000,000"),
        ("a " * 60_000, "characters in a paragraph, more than 40,000"),
        ("a\n\n" * 39_000, "lines, more than 40,000"),
        ("- a\n" * 39_000, "blocks, more than 25,000"),
    ],
)
def test_markdown_files(tmp_path: Path, source: str, said: str) -> None:
    path = tmp_path / "file.md"
    path.write_text(source, "utf-8")
    with pytest.raises(InputError) as error:
        read_document(path)
    assert error.value.message.endswith(said)


def labelled_by_the_largest_number(word, name: str) -> Path:
    """A part of a paragraph that begins with 999,999,999, written as letters or in roman figures."""
    starts = ((1, "decimal"), (999_999_999, "lowerLetter"), (999_999_998, "lowerRoman"))
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="(%{level + 1})"/></w:lvl>'
        for level, (start, form) in enumerate(starts)
    )
    number = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    numbering = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>{number}'
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{name} {level}</w:t></w:r></w:p>"
        for level in range(3)
    )
    return word.write(body, f"{name}.docx", numbering=numbering)


@pytest.fixture
def compared(word, tmp_path: Path) -> Callable[..., Iterator[str]]:
    def lines(one: Path, other: Path) -> Iterator[str]:
        return table_lines(rows(compare_sources(Workspace.at(str(tmp_path)), one, other).differences))

    return lines


def test_the_largest_number_is_no_long_line(word, compared: Callable[..., Iterator[str]]) -> None:
    one, other = (labelled_by_the_largest_number(word, name) for name in ("one", "other"))
    assert 0 < max(map(len, compared(one, other))) < 400


def test_a_long_id_does_not_widen_all_rows(word, compared: Callable[..., Iterator[str]]) -> None:
    one = word.write(PARAGRAPH, "one.docx")
    named = '<w:p><w:bookmarkStart w:id="{}" w:name="{}"/><w:r><w:t>more</w:t></w:r></w:p>'
    other = word.write(PARAGRAPH + named.format(1, "a" * 60_000) + named.format(2, "b"), "other.docx")
    lengths = [len(line) for line in compared(one, other)]
    assert len([length for length in lengths if length > 200]) == 1
    assert len(lengths) >= 3
