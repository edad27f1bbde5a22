"""Whatever a template does ends in an error with file, line and hint: it has a budget, and reads nothing outside."""

from __future__ import annotations

import tracemalloc
from typing import Any

import pytest

from reportgen.errors import ReportgenError, WordingError
from reportgen.templates.kinds import kinds
from reportgen.writers import writer
from tests.tools.messages import as_expected

KINDS = "visit:\n  facts: {host: place}\n"
PARAGRAPH = "- id: seen\n  kind: visit\n  facts: {host: {place: KE}}\n"
FILE = "templates/en/paragraphs/visit.j2"


def outline(document: Any) -> str:
    return writer("md")(document).decode()


def refusal(tiny: Any, template: str | bytes) -> ReportgenError:
    tiny.write("templates/kinds.yaml", KINDS)
    tiny.write(FILE, template)
    tiny.paragraphs(PARAGRAPH)
    with pytest.raises(ReportgenError) as caught:
        tiny.build()
    return caught.value


SNIPPETS = {
    "loops in loops": "{% for i in range(10000) %}{% for j in range(10000) %}x{% endfor %}{% endfor %}",
    "a loop that passes all over": "{% for i in range(9999) %}{% for j in range(9999) if false %}{% endfor %}{% endfor %}",
    "a range without end": "{{ range(10**18) | list }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro that calls itself twice":
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(40) }}",
    "a template in itself": "{% include 'paragraphs/visit.j2' %}",
    "a template below itself": "{% extends 'paragraphs/visit.j2' %}",
    "a long text": "{{ 'x' * 10**12 }}",
    "a text that doubles": "{% set ns = namespace(x='a') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    "a number that squares": "{% set ns = namespace(x=9) %}{% for i in range(60) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
    "lists in lists":
        "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
    "a power": "{{ 9 ** 99999999 }}",
    "a wide pattern": "{{ '%1000000000d' % 1 }}",
    "a wide filter": "{{ '%1000000000d' | format(1) }}",
    "a wide format": "{{ '{:1000000000}'.format(1) }}",
    "a wide margin": "{{ 'x' | center(10**10) }}",
    "a long text as it is": "x" * 150_000,
    "division by zero": "{{ 1 / 0 }}",
    "a sum of unlike things": "{{ none + 1 }}",
    "no attribute": "{{ host.nothing.more }}",
    "not there": "{{ hots }}",
    "a filter of facts": "{{ 1 | form('in') }}",
    "no filter": "{{ host | nothing }}",
    "no test": "{{ host is nothing }}",
    "no template": "{% include 'none.j2' %}",
    "brackets": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "blocks in blocks": "{% for i in [1] %}" * 30 + "{% endfor %}" * 30,
    "many figures": "{{ " + "9" * 5000 + " }}",
    "not closed": "{% if host %}",
    "its insides": "{{ ''.__class__.__mro__ }}",
}  # fmt: skip


@pytest.mark.parametrize("snippet", SNIPPETS.values(), ids=SNIPPETS)
def test_a_template_that_cannot_be_worked_out(tiny: Any, snippet: str) -> None:
    error = refusal(tiny, f"In\n{snippet}")
    assert isinstance(error, WordingError)
    assert error.position is not None
    assert error.position.file == FILE
    assert error.position.line in (1, 2)
    assert error.hint


@pytest.mark.parametrize(
    "snippet",
    [
        "{{ '%1000000000d' % 1 }}",
        "{{ '%1000000000d' | format(1) }}",
        "{{ '%.1000000000f' | format(1) }}",
        "{{ '%*d' | format(900, 1) }}",
        "{{ ['%1000000000d'] | map('format', 1) | list }}",
    ],
)
def test_a_wide_text_is_refused_before_it_is_made(tiny: Any, snippet: str) -> None:
    tracemalloc.start()
    try:
        error = refusal(tiny, snippet)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "the template pads a text to a width above 999" in str(error)
    assert most < 100_000_000


def test_the_line_of_what_is_undefined(tiny: Any) -> None:
    error = refusal(tiny, "In {{ host }}\n\n  {{ hots }}")
    assert str(error) == f"{FILE}:3:1: 'hots' is undefined\n  hint: did you mean 'host'?"


def test_a_template_that_is_not_utf_8(tiny: Any) -> None:
    assert str(refusal(tiny, b"{{ host }}\n\xe9")) == f"{FILE}:2:1: the file is not UTF-8\n  hint: save it as UTF-8"


def test_an_include_through_a_link_prints_nothing_from_outside(tiny: Any, tmp_path_factory: Any) -> None:
    secret = tmp_path_factory.mktemp("outside") / "secret"
    secret.write_text("secret")
    (tiny.root / "templates/en").mkdir(parents=True)
    (tiny.root / "templates/en/e").symlink_to(secret)
    error = refusal(tiny, "{{ host }}{% include 'e' %}")
    assert str(error).startswith("templates/en/e:1:1: the file lies outside of the workspace: ")


def test_templates_that_do_what_templates_do(tiny: Any) -> None:
    tiny.write("templates/kinds.yaml", KINDS)
    tiny.write(
        FILE, "{% set words = ['met', 'seen'] %}In {{ host }}{% for w in words %}, {{ w | upper ~ '!' }}{% endfor %}."
    )
    tiny.paragraphs(PARAGRAPH)
    assert "In Kenya, MET!, SEEN!." in outline(tiny.build())


def test_kinds_are_laid_over_the_installed_ones_by_name(tiny: Any) -> None:
    before = set(kinds(tiny.workspace))
    tiny.write("templates/kinds.yaml", f"{KINDS}training: {{facts: {{host: place}}}}\n")
    found = kinds(tiny.workspace)
    assert set(found) == {*before, "visit"}
    assert set(found["training"].facts) == {"host"}


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("visit: 5\n",
         "templates/kinds.yaml:1:8: expected a mapping of keys to values for 'visit', found the number 5"),
        ("visit: {fact: {host: place}}\n", "templates/kinds.yaml:1:9: there is no field 'fact' here\n  hint: did you mean 'facts'?"),
        ("visit: {facts: [host]}\n",
         "templates/kinds.yaml:1:16: expected a mapping of keys to values for 'facts', found a list"),
        ("visit: {facts: {host: plaec}}\n",
         "templates/kinds.yaml:1:23: there is no kind of fact 'plaec'\n  hint: did you mean 'place'?"),
        ("visit: {one_of: [host]}\n",
         "templates/kinds.yaml:1:17: 'one_of' names no fact 'host'\n  hint: one of the facts under 'optional': there is none"),
    ],
)  # fmt: skip
def test_kinds_that_are_none(tiny: Any, written: str, message: str) -> None:
    tiny.write("templates/kinds.yaml", written)
    tiny.paragraphs(PARAGRAPH)
    assert as_expected(tiny.refusal("en"), message) == message
