"""A run that need not be done again: what it printed the last time is printed once more."""

from __future__ import annotations

import sys

from reportgen.store.runs import keep_run, unchanged_run

TYPE_CHECKING = False  # typing takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reportgen.workspace.witness import Witness

_arguments: list[str] = []
_witness: list[Witness] = []


def replayed(arguments: Sequence[str]) -> int | None:
    """The exit code of a run that need not be done again, once all is printed; None where it must be done."""
    _arguments[:] = arguments
    found = unchanged_run(arguments)
    if found is None:
        return None
    lines, exit_code = found
    for is_error, line in lines:
        print(line, file=sys.stderr if is_error else sys.stdout)
    return exit_code


def watch_disk() -> None:
    """Note what the disk answers from now on, for a run that may be kept."""
    from reportgen.store import digest_of_bytes
    from reportgen.workspace.witness import begin

    _witness[:] = filter(None, [begin(digest_of_bytes)])


def keep_for_replay(lines: Sequence[tuple[bool, str]], written: Mapping[Path, bytes], exit_code: int) -> None:
    """Keep the run that ends here: its lines, each with whether it is for stderr, and the files that it wrote."""
    for witness in _witness:
        witness.written(written.items())
        keep_run(_arguments, witness, lines, exit_code)
