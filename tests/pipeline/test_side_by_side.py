"""Tasks on two processors: the results of one, whatever happens to the second process."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from reportgen.pipeline import orders, side_by_side
from reportgen.pipeline.orders import BuildOrder, build_report, one_by_one
from reportgen.pipeline.side_by_side import done_side_by_side
from reportgen.workspace import Workspace
from reportgen.workspace.witness import witnessed

ME = os.getpid


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processors, and no other thread than those of the tests' own runner."""
    if sys.platform != "linux":
        pytest.skip("there is a fork on Linux alone")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def slow(answer: object) -> Callable[[], object]:
    """A task that takes long enough for both processes to get some."""
    return lambda: time.sleep(0.02) or (answer, ME())


def test_the_results_are_in_the_order_of_the_tasks() -> None:
    found = done_side_by_side([slow(number) for number in range(20)])
    assert [number for number, _ in found] == [*range(20)]
    assert len({process for _, process in found}) == 2


def test_every_task_is_done_once(tmp_path: Path) -> None:
    def task(number: int) -> Callable[[], int]:
        def write() -> int:
            with (tmp_path / "log").open("a") as file:
                file.write(f"{number}\n")
            return number

        return write

    assert done_side_by_side([task(number) for number in range(50)]) == [*range(50)]
    assert sorted(map(int, (tmp_path / "log").read_text().split())) == [*range(50)]


def fails_in_second(mine: int) -> Callable[[], object]:
    def task() -> object:
        if ME() != mine:
            raise ValueError("only here")
        time.sleep(0.02)
        return "done"

    return task


def test_what_the_second_process_cannot_do_the_first_does() -> None:
    assert done_side_by_side([fails_in_second(ME())] * 6) == ["done"] * 6


def test_an_error_is_that_of_one_process() -> None:
    def wrong() -> object:
        raise KeyError("this one")

    for place in (0, 5):
        tasks = [slow(number) for number in range(6)]
        tasks[place] = wrong
        with pytest.raises(KeyError, match="this one"):
            done_side_by_side(tasks)


def dies_in_second(mine: int) -> Callable[[], object]:
    def task() -> object:
        if ME() != mine:
            os.kill(ME(), signal.SIGKILL)
        time.sleep(0.02)
        return "done"

    return task


def test_a_second_process_that_is_killed_is_no_loss() -> None:
    assert done_side_by_side([dies_in_second(ME())] * 6) == ["done"] * 6


def test_results_that_cannot_be_told_are_made_by_the_first() -> None:
    found = done_side_by_side([lambda: (time.sleep(0.02), lambda: 41)[1]] * 6)
    assert [each() for each in found] == [41] * 6


@pytest.mark.parametrize(("threads", "processors"), [(2, {0, 1}), (1, {0})])
def test_one_process_where_a_fork_is_not_safe_or_no_help(
    threads: int, processors: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: processors)
    assert {process for _, process in done_side_by_side([slow(1)] * 4)} == {ME()}


def test_what_the_second_process_reads_is_known(tiny) -> None:
    names = [f"file-{number}" for number in range(10)]
    for name in names:
        tiny.write(name, name)
    workspace = tiny.workspace

    def read(name: str) -> Callable[[], bytes]:
        return lambda: time.sleep(0.02) or workspace.read(workspace.root / name)

    with witnessed(lambda data: data) as seen:
        done_side_by_side([read(name) for name in names])
    assert {Path(path).name: data for path, (data, _) in seen.contents.items()} == {
        name: name.encode() for name in names
    }
    assert seen.sound


@pytest.mark.parametrize("case", ["e-cn.15-2019-9", "every-block"])
def test_a_report_is_the_same(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "_MANY", 0)
    root = Workspace.at().installed if case.startswith("e-cn") else Path(__file__).parents[1] / "cases/every-block"
    order = BuildOrder(str(root), case, formats=("docx", "md", "json", "outline"), folder=str(tmp_path / "out"))
    built = [build_report(order, do=do) for do in (one_by_one, done_side_by_side)]
    digests = [{path: sha256(data).hexdigest() for path, data in each.files.items()} for each in built]
    assert list(digests[0].items()) == list(digests[1].items())
    assert built[0].findings == built[1].findings
    assert len(digests[0]) >= 10


def test_a_pdf_is_not_written_beside_another(run, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(side_by_side, "done_side_by_side", lambda tasks: done.append("two") or one_by_one(tasks))
    monkeypatch.setattr(orders, "write", lambda *_: b"%PDF")
    monkeypatch.setattr(orders, "_MANY", 0)
    run("build", "-t", "pdf")
    assert done == []
    run("build", "-t", "md")
    assert done == ["two"]


def test_a_small_change_needs_no_second_process(tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "_MANY", 3)
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path / "store"))
    done: list[int] = []
    order = BuildOrder(str(tiny.root), "tiny", formats=("md",))
    for number in range(3):
        tiny.paragraphs(f"- {{id: one, text: Plan {number}.}}\n- {{id: two, text: A plan.}}\n")
        build_report(order, do=lambda tasks: done.append(len(tasks)) or one_by_one(tasks))
    assert len(done) == 1
