"""What was translated before, in one SQLite file: `with Memory.at(path) as memory`, `memory.add(…)`, `memory.find(…)`.

Segments are pieces and sentences whose values are replaced by their kinds, so that "trained 313 officials" is found for
"trained 40 officials". Nothing of it is ever accepted by itself.
"""

from reportgen.translation.memory.database import Memory
from reportgen.translation.memory.segments import (
    LEAST_SCORE,
    MemoryMatch,
    MemorySegment,
    SegmentLevel,
    aligned_sentences,
)
from reportgen.translation.memory.todays_values import OfferedText, OfferedValue, offered_text

__all__ = [
    "LEAST_SCORE",
    "Memory",
    "MemoryMatch",
    "MemorySegment",
    "OfferedText",
    "OfferedValue",
    "SegmentLevel",
    "aligned_sentences",
    "offered_text",
]
