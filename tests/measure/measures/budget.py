"""One figure of the budget report changed: every dependent sum, share and sentence follows, or it is refused."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from shutil import copytree

from reportgen import pipeline
from reportgen.errors import ReportgenError
from reportgen.located.splice import splice
from reportgen.tree.inlines import PrintedFact
from reportgen.tree.nodes import Document
from reportgen.tree.walk import all_blocks, all_inlines, content_of
from reportgen.workspace import Workspace
from tests.measure.budget.dependent import Printed, dependent, stated_wrongly
from tests.measure.budget.figures import FOLDER, ROOT, SLUG, Figure, figures
from tests.measure.case import Measure, Outcome

_NUMBERS = ("count", "number", "money", "percent")
_OTHERS = ("ar", "es", "fr", "ru", "zh")
_CORRECTED = 0.9
"""Of the changes, the least part that is printed; the others contradict what is stated beside its proof."""


def printed(document: Document) -> dict[Printed, tuple[Decimal, ...]]:
    """The numbers that each piece prints, by their fact; those of cells by their place alone."""
    found: dict[Printed, list[Decimal]] = {}
    for block in all_blocks(document):
        content = content_of(block)
        is_cell = "/" in block.id and len(content) == 1
        for inline in all_inlines(content):
            if isinstance(inline, PrintedFact) and inline.kind in _NUMBERS:
                key = block.id, "" if is_cell else inline.fact
                found.setdefault(key, []).append(Decimal(inline.value.split()[-1].rstrip("%")))
    return {key: tuple(sorted(numbers)) for key, numbers in found.items()}


@lru_cache(maxsize=1)
def _before() -> Mapping[Printed, tuple[Decimal, ...]]:
    workspace = Workspace.at(ROOT)
    return printed(pipeline.build(workspace, pipeline.load(workspace, SLUG), "en"))


def _tried(chance: random.Random, number: int, folder: Path) -> Outcome:
    names = sorted(figures())
    figure = figures()[names[chance.randrange(len(names))]]
    other = figure.other(chance)
    changed = {name: each.value for name, each in figures().items()} | {figure.name: other}
    detail = f"{figure.name}: {figure.value} -> {other}"
    copytree(FOLDER, folder / "inputs" / SLUG)
    path = folder / "inputs" / SLUG / "sections" / figure.file
    path.write_bytes(splice(path.read_bytes(), [figure.edit(other)], figure.file))
    wrong = stated_wrongly(changed.__getitem__)
    try:
        workspace = Workspace.at(folder)
        report = pipeline.load(workspace, SLUG)
    except ReportgenError as error:
        return Outcome(figure.kind, "refused", wrong, f"{detail}: {error}")
    if wrong:
        return Outcome(figure.kind, "taken though it contradicts", False, detail)
    found = printed(pipeline.build(workspace, report, "en"))
    faults = [*_faults(figure, other, found, dependent(changed.__getitem__))]
    tag = chance.choice(_OTHERS)
    if printed(pipeline.build(workspace, report, tag)) != found:
        faults.append(f"{tag} prints other numbers than en")
    return Outcome(figure.kind, "wrong" if faults else "followed", not faults, f"{detail}: {'; '.join(faults[:5])}")


def _faults(
    figure: Figure,
    other: Decimal,
    found: Mapping[Printed, tuple[Decimal, ...]],
    wanted: Mapping[Printed, Decimal],
) -> Iterator[str]:
    """What is not as the independent computation has it, and what changed without depending on the figure."""
    own = figure.name.rpartition("/")[2]
    for key, numbers in found.items():
        is_own = key == (figure.piece, "") if figure.kind == "cell" else _is_of(figure, key) and key[1] == own
        if key in wanted:
            if set(numbers) != {wanted[key]}:
                yield f"{key} is {numbers[0]}, and {wanted[key]} is computed"
        elif is_own:
            if set(numbers) != {other}:
                yield f"{key} is {numbers[0]}, and {other} was written"
        elif numbers != _before()[key]:
            yield f"{key} changed from {_before()[key][0]} to {numbers[0]}"
    yield from (f"{key} is printed nowhere" for key in wanted if key not in found)


def _is_of(figure: Figure, key: Printed) -> bool:
    return key[0] in (figure.piece, *figure.notes) or key[0].startswith(f"{figure.piece}/")


def _below(outcomes: Sequence[Outcome]) -> Iterator[str]:
    wrong = [each for each in outcomes if not each.passed]
    if wrong:
        yield f"{len(wrong)} changes are neither followed nor refused, such as {wrong[0].detail}"
    followed = sum(each.word == "followed" for each in outcomes)
    if followed < _CORRECTED * len(outcomes):
        yield f"only {followed} of {len(outcomes)} changes are followed"


MEASURE = Measure(
    about="Changes of one figure of the budget report",
    count=200,
    sample=6,
    tried=_tried,
    below=_below,
    seconds=30.0,
)
