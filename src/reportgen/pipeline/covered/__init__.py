"""What a report covers: States by region and paragraph, Goals, topics, and its figures against earlier ones.

`coverage_of(report, document)` counts, `pictures` draw it: a map of tiles, in which no border is drawn, and bars.
"""

from reportgen.pipeline.covered.count import Coverage, coverage_of
from reportgen.pipeline.covered.figures import ComparedFigure, figures_against_edition, figures_against_report
from reportgen.pipeline.covered.pictures import bars_svg, map_svg

__all__ = [
    "ComparedFigure",
    "Coverage",
    "bars_svg",
    "coverage_of",
    "figures_against_edition",
    "figures_against_report",
    "map_svg",
]
