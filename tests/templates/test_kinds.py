"""Paragraphs that facts alone make, in all six languages: the report of facts only, and each kind with and without."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from reportgen import pipeline
from reportgen.errors import ReportgenError
from reportgen.store.packs import save_packs
from reportgen.templates.render import StandingWords
from reportgen.tree.nodes import Paragraph
from reportgen.tree.text import plain_text
from reportgen.workspace import Workspace

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
KINDS = yaml.safe_load((ROOT / "templates/kinds.yaml").read_text("utf-8"))
VALUES = {
    "actor": "{entity: unodc}",
    "place": "{place: MV}",
    "trainees": "{groups: [prosecutors, judges]}",
    "topics": "{topics: [legal-aid, restorative-justice]}",
    "topic": "{topic: restorative-justice}",
    "trained": "{count: COUNT}",
    "partners": "{entities: [unicef, who]}",
    "date": "{date: 2018-05-21}",
    "workshops": "{count: COUNT}",
    "length": "{period: 2, unit: week}",
    "country": "{place: ID}",
    "participants": "{count: COUNT}",
    "audience": "{group: experts}",
    "countries_number": "{count: COUNT}",
    "title": "{event: guangzhou-seminar}",
    "city": "{place: cairo}",
    "laws": "{law: mw-prisons-act}",
    "requested_by": "{entity: mw-special-law-commission}",
    "conformity": "{instrument: nelson-mandela-rules}",
    "recipient": "{entity: eg-forensic-medicine-authority}",
    "supplied": "{items: [computers, books]}",
    "refurbished": "{item: kitchen}",
    "purpose": "{topic: prison-conditions}",
    "beneficiaries": "{count: COUNT}",
    "group": "{group: prisoners}",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    copytree(ROOT / "tests/cases/facts-only", tmp_path / "inputs/facts-only")
    return Workspace.at(tmp_path)


def value_of(kind: str, name: str, count: int) -> str:
    if name == "countries":
        return "{count: COUNT}".replace("COUNT", str(count)) if kind == "workshop" else "{places: [IN, MV]}"
    return VALUES[name].replace("COUNT", str(count))


def paragraphs(kind: str, count: int) -> Iterator[tuple[str, list[str]]]:
    """Each kind with each two of its optional facts, with all of them, and with none."""
    body = KINDS[kind]
    needed = [*body["facts"], *body.get("one_of", [])[:1]]
    optional = [name for name in body["optional"] if name not in needed]
    for chosen in [(), *itertools.combinations(optional, 2), tuple(optional)]:
        names = [*needed, *chosen]
        lines = [f"      {name}: {value_of(kind, name, count)}" for name in names]
        yield "\n".join([f"    kind: {kind}", "    facts:", *lines]), names


def write(workspace: Workspace, blocks: list[str]) -> None:
    text = "id: activities\nheading: Activities\nparagraphs:\n"
    text += "\n".join(f"  - id: p-{number}\n{block}" for number, block in enumerate(blocks))
    (workspace.root / "inputs/facts-only/sections/activities.yaml").write_text(text + "\n", "utf-8")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_report_of_facts_alone(workspace: Workspace, tag: str) -> None:
    report = pipeline.load(workspace, "facts-only")
    findings = pipeline.check(workspace, report, [tag])
    assert {(finding.code, finding.where) for finding in findings} <= {("RG041", "title"), ("RG041", "activities")}
    document = pipeline.build(workspace, report, tag)
    texts = [plain_text(block.content) for block in document.blocks if isinstance(block, Paragraph)]
    assert len(texts) == 13
    for text in texts:
        assert re.search("[.。]$", text)
        assert not re.search("[{}⟦⟧#]|None|  | [.,;:](?!\\d)", text), text


@pytest.mark.parametrize("count", [1, 2, 3, 5, 11, 21, 100, 1000])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_number_and_every_optional_fact(workspace: Workspace, tag: str, count: int) -> None:
    blocks = [block for kind in KINDS for block, _ in paragraphs(kind, count)]
    write(workspace, blocks)
    document = pipeline.build(workspace, pipeline.load(workspace, "facts-only"), tag)
    texts = [plain_text(block.content) for block in document.blocks if isinstance(block, Paragraph)]
    assert len(texts) == len(blocks)
    assert not [text for text in texts if re.search("[{}#]|None|  ", text)]


REFUSED = {
    "    kind: trianing\n    facts: {actor: {entity: unodc}}": (
        "5:11: there is no kind of paragraph 'trianing'\n  hint: did you mean 'training'?"
    ),
    "    kind: training\n    facts: {actor: {entity: unodc}, place: {place: TN}}": (
        "5:11: a paragraph of the kind 'training' has a fact 'trainees'\n  hint: add trainees: {group: …}"
    ),
    "    kind: training\n    facts: {actor: {place: TN}, place: {place: TN}, trainees: {group: judges}}": (
        "6:28: the fact 'actor' of the kind 'training' is a entity\n  hint: found a place"
    ),
    "    kind: training\n    facts: {actor: {entity: unodc}, place: {place: TN}, trainees: {group: judges}, "
    "topisc: {topic: legal-aid}}": (
        "6:100: a paragraph of the kind 'training' has no fact 'topisc'\n  hint: did you mean 'topics'?"
    ),
    "    kind: equipment\n    facts: {actor: {entity: unodc}, place: {place: TN}, recipient: {place: TN}}": (
        "5:11: a paragraph of the kind 'equipment' has a fact 'supplied' or 'refurbished'\n  hint: add supplied: {…}"
    ),
}


@pytest.mark.parametrize(("block", "message"), REFUSED.items())
def test_facts_that_do_not_fit_the_kind(workspace: Workspace, block: str, message: str) -> None:
    write(workspace, [block])
    with pytest.raises(ReportgenError) as caught:
        pipeline.build(workspace, pipeline.load(workspace, "facts-only"), "en")
    assert str(caught.value) == f"inputs/facts-only/sections/activities.yaml:{message}"


def test_words_are_rendered_once_for_the_same_templates_and_values(tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    anew = StandingWords._render_anew
    monkeypatch.setattr(
        StandingWords, "_render_anew", lambda words, block: rendered.append(block) or anew(words, block)
    )
    monkeypatch.setenv("REPORTGEN_CACHE", str(tiny.root / "store"))

    def summary(**values: str) -> str:
        found = StandingWords(tiny.workspace, "en", "standing.j2", values).block("contents_range")
        save_packs()
        return found

    assert summary(low="1", high="2") == summary(low="1", high="2") != summary(low="1", high="3")
    assert rendered == ["contents_range"] * 2
    tiny.write("templates/en/standing.j2", b"{% block contents_range %}from {{ low }}{% endblock %}")
    assert summary(low="1", high="2") == "from 1"
    tiny.write("templates/en/other.j2", b"")
    assert summary(low="1", high="2") == "from 1"
    assert rendered == ["contents_range"] * 4
