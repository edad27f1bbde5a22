"""Report, language and translation to a tree: block by block, without numbers; names not yet full or short."""

from reportgen.assemble.document import assemble

__all__ = ["assemble"]
