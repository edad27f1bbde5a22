"""XLIFF out and in: what a translator's tool may do to a file, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from reportgen.errors import InputError
from reportgen.record import replace
from reportgen.translation.units import (
    FactRemark,
    GuardedPart,
    Job,
    MarkedPart,
    NamePart,
    TranslationUnit,
    UnitMatch,
    WordsPart,
)
from reportgen.translation.xliff import write_xliff
from reportgen.translation.xliff_file import read_xliff
from tests.tools.schemas import needs_xliff_schema, xliff_schema

SOURCE = (
    WordsPart("In "),
    NamePart(1, "country", "place", "Indonesia"),
    WordsPart(", "),
    GuardedPart(2, "figure", "trained", "313", "{{ trained }}"),
    WordsPart(" <new> & "),
    MarkedPart(3, "italic", (WordsPart("old"),)),
)
TARGET = (
    GuardedPart(2, "figure", "trained", "313", "{{ trained }}"),
    WordsPart(" "),
    NamePart(1, "", "place", "Indonésie"),
)
UNIT = TranslationUnit("one", "para. 1", "First", "d" * 64, "", SOURCE)


def file_of(**changes: object) -> str:
    unit = TranslationUnit(**{**{name: getattr(UNIT, name) for name in UNIT.__slots__}, **changes})
    return write_xliff(Job("A/99/1", "en", "fr", (unit,))).decode()


@needs_xliff_schema
def test_all_that_a_unit_can_have_is_valid_by_the_strict_schema(tmp_path: Path) -> None:
    schema = xliff_schema(tmp_path)
    match = UnitMatch(72, "A/98/1, para. 3", "In Peru, 5", TARGET)
    known = {"target": TARGET, "text_digest": "e" * 64, "why": "reworded", "facts": (FactRemark("trained", "313"),)}
    files = [
        file_of(**known, state="stale", previous="In \x07Peru", matches=(match, replace(match, is_whole=False))),
        file_of(matches=(match, replace(match, score=100))),
        file_of(heading=""),
        *(file_of(**known, state=state) for state in ("needs review", "translated", "reviewed", "final")),
        write_xliff(Job("A/99/1", "en", "fr", ())).decode(),
    ]
    for data in files:
        assert schema.validate(etree.fromstring(data.encode())), (schema.error_log, data)
    assert not schema.validate(etree.fromstring(files[0].replace("equiv-text", "printed").encode()))


def target_of(data: str) -> object:
    [unit] = read_xliff(data.encode(), "job.xlf").units
    return unit.target


def test_a_source_has_its_values_as_codes() -> None:
    assert (
        '<source xml:lang="en">In <g id="1" ctype="x-place">Indonesia</g>, '
        '<ph id="2" ctype="x-figure" equiv-text="313">{{ trained }}</ph> &lt;new&gt; &amp; '
        '<g id="3" ctype="italic">old</g></source>'
    ) in file_of()


def test_a_target_comes_back_as_it_was_written() -> None:
    assert target_of(file_of(target=TARGET, state="translated")) == (
        GuardedPart(2, "figure", "", "313", "{{ trained }}"),
        WordsPart(" "),
        NamePart(1, "", "place", "Indonésie"),
    )


def test_segments_and_codes_of_a_tool_hold_text() -> None:
    data = file_of(target=(WordsPart("X"),), state="translated")
    edited = data.replace(">X<", '><mrk mtype="seg" mid="0">Un <bpt id="9"/>mot</mrk> de<!-- no --> plus<')
    assert "".join(part.text for part in target_of(edited)) == "Un mot de plus"


def test_what_is_new_has_its_source_to_type_over() -> None:
    data = file_of()
    assert data.count("<source") == data.count('<target xml:lang="fr" state="needs-translation">') == 1
    assert target_of(data) == ()


def test_a_text_typed_over_a_source_is_read_whatever_the_state_says() -> None:
    data = file_of()
    start = data.index("<target")
    edited = data[:start] + data[start:].replace(" &lt;new&gt; ", " nouveaux ")
    assert WordsPart(" nouveaux & ") in target_of(edited)
    [unit] = read_xliff(edited.encode(), "job.xlf").units
    assert not unit.is_done


@pytest.mark.parametrize(("state", "is_done"), [("translated", True), ("final", True), ("needs-review-l10n", False)])
def test_the_state_says_whether_a_text_is_finished(state: str, is_done: bool) -> None:
    data = file_of(target=TARGET, state="translated").replace('state="translated"', f'state="{state}"')
    assert read_xliff(data.encode(), "job.xlf").units[0].is_done is is_done


def test_the_digests_travel_along() -> None:
    [unit] = read_xliff(file_of(text_digest="e" * 64).encode(), "job.xlf").units
    assert (unit.id, unit.digest, unit.text_digest) == ("one", "d" * 64, "e" * 64)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "the file is not XML"),
        ("<xliff/>", "the file is no XLIFF 1.2"),
        (file_of().replace("1.2\">", "2.0\">").replace("document:1.2", "document:2.0"), "the file is no XLIFF 1.2"),
        (file_of().replace("<xliff", '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff'), "the file declares entities"),
        (file_of().replace("</file>", '</file><file original="B" source-language="en"/>'), "holds several reports"),
    ],
)  # fmt: skip
def test_files_that_are_refused(data: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_xliff(data.encode(), "job.xlf")
