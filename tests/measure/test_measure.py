"""The large measures: folder and registry agree, and a small sample of each keeps its bounds."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.measure.case import Outcome
from tests.measure.measures import __path__ as folders
from tests.measure.named.documents import FOLDER
from tests.measure.registry import MEASURES, measure
from tests.measure.run import Result, run, write_failures
from tests.measure.worker import decoded, encoded, try_case

SEED = 7


def test_the_registry_lists_the_folder() -> None:
    there = {path.stem.replace("_", "-") for path in Path(next(iter(folders))).glob("*.py") if path.stem != "__init__"}
    assert set(MEASURES) == there


@pytest.mark.parametrize("name", MEASURES)
def test_a_sample_keeps_the_bounds(name: str) -> None:
    found = measure(name)
    outcomes = [try_case(found, SEED, number) for number in range(found.sample)]
    assert len(outcomes) == found.sample
    failed = "\n".join(f"{each.kind}: {each.word}\n{each.detail}" for each in outcomes if not each.passed)
    assert list(found.below(outcomes)) == [], failed


@pytest.mark.parametrize("name", ["adoption", "comparison"])
def test_documents_of_others_lie_in_the_folder_that_the_command_names(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path))
    paths = [tmp_path / f"visits.final.{tag}.txt" for tag in ("en", "fr")]
    for path in paths:
        path.write_text("text", encoding="utf-8")
    module = import_module(f"tests.measure.measures.{name}")
    assert module._documents.__wrapped__() == (tuple(paths),)


def test_a_case_is_the_same_whenever_it_is_tried() -> None:
    found = measure("meaning")
    assert try_case(found, 3, 5) == try_case(found, 3, 5)


def test_workers_say_what_the_cases_say() -> None:
    found = measure("meaning")
    result = run("meaning", found, SEED, [0, 1], workers=1)
    assert result.outcomes == {number: try_case(found, SEED, number) for number in (0, 1)}


def test_an_outcome_goes_from_worker_to_runner() -> None:
    outcome = Outcome("kind", "silent", False, "détail", {"a.bin": b"\x00\xff"}, {"messages": 2}, "fr")
    assert decoded(encoded(outcome)) == outcome


def test_failures_are_written_with_the_command_that_tries_them_again(tmp_path: Path) -> None:
    outcome = Outcome("kind", "silent", False, "detail", {"inputs/a.yaml": b"id: a"})
    said: list[str] = []
    write_failures(Result("meaning", {5: outcome}, (), 0.1), tmp_path, 3, said.append)
    assert (tmp_path / "meaning" / "3-5-silent" / "inputs" / "a.yaml").read_bytes() == b"id: a"
    told = (tmp_path / "meaning" / "3-5-silent" / "OUTCOME.txt").read_text("utf-8")
    assert told.startswith("make measure ONLY=meaning SEED=3 CASE=5\n")
    assert said == [f"failures of meaning: {tmp_path / 'meaning'}"]
