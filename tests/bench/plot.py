"""The picture of a run: seconds of the processor by the length of the report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.bench.run import Measured

_LOOKS = {
    "one": ("C0", "-", "o"),
    "six": ("C0", "--", "s"),
    "six kept": ("C0", ":", "^"),
    "pandoc": ("C1", "-", "o"),
    "docxtpl": ("C2", "-", "o"),
    "npm docx": ("C4", "-", "o"),
    "python-docx": ("C3", "-", "o"),
}
"""Colour, line and mark of each subject that is drawn."""


def draw(measured: Sequence[Measured], path: Path) -> None:
    """Write the picture as SVG, the same bytes for the same figures."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    matplotlib.rcParams.update({"svg.hashsalt": "reportgen", "svg.fonttype": "none", "font.size": 9})
    figure, axes = pyplot.subplots(figsize=(7.2, 5), layout="constrained")
    every = sorted({size for each in measured for size in each.samples})
    for each in (each for each in measured if each.subject.key in _LOOKS):
        sizes = sorted(each.samples)
        colour, line, mark = _LOOKS[each.subject.key]
        seconds = [each.median(size, "cpu") for size in sizes]
        axes.plot(sizes, seconds, color=colour, linestyle=line, marker=mark, markersize=4, label=each.subject.name)
    axes.set(xscale="log", yscale="log", xlabel="paragraphs", ylabel="seconds of the processor, medians")
    axes.set_xticks(every, [f"{size:,}" for size in every])
    axes.minorticks_off()
    axes.yaxis.set_major_formatter("{x:g}")
    axes.grid(True, which="major", linewidth=0.4)
    figure.legend(fontsize=8, loc="outside lower center", ncols=2)
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    pyplot.close(figure)
