"""Files that cannot be read, and files that are not where the report says they are."""

from __future__ import annotations

import pytest

from reportgen import pipeline
from reportgen.errors import InputError, UsageError

FIRST = "inputs/tiny/sections/first.yaml"
NO_MAPPING = f"{FIRST}:1:1: expected a mapping of keys to values\n  hint: write 'key: value', one a line"
INDENT = "indent the line as those that it belongs to; quote a value that has ': ', '#' or '{' in it"
SPACES = "indent with spaces, not with tabs"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "id: first\nheading: [x\nparagraphs: []\n",
            f"{FIRST}:3:11: this is not YAML: did not find expected ',' or ']' (while parsing a flow sequence)\n"
            f"  hint: {INDENT}",
            id="an open bracket",
        ),
        pytest.param(
            "id: first\nheading: One: two\n",
            f"{FIRST}:2:13: this is not YAML: mapping values are not allowed in this context\n  hint: {INDENT}",
            id="a colon in a text",
        ),
        pytest.param(
            "id: first\nparagraphs:\n\t- id: x\n",
            f"{FIRST}:3:1: this is not YAML: found character that cannot start any token"
            f" (while scanning for the next token)\n  hint: {SPACES}",
            id="a tab before a list",
        ),
        pytest.param(
            "id: first\nheading: Größe\nparagraphs:\n  - id: a\n\t  text: b\n",
            f"{FIRST}:5:1: this is not YAML: found a tab character that violates indentation"
            f" (while scanning a plain scalar)\n  hint: {SPACES}",
            id="a tab before a key",
        ),
        pytest.param(
            "id: first\n---\nid: second\n",
            f"{FIRST}:2:1: this is not YAML: but found another document (expected a single document in the stream)\n"
            "  hint: one file holds one mapping; take '---' out",
            id="two documents",
        ),
        pytest.param("", NO_MAPPING, id="an empty file"),
        pytest.param(
            "# nothing yet\n",
            NO_MAPPING,
            id="only a comment",
        ),
        pytest.param("- a\n- b\n", NO_MAPPING, id="a list"),
        pytest.param(
            "id: first\nheading: &heading The\nparagraphs:\n  - {id: a, text: *heading}\n",
            f"{FIRST}:2:10: anchors and aliases are not used here\n  hint: write it out",
            id="an alias",
        ),
        pytest.param(
            "id: first\nheading: x\nparagraphs: &all [{id: a, text: b}, *all]\n",
            f"{FIRST}:3:13: anchors and aliases are not used here\n  hint: write it out",
            id="a list in itself",
        ),
        pytest.param(
            "id: first\nheading: x\nid: second\n",
            f"{FIRST}:3:1: the key 'id' stands twice\n  hint: first on line 1",
            id="a key twice",
        ),
        pytest.param(
            "id: first\nheading: {{ unodc }}\n",
            f"{FIRST}:2:11: a key is a word, not a list or a mapping\n"
            "  hint: text that begins with {{ stands in quotes, or behind '>' on a line of its own",
            id="a text that begins with a placeholder",
        ),
    ],
)
def test_broken_yaml(tiny, text: str, message: str) -> None:
    tiny.section(text)
    assert tiny.refusal() == message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(
            b"id: first\nheading: caf\xe9\n",
            f"{FIRST}:2:1: the file is not UTF-8\n  hint: save it as UTF-8",
            id="Latin-1",
        ),
        pytest.param(
            "id: first\n".encode("utf-16"), f"{FIRST}:1:1: the file is not UTF-8\n  hint: save it as UTF-8", id="UTF-16"
        ),
        pytest.param(
            b"id: first\nheading: a\0b\n",
            f"{FIRST}:2:11: the character U+0000 cannot stand in a text\n  hint: take it out",
            id="a null character",
        ),
        pytest.param(
            "id: first\n# é\nheading: é\x08\n".encode(),
            f"{FIRST}:3:11: the character U+0008 cannot stand in a text\n  hint: take it out",
            id="a control character",
        ),
    ],
)
def test_bytes_that_are_no_text(tiny, data: bytes, message: str) -> None:
    tiny.section(data)
    assert tiny.refusal() == message


def test_a_file_that_is_too_large(tiny) -> None:
    tiny.section(b"#" * 20_000_001)
    assert (
        tiny.refusal() == f"{FIRST}:1:1: the file has 20,000,001 bytes, more than 20,000,000\n"
        "  hint: part it, or take out what nobody reads"
    )


@pytest.mark.parametrize("lines", ["\r\n", "\r"])
def test_line_ends_of_other_systems_count_as_lines(tiny, lines: str) -> None:
    tiny.section(lines.join(["id: first", "heading: x", "paragrafs: []", ""]))
    assert tiny.refusal() == f"{FIRST}:3:1: there is no field 'paragrafs' here\n  hint: did you mean 'paragraphs'?"


