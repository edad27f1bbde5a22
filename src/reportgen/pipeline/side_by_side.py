"""Independent tasks on two processors: `done_side_by_side(tasks)` gives their results, in their order.

The second process is a fork, which sees all that the first has made without copying it. It takes tasks from the end,
the first from the beginning, until they meet. What the second could not do, or did not live to tell, the first does
itself: so errors are those of one process, and a result never depends on how many there were.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from reportgen.store.packs import save_packs
from reportgen.workspace.witness import absorb, all_answers

Done = TypeVar("Done")


def done_side_by_side(tasks: Sequence[Callable[[], Done]]) -> list[Done]:
    """The results of tasks that depend on nothing but what is there already."""
    if not _is_safe() or len(tasks) < 2:
        return [task() for task in tasks]
    results: dict[int, Done] = {}
    tokens = _tokens(len(tasks))
    receiving, sending = os.pipe()
    second = os.fork()
    if not second:
        os.close(receiving)
        _live_as_second(tasks, tokens, sending)
    os.close(sending)
    try:
        _take(tasks, range(len(tasks)), tokens, results)
        results |= _received(receiving)
    finally:
        os.close(tokens)
        os.close(receiving)
        os.waitpid(second, 0)
    return [results[index] if index in results else task() for index, task in enumerate(tasks)]


def _is_safe() -> bool:
    """Whether a fork is safe and can help: not with threads, whose locks would stay closed, nor with one processor."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return False
    threading: Any = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


def _tokens(count: int) -> int:
    """A pipe with one byte for each task: whoever has read one may take the next task on its side."""
    reading, writing = os.pipe()
    os.write(writing, bytes(count))
    os.close(writing)
    return reading


def _take(tasks: Sequence[Callable[[], Any]], indexes: Sequence[int], tokens: int, results: dict[int, Any]) -> None:
    """Do tasks in the order of some indexes, until both sides together have taken all."""
    for index in indexes:
        if not os.read(tokens, 1):
            return
        results[index] = tasks[index]()


def _live_as_second(tasks: Sequence[Callable[[], Any]], tokens: int, sending: int) -> None:
    """Do tasks from the end, tell their results, and end without returning."""
    results: dict[int, Any] = {}
    try:
        _take(tasks, range(len(tasks) - 1, -1, -1), tokens, results)
    except BaseException as error:
        del error  # the first process does that task again, and tells what is wrong
    try:
        save_packs()
        with open(sending, "wb") as file:
            pickle.dump((results, all_answers()), file)
    finally:
        os._exit(0)


def _received(receiving: int) -> dict[int, Any]:
    """The results that the second process tells; none where it did not live to tell them."""
    with open(receiving, "rb", closefd=False) as file:
        data = file.read()
    try:
        results, answers = pickle.loads(data)
    except Exception:
        return {}
    absorb(answers)
    return dict(results)
