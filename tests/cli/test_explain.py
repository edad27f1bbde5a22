"""reportgen explain: what the codes of findings mean."""

from __future__ import annotations

from reportgen.checks import codes
from reportgen.pipeline.translators.codes import CODES

EXPLAINED = """\
RG041: a translation is missing

The source text is printed between ⟦ and ⟧ in its place. Translate the entry in the language's catalogue.
"""


def test_one_code(run) -> None:
    assert run("explain", "RG041") == (0, EXPLAINED, "")
    assert run("explain", "rg041") == (0, EXPLAINED, "")


def test_all_codes(run) -> None:
    outcome = run("explain")
    assert (outcome.exit_code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [f"{name}  {meaning.title}" for name, meaning in {**codes(), **CODES}.items()]
    assert outcome.out.splitlines() == sorted(outcome.out.splitlines())
    assert "RG041  a translation is missing" in outcome.out.splitlines()


def test_an_unknown_code(run) -> None:
    assert run("explain", "RG0411") == (2, "", "there is no code 'RG0411'\n  hint: did you mean 'RG041'?\n")
