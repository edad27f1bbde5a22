"""Every step of a build does twice the work for twice the text: calls are counted, not seconds.

At three sizes, evenly apart, the calls of a step that is linear grow by the same number twice; what is above is
quadratic, since the second difference of n² is a constant of its own.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reportgen import catalogue, checks, pipeline
from reportgen import language as languages
from reportgen.assemble import assemble
from reportgen.catalogue.load import _known, read
from reportgen.checks import Edition
from reportgen.passes.contents import list_contents
from reportgen.passes.names import settle_names
from reportgen.passes.number import number_blocks
from reportgen.passes.references import resolve_references
from reportgen.pipeline.translations import reviews
from reportgen.wording import scan
from reportgen.workspace import Workspace
from reportgen.writers import FORMATS, writer
from tests.bench.enlarge import SLUG, enlarge

ROOT = Path(__file__).parents[1]
COPIES = (4, 8, 12)
TAGS = ("en", "fr")
MOST = 0.012
"""How much of the calls for a third of the text may be more than linear: dictionaries that grow, texts that repeat."""

Calls = dict[str, list[int]]


class Counter:
    """Counts the calls of each step, those of functions in C too."""

    def __init__(self) -> None:
        self.calls: Calls = {}

    def step(self, name: str, work: Callable[[], Any]) -> Any:
        """What the work gives; its calls are added to those of the step at this size."""
        profile = cProfile.Profile()
        result = profile.runcall(work)
        self.calls.setdefault(name, []).append(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]
        return result


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Calls:
    """The calls of every step at each size."""
    counter = Counter()
    # Once before it counts: what is compiled and kept once would count for the first size alone.
    for number, copies in enumerate((COPIES[0], *COPIES)):
        counter = counter if number > 1 else Counter()
        workspace = Workspace.at(enlarge(ROOT, tmp_path_factory.getbasetemp() / f"growth-{copies}", copies))
        built(counter, workspace)
    return counter.calls


def built(counter: Counter, workspace: Workspace) -> None:
    """Build and check a report in two languages, step by step."""
    # Texts of the first copies stand in all sizes: what was kept of them would be missing in the larger ones.
    scan.cache_clear()
    _known.cache_clear()
    report = counter.step("load", lambda: pipeline.load(workspace, SLUG))
    own = {tag: languages.load(workspace, tag) for tag in TAGS}
    translation = counter.step("entries", lambda: catalogue.load(workspace, SLUG, "fr"))
    documents = {}
    for tag in TAGS:
        given = (translation, own["en"]) if tag == "fr" else ()
        document = counter.step(f"assemble {tag}", lambda tag=tag, given=given: assemble(report, own[tag], *given))
        for name, work in passes(own[tag]):
            document = counter.step(f"{name} {tag}", lambda work=work, document=document: work(document))
        documents[tag] = document
    states = counter.step("reviews", lambda: reviews(workspace, report, own["fr"]))
    edition = Edition(report, documents["en"], documents, {"fr": translation}, own, None, {"fr": states})
    for rule in checks.RULES:
        counter.step(rule.__name__.rpartition(".")[2], lambda rule=rule: list(rule.check(edition)))
    for name in FORMATS:
        counter.step(name, lambda name=name: writer(name)(documents["fr"]))


def passes(language: languages.Language) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """The passes over a document."""
    yield "names", lambda document: settle_names(document, language)
    yield "number", lambda document: number_blocks(document, language)
    yield "references", lambda document: resolve_references(document, language)
    yield "contents", list_contents


_OF_A_LANGUAGE = ("assemble", "names", "number", "references")
STEPS = (
    "load", "entries", "reviews", *(f"{step} {tag}" for step in _OF_A_LANGUAGE for tag in TAGS),
    *(rule.__name__.rpartition(".")[2] for rule in checks.RULES), *FORMATS,
)  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_a_step_grows_as_the_text_does(step: str, calls: Calls) -> None:
    first, second, third = calls[step]
    more = (third - second) - (second - first)
    assert more <= MOST * (third - second) + 20, f"calls at {COPIES}: {first:,}, {second:,}, {third:,}"


def test_a_step_that_looks_at_all_for_each_is_told(calls: Calls) -> None:
    counter = Counter()
    for copies in COPIES:
        sections = list(range(11 * copies))
        counter.step("quadratic", lambda sections=sections: [abs(each) for _ in sections for each in sections])
    first, second, third = counter.calls["quadratic"]
    assert (third - second) - (second - first) > MOST * (calls["load"][2] - calls["load"][1])


def test_an_entry_of_a_catalogue_keeps_its_own_lines_alone() -> None:
    text = (ROOT / "locales" / "fr" / f"{SLUG}.po").read_text("utf-8")
    entries = read(text, "x.po").entries.values()
    # Else the place of each would be looked for in all of the file.
    assert sum(len(line) for each in entries for line in each.written) < len(text)
