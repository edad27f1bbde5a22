"""What two sequences have in common, block by block: in order, and moved; of no language and no format."""

from reportgen.alignment.blocks import CommonBlock, common_blocks, moved_blocks

__all__ = ["CommonBlock", "common_blocks", "moved_blocks"]
