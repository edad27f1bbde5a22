"""The table and the line of history that a run gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.run import Measured

_BEGIN, _END = "<!-- made by make bench: begin -->", "<!-- made by make bench: end -->"
HISTORY = (
    ("one_76", "one", 76, "wall"),
    ("six_76", "six", 76, "wall"),
    ("six_changed_76", "six changed", 76, "wall"),
    ("six_kept_76", "six kept", 76, "wall"),
    ("one_7600", "one", 7_600, "cpu"),
    ("six_7600", "six", 7_600, "cpu"),
)
"""Columns of the history: a row of the table at a size, as a ratio to pandoc's one Word file at that size."""


def table(measured: Sequence[Measured], sizes: Sequence[int]) -> str:
    """Seconds of the processor, ratio to pandoc's, and memory by size; then the exponent and what is left out."""
    heads = [f"{size:,} paragraphs" for size in sizes]
    lines = [_row(["", *heads, "grows as", "leaves out"]), _row(["---"] * (len(sizes) + 3))]
    pandoc = _of(measured, "pandoc")
    for each in measured:
        cells = [_cell(each, pandoc, size) for size in sizes]
        exponent = each.exponent()
        grows = f"n^{exponent:.2f}" if exponent is not None else ""
        lines.append(_row([each.subject.name, *cells, grows, each.subject.leaves_out]))
    return "\n".join(lines) + "\n"


def _cell(each: Measured, pandoc: Measured | None, size: int) -> str:
    cpu, memory = each.median(size, "cpu"), each.median(size, "memory")
    if cpu is None or memory is None:
        return "took too long" if "took" in each.failures.get(size, "") else "fails" if size in each.failures else "–"
    ratio = _ratio(each, pandoc, size, "cpu")
    return f"{cpu:.2f} s{f', {ratio:.2f}×' if ratio else ''}, {memory:,.0f} MiB"


def _ratio(each: Measured | None, pandoc: Measured | None, size: int, what: str) -> float | None:
    own, base = each and each.median(size, what), pandoc and pandoc.median(size, what)
    return own / base if own and base else None


def _of(measured: Sequence[Measured], key: str) -> Measured | None:
    return next((each for each in measured if each.subject.key == key), None)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def put_table(page: Path, text: str) -> None:
    """Put the table into a page between its marks."""
    before, _, rest = page.read_text("utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    page.write_text(f"{before}{_BEGIN}\n{text}{_END}{after}", "utf-8")


def history_line(measured: Sequence[Measured], commit: str, date: str) -> str:
    """One line: the commit, its date, and the ratios that the issue on speed sets, those without a measure empty."""
    pandoc = _of(measured, "pandoc")
    ratios = (_ratio(_of(measured, key), pandoc, size, what) for _, key, size, what in HISTORY)
    one = _of(measured, "one")
    memory, exponent = (one.median(7_600, "memory"), one.exponent()) if one else (None, None)
    cells = [f"{ratio:.3f}" if ratio is not None else "" for ratio in ratios]
    cells += [f"{memory:.0f}" if memory else "", f"{exponent:.2f}" if exponent else ""]
    return "\t".join([commit, date, *cells])


def put_line(path: Path, line: str) -> None:
    """Add the line of a commit, in the place of an older one of the same commit."""
    heads = "\t".join(["commit", "date", *(name for name, *_ in HISTORY), "one_7600_MiB", "exponent"])
    known = path.read_text("utf-8").splitlines()[1:] if path.exists() else []
    kept = [each for each in known if each.split("\t")[0] != line.split("\t")[0]]
    path.write_text("\n".join([heads, *kept, line]) + "\n", "utf-8")


def told_failures(measured: Sequence[Measured]) -> Iterator[str]:
    """Why a subject has no figure at a size."""
    for each in measured:
        failures: Mapping[int, str] = each.failures
        yield from (f"{each.subject.name}, {size:,} paragraphs: {why}" for size, why in failures.items())
