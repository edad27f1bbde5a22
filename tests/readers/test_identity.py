"""What a file says it is: four texts, all of them right, or nothing."""

from __future__ import annotations

import pytest

from reportgen.readers import read_document
from reportgen.readers.identity import identity_from
from reportgen.readers.markdown import parse_markdown
from reportgen.tree.printed import Identity

DIGEST = "0123456789abcdef" * 2
GOOD = ("E/CN.15/2019/9", "2", "en", DIGEST)
IDENTITY = Identity("E/CN.15/2019/9", 2, "en", DIGEST)
BAD = {
    "symbol": ("../secret", "2", "en", DIGEST),
    "edition": ("A/80/1", "2.5", "en", DIGEST),
    "figures of another script": ("A/80/1", "٢", "en", DIGEST),
    "a very high edition": ("A/80/1", "9" * 7, "en", DIGEST),
    "language": ("A/80/1", "2", "../en", DIGEST),
    "digest": ("A/80/1", "2", "en", DIGEST[:-1]),
    "nothing": ("", "", "", ""),
}


def test_the_texts_of_an_identity() -> None:
    assert identity_from(*GOOD) == IDENTITY


@pytest.mark.parametrize("name", BAD)
def test_texts_of_none(name: str) -> None:
    assert identity_from(*BAD[name]) is None


NAMESPACES = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/><Relationship Id="r2"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"'
    ' Target="docProps/custom.xml"/></Relationships>'
)
BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body>'
    "</w:document>"
)


def properties(*values: str, kind: str = "lpwstr") -> str:
    names = ("symbol", "edition", "language", "digest")
    rows = "".join(
        f'<property name="reportgen.{name}"><vt:{kind}>{value}</vt:{kind}></property>'
        for name, value in zip(names, values, strict=True)
    )
    return f'<Properties {NAMESPACES}><property name="other"/>{rows}</Properties>'


def identity(word, custom: str | None) -> Identity | None:
    files = {"_rels/.rels": RELATIONSHIPS, "word/document.xml": BODY}
    return read_document(word.zip(files | ({"docProps/custom.xml": custom} if custom else {}))).identity


def test_word(word) -> None:
    assert identity(word, properties(*GOOD)) == IDENTITY
    assert identity(word, properties(*GOOD, kind="r8")) == IDENTITY
    assert identity(word, properties(*BAD["symbol"])) is None
    assert identity(word, f"<Properties {NAMESPACES}/>") is None
    # A part that is named and not there is of no use to a reader of the text.
    assert identity(word, None) is None


def comment(*values: str) -> str:
    symbol, edition, language, digest = values
    said = f'symbol="{symbol}" edition="{edition}" language="{language}" digest="{digest}"'
    return f"<!-- reportgen {said} -->"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"Text.\n\n{comment(*GOOD)}\n", IDENTITY),
        (f"{comment(*GOOD)}\n\nText.\n", IDENTITY),
        (f"{comment(*GOOD)}\n\nText.\n\n{comment('A/80/1', '0', 'fr', DIGEST)}\n", Identity("A/80/1", 0, "fr", DIGEST)),
        (f"{comment(*GOOD)}\n\nText.\n\n{comment(*BAD['digest'])}\n", None),
        ("Text <!-- a comment -->.\n", None),
        ("Text.\n", None),
    ],
)
def test_markdown(text: str, wanted: Identity | None) -> None:
    found = parse_markdown(text)
    assert found.identity == wanted
    assert [line.text for line in found.lines()] in (["Text."], ["Text ."])
