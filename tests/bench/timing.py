"""A command as a process of its own: how long it took, how much of the processor and of the memory."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: `wall` and `cpu` in seconds, `memory` at its highest in MiB."""

    wall: float
    cpu: float
    memory: float


class Failed(Exception):
    """A command ended with an error, or took longer than it may."""


def timed(command: Sequence[str], environment: Mapping[str, str], folder: Path, limit: float) -> Sample:
    """One run of a command; `Failed` where it ends with more than 1 (findings), or after so many seconds."""
    with open(folder / "stderr.txt", "wb") as errors:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        stop = threading.Timer(limit, process.kill)
        stop.start()
        # wait4 alone tells what the process used; Popen must not wait for it as well.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        stop.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        told = (folder / "stderr.txt").read_text("utf-8", "replace").strip()[-300:]
        raise Failed(f"took more than {limit:.0f} s" if process.returncode < 0 else told)
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
