"""The command behind `make measure`: run the measures, print one table, exit 1 where a bound is not kept."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.measure.case import Outcome
from tests.measure.named.documents import FOLDER
from tests.measure.registry import MEASURES, measure
from tests.measure.run import ROOT, Result, run, write_failures


def main() -> int:
    """Run what the arguments name; 1 where a measure does not keep its bounds."""
    options = _options()
    if options.documents:
        os.environ[FOLDER] = str(Path(options.documents).resolve())
        options.only = options.only or "names"
    folder = Path(options.failures)
    results = []
    for name in [options.only] if options.only else MEASURES:
        shutil.rmtree(folder / name, ignore_errors=True)
        found = measure(name)
        count = options.count or found.count
        numbers = [options.case] if options.case is not None else range(count)
        result = run(name, found, options.seed, numbers, options.workers)
        results.append(result)
        print(_of_its_own(result, found.table) if found.table else _by_kind(result))
        if options.case is not None:
            print("\n".join(each.detail for each in result.outcomes.values()))
        write_failures(result, folder, options.seed, print)
    print(f"\n{'measure':<16}{'tried':>8}{'passed':>8}{'failed':>8}{'seconds':>9}   seed {options.seed}")
    for result in results:
        tried, failed = len(result.outcomes), len(result.failed())
        print(f"{result.name:<16}{tried:>8}{tried - failed:>8}{failed:>8}{result.seconds:>9.0f}")
    below = [f"{result.name}: {line}" for result in results for line in result.below]
    print("\n".join(below) or "every bound is kept")
    return 1 if below else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make measure", description=__doc__)
    parser.add_argument("--only", choices=MEASURES, help="this measure alone")
    parser.add_argument("--seed", type=int, default=7)
    documents = "documents of others in this folder; without --only, their names alone"
    parser.add_argument("--documents", metavar="FOLDER", help=documents)
    parser.add_argument("--count", type=int, help="how many cases; by default what each measure asks for")
    parser.add_argument("--case", type=int, help="this case alone")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--failures", default=str(ROOT / "build" / "measure"), help="where failures are written")
    return parser.parse_args()


def _of_its_own(result: Result, table: Callable[[Sequence[Outcome]], Iterator[tuple[str, Sequence[object]]]]) -> str:
    """The table that a measure makes itself."""
    [(first, heads), *rows] = table(list(result.outcomes.values()))
    return _table(f"{result.name}: {first}", [str(each) for each in heads], rows)


def _by_kind(result: Result) -> str:
    """How often each word was said of each kind of case, or, by column, how often the word of success of how many."""
    outcomes = result.outcomes.values()
    if any(outcome.column for outcome in outcomes):
        return _by_column(result)
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        table[outcome.kind][outcome.word] += 1
        table["all"][outcome.word] += 1
    words = sorted(table["all"], key=lambda word: -table["all"][word])
    rows = [
        (kind, [sum(table[kind].values()), *(table[kind][word] or "·" for word in words)])
        for kind in (*sorted(table.keys() - {"all"}), "all")
    ]
    return _table(result.name, ["tried", *words], rows)


def _by_column(result: Result) -> str:
    made = [outcome for outcome in result.outcomes.values() if outcome.word != "no place"]
    tried = Counter((outcome.kind, outcome.column) for outcome in made)
    good = Counter((outcome.kind, outcome.column) for outcome in made if outcome.word != "silent")
    columns = sorted({outcome.column for outcome in made})
    rows = []
    for kind in dict.fromkeys(outcome.kind for outcome in made):
        pairs = [(good[kind, column], tried[kind, column]) for column in columns]
        pairs.append((sum(one for one, _ in pairs), sum(all_ for _, all_ in pairs)))
        rows.append((kind, [f"{one}/{all_}" if all_ else "·" for one, all_ in pairs]))
    return _table(f"{result.name}: noticed/tried", [*columns, "all"], rows)


def _table(name: str, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[object]]]) -> str:
    wide = max(len(name), *(len(first) for first, _ in rows)) + 2
    widths = [max(len(head), 5) + 2 for head in heads]
    lines = [(name, heads), *rows]
    return "\n" + "\n".join(
        first.ljust(wide) + "".join(str(cell).rjust(width) for cell, width in zip(cells, widths, strict=True))
        for first, cells in lines
    )


if __name__ == "__main__":
    sys.exit(main())
