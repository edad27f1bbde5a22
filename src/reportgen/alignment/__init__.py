"""What two sequences have in common, block by block: in order, and moved; of no language and no format."""

from reportgen.alignment.blocks import CommonBlock, common_blocks, moved_blocks
from reportgen.alignment.long import LONG, long_blocks, moved_runs

__all__ = ["LONG", "CommonBlock", "common_blocks", "long_blocks", "moved_blocks", "moved_runs"]
