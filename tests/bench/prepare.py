"""What the peers are given, made by reportgen: `python -m tests.bench.prepare COPIES FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import reportgen
from tests.bench.enlarge import SLUG, enlarge
from tests.bench.plain import write_plain
from tests.bench.subjects import ROOT, Place


def main(copies: str, folder: str) -> None:
    """Make the workspace of so many copies, its English Markdown and Word file, and its text as plain data."""
    place = Place(Path(folder))
    enlarge(ROOT, place.workspace, int(copies))
    if place.plain.exists():
        return
    document = reportgen.build(reportgen.load(place.workspace / "inputs" / SLUG), "en")
    place.markdown.write_bytes(reportgen.write(document, "md"))
    place.word.write_bytes(reportgen.write(document, "docx"))
    write_plain(document, place.plain)


if __name__ == "__main__":
    main(*sys.argv[1:])
