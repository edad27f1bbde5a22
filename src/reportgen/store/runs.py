"""A run that need not be done again: all that it asked the disk has the same answers, so it would do the same."""

from __future__ import annotations

import os

from reportgen.store.disk import is_as_before, trees_of
from reportgen.store.keeping import find_kept, keep, store_key

TYPE_CHECKING = False  # typing takes longer to import than all of this room
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportgen.store.disk import Answers

    Said = Sequence[tuple[str, str]]


def unchanged_run(here: str, arguments: Sequence[str]) -> tuple[Said, int] | None:
    """What a run in a folder with these arguments would print, each line with where to, and its exit code.

    None where it must be done: something that it asked the disk has another answer now, or its files are not there.
    """
    found = find_kept("run", _key(here, arguments))
    if found is None or not is_as_before(found[0], here, arguments):
        return None
    said, exit_code = found[1:]
    return said, exit_code


def keep_run(here: str, arguments: Sequence[str], answers: Answers, said: Said, exit_code: int) -> None:
    """Keep a run that has come to its end, with the files that it wrote among the answers."""
    trees = trees_of(answers, here, arguments) if answers.is_whole else None
    if trees is not None:
        keep("run", _key(here, arguments), (trees, tuple(said), exit_code))


def _key(here: str, arguments: Sequence[str]) -> str:
    settings = sorted(each for each in os.environ.items() if each[0].startswith("REPORTGEN_"))
    return store_key("run", tuple(arguments), here, tuple(settings))
