"""Text files."""

from __future__ import annotations

import pytest

from reportgen.errors import InputError
from reportgen.readers.text import parse_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    (line,) = parse_text("1. Управление\tпомогло.".encode(encoding), "file").lines()
    assert (line.path, line.text) == ((1,), "Управление помогло.")


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"one\n\xff\xfe", "not text in UTF-8", 2),
        (b"a\0b", "no text", 0),
        (b" \n", "has no text", 0),
    ],
)
def test_what_is_no_text(data: bytes, message: str, line: int) -> None:
    with pytest.raises(InputError, match=message) as error:
        parse_text(data, "file")
    assert error.value.position is not None
    assert error.value.position.line == line
