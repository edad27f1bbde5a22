"""A text with what reading drops: its byte order mark and its line ends (CR LF), so that they can be kept."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections import Counter
from difflib import SequenceMatcher

from reportgen.errors import InputError, Position
from reportgen.record import record

_LINE_END = re.compile(r"\r\n|\r|\n")


@record
class KeptText:
    """A text with "\\n" at line ends, the real line ends of the file, and whether it has a byte order mark."""

    text: str
    ends: tuple[str, ...] = ()
    mark: bool = False

    @classmethod
    def of(cls, data: bytes, shown: str) -> KeptText:
        """The text that bytes hold; an `InputError` where they are not UTF-8."""
        raw = decoded(data, shown)
        mark = data.startswith(codecs.BOM_UTF8)
        return cls(_LINE_END.sub("\n", raw), tuple(_LINE_END.findall(raw)), mark)

    @property
    def data(self) -> bytes:
        """The bytes of the text, as it stood in the file where nothing was changed."""
        lines = self.text.split("\n")
        whole = "".join(line + end for line, end in zip(lines, (*self.ends, ""), strict=True))
        return (codecs.BOM_UTF8 if self.mark else b"") + whole.encode()

    def changed(self, start: int, end: int, new: str) -> KeptText:
        """The text with some characters replaced; new lines end as their neighbours do."""
        # Line ends outside the real change must not be touched, even in a file with mixed ones.
        start, end, new = _least(self.text, start, end, new)
        first, gone, added = self.text.count("\n", 0, start), self.text.count("\n", start, end), new.count("\n")
        ends = self.ends
        if gone != added:
            # The end of the same line, else of the one before, else that of Unix.
            near = (*ends[first : first + 1], *ends[max(first - 1, 0) : first], "\n")[0]
            ends = (*ends[:first], *[near] * added, *ends[first + gone :])
        return KeptText(self.text[:start] + new + self.text[end:], ends, self.mark)

    def rewritten(self, text: str) -> KeptText:
        """Another text in place of this one; kept lines keep their ends, new lines get the most frequent end."""
        most = Counter(self.ends).most_common(1)
        likely = most[0][0] if most else "\n"
        ends = [likely] * text.count("\n")
        # Most files have one kind of line end, and need no comparison.
        if set(self.ends) - {likely}:
            matcher = SequenceMatcher(None, self.text.split("\n"), text.split("\n"), autojunk=False)
            for old, new, size in matcher.get_matching_blocks():
                for offset in range(min(size, len(self.ends) - old, len(ends) - new)):
                    ends[new + offset] = self.ends[old + offset]
        return KeptText(text, tuple(ends), self.mark)


def _least(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """The change without the text at both its ends that stays the same."""
    same = _alike(text[start:end], new)
    start, new = start + same, new[same:]
    same = _alike(text[start:end][::-1], new[::-1])
    return start, end - same, new[: len(new) - same]


def _alike(one: str, other: str) -> int:
    """The length of the common beginning of two texts."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def decoded(data: bytes, shown: str) -> str:
    """The characters of a UTF-8 file without its byte order mark; an `InputError` with the line of a wrong one."""
    try:
        # Windows editors write a byte order mark, which is no character of the text.
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError("the file is not UTF-8", Position(shown, line, 1), "save it as UTF-8") from None


def normalized(data: bytes, shown: str) -> str:
    """The text of a UTF-8 file as it is read: lines end in "\\n"."""
    return decoded(data, shown).replace("\r\n", "\n").replace("\r", "\n")


def digest_of(text: str) -> str:
    """The SHA-256 of a text in hexadecimal; the same for all kinds of line ends."""
    return hashlib.sha256(text.encode()).hexdigest()


def require_unchanged(text: str, read: str, shown: str) -> None:
    """Raise an `InputError` where a text is not the one whose digest is `read`; an empty one asks for nothing."""
    if read and digest_of(text) != read:
        hint = "nothing was written; read it again, then make the change once more"
        raise InputError("the file has changed since it was read", Position(shown), hint)
