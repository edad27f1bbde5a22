"""The faults that the measure of mutants puts into the code, and that tests see them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.measure.measures.mutants import ROOMS, ROOT
from tests.measure.mutants.mutations import mutant, places

SOURCE = """\
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    LIMIT = 2

@cache(size=1)
def first(one: Literal[1], other=True) -> Literal[2]:
    return one + 3 if one < 5 and not other else -one
"""


def test_each_place_has_one_fault() -> None:
    made = [mutant(SOURCE, number) for number in range(places(SOURCE))]
    assert sorted((each.kind, each.before, each.after) for each in made) == [
        ("and, or", "one < 5 and (not other)", "one < 5 or not other"),
        ("branch", "not other", "not not other"),
        ("branch", "one + 3 if one < 5 and (not other) else -one", "-one if one < 5 and (not other) else one + 3"),
        ("comparison", "one < 5", "one <= 5"),
        ("constant", "3", "4"),
        ("constant", "5", "6"),
        ("constant", "True", "False"),
        ("operator", "one + 3", "one - 3"),
    ]
    assert {each.line for each in made} == {6, 7}


def test_the_rooms_and_their_tests_are_there() -> None:
    assert [room for room in ROOMS if not (ROOT / "src" / "reportgen" / room).is_dir()] == []
    assert [each for tests in ROOMS.values() for each in tests if not (ROOT / "tests" / each).exists()] == []


@pytest.mark.parametrize(("number", "code"), [(0, 1), (1, 0)])
def test_tests_run_with_the_fault_and_without_it_elsewhere(tmp_path: Path, number: int, code: int) -> None:
    """The first fault breaks the only test; the second stands where no test looks."""
    (tmp_path / "counted.py").write_text("def two():\n    return 1 * 2\n\ndef unused():\n    return 7\n", "utf-8")
    (tmp_path / "test_counted.py").write_text(
        "from counted import two\n\ndef test_two():\n    assert two() == 2\n", "utf-8"
    )
    last = places((tmp_path / "counted.py").read_text("utf-8")) - 1
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"}
    environment["REPORTGEN_MUTANT"] = f"counted:{last if number else 0}"
    plugins = ["-p", "tests.measure.mutants.plugin", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-q", *plugins, str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
