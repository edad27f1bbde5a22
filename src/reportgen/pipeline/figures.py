"""How figures moved: from one report to the next, or in one report since an edition of it that was kept."""

from __future__ import annotations

from reportgen.comparison.figures import FigureMove, figure_moves, figures_kept, figures_of
from reportgen.ledger.kept import load_kept
from reportgen.model.report import Report
from reportgen.pipeline.numbers import Built
from reportgen.tree.citation import cited
from reportgen.tree.line import lines


def moved_figures(last: Report, this: Built) -> list[FigureMove]:
    """Every figure of two reports, with the number under which the later one prints it."""
    return figure_moves(figures_of(last), figures_of(this.report), _places(this))


def moved_since_edition(built: Built, number: int) -> list[FigureMove]:
    """Every figure of the facts of a report, against an edition of it; none where nothing was kept of that."""
    kept = load_kept(built.workspace, built.report.slug, number)
    sent = kept.document(built.report.language) if kept else None
    if sent is None:
        return []
    now = built.original().printed_from.facts
    return figure_moves(figures_kept(sent.printed_from.facts), figures_kept(now), _places(built))


def _places(built: Built) -> dict[str, str]:
    return {each.id: cited(each.kind, each.path) for each in lines(built.original()) if each.path}
