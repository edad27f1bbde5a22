"""TBX out and in: the same lexicon comes back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import etree

from reportgen import language as languages
from reportgen.errors import InputError
from reportgen.translation.tbx import Term, read_tbx, write_tbx
from reportgen.workspace import Workspace
from tests.tools.omegat import needs_omegat, omegat_file

LANGUAGES = ("en", "fr", "ru", "zh", "ar", "es")


@pytest.fixture(scope="module")
def terms() -> tuple[tuple[Term, ...], ...]:
    """Every name of the lexicon, in all languages that have it."""
    lexicons = {tag: languages.load(Workspace.at(), tag).lexicon for tag in LANGUAGES}
    by_name: dict[tuple[str, str], list[Term]] = {}
    for tag, lexicon in lexicons.items():
        for entry in lexicon.entries():
            by_name.setdefault((entry.kind, entry.id), []).append(Term(tag, entry))
    return tuple(map(tuple, by_name.values()))


def test_the_same_lexicon_comes_back(terms: tuple[tuple[Term, ...], ...]) -> None:
    found = read_tbx(write_tbx(terms, "en", "The lexicon"), "names.tbx")
    assert [(each.language, each.entry) for each in found] == [
        (each.language, each.entry) for together in terms for each in together
    ]
    assert {each.entry.sure for each in found} == {True, False}


@needs_omegat
def test_the_file_is_valid_by_the_definition_of_tbx(terms: tuple[tuple[Term, ...], ...], tmp_path: Path) -> None:
    for name in ("tbx.xsd", "xml.xsd"):
        tmp_path.joinpath(name).write_bytes(omegat_file(f"schemas/{name}"))
    schema = etree.XMLSchema(etree.parse(tmp_path / "tbx.xsd"))
    data = write_tbx(terms, "en", "The lexicon")
    assert schema.validate(etree.parse(io.BytesIO(data))), schema.error_log
    assert not schema.validate(etree.parse(io.BytesIO(data.replace(b"tig>", b"terms>"))))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is not XML"),
        (b"<tmx/>", "the file is no TBX"),
        (b'<martif><termEntry id="c5"><langSet/></termEntry></martif>', "the entry 'c5' is none of ours"),
    ],
)
def test_files_that_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_tbx(data, "names.tbx")
