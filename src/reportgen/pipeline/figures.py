"""How the figures of one report became those of the next: both are loaded, the later one is built for its numbers."""

from __future__ import annotations

from reportgen import pipeline
from reportgen.comparison.figures import FigureMove, figure_moves
from reportgen.model.report import Report
from reportgen.tree.citation import cited
from reportgen.tree.line import lines
from reportgen.workspace import Workspace


def moved_figures(workspace: Workspace, last: Report, this: Report) -> list[FigureMove]:
    """Every figure of two reports, with the number under which the later one prints it."""
    document = pipeline.build(workspace, this, this.language)
    places = {each.id: cited(each.kind, each.path) for each in lines(document) if each.path}
    return figure_moves(last, this, places)
