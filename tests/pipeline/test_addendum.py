from __future__ import annotations

import pytest

from reportgen import pipeline
from reportgen.errors import ReferenceError
from reportgen.finding import Finding
from reportgen.pipeline import numbers
from reportgen.pipeline.after_issue.addendum import amend_by_addendum
from reportgen.pipeline.after_issue.revision import amend_by_revision
from reportgen.pipeline.numbers import Built
from reportgen.readers.docx import read_word
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of
from tests.conftest import TinyReport
from tests.tools.issued_report import change, put

SLUG = "tiny-add.1"
TAGS = ("en", "ar", "es", "fr", "ru", "zh")
SECTION = f"inputs/{SLUG}/sections/additional.yaml"


@pytest.fixture
def added(issued: TinyReport) -> TinyReport:
    """The issued report with an addendum."""
    put(issued, dict(amend_by_addendum(Built(issued.workspace, issued.load())).files))
    return issued


def say(report: TinyReport, text: str, tags: tuple[str, ...] = TAGS[1:]) -> None:
    """Let the addendum say a text, which its translations say too."""
    report.write(SECTION, f"id: more\nheading: More\nparagraphs: [{{id: added, text: {text!r}}}]\n")
    for tag in tags:
        report.write(f"locales/{tag}/{SLUG}.po", f'msgid ""\nmsgstr ""\n\nmsgctxt "added"\nmsgid {quoted(text)}\n'
                     f"msgstr {quoted(text)}\n")  # fmt: skip


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


def said(report: TinyReport, tag: str = "en") -> str:
    document = pipeline.build(report.workspace, pipeline.load(report.workspace, SLUG), tag)
    text = next(content_of(block) for block in all_blocks(document) if block.id == "added")
    assert document.broken == ()
    return plain_text(text).replace("\u00a0", " ")


def findings(report: TinyReport) -> list[Finding]:
    found = pipeline.check(report.workspace, pipeline.load(report.workspace, SLUG))
    return [each for each in found if each.code in ("RG102", "RG103")]


@pytest.mark.parametrize(
    ("reference", "printed"),
    [
        ("para('parent:opening')", "paragraph 1"),
        ("para('parent:request-write')", "paragraph 2 (b)"),
        ("table('parent:visits')", "table 1"),
        ("figure('parent:chart')", "the figure"),
        ("section('parent:first')", "section I"),
        ("annex('parent:sources')", "annex II"),
        ("annex('parent:figures')", "annex I, appendix II"),
        ("para('parent:noun-proper')", "annex I, paragraph 2 (a)"),
        ("paras('parent:opening', 'parent:request')", "paragraphs 1 and 2"),
        ("para('parent:request') | brief", "para. 2"),
        ("para('parent:request') | bare", "2"),
    ],
)
def test_it_refers_to_blocks_of_its_parent(added: TinyReport, reference: str, printed: str) -> None:
    say(added, f"See {{{{ {reference.replace(chr(39), chr(34))} }}}} there.")
    assert said(added) == f"See {printed} there."


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("ar", "الفقرة 2 (ب)"),
        ("es", "párrafo 2 b)"),
        ("fr", "paragraphe 2 b)"),
        ("ru", "пункт 2 b)"),
        ("zh", "第2(b)段"),
    ],
)
def test_in_the_words_of_each_language(added: TinyReport, tag: str, printed: str) -> None:
    say(added, 'See {{ para("parent:request-write") }} there.')
    assert said(added, tag) == f"See {printed} there."


def test_the_numbers_are_those_that_were_issued(added: TinyReport) -> None:
    say(added, 'See {{ para("parent:request") }} there.')
    change(added, "  - {id: aside,", "  - {id: late, text: Late.}\n  - {id: aside,")
    assert said(added) == "See paragraph 2 there."
    document = pipeline.build(added.workspace, pipeline.load(added.workspace, SLUG), "en")
    line = next(each for each in read_word(pipeline.write(document, "docx"), "").blocks if each.line.id == "added")
    assert line.line.text == "See paragraph 2 there."


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ('para("parent:openings")', "the cross-reference 'openings' points to nothing"),
        ('table("parent:opening")', "'opening' is a paragraph; table() does not refer to it"),
        ('paras("parent:opening", "added")', "'added' is no block of the parent"),
    ],
)
def test_what_it_cannot_refer_to(added: TinyReport, reference: str, message: str) -> None:
    say(added, f"See {{{{ {reference} }}}} there.")
    with pytest.raises(ReferenceError) as raised:
        said(added)
    assert raised.value.message == message


def test_only_an_addendum_has_a_parent(every: TinyReport) -> None:
    change(every, "A verb does.", "\"It does {{ para('parent:opening') }}.\"", "inputs/tiny/annexes/terms.yaml")
    assert "only an addendum has a parent" in every.refusal("en")


def revise(report: TinyReport, old: str, new: str) -> None:
    """Issue a revision of the parent with another text."""
    made = amend_by_revision(Built(report.workspace, report.load()))
    put(report, dict(made.files))
    change(report, old, new, f"inputs/{made.slug}/sections/first.yaml")
    revised = Built(report.workspace, pipeline.load(report.workspace, made.slug))
    put(report, numbers.freeze(revised, ["en"], "issued").files())


def test_a_number_that_a_revision_moved(added: TinyReport) -> None:
    say(added, 'See {{ paras("parent:opening", "parent:request") }} there.')
    assert findings(added) == []
    revise(added, "  - {id: aside,", "  - {id: late, text: Late.}\n  - {id: aside,")
    assert [(each.code, each.severity, each.message) for each in findings(added)] == [
        ("RG102", "warning", "para. 2 of the parent (request) is para. 3 in A/99/2/Rev.1")
    ]


def test_a_table_that_a_revision_lacks(added: TinyReport) -> None:
    say(added, 'See {{ table("parent:visits") }} there.')
    text = (added.root / "inputs/tiny/sections/first.yaml").read_text("utf-8")
    table = text[text.index("  - id: visits") : text.index("  - id: chart")]
    change(added, "{{ table('visits') }}, ", "")
    revise(added, table, "")
    assert [(each.code, each.severity, each.message) for each in findings(added)] == [
        ("RG103", "warning", "table 1 of the parent (visits) is gone from A/99/2/Rev.1")
    ]


def test_a_number_that_a_later_edition_moved(every: TinyReport) -> None:
    put(every, numbers.freeze(Built(every.workspace, every.load()), ["en"], "issued").files())
    put(every, numbers.freeze(Built(every.workspace, every.load()), ["fr"], "frozen").files())
    put(every, dict(amend_by_addendum(Built(every.workspace, every.load())).files))
    say(every, 'See {{ para("parent:request") }} there.', ("fr",))
    assert said(every, "fr") == "See paragraphe 2 there."
    change(every, "  - {id: aside,", "  - {id: late, text: Late.}\n  - {id: aside,")
    put(every, numbers.accept(Built(every.workspace, every.load()), ["late"], "it came late").file())
    put(every, numbers.freeze(Built(every.workspace, every.load()), ["fr"], "frozen").files())
    assert [(each.code, each.severity, each.message) for each in findings(every)] == [
        ("RG102", "error", "para. 2 of the parent (request) is para. 3 in edition 2 of A/99/2")
    ]
