"""Annexes, appendices and contents: files that are not there, and levels that there are none of."""

from __future__ import annotations

import pytest

from tests.tools.messages import as_expected

REPORT = "inputs/tiny/report.yaml"
ONE = "inputs/tiny/annexes/one.yaml"
HEAD = "symbol: A/99/1\ntitle: x\nmasthead: {organ: ecosoc}\nsections: [first]\n"


def sections(depth: int) -> str:
    """Sections inside one another."""
    lines = []
    for level in range(depth):
        indent = "    " * level
        lines.append(f"{indent}sections:\n{indent}  - id: level-{level + 1}\n{indent}    heading: Words\n")
    return "".join(lines)


REPORTS = {
    "a file that is not there": (
        "annexes: [on]\n",
        f"{REPORT}:5:11: there is no file inputs/tiny/annexes/on.yaml\n  hint: did you mean 'one'?",
    ),
    "a file of sections": (
        "annexes: [first]\n",
        f"{REPORT}:5:11: there is no file inputs/tiny/annexes/first.yaml\n  hint: one of: one",
    ),
    "a file elsewhere": (
        "annexes: [../one]\n",
        f"{REPORT}:5:11: '../one' is no file in inputs/tiny/annexes\n"
        "  hint: the name of a file in inputs/tiny/annexes, without .yaml",
    ),
    "a file twice": (
        "annexes: [one, one]\n",
        f"{REPORT}:5:16: the annex 'one' is taken in twice\n  hint: first at {REPORT}:5:11",
    ),
    "a text for the annexes": ("annexes: one\n", f"{REPORT}:5:10: expected a list for 'annexes', found the text 'one'"),
    "contents too deep": ("contents: 9\n", f"{REPORT}:5:11: 'contents' is 9, more than 6"),
    "contents of no level": ("contents: 0\n", f"{REPORT}:5:11: 'contents' is 0, less than 1"),
    "contents without a level": (
        "contents: true\n",
        f"{REPORT}:5:11: expected a whole number for 'contents', found true",
    ),
}


@pytest.mark.parametrize(("lines", "message"), REPORTS.values(), ids=REPORTS)
def test_reports(tiny, lines: str, message: str) -> None:
    tiny.report(HEAD + lines)
    tiny.write(ONE, "id: one\nheading: Words\n")
    assert as_expected(tiny.refusal(), message) == message


ANNEXES = {
    "itself as its appendix": (
        "appendices: [one]\n",
        f"{ONE}:3:14: the annex 'one' is taken in twice\n  hint: first at {REPORT}:5:11",
    ),
    "an appendix of an appendix": (
        "appendices: [{id: a, heading: b, appendices: []}]\n",
        f"{ONE}:3:34: there is no field 'appendices' here\n  hint: one of: heading, id, paragraphs, sections",
    ),
    "the seventh level": (sections(7), f"{ONE}:22:33: headings have six levels, and this is the seventh"),
    "the seventh level of an appendix": (
        "appendices:\n  - id: a\n    heading: b\n" + "".join(f"    {line}\n" for line in sections(7).splitlines()),
        f"{ONE}:25:37: headings have six levels, and this is the seventh",
    ),
    "the id of a section": (
        "sections: [{id: first, heading: Words}]\n",
        f"{ONE}:3:17: the id 'first' stands twice\n  hint: first at inputs/tiny/sections/first.yaml:1:5",
    ),
    "a block that is wrong": (
        "paragraphs:\n  - id: a\n    list: []\n",
        f"{ONE}:5:11: 'list' is empty",
    ),
}


@pytest.mark.parametrize(("text", "message"), ANNEXES.values(), ids=ANNEXES)
def test_files_of_annexes(tiny, text: str, message: str) -> None:
    tiny.report(HEAD + "annexes: [one]\n")
    tiny.write(ONE, "id: one\nheading: Words\n" + text)
    assert as_expected(tiny.refusal(), message) == message


def test_a_section_has_no_appendices(tiny) -> None:
    path = tiny.section("id: first\nheading: x\nappendices: []\n")
    assert tiny.refusal() == (
        f"inputs/tiny/sections/{path.name}:3:1: there is no field 'appendices' here\n"
        "  hint: one of: heading, id, numbered, paragraphs, sections"
    )


def test_annexes_may_stand_in_the_report_and_in_files(tiny) -> None:
    tiny.report(HEAD + "annexes:\n  - one\n  - {id: two, heading: Words, appendices: [three]}\n")
    tiny.write(ONE, "id: one\nheading: Words\n" + sections(6))
    tiny.write("inputs/tiny/annexes/three.yaml", "id: three\nheading: Words\n")
    parts = [(level, part.id) for level, part in tiny.load().all_parts()]
    assert parts[:3] == [(1, "first"), (0, "one"), (1, "level-1")]
    assert parts[-3:] == [(6, "level-6"), (0, "two"), (0, "three")]
