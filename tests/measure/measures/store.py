"""Random edits of everything a report is made of: a build with all that earlier ones kept is a clean build."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest import mock

from tests.measure.bad.running import run
from tests.measure.bad.trial import BUILD
from tests.measure.case import Measure, Outcome
from tests.measure.processes import ROOT, files_of, lay, workspace

_EDITS = 10
"""Edits of one case, each with two builds."""

_COMMAND = [*BUILD, "-t", "json"]
_INSTALLED = (
    "locales/en/conventions.yaml", "locales/fr/conventions.yaml", "locales/en/style.yaml", "locales/fr/style.yaml",
    "templates/en/masthead.j2",
)  # fmt: skip
"""Installed files that a workspace may have versions of its own of."""

_WORDS = ("people", "officers", "313", "14", "1", "two", "Nepal", "more than", "{{ trained }}", "years", "l'Office", "")
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_Edit = Callable[[random.Random, bytes, list[bytes]], bytes]
"""Another content for a file; the list has what files held before."""


_Built = tuple[int, str, str, dict[str, bytes]]
"""How a build ended, what it printed, and the files it names."""


def _tried(chance: random.Random, _: int, folder: Path) -> Outcome:
    root, store = folder / "edited", folder / "store"
    lay(root, {name: data for name, data in workspace().items() if not name.startswith("outputs/")})
    for name in chance.sample(_INSTALLED, 2):
        lay(root, {name: (ROOT / name).read_bytes()})
    done, before, built = list[str](), list[bytes](), 0
    with mock.patch.dict(os.environ, {"REPORTGEN_CACHE": str(store)}):
        run(_COMMAND, root)
        for number in range(_EDITS):
            said, undo = _edited(chance, root, store, before)
            done.append(said)
            kept, clean = _built(root, root), _built(root, folder / f"clean-{number}")
            # What was built a moment ago is mostly not built again.
            if kept != clean or (chance.random() < 0.3 and _built(root, root) != clean):
                return Outcome("edits", "stale", False, _told(done, kept, clean), files_of(root))
            built += clean[0] in (0, 1)
            # Else the first error of ten edits would be all that the others print.
            if clean[0] not in (0, 1) and chance.random() < 0.9:
                undo()
    return Outcome("edits", "same", True, counts={"edits": _EDITS, "built": built})


def _built(root: Path, folder: Path) -> _Built:
    """How a build ends, what it prints, and the files it has written; elsewhere than in `root`, of a copy and anew."""
    settings = {}
    if folder != root:
        shutil.copytree(root, folder, ignore=shutil.ignore_patterns("outputs"))
        settings = {"REPORTGEN_CACHE": "off"}
    with mock.patch.dict(os.environ, settings):
        code, out, err = run(_COMMAND, folder)
    files = {name: (folder / name).read_bytes() for name in out.splitlines()}
    if folder != root:
        shutil.rmtree(folder)
    return code, out, err, files


def _told(done: list[str], kept: _Built, clean: _Built) -> str:
    files = [name for name in {**kept[3], **clean[3]} if kept[3].get(name) != clean[3].get(name)]
    return "\n".join([*done, str(kept[:3]), str(clean[:3]), *files])


def _edited(chance: random.Random, root: Path, store: Path, before: list[bytes]) -> tuple[str, Callable[[], object]]:
    """Edit a file of the workspace, of what was built, or of what is kept; what was done, and what takes it back."""
    if chance.random() < 0.2:
        found = sorted(path for path in (*store.rglob("*"), *(root / "outputs").rglob("*")) if path.is_file())
        return (_damaged(chance, chance.choice(found)) if found else "nothing"), lambda: None
    paths = [path for name in ("inputs", "locales", "templates") for path in sorted((root / name).rglob("*.*"))]
    path = chance.choice([path for path in paths if path.is_file()])
    name, edit = chance.choice(list(_EDITS_BY_NAME.items()))
    data, state = path.read_bytes(), path.stat()
    new = edit(chance, data, before)
    before.append(data)
    path.write_bytes(new)
    if chance.random() < 0.5:  # an editor may set the time of a file to what it was
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    return f"{name}: {path.relative_to(root).as_posix()}", lambda: path.write_bytes(data)


def _damaged(chance: random.Random, path: Path) -> str:
    data = path.read_bytes()
    if chance.random() < 0.5 or not data:
        path.unlink()
        return f"taken away: {path.name}"
    at = chance.randrange(len(data))
    path.write_bytes(data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :])
    return f"damaged: {path.name} at {at}"


def _other_word(chance: random.Random, data: bytes, _: list[bytes]) -> bytes:
    text = data.decode("utf-8", "replace")
    words = list(_WORD.finditer(text))
    if not words:
        return data
    found = chance.choice(words)
    return (text[: found.start()] + chance.choice(_WORDS) + text[found.end() :]).encode()


def _other_figure(chance: random.Random, data: bytes, _: list[bytes]) -> bytes:
    places = [at for at, each in enumerate(data) if chr(each).isdecimal()]
    if not places:
        return data
    at = chance.choice(places)
    return data[:at] + str(chance.randrange(10)).encode() + data[at + 1 :]


def _lines(change: Callable[[random.Random, list[bytes], int], None]) -> _Edit:
    def edited(chance: random.Random, data: bytes, _: list[bytes]) -> bytes:
        lines = data.splitlines(keepends=True)
        if lines:
            change(chance, lines, chance.randrange(len(lines)))
        return b"".join(lines)

    return edited


def _left_out(_: random.Random, lines: list[bytes], at: int) -> None:
    del lines[at]


def _moved(chance: random.Random, lines: list[bytes], at: int) -> None:
    lines.insert(chance.randrange(len(lines)), lines.pop(at))


def _as_some_file_was(chance: random.Random, data: bytes, before: list[bytes]) -> bytes:
    return chance.choice(before) if before else data


_EDITS_BY_NAME: dict[str, _Edit] = {
    "another word": _other_word,
    "another figure": _other_figure,
    "a line left out": _lines(_left_out),
    "a line moved": _lines(_moved),
    "as a file was": _as_some_file_was,
}


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    words = Counter(each.word for each in outcomes if not each.passed)
    for word, count in words.items():
        yield f"{count} of {len(outcomes)} times {_EDITS} edits: {word}"
    edits, built = (sum(each.counts.get(name, 0) for each in outcomes) for name in ("edits", "built"))
    if built < edits / 2:
        yield f"{built} of {edits} edits left something that could be built, fewer than half"


MEASURE = Measure(
    "what is kept is never stale", count=300, sample=2, tried=_tried, below=_below, seconds=60.0, patience=600.0
)
