"""Tasks by whatever executor there is: `done_by(executor, task, orders, lost)` gives their outcomes in their order.

An executor is any of `concurrent.futures`, or of Dask; without one, tasks go to processes of this machine, one a
processor. A task is a function of a module and one order, so that both can go to another machine.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from typing import TypeVar

_Order = TypeVar("_Order")
_Done = TypeVar("_Done")


def done_by(
    executor: Executor | None,
    task: Callable[[_Order], _Done],
    orders: Sequence[_Order],
    lost: Callable[[_Order, Exception], _Done],
) -> Iterator[_Done]:
    """The outcome of each order; `lost` makes that of one whose worker was lost, which stops no other."""
    if executor is not None:
        yield from map(
            lambda order, future: _outcome(order, future, lost),
            orders,
            [executor.submit(task, order) for order in orders],
        )
    else:
        yield from _in_processes(task, orders, lost)


def _outcome(order: _Order, future: Future[_Done], lost: Callable[[_Order, Exception], _Done]) -> _Done:
    # Executors raise what they like where a worker was lost: a broken pool, a killed worker, a closed connection.
    try:
        return future.result()
    except Exception as error:
        return lost(order, error)


def _in_processes(
    task: Callable[[_Order], _Done], orders: Sequence[_Order], lost: Callable[[_Order, Exception], _Done]
) -> Iterator[_Done]:
    """The outcomes of processes of this machine; where one is lost, the orders left are done one by one."""
    workers = min(len(orders), os.cpu_count() or 1)
    if workers < 2:
        yield from map(task, orders)
        return
    done = 0
    with ProcessPoolExecutor(workers, _processes()) as pool, suppress(BrokenExecutor):
        for future in [pool.submit(task, order) for order in orders]:
            outcome = future.result()
            done += 1
            yield outcome
    # In a pool of its own a task that brings its process down fails alone.
    for order in orders[done:]:
        with ProcessPoolExecutor(1, _processes()) as pool:
            yield _outcome(order, pool.submit(task, order), lost)


def _processes() -> multiprocessing.context.BaseContext:
    """How processes begin: by fork, which shares what is imported, where that is safe."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
