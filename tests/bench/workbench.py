"""What an edit in the workbench costs, in this process: `python -m tests.bench.workbench`.

Each round types another figure into a paragraph of the sample report, has it read and printed in all six languages, as
the page asks for at every key. The first round is not counted.
"""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from reportgen.pipeline.editing import open_piece, printed_while_typed, read_typed
from reportgen.pipeline.session import Session
from reportgen.tree.inlines import Text
from reportgen.tree.text import plain_text
from reportgen.workbench.markup import marked_html

PIECE, FIGURE, ROUNDS = "indonesia-extremist-prisoners", "313", 30
LIMIT = 100
"""Milliseconds within which an edit is to be seen in all columns."""


def typed_once(session: Session, slug: str, figure: int) -> dict[str, str]:
    """The HTML of every language once a figure was typed."""
    opened = open_piece(session.now, slug, PIECE, "en", session.languages(slug))
    text = plain_text(opened.printed.content).replace(FIGURE, f"{figure:,}")
    typed = read_typed(session.now, opened, (Text(text),))
    printed = printed_while_typed(session.now.workspace, opened, typed.recovered)
    return {tag: marked_html(each) for tag, each in printed.items() if isinstance(each, tuple)}


def main() -> int:
    """Print the median and the longest time of an edit; 1 where the median is over the limit."""
    session = Session(Path(__file__).parents[2])
    slug = "e-cn.15-2019-9"
    taken = []
    for number in range(ROUNDS + 1):
        began = time.perf_counter()
        shown = typed_once(session, slug, 1000 + number)
        taken.append(1000 * (time.perf_counter() - began))
        assert len(shown) == len(session.languages(slug))
    print(f"an edit in {len(shown)} languages: {median(taken[1:]):.0f} ms, at most {max(taken[1:]):.0f} ms")
    return int(median(taken[1:]) > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
