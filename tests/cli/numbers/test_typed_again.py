"""A number that somebody typed before the text of a numbered paragraph, beside the one that Word counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.tools.edits import EditedWord


@pytest.mark.parametrize(
    ("new", "words"),
    [("1. The", "nothing differs"), ("1. A", "para. 1  opening  reworded\n    [-The-]{+A+} report is small.")],
)
def test_it_is_told_and_is_no_wording(run: Callable[..., Any], tiny: Any, new: str, words: str) -> None:
    assert run("build", "--quiet").exit_code == 0
    word = EditedWord((tiny.root / "outputs/tiny/tiny.en.docx").read_bytes())
    word.replace(word.containing("is small"), "The", new)
    file = word.save(tiny.root / "returned.docx").name
    checked = run("numbers", "check", "tiny", file)
    assert checked.exit_code == 1
    assert "its number is typed by hand" in checked.out
    read = run("read", file, "tiny")
    assert words in read.out
    assert "1." not in read.out.replace("para. 1 ", "")
