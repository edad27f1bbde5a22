from __future__ import annotations

import subprocess
import sys

import pytest

from reportgen.errors import Position
from reportgen.record import replace
from reportgen.tree import content_digest
from reportgen.tree.content_digest import digest_of_content
from reportgen.tree.inlines import Content, CrossReference, Italic, NoteMark, PrintedFact, Text

FACT = PrintedFact("n", "count", "3", (Text("3", (4, 11)),), (4, 11))
CONTENT: Content = (Text("The ", (0, 4)), FACT, Italic((Text("a"),)), NoteMark("x", "1"))


def fresh(content: Content) -> bytes:
    content_digest._known.clear()
    return digest_of_content(content)


def test_equal_contents_have_one_digest_whichever_texts_are_one_object() -> None:
    word = "".join(["a", "b"])
    assert fresh((Text(word), Text(word))) == fresh((Text("ab"), Text("".join(["a", "b"]))))


@pytest.mark.parametrize(
    "other",
    [
        CONTENT[:3],
        (Text("Then ", (0, 4)), *CONTENT[1:]),
        (Text("The ", (0, 5)), *CONTENT[1:]),
        (CONTENT[0], replace(FACT, value="4"), *CONTENT[2:]),
        (*CONTENT[:2], Text("a"), CONTENT[3]),
        (*CONTENT[:3], NoteMark("x", "2")),
    ],
)
def test_what_differs_has_another_digest(other: Content) -> None:
    assert fresh(other) != fresh(CONTENT)


def test_a_line_that_moves_changes_nothing() -> None:
    pointer = CrossReference("para", ("a",), position=Position("x.yaml", 3, 1))
    assert fresh((pointer,)) == fresh((replace(pointer, position=Position("x.yaml", 4, 1)),))


def test_another_process_finds_the_same_digest() -> None:
    program = (
        "from tests.tree.test_content_digest import CONTENT, digest_of_content; print(digest_of_content(CONTENT).hex())"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert found.strip() == fresh(CONTENT).hex()


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_digest, "_MOST", 2)
    content_digest._known.clear()
    contents = [(Text(str(number)),) for number in range(5)]
    assert len({digest_of_content(each) for each in contents}) == 5
    assert len(content_digest._known) <= 2