def test_a_byte_order_mark_is_no_fault(tiny) -> None:
    tiny.section("\ufeffid: first\nheading: The first section\nparagraphs: [{id: opening, text: Words.}]\n")
    assert [part.id for _, part in tiny.load().all_parts()] == ["first"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("[" * 5000 + "]" * 5000, "2:68", id="lists"),
        pytest.param("{a: [" * 3000 + "]}" * 3000, "2:155", id="mappings and lists"),
        pytest.param("\n  " + "- " * 5000 + "x", "3:119", id="dashes"),
        pytest.param("".join("\n" + " " * depth + "a:" for depth in range(1, 2000)), "61:60", id="indents"),
        pytest.param("[" * 5000, "2:68", id="brackets that nobody closes"),
        pytest.param("[" * 70 + "@", "2:68", id="another fault behind it"),
    ],
)
def test_deep_nesting(tiny, text: str, place: str) -> None:
    tiny.section(f"id: first\nheading: {text}\n")
    assert tiny.refusal() == (
        f"{FIRST}:{place}: lists and mappings are nested more than 60 deep\n"
        "  hint: close the brackets that were opened; a text that begins with '[', '{' or '- ' stands in quotes"
    )


def test_brackets_in_a_text_are_not_nesting(tiny) -> None:
    tiny.section("id: first\nheading: '" + "[" * 80 + "'\n")
    assert tiny.load().sections[0].heading.text == "[" * 80


REPORT = """\
symbol: A/99/1
title: A small report
masthead: {organ: ecosoc}
"""


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        pytest.param(
            "sections: [frist]",
            "4:12: there is no file inputs/tiny/sections/frist.yaml\n  hint: did you mean 'first'?",
            id="a section that has no file",
        ),
        pytest.param(
            "sections: [first, first]",
            "4:19: the section 'first' is taken in twice\n  hint: first at inputs/tiny/report.yaml:4:12",
            id="a section twice",
        ),
        pytest.param(
            "sections: [first]\nsummary: sumary",
            "5:10: there is no file inputs/tiny/sections/sumary.yaml\n  hint: one of: first",
            id="a summary that has no file",
        ),
        pytest.param(
            "sections: [first]\nsummary: first",
            "4:12: the section 'first' is taken in twice\n  hint: first at inputs/tiny/report.yaml:5:10",
            id="a section that is the summary too",
        ),
        pytest.param(
            "sections: [../../../report]",
            "4:12: '../../../report' is no file in inputs/tiny/sections\n"
            "  hint: the name of a file in inputs/tiny/sections, without .yaml",
            id="a file elsewhere",
        ),
    ],
)
def test_sections_that_are_not_there(tiny, lines: str, message: str) -> None:
    tiny.report(f"{REPORT}{lines}\n")
    assert tiny.refusal() == f"inputs/tiny/report.yaml:{message}"


def test_a_subsection_taken_in_by_two_files(tiny) -> None:
    tiny.report(f"{REPORT}sections: [first, second]\n")
    tiny.section("id: first\nheading: x\nsections: [third]\n")
    tiny.section("id: second\nheading: x\nsections: [third]\n", "second")
    tiny.section("id: third\nheading: x\n", "third")
    assert tiny.refusal() == (
        f"inputs/tiny/sections/second.yaml:3:12: the section 'third' is taken in twice\n  hint: first at {FIRST}:3:12"
    )


def test_a_section_that_takes_in_itself(tiny) -> None:
    tiny.section("id: first\nheading: x\nsections: [first]\n")
    assert tiny.refusal() == (
        f"{FIRST}:3:12: the section 'first' is taken in twice\n  hint: first at inputs/tiny/report.yaml:7:12"
    )


def test_a_report_that_is_not_there(tiny) -> None:
    with pytest.raises(UsageError) as caught:
        pipeline.load(tiny.workspace, "tinny")
    assert str(caught.value) == "there is no report 'tinny'\n  hint: did you mean 'tiny'?"
    assert caught.value.exit_code == 2


def test_a_folder_in_place_of_a_file(tiny) -> None:
    path = tiny.root / "inputs" / "other" / "report.yaml"
    path.mkdir(parents=True)
    with pytest.raises(InputError) as caught:
        pipeline.load(tiny.workspace, "other")
    assert (
        str(caught.value)
        == "inputs/other/report.yaml:1:1: cannot read the file: a folder has this name\n  hint: put a file there"
    )


def test_a_folder_in_place_of_a_section(tiny) -> None:
    tiny.report(f"{REPORT}sections: [second]\n")
    (tiny.root / "inputs/tiny/sections/second.yaml").mkdir()
    message = "inputs/tiny/sections/second.yaml:1:1: cannot read the file: a folder has this name"
    assert tiny.refusal() == f"{message}\n  hint: put a file there"


def test_a_report_knows_its_slug_and_workspace(tiny) -> None:
    report = tiny.load()
    assert (report.slug, report.workspace) == ("tiny", tiny.workspace)
    assert str(report.sections[0].paragraphs[0].position()) == f"{FIRST}:4:9"
