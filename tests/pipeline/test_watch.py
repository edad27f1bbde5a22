"""A report that is watched has the bytes of a clean build after every save, and only what changed is written."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportgen.errors import InputError, ReportgenError
from reportgen.pipeline import watch
from reportgen.pipeline.orders import BuildOrder, build_report
from reportgen.pipeline.watch import WatchedReport, file_states

TEXT = "- id: opening\n  facts: {trained: {count: 12}}\n  text: UNODC trained {{ trained }} people.\n"
FORMATS = ("docx", "md", "json", "outline")
SECTION = "inputs/tiny/sections/first.yaml"


@pytest.fixture
def watched(tiny, translate) -> WatchedReport:
    translate(opening="培训{{ trained }}人。")
    tiny.paragraphs(TEXT)
    return WatchedReport(BuildOrder(str(tiny.root), "tiny", formats=FORMATS))


def outputs(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "outputs/tiny").iterdir())}


def clean(tiny, **options: Any) -> tuple[dict[str, bytes], Any]:
    """The files and findings of `build` in a folder of its own."""
    built = build_report(
        BuildOrder(str(tiny.root), "tiny", formats=FORMATS, folder=str(tiny.root / "clean"), **options)
    )
    return {path.name: data for path, data in built.files.items()}, built.findings


def test_it_writes_what_a_build_writes(watched: WatchedReport, tiny) -> None:
    built = watched.build()
    assert (outputs(tiny.root), built.findings) == clean(tiny)
    names = ("docx", "md", "json", "outline.txt")
    assert [path.name for path in built.files] == [f"tiny.{tag}.{name}" for tag in ("en", "zh") for name in names]


def test_only_files_that_would_change_are_written(watched: WatchedReport, tiny) -> None:
    watched.build()
    assert watched.build().files == {}
    catalogue = tiny.root / "locales/zh/tiny.po"
    catalogue.write_text(catalogue.read_text("utf-8").replace("培训", "训练"), "utf-8")
    assert {path.name.split(".")[1] for path in watched.build().files} == {"zh"}
    (tiny.root / "outputs/tiny/tiny.en.md").unlink()
    assert [path.name for path in watched.build().files] == ["tiny.en.md"]


def test_languages_and_findings_of_the_order_alone(tiny, translate) -> None:
    translate()
    tiny.paragraphs("- id: opening\n  text: The report has 3 parts.\n")
    built = WatchedReport(BuildOrder(str(tiny.root), "tiny", ("zh",), FORMATS)).build()
    assert {path.name.split(".")[1] for path in built.files} == {"zh"}
    assert built.findings == clean(tiny, languages=("zh",))[1]


def test_what_is_wrong_is_told_and_nothing_is_written_until_it_is_mended(watched: WatchedReport, tiny) -> None:
    watched.build()
    before = outputs(tiny.root)
    tiny.paragraphs(TEXT.replace("count", "cuont"))
    with pytest.raises(InputError, match="there is no kind of fact 'cuont'"):
        watched.build()
    assert outputs(tiny.root) == before
    tiny.paragraphs(TEXT.replace("12", "14"))
    watched.build()
    assert outputs(tiny.root) == clean(tiny)[0]


CHANGES: dict[str, list[Callable[[str, random.Random], str]]] = {
    SECTION: [
        lambda text, chance: text.replace("count: 12", f"count: {chance.choice([1, 3, 11, 21, 250])}"),
        lambda text, chance: text.replace("people", chance.choice(["men and women", "*people*", "{{ gone }}"])),
        lambda text, _: text + "  - id: closing\n    text: This is the end.\n",
    ],
    "locales/zh/tiny.po": [lambda text, _: text.replace("培训", "训练"), lambda *_: ""],
    "locales/fr/tiny.po": [lambda *_: 'msgctxt "first"\nmsgid "The first section"\nmsgstr "Première section"\n'],
    "locales/en/lexicon/entities.yaml": [lambda *_: "unodc: {name: the Office}\necosoc: {name: The Council}\n"],
    "locales/zh/conventions.yaml": [lambda text, _: text.replace("introduce_from: 3", "introduce_from: 1")],
    "templates/en/standing.j2": [lambda *_: "{% block source %}Source:{% endblock %}"],
}


@pytest.mark.parametrize("seed", range(4))
def test_after_any_saves_it_is_what_a_clean_build_gives(seed: int, watched: WatchedReport, tiny) -> None:
    chance = random.Random(seed)
    installed = tiny.workspace.installed
    for _ in range(12):
        name = chance.choice(list(CHANGES))
        path = next((each for each in (tiny.root / name, installed / name) if each.exists()), None)
        tiny.write(name, chance.choice(CHANGES[name])(path.read_text("utf-8") if path else "", chance))
        expected, found = outcome(lambda: clean(tiny)), outcome(lambda: watched.build().findings)
        if isinstance(expected, str):
            assert found == expected
            tiny.paragraphs(TEXT)
        else:
            assert found == expected[1]
            assert {name: data for name, data in outputs(tiny.root).items() if name in expected[0]} == expected[0]


def outcome(make: Callable[[], Any]) -> Any:
    """What is made, or what is said to be wrong."""
    try:
        return make()
    except ReportgenError as error:
        return str(error)


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """What is done in each pause between two looks at the files, in turn; after the last nothing more."""
    todo: list[Callable[[], object]] = []

    def sleep(_: float) -> None:
        assert todo, "it waits for a change that has been made"
        todo.pop(0)()

    monkeypatch.setattr(watch.time, "sleep", sleep)
    return todo


def nothing() -> None:
    return


@pytest.mark.parametrize(
    "save",
    [
        lambda tiny: tiny.paragraphs(TEXT.replace("12", "14")),
        lambda tiny: tiny.write("inputs/tiny/sections/second.yaml", "id: second\n"),
        lambda tiny: (tiny.root / "locales/zh/tiny.po").unlink(),
        lambda tiny: tiny.write("templates/en/standing.j2", "{% block source %}Source:{% endblock %}"),
    ],
)
def test_it_waits_until_a_file_is_saved_and_no_other_one_is_being_saved(save, watched, tiny, pauses) -> None:
    watched.build()
    pauses += [nothing, nothing, lambda: save(tiny), lambda: tiny.write("inputs/tiny/more.csv", "a,b\n"), nothing]
    watched.wait()
    assert pauses == []


def test_a_change_during_a_build_is_seen_afterwards(watched, tiny, pauses, monkeypatch: pytest.MonkeyPatch) -> None:
    findings = watched._session.findings

    def changed_meanwhile(*arguments: Any) -> Any:
        tiny.paragraphs(TEXT.replace("12", "14"))
        return findings(*arguments)

    monkeypatch.setattr(watched._session, "findings", changed_meanwhile)
    watched.build()
    pauses += [nothing, nothing]
    watched.wait()
    assert pauses == []


def test_a_change_before_the_files_are_written_builds_anew(watched, tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    written, texts = watch.write_all, [TEXT.replace("12", "14")]

    def changed_meanwhile(*arguments: Any) -> bool:
        if texts:
            tiny.paragraphs(texts.pop())
        return written(*arguments)

    monkeypatch.setattr(watch, "write_all", changed_meanwhile)
    watched.build()
    assert b"14 people" in outputs(tiny.root)["tiny.en.md"]


def test_other_files_are_not_looked_at(tiny) -> None:
    before = file_states(tiny.root)
    tiny.write("outputs/tiny/tiny.en.md", "text")
    tiny.write("notes.txt", "text")
    assert file_states(tiny.root) == before
    assert str(tiny.root / SECTION) in before
