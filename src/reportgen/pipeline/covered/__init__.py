"""What a report covers: States by region and paragraph, Goals and topics.

`coverage_of(report, document)` counts, `pictures` draw it: a map of tiles, in which no border is drawn, and bars.
"""

from reportgen.pipeline.covered.count import Coverage, coverage_of
from reportgen.pipeline.covered.pictures import bars_svg, map_svg

__all__ = [
    "Coverage",
    "bars_svg",
    "coverage_of",
    "map_svg",
]
