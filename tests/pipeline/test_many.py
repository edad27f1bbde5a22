"""Many reports on any executor: the same bytes as one by one, failures by report, and nothing done twice."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

import reportgen
from reportgen.pipeline import many
from reportgen.pipeline.many import build_for_outcome, build_orders
from reportgen.pipeline.orders import BuildOrder, build_report

SLUGS = ("one", "two", "three", "four")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path / "store"))


@pytest.fixture
def folders(tiny) -> list[Path]:
    """Four reports beside the tiny one, each with its own words in English and Chinese."""
    for number, slug in enumerate(SLUGS, 1):
        report = (tiny.root / "inputs/tiny/report.yaml").read_text().replace("A/99/1", f"A/99/{number}0")
        tiny.write(f"inputs/{slug}/report.yaml", report)
        section = (tiny.root / "inputs/tiny/sections/first.yaml").read_text().replace("small", f"number {slug}")
        tiny.write(f"inputs/{slug}/sections/first.yaml", section)
        tiny.write(
            f"locales/zh/{slug}.po", f'msgctxt "opening"\nmsgid "The report is number {slug}."\nmsgstr "报告很短。"\n'
        )
    return [tiny.root / "inputs" / slug for slug in SLUGS]


def orders(folders: list[Path]) -> list[BuildOrder]:
    return [BuildOrder(str(folder.parent.parent), folder.name) for folder in folders]


def digests(folders: list[Path]) -> dict[str, str]:
    """The SHA-256 of every file that was written, by name."""
    root = folders[0].parent.parent / "outputs"
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(root.rglob("*.*"))}


@pytest.fixture
def expected(folders: list[Path], tmp_path: Path) -> dict[str, str]:
    """The digests of the files that one build after another writes."""
    found = {}
    for order in orders(folders):
        built = build_report(BuildOrder(order.root, order.slug, folder=str(tmp_path / "elsewhere" / order.slug)))
        found |= {path.name: sha256(data).hexdigest() for path, data in built.files.items()}
    return dict(sorted(found.items()))


EXECUTORS = {
    "own processes": lambda: None,
    "threads": lambda: ThreadPoolExecutor(2),
    "spawned processes": lambda: ProcessPoolExecutor(2, multiprocessing.get_context("spawn")),
}


@pytest.mark.parametrize("name", EXECUTORS)
def test_every_executor_writes_the_same_bytes(name: str, folders: list[Path], expected: dict[str, str]) -> None:
    executor = EXECUTORS[name]()
    outcomes = reportgen.build_many(folders, executor)
    if executor:
        executor.shutdown()
    assert [(each.slug, each.failure, len(each.files)) for each in outcomes] == [(slug, "", 4) for slug in SLUGS]
    assert digests(folders) == expected


def test_a_report_that_fails_stops_no_other(folders: list[Path], tiny) -> None:
    tiny.write("inputs/two/sections/first.yaml", "id: first\nheading: H\nparagraphs:\n  - {id: a, text: '{{ x }}'}\n")
    (tiny.root / "inputs/three/report.yaml").unlink()
    outcomes = reportgen.build_many(folders)
    assert [(each.slug, each.exit_code, bool(each.files)) for each in outcomes] == [
        ("one", 1, True), ("two", 4, False), ("three", 2, False), ("four", 1, True),
    ]  # fmt: skip
    assert outcomes[1].failure.startswith("inputs/two/sections/first.yaml:4:")
    assert outcomes[2].failure.startswith("there is no report 'three'")


class Counting(Executor):
    """An executor that does each task at once and counts them."""

    def __init__(self) -> None:
        self.slugs: list[str] = []

    def submit(self, function, /, order, **_) -> Future:  # type: ignore[override]
        self.slugs.append(order.slug)
        future: Future = Future()
        future.set_result(function(order))
        return future


def test_what_is_done_is_not_done_again(folders: list[Path], tiny, expected: dict[str, str]) -> None:
    first = reportgen.build_many(folders[:2], executor := Counting())
    assert executor.slugs == ["one", "two"]
    tiny.write("inputs/one/sections/first.yaml", "id: first\nheading: Changed\n")
    (tiny.root / "outputs/two/two.en.md").unlink()
    reportgen.build_many(folders, executor := Counting())
    assert executor.slugs == list(SLUGS)
    outcomes = reportgen.build_many(folders, executor := Counting())
    assert executor.slugs == []
    assert outcomes[1] == first[1]
    assert {name: digest for name, digest in digests(folders).items() if "one" not in name} == {
        name: digest for name, digest in expected.items() if "one" not in name
    }


def test_another_folder_and_other_formats(folders: list[Path], tmp_path: Path) -> None:
    reportgen.build_many(folders[:2], languages=["zh"], formats=["md"], output=tmp_path / "there")
    names = sorted(path.relative_to(tmp_path / "there").as_posix() for path in (tmp_path / "there").rglob("*.*"))
    assert names == ["one/one.zh.md", "two/two.zh.md"]


def test_a_lost_worker_is_told_by_report(folders: list[Path]) -> None:
    class Losing(Executor):
        def submit(self, function, /, order, **_) -> Future:  # type: ignore[override]
            future: Future = Future()
            if order.slug == "two":
                future.set_exception(ConnectionError("gone"))
            else:
                future.set_result(function(order))
            return future

    outcomes = list(build_orders(orders(folders), Losing()))
    assert [each.slug for each in outcomes if each.failure] == ["two"]
    assert outcomes[1].failure == (
        "two: the worker that built it was lost: ConnectionError\n  hint: run it again: what is done is not done twice"
    )


def _die_with(order: BuildOrder):
    if order.slug == "two":
        os.kill(os.getpid(), signal.SIGKILL)
    return build_for_outcome(order)


@pytest.mark.skipif(sys.platform != "linux", reason="the change of the task reaches processes by fork alone")
def test_a_report_that_brings_its_process_down_fails_alone(
    folders: list[Path], monkeypatch: pytest.MonkeyPatch, expected: dict[str, str]
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(many, "build_for_outcome", _die_with)
    outcomes = list(build_orders(orders(folders)))
    assert [each.slug for each in outcomes] == list(SLUGS)
    assert [each.slug for each in outcomes if each.failure] == ["two"]
    assert digests(folders) == {name: digest for name, digest in expected.items() if "two" not in name}


def _slowly(order: BuildOrder):
    import time

    time.sleep(0.5)
    return build_for_outcome(order)


def test_dask_loses_no_report_with_a_worker(
    folders: list[Path], expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two worker processes, one of which is killed in the middle of its work."""
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(many, "build_for_outcome", _slowly)
    cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    with cluster, distributed.Client(cluster) as client:
        began = build_orders(orders(folders), client.get_executor())
        outcomes = [next(began)]
        os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
        outcomes += began
    assert [(each.slug, each.failure) for each in outcomes] == [(slug, "") for slug in SLUGS]
    assert digests(folders) == expected
