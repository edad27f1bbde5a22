"""A piece that one language cannot print: a finding, its source in its place, and all else is built."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.errors import ReportgenError
from reportgen.tree.text import plain_text
from reportgen.tree.walk import all_blocks, content_of

PARAGRAPHS = """\
- id: a
  facts: {n: {count: 3}}
  text: There were {{ n }} cases[^why].
  notes: {why: So it is.}
- id: b
  text: "See {{ para('a') }}."
"""

BROKEN = {
    "no such fact": ("a", "Il y a {{ partiez }} cas[^why].", "no fact 'partiez' here"),
    "no such filter": ("a", "Il y a {{ n | word }} cas[^why].", "there is no filter 'word'"),
    "no such form": ("a", "Il y a {{ n | form('dat') }} cas[^why].", "'n' has no form 'dat' in fr"),
    "plural words missing": ("a", "{{ n | counted(one='# cas') }}[^why].", "counted() takes one, many, other in fr"),
    "not closed": ("a", "Il y a {{ n cas[^why].", "'{{' is not closed"),
    "no such note": ("a", "Il y a {{ n }} cas[^whi].", "there is no footnote 'whi' here"),
    "no such target": ("b", "Voir {{ para('x') }}.", "the cross-reference 'x' points to nothing"),
    "another kind of target": ("b", "Voir {{ table('a') }}.", "'a' is a paragraph; table() does not refer to it"),
}


def entries(texts: dict[str, str]) -> str:
    return "\n".join(f'msgctxt "{name}"\nmsgid "x"\nmsgstr "{text}"\n' for name, text in texts.items())


@pytest.fixture
def french(tiny: Any) -> Callable[..., Any]:
    """A report with a French catalogue in which some texts are replaced."""

    def made(**changed: str) -> Any:
        tiny.paragraphs(PARAGRAPHS)
        texts = {"title": "Un petit rapport", "first": "La section", "a": "Il y a {{ n }} cas[^why].",
                 "why": "C’est ainsi.", "b": "Voir {{ para('a') }}."}  # fmt: skip
        tiny.catalogue(entries(texts | changed), "fr")
        return tiny

    return made


@pytest.mark.parametrize(("name", "text", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_piece_is_a_finding_and_stops_nothing(
    french: Callable[..., Any], name: str, text: str, message: str
) -> None:
    report = french(**{name: text})
    document = report.build("fr")
    printed = {block.id: plain_text(content_of(block)) for block in all_blocks(document)}
    assert (printed[name][:1], printed[name][-1:]) == ("⟦", "⟧")
    assert not any(each.startswith("⟦") for id_, each in printed.items() if id_ != name)
    findings = [each for each in pipeline.check(report.workspace, report.load()) if each.code == "RG040"]
    assert [(each.severity, each.language, f"({name})" in each.where) for each in findings] == [("error", "fr", True)]
    assert findings[0].message.startswith(message)
    assert findings[0].hint
    assert str(findings[0].position).startswith("locales/fr/tiny.po:")


def test_several_broken_pieces_of_passes_and_of_wording(french: Callable[..., Any]) -> None:
    report = french(a="{{ partiez }}", b="Voir {{ para('x') }}.", first="{{ y }}")
    assert {each.id for each in report.build("fr").broken} == {"a", "b", "first"}


def test_errors_of_the_original_stop_where_the_translation_is_broken_too(french: Callable[..., Any]) -> None:
    report = french(a="{{ partiez }}")
    report.paragraphs(PARAGRAPHS.replace("{{ n }}", "{{ n | form('dat') }}"))
    assert "'n' has no form 'dat' in en" in report.refusal("en")
    with pytest.raises(ReportgenError, match=r"sections/first\.yaml"):
        report.build("fr")


def test_a_broken_template_of_a_kind_stops_no_other_language(tiny: Any) -> None:
    tiny.write("templates/kinds.yaml", "greeting: {facts: {n: [count]}}\n".replace("[count]", "count"))
    tiny.write("templates/en/paragraphs/greeting.j2", "There are {{ n }}.")
    tiny.write("templates/fr/paragraphs/greeting.j2", "Il y a {{ m }}.")
    tiny.paragraphs("- id: a\n  kind: greeting\n  facts: {n: {count: 3}}\n")
    tiny.catalogue(entries({"title": "Titre", "first": "La section"}), "fr")
    document = tiny.build("fr")
    assert [plain_text(content_of(block)) for block in document.blocks] == ["La section", "⟦There are three.⟧"]
    findings = [each for each in pipeline.check(tiny.workspace, tiny.load()) if each.code == "RG040"]
    assert [str(each.position).partition(":")[0] for each in findings] == ["templates/fr/paragraphs/greeting.j2"]


def test_the_commands_go_on(french: Callable[..., Any], run: Callable[..., Any]) -> None:
    report = french(a="{{ partiez }}")
    for command in (["check"], ["status"], ["numbers", "check"], ["build", "--final", "-t", "md"]):
        result = run(*command)
        assert result.exit_code == (0 if command[0] in ("status", "numbers") else 1), result
        assert not (report.root / "outputs").exists()
    assert run("build", "-t", "md").exit_code == 1
    written = {path.name for path in (report.root / "outputs" / "tiny").iterdir()}
    assert {"tiny.en.md", "tiny.fr.md"} <= written


def test_a_language_that_cannot_be_printed_is_not_frozen(french: Callable[..., Any], run: Callable[..., Any]) -> None:
    report = french(a="{{ partiez }}", b="Voir {{ para('x') }}.")
    result = run("numbers", "freeze")
    assert (result.exit_code, result.out) == (5, "")
    assert "fr cannot be frozen, as 'a' cannot be printed: no fact 'partiez' here\n  hint: " in result.err
    assert "fr cannot be frozen, as 'b' cannot be printed: the cross-reference 'x' points to nothing\n" in result.err
    assert all(line.startswith(("locales/fr/tiny.po:", "  hint: ")) for line in result.err.splitlines())
    assert not (report.root / "inputs/tiny/numbering.yaml").exists()
    assert run("numbers", "freeze", "tiny", "-l", "en").exit_code == 0
    assert run("numbers", "freeze", "tiny", "-l", "fr").exit_code == 5
